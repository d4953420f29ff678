package validate

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"voortgang/internal/cite"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// plainVerbs and plainWords are all that stands in a sentence that tells how
// many there were of something, and nothing else: "Dit jaar organiseerden we
// 12 activiteiten." Such a number is a total, however small.
var (
	plainVerbs = wordSet(`organiseerden organiseerde hielden hield telden telde tellen telt hadden had hebben heeft waren was zijn is
 verschenen voerden voerde realiseerden realiseerde registreerden registreerde noteerden werden werd liepen
 bereikten bereikte werkten werkte draaiden ging bedroegen bedroeg bedragen bedraagt beschikten beschikte`)
	plainWords = wordSet(`we wij ons onze er het dit jaar in van over de afgelopen voorbije kalenderjaar werkjaar vorig een dat
 uit op aan om euro georganiseerd georganiseerde gehouden gerealiseerd geregistreerd geregistreerde uitgevoerd samen totaal totale alle alles
 actief actieve unieke goed voor met als hele organisatie vereniging vzw activiteiten projecten middelen`)
	// plainTopics are the keys of what is counted the same way by everyone.
	plainTopics = wordSet(`communicatie.aantal activiteiten.totaal deelnames.totaal beleidscontacten.totaal vrijwilligers.totaal projecten.totaal`)
	periodForm  = regexp.MustCompile(`(?i)\b(dit jaar|(afgelopen|voorbije) (jaar|kalenderjaar|werkjaar)|vorig jaar|(?:19|20)\d\d)\b`)
	wholeForm   = regexp.MustCompile(`(?i)\b(de|onze|hele|als) (organisatie|vereniging|vzw)\b`)
	earlierForm = regexp.MustCompile(`(?i)(?:\b(dan|tegenover|als|met|sinds|van|opzichte van)\s+)?\b(vorig jaar|het jaar (?:voordien|ervoor|daarvoor))\b`)
	plannedForm = regexp.MustCompile(`(?i)\b(volgend jaar|komende? (werk)?jaar|plannen we|we plannen|mikken|streven|streefcijfer|streefdoel|doel was|willen we|we willen|verwachten|hopen|jaarlijks|per jaar|elk jaar|per maand|per week)\b`)
)

// claim is a number in a sentence that tells nothing but how many there were.
type claim struct {
	said
	// period says that the sentence names the year that is meant.
	period bool
	// total says that it speaks of all together.
	total bool
	// organisation says that it names the organisation as a whole.
	organisation bool
	// first says that nothing stands before the sentence in its paragraph.
	first bool
	// general says that no heading makes the text one about something smaller.
	general bool
}

// claimAt tells whether a number of a line stands in a plain sentence, and what
// that sentence claims. above and below are the lines around it.
func (t *textChecker) claimAt(above, line, below string, s said) (claim, bool) {
	from, to := sentenceSpan(line, s.start)
	sentence := line[from:to]
	c := claim{said: s, first: strings.TrimSpace(line[:from]) == ""}
	if c.first && !breaksParagraph(above) || strings.TrimSpace(line[to:]) == "" && strings.TrimRight(sentence, " .!") == strings.TrimRight(sentence, " ") && !breaksParagraph(below) {
		return c, false // a line within a paragraph may begin or end within a sentence
	}
	if yearForm.MatchString(line[s.start:s.end]) {
		return c, false
	}
	// The number, and how it is hedged, may stand in any sentence.
	hedge := max(s.start-len(hedgeForm.FindString(tail(line, s.start))), from)
	sentence = line[from:hedge] + " " + line[s.end:to]
	for _, name := range []string{t.cfg.Organisation.Name, t.cfg.Organisation.ShortName} {
		if name != "" {
			sentence = strings.Replace(sentence, name, "de organisatie", 1)
		}
	}
	if strings.ContainsAny(strings.TrimSpace(sentence), ":;|(?#>") || len(yearForm.FindAllString(sentence, 2)) > 1 {
		return c, false
	}
	verb := false
	for i, w := range wordsOf(sentence) {
		switch {
		case plainVerbs[w.folded]:
			verb = true
		case yearForm.MatchString(w.text):
		case !plainWords[w.folded] && !topicWords[w.folded], i > 0 && w.capital:
			return c, false
		}
	}
	c.period = periodForm.MatchString(sentence)
	c.total = totalForm.MatchString(sentence)
	c.organisation = wholeForm.MatchString(sentence)
	return c, verb
}

// topicWords are the nouns of plainTopics.
var topicWords = wordSet(`communicatieacties deelnames beleidscontacten vrijwilligers`)

// generalHeading is a heading under which a text is about the organisation.
var generalHeading = regexp.MustCompile(`(?i)organisatie|cijfers|jaar|algemeen|inleiding|overzicht|voorwoord|samenvatting`)

// breaksParagraph tells whether a line beside another is of another paragraph.
func breaksParagraph(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || strings.HasPrefix(line, "#")
}

// whole judges a plain claim. It tells whether that settles the matter.
func (t *textChecker) whole(n *model.Narrative, l textLine, sentence string, c claim, tp topic) bool {
	if !plainTopics[tp.keys[0]] {
		return false
	}
	all := t.figs.Get(tp.keys[0])
	own := all
	if theme := t.themeOf(n.Name); theme != "" && !c.organisation {
		own = t.figs.Get(strings.TrimSuffix(tp.keys[0], ".totaal") + ".thema." + theme)
	}
	fig := t.wrongTotal(c, sentence, all, own, tp.family)
	if fig == nil {
		return t.rightTotal(c, sentence, all, own)
	}
	t.contradiction(n, l, c.said, fig, cite.WriteUnit(fig, t.valueMeant(fig, sentence)), t.yearMeant(sentence))
	return true
}

// rightTotal tells whether a claim is one of the totals that it may be.
func (t *textChecker) rightTotal(c claim, sentence string, list ...*model.Figure) bool {
	for _, fig := range list {
		if fig == nil {
			continue
		}
		if v := t.valueMeant(fig, sentence); v.Known && (c.fits(v.Value) || c.holds(v.Value) || mayYetFit(c.said, fig, v)) {
			return true
		}
		if !c.period && c.fitsOtherYear(fig, 0) {
			return true
		}
	}
	return false
}

// wrongTotal gives the figure that a claim contradicts, or nil. all is the
// organisation's, own that of the theme that the text is about.
// A number above the total is never that of a part; one below it may be.
func (t *textChecker) wrongTotal(c claim, sentence string, all, own *model.Figure, family string) *model.Figure {
	if all == nil || own == nil || t.rightTotal(c, sentence, all, own, t.figs.Get(family+"som")) {
		return nil
	}
	whole, part := t.valueMeant(all, sentence), t.valueMeant(own, sentence)
	if !whole.Known || !part.Known || whole.Value == 0 {
		return nil
	}
	switch {
	case c.value > part.Value:
		if !c.first && !c.period {
			return nil
		}
		if own != all && c.value-part.Value > max(c.value, whole.Value)-min(c.value, whole.Value) {
			return all
		}
		return own
	case c.period && c.fitsOtherYear(own, part.Year):
		return own
	case own != all || !c.first || !c.general || c.value*2 < part.Value:
		return nil
	}
	if (!c.period && !c.total || family == "projecten.") && t.isPart(c.said, sentence, family) {
		return nil
	}
	return own
}

// fitsOtherYear tells whether a number is the value of another year than the one
// given: it stayed behind from an earlier report.
func (s said) fitsOtherYear(fig *model.Figure, year int) bool {
	for _, v := range fig.Years {
		if v.Known && v.Year != year && s.fits(v.Value) {
			return true
		}
	}
	return false
}

// isPart tells whether a number is any figure of a family in the year meant.
func (t *textChecker) isPart(s said, sentence, family string) bool {
	for _, fig := range t.figs.All() {
		if strings.HasPrefix(fig.Key, family) && fig.Unit == model.UnitCount {
			if v := t.valueMeant(fig, sentence); v.Known && s.fits(v.Value) {
				return true
			}
		}
	}
	return false
}

// holds tells whether a limit that a text gives is true, however far the value
// is from it.
func (s said) holds(v float64) bool {
	switch s.hedge {
	case "meer dan", "minstens", "boven de":
		return v >= s.value
	case "minder dan", "hoogstens", "onder de":
		return v <= s.value
	}
	return false
}

// themeOf gives the slug of the theme that a text is about, or "".
func (t *textChecker) themeOf(name string) string {
	for _, th := range t.cfg.Themes {
		if name == "themas/"+th.Slug() {
			return th.Slug()
		}
	}
	return ""
}

// cells looks for plain claims about the organisation in the reviews of the
// projects. Any other number there is a project's own.
func (t *textChecker) cells() {
	for _, p := range t.data.Progress {
		if p.Base().Usable(model.ProgressText) {
			t.cell(&model.ProgressSheet, p, model.ProgressText, p.Project, p.Text)
		}
	}
	for _, k := range t.data.Conclusions {
		if k.Base().Usable(model.ConclusionText) {
			t.cell(&model.ConclusionSheet, k, model.ConclusionText, k.Project, k.Text)
		}
	}
}

func (t *textChecker) cell(sheet *model.Sheet, r model.Record, column int, project, text string) {
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimLeft(line, "•▬- ")
		for _, s := range numbersIn(line) {
			tp, ok := plainTopic(line[s.end:])
			if !ok {
				continue
			}
			c, ok := t.claimAt("", line, "", s)
			if !ok || !c.organisation || !c.first {
				continue
			}
			c.general = true
			sentence := sentenceAround(line, s.start)
			all := t.figs.Get(tp.keys[0])
			fig := t.wrongTotal(c, sentence, all, all, tp.family)
			if fig == nil {
				continue
			}
			v := t.valueMeant(fig, sentence)
			if c.value > 2*v.Value {
				continue // another organisation
			}
			said := strings.TrimSpace(s.hedge + " " + line[s.start:s.end])
			f := finding.New(ruleContradiction, r.Base().Place(column), fmt.Sprintf(
				"De tekst zegt %s, maar het cijfer ‘%s’ van de organisatie in %d is %s. Verbeter het getal.", said, fig.Title, t.yearMeant(sentence), cite.WriteUnit(fig, v)))
			f.Column, f.Project = sheet.Columns[column].Name, project
			f.Found, f.Expected = said, cite.WriteUnit(fig, v)
			t.list = append(t.list, f)
		}
	}
}

// plainTopic gives the topic of plainTopics whose noun follows.
func plainTopic(rest string) (topic, bool) {
	for _, tp := range topics {
		if tp.noun.MatchString(rest) {
			return tp, plainTopics[tp.keys[0]]
		}
	}
	return topic{}, false
}

var (
	euroBefore = regexp.MustCompile(`(?i)(?:€|\bEUR)[\s\x{00a0}\x{202f}]*$`)
	euroAfter  = regexp.MustCompile(`(?i)^[\s\x{00a0}\x{202f}]*(miljoen[\s\x{00a0}]+)?(?:euro\b|EUR\b|€)`)
	millions   = regexp.MustCompile(`(?i)^[\s\x{00a0}\x{202f}]*miljoen\b`)
	fundsForm  = regexp.MustCompile(`(?i)(?:^|[^\p{L}-])middelen\b`)
)

// amount judges an amount of money in a sentence about the means. It tells
// whether the number is one.
func (t *textChecker) amount(n *model.Narrative, l textLine, s said, sentence string, plain bool) bool {
	rest := l.prose[s.end:]
	if !euroBefore.MatchString(tail(l.prose, s.start)) && !euroAfter.MatchString(rest) {
		return false
	}
	if !fundsForm.MatchString(sentence) || plannedForm.MatchString(sentence) {
		return true
	}
	// step is how precisely the amount was written.
	step := 1.0
	for range s.decimals {
		step /= 10
	}
	if millions.MatchString(rest) {
		s.value, step = s.value*1e6, step*1e6
		s.end += len(millions.FindString(rest))
	} else if digits := s.digits(l.prose); strings.HasSuffix(digits, "000") {
		step = math.Pow10(len(digits) - len(strings.TrimRight(digits, "0")))
	}
	isIt := func(v model.Value) bool {
		off := v.Value - s.value
		return v.Known && (off < step && off > -step || s.fits(v.Value) || s.holds(v.Value) || v.LeftOut > 0)
	}
	own := t.figs.Get("middelen.totaal")
	if theme := t.themeOf(n.Name); theme != "" {
		own = t.figs.Get("middelen.thema." + theme)
	}
	list := t.candidates(n, sentence, []string{"middelen.totaal"})
	if own == nil || len(list) == 0 {
		return true
	}
	for _, fig := range t.figs.All() {
		if !strings.HasPrefix(fig.Key, "middelen.") || fig.Unit != model.UnitEuro {
			continue
		}
		for _, v := range append(fig.Years, fig.Now) {
			if isIt(v) {
				return true
			}
		}
		// A source of money or a part of one is another sum.
		if fig != list[0] && len(fig.Parts) == 1 && strings.Contains(strings.ToLower(sentence), strings.ToLower(fig.Parts[0])) {
			own = nil
		}
	}
	v := t.valueMeant(list[0], sentence)
	if own == nil || !v.Known || v.Value == 0 {
		return true
	}
	limit := 0.05
	if plain {
		limit = 0.5
	} else if totalForm.MatchString(alongForm.ReplaceAllString(sentence, "")) {
		limit = 0.15
	}
	if off := s.value/v.Value - 1; off <= limit && off >= -limit {
		t.contradiction(n, l, s, list[0], cite.WriteUnit(list[0], v), t.yearMeant(sentence))
	}
	return true
}

// digits gives the digits of a number, however it was written.
func (s said) digits(line string) string {
	if digits := onlyDigits(line[s.start:s.end]); digits != "" {
		return digits
	}
	return onlyDigits(dutch.Number(s.value, 0))
}

// yearMeant is the one year that a sentence speaks of, the report's when it
// names none.
func (t *textChecker) yearMeant(sentence string) int {
	if years := yearForm.FindAllString(sentence, -1); len(years) == 1 {
		y, _ := strconv.Atoi(years[0])
		return y
	}
	// "meer dan vorig jaar" compares with another number.
	if m := earlierForm.FindStringSubmatch(sentence); m != nil && m[1] == "" {
		return t.cfg.Report.Year - 1
	}
	return t.cfg.Report.Year
}

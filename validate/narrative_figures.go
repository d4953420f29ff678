package validate

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"voortgang/internal/cite"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleContradiction = finding.ByCode("T20")

// topic is what a noun after a number counts.
type topic struct {
	noun *regexp.Regexp
	// keys are the figures that the number may be; a number that is any figure
	// whose key begins with family is right.
	keys   []string
	family string
	// before must stand before the number, about in its sentence, where set.
	// Such a number is surely one of the figures, however small, when it isn't
	// off by more than limit.
	before, about *regexp.Regexp
	limit         float64
}

// applies tells whether a number in a sentence, with what stands before it, is
// about the topic.
func (tp topic) applies(before, sentence string) bool {
	return (tp.before == nil || tp.before.MatchString(before)) && (tp.about == nil || tp.about.MatchString(sentence))
}

// adjectives may stand between a number and its noun.
const adjectives = `(?:(?:georganiseerde|geregistreerde|afgewerkte|afgeronde|verschillende|actieve|lokale|unieke|lopende|nieuwe|eigen)\s+){0,2}`

func noun(words string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)^[\s\x{00a0}\x{202f}]+` + adjectives + `(?:` + words + `)(?:$|[^\p{L}-])`)
}

var topics = []topic{
	{noun: noun("VTE|voltijdse equivalenten"), keys: []string{"personeelsformatie.surplus"},
		before: regexp.MustCompile(`(?i)(overschot|surplus)(?:\s+(?:van|is|was|bedraagt|bedroeg))?\s*$`), limit: 0.5},
	{noun: noun("buurtanalyses"), keys: []string{"dossiers.soort.buurtanalyse"},
		about: regexp.MustCompile(`(?i)\b(afgewerkt|afgerond|opgeleverd)|\b(werkten|rondden)\b.*\baf\b`), limit: 0.25},
	{noun: noun("VTE|voltijdse equivalenten|voltijdequivalenten"), keys: []string{"vte.totaal", "personeelsformatie.gemiddelde", "personeelsformatie.gemiddelde_norm", "personeelsformatie.gerealiseerd", "personeelsformatie.norm"}, family: ""},
	{noun: noun("communicatieacties"), keys: []string{"communicatie.aantal"}, family: "communicatie."},
	{noun: noun("acties"), keys: []string{"communicatie.aantal", "activiteiten.soort.acties"}, family: ""},
	{noun: noun("activiteiten"), keys: []string{"activiteiten.totaal"}, family: "activiteiten."},
	{noun: noun("deelnames"), keys: []string{"deelnames.totaal"}, family: "deelnames."},
	{noun: noun("beleidscontacten"), keys: []string{"beleidscontacten.totaal"}, family: "beleidscontacten."},
	{noun: noun("contacten"), keys: []string{"contacten.totaal"}, family: "contacten."},
	{noun: noun("beleidsdossiers|dossiers"), keys: []string{"dossiers.totaal"}, family: "dossiers."},
	{noun: noun("vrijwilligers"), keys: []string{"vrijwilligers.totaal"}, family: "vrijwilligers."},
	{noun: noun("projecten"), keys: []string{"projecten.totaal"}, family: "projecten."},
	{noun: noun("personeelsleden|medewerkers|collega’s|collega's"), keys: []string{"personeel.aantal", "vorming.deelnemers"}, family: ""},
	{noun: noun("oplossingsactoren"), keys: []string{"actoren.oplossingsactoren.totaal"}, family: "actoren."},
	{noun: noun("partners"), keys: []string{"actoren.partners.totaal"}, family: "actoren."},
	{noun: noun("actoren"), keys: []string{"actoren.totaal"}, family: "actoren."},
	{noun: noun("uren formele vorming"), keys: []string{"vorming.formeel"}, family: "vorming."},
	{noun: noun("uren informele vorming"), keys: []string{"vorming.informeel"}, family: "vorming."},
	{noun: noun("vormingsuren|uren vorming"), keys: []string{"vorming.formeel", "vorming.totaal"}, family: "vorming."},
}

// shares are the percentages that a sentence may give, by a word in it.
var shares = []struct {
	word *regexp.Regexp
	key  string
}{
	{regexp.MustCompile(`(?i)minder dan (vijf|5) jaar`), "ancienniteit.aandeel.0-4"},
	{regexp.MustCompile(`(?i)(vijfentwintig|25) jaar (of (langer|meer)|en (langer|meer)|dienst|in dienst)`), "ancienniteit.aandeel.25-plus"},
	{regexp.MustCompile(`(?i)lokale? bestu|gemeente`), "middelen.aandeel_lokaal"},
	{regexp.MustCompile(`(?i)buiten de enveloppe|niet uit de enveloppe`), "middelen.aandeel_buiten_enveloppe"},
	{regexp.MustCompile(`(?i)formatie`), "personeelsformatie.aandeel"},
	{regexp.MustCompile(`(?i)beleidscontact`), "beleidscontacten.aandeel_doelgroep"},
	{regexp.MustCompile(`(?i)(inzet|VTE)\b.*doelgroep|doelgroep.*(inzet|VTE)\b`), "vte.aandeel_doelgroep"},
}

var (
	numberForm  = regexp.MustCompile(`\d{1,3}(?:[.\x{00a0}\x{202f}]\d{3})+(?:,\d+)?|\d+(?:,\d+)?`)
	percentForm = regexp.MustCompile(`^[\s\x{00a0}\x{202f}]*(?:%|procent\b|ten honderd\b)`)
	hedgeForm   = regexp.MustCompile(`(?i)(bijna|haast|net geen|krap|ruim|meer dan|iets meer dan|minstens|boven de|minder dan|hoogstens|onder de|ongeveer|circa|ca\.|zo’n|zo'n|rond de|om en bij de|een|naar schatting|een goeie|een dikke|een kleine|een slordige|zowat|grofweg)\s*$`)
	totalForm   = regexp.MustCompile(`(?i)\b(in totaal|totaal|totale|samen|alles samen|alle)\b`)
	alongForm   = regexp.MustCompile(`(?i)\b(samen|tezamen) met\b`)
	yearForm    = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
)

// said is a number in a text: its value, how precisely it was written, and how
// it was hedged.
type said struct {
	start, end int
	value      float64
	decimals   int
	hedge      string
}

// literals compares the numbers of a text with the figures.
func (t *textChecker) literals(n *model.Narrative, lines []textLine) {
	aboutAll := true // no heading makes it about something smaller
	lineAt := func(i int) string {
		if i < 0 || i >= len(lines) {
			return ""
		}
		return lines[i].prose
	}
	for i, l := range lines {
		// Bold type stands between a number and its noun, or around either.
		l.prose = strings.ReplaceAll(l.prose, "**", "  ")
		if strings.HasPrefix(strings.TrimSpace(l.prose), "#") {
			aboutAll = generalHeading.MatchString(l.prose)
		}
		for _, s := range numbersIn(l.prose) {
			sentence := sentenceAround(l.prose, s.start)
			rest := l.prose[s.end:]
			if at := percentForm.FindString(rest); at != "" {
				t.percentage(n, l, s, sentence)
				continue
			}
			c, plain := t.claimAt(lineAt(i-1), l.prose, lineAt(i+1), s)
			c.general = plain && aboutAll
			if t.stated(n, l, s, aboutAll) || t.amount(n, l, s, sentence, plain) {
				continue
			}
			for _, tp := range topics {
				if tp.noun.MatchString(rest) && tp.applies(tail(l.prose, s.start), sentence) {
					if !plain || !t.whole(n, l, sentence, c, tp) {
						t.counted(n, l, s, sentence, tp)
					}
					break
				}
			}
		}
		t.fractions(n, l)
	}
}

// numbersIn finds the numbers of a line, in digits and in words.
func numbersIn(line string) []said {
	var out []said
	add := func(start, end int, v float64, decimals int) {
		s := said{start: start, end: end, value: v, decimals: decimals}
		if m := hedgeForm.FindString(tail(line, start)); m != "" {
			s.hedge = strings.ToLower(strings.TrimSpace(m))
		}
		out = append(out, s)
	}
	for _, at := range numberForm.FindAllStringIndex(line, -1) {
		text := line[at[0]:at[1]]
		if at[0] > 0 && strings.ContainsAny(line[at[0]-1:at[0]], ".,/-:0123456789") || at[1] < len(line) && strings.ContainsAny(line[at[1]:at[1]+1], "/:") {
			continue // part of a date, a time, a number of another form
		}
		whole, fraction, _ := strings.Cut(text, ",")
		v, err := strconv.ParseFloat(onlyDigits(whole)+"."+fraction+"0", 64)
		if err == nil {
			add(at[0], at[1], v, len(fraction))
		}
	}
	for _, w := range wordedNumbers(line) {
		add(w.start, w.end, float64(w.value), 0)
	}
	slices.SortFunc(out, func(a, b said) int { return a.start - b.start })
	return withoutRanges(line, out)
}

// wordedNumber is a number in words and where it stands.
type wordedNumber struct{ value, start, end int }

// wordedNumbers finds the numbers of a line that are written in words.
func wordedNumbers(line string) []wordedNumber {
	var out []wordedNumber
	words := wordsOf(line)
	for i := 0; i < len(words); i++ {
		value, used := dutch.Numeral(together(line, words[i:]))
		if used == 0 {
			continue
		}
		if i == 0 || !partOfNumber(line, words[i-1], words[i]) {
			out = append(out, wordedNumber{value, words[i].start, words[i+used-1].end})
		}
		i += used - 1
	}
	return out
}

// together gives the words that a line begins with which only white space
// divides, as many as a number may have. "Tussen honderd en tweehonderd" holds
// two numbers.
func together(line string, words []word) []string {
	var out []string
	for i, w := range words {
		if i > 0 && strings.TrimSpace(line[words[i-1].end:w.start]) != "" || i == dutch.LongestNumeral {
			break
		}
		if w.folded == "en" && betweenForm.MatchString(tail(line, words[0].start)) {
			break
		}
		out = append(out, w.text)
	}
	return out
}

// partOfNumber tells whether the word before "honderd" or "duizend" makes
// another number of it: "15 duizend", "anderhalf duizend", "een paar honderd",
// "drie miljoen tweehonderdduizend".
func partOfNumber(line string, before, w word) bool {
	if strings.TrimSpace(line[before.end:w.start]) != "" {
		return false
	}
	if before.folded == "miljoen" || before.folded == "miljard" || before.folded == "komma" {
		return true
	}
	large := strings.HasPrefix(w.folded, "honderd") || strings.HasPrefix(w.folded, "duizend")
	last := before.text[len(before.text)-1]
	return large && (last >= '0' && last <= '9' || strings.HasSuffix(before.folded, "half") || someWords[before.folded])
}

// someWords before "honderd" or "duizend" say that it isn't known how many.
var someWords = wordSet(`paar enkele ettelijke vele veel meerdere verschillende halve tig zoveel hoeveel menige`)

var (
	betweenForm = regexp.MustCompile(`(?i)\btussen[\s\x{00a0}]+(?:de[\s\x{00a0}]+)?$`)
	rangeForm   = regexp.MustCompile(`(?i)^[\s\x{00a0}]*(?:tot|of|à|a|-|–)[\s\x{00a0}]*$`)
)

// withoutRanges leaves out two numbers that say between which a third one is:
// "tussen 200 en 250", "tien tot vijftien".
func withoutRanges(line string, list []said) []said {
	var out []said
	for i := 0; i < len(list); i++ {
		if i+1 < len(list) {
			between := line[list[i].end:list[i+1].start]
			if rangeForm.MatchString(between) || strings.TrimSpace(between) == "en" && betweenForm.MatchString(tail(line, list[i].start)) {
				i++
				continue
			}
		}
		out = append(out, list[i])
	}
	return out
}

// tail is what stands shortly before a place in a line: enough for the few words
// that say how a number is meant.
func tail(line string, at int) string {
	from := max(0, at-80)
	for from < at && !utf8.RuneStart(line[from]) {
		from++
	}
	return line[from:at]
}

// longestSentence is how far the ends of a sentence are looked for.
const longestSentence = 2000

// sentenceAround gives the sentence of a line in which a byte stands.
func sentenceAround(line string, at int) string {
	from, to := sentenceSpan(line, at)
	return line[from:to]
}

// sentenceSpan gives where the sentence of a line in which a byte stands begins
// and ends, with its full stop.
func sentenceSpan(line string, at int) (from, to int) {
	to = min(len(line), at+longestSentence)
	for to < len(line) && line[to] != ' ' {
		to++
	}
	if from = max(0, at-longestSentence); from > 0 {
		for from < at && line[from] != ' ' {
			from++
		}
	}
	for i := at; i > from; i-- {
		if strings.ContainsRune(".!?", rune(line[i-1])) && line[i] == ' ' {
			from = i
			break
		}
	}
	for i := at; i+1 < to; i++ {
		if strings.ContainsRune(".!?", rune(line[i])) && line[i+1] == ' ' {
			to = i + 1
			break
		}
	}
	return from, to
}

// fits tells whether a figure's value can be written as it was.
func (s said) fits(v float64) bool {
	near := func(low, high float64) bool { return v >= low-1e-9 && v <= high+1e-9 }
	n := s.value
	switch s.hedge {
	case "bijna", "haast", "net geen", "krap", "een kleine":
		return near(min(n*0.95, n-1), n)
	case "ruim", "meer dan", "iets meer dan", "minstens", "boven de", "een goeie", "een dikke":
		return near(n, max(n*1.1, n+1))
	case "minder dan", "hoogstens", "onder de":
		return near(min(n*0.9, n-1), n)
	case "ongeveer", "circa", "ca.", "zo’n", "zo'n", "rond de", "om en bij de", "naar schatting", "een slordige", "zowat", "grofweg":
		return near(n*0.93, n*1.07)
	}
	return math.Abs(dutch.Round(v, s.decimals)-n) < 1e-9
}

// counted judges a number before a noun.
func (t *textChecker) counted(n *model.Narrative, l textLine, s said, sentence string, tp topic) {
	if s.decimals == 0 && s.value >= 1990 && s.value <= 2100 {
		return // a year
	}
	if tp.family != "" && plannedForm.MatchString(sentence) {
		return
	}
	candidates := t.candidates(n, sentence, tp.keys)
	if len(candidates) == 0 || t.fitsAny(s, candidates, tp) {
		return
	}
	// "samen met 4 partners" counts nothing up.
	total := totalForm.MatchString(alongForm.ReplaceAllString(sentence, ""))
	for _, fig := range candidates {
		v := t.valueMeant(fig, sentence)
		if !v.Known || v.Value == 0 || s.value < 2 && tp.limit == 0 || s.holds(v.Value) || mayYetFit(s, fig, v) {
			continue
		}
		off := math.Abs(s.value-v.Value) / v.Value
		if tp.limit > 0 {
			if off <= tp.limit {
				t.contradiction(n, l, s, fig, cite.WriteUnit(fig, v), t.yearMeant(sentence))
				return
			}
			continue
		}
		limit := 0.15
		if total {
			limit = 0.5
		}
		// Among small numbers every one is near another.
		if v.Value < 12 && !total || off > limit {
			continue
		}
		t.contradiction(n, l, s, fig, cite.WriteUnit(fig, v), t.yearMeant(sentence))
		return
	}
}

// mayYetFit tells whether a figure misses rows, of which something has been
// said already, and may come out as the text says once they are mended. Each row
// adds one to a count; what it adds to a sum can't be known.
func mayYetFit(s said, fig *model.Figure, v model.Value) bool {
	switch head(fig.Key) {
	case "vte.", "personeelsformatie.", "deelnames.", "vorming.", "middelen.":
		return v.LeftOut > 0
	}
	return v.LeftOut > 0 && s.value > v.Value && s.value-v.Value <= float64(v.LeftOut)
}

// candidates are the figures that a number may be: the main ones, and in the
// text of a theme or a sentence that names one, those of that theme instead.
func (t *textChecker) candidates(n *model.Narrative, sentence string, keys []string) []*model.Figure {
	var out []*model.Figure
	theme := ""
	for _, th := range t.cfg.Themes {
		if n.Name == "themas/"+th.Slug() || strings.Contains(sentence, th.Name) {
			theme = th.Slug()
			break
		}
	}
	for _, p := range t.data.Projects {
		if len(p.Name) > 5 && strings.Contains(sentence, p.Name) {
			return nil // about one project
		}
	}
	for _, key := range keys {
		fig := t.figs.Get(key)
		if theme != "" {
			base := strings.TrimSuffix(key, ".totaal")
			fig = t.figs.Get(base + ".thema." + theme)
			if kind, ok := strings.CutPrefix(key, "dossiers.soort."); ok {
				fig = t.figs.Get("dossiers.thema." + theme + ".soort." + kind)
			}
			if base == "communicatie.aantal" {
				fig = t.figs.Get(key)
			}
		}
		if fig != nil && fig.Now.Known {
			out = append(out, fig)
		}
	}
	return out
}

// fitsAny tells whether a number is any figure of its family, in any year.
func (t *textChecker) fitsAny(s said, candidates []*model.Figure, tp topic) bool {
	match := func(fig *model.Figure) bool {
		if fig.Now.Known && s.fits(fig.Now.Value) {
			return true
		}
		for _, v := range fig.Years {
			if v.Known && s.fits(v.Value) {
				return true
			}
		}
		return false
	}
	for _, fig := range candidates {
		if match(fig) {
			return true
		}
	}
	if tp.limit > 0 {
		return false
	}
	for _, fig := range t.figs.All() {
		same := tp.family != "" && strings.HasPrefix(fig.Key, tp.family) ||
			tp.family == "" && candidates[0].Unit == fig.Unit && (fig.Unit == model.UnitFTE || strings.HasPrefix(fig.Key, head(candidates[0].Key)))
		if same && match(fig) {
			return true
		}
	}
	return false
}

// head is the first part of a key, with its dot.
func head(key string) string {
	first, _, _ := strings.Cut(key, ".")
	return first + "."
}

// valueMeant is the value of the one year that a sentence names, or of the
// report's.
func (t *textChecker) valueMeant(fig *model.Figure, sentence string) model.Value {
	if y := t.yearMeant(sentence); y != t.cfg.Report.Year {
		return fig.In(y)
	}
	return fig.Now
}

// percentage judges a number before a percent sign, where the sentence or the
// file says what it is a share of.
func (t *textChecker) percentage(n *model.Narrative, l textLine, s said, sentence string) {
	type share struct {
		fig   *model.Figure
		value float64
	}
	var list []share
	for _, known := range shares {
		fig := t.figs.Get(known.key)
		if fig == nil || !fig.Now.Known || !known.word.MatchString(sentence) {
			continue
		}
		// A share of one theme isn't that of all.
		for _, th := range t.cfg.Themes {
			if n.Name == "themas/"+th.Slug() || strings.Contains(sentence, th.Name) {
				fig = t.figs.Get(known.key + ".thema." + th.Slug())
				break
			}
		}
		if fig == nil {
			continue
		}
		if v := t.valueMeant(fig, sentence); v.Known {
			list = append(list, share{fig, v.Value})
		}
		// A sentence may name several classes of seniority.
		if head(known.key) != "ancienniteit." {
			break
		}
	}
	if len(list) == 0 {
		list = nil
		if fig, v, ok := t.partOf(sentence); ok {
			list = append(list, share{fig, v})
		}
	}
	for _, sh := range list {
		if s.fits(sh.value) || sh.value == 0 {
			return
		}
		for _, v := range sh.fig.Years {
			if v.Known && sh.fig.Unit == model.UnitPercent && s.fits(v.Value) {
				return
			}
		}
	}
	for _, sh := range list {
		if math.Abs(s.value-sh.value)/sh.value <= 0.25 {
			t.contradiction(n, l, s, sh.fig, dutch.Percent(sh.value, 1), t.yearMeant(sentence))
			return
		}
	}
}

// partOf computes the share of one part that a sentence names, of the total
// that it names: "Werkgroepen zijn goed voor 20 % van de activiteiten".
func (t *textChecker) partOf(sentence string) (*model.Figure, float64, bool) {
	lower := strings.ToLower(sentence)
	for _, kind := range []string{"activiteiten", "deelnames", "beleidscontacten", "contacten", "vrijwilligers", "dossiers", "middelen"} {
		if !strings.Contains(lower, "van de "+kind) && !strings.Contains(lower, "van alle "+kind) && !strings.Contains(lower, "van het aantal "+kind) {
			continue
		}
		whole := t.figs.Get(kind + ".totaal")
		if whole == nil || !whole.Now.Known || whole.Now.Value == 0 || len(yearForm.FindAllString(strings.ReplaceAll(sentence, fmt.Sprint(t.cfg.Report.Year), ""), -1)) > 0 {
			return nil, 0, false
		}
		var only *model.Figure
		for _, fig := range t.figs.All() {
			if strings.HasPrefix(fig.Key, kind+".") && len(fig.Parts) == 1 && fig.Unit == whole.Unit && containsWord(lower, strings.ToLower(fig.Parts[0])) {
				if only != nil {
					return nil, 0, false
				}
				only = fig
			}
		}
		if only != nil && only.Now.Known {
			return only, 100 * only.Now.Value / whole.Now.Value, true
		}
		return nil, 0, false
	}
	return nil, 0, false
}

// containsWord tells whether a text holds a word, not as a part of another.
func containsWord(text, word string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 || word == "" {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(word):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		from = i + len(word)
	}
}

// fractionForm is a share of what is counted, in words.
var fractionForm = regexp.MustCompile(`(?i)\b(de helft|een derde|een kwart|een vijfde|een tiende|twee derde|driekwart|drie kwart|drie vierde)[\s\x{00a0}]+van (?:de|alle|het aantal)\b`)

var fractionValues = map[string]float64{"de helft": 50, "een derde": 100. / 3, "een kwart": 25, "een vijfde": 20, "een tiende": 10,
	"twee derde": 200. / 3, "driekwart": 75, "drie kwart": 75, "drie vierde": 75}

// linkWords are all that may stand between a share and the part that it is of:
// "de helft van de activiteiten waren werkgroepen".
var linkWords = wordSet(`activiteiten deelnames beleidscontacten contacten vrijwilligers dossiers middelen waren zijn was is kwam kwamen komt komen
 ging gingen gaat gaan uit van via naar de het een onze goed voor bestond bestonden bestaat bestaan vormden vormen`)

// fractions judges shares in words, in sentences that say nothing else.
func (t *textChecker) fractions(n *model.Narrative, l textLine) {
	for _, at := range fractionForm.FindAllStringSubmatchIndex(l.prose, -1) {
		s := said{start: at[2], end: at[3], value: fractionValues[strings.ToLower(l.prose[at[2]:at[3]])]}
		if m := hedgeForm.FindString(tail(l.prose, at[2])); m != "" {
			s.hedge = strings.ToLower(strings.TrimSpace(m))
		}
		sentence := sentenceAround(l.prose, s.start)
		fig, v, ok := t.partOf(sentence)
		if ok && linked(sentence, l.prose[at[0]:at[1]], fig.Parts[0]) && !s.roughly(v) {
			t.contradiction(n, l, s, fig, dutch.Percent(v, 1), t.cfg.Report.Year)
		}
	}
}

// linked tells whether a sentence says of a part, and of nothing smaller, that
// it is a share.
func linked(sentence, share, part string) bool {
	lower := strings.ToLower(sentence)
	from, at := strings.Index(lower, strings.ToLower(share)), strings.Index(lower, strings.ToLower(part))
	if from < 0 || at < 0 {
		return false
	}
	between, after := "", ""
	if from < at {
		between, after = lower[from+len(share):at], lower[at+len(part):]
	} else {
		between, after = lower[at+len(part):from], lower[from+len(share):]
	}
	for _, w := range wordsOf(between + " " + after) {
		if !linkWords[w.folded] {
			return false
		}
	}
	return !strings.ContainsAny(between+strings.TrimRight(after, " .!"), ",;:().")
}

// roughly tells whether a share in words can be said of a percentage.
func (s said) roughly(v float64) bool {
	n := s.value
	switch s.hedge {
	case "bijna", "haast", "net geen", "krap":
		return v >= n*0.8 && v <= n+0.5
	case "ruim", "iets meer dan":
		return v >= n-0.5 && v <= n*1.3
	case "meer dan", "minstens", "boven de", "minder dan", "hoogstens", "onder de":
		return s.holds(v)
	}
	return v >= n*0.8 && v <= n*1.2
}

func (t *textChecker) contradiction(n *model.Narrative, l textLine, s said, fig *model.Figure, value string, year int) {
	found := strings.TrimSpace(s.hedge + " " + l.prose[s.start:s.end])
	if s.hedge == "een" {
		found = l.prose[s.start:s.end]
	}
	what, proposal := "cijfer", fmt.Sprintf(`{{ cijfer "%s" }}`, fig.Key)
	if year != t.cfg.Report.Year {
		proposal = fmt.Sprintf(`{{ cijfer "%s" %d }}`, fig.Key, year)
	}
	if strings.HasSuffix(value, "%") && fig.Unit != model.UnitPercent {
		what, proposal = "aandeel van", fmt.Sprintf(`{{ aandeel "%s" "%stotaal" }}`, fig.Key, head(fig.Key))
	}
	f := t.say(ruleContradiction, n, l, s.start, fmt.Sprintf(
		"De tekst zegt %s, maar het %s ‘%s’ in %d is %s. Verbeter het getal, of schrijf een verwijzing.", found, what, fig.Title, year, value))
	f.Found, f.Expected, f.Proposal = found, value, proposal
}

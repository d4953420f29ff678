package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"voortgang/internal/disclosure"
	"voortgang/internal/document"
	"voortgang/internal/indicator"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// Every sentence that the program writes about figures is read back and held
// against a count by hand of the same records, for data by chance. A sentence
// that the reader doesn't know fails: whoever adds a statement adds how it is
// checked.
func TestEveryStatementHolds(t *testing.T) {
	seeds := 400
	if testing.Short() {
		seeds = 60
	}
	heard := map[string]int{}
	for seed := range seeds {
		hearReport(t, uint64(seed), 0, heard)
	}
	hearReport(t, 1, 480, heard)
	for _, said := range []string{"extreme", "sum", "steps", "no ring", "cell", "no project"} {
		if heard[said] == 0 {
			t.Errorf("no report has %s", said)
		}
	}
	for _, c := range claims() {
		if heard[c.name()] == 0 && !testing.Short() && !c.rare {
			t.Errorf("no report said %s", c.form)
		}
	}
}

// hearReport makes a report and checks all that it says.
func hearReport(t *testing.T, seed uint64, projects int, heard map[string]int) {
	t.Helper()
	g := generate(seed, projects)
	figs := disclosure.Protect(indicator.Compute(&g.Dataset, g.cfg), g.cfg.Thresholds.SmallGroup)
	doc, _ := Build(Input{Config: g.cfg, Data: &g.Dataset, Figures: figs, Version: "1"})
	l := &listener{t: t, seed: seed, reckoning: newReckoning(g), heard: heard}
	l.document(doc)
	if t.Failed() {
		t.FailNow()
	}
}

// listener reads the sentences of a report.
type listener struct {
	t    *testing.T
	seed uint64
	*reckoning
	heard map[string]int
	// page is the identifier of the indicator, or of the theme, that is being
	// read.
	page, theme string
}

func (l *listener) fail(format string, args ...any) {
	l.t.Helper()
	l.t.Errorf("seed %d, %s: %s", l.seed, l.page, fmt.Sprintf(format, args...))
}

func (l *listener) document(doc *document.Document) {
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case document.Heading:
			if block.Number != "" {
				l.page = block.ID
			}
		case document.Paragraph:
			switch text := spaced(prose.Plain(block.Text)); {
			case block.Tone == document.Missing:
				l.missing(text)
			case block.Tone == document.Lead && strings.HasPrefix(l.page, "indicator-"):
				l.sentences(text)
			}
		case document.ChapterOpening:
			l.page = block.Heading.ID
			for _, f := range block.Figures {
				l.keyFigure(f)
			}
		case document.ThemeOpening:
			l.page, l.theme = block.Heading.ID, block.Heading.Text
			if strings.Contains(prose.Plain(block.Lead), "project") {
				l.sentences(spaced(prose.Plain(block.Lead)))
			}
		case document.Chart:
			l.chart(block)
		case document.Table:
			l.table(block)
		}
	}
}

var noProject = regexp.MustCompile(`^Voor het thema (.*) liep in 2021 geen project\.$`)

// missing checks the lines that say that there is nothing.
func (l *listener) missing(text string) {
	known := map[string]bool{
		"indicator-2-1": len(l.Staffing) > 0, "indicator-2-2": l.fte(l.year, "", "") != nil, "indicator-2-3": len(l.Activities) > 0, "indicator-2-4": len(l.Participations) > 0,
		"indicator-2-5": len(l.Actors) > 0, "indicator-2-6": len(l.Contacts) > 0, "indicator-2-7": len(l.Contacts) > 0, "indicator-2-8": len(l.Dossiers) > 0, "indicator-2-9": len(l.Volunteers) > 0,
		"indicator-2-10": len(l.Communications) > 0, "indicator-2-11": l.funding(l.year, "", "") != nil, "indicator-2-12": len(l.Trainings) > 0, "indicator-2-13": len(l.Employees) > 0,
	}
	some := known[l.page]
	if norm, realised := l.staffing(l.year); l.page == "indicator-2-1" {
		some = norm != nil || realised != nil
	}
	if m := noProject.FindStringSubmatch(text); m != nil {
		l.heard["no project"]++
		some = l.projects(m[1], "").Sign() > 0
	}
	if l.page == "indicator-2-6" && l.contacts(l.year, "", "") == nil {
		some = false // contacts, but with no one who is listed
	}
	if some {
		l.fail("%q, but there is", text)
	}
}

// sentences reads a paragraph, sentence by sentence.
func (l *listener) sentences(text string) {
	for _, s := range sentencesOf(text) {
		l.sentence(s)
	}
}

var sentenceEnd = regexp.MustCompile(`[.] (?:[A-Z‘−]|\d)`)

// sentencesOf splits a text where a sentence ends.
func sentencesOf(text string) []string {
	var out []string
	for {
		at := sentenceEnd.FindStringIndex(text)
		if at == nil {
			return append(out, text)
		}
		out = append(out, text[:at[0]+1])
		text = text[at[0]+2:]
	}
}

// claim is a form of sentence on some pages, with what must be so for it to be
// said.
type claim struct {
	page string // the beginning of the page's identifier
	form *regexp.Regexp
	// check gets the marked parts of the sentence, and says what is wrong.
	check func(l *listener, m []string) string
	// rare is for what chance seldom gives.
	rare bool
}

func (c claim) name() string { return c.page + " " + c.form.String() }

func (l *listener) sentence(s string) {
	l.t.Helper()
	for _, c := range claims() {
		// "indicator-2-1" isn't the page of "indicator-2-10".
		if l.page != c.page && !strings.HasPrefix(l.page, c.page+"-") || strings.HasPrefix(c.page, "indicator") && l.page != c.page {
			continue
		}
		if m := c.form.FindStringSubmatch(s); m != nil {
			l.heard[c.name()]++
			if wrong := c.check(l, m[1:]); wrong != "" {
				l.fail("%q: %s", s, wrong)
			}
			return
		}
	}
	l.fail("nobody checks %q", s)
}

// differs says that a text isn't what it should be.
func differs(got, want string) string {
	if got == want {
		return ""
	}
	return fmt.Sprintf("%q should be %q", got, want)
}

// either gives the first that is wrong.
func either(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// countIs checks a count with its noun: "geen dossiers", "1 dossier", "minder
// dan 5 vrijwilligers".
func (l *listener) countIs(said string, v *rat, one, many string) string {
	least := int64(l.cfg.Thresholds.SmallGroup)
	switch {
	case v == nil:
		return fmt.Sprintf("%q of something unknown", said)
	case strings.HasPrefix(said, "minder dan "):
		if v.Sign() == 0 || least == 0 || v.Cmp(whole(int(least))) >= 0 {
			return fmt.Sprintf("%q of %s", said, v)
		}
		return differs(said, fmt.Sprint("minder dan ", least, " ", many))
	case strings.HasPrefix(said, "een niet getoond aantal "):
		if least == 0 {
			return "nothing is withheld here"
		}
		return differs(said, "een niet getoond aantal "+many)
	case v.Sign() == 0:
		return differs(said, "geen "+many)
	case v.Cmp(whole(1)) == 0:
		return differs(said, "1 "+one)
	}
	return differs(said, inDutch(v, 0)+" "+many)
}

// changeIs checks a comparison with the year before; "" says nothing.
func (l *listener) changeIs(said string, now, before *rat, decimals int, unit string) string {
	said = strings.TrimPrefix(said, ", ")
	if said == "" {
		return ""
	}
	delta := minus(now, before)
	if delta == nil {
		return fmt.Sprintf("%q while one of the years isn't known", said)
	}
	year := fmt.Sprint(l.year - 1)
	size := new(rat).Abs(delta)
	text := inDutch(size, decimals)
	switch {
	case delta.Sign() == 0:
		return differs(said, "evenveel als in "+year)
	case strings.Trim(text, "0,") == "":
		return differs(said, "nagenoeg evenveel als in "+year)
	}
	switch unit {
	case "€":
		text = inEuro(size)
	case "":
	default:
		text += " " + unit
	}
	word := " meer"
	if delta.Sign() < 0 {
		word = " minder"
	}
	return differs(said, text+word+" dan in "+year)
}

// nothingKnown checks that a page says rightly that it knows nothing.
func nothingKnown(v *rat) string {
	if v != nil {
		return "but it is " + v.String()
	}
	return ""
}

// mostIs checks a superlative: all that have the most are named, with how many.
func mostIs(said []string, number string, values map[string]*rat) string {
	var top *rat
	var names []string
	for name, v := range values {
		switch {
		case v.Sign() <= 0:
		case top == nil || v.Cmp(top) > 0:
			top, names = v, []string{name}
		case v.Cmp(top) == 0:
			names = append(names, name)
		}
	}
	slices.Sort(names)
	said = slices.Clone(said)
	slices.Sort(said)
	if top == nil {
		return "there is nothing of which there is most"
	}
	want := inDutch(top, 0)
	if len(names) > 1 {
		want = "elk " + want
	}
	return either(differs(strings.Join(said, "; "), strings.Join(names, "; ")), differs(number, want))
}

// named lists the names of an enumeration.
func listed(text string) []string {
	if strings.Contains(text, "‘") {
		var out []string
		for _, m := range regexp.MustCompile(`‘([^’]*)’`).FindAllStringSubmatch(text, -1) {
			out = append(out, m[1])
		}
		return out
	}
	return []string{text}
}

func (l *listener) keyFigure(f document.KeyFigure) {
	label, value, change := f.Label, spaced(f.Value), spaced(f.Change)
	checks := map[string]func() string{
		"Projecten en transversale acties": func() string {
			var parts []string
			for _, p := range []struct {
				theme, phase, one, many string
			}{{"", model.PhasePreparation, "in voorbereiding", "in voorbereiding"}, {"", model.PhaseRunning, "in uitvoering", "in uitvoering"}, {"", model.PhaseEnded, "afgerond", "afgerond"},
				{model.Transversal, "", "transversale actie", "transversale acties"}} {
				if n := l.projects(p.theme, p.phase); n.Sign() > 0 {
					word := p.many
					if n.Cmp(whole(1)) == 0 {
						word = p.one
					}
					parts = append(parts, inDutch(n, 0)+" "+word)
				}
			}
			want := parts[0]
			if n := len(parts); n > 1 {
				want = strings.Join(parts[:n-1], ", ") + " en " + parts[n-1]
			}
			return either(differs(value, inDutch(l.projects("", ""), 0)), differs(change, want))
		},
		"Deelnames aan activiteiten": func() string {
			now := l.participations(l.year, "", "")
			return either(differs(value, inDutch(now, 0)), l.changeIs(change, now, l.participations(l.year-1, "", ""), 0, ""))
		},
		"Vrijwilligers": func() string {
			now := l.volunteers(l.year, "")
			return either(differs(value, inDutch(now, 0)), l.changeIs(change, now, l.volunteers(l.year-1, ""), 0, ""))
		},
		"Partners en oplossingsactoren": func() string {
			return either(differs(value, inDutch(l.actors("", ""), 0)), differs(change, "elk één keer geteld"))
		},
		"Personeelsinzet": func() string {
			now := l.fte(l.year, "", "")
			return either(differs(value, inDutch(now, 2)+" VTE"), l.changeIs(change, now, l.fte(l.year-1, "", ""), 2, ""))
		},
		"Georganiseerde activiteiten": func() string {
			now := l.activities(l.year, "", "")
			return either(differs(value, inDutch(now, 0)), l.changeIs(change, now, l.activities(l.year-1, "", ""), 0, ""))
		},
		"Contacten met partners en oplossingsactoren": func() string {
			now := l.contacts(l.year, "", "")
			return either(differs(value, inDutch(now, 0)), l.changeIs(change, now, l.contacts(l.year-1, "", ""), 0, ""))
		},
		"Formele vorming van medewerkers": func() string {
			now, d := l.training(l.year, model.TrainingFormal), l.hourDecimals(value)
			return either(differs(value, inDutch(now, d)+" uur"), l.changeIs(change, now, l.training(l.year-1, model.TrainingFormal), d, ""))
		},
		"Projecten in voorbereiding": func() string { return differs(value, inDutch(l.projects("", model.PhasePreparation), 0)) },
		"Projecten in uitvoering":    func() string { return differs(value, inDutch(l.projects("", model.PhaseRunning), 0)) },
		"Afgeronde projecten":        func() string { return differs(value, inDutch(l.projects("", model.PhaseEnded), 0)) },
		"Transversale acties":        func() string { return differs(value, inDutch(l.projects(model.Transversal, ""), 0)) },
		"Afgeronde beleidsdossiers": func() string {
			now := l.dossiers(l.year, "", "")
			return either(differs(value, inDutch(now, 0)), l.changeIs(change, now, l.dossiers(l.year-1, "", ""), 0, ""))
		},
	}
	check := checks[label]
	if check == nil {
		l.fail("nobody checks the key figure %q", label)
		return
	}
	if wrong := check(); wrong != "" {
		l.fail("key figure %s %q (%s): %s", label, value, change, wrong)
	}
	if f.Spark != nil {
		l.spark(label, spaced(f.Spark.Alt()))
	}
}

// hourDecimals is with how many decimals hours are written: hours have one
// where one of them needs it.
func (l *listener) hourDecimals(said string) int {
	if strings.Contains(said, ",") {
		return 1
	}
	return 0
}

var captionCount = regexp.MustCompile(`^Formele samenwerkingsverbanden: (\d+) samenwerking(en)?$`)

// caption checks the captions of tables that count.
func (l *listener) caption(text string) {
	if m := captionCount.FindStringSubmatch(text); m != nil {
		if n := len(l.Partnerships); m[1] != fmt.Sprint(n) || (m[2] == "") != (n == 1) {
			l.fail("%q of %d", text, n)
		}
	}
}

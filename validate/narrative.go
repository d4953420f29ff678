package validate

import (
	"slices"
	"strings"

	"voortgang/config"
	"voortgang/internal/finding"
	"voortgang/internal/markup"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// Text checks the narrative: references, literal figures, names, sections, and
// what should not stand in a report.
// public are the figures as readers may see them.
func Text(texts []*model.Narrative, d *model.Dataset, figs, public *model.Figures, cfg *config.Config) []finding.Finding {
	t := &textChecker{texts: texts, data: d, figs: figs, public: public, cfg: cfg}
	t.smallGroups()
	if anyRecord(d) {
		// Without data there are no figures to refer to, and that is reported.
		t.references()
	}
	t.sections()
	t.cells()
	for _, n := range texts {
		lines := plainLines(n.Text)
		t.secretLinks(n, lines)
		t.placeholders(n, lines)
		t.personal(n, lines)
		t.names(n, lines)
		t.literals(n, lines)
		t.listed(n, lines)
		t.typedNumbers(n, lines)
		t.otherReport(n, lines)
		t.unbalanced(n, lines)
		t.leftMarkup(n, lines)
		t.unprintable(n, lines)
	}
	return t.list
}

// anyRecord tells whether anything at all was read from the workbooks.
func anyRecord(d *model.Dataset) bool {
	return slices.ContainsFunc(model.Sheets(), func(s *model.Sheet) bool { return d.Count(s) > 0 })
}

// textChecker is what a check on the narrative sees.
type textChecker struct {
	texts []*model.Narrative
	data  *model.Dataset
	figs  *model.Figures
	// public are the figures that references give.
	public *model.Figures
	cfg    *config.Config
	list   []finding.Finding
	// spellings are the names that texts may misspell, made once.
	spellings []spelling
}

// say reports a finding at a byte of a line, counted from 0.
func (t *textChecker) say(rule *finding.Rule, n *model.Narrative, line textLine, at int, message string) *finding.Finding {
	ref := source.Ref{File: n.Path, Line: line.number, Char: len([]rune(line.raw[:at])) + 1}
	t.list = append(t.list, finding.New(rule, ref, message))
	return &t.list[len(t.list)-1]
}

// textLine is one line of a narrative: as written, and with everything that
// isn't prose (comments, references, addresses, code) blotted out at the same
// bytes, so that places stay right.
type textLine struct {
	number     int
	raw, prose string
}

// plainLines splits a text into lines with only its prose.
func plainLines(text string) []textLine {
	prose := []byte(markup.WithoutComments(text))
	blot := func(from, to int) {
		for i := from; i < to && i < len(prose); i++ {
			if prose[i] != '\n' {
				prose[i] = ' '
			}
		}
	}
	between := func(open, shut string) {
		for from := 0; ; {
			i := strings.Index(text[from:], open)
			if i < 0 {
				return
			}
			end := strings.Index(text[from+i+len(open):], shut)
			if end < 0 {
				return
			}
			if strings.Contains(text[from+i:from+i+len(open)+end], "\n") {
				from += i + len(open) // it isn't closed on its line
				continue
			}
			to := from + i + len(open) + end + len(shut)
			blot(from+i, to)
			from = to
		}
	}
	between("{{", "}}")
	for _, at := range webAddress.FindAllStringIndex(text, -1) {
		blot(at[0], at[1])
	}
	for _, at := range linkTarget.FindAllStringIndex(text, -1) {
		blot(at[0]+1, at[1])
	}
	var out []textLine
	number, from := 1, 0
	for {
		end := strings.IndexByte(text[from:], '\n')
		if end < 0 {
			out = append(out, textLine{number, text[from:], string(prose[from:])})
			return out
		}
		out = append(out, textLine{number, text[from : from+end], string(prose[from : from+end])})
		from += end + 1
		number++
	}
}

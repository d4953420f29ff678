package ingest

import (
	"unicode"
	"unicode/utf8"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// manyAlike is how many findings of one rule in one column are kept one by
// one. The cells of all others are joined into one finding: a column of
// hundred thousand wrong values would fill memory and help nobody.
const manyAlike = 500

// findingList collects the findings of one sheet.
type findingList struct {
	list  []finding.Finding
	alike map[alikeKey]*alike
}

type alikeKey struct {
	rule   *finding.Rule
	column string
}

type alike struct {
	count int
	// rest is the finding that joins the ones over the limit.
	rest *finding.Finding
}

func (l *findingList) add(f finding.Finding) {
	if l.alike == nil {
		l.alike = map[alikeKey]*alike{}
	}
	key := alikeKey{f.Rule, f.Column}
	a := l.alike[key]
	if a == nil {
		a = &alike{}
		l.alike[key] = a
	}
	if a.count++; a.count <= manyAlike || f.Ref.Cell() == "" {
		l.list = append(l.list, f)
		return
	}
	if a.rest == nil {
		f.Found, f.Proposal = "", ""
		a.rest = &f
	}
	a.rest.Cells = append(a.rest.Cells, f.Ref)
}

// all gives the findings.
func (l *findingList) all() []finding.Finding {
	for _, a := range l.alike {
		if a.rest != nil {
			a.rest.Message = "In deze kolom is er hetzelfde mis met nog " +
				dutch.Plural(len(a.rest.Cells), "cel", "cellen") + ": " + lowerFirst(a.rest.Rule.Title) + "."
			l.list = append(l.list, *a.rest)
		}
	}
	l.alike = nil
	return l.list
}

func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

package finding

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"voortgang/internal/dutch"
	"voortgang/internal/source"
)

// manyAlike is how many findings of one rule in one column are kept one by
// one. The cells of all others are joined: a column of hundred thousand wrong
// values would fill memory and help nobody.
const manyAlike = 500

// List collects findings within bounds. The zero value is empty.
type List struct {
	list  []Finding
	alike map[alikeKey]*alike
	// order keeps the result the same for the same input.
	order []*alike
}

// sentence is what makes two findings say the same.
type sentence struct{ message, project string }

type alikeKey struct {
	rule                *Rule
	file, sheet, column string
}

// alike counts the findings of one rule in one column.
type alike struct {
	count int
	// again joins what says the same as one that was kept, by message; rest
	// joins all others.
	again []Finding
	said  map[sentence]int
	rest  *Finding
}

// Add takes a finding.
func (l *List) Add(f Finding) {
	if f.Ref.Cell() == "" {
		l.list = append(l.list, f)
		return
	}
	a := l.of(f)
	if a.count++; a.count <= manyAlike {
		l.list = append(l.list, f)
		return
	}
	a.join(f, l.list)
}

func (l *List) of(f Finding) *alike {
	key := alikeKey{f.Rule, f.Ref.File, f.Ref.Sheet, f.Column}
	a := l.alike[key]
	if a == nil {
		if l.alike == nil {
			l.alike = map[alikeKey]*alike{}
		}
		a = &alike{}
		l.alike[key] = a
		l.order = append(l.order, a)
	}
	return a
}

// join adds a finding over the bound; kept are those under it.
func (a *alike) join(f Finding, kept []Finding) {
	if a.said == nil {
		a.said = map[sentence]int{}
		for _, k := range kept {
			if k.Rule == f.Rule && k.Column == f.Column && k.Ref.File == f.Ref.File && k.Ref.Sheet == f.Ref.Sheet {
				a.said[sentence{k.Message, k.Project}] = -1
			}
		}
	}
	cells := f.Cells
	if !slices.ContainsFunc(cells, func(r source.Ref) bool { return r.Row != f.Ref.Row }) {
		cells = []source.Ref{f.Ref} // the row is found by its first cell
	}
	into := a.rest
	switch i, known := a.said[sentence{f.Message, f.Project}]; {
	case known && i >= 0:
		into = &a.again[i]
	case known:
		a.said[sentence{f.Message, f.Project}] = len(a.again)
		f.Cells = nil
		a.again = append(a.again, f)
		into = &a.again[len(a.again)-1]
	case into == nil:
		f.Found, f.Proposal, f.Cells = "", "", nil
		a.rest = &f
		into = a.rest
	case into.Project != f.Project:
		into.Project = ""
	}
	into.Cells = append(into.Cells, cells...)
}

// Has tells whether one of the findings that were kept one by one is wanted.
func (l *List) Has(wanted func(Finding) bool) bool { return slices.ContainsFunc(l.list, wanted) }

// All gives the findings. Those that say the same of several cells are still
// to be joined by Group.
func (l *List) All() []Finding {
	for _, a := range l.order {
		l.list = append(l.list, a.again...)
		if a.rest == nil {
			continue
		}
		where := "In deze kolom"
		if a.rest.Column == "" {
			where = "Op dit blad"
		}
		a.rest.Message = where + " is er hetzelfde mis met nog " +
			dutch.Plural(len(a.rest.Cells), "cel", "cellen") + ": " + lowerFirst(a.rest.Rule.Title) + "."
		l.list = append(l.list, *a.rest)
	}
	l.alike, l.order = nil, nil
	return l.list
}

func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

package cause

import (
	"slices"
	"strings"
	"testing"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

var (
	refs  = finding.Rule{Code: "K1", Family: finding.References}
	date  = finding.Rule{Code: "D1", Family: finding.Time}
	sums  = finding.Rule{Code: "O1", Family: finding.Sums}
	empty = finding.Rule{Code: "V1", Family: finding.Fields}
)

func cell(rule *finding.Rule, row int, proposal string) finding.Finding {
	f := finding.New(rule, source.Ref{File: "a.xlsx", Sheet: "Deelnames", Col: 1, Row: row}, rule.Code)
	f.Proposal = proposal
	return f
}

// world is what findings there are, each unless one of its cells is changed.
type world []struct {
	finding finding.Finding
	// gone are the rows that make it go away when they change, only those
	// that bring it about.
	gone, only []int
}

func (w world) look(edits []source.Edit) ([]finding.Finding, error) {
	changed := map[int]bool{}
	for _, e := range edits {
		changed[e.At.Row] = true
	}
	var out []finding.Finding
	for _, f := range w {
		there := !slices.ContainsFunc(f.gone, func(r int) bool { return changed[r] })
		for _, r := range f.only {
			there = there && changed[r]
		}
		if there {
			out = append(out, f.finding)
		}
	}
	return out, nil
}

func codes(list []finding.Finding) string {
	var out []string
	for _, f := range list {
		out = append(out, f.Code()+f.Ref.Cell())
	}
	return strings.Join(out, " ")
}

func TestSort(t *testing.T) {
	stand := cell(&refs, 9, "")
	stand.Mend = []source.Edit{{Kind: source.Stand, At: source.Ref{Sheet: "Activiteiten", Row: 9}, Text: "A9"}}
	nameless := cell(&empty, 3, "")
	nameless.Mend = []source.Edit{{At: nameless.Ref, Names: "Activiteiten"}}
	file := finding.New(&date, source.Ref{File: "a.xlsx"}, "file")
	file.Mend = []source.Edit{{At: source.Ref{File: "a.xlsx", Sheet: "Deelnames", Col: 1, Row: 4}, Text: "x"}}
	try := cell(&empty, 6, "")
	try.Try, try.Mend = true, []source.Edit{{At: try.Ref, Text: "x"}}
	for _, c := range []struct {
		name        string
		world       world
		told, under string
	}{
		{"nothing to mend", world{{finding: cell(&sums, 2, "")}}, "O1A2", ""},
		{"two that have nothing to do with each other", world{{cell(&refs, 2, "A1"), []int{2}, nil}, {cell(&sums, 3, ""), nil, nil}}, "K1A2 O1A3", ""},
		{"one that follows", world{{cell(&refs, 2, "A1"), []int{2}, nil}, {cell(&sums, 3, ""), []int{2}, nil}}, "K1A2", "O1A3<K1A2"},
		{"one that was hidden", world{{cell(&refs, 2, "A1"), []int{2}, nil}, {cell(&sums, 3, ""), nil, []int{2}}}, "K1A2 O1A3", ""},
		{"hidden, and mended in its turn", world{{cell(&refs, 2, "A1"), []int{2}, nil}, {cell(&refs, 3, "B"), []int{3}, []int{2}}, {cell(&sums, 5, ""), []int{3}, []int{2}}}, "K1A2 K1A3", "O1A5<K1A3"},
		{"the file before its cells", world{{cell(&date, 4, "y"), []int{4}, nil}, {file, []int{4}, nil}}, "D1", "D1A4<D1"},
		{"an empty key takes the name that is lacking", world{{stand, []int{3, 9}, nil}, {nameless, []int{3}, nil}}, "V1A3", "K1A9<V1A3"},
		{"a date that stands out is emptied", world{{cell(&date, 2, ""), []int{2}, nil}, {cell(&sums, 3, ""), []int{2}, nil}}, "D1A2", "O1A3<D1A2"},
		{"what is only tried brings nothing to light", world{{try, []int{6}, nil}, {cell(&sums, 3, ""), nil, []int{6}}, {cell(&sums, 4, ""), []int{6}, nil}}, "V1A6", "O1A4<V1A6"},
		{"a sum doesn't explain others", world{{cell(&sums, 2, ""), []int{2}, nil}, {cell(&sums, 3, ""), []int{2}, nil}}, "O1A2 O1A3", ""},
	} {
		first, _ := c.world.look(nil)
		told, under, err := Sort(first, func(finding.Finding) bool { return true }, c.world.look)
		if err != nil {
			t.Fatal(err)
		}
		var held []string
		for _, u := range under {
			held = append(held, u.Finding.Code()+u.Finding.Ref.Cell()+"<"+u.Cause.Code()+u.Cause.Ref.Cell())
		}
		if codes(told) != c.told || strings.Join(held, " ") != c.under {
			t.Errorf("%s: told %q, under %q; want %q, %q", c.name, codes(told), strings.Join(held, " "), c.told, c.under)
		}
	}
}

// What a person accepted explains nothing: it isn't going to be mended.
func TestAcceptedCausesNothing(t *testing.T) {
	w := world{{cell(&refs, 2, "A1"), []int{2}, nil}, {cell(&sums, 3, ""), []int{2}, nil}}
	first, _ := w.look(nil)
	told, under, _ := Sort(first, func(f finding.Finding) bool { return f.Rule != &refs }, w.look)
	if codes(told) != "K1A2 O1A3" || len(under) > 0 {
		t.Errorf("told %s, under %v", codes(told), under)
	}
}

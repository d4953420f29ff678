package source

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

func sheet(file, name string, columns ...int) *Sheet {
	return &Sheet{File: &File{Path: file}, Name: name, Columns: columns}
}

func text(ranges []Range) string {
	var parts []string
	for _, r := range ranges {
		parts = append(parts, fmt.Sprintf("%s/%s!%s", r.File, r.Sheet, r))
	}
	return strings.Join(parts, " ")
}

func TestCellsAreRunsInOrder(t *testing.T) {
	a, b := sheet("a.xlsx", "VTE", 2, 0, 5), sheet("b.xlsx", "VTE", 1)
	upright := &Sheet{File: &File{Path: "a.xlsx"}, Name: "Fiche", Columns: []int{3, 4}, Vertical: true}
	for _, c := range []struct {
		name string
		add  func(c *Cells)
		want string
	}{
		{"nothing", func(*Cells) {}, ""},
		{"a run and a gap", func(c *Cells) {
			for _, n := range []int{2, 3, 4, 7} {
				c.Add(Row{a, n}, 0)
			}
		}, "a.xlsx/VTE!B2:B4 a.xlsx/VTE!B7"},
		{"out of order and twice", func(c *Cells) {
			for _, n := range []int{7, 2, 3, 3, 8, 2} {
				c.Add(Row{a, n}, 2)
			}
		}, "a.xlsx/VTE!E2:E3 a.xlsx/VTE!E7:E8"},
		{"a column that the sheet lacks gives the row's first cell", func(c *Cells) { c.Add(Row{a, 9}, 1) }, "a.xlsx/VTE!A9"},
		{"files in order of path, columns in order", func(c *Cells) {
			c.Add(Row{b, 2}, 0)
			c.Add(Row{a, 2}, 2)
			c.Add(Row{a, 2}, 0)
		}, "a.xlsx/VTE!B2 a.xlsx/VTE!E2 b.xlsx/VTE!A2"},
		{"an upright record", func(c *Cells) { c.Add(Row{upright, 2}, 1); c.Add(Row{upright, 2}, 0) }, "a.xlsx/Fiche!B3:B4"},
		{"a record without a place", func(c *Cells) { c.Add(Row{}, 0) }, ""},
	} {
		var cells Cells
		c.add(&cells)
		if got := text(cells.Ranges()); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// The compact set must say the same as folding a list of single places.
func TestCellsAgreeWithRanges(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	sheets := []*Sheet{sheet("a.xlsx", "A", 1, 3), sheet("a.xlsx", "B", 2, 1), sheet("b.xlsx", "A", 4, 0)}
	for range 200 {
		var one, two Cells
		var places []Ref
		for range 60 {
			row, column := Row{sheets[random.IntN(3)], 2 + random.IntN(30)}, random.IntN(2)
			places = append(places, row.Cell(column))
			if random.IntN(2) == 0 {
				one.Add(row, column)
			} else {
				two.Add(row, column)
			}
		}
		before := text(one.Ranges())
		both := Union(one, two)
		want := Ranges(places)
		if got := text(both.Ranges()); got != text(want) {
			t.Fatalf("union gives %s, want %s", got, text(want))
		}
		n := 0
		for _, r := range want {
			n += r.Last - r.First + 1
		}
		if both.Len() != n {
			t.Fatalf("%d cells, want %d", both.Len(), n)
		}
		if text(one.Ranges()) != before {
			t.Fatal("Union changed one of its sets")
		}
	}
}

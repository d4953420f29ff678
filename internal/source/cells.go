package source

import (
	"slices"
	"strings"
)

// Run is a run of rows, both ends included and 1-based.
type Run struct{ First, Last int32 }

// Area is a number of cells in one column of one sheet.
type Area struct {
	Sheet *Sheet
	// Column is 1-based.
	Column int32
	// Runs are disjoint and in order.
	Runs []Run
}

// Cells is a set of cells, kept as runs of rows per column: the figures of a
// year with hundreds of thousands of registrations point at each of them, and
// a Ref or even a Range per cell would weigh more than the records do. The
// zero value is empty.
type Cells []Area

// Add adds the cell of a declared column of a record. A column that the sheet
// lacks adds the first cell of the row (see Row.Cell). It is cheap when the
// records come in the order of their rows.
func (c *Cells) Add(row Row, column int) {
	if row.Sheet == nil {
		return
	}
	col, line := row.address(column)
	area := c.area(row.Sheet, int32(col))
	area.add(int32(line))
}

// area gives the area of a column, made when it wasn't there. The last one is
// nearly always the one asked for.
func (c *Cells) area(sheet *Sheet, column int32) *Area {
	list := *c
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Sheet == sheet && list[i].Column == column {
			return &list[i]
		}
	}
	*c = append(list, Area{Sheet: sheet, Column: column})
	return &(*c)[len(list)]
}

func (a *Area) add(line int32) {
	n := len(a.Runs)
	if n > 0 {
		last := &a.Runs[n-1]
		switch {
		case line == last.Last+1:
			last.Last = line
			return
		case line >= last.First && line <= last.Last:
			return
		case line < last.First:
			a.Runs = fold(append(a.Runs, Run{line, line}))
			return
		}
	}
	a.Runs = append(a.Runs, Run{line, line})
}

// fold puts runs in order and joins those that touch.
func fold(runs []Run) []Run {
	slices.SortFunc(runs, func(a, b Run) int { return int(a.First) - int(b.First) })
	out := runs[:1]
	for _, r := range runs[1:] {
		last := &out[len(out)-1]
		if r.First <= last.Last+1 {
			last.Last = max(last.Last, r.Last)
			continue
		}
		out = append(out, r)
	}
	return out
}

// Union gives the cells that are in any of the sets. The sets stay as they are.
func Union(sets ...Cells) Cells {
	var out Cells
	for _, set := range sets {
		for _, a := range set {
			into := out.area(a.Sheet, a.Column)
			// Clip makes sure that appending never writes into a's own runs.
			if len(into.Runs) == 0 {
				into.Runs = slices.Clip(a.Runs)
				continue
			}
			into.Runs = fold(append(slices.Clone(into.Runs), a.Runs...))
		}
	}
	return out
}

// Len is the number of cells.
func (c Cells) Len() int {
	n := 0
	for _, a := range c {
		for _, r := range a.Runs {
			n += int(r.Last-r.First) + 1
		}
	}
	return n
}

// Ranges lists the cells as ranges, ordered by file, sheet, column, row.
func (c Cells) Ranges() []Range {
	areas := slices.Clone(c)
	slices.SortStableFunc(areas, func(a, b Area) int {
		if d := strings.Compare(a.Sheet.File.Path, b.Sheet.File.Path); d != 0 {
			return d
		}
		if d := strings.Compare(a.Sheet.Name, b.Sheet.Name); d != 0 {
			return d
		}
		return int(a.Column - b.Column)
	})
	var out []Range
	for _, a := range areas {
		for _, r := range a.Runs {
			out = append(out, Range{File: a.Sheet.File.Path, Sheet: a.Sheet.Name,
				Column: int(a.Column), First: int(r.First), Last: int(r.Last)})
		}
	}
	return out
}

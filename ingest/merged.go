package ingest

import (
	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// mergedCells knows the merged areas among the rows of data. Excel keeps only
// the value of the first cell of an area; whether it counts for the other rows
// too can't be known.
type mergedCells struct {
	areas []mergedArea
	// rows lists, by row, the areas that it crosses.
	rows map[int][]int
}

type mergedArea struct {
	model.Area
	// filled is true when the first cell holds a value.
	filled bool
	// covered are the cells without a value in declared columns, on rows
	// that hold data.
	covered []source.Ref
}

// maxMergedRows bounds the rows of merged areas that are looked at.
const maxMergedRows = 100_000

// newMergedCells gives nil when no merged area reaches below the header row.
func newMergedCells(facts *model.SheetFacts, head *header) *mergedCells {
	if facts == nil {
		return nil
	}
	m := &mergedCells{rows: map[int][]int{}}
	rows := 0
	for _, a := range facts.Merged {
		if a.Bottom <= head.row || a.Left >= len(head.at) {
			continue
		}
		if rows += a.Bottom - a.Top + 1; rows > maxMergedRows {
			break
		}
		for row := a.Top; row <= a.Bottom; row++ {
			m.rows[row] = append(m.rows[row], len(m.areas))
		}
		m.areas = append(m.areas, mergedArea{Area: a})
	}
	if len(m.areas) == 0 {
		return nil
	}
	return m
}

// covers tells whether a cell lies in an area without being its first.
func (m *mergedCells) covers(row, col int) bool {
	if m == nil {
		return false
	}
	for _, i := range m.rows[row] {
		if a := m.areas[i]; a.Holds(col, row) && (row != a.Top || col != a.Left) {
			return true
		}
	}
	return false
}

// wide tells whether the cell is the first of an area over more columns.
func (m *mergedCells) wide(row, col int) bool {
	if m == nil {
		return false
	}
	for _, i := range m.rows[row] {
		if a := m.areas[i]; a.Top == row && a.Left == col && a.Right > a.Left {
			return true
		}
	}
	return false
}

// see notes which covered cells a row of data leaves empty.
func (m *mergedCells) see(row *grid.Row, head *header) {
	if m == nil {
		return
	}
	for _, i := range m.rows[row.Number] {
		a := &m.areas[i]
		for col := a.Left; col <= a.Right && col < len(head.at); col++ {
			switch {
			case row.Number == a.Top && col == a.Left:
				a.filled = !row.At(col).Blank()
			case head.at[col].role == roleField && row.At(col).Blank():
				a.covered = append(a.covered, source.Ref{Row: row.Number, Col: col})
			}
		}
	}
}

// report reports the areas whose value may be meant for covered cells.
func (m *mergedCells) report(t *table) {
	for _, a := range m.areas {
		if len(a.covered) == 0 || !a.filled {
			continue
		}
		sheet := t.sheetRef()
		cells := make([]source.Ref, len(a.covered))
		for i, c := range a.covered {
			cells[i] = sheet
			cells[i].Row, cells[i].Col = c.Row, c.Col
		}
		column := t.lay.decl.Columns[t.head.at[cells[0].Col].index].Name
		area := source.Ref{Row: a.Top, Col: a.Left}.Cell() + ":" + source.Ref{Row: a.Bottom, Col: a.Right}.Cell()
		t.report(rules.Merged(t.place(cells[0], column), area, cells))
	}
}

package ingest

import (
	"slices"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/internal/finding"
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
		// The text of an area that begins in the header row is a name.
		m.areas = append(m.areas, mergedArea{Area: a, filled: a.Top <= head.row})
	}
	if len(m.areas) == 0 {
		return nil
	}
	return m
}

// withNamesAbove gives the header row, with the names that stand in a row
// above it in cells that are merged down to it: heads of two rows often have
// those.
func (t *table) withNamesAbove(at int) *grid.Row {
	row := t.waiting[at]
	if t.in.Facts == nil {
		return row
	}
	for _, a := range t.in.Facts.Merged {
		if a.Top >= row.Number || a.Bottom < row.Number || !row.At(a.Left).Blank() {
			continue
		}
		for _, above := range t.waiting[:at] {
			name := above.At(a.Left)
			if _, known := t.lay.columnFor(name.Text); above.Number == a.Top && name.Kind == grid.Text && known {
				row.Cells = append(row.Cells, name)
			}
		}
	}
	slices.SortFunc(row.Cells, func(a, b grid.Cell) int { return a.Col - b.Col })
	return row
}

// mergedHeader reports column names over merged cells, where the columns
// without a name of their own hold something. What follows from it isn't
// reported: values in columns without a name, and required columns that may
// well be these.
func (t *table) mergedHeader(required []bool) {
	if t.in.Facts == nil {
		return
	}
	nameless, last := 0, len(t.head.at)-1
	for _, u := range t.unnamed {
		last = max(last, u.col)
	}
	var found []finding.Finding
	for _, a := range t.in.Facts.Merged {
		if a.Top > t.head.row || a.Bottom < t.head.row || a.Right == a.Left || a.Left > last || len(found) == maxStrays {
			continue
		}
		var columns []string
		for col := a.Left; col <= min(a.Right, last); col++ {
			if covered := col > a.Left || a.Top < t.head.row; covered && t.holds(col) {
				columns = append(columns, source.ColumnName(col))
			}
		}
		if len(columns) == 0 {
			continue
		}
		nameless += len(columns)
		place := t.cellPlace(t.head.row, a.Left, "")
		cells := []source.Ref{}
		for col := a.Left; col <= min(a.Right, a.Left+maxStrays); col++ {
			cells = append(cells, t.cellRef(t.head.row, col))
		}
		t.unnamed = slices.DeleteFunc(t.unnamed, func(u *strayColumn) bool { return u.col >= a.Left && u.col <= a.Right })
		text := ""
		if a.Left < len(t.head.texts) {
			text = t.head.texts[a.Left]
		}
		found = append(found, rules.MergedHead(place, text, nameOf(a), cells, columns))
	}
	if len(found) == 0 {
		return
	}
	var lost []string
	for i, col := range t.lay.decl.Columns {
		if required[i] && t.head.columns[i] == 0 && t.head.nearUnknown(col) == nil && len(lost) < nameless {
			lost = append(lost, col.Name)
			required[i] = false
		}
	}
	if len(lost) > 0 {
		found[0].Message += rules.LostNames(lost)
	}
	for _, f := range found {
		t.report(f)
	}
}

// holds tells whether a column without a name, or with a name that merged
// cells hide, holds values.
func (t *table) holds(col int) bool {
	switch to := t.head.target(col); to.role {
	case roleField:
		return t.seen[to.index]
	case roleUnknown:
		return t.head.unknown[to.index].count > 0
	}
	return slices.ContainsFunc(t.unnamed, func(u *strayColumn) bool { return u.col == col })
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
		// A name that merged cells take from the row of names is no data: then
		// the first cell without a value stands for the area.
		places := a.covered
		if a.Top > t.head.row {
			places = append([]source.Ref{{Row: a.Top, Col: a.Left}}, places...)
		}
		cells := make([]source.Ref, len(places))
		for i, c := range places {
			cells[i] = t.cellRef(c.Row, c.Col)
		}
		column := t.lay.names[t.head.at[a.covered[0].Col].index]
		t.report(rules.Merged(t.place(cells[0], column), nameOf(a.Area), cells))
	}
}

// nameOf names the cells of an area: A1:B2.
func nameOf(a model.Area) string {
	return source.Ref{Row: a.Top, Col: a.Left}.Cell() + ":" + source.Ref{Row: a.Bottom, Col: a.Right}.Cell()
}

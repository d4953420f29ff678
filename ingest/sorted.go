package ingest

import (
	"strings"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/internal/model"
)

// maxWaiting bounds the rows that are kept while no column names are found: a
// sort may have put them anywhere.
const maxWaiting = 20_000

// aboveHeader cuts the rows above the column names in titles and rows of the
// table, which a sort that took the names along has put there. It says so.
func (t *table) aboveHeader(above []*grid.Row) (titles, rows []*grid.Row) {
	first, sure := len(above), 0
	for i, row := range above {
		if t.ofTable(row) {
			first = min(first, i)
			sure++
		}
	}
	if sure == 0 || t.demands() < 2 && (sure == 1 || sure*2 < len(above)) {
		return above, nil
	}
	// A row that lacks something may stand before the first that is whole.
	for first > 0 && len(above[first-1].Cells)*2 > len(above[first].Cells) {
		first--
	}
	place := t.cellPlace(t.head.row, t.head.first(), "")
	t.report(rules.Sorted(place, len(above)-first))
	t.head.top = above[first].Number - 1
	return above[:first], above[first:]
}

// demands counts the columns that must be filled in and are there.
func (t *table) demands() int {
	n := 0
	for i, needed := range t.required {
		if needed && t.head.columns[i] > 0 {
			n++
		}
	}
	return n
}

// ofTable tells whether a row above the column names holds what the columns
// ask: all that is required, and a date, number or choice among it.
func (t *table) ofTable(row *grid.Row) bool {
	kinds := 0
	for i, col := range t.head.columns {
		cell := row.At(col)
		switch {
		case col == 0 || cell.Blank() && (!t.required[i] || t.lay.decl.Columns[i].Kind == model.YesNo):
		case cell.Blank(), cell.Kind == grid.Text && (strings.HasSuffix(strings.TrimSpace(cell.Text), ":") || exampleMark.MatchString(cell.Text)):
			return false
		default:
			switch t.lay.fits(i, cell, t.ctx) {
			case fitsNot:
				return false
			case fitsKind:
				kinds++
			}
		}
	}
	return kinds > 0
}

// first is the first column of the sheet that is read.
func (h *header) first() int {
	first := 0
	for _, col := range h.columns {
		if col > 0 && (first == 0 || col < first) {
			first = col
		}
	}
	return first
}

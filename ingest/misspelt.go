package ingest

import (
	"slices"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/nearest"
)

// sureName is from what length, folded, a name that is one letter off is taken
// for a column that needn't be there.
const sureName = 5

// adopt takes unknown columns for declared ones that are absent, where their
// name is nearly that of one only and what stands under it goes with it.
func (t *table) adopt(below []*grid.Row) {
	for i, at := range t.head.columns {
		if at != 0 {
			continue
		}
		u := t.head.nearlyOnly(t.lay.decl.Columns[i])
		if u == nil || !t.surelyNamed(i, u.text) || !t.lay.fitsBelow(i, u.col, below, t.ctx) || t.src.Vertical && below[0].At(u.col).Blank() {
			continue
		}
		t.head.columns[i], t.head.at[u.col] = u.col, target{roleField, i}
		t.head.unknown[slices.Index(t.head.unknown, u)] = &strayColumn{col: u.col, spoken: true}
		place := t.cellPlace(t.head.row, u.col, t.lay.names[i])
		t.report(rules.Misspelt(place, u.text, t.src.Vertical))
	}
}

// surelyNamed tells whether a name is surely meant as that of a column: no other
// column that is absent is nearer, and it is a slip if the sheet could do
// without.
func (t *table) surelyNamed(i int, text string) bool {
	name, fold := t.lay.names[i], dutch.Fold(text)
	if t.freeName(text) != name && !slices.Contains(t.lay.decl.Columns[i].Aliases, value.Nearest(text, t.lay.decl.Columns[i].Aliases)) {
		return false
	}
	return t.lay.decl.Columns[i].Required || len(fold) >= sureName && nearest.Slip(fold, dutch.Fold(name)) && len(fold) >= len(dutch.Fold(name))-1
}

// nearlyOnly gives the unknown column whose name is nearly that of col; nil
// when there is none or more than one.
func (h *header) nearlyOnly(col model.Column) *strayColumn {
	var only *strayColumn
	for _, u := range h.unknown {
		if u.spoken || value.Nearest(u.text, append([]string{col.Name}, col.Aliases...)) == "" {
			continue
		}
		if only != nil {
			return nil
		}
		only = u
	}
	return only
}

// fitsBelow tells whether most of what stands in a column of some rows can be
// read as a value of a declared one.
func (l *layout) fitsBelow(i, col int, rows []*grid.Row, ctx value.Context) bool {
	fits, not := 0, 0
	for _, row := range rows {
		switch cell := row.At(col); {
		case cell.Blank():
		case l.fits(i, cell, ctx) == fitsNot:
			not++
		default:
			fits++
		}
	}
	return fits >= not
}

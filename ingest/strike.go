package ingest

import (
	"slices"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/model"
)

// strikes notes a row that is struck through: all its cells, or those of its
// key. Otherwise the cells in which something is are reported by themselves.
func (t *table) strikes(rec model.Record, row *grid.Row) {
	if !slices.ContainsFunc(row.Cells, func(c grid.Cell) bool { return c.Marks != nil && c.Marks.Struck }) {
		return
	}
	all, key, keys := true, true, 0
	for _, cell := range row.Cells {
		to := t.head.target(cell.Col)
		if to.role != roleField {
			continue
		}
		all = all && cell.StruckOut()
		if to.index != t.project && slices.Contains(t.lay.decl.Key, to.index) {
			keys++
			key = key && cell.StruckOut()
		}
	}
	if !t.src.Vertical && (all || keys > 0 && key) {
		if len(t.struck) < maxHiddenCells {
			t.struck = append(t.struck, t.cellRef(row.Number, row.Cells[0].Col))
		}
		return
	}
	for _, cell := range row.Cells {
		if to := t.head.target(cell.Col); to.role == roleField {
			t.strike(rec, to.index, cell)
		}
	}
}

// strike reports a cell in which something is struck through.
func (t *table) strike(rec model.Record, i int, cell grid.Cell) {
	if cell.Marks == nil || !cell.Marks.Struck {
		return
	}
	t.report(rules.StruckIn(t.fieldPlace(rec, i), value.Show(cell, t.ctx), cell.Marks.Rest))
}

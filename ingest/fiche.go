package ingest

import (
	"slices"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// maxFicheRows bounds the rows of a Fiche.
const maxFicheRows = 5000

// fiche reads a project's record from a sheet Fiche: upright, with a label and
// a value on each row, or as a header row with one row below it.
type fiche struct {
	*table
	rows []*grid.Row
	// more are the projects in rows under the first.
	more []*model.Project
}

func newFiche(r *fileReader, lay *layout, in *model.InputSheet) *fiche {
	return &fiche{table: newTable(r, lay, in)}
}

func (f *fiche) add(row *grid.Row) error {
	f.rows = append(f.rows, row.Clone())
	if len(f.rows) >= maxFicheRows {
		return grid.ErrStop
	}
	return nil
}

// finish reads the record and notes for which project the workbook is.
func (f *fiche) finish(broken bool) {
	first := !f.file.hasFiche
	f.file.hasFiche = true
	f.onRecord = func(rec model.Record) {
		p := rec.(*model.Project)
		if first {
			if p.Base().Usable(model.ProjectCode) {
				f.file.project, f.file.file.Project = p.Code, p.Code
			}
			return
		}
		place := rules.At{Ref: p.Base().Place(model.ProjectCode), Column: f.lay.names[model.ProjectCode], Project: p.Code}
		f.report(rules.Second(place, p.Code, nil))
		p.Base().MarkBad(model.ProjectCode) // no double of the first as well
	}
	f.beyond = func(rec model.Record) bool {
		if len(f.data.Projects) == 0 {
			return false
		}
		f.more = append(f.more, rec.(*model.Project))
		return true
	}
	if labels, col := f.labels(); labels > f.named() {
		f.upright(col)
		f.handOver()
		return
	}
	for _, row := range f.rows {
		_ = f.table.add(row)
	}
	f.table.finish(broken)
	f.others()
}

// others reports the rows under the first that hold a project: they aren't
// read, so nothing else is said of them.
func (f *fiche) others() {
	if len(f.more) == 0 {
		return
	}
	first := f.more[0]
	place := rules.At{Ref: first.Base().Place(model.ProjectCode), Column: f.lay.names[model.ProjectCode], Project: f.file.project}
	cells := make([]source.Ref, len(f.more))
	for i, p := range f.more {
		cells[i] = p.Base().Place(model.ProjectCode)
	}
	f.file.findings = append(f.file.findings, rules.Second(place, first.Code, cells))
}

// named gives how many columns the best header row names.
func (f *fiche) named() int {
	most := 0
	for _, row := range f.rows[:min(len(f.rows), headerRows)] {
		most = max(most, f.lay.match(row, false).count)
	}
	return most
}

// labels gives the column that names most fields one below the other, and how
// many.
func (f *fiche) labels() (count, col int) {
	counts := map[int]map[int]bool{}
	for _, row := range f.rows {
		for _, cell := range row.Cells {
			if cell.Kind != grid.Text {
				continue
			}
			if c, ok := f.lay.columnFor(cell.Text); ok {
				if counts[cell.Col] == nil {
					counts[cell.Col] = map[int]bool{}
				}
				counts[cell.Col][c.index] = true
			}
		}
	}
	for c, fields := range counts {
		if len(fields) > count || len(fields) == count && c < col {
			count, col = len(fields), c
		}
	}
	if count < 2 {
		return 0, 0
	}
	return count, col
}

// upright reads the record of which the labels stand in a column: turned, it is
// a row below a header row.
func (f *fiche) upright(labelCol int) {
	f.in.Rows, f.src.Vertical = 1, true
	f.head = f.lay.newHeader(f.turned(labelCol, true))
	valueCol := f.valueColumn(labelCol, f.head)
	values := f.turned(valueCol, false)
	f.adopt([]*grid.Row{values})
	f.src.Columns = f.head.columns
	f.require()
	f.reportTwice()
	// What stands above the first label is a title.
	values.Cells = slices.DeleteFunc(values.Cells, func(c grid.Cell) bool { return c.Col < f.head.first() })
	f.record(values)
	f.missing(f.demanded())
	f.strays()
	f.besideValues(valueCol)
	f.hidden(valueCol)
	f.file.formulas(f.in, func(row, col int) (string, bool) {
		to := f.head.target(row)
		if col != valueCol || to.role != roleField {
			return "", false
		}
		return f.lay.names[to.index], true
	})
	f.reportRest()
}

// turned gives a column of the sheet as a row; of a column of labels only the
// texts.
func (f *fiche) turned(col int, labels bool) *grid.Row {
	out := &grid.Row{Number: col}
	for _, row := range f.rows {
		if cell := row.At(col); !cell.Blank() && (cell.Kind == grid.Text || !labels) {
			cell.Col = row.Number
			out.Cells = append(out.Cells, cell)
		}
	}
	return out
}

// valueColumn gives the column that holds most values next to the labels, the
// nearest of equals.
func (f *fiche) valueColumn(labelCol int, h *header) int {
	counts := map[int]int{}
	for _, row := range f.rows {
		if !slices.Contains(h.columns, row.Number) {
			continue
		}
		for _, cell := range row.Cells {
			if cell.Col > labelCol {
				counts[cell.Col]++
			}
		}
	}
	best := labelCol + 1
	for col, n := range counts {
		// The column next to the labels is the one, unless nearly all values
		// stand further on: notes may stand next to each value.
		if n > counts[best] && counts[labelCol+1] == 0 || n == counts[best] && col < best && counts[labelCol+1] == 0 {
			best = col
		}
	}
	return best
}

// besideValues reports values next to the column of values, when there are but
// few: a whole column of them holds notes.
func (f *fiche) besideValues(valueCol int) {
	var beside []rules.At
	var found []string
	fields := 0
	for _, row := range f.rows {
		if !slices.Contains(f.head.columns, row.Number) {
			continue
		}
		fields++
		for _, cell := range row.Cells {
			if cell.Col > valueCol {
				beside = append(beside, f.cellPlace(cell.Col, row.Number, ""))
				found = append(found, value.Show(cell, f.ctx))
			}
		}
	}
	if len(beside)*2 >= fields {
		return
	}
	for i, place := range beside {
		f.report(rules.Loose(place, found[i]))
	}
}

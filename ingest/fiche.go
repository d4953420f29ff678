package ingest

import (
	"slices"
	"strings"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/finding"
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
		f.reportSpoiled()
		f.file.spaced = append(f.file.spaced, f.spaced...)
		f.file.data.Append(&f.data)
		f.file.findings = append(f.file.findings, f.findings.All()...)
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

// upright reads the record of which the labels stand in a column.
func (f *fiche) upright(labelCol int) {
	f.in.Rows = 1
	head, strange := f.uprightHeader(labelCol)
	valueCol := f.valueColumn(labelCol, head)
	f.head = head
	strange = f.adoptLabels(strange, labelCol, valueCol)
	f.src.Columns, f.src.Vertical = head.columns, true
	f.require()

	rec := f.lay.decl.New()
	base := rec.Base()
	*base = model.At(source.Row{Sheet: f.src, Number: valueCol})
	f.fields = rec.Fields(f.fields[:0])
	for i, at := range head.columns {
		cell := f.cell(at, valueCol)
		if at == 0 || cell.Blank() {
			continue
		}
		f.filled[i] = true
		f.take(base, i, &cell)
		f.strike(rec, i, cell)
	}
	for _, i := range f.absent {
		base.MarkBad(i)
	}
	missing := f.missingFields(rec, 0)
	f.reportRow(rec, missing)
	f.reportDoubts(rec)
	f.reportOrders()
	f.uprightMissing(rec, strange)
	f.uprightStrays(labelCol, valueCol, head, strange)
	f.hidden(valueCol)
	f.file.formulas(f.in, func(row, col int) (string, bool) {
		i := slices.Index(head.columns, row)
		if col != valueCol || i < 0 {
			return "", false
		}
		return f.lay.names[i], true
	})
	for _, twice := range head.twice {
		first := source.Ref{Row: head.columns[twice.index], Col: labelCol}.Cell()
		f.report(rules.Twice(f.cellPlace(twice.col, labelCol, f.lay.names[twice.index]), twice.text, first))
	}
	f.data.Add(rec)
	f.onRecord(rec)
}

// adoptLabels takes labels that aren't known for fields that are absent, where
// they are nearly the name of one, and gives the others.
func (f *fiche) adoptLabels(strange []*grid.Row, labelCol, valueCol int) []*grid.Row {
	return slices.DeleteFunc(strange, func(row *grid.Row) bool {
		label, found := row.At(labelCol).Text, row.At(valueCol)
		i := slices.Index(f.lay.names, f.freeName(label))
		if i < 0 || !f.surelyNamed(i, label) || found.Blank() || f.lay.fits(i, found, f.ctx) == fitsNot {
			return false
		}
		f.head.columns[i] = row.Number
		f.report(rules.Misspelt(f.cellPlace(row.Number, labelCol, f.lay.names[i]), label, true))
		return true
	})
}

// uprightHeader maps the fields to the rows of their labels. It gives the rows
// with a label that isn't known too. In twice, col is the row of the label.
func (f *fiche) uprightHeader(labelCol int) (*header, []*grid.Row) {
	h := &header{columns: make([]int, len(f.lay.decl.Columns))}
	byAlias := make([]bool, len(f.lay.decl.Columns))
	var strange []*grid.Row
	for _, aliases := range [...]bool{false, true} {
		for _, row := range f.rows {
			cell := row.At(labelCol)
			c, ok := f.lay.columnFor(cell.Text)
			switch {
			case cell.Kind != grid.Text:
			case !ok:
				if aliases {
					strange = append(strange, row)
				}
			case c.alias != aliases:
			case h.columns[c.index] == 0:
				h.columns[c.index], byAlias[c.index] = row.Number, aliases
			case byAlias[c.index] == aliases:
				h.twice = append(h.twice, repeated{index: c.index, col: row.Number, text: cell.Text})
			default:
				strange = append(strange, row)
			}
		}
	}
	return h, strange
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

func (f *fiche) cell(row, col int) grid.Cell {
	for _, r := range f.rows {
		if r.Number == row {
			return r.At(col)
		}
	}
	return grid.Cell{}
}

// uprightMissing reports the required labels that aren't there.
func (f *fiche) uprightMissing(rec model.Record, strange []*grid.Row) {
	for _, i := range f.absent {
		if f.mayLack(rec, i) {
			continue
		}
		col := f.lay.decl.Columns[i]
		place, near := f.sheetPlace(col.Name), ""
		for _, row := range strange {
			if label := row.Cells[0]; value.Nearest(label.Text, append([]string{col.Name}, col.Aliases...)) != "" {
				near, place = label.Text, f.cellPlace(row.Number, label.Col, col.Name)
				break
			}
		}
		f.report(rules.Missing(place, near, true))
	}
}

// uprightStrays reports values that aren't read: those with a label that isn't
// known, and those without a label.
func (f *fiche) uprightStrays(labelCol, valueCol int, h *header, strange []*grid.Row) {
	top := 0
	for _, row := range h.columns {
		if row > 0 && (top == 0 || row < top) {
			top = row
		}
	}
	for _, row := range f.rows {
		found := row.At(valueCol)
		if row.Number < top || found.Blank() || slices.Contains(h.columns, row.Number) {
			continue
		}
		label := row.At(labelCol)
		switch {
		case label.Blank():
			f.report(rules.Loose(f.cellPlace(row.Number, valueCol, ""), value.Show(found, f.ctx)))
		case slices.Contains(strange, row) && !f.reportedAsMissing(row.Number):
			near := value.Nearest(label.Text, f.freeLabels(h))
			f.report(rules.Strange(f.cellPlace(row.Number, labelCol, ""), strings.TrimRight(label.Text, ": "), near))
		}
	}
	f.besideValues(valueCol, h)
}

// besideValues reports values next to the column of values, when there are but
// few: a whole column of them holds notes.
func (f *fiche) besideValues(valueCol int, h *header) {
	var beside []rules.At
	var found []string
	fields := 0
	for _, row := range f.rows {
		if !slices.Contains(h.columns, row.Number) {
			continue
		}
		fields++
		for _, cell := range row.Cells {
			if cell.Col > valueCol {
				beside = append(beside, f.cellPlace(row.Number, cell.Col, ""))
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

// reportedAsMissing tells whether a row's label is named in the finding of a
// missing field already.
func (f *fiche) reportedAsMissing(row int) bool {
	return f.findings.Has(func(known finding.Finding) bool {
		return known.Rule == rules.MissingColumn && known.Ref.Row == row
	})
}

func (f *fiche) freeLabels(h *header) []string {
	var free []string
	for i, row := range h.columns {
		if row == 0 {
			free = append(free, f.lay.names[i])
		}
	}
	return free
}

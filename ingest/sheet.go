package ingest

import (
	"errors"

	"voortgang/ingest/csvfile"
	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/workbook"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// rowSource gives the rows of a sheet to a function.
type rowSource func(fn func(*grid.Row) error) error

// sheet reads one sheet of the contract.
func (r *fileReader) sheet(in *model.InputSheet, lay *layout, rows rowSource) {
	in.Decl = lay.decl
	for {
		part := r.newPart(lay, in)
		err := rows(part.add)
		if errors.Is(err, workbook.ErrAgain) {
			part.again()
			continue
		}
		part.finish(err != nil)
		in.Partial = err != nil
		r.sheetError(in, err)
		return
	}
}

// part is what reads the rows of one sheet: a table or a Fiche. finish hands
// the result to the file; broken says that the sheet ended too soon, which is
// reported already.
type part interface {
	add(*grid.Row) error
	again()
	finish(broken bool)
}

func (r *fileReader) newPart(lay *layout, in *model.InputSheet) part {
	in.Rows, in.Refused = 0, 0
	if lay.fiche {
		return newFiche(r, lay, in)
	}
	return newTable(r, lay, in)
}

// sheetError reports why a sheet could not be read to its end. A deadline is
// reported for the file as a whole, elsewhere.
func (r *fileReader) sheetError(in *model.InputSheet, err error) {
	if err == nil || r.ctx.Err() != nil {
		return
	}
	place := rules.At{Ref: r.sheetRef(in), Project: r.project}
	var f *workbook.Failure
	var limit *csvfile.LimitError
	switch {
	case errors.As(err, &f):
		if f.Row > 0 {
			place.Ref.Row, place.Ref.Col = f.Row, 1
		}
		r.lost(rules.DamagedSheet(place, f.Row))
	case errors.As(err, &limit):
		place.Ref.Row, place.Ref.Col = limit.Row, 1
		beyond := [...]func(rules.At) finding.Finding{csvfile.Rows: rules.ManyRows, csvfile.Columns: rules.ManyColumns, csvfile.CellLength: rules.LongCell}
		r.lost(beyond[limit.Limit](place))
	default:
		r.lost(rules.Failed(place, err.Error()))
	}
}

// lost notes that rows of a sheet are missing.
func (r *fileReader) lost(f finding.Finding) {
	f.Lost = true
	r.findings = append(r.findings, f)
}

func (r *fileReader) sheetRef(in *model.InputSheet) source.Ref { return r.cellRef(in, 0, 0) }

func (r *fileReader) cellRef(in *model.InputSheet, row, col int) source.Ref {
	return source.Ref{File: r.file.Path, Sheet: in.Name, Row: row, Col: col}
}

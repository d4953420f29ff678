package ingest

import (
	"errors"
	"slices"

	"voortgang/ingest/csvfile"
	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/workbook"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// rowSource gives the rows of a sheet to a function.
type rowSource func(fn func(*grid.Row) error) error

// sniffBytes is up to what size, unpacked, a workbook is unpacked only to see
// whether an unknown sheet looks like a known one.
const sniffBytes = 64 << 20

// sheet reads one sheet, if it is one of the contract.
func (r *fileReader) sheet(in *model.InputSheet, rows rowSource) {
	if leftAlone(in.Name) {
		return
	}
	lay := r.contract.layout(in.Name)
	if lay == nil {
		r.unknownSheet(in, rows)
		return
	}
	in.Decl = lay.decl
	rows = r.job.edits.rows(in.Name, rows)
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

func (r *fileReader) sheetRef(in *model.InputSheet) source.Ref {
	return source.Ref{File: r.file.Path, Sheet: in.Name}
}

// unknownSheet notes a sheet that isn't known, unless it is empty. One that
// looks like a known sheet is worth a warning: somebody's work doesn't count.
func (r *fileReader) unknownSheet(in *model.InputSheet, rows rowSource) {
	place := rules.At{Ref: r.sheetRef(in)}
	var first []*grid.Row
	if r.book == nil || r.book.Unpacked <= sniffBytes {
		err := rows(func(row *grid.Row) error {
			first = append(first, row.Clone())
			if len(first) == headerRows {
				return grid.ErrStop
			}
			return nil
		})
		if err == nil && len(first) == 0 {
			return
		}
	}
	if own, of := ownSheet(first); own {
		r.own, r.annotates = true, of
		return
	}
	if known := r.contract.similar(in.Name); known != "" {
		in.Like = known
		r.findings = append(r.findings, rules.Renamed(place, in.Name, known, false))
		return
	}
	if known := r.contract.named(in.Name); known != "" && r.hasFiche && !r.holds(known) {
		in.Like = known
		r.findings = append(r.findings, rules.Renamed(place, in.Name, known, false))
		return
	}
	if known := r.contract.byColumns(first); known != "" {
		in.Like = known
		r.findings = append(r.findings, rules.Renamed(place, in.Name, known, true))
		return
	}
	if !r.hasFiche && r.contract.looksLikeFiche(first) {
		in.Like = model.FicheName
		r.findings = append(r.findings, rules.Renamed(place, in.Name, model.FicheName, true))
		return
	}
	r.unknown = append(r.unknown, in.Name)
}

// holds tells whether the file has a sheet of the contract.
func (r *fileReader) holds(known string) bool {
	return slices.ContainsFunc(r.file.Sheets, func(s *model.InputSheet) bool {
		l := r.contract.layout(s.Name)
		return l != nil && l.decl.Name == known
	})
}

// looksLikeFiche tells whether a column names the required fields of a
// project, one below the other.
func (c *contract) looksLikeFiche(rows []*grid.Row) bool {
	f := fiche{table: &table{lay: c.names[dutch.Fold(model.FicheName)]}, rows: rows}
	count, _ := f.labels()
	return count >= 5
}

// byColumns gives the known sheet of which a row names all required columns,
// three or more; "" when there is none.
func (c *contract) byColumns(rows []*grid.Row) string {
	name, most := "", 2
	for _, l := range c.layouts {
		for _, row := range rows {
			if m := l.match(row, false); m.required && m.count > most {
				name, most = l.decl.Name, m.count
			}
		}
	}
	return name
}

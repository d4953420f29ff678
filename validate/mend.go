package validate

import (
	"time"

	"voortgang/internal/model"
	"voortgang/internal/source"
)

// What a person would change who follows a finding, where that isn't to write
// its proposal: see finding.Finding.Mend.

// removal takes rows out.
func removal(rows []model.Record) []source.Edit {
	var out []source.Edit
	for _, r := range rows {
		at := r.Base().Place(0)
		at.Col = 0
		out = append(out, source.Edit{Kind: source.Remove, At: at})
	}
	return out
}

// lacking adds a record that others name.
func lacking(sheet *model.Sheet, project, name string) []source.Edit {
	return []source.Edit{{Kind: source.Stand, At: source.Ref{Sheet: sheet.Name}, Project: project, Text: name}}
}

// allLacking adds what rows name, each once.
func allLacking[T any](sheet *model.Sheet, project string, rows []T, name func(T) string) []source.Edit {
	var out []source.Edit
	for _, same := range grouped(rows, func(r T) string { return code(name(r)) }) {
		out = append(out, lacking(sheet, project, name(same[0]))...)
	}
	return out
}

// moving writes other dates in all date cells of a file, or of one sheet of it,
// that hold a day; to gives the date in place of one.
func (c *checker) moving(within source.Ref, to func(time.Time) time.Time) []source.Edit {
	var out []source.Edit
	var fields []any
	for _, sheet := range model.Sheets() {
		for r := range c.data.Records(sheet) {
			if f := fileOf(r); f == nil || f.Path != within.File || within.Sheet != "" && sheetOf(r).Name != within.Sheet {
				continue
			}
			fields = r.Fields(fields[:0])
			for i, v := range fields {
				d, ok := v.(*time.Time)
				if ok && !d.IsZero() && !r.Base().Foreign(i) && hasColumn(r, i) {
					out = append(out, source.Edit{At: r.Base().Place(i), Text: short(to(*d))})
				}
			}
		}
	}
	return out
}

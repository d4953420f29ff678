package model

import "voortgang/internal/source"

// Marks remembers which fields of the records of a dataset are marked, so that
// checks can be run on the same records again.
type Marks []mark

type mark struct{ bad, foreign uint32 }

// Marks gives the marks as they are.
func (d *Dataset) Marks() Marks {
	var out Marks
	for _, s := range Sheets() {
		for r := range d.Records(s) {
			b := r.Base()
			out = append(out, mark{b.bad, b.foreign})
		}
	}
	return out
}

// Restore puts the marks back that the records of a dataset had. It must hold
// the same records.
func (d *Dataset) Restore(m Marks) {
	i := 0
	for _, s := range Sheets() {
		for r := range d.Records(s) {
			b := r.Base()
			b.bad, b.foreign = m[i].bad, m[i].foreign
			i++
		}
	}
}

// Stand adds a record of which nothing but its key is known (source.Stand).
func (d *Dataset) Stand(e source.Edit) {
	for _, sheet := range Sheets() {
		if sheet.Name != e.At.Sheet {
			continue
		}
		rec := sheet.New()
		*rec.Base() = At(source.Row{Sheet: &source.Sheet{File: &source.File{}, Name: sheet.Name}})
		fields := rec.Fields(nil)
		for i := range sheet.Columns {
			switch to, ok := fields[i].(*string); {
			case ok && i == sheet.ProjectColumn():
				*to = e.Project
			case ok && i == sheet.Named():
				*to = e.Text
			default:
				rec.Base().MarkBad(i)
			}
		}
		d.Add(rec)
	}
}

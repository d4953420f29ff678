package ingest

import (
	"slices"

	"voortgang/ingest/rules"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// nameless is a sheet of a project in which no row names one.
type nameless struct {
	sheet string
	// rows counts its rows: a sheet with only its column names says nothing.
	rows int
	// findings are those that say so for the sheet.
	findings []finding.Finding
}

// takeNameless keeps, of all findings of the sheet, those on an absent or
// wholly empty column project apart, and gives the others: whether they are
// worth one finding each shows when the whole file has been read.
func (t *table) takeNameless(all []finding.Finding) []finding.Finding {
	if t.project < 0 || !t.lay.projectNeeded || t.file.hasFiche || t.seen[t.project] {
		return all
	}
	name := t.lay.names[t.project]
	n := nameless{sheet: t.in.Name, rows: t.in.Rows}
	rest := all[:0]
	for _, f := range all {
		if f.Column == name && (f.Rule == rules.MissingColumn || f.Rule == rules.RequiredField) {
			n.findings = append(n.findings, f)
			continue
		}
		rest = append(rest, f)
	}
	if len(n.findings) > 0 {
		t.file.nameless = append(t.file.nameless, n)
	}
	return rest
}

// unclaimed reports a workbook that doesn't say to which project it belongs:
// one finding, however many sheets and rows it has.
func (r *fileReader) unclaimed() {
	var filled []nameless
	for _, n := range r.nameless {
		if n.rows > 0 {
			filled = append(filled, n)
		}
	}
	if len(filled) == 0 {
		for _, n := range r.nameless {
			r.findings = append(r.findings, n.findings...)
		}
		return
	}
	fiche := func(s *model.InputSheet) bool { return s.Like == model.FicheName }
	if slices.ContainsFunc(r.file.Sheets, fiche) {
		return // that sheet has its finding
	}
	first := filled[0]
	if len(r.nameless) == 1 && len(first.findings) == 1 {
		r.findings = append(r.findings, first.findings...)
		return
	}
	var names []string
	for _, n := range filled {
		names = append(names, n.sheet)
	}
	r.lost(rules.NoFiche(at(r.job.path), names))
}

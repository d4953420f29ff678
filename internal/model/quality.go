package model

import "voortgang/internal/source"

// Quality counts what became of the rows.
type Quality struct {
	// Files counts the input files; Rows the rows with data in sheets of the
	// contract; LeftOut those of them that are missing from at least one
	// figure.
	Files, Rows, LeftOut int
	// Sheets holds the same per sheet that was read, in order of file.
	Sheets []SheetQuality
}

// SheetQuality counts the rows of one sheet.
type SheetQuality struct {
	File, Sheet   string
	Decl          *Sheet
	Rows, LeftOut int
}

// Quality counts the rows read, used and left out. Call it after the checks,
// which mark the fields that can't be used.
func (d *Dataset) Quality() Quality {
	broken := map[*source.Sheet]int{}
	for _, s := range Sheets() {
		for r := range d.Records(s) {
			if r.Base().Broken() {
				broken[r.Base().Row.Sheet]++
			}
		}
	}
	q := Quality{Files: len(d.Files)}
	for _, f := range d.Files {
		for _, s := range f.Sheets {
			if s.Decl == nil {
				continue
			}
			one := SheetQuality{File: f.Path, Sheet: s.Name, Decl: s.Decl, Rows: s.Rows, LeftOut: s.Refused + broken[s.Source]}
			q.Rows += one.Rows
			q.LeftOut += one.LeftOut
			q.Sheets = append(q.Sheets, one)
		}
	}
	return q
}

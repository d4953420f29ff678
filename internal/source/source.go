// Package source says where a value came from: which file, which sheet, which
// cell, or which line of a text. It imports nothing of ours, so that every
// stage of the pipeline can point at the same place in the same words.
package source

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// File is one input file of the workdir.
type File struct {
	// Path is relative to the workdir and uses '/', on every system.
	Path string
	// SHA256 is the lower-case hexadecimal digest of the bytes as read.
	SHA256 string
	// Size is in bytes.
	Size int64
}

// Sheet is one sheet of a workbook, or a CSV file seen as one sheet.
type Sheet struct {
	File *File
	// Name is the sheet's name as the reader sees it in Excel.
	Name string
	// Columns maps the index of a declared column (model.Sheet.Columns) to
	// the 1-based column in which it stands; 0 when the column is absent.
	// For an upright record (Vertical) it maps to the 1-based row instead.
	Columns []int
	// Vertical is true for a Fiche that lists one field a row: the label in
	// one column, the value in the next.
	Vertical bool
	// HeaderRow is the 1-based row of the column names; for an upright
	// record it is 0.
	HeaderRow int
}

// Row is the place of one record. It is small on purpose: a year of
// registrations holds hundreds of thousands of them.
type Row struct {
	Sheet *Sheet
	// Number is the 1-based row. For an upright record it is the 1-based
	// column that holds the values.
	Number int
}

// Cell gives the place of one field of the record: column is the index of the
// declared column. A column that the sheet lacks gives the place of the row.
func (r Row) Cell(column int) Ref {
	col, line := r.address(column)
	return Ref{File: r.Sheet.File.Path, Sheet: r.Sheet.Name, Col: col, Row: line}
}

// address gives the 1-based column and row of a declared column's cell.
func (r Row) address(column int) (col, line int) {
	at := 0
	if column >= 0 && column < len(r.Sheet.Columns) {
		at = r.Sheet.Columns[column]
	}
	if r.Sheet.Vertical {
		return r.Number, max(at, 1)
	}
	return max(at, 1), r.Number
}

// Ref points at a place that a person can open: a file; a sheet of it; a cell
// of that; or, for a text file, a line and column.
type Ref struct {
	File  string
	Sheet string
	// Col and Row are 1-based; both 0 when the whole sheet (or file) is meant.
	Col, Row int
	// Line and Char are 1-based and used for text files only.
	Line, Char int
}

// Cell is the address as Excel shows it ("C14"), or "" when no cell is meant.
func (r Ref) Cell() string {
	if r.Col < 1 || r.Row < 1 {
		return ""
	}
	return ColumnName(r.Col) + strconv.Itoa(r.Row)
}

// Less orders places by file, sheet, row, column, then line and column.
func (r Ref) Less(o Ref) bool { return r.Compare(o) < 0 }

// Compare orders places by file, sheet, row, column, then line and column.
func (r Ref) Compare(o Ref) int {
	if c := strings.Compare(r.File, o.File); c != 0 {
		return c
	}
	if c := strings.Compare(r.Sheet, o.Sheet); c != 0 {
		return c
	}
	for _, d := range [...]int{r.Row - o.Row, r.Col - o.Col, r.Line - o.Line, r.Char - o.Char} {
		if d != 0 {
			return d
		}
	}
	return 0
}

// ColumnName gives the letters of a 1-based column: 1 is "A", 28 is "AB".
func ColumnName(col int) string {
	var letters [4]byte
	at := len(letters)
	for col > 0 && at > 0 {
		col--
		at--
		letters[at] = byte('A' + col%26)
		col /= 26
	}
	return string(letters[at:])
}

// Range is a run of cells in one column of one sheet, both ends included.
type Range struct {
	File, Sheet string
	// Column is 1-based; First and Last are 1-based rows.
	Column      int
	First, Last int
}

// String gives the range as Excel writes it: "C2:C340", or "C2" for one cell.
func (r Range) String() string {
	name := ColumnName(r.Column)
	if r.First == r.Last {
		return fmt.Sprintf("%s%d", name, r.First)
	}
	return fmt.Sprintf("%s%d:%s%d", name, r.First, name, r.Last)
}

// Ranges folds single places into runs, ordered by file, sheet, column, row.
// Places without a cell are left out.
func Ranges(places []Ref) []Range {
	cells := make([]Ref, 0, len(places))
	for _, p := range places {
		if p.Row > 0 && p.Col > 0 {
			cells = append(cells, p)
		}
	}
	byColumn := func(a, b Ref) int {
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Row, b.Row))
	}
	if !slices.IsSortedFunc(cells, byColumn) {
		slices.SortFunc(cells, byColumn)
	}
	var out []Range
	for _, c := range cells {
		if n := len(out) - 1; n >= 0 {
			last := &out[n]
			if last.File == c.File && last.Sheet == c.Sheet && last.Column == c.Col && c.Row <= last.Last+1 {
				last.Last = max(last.Last, c.Row)
				continue
			}
		}
		out = append(out, Range{File: c.File, Sheet: c.Sheet, Column: c.Col, First: c.Row, Last: c.Row})
	}
	return out
}

// Package grid is what a workbook and a CSV file have in common once their
// format is out of the way: rows of typed cells, each knowing its column.
package grid

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Bounds of a sheet, as Excel has them.
const (
	MaxRow = 1_048_576
	MaxCol = 16_384
)

// Kind says what a cell holds.
type Kind uint8

// The kinds of content.
const (
	// Empty is no content, or text without a single visible character.
	Empty Kind = iota
	// Text holds Cell.Text.
	Text
	// Number holds Cell.Number, and in Cell.Text how it is shown where its
	// format adds letters or zeros: A00001. Excel keeps dates as numbers too.
	Number
	// Bool holds Cell.Number, 0 or 1.
	Bool
	// Error holds the error value in Cell.Text, as the file spells it.
	Error
	// ISODate holds an ISO 8601 date in Cell.Text (cells of type "d").
	ISODate
	// Unstored is a formula whose value the file doesn't keep.
	Unstored
	// Lost is a reference to a shared text that the file doesn't hold.
	Lost
	// Broken is content that doesn't fit its own type, such as a number cell
	// with letters; Cell.Text holds it.
	Broken
)

// Format is how a number is shown, as far as it changes what it means.
type Format uint8

// The formats that matter. Month and Year are those of dates of which no day,
// or no month either, is shown.
const (
	General Format = iota
	Date
	Month
	Year
	Time
	Percent
)

// IsDate tells whether a number is shown as a date, or as a part of one.
func (f Format) IsDate() bool { return f >= Date && f <= Year }

// Cell is one cell with content.
type Cell struct {
	// Col is 1-based.
	Col     int
	Kind    Kind
	Format  Format
	Formula bool
	Number  float64
	Text    string
	// Marks is nil for most cells.
	Marks *Marks
}

// Marks is what stands out in a cell besides its value.
type Marks struct {
	// Struck is true when something in the cell is struck through; Rest is
	// what isn't.
	Struck bool
	Rest   string
	// Link is the address that a click on the cell opens; "" when there is none
	// or it leads to another place in the workbook.
	Link string
}

// StruckOut tells whether all of a cell is struck through.
func (c Cell) StruckOut() bool { return c.Marks != nil && c.Marks.Struck && c.Marks.Rest == "" }

// Blank tells whether a cell counts as empty.
func (c Cell) Blank() bool { return c.Kind == Empty }

// Row is one row. Cells stand in order of column and hold no empty cells; the
// slice is used again for the next row.
type Row struct {
	// Number is 1-based, as Excel shows it.
	Number int
	Hidden bool
	Cells  []Cell
}

// At gives the cell of a column; an empty cell when there is none.
func (r *Row) At(col int) Cell {
	for _, c := range r.Cells {
		if c.Col == col {
			return c
		}
	}
	return Cell{Col: col}
}

// Write puts a text in a column, in place of what stands there; an empty text
// empties it.
func (r *Row) Write(col int, text string) {
	at := 0
	for at < len(r.Cells) && r.Cells[at].Col < col {
		at++
	}
	there := at < len(r.Cells) && r.Cells[at].Col == col
	switch {
	case IsBlank(text) && there:
		r.Cells = slices.Delete(r.Cells, at, at+1)
	case IsBlank(text):
	case there:
		r.Cells[at] = Cell{Col: col, Kind: Text, Text: text}
	default:
		r.Cells = slices.Insert(r.Cells, at, Cell{Col: col, Kind: Text, Text: text})
	}
}

// Clone copies a row, so that it outlives the reading of the next one.
func (r *Row) Clone() *Row {
	copied := *r
	copied.Cells = append([]Cell(nil), r.Cells...)
	return &copied
}

// ErrStop is returned by a row function that has seen enough; reading then
// ends without an error.
var ErrStop = errors.New("grid: enough rows")

// Plain writes a number the way Excel does at full width: at most fifteen
// digits, no thousands separators, a decimal point.
func Plain(v float64) string {
	if v == float64(int64(v)) && v > -1e15 && v < 1e15 {
		return strconv.FormatInt(int64(v), 10)
	}
	s := strconv.FormatFloat(v, 'g', 15, 64)
	if !strings.Contains(s, "e") {
		return s
	}
	short, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s
	}
	if v > -1e15 && v < 1e15 && (v > 1e-6 || v < -1e-6) {
		return strconv.FormatFloat(short, 'f', -1, 64)
	}
	return s
}

// IsBlank tells whether a text has no visible character: only white space,
// no-break and zero-width spaces.
func IsBlank(s string) bool {
	for _, r := range s {
		switch r {
		case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
			continue
		}
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

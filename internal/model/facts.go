package model

// SheetFacts is what the file says of a sheet besides its values. Checks that
// look at how a workbook was made need it. Rows and columns are 1-based.
type SheetFacts struct {
	// HiddenRows are the hidden rows that hold data, HiddenColumns all hidden
	// columns, as runs in rising order.
	HiddenRows, HiddenColumns []Span
	// Filtered is true when a filter is set on the sheet or on a table in it.
	// It is looked for in sheets with hidden rows only.
	Filtered bool
	// Merged are the merged areas, in the file's order.
	Merged []Area
	// Formulas are the cells with a formula, up to MaxFormulas of them;
	// FormulaCount counts all.
	Formulas     []Formula
	FormulaCount int
}

// MaxFormulas bounds SheetFacts.Formulas.
const MaxFormulas = 20_000

// Span is a run of rows or columns, both ends included.
type Span struct{ First, Last int }

// Area is a rectangle of cells, all four edges included.
type Area struct{ Left, Top, Right, Bottom int }

// Holds tells whether a cell lies in the area.
func (a Area) Holds(col, row int) bool {
	return a.Left <= col && col <= a.Right && a.Top <= row && row <= a.Bottom
}

// Formula is a cell whose value the file keeps next to a formula.
type Formula struct {
	Row, Col int32
	// Stored is false when the file holds the formula only.
	Stored bool
	// External is true when the formula reads another file.
	External bool
}

package charts

// Chart is a drawing of data with a text that says the same.
type Chart interface {
	// Size gives width and height in points.
	Size() (w, h float64)
	// Alt is the alternative text in Dutch, made from the data.
	Alt() string
	// Draw draws the chart on a canvas of exactly that size.
	Draw(*Canvas)
}

// Widths in points: across the whole type area (170 mm), and in the text
// column (135 mm).
const (
	FullWidth   = 481.89
	ColumnWidth = 382.68
)

// Base holds what every chart has.
type Base struct {
	// Title says what is shown and Subtitle its unit and year. Both go into the
	// alternative text. They are drawn only with ShowTitle, since a document
	// sets them as text above the chart.
	Title, Subtitle string
	ShowTitle       bool
	// Unit of the values, as it is read after a number: "VTE", "uren". UnitOne
	// goes with the number 1: "uur"; it is Unit when empty.
	Unit, UnitOne string
	// Decimals of the values as they are written, 0 to 6.
	Decimals int
	// Width in points; 0 is FullWidth. Height in points; 0 is what the data
	// need.
	Width, Height float64
	// Style is the house style; nil is DefaultStyle.
	Style *Style
}

// Series is a named row of values, one for each category. A missing value is
// NaN; a row that is too short lacks its last values.
type Series struct {
	Name   string
	Values []float64
	// Pale draws the series in a tint of the colour that the next series (or,
	// for the last one, the previous) has: last year beside this year.
	Pale bool
	// Withheld says what to write in the place of a value that is missing
	// because it isn't told: "< 5"; "" where nothing is withheld. It may be
	// shorter than Values.
	Withheld []string
}

package charts

import "voortgang/internal/fonts"

// Drawing is a chart as plain data in points, origin top left, y downwards:
// what a PDF or SVG writer replays in order, later over earlier.
type Drawing struct {
	W, H float64
	// Fonts is the typeface that its texts were measured in.
	Fonts *fonts.Family
	Ops   []Op
}

// Op paints a path or sets a text. It is a text when Text isn't empty.
type Op struct {
	// Path is painted with Fill first, then Stroke; either may be none. The
	// fill rule is non-zero winding. LineWidth is in points; Dash is a list of
	// lengths on and off, empty for a solid line. Caps are butt, joins miter.
	Path      []Segment
	Fill      Color
	Stroke    Color
	LineWidth float64
	Dash      []float64

	// Text is set in Fill with its left end on the baseline at (X, Y), turned
	// around that point by Angle degrees clockwise as seen on the page.
	// TextWidth is its measured width; alignment is settled already.
	Text      string
	X, Y      float64
	Size      float64
	Weight    Weight
	TextWidth float64
	Angle     float64
}

// Verb says what a Segment does.
type Verb uint8

// The verbs of a path.
const (
	MoveTo Verb = iota
	LineTo
	// QuadTo is a quadratic Bézier curve with control point (CX, CY). As a cubic:
	// c1 = p0 + 2/3·(c−p0), c2 = p + 2/3·(c−p).
	QuadTo
	Close
)

// Segment is one step of a path, to (X, Y).
type Segment struct {
	Verb   Verb
	CX, CY float64
	X, Y   float64
}

// Weight is how heavy text is: 300, 400, 600 or 700.
type Weight = fonts.Weight

// The weights that charts use.
const (
	Light    = fonts.Light
	Regular  = fonts.Regular
	Semibold = fonts.Semibold
	Bold     = fonts.Bold
)

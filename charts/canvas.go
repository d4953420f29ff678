package charts

import (
	"math"

	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"voortgang/internal/fonts"
)

// perPoint is the number of renderer units in a point: go-chart's Renderer
// takes whole numbers, so at 20 to a point a coordinate is off by at most
// 0.025 pt. Stroke widths, dashes and font sizes go in the same units.
const perPoint = 20

// Canvas is what a chart draws on: points, origin top left, y downwards. Each
// call leaves no state behind: a path is complete, with its own paint, before
// it is painted.
type Canvas struct {
	r     gochart.Renderer
	fonts *fonts.Family
}

// NewCanvas draws on a go-chart renderer that counts 20 units to a point. The
// renderer is told the weight of a text by its class name ("regular",
// "semibold"), for a font doesn't say its own.
func NewCanvas(r gochart.Renderer) *Canvas { return &Canvas{r, fonts.Default()} }

// Paint is how a path is painted: first filled, then stroked; either may be
// none (the zero Color). Width and Dash are in points.
type Paint struct {
	Fill, Stroke Color
	Width        float64
	Dash         []float64
}

// Point is a place on the canvas.
type Point struct{ X, Y float64 }

// Align is which part of a text stands at its x.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Center
	Right
)

// TextStyle is how a text is set. Angle is in degrees, clockwise, around the
// given point.
type TextStyle struct {
	Size   float64
	Weight Weight
	Color  Color
	Align  Align
	Angle  float64
}

func units(v float64) int {
	// What is not a number or lies far outside any page would overflow.
	if math.IsNaN(v) {
		return 0
	}
	return int(math.Round(math.Max(-1e6, math.Min(1e6, v)) * perPoint))
}

func rendererColor(c Color) drawing.Color { return drawing.Color{R: c.R, G: c.G, B: c.B, A: c.A} }

// Rect paints a rectangle. A negative width or height is taken as positive.
func (c *Canvas) Rect(x, y, w, h float64, p Paint) {
	if w < 0 {
		x, w = x+w, -w
	}
	if h < 0 {
		y, h = y+h, -h
	}
	c.Polygon([]Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, p)
}

// Line strokes a straight line.
func (c *Canvas) Line(x1, y1, x2, y2 float64, color Color, width float64, dash ...float64) {
	c.Polyline([]Point{{x1, y1}, {x2, y2}}, color, width, dash...)
}

// Polyline strokes a line through points.
func (c *Canvas) Polyline(points []Point, color Color, width float64, dash ...float64) {
	if len(points) < 2 {
		return
	}
	c.trace(points)
	c.paint(Paint{Stroke: color, Width: width, Dash: dash})
}

// Polygon paints a closed shape.
func (c *Canvas) Polygon(points []Point, p Paint) {
	if len(points) < 2 {
		return
	}
	c.trace(points)
	c.r.Close()
	c.paint(p)
}

// Dot paints a disc.
func (c *Canvas) Dot(x, y, radius float64, p Paint) {
	c.r.MoveTo(units(x+radius), units(y))
	c.arc(x, y, radius, 0, 2*math.Pi)
	c.r.Close()
	c.paint(p)
}

// Ring paints a segment of a ring between two radii, from one angle to
// another in radians, clockwise from the right. An inner radius of 0 gives a
// piece of a pie; a whole turn gives a ring with a hole.
func (c *Canvas) Ring(x, y, inner, outer, from, to float64, p Paint) {
	at := func(r, a float64) (int, int) { return units(x + r*math.Cos(a)), units(y + r*math.Sin(a)) }
	c.r.MoveTo(at(outer, from))
	c.arc(x, y, outer, from, to)
	switch whole := to-from >= 2*math.Pi-1e-9; {
	case whole && inner > 0:
		// The hole is a second outline that runs the other way.
		c.r.Close()
		c.r.MoveTo(at(inner, to))
		c.arc(x, y, inner, to, from)
	case inner > 0:
		c.r.LineTo(at(inner, to))
		c.arc(x, y, inner, to, from)
	case !whole:
		c.r.LineTo(units(x), units(y))
	}
	c.r.Close()
	c.paint(p)
}

// arc goes on from the current point along a circle in quadratic curves of at
// most an eighth of a turn, which stray less than a thousandth of the radius.
func (c *Canvas) arc(x, y, radius, from, to float64) {
	n := max(1, int(math.Ceil(math.Abs(to-from)/(math.Pi/4)-1e-9)))
	step := (to - from) / float64(n)
	control := radius / math.Cos(step/2)
	for i := range n {
		a := from + float64(i)*step
		mid, end := a+step/2, a+step
		c.r.QuadCurveTo(units(x+control*math.Cos(mid)), units(y+control*math.Sin(mid)),
			units(x+radius*math.Cos(end)), units(y+radius*math.Sin(end)))
	}
}

// Hatch draws diagonal lines in a rectangle, each cut off at its edges, since
// not every renderer can clip.
func (c *Canvas) Hatch(x, y, w, h, gap float64, color Color, width float64) {
	if w <= 0 || h <= 0 || gap <= 0 {
		return
	}
	for d := gap; d < w+h; d += gap {
		// The line x+y = d, from the left or bottom edge to the top or right.
		x1, y1 := math.Max(0, d-h), math.Min(d, h)
		x2, y2 := math.Min(d, w), math.Max(0, d-w)
		c.Line(x+x1, y+y1, x+x2, y+y2, color, width)
	}
}

// Text sets one line of text with its baseline at y. Nothing is drawn for an
// empty text.
func (c *Canvas) Text(s string, x, y float64, t TextStyle) {
	s = clean(c.fonts, s)
	if s == "" || t.Color.None() {
		return
	}
	shift := 0.0
	switch t.Align {
	case Center:
		shift = c.fonts.Width(fonts.Style{Weight: t.Weight}, s, t.Size) / 2
	case Right:
		shift = c.fonts.Width(fonts.Style{Weight: t.Weight}, s, t.Size)
	}
	a := t.Angle * math.Pi / 180
	x, y = x-shift*math.Cos(a), y-shift*math.Sin(a)
	c.r.SetClassName(weightName(t.Weight))
	c.r.SetFontSize(t.Size * perPoint)
	c.r.SetFontColor(rendererColor(t.Color))
	if t.Angle != 0 {
		c.r.SetTextRotation(a)
	}
	c.r.Text(s, units(x), units(y))
	if t.Angle != 0 {
		c.r.ClearTextRotation()
	}
}

// Lines sets lines of text, the first with its baseline at y, and gives the
// baseline after the last.
func (c *Canvas) Lines(lines []string, x, y float64, t TextStyle) float64 {
	for _, line := range lines {
		c.Text(line, x, y, t)
		y += leading(t.Size)
	}
	return y
}

// Middle sets lines of text with the middle of the block at y.
func (c *Canvas) Middle(lines []string, x, y float64, t TextStyle) {
	top := y - float64(len(lines)-1)*leading(t.Size)/2
	c.Lines(lines, x, top+capHeight*t.Size/2, t)
}

func (c *Canvas) trace(points []Point) {
	c.r.MoveTo(units(points[0].X), units(points[0].Y))
	for _, p := range points[1:] {
		c.r.LineTo(units(p.X), units(p.Y))
	}
}

// paint paints the path that has been traced. A path with nothing to paint
// is filled with nothing, so that it doesn't run into the next one.
func (c *Canvas) paint(p Paint) {
	c.r.SetFillColor(rendererColor(p.Fill))
	if p.Stroke.None() || p.Width <= 0 {
		c.r.Fill()
		return
	}
	c.r.SetStrokeColor(rendererColor(p.Stroke))
	c.r.SetStrokeWidth(p.Width * perPoint)
	var dash []float64
	for _, d := range p.Dash {
		dash = append(dash, d*perPoint)
	}
	c.r.SetStrokeDashArray(dash)
	if p.Fill.None() {
		c.r.Stroke()
	} else {
		c.r.FillStroke()
	}
}

package pdfw

import (
	"math"
	"strconv"
)

// LineCap is the shape of a line's ends.
type LineCap int

// The shapes of a line's ends.
const (
	ButtCap LineCap = iota
	RoundCap
	SquareCap
)

// LineJoin is the shape of a line's corners.
type LineJoin int

// The shapes of a line's corners.
const (
	MiterJoin LineJoin = iota
	RoundJoin
	BevelJoin
)

// state is the graphics state as far as it is tracked, to leave out what
// changes nothing.
type state struct {
	fill, stroke RGB
	width        float64
	cap          LineCap
	join         LineJoin
	dash         string
	font         *font
	size         float64
	charSpace    float64
}

// startState is what a page starts with.
func startState() state { return state{width: 1, dash: "[] 0"} }

// SetFill sets the colour of fills and text.
func (p *Page) SetFill(c RGB) {
	if p.state.fill != c {
		p.state.fill = c
		p.content = appendColour(p.content, c, "g\n", "rg\n")
	}
}

// SetStroke sets the colour of lines.
func (p *Page) SetStroke(c RGB) {
	if p.state.stroke != c {
		p.state.stroke = c
		p.content = appendColour(p.content, c, "G\n", "RG\n")
	}
}

// SetLineWidth sets the thickness of lines.
func (p *Page) SetLineWidth(w float64) {
	if p.state.width != w {
		p.state.width = w
		p.content = append(number(p.content, w), " w\n"...)
	}
}

// SetDash makes lines of dashes and gaps of the given lengths, starting at
// phase; no lengths is a solid line.
func (p *Page) SetDash(phase float64, lengths ...float64) {
	dash := []byte("[")
	sum := 0.0
	for i, length := range lengths {
		if i > 0 {
			dash = append(dash, ' ')
		}
		dash = number(dash, math.Max(length, 0))
		sum += length
	}
	if !(sum > 0) { // dashes of no length aren't allowed
		dash, phase = []byte("["), 0
	}
	dash = append(dash, "] "...)
	dash = number(dash, phase)
	if p.state.dash != string(dash) {
		p.state.dash = string(dash)
		p.content = append(append(p.content, dash...), " d\n"...)
	}
}

// SetCap sets the shape of the ends of lines.
func (p *Page) SetCap(c LineCap) {
	if p.state.cap != c {
		p.state.cap = c
		p.content = append(strconv.AppendInt(p.content, int64(c), 10), " J\n"...)
	}
}

// SetJoin sets the shape of the corners of lines.
func (p *Page) SetJoin(j LineJoin) {
	if p.state.join != j {
		p.state.join = j
		p.content = append(strconv.AppendInt(p.content, int64(j), 10), " j\n"...)
	}
}

// Save remembers colours, line styles, clipping and transformations for
// Restore.
func (p *Page) Save() {
	p.finishPath()
	// PDF/A allows no more (ISO 19005-3, 6.1.13).
	if len(p.saved) >= 28 {
		p.fail("Save is nested more than 28 deep")
	}
	p.saved = append(p.saved, p.state)
	p.content = append(p.content, "q\n"...)
}

// Restore goes back to the last Save.
func (p *Page) Restore() {
	p.finishPath()
	n := len(p.saved)
	if n == 0 {
		p.fail("Restore without Save")
		return
	}
	p.state, p.saved = p.saved[n-1], p.saved[:n-1]
	p.content = append(p.content, "Q\n"...)
}

// Rotate turns what is drawn next about (x, y), anticlockwise in degrees.
// Undo it with Save and Restore.
func (p *Page) Rotate(degrees, x, y float64) {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	y = p.h - y
	p.concat(cos, sin, -sin, cos, x-x*cos+y*sin, y-x*sin-y*cos)
}

// Translate moves what is drawn next by dx to the right and dy down.
func (p *Page) Translate(dx, dy float64) { p.concat(1, 0, 0, 1, dx, -dy) }

// Scale enlarges what is drawn next, (x, y) staying where it is.
func (p *Page) Scale(sx, sy, x, y float64) {
	y = p.h - y
	p.concat(sx, 0, 0, sy, x-x*sx, y-y*sy)
}

func (p *Page) concat(m ...float64) {
	p.finishPath()
	for i, v := range m {
		if i < 4 {
			p.content = decimals(p.content, v, 5)
		} else {
			p.content = decimals(p.content, v, 3)
		}
		p.content = append(p.content, ' ')
	}
	p.content = append(p.content, "cm\n"...)
}

// MoveTo starts a new part of the path.
func (p *Page) MoveTo(x, y float64) {
	p.path = append(p.point(p.path, x, y), "m\n"...)
	p.at = [2]float64{x, y}
}

// LineTo adds a straight line.
func (p *Page) LineTo(x, y float64) {
	if p.needStart() {
		p.path = append(p.point(p.path, x, y), "l\n"...)
		p.at = [2]float64{x, y}
	}
}

// CurveTo adds a Bézier curve with two control points.
func (p *Page) CurveTo(x1, y1, x2, y2, x, y float64) {
	if p.needStart() {
		p.path = p.point(p.point(p.point(p.path, x1, y1), x2, y2), x, y)
		p.path = append(p.path, "c\n"...)
		p.at = [2]float64{x, y}
	}
}

// QuadTo adds a quadratic curve with one control point.
func (p *Page) QuadTo(cx, cy, x, y float64) {
	x0, y0 := p.at[0], p.at[1]
	p.CurveTo(x0+2*(cx-x0)/3, y0+2*(cy-y0)/3, x+2*(cx-x)/3, y+2*(cy-y)/3, x, y)
}

// Rect adds a rectangle.
func (p *Page) Rect(x, y, w, h float64) {
	p.path = p.point(p.path, x, y+h)
	p.path = append(number(p.path, w), ' ')
	p.path = append(number(p.path, h), " re\n"...)
}

// Circle adds a circle.
func (p *Page) Circle(x, y, r float64) {
	const k = 0.5522847498 // control points of a quarter circle
	p.MoveTo(x+r, y)
	p.CurveTo(x+r, y+k*r, x+k*r, y+r, x, y+r)
	p.CurveTo(x-k*r, y+r, x-r, y+k*r, x-r, y)
	p.CurveTo(x-r, y-k*r, x-k*r, y-r, x, y-r)
	p.CurveTo(x+k*r, y-r, x+r, y-k*r, x+r, y)
	p.Close()
}

// Close joins the path to where its part started.
func (p *Page) Close() {
	if p.needStart() {
		p.path = append(p.path, "h\n"...)
	}
}

func (p *Page) needStart() bool {
	if len(p.path) == 0 {
		p.fail("a path doesn't start with MoveTo or Rect")
		return false
	}
	return true
}

// Fill fills the path by the nonzero winding rule and forgets it, as the
// painting methods below do.
func (p *Page) Fill() { p.paint("f\n") }

// FillEvenOdd fills the path by the even-odd rule: a part inside another is a
// hole.
func (p *Page) FillEvenOdd() { p.paint("f*\n") }

// Stroke draws the path as a line.
func (p *Page) Stroke() { p.paint("S\n") }

// FillStroke fills the path and draws its line.
func (p *Page) FillStroke() { p.paint("B\n") }

// Clip keeps what is drawn next within the path, till Restore.
func (p *Page) Clip() {
	if len(p.path) > 0 {
		p.content = append(append(p.content, p.path...), "W n\n"...)
		p.path = p.path[:0]
	}
}

func (p *Page) paint(operator string) {
	p.paints("a path")
	if len(p.path) == 0 {
		return
	}
	p.content = append(append(p.content, p.path...), operator...)
	p.path = p.path[:0]
}

// finishPath reports a path that was begun and not painted.
func (p *Page) finishPath() {
	if len(p.path) > 0 {
		p.fail("a path isn't painted")
		p.path = p.path[:0]
	}
}

// point writes a place in the file's coordinates, which run upward.
func (p *Page) point(b []byte, x, y float64) []byte {
	b = append(number(b, x), ' ')
	return append(number(b, p.h-y), ' ')
}

// appendBox writes left, bottom, right, top.
func (p *Page) appendBox(b []byte, r Rect) []byte {
	b = p.point(b, r.X, r.Y+r.H)
	b = append(number(b, r.X+r.W), ' ')
	return number(b, p.h-r.Y)
}

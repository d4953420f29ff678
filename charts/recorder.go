package charts

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"voortgang/internal/fonts"
)

// Record draws a chart and gives its drawing.
func Record(c Chart) Drawing {
	w, h := c.Size()
	r := NewRecorder(w, h)
	canvas := NewCanvas(r)
	canvas.fonts = typefaceOf(c)
	r.out.Fonts = canvas.fonts
	c.Draw(canvas)
	return r.Drawing()
}

// Recorder is a go-chart renderer that keeps what is drawn as a Drawing.
type Recorder struct {
	out  Drawing
	path []Segment

	fill, stroke, ink Color
	width, size       float64
	dash              []float64
	weight            Weight
	angle             float64
}

var _ gochart.Renderer = (*Recorder)(nil)

// NewRecorder records a drawing of w by h points.
func NewRecorder(w, h float64) *Recorder {
	return &Recorder{out: Drawing{W: w, H: h, Fonts: fonts.Default()}, weight: Regular}
}

// Drawing is what has been drawn so far.
func (r *Recorder) Drawing() Drawing { return r.out }

// Save writes the drawing as text.
func (r *Recorder) Save(w io.Writer) error {
	_, err := io.WriteString(w, r.out.String())
	return err
}

// ResetStyle forgets colours, widths and font.
func (r *Recorder) ResetStyle() {
	*r = Recorder{out: r.out, path: r.path, weight: Regular}
}

// GetDPI is 1,440: 20 units to a point.
func (r *Recorder) GetDPI() float64 { return 72 * perPoint }

// SetDPI does nothing: the unit is fixed.
func (r *Recorder) SetDPI(float64) {}

// SetClassName sets the weight of the texts that follow.
func (r *Recorder) SetClassName(name string) { r.weight = weightNamed(name) }

// weightNames are the class names that tell a renderer the weight of a text.
var weightNames = [...]struct {
	weight Weight
	name   string
}{{Regular, "regular"}, {Light, "light"}, {Semibold, "semibold"}, {Bold, "bold"}}

func weightName(w Weight) string {
	for _, n := range weightNames {
		if n.weight == w {
			return n.name
		}
	}
	return weightNames[0].name
}

func weightNamed(name string) Weight {
	for _, n := range weightNames {
		if n.name == name {
			return n.weight
		}
	}
	return Regular
}

// SetStrokeColor sets the colour of lines.
func (r *Recorder) SetStrokeColor(c drawing.Color) { r.stroke = plainColor(c) }

// SetFillColor sets the colour of areas.
func (r *Recorder) SetFillColor(c drawing.Color) { r.fill = plainColor(c) }

// SetStrokeWidth sets the width of lines, in units.
func (r *Recorder) SetStrokeWidth(w float64) { r.width = w / perPoint }

// SetStrokeDashArray sets lengths on and off, in units.
func (r *Recorder) SetStrokeDashArray(dash []float64) {
	r.dash = nil
	for _, d := range dash {
		r.dash = append(r.dash, d/perPoint)
	}
}

func plainColor(c drawing.Color) Color {
	if c.A == 0 {
		return Color{}
	}
	return Color{c.R, c.G, c.B, 255}
}

// MoveTo starts a path.
func (r *Recorder) MoveTo(x, y int) { r.add(MoveTo, 0, 0, x, y) }

// LineTo goes on in a straight line.
func (r *Recorder) LineTo(x, y int) { r.add(LineTo, 0, 0, x, y) }

// QuadCurveTo goes on in a curve.
func (r *Recorder) QuadCurveTo(cx, cy, x, y int) { r.add(QuadTo, cx, cy, x, y) }

// Close closes the path.
func (r *Recorder) Close() { r.path = append(r.path, Segment{Verb: Close}) }

func (r *Recorder) add(v Verb, cx, cy, x, y int) {
	r.path = append(r.path, Segment{v, float64(cx) / perPoint, float64(cy) / perPoint,
		float64(x) / perPoint, float64(y) / perPoint})
}

// ArcTo goes on along an ellipse. Charts draw their arcs with QuadCurveTo.
func (r *Recorder) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	n := max(1, int(math.Ceil(math.Abs(delta)/(math.Pi/4))))
	step := delta / float64(n)
	at := func(scale, a float64) (int, int) {
		return cx + int(math.Round(rx*scale*math.Cos(a))), cy + int(math.Round(ry*scale*math.Sin(a)))
	}
	x, y := at(1, start)
	if len(r.path) == 0 {
		r.MoveTo(x, y)
	} else {
		r.LineTo(x, y)
	}
	for i := range n {
		a := start + float64(i)*step
		mx, my := at(1/math.Cos(step/2), a+step/2)
		ex, ey := at(1, a+step)
		r.QuadCurveTo(mx, my, ex, ey)
	}
}

// Circle traces a circle.
func (r *Recorder) Circle(radius float64, x, y int) {
	r.MoveTo(x+int(math.Round(radius)), y)
	r.ArcTo(x, y, radius, radius, 0, 2*math.Pi)
	r.Close()
}

// Stroke strokes the path.
func (r *Recorder) Stroke() {
	r.emit(Op{Stroke: r.stroke, LineWidth: r.width, Dash: r.dash})
}

// Fill fills the path.
func (r *Recorder) Fill() { r.emit(Op{Fill: r.fill}) }

// FillStroke fills the path, then strokes it.
func (r *Recorder) FillStroke() {
	r.emit(Op{Fill: r.fill, Stroke: r.stroke, LineWidth: r.width, Dash: r.dash})
}

func (r *Recorder) emit(op Op) {
	op.Path, r.path = r.path, nil
	if len(op.Path) > 0 && !(op.Fill.None() && op.Stroke.None()) {
		r.out.Ops = append(r.out.Ops, op)
	}
}

// SetFont does nothing: the class name says the weight.
func (r *Recorder) SetFont(*truetype.Font) {}

// SetFontColor sets the colour of texts.
func (r *Recorder) SetFontColor(c drawing.Color) { r.ink = plainColor(c) }

// SetFontSize sets the size of texts, in units.
func (r *Recorder) SetFontSize(size float64) { r.size = size / perPoint }

// SetTextRotation turns the texts that follow.
func (r *Recorder) SetTextRotation(radians float64) { r.angle = radians * 180 / math.Pi }

// ClearTextRotation sets texts straight again.
func (r *Recorder) ClearTextRotation() { r.angle = 0 }

// Text sets a line of text.
func (r *Recorder) Text(body string, x, y int) {
	r.out.Ops = append(r.out.Ops, Op{Text: body, X: float64(x) / perPoint, Y: float64(y) / perPoint,
		Size: r.size, Weight: r.weight, Fill: r.ink, Angle: r.angle,
		TextWidth: r.textWidth(body)})
}

func (r *Recorder) textWidth(body string) float64 {
	return r.out.Fonts.Width(fonts.Style{Weight: r.weight}, body, r.size)
}

// MeasureText measures with our own tables.
func (r *Recorder) MeasureText(body string) gochart.Box {
	return gochart.Box{Right: units(r.textWidth(body)), Bottom: units(r.size)}
}

// String writes the drawing for people and golden files, an operation a line:
//
//	100 × 50
//	fill #004488 M 0 0 L 10 0 L 10 10 Z
//	text "1.451" 12.5 40 size 8 semibold #1a1a1a
func (d Drawing) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s × %s\n", short(d.W), short(d.H))
	for _, op := range d.Ops {
		if op.Text != "" {
			fmt.Fprintf(&b, "text %q %s %s size %s %s %s", op.Text, short(op.X), short(op.Y), short(op.Size), weightName(op.Weight), op.Fill)
			if op.Angle != 0 {
				fmt.Fprintf(&b, " turned %s", short(op.Angle))
			}
			b.WriteByte('\n')
			continue
		}
		if !op.Fill.None() {
			fmt.Fprintf(&b, "fill %s ", op.Fill)
		}
		if !op.Stroke.None() {
			fmt.Fprintf(&b, "stroke %s %s ", op.Stroke, short(op.LineWidth))
			for i, dash := range op.Dash {
				b.WriteString([...]string{"dash ", ""}[min(i, 1)] + short(dash) + " ")
			}
		}
		b.WriteString(pathData(op.Path))
		b.WriteByte('\n')
	}
	return b.String()
}

// pathData writes a path as SVG does.
func pathData(path []Segment) string {
	var b []byte
	for i, s := range path {
		if i > 0 {
			b = append(b, ' ')
		}
		switch s.Verb {
		case MoveTo:
			b = append(b, 'M', ' ')
		case LineTo:
			b = append(b, 'L', ' ')
		case QuadTo:
			b = append(b, 'Q', ' ')
			b = appendShort(b, s.CX)
			b = append(b, ' ')
			b = appendShort(b, s.CY)
			b = append(b, ' ')
		case Close:
			b = append(b, 'Z')
			continue
		}
		b = appendShort(b, s.X)
		b = append(b, ' ')
		b = appendShort(b, s.Y)
	}
	return string(b)
}

func short(v float64) string { return string(appendShort(nil, v)) }

// appendShort writes at most two decimals, which hold the canvas's twentieths.
func appendShort(b []byte, v float64) []byte {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // no minus zero
	}
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}

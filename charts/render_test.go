package charts

import (
	"bytes"
	"encoding/xml"
	"image/color"
	"image/png"
	"io"
	"math"
	"strings"
	"testing"
)

func TestSVGIsWellFormedAndSpeaks(t *testing.T) {
	chart := Bars{Base: Base{Title: "R&D <\"snel\">\x00", Unit: "&"}, Categories: []string{"A&B", "C<D", "x\u0001y"}, Series: []Series{{Name: "]]>", Values: []float64{1, 2, 3}}}}
	for _, s := range append(samples(), sample{"escaping", chart}) {
		out := SVG(s.chart)
		var text []string
		var path []string
		d := xml.NewDecoder(bytes.NewReader(out))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", s.name, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				path = append(path, token.Name.Local)
				if token.Name.Local == "svg" && !strings.Contains(string(out[:300]), `role="img"`) {
					t.Errorf("%s: no role", s.name)
				}
			case xml.EndElement:
				path = path[:len(path)-1]
			case xml.CharData:
				if len(path) > 1 {
					text = append(text, path[len(path)-1]+" "+string(token))
				}
			}
		}
		all := strings.Join(text, "\n")
		if !strings.Contains(all, "desc "+s.chart.Alt()) {
			t.Errorf("%s: the description isn't the alternative text", s.name)
		}
		if s.name == "escaping" && !(strings.Contains(all, "text A&B") && strings.Contains(all, "title R&D <\"snel\">")) {
			t.Errorf("texts are damaged:\n%s", all)
		}
	}
}

func TestPNGHasSizeAndInk(t *testing.T) {
	for _, s := range samples() {
		data, err := PNG(s.chart, 72)
		if err != nil {
			t.Errorf("%s: %v", s.name, err)
			continue
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		w, h := s.chart.Size()
		if b := img.Bounds(); b.Dx() != int(math.Ceil(w)) || b.Dy() != int(math.Ceil(h)) {
			t.Errorf("%s: %v pixels for %g × %g points", s.name, b, w, h)
		}
		ink := 0
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				if r, g, b, _ := img.At(x, y).RGBA(); r+g+b < 3*0x8000 {
					ink++
				}
			}
		}
		if ink < 20 {
			t.Errorf("%s: %d dark pixels", s.name, ink)
		}
	}
}

func TestPNGRefusesWhatIsNoPicture(t *testing.T) {
	for _, dpi := range []float64{0, -1, math.NaN(), math.Inf(1), 1e6} {
		if _, err := PNG(samples()[0].chart, dpi); err == nil {
			t.Errorf("%g dpi: no error", dpi)
		}
	}
}

// Text in pixels is as wide as it was measured, within a pixel or two: not
// 72/64 too wide.
func TestPNGTextHasItsSize(t *testing.T) {
	const scale = 4
	p, err := newPixels(200*scale, 40*scale, scale)
	if err != nil {
		t.Fatal(err)
	}
	text := "HHHHHHHHHHHHHHHH"
	NewCanvas(p).Text(text, 10, 30, TextStyle{Size: 12, Weight: Regular, Color: black})
	left, right := 1<<30, 0
	for y := range p.img.Bounds().Dy() {
		for x := range p.img.Bounds().Dx() {
			if p.img.RGBAAt(x, y) != (color.RGBA{255, 255, 255, 255}) {
				left, right = min(left, x), max(right, x)
			}
		}
	}
	want := Base{}.textWidth(text, 12, Regular) - 2 // less the room at both sides of an H
	if got := float64(right-left) / scale; math.Abs(got-want) > 1 {
		t.Errorf("%g points wide, want about %g", got, want)
	}
}

type drawn func(*Canvas)

func (drawn) Size() (w, h float64) { return 100, 50 }
func (drawn) Alt() string          { return "proef" }
func (d drawn) Draw(c *Canvas)     { d(c) }

func TestCanvas(t *testing.T) {
	red := Hex("#ff0000")
	tests := []struct {
		name string
		draw drawn
		want string
	}{
		{"rectangle", func(c *Canvas) { c.Rect(10, 20, -5, 2.5, Paint{Fill: red}) }, "fill #ff0000 M 5 20 L 10 20 L 10 22.5 L 5 22.5 Z\n"},
		{"line", func(c *Canvas) { c.Line(0, 0, 10, 0, red, 0.5, 2, 1) }, "stroke #ff0000 0.5 dash 2 1 M 0 0 L 10 0\n"},
		{"both", func(c *Canvas) { c.Polygon([]Point{{1, 1}, {2, 2}}, Paint{Fill: white, Stroke: red, Width: 1}) }, "fill #ffffff stroke #ff0000 1 M 1 1 L 2 2 Z\n"},
		{"nothing to paint", func(c *Canvas) { c.Rect(1, 1, 2, 2, Paint{}); c.Line(0, 0, 1, 1, red, 1) }, "stroke #ff0000 1 M 0 0 L 1 1\n"},
		{"a dash ends with its line", func(c *Canvas) { c.Line(0, 0, 1, 0, red, 1, 3); c.Line(0, 1, 1, 1, red, 1) }, "stroke #ff0000 1 dash 3 M 0 0 L 1 0\nstroke #ff0000 1 M 0 1 L 1 1\n"},
		{"twentieths", func(c *Canvas) { c.Line(0.01, 0.024, 0.026, 1.234, red, 1) }, "stroke #ff0000 1 M 0 0 L 0.05 1.25\n"},
		{"no number", func(c *Canvas) { c.Line(math.NaN(), 0, math.Inf(1), 1, red, 1) }, "stroke #ff0000 1 M 0 0 L 1000000 1\n"},
		{"quarter ring", func(c *Canvas) { c.Ring(0, 0, 5, 10, 0, math.Pi/4, Paint{Fill: red}) },
			"fill #ff0000 M 10 0 Q 10 4.15 7.05 7.05 L 3.55 3.55 Q 5 2.05 5 0 Z\n"},
		{"hatch", func(c *Canvas) { c.Hatch(0, 0, 10, 4, 5, red, 0.5) }, "stroke #ff0000 0.5 M 1 4 L 5 0\nstroke #ff0000 0.5 M 6 4 L 10 0\n"},
		{"text", func(c *Canvas) { c.Text(" Ja\n", 5, 10, TextStyle{Size: 8, Weight: Semibold, Color: red}) }, "text \"Ja\" 5 10 size 8 semibold #ff0000\n"},
		{"no text", func(c *Canvas) { c.Text(" ", 5, 10, TextStyle{Size: 8, Color: red}) }, ""},
	}
	for _, test := range tests {
		got := strings.TrimPrefix(Record(test.draw).String(), "100 × 50\n")
		if got != test.want {
			t.Errorf("%s:\n%swant\n%s", test.name, got, test.want)
		}
	}
}

func TestAlignmentIsSettledInTheDrawing(t *testing.T) {
	for _, test := range []struct {
		align Align
		angle float64
		dx    float64 // in widths
		dy    float64
	}{{Left, 0, 0, 0}, {Center, 0, -0.5, 0}, {Right, 0, -1, 0}, {Right, -90, 0, 1}, {Center, 90, 0, -0.5}} {
		op := Record(drawn(func(c *Canvas) {
			c.Text("Totaal", 50, 25, TextStyle{Size: 8, Weight: Bold, Color: black, Align: test.align, Angle: test.angle})
		})).Ops[0]
		w := op.TextWidth
		if math.Abs(op.X-50-test.dx*w) > 0.03 || math.Abs(op.Y-25-test.dy*w) > 0.03 || math.Abs(op.Angle-test.angle) > 1e-9 {
			t.Errorf("%+v: at %g, %g turned %g", test, op.X, op.Y, op.Angle)
		}
	}
}

func TestDotIsRound(t *testing.T) {
	d := Record(drawn(func(c *Canvas) { c.Dot(50, 25, 20, Paint{Fill: black}) }))
	path := d.Ops[0].Path
	from := Point{path[0].X, path[0].Y}
	for _, s := range path[1:] {
		if s.Verb != QuadTo {
			continue
		}
		middle := Point{(from.X + 2*s.CX + s.X) / 4, (from.Y + 2*s.CY + s.Y) / 4}
		for _, p := range []Point{middle, {s.X, s.Y}} {
			if r := math.Hypot(p.X-50, p.Y-25); math.Abs(r-20) > 0.1 {
				t.Errorf("radius %g", r)
			}
		}
		from = Point{s.X, s.Y}
	}
}

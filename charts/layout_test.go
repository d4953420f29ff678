package charts

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"

	"voortgang/internal/fonts"
)

// box is where the ink of a text or path lies, in points.
type box struct {
	x1, y1, x2, y2 float64
	what           string
}

func newBox(what string) box {
	return box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), what}
}

func (b *box) add(x, y float64) {
	b.x1, b.y1 = math.Min(b.x1, x), math.Min(b.y1, y)
	b.x2, b.y2 = math.Max(b.x2, x), math.Max(b.y2, y)
}

func (b box) overlaps(o box) bool {
	const touch = 0.3
	return b.x1+touch < o.x2 && o.x1+touch < b.x2 && b.y1+touch < o.y2 && o.y1+touch < b.y2
}

// textBoxes are the boxes of the texts, from the capitals' height to the
// descenders.
func textBoxes(d Drawing) []box {
	var out []box
	for _, op := range d.Ops {
		if op.Text == "" {
			continue
		}
		b := newBox(fmt.Sprintf("%q", op.Text))
		sin, cos := math.Sincos(op.Angle * math.Pi / 180)
		for _, corner := range []Point{{0, -capHeight * op.Size}, {op.TextWidth, -capHeight * op.Size}, {0, descent * op.Size}, {op.TextWidth, descent * op.Size}} {
			b.add(op.X+corner.X*cos-corner.Y*sin, op.Y+corner.X*sin+corner.Y*cos)
		}
		out = append(out, b)
	}
	return out
}

// faults lists what is wrong with a drawing's layout: ink outside the page,
// texts over one another or too small, numbers that are no numbers.
func faults(d Drawing) []string {
	var out []string
	if !(d.W > 0 && d.H > 0 && d.W < 1e4 && d.H < 1e5) {
		out = append(out, fmt.Sprintf("size %g × %g", d.W, d.H))
	}
	texts := textBoxes(d)
	all := texts
	for _, op := range d.Ops {
		if op.Text != "" {
			if op.Size < minSize {
				out = append(out, fmt.Sprintf("%q at %g pt", op.Text, op.Size))
			}
			continue
		}
		b := newBox(pathData(op.Path))
		for _, s := range op.Path {
			if s.Verb != Close {
				b.add(s.X, s.Y)
			}
		}
		all = append(all, b)
	}
	for _, b := range all {
		const slack = 0.6 // half a line's width
		if !(b.x1 >= -slack && b.y1 >= -slack && b.x2 <= d.W+slack && b.y2 <= d.H+slack) {
			out = append(out, fmt.Sprintf("outside %s × %s: %s (%s %s %s %s)", short(d.W), short(d.H), b.what, short(b.x1), short(b.y1), short(b.x2), short(b.y2)))
		}
	}
	for i, a := range texts {
		for _, b := range texts[i+1:] {
			if a.overlaps(b) {
				out = append(out, a.what+" over "+b.what)
			}
		}
	}
	return out
}

func checkLayout(t *testing.T, c Chart) {
	t.Helper()
	if found := faults(Record(c)); len(found) > 0 {
		t.Errorf("%d faults:\n%s", len(found), strings.Join(found[:min(5, len(found))], "\n"))
	}
	if alt := c.Alt(); alt == "" || strings.Contains(alt, "NaN") {
		t.Errorf("alternative text %q", alt)
	}
}

func TestNothingOutsideOrOverprinted(t *testing.T) {
	for _, s := range samples() {
		t.Run(s.name, func(t *testing.T) { checkLayout(t, s.chart) })
	}
}

func TestUglyDataNothingOutsideOrOverprinted(t *testing.T) {
	for _, u := range uglyData() {
		for _, s := range u.ofEachType() {
			t.Run(s.name, func(t *testing.T) { checkLayout(t, s.chart) })
		}
	}
}

// randomData are names and values that reports may hold, and some they won't.
func randomData(r *rand.Rand) ugly {
	words := []string{"en", "de", "Wonen", "buurt", "opbouwwerk", "Sociale", "huisvestingsmaatschappij", "Houthalen-Helchteren", "(2021)", "vorming/info", "beleidsparticipatie", "arbeidsongeschiktheidsverzekering"}
	name := func() string {
		var parts []string
		for range 1 + r.IntN(5) {
			parts = append(parts, words[r.IntN(len(words))])
		}
		return strings.Join(parts, " ")
	}
	u := ugly{name: "random"}
	for range 1 + r.IntN(14) {
		u.categories = append(u.categories, name())
	}
	size := math.Pow(10, float64(r.IntN(8)-1))
	for range 1 + r.IntN(7) {
		row := make([]float64, len(u.categories))
		for i := range row {
			switch row[i] = r.ExpFloat64() * size; r.IntN(8) {
			case 0:
				row[i] = 0
			case 1:
				row[i] = math.NaN()
			case 2:
				row[i] = -row[i] * float64(r.IntN(2))
			}
		}
		u.rows = append(u.rows, row)
	}
	return u
}

func TestRandomDataNothingOutsideOrOverprinted(t *testing.T) {
	for seed := range uint64(60) {
		for _, s := range randomData(rand.New(rand.NewPCG(seed, 1))).ofEachType() {
			t.Run(fmt.Sprintf("%d/%s", seed, s.name), func(t *testing.T) { checkLayout(t, s.chart) })
		}
	}
}

// The check itself must see what is wrong.
func TestFaultsAreSeen(t *testing.T) {
	small := TextStyle{Size: 6, Weight: Regular, Color: black}
	normal := TextStyle{Size: 8, Weight: Regular, Color: black}
	for name, draw := range map[string]drawn{
		"over":    func(c *Canvas) { c.Text("een", 10, 20, normal); c.Text("twee", 12, 22, normal) },
		"outside": func(c *Canvas) { c.Text("een heel lange tekst", 60, 20, normal) },
		"turned": func(c *Canvas) {
			c.Text("tekst", 10, 10, TextStyle{Size: 8, Weight: Regular, Color: black, Angle: -90})
		},
		"path":  func(c *Canvas) { c.Line(0, 0, 10, 60, black, 1) },
		"small": func(c *Canvas) { c.Text("een", 10, 20, small) },
	} {
		if len(faults(Record(draw))) != 1 {
			t.Errorf("%s: %q", name, faults(Record(draw)))
		}
	}
	if f := faults(Record(drawn(func(c *Canvas) { c.Text("een", 10, 20, normal); c.Text("twee", 10, 30, normal) }))); len(f) != 0 {
		t.Errorf("a good drawing: %q", f)
	}
}

// A house style's own typeface is what is measured and drawn, also one that is
// much wider.
func TestOwnTypeface(t *testing.T) {
	for name, data := range map[string][]byte{"Go": goregular.TTF, "Go Mono": gomono.TTF} {
		face, err := fonts.ParseFace(data)
		if err != nil {
			t.Fatal(err)
		}
		style := DefaultStyle()
		style.Fonts = fonts.Default().With(map[fonts.Style]*fonts.Face{{Weight: Regular}: face, {Weight: Semibold}: face, {Weight: Bold}: face})
		for _, s := range samples() {
			t.Run(name+" "+s.name, func(t *testing.T) {
				c := reflect.New(reflect.TypeOf(s.chart)).Elem()
				c.Set(reflect.ValueOf(s.chart))
				c.FieldByName("Style").Set(reflect.ValueOf(&style))
				chart := c.Interface().(Chart)
				checkLayout(t, chart)
				for _, op := range Record(chart).Ops {
					if want := style.Fonts.Width(fonts.Style{Weight: op.Weight}, op.Text, op.Size); op.TextWidth != want {
						t.Fatalf("%q is %g wide, not %g", op.Text, op.TextWidth, want)
					}
				}
			})
		}
	}
}

package pipeline

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"voortgang/internal/document"
	"voortgang/internal/fonts"
	"voortgang/render/pdf"
	"voortgang/render/pdfw"
	example "voortgang/render/workdir"
)

// above is how far over its target a place may be: enough to see the target's
// top with some air.
const above = 40

func exampleDocument(t *testing.T) *document.Document {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "demo")
	if err := example.Example(dir, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	checked, err := Check(context.Background(), Options{Dir: dir, Version: "1"})
	if err != nil {
		t.Fatal(err)
	}
	return checked.Document
}

func rendered(t *testing.T, doc *document.Document) []byte {
	t.Helper()
	made, err := pdf.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	return made.Bytes
}

// TestEveryWayLeadsWhereItSays goes over the whole example.
func TestEveryWayLeadsWhereItSays(t *testing.T) {
	doc := exampleDocument(t)
	checked, wrong := checkWays(t, doc, rendered(t, doc))
	for _, text := range wrong {
		t.Error(text)
	}
	// Each line of the contents and of the list of figures, and enough of the
	// rest to mean something.
	lines := checked["bookmark"] - 1
	for _, block := range doc.Blocks {
		if list, ok := block.(document.FigureList); ok {
			lines += len(list.Links)
		}
	}
	if checked["contents"] != lines || checked["bookmark"] < 100 || checked["printed"] < 100 || checked["number"] < 500 ||
		checked["reference"] < 1 || checked["address shown"] < 30 || checked["file"] != len(doc.Attachments) {
		t.Errorf("%d lines in the contents; looked at %v", lines, checked)
	}
}

// TestWrongWaysAreSeen breaks a small document in each way that checkWays is
// for.
func TestWrongWaysAreSeen(t *testing.T) {
	for _, c := range []struct {
		name string
		at   func(*wayward)
		want string
	}{
		{"nothing", func(*wayward) {}, ""},
		{"a place on another page", func(w *wayward) { w.page = 0 }, "leads to page 1, its heading is on page 2"},
		{"a place too high", func(w *wayward) { w.y = 20 }, `where ""`},
		{"a place under its heading", func(w *wayward) { w.y = 105 }, `where ""`},
		{"a place off the page", func(w *wayward) { w.y = -30 }, `where ""`},
		{"another page number", func(w *wayward) { w.number = "3" }, `says page 3, but leads to page 2`},
		{"no page number", func(w *wayward) { w.number = "" }, "has no page number"},
		{"another number after a reference", func(w *wayward) { w.after = "(bladzijde 4)" }, "is followed by page 4"},
		{"another bookmark", func(w *wayward) { w.title = "1 Kap" }, `is "1 Kap" at level 1, not "1 Kop"`},
		{"no bookmark", func(w *wayward) { w.title = "" }, "0 bookmarks for 1 headings"},
		{"another heading", func(w *wayward) { w.heading = "1 Kip" }, `reads "1Kip", not "1Kop"`},
		{"another address", func(w *wayward) { w.uri = "https://elders.be/" }, `goes to "https://elders.be/"`},
		{"no address", func(w *wayward) { w.uri = "voorbeeld.be" }, `has the address "voorbeeld.be"`},
		{"a link off the page", func(w *wayward) { w.over.X = -20 }, "a link at {-20.0"},
		{"a link beside its text", func(w *wayward) { w.over.X = 200 }, "no link covers"},
		{"a link too small for its text", func(w *wayward) { w.over.W = 20 }, "no link covers"},
		{"links on one another", func(w *wayward) { w.over.H = 60 }, "overlap"},
		{"another label", func(w *wayward) { w.label = 5 }, `has the number "2" and the label "6"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := wayward{page: 1, y: 90, number: "2", after: "(bladzijde 2)", title: "1 Kop", heading: "1 Kop",
				uri: "https://www.voorbeeld.be/", over: pdfw.Rect{X: 20, Y: 90, W: 80, H: 14}, label: 1}
			c.at(&w)
			doc, data := w.make(t)
			_, wrong := checkWays(t, doc, data)
			if told := strings.Join(wrong, "\n"); !strings.Contains(told, c.want) || c.want == "" && told != "" {
				t.Errorf("told %q, want %q", told, c.want)
			}
		})
	}
}

// wayward is a document of two pages with a line of a contents, a reference, a
// web address and a heading.
type wayward struct {
	page                               int
	y                                  float64
	number, after, title, heading, uri string
	over                               pdfw.Rect
	label                              int
}

func (w wayward) make(t *testing.T) (*document.Document, []byte) {
	d := pdfw.New(pdfw.Meta{Title: "Proef", Lang: "nl-BE", Created: time.Date(2022, 4, 28, 0, 0, 0, 0, time.UTC)})
	pages := []*pdfw.Page{d.AddPage(300, 400), d.AddPage(300, 400)}
	say := func(p *pdfw.Page, e *pdfw.Elem, x, y float64, text string) {
		p.BeginMarked(e)
		p.Text(x, y, pdfw.TextStyle{Size: 10}, fonts.Default().Face(fonts.Style{}), text)
		p.EndMarked()
	}
	line := d.Root().Add(pdfw.TOC, pdfw.Attrs{}).Add(pdfw.TOCI, pdfw.Attrs{}).Add(pdfw.Link, pdfw.Attrs{})
	say(pages[0], line, 20, 100, "1 Kop ")
	if w.number != "" {
		say(pages[0], line, 80, 100, w.number)
	}
	pages[0].Link(line, "#kop", "1 Kop", w.over)
	p := d.Root().Add(pdfw.P, pdfw.Attrs{})
	reference := p.Add(pdfw.Link, pdfw.Attrs{})
	say(pages[0], reference, 20, 120, "1 ")
	say(pages[0], p, 40, 120, w.after)
	pages[0].Link(reference, "#kop", "1", pdfw.Rect{X: 20, Y: 110, W: 10, H: 14})
	site := d.Root().Add(pdfw.P, pdfw.Attrs{}).Add(pdfw.Link, pdfw.Attrs{})
	say(pages[0], site, 20, 140, "voorbeeld.be")
	pages[0].Link(site, w.uri, "voorbeeld.be", pdfw.Rect{X: 20, Y: 130, W: 80, H: 14})
	say(pages[1], d.Root().Add(pdfw.H1, pdfw.Attrs{}), 20, 100, w.heading)
	pages[1].BeginArtifact(pdfw.Footer, pdfw.Rect{})
	pages[1].Text(270, 380, pdfw.TextStyle{Size: 8}, fonts.Default().Face(fonts.Style{}), "2")
	pages[1].EndMarked()
	d.Dest("kop", pages[w.page], w.y)
	if w.title != "" {
		d.Outline(1, w.title, "kop")
	}
	d.PageLabel(1, pdfw.Decimal, "", w.label)
	data, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return &document.Document{Blocks: []document.Block{document.Heading{Level: 1, Number: "1", Text: "Kop", ID: "kop"}}}, data
}

// TestWaysOfAnyDocument goes over documents that nobody would write.
func TestWaysOfAnyDocument(t *testing.T) {
	seeds := 25
	if testing.Short() {
		seeds = 5
	}
	all := map[string]int{}
	for seed := range seeds {
		t.Run(strconv.Itoa(seed), func(t *testing.T) {
			doc := anyDocument(rand.New(rand.NewPCG(uint64(seed), 4)))
			checked, wrong := checkWays(t, doc, rendered(t, doc))
			for _, text := range wrong {
				t.Error(text)
			}
			for kind, n := range checked {
				all[kind] += n
			}
		})
	}
	for _, kind := range []string{"link", "bookmark", "contents", "number", "reference", "address", "printed"} {
		if all[kind] < 10*seeds {
			t.Errorf("only %d looked at: %s", all[kind], kind)
		}
	}
}

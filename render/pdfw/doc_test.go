package pdfw

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"voortgang/internal/fonts"
)

func mustBytes(t testing.TB, d *Doc) []byte {
	t.Helper()
	data, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// small is a page with one of most things, for the golden file.
func small() *Doc {
	d := New(demoMeta())
	d.Plain = true
	p := d.AddPage(200, 100)
	face := fonts.Default().Face(fonts.Style{})
	h := d.Root().Add(H1, Attrs{})
	p.BeginMarked(h)
	p.Text(10, 20, TextStyle{Size: 12, Colour: RGB{0, 0x44, 0x88}}, face, "AV – é")
	p.EndMarked()
	d.Dest("kop", p, 8)
	d.Outline(1, "AV – é", "kop")
	paragraph := d.Root().Add(P, Attrs{})
	p.BeginMarked(paragraph)
	n := p.Text(10, 40, TextStyle{Size: 10, WordSpace: 1}, face, "een twee ")
	p.EndMarked()
	link := paragraph.Add(Link, Attrs{})
	p.BeginMarked(link)
	p.Text(10+n, 40, TextStyle{Size: 10}, face, "kop")
	p.EndMarked()
	p.Link(link, "#kop", "naar de kop", Rect{10 + n, 32, 20, 10})
	p.BeginMarked(paragraph)
	p.Text(60+n, 40, TextStyle{Size: 10}, face, ".")
	p.EndMarked()
	p.BeginArtifact(Layout, Rect{})
	p.SetLineWidth(0.5)
	p.MoveTo(10, 50)
	p.LineTo(190, 50)
	p.Stroke()
	p.EndMarked()
	figure := d.Root().Add(Figure, Attrs{Alt: "Een vlak"})
	figure.SetBBox(p, Rect{10, 60, 30, 20})
	p.BeginMarked(figure)
	p.Save()
	p.Rotate(45, 25, 70)
	p.SetFill(RGB{255, 0, 0})
	p.Rect(10, 60, 30, 20)
	p.FillStroke()
	p.Restore()
	p.EndMarked()
	opens := d.Root().Add(P, Attrs{}).Add(Annot, Attrs{})
	p.BeginMarked(opens)
	p.Text(10, 95, TextStyle{Size: 8}, face, "a.csv")
	p.EndMarked()
	p.OpenFile(opens, "a.csv", "Opent a.csv", Rect{10, 87, 40, 10}, Clip{8, RGB{0, 0x44, 0x88}})
	d.Attach(Attachment{Name: "a.csv", MIME: "text/csv", Desc: "Een tabel", Relation: Data, Data: []byte("a;b\n")})
	return d
}

var binaryStream = regexp.MustCompile(`(?s)(/Length1 \d+|/N 3)(/Length \d+>>\nstream\n).*?\nendstream`)

// TestGolden shows what a small document looks like inside. Fonts and the
// colour profile are left out of the golden file.
func TestGolden(t *testing.T) {
	got := binaryStream.ReplaceAll(mustBytes(t, small()), []byte("$1$2…\nendstream"))
	const golden = "testdata/small.txt"
	if *update {
		if err := os.WriteFile(golden, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the small document differs from %s; run with -update and look at the difference", golden)
	}
}

func TestSameBytes(t *testing.T) {
	first := demo()
	data := mustBytes(t, first)
	if !bytes.Equal(data, mustBytes(t, first)) {
		t.Error("writing a document twice gives other bytes")
	}
	if !bytes.Equal(data, mustBytes(t, demo())) {
		t.Error("making a document twice gives other bytes")
	}
	meta := demoMeta()
	meta.Created = meta.Created.Add(time.Hour)
	other := New(meta)
	other.AddPage(100, 100)
	meta.Created = meta.Created.Add(time.Hour)
	another := New(meta)
	another.AddPage(100, 100)
	id := regexp.MustCompile(`/ID\[<\w+><\w+>\]`)
	if bytes.Equal(id.Find(mustBytes(t, other)), id.Find(mustBytes(t, another))) {
		t.Error("two documents have the same ID")
	}
}

// TestPacked reads the packed file by its cross-reference stream: it must hold
// what the plain one holds. More objects than fit one object stream.
func TestPacked(t *testing.T) {
	build := func(plain bool) *Doc {
		d := demo()
		d.Plain = plain
		for range 3 * perObjectStream {
			d.Root().Add(P, Attrs{})
		}
		return d
	}
	plain := readPlain(t, mustBytes(t, build(true)))
	packed := readPacked(t, mustBytes(t, build(false)))
	length := regexp.MustCompile(`(/Filter/FlateDecode)?/Length $`)
	for n, want := range plain {
		got := packed[n]
		if length.ReplaceAllString(got.dict, "") != length.ReplaceAllString(want.dict, "") || !bytes.Equal(got.data, want.data) {
			t.Errorf("object %d is\n%s\nwant\n%s", n, got.dict, want.dict)
		}
	}
}

func TestText(t *testing.T) {
	d := demo()
	d.Plain = true
	pages := pageTexts(t, mustBytes(t, d))
	want := []string{`Algemene evaluatie
1.1 Tabel en figuren 1
Lees meer op 
onze webstek
, en dat is AVATAR met wat meer wit.
•
Zoë → ✓ ✗ 50 % meer
•
Łódź, İstanbul, Ελλάδα, Жуков
•
[emoji] en [tekst in het Chinees of Japans]
•
lang woord af` + "\u00AD" + `
Tabel en figuren
Voltijdse equivalenten per thema
Thema
VTE
Wonen
13,93
10,26
Werk
13,93
10,26
Gedraaid
Un paragraphe qui commence ici
Voorbeeld `, `et se termine là.
Een noot.
Voorbeeld 
vte.csv`}
	for i := range want {
		if pages[i] != want[i] {
			t.Errorf("page %d reads\n%s\nwant\n%s", i+1, pages[i], want[i])
		}
	}
}

// TestSharedGlyph: characters that look alike stay apart when copied.
func TestSharedGlyph(t *testing.T) {
	d := New(demoMeta())
	d.Plain = true
	p := d.AddPage(200, 100)
	const text = "a\u00A0b c-d\u2010e\u2011f\u00AD"
	p.BeginMarked(d.Root().Add(P, Attrs{}))
	p.Text(10, 10, TextStyle{Size: 10}, fonts.Default().Face(fonts.Style{}), text)
	p.EndMarked()
	if got := pageTexts(t, mustBytes(t, d)); got[0] != text {
		t.Errorf("text is %q, want %q", got[0], text)
	}
}

// TestMistakes: every wrong use is told at the end and none panics.
func TestMistakes(t *testing.T) {
	face := fonts.Default().Face(fonts.Style{})
	for _, test := range []struct {
		name string
		make func(d *Doc, p *Page)
		want string
	}{
		{"text outside a mark", func(d *Doc, p *Page) { p.Text(0, 0, TextStyle{Size: 9}, face, "a") }, "outside any mark"},
		{"a path outside a mark", func(d *Doc, p *Page) { p.Rect(0, 0, 1, 1); p.Fill() }, "outside any mark"},
		{"a picture outside a mark", func(d *Doc, p *Page) { p.Image(nil, Rect{}) }, "outside any mark"},
		{"a mark not ended", func(d *Doc, p *Page) { p.BeginArtifact(Layout, Rect{}) }, "isn't ended"},
		{"an end without a beginning", func(d *Doc, p *Page) { p.EndMarked() }, "wasn't begun"},
		{"nested marks", func(d *Doc, p *Page) {
			p.BeginMarked(d.Root())
			p.BeginArtifact(Layout, Rect{})
			p.EndMarked()
		}, "nested"},
		{"a path without a start", func(d *Doc, p *Page) { p.LineTo(1, 1) }, "doesn't start"},
		{"a path not painted", func(d *Doc, p *Page) { p.Rect(0, 0, 1, 1) }, "isn't painted"},
		{"Save without Restore", func(d *Doc, p *Page) { p.Save() }, "Save without Restore"},
		{"Restore without Save", func(d *Doc, p *Page) { p.Restore() }, "Restore without Save"},
		{"Save too deep", func(d *Doc, p *Page) {
			for range 29 {
				p.Save()
			}
			for range 29 {
				p.Restore()
			}
		}, "28 deep"},
		{"a missing glyph", func(d *Doc, p *Page) {
			p.BeginMarked(d.Root().Add(P, Attrs{}))
			p.Text(0, 0, TextStyle{Size: 9}, face, "日")
			p.EndMarked()
		}, "no glyph for U+65E5"},
		{"a link to nowhere", func(d *Doc, p *Page) {
			p.Link(d.Root().Add(Link, Attrs{}), "#weg", "weg", Rect{})
		}, `"weg", which is nowhere`},
		{"a link without a target", func(d *Doc, p *Page) {
			p.Link(d.Root().Add(Link, Attrs{}), "", "weg", Rect{})
		}, "without an element or a target"},
		{"a link in a paragraph", func(d *Doc, p *Page) { p.Link(d.Root().Add(P, Attrs{}), "#a", "a", Rect{}) }, "in an element P"},
		{"a file that isn't attached", func(d *Doc, p *Page) {
			p.OpenFile(d.Root().Add(P, Attrs{}).Add(Annot, Attrs{}), "a.csv", "Opent a.csv", Rect{}, Clip{})
		}, "isn't attached"},
		{"a file opened by a link", func(d *Doc, p *Page) {
			p.OpenFile(d.Root().Add(P, Attrs{}).Add(Link, Attrs{}), "a.csv", "Opent a.csv", Rect{}, Clip{})
		}, "outside an Annot"},
		{"a bookmark to nowhere", func(d *Doc, p *Page) { d.Outline(1, "Kop", "weg") }, "nowhere"},
		{"a bookmark too deep", func(d *Doc, p *Page) { d.Outline(2, "Kop", "weg") }, "level 2 after level 0"},
		{"a name given twice", func(d *Doc, p *Page) { d.Dest("a", p, 0); d.Dest("a", p, 0) }, "named twice"},
		{"an attachment twice", func(d *Doc, p *Page) {
			d.Attach(Attachment{Name: "a", MIME: "text/csv", Relation: Data})
			d.Attach(Attachment{Name: "a", MIME: "text/csv", Relation: Data})
		}, "added twice"},
		{"an attachment without relation", func(d *Doc, p *Page) { d.Attach(Attachment{Name: "a", MIME: "text/csv"}) }, "relation"},
		{"a figure without words", func(d *Doc, p *Page) {
			p.BeginMarked(d.Root().Add(Figure, Attrs{}))
			p.EndMarked()
		}, "no alternative text"},
		{"a head without scope", func(d *Doc, p *Page) { d.Root().Add(TH, Attrs{}) }, "Scope"},
		{"an ID twice", func(d *Doc, p *Page) { d.Root().Add(P, Attrs{ID: "a"}); d.Root().Add(P, Attrs{ID: "a"}) }, `the ID "a"`},
		{"a forgotten element", func(d *Doc, p *Page) { d.Elem(P, Attrs{}) }, "no place in the structure tree"},
		{"an element below a forgotten one", func(d *Doc, p *Page) {
			e := d.Elem(Sect, Attrs{}).Add(P, Attrs{})
			p.BeginMarked(e)
			p.EndMarked()
		}, "no place in the structure tree"},
		{"an element in two places", func(d *Doc, p *Page) {
			e := d.Elem(P, Attrs{})
			d.Root().Append(e)
			d.Root().Append(e)
		}, "attached twice"},
	} {
		d := New(demoMeta())
		test.make(d, d.AddPage(100, 100))
		if _, err := d.Bytes(); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
	if _, err := New(demoMeta()).Bytes(); err == nil {
		t.Error("a document without pages was written")
	}
	for _, meta := range []Meta{{Title: "a", Lang: "nl"}, {Title: "a", Created: time.Now()}, {Lang: "nl", Created: time.Now()}} {
		d := New(meta)
		d.AddPage(100, 100)
		if _, err := d.Bytes(); err == nil {
			t.Errorf("%+v was enough", meta)
		}
	}
}

// TestDetached: an element can be drawn before it has a place.
func TestDetached(t *testing.T) {
	d := New(demoMeta())
	d.Plain = true
	p := d.AddPage(100, 100)
	late := d.Elem(P, Attrs{ID: "laat"})
	p.BeginMarked(late)
	p.EndMarked()
	early := d.Root().Add(P, Attrs{ID: "vroeg"})
	p.BeginMarked(early)
	p.EndMarked()
	d.Root().Append(late)
	data := string(mustBytes(t, d))
	if strings.Index(data, "/ID(vroeg)") > strings.Index(data, "/ID(laat)") {
		t.Error("the elements stand in the order of drawing, not of the tree")
	}
}

// FuzzText: any text and any numbers give a file, whose text reads back.
func FuzzText(f *testing.F) {
	f.Add("Zoë → 🌭", 9.5, 1.0)
	f.Add("A\u00AD\u200BV\xFF(\\)", 0.0, -1e300)
	family := fonts.Default()
	f.Fuzz(func(t *testing.T, text string, size, space float64) {
		meta := demoMeta()
		meta.Title, meta.Author = "T"+text, text
		d := New(meta)
		d.Plain = true
		p := d.AddPage(100, 100)
		e := d.Root().Add(P, Attrs{ActualText: text})
		runs := family.Runs(fonts.Style{}, text)
		p.BeginMarked(e)
		p.Runs(space, size, TextStyle{Size: size, WordSpace: space}, runs)
		p.EndMarked()
		p.Link(e.Add(Link, Attrs{}), "https://"+text, text, Rect{size, space, size, space})
		want := ""
		for _, run := range runs {
			want += run.Text
		}
		if got := pageTexts(t, mustBytes(t, d)); got[0] != want {
			t.Errorf("%q reads back as %q", want, got[0])
		}
	})
}

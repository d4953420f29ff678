package pdfw

import (
	"bytes"
	"encoding/binary"
	"flag"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"voortgang/internal/fonts"
)

var (
	update = flag.Bool("update", false, "rewrite the golden files")
	demoTo = flag.String("demo", "", "folder to write the demo documents to, for other checkers")
)

func demoMeta() Meta {
	return Meta{
		Title: "Voortgangsrapport – proef", Author: "Voorbeeld vzw", Subject: "Alles wat de schrijver kan",
		Keywords: "proef, é", Creator: "voortgang 1.0", Lang: "nl-BE",
		Created: time.Date(2022, 4, 28, 12, 0, 0, 0, time.FixedZone("", 2*3600)),
	}
}

// pen draws a demo document from top to bottom.
type pen struct {
	page *Page
	y    float64
}

func (w *pen) line(e *Elem, style fonts.Style, size float64, text string) float64 {
	w.y += size * 1.5
	w.page.BeginMarked(e)
	defer w.page.EndMarked()
	return w.page.Runs(57, w.y, TextStyle{Size: size}, fonts.Default().Runs(style, text))
}

// demo has everything in it: headings, lists, a table, figures, links in and
// out, bookmarks, an attachment, characters of all sorts.
func demo() *Doc {
	d := New(demoMeta())
	d.OpenLevel = 1
	first, second := d.AddPage(595.28, 841.89), d.AddPage(595.28, 841.89)
	w := &pen{first, 60}
	regular, bold := fonts.Style{}, fonts.Style{Weight: fonts.Bold}

	first.BeginArtifact(Background, Rect{0, 0, 595.28, 40})
	first.SetFill(RGB{0, 0x44, 0x88})
	first.Rect(0, 0, 595.28, 40)
	first.Fill()
	first.EndMarked()

	chapter := d.Root().Add(Sect, Attrs{})
	w.line(chapter.Add(H1, Attrs{}), fonts.Style{Weight: fonts.Light}, 26, "Algemene evaluatie")
	d.Dest("h1", first, w.y-30)
	d.Outline(1, "1 Algemene evaluatie – é", "h1")

	demoContents(w, chapter)

	paragraph := chapter.Add(P, Attrs{})
	width := w.line(paragraph, regular, 9.5, "Lees meer op ")
	link := paragraph.Add(Link, Attrs{})
	first.BeginMarked(link)
	n := first.Text(57+width, w.y, TextStyle{Size: 9.5, Colour: RGB{0, 0x44, 0x88}}, fonts.Default().Face(regular), "onze webstek")
	first.EndMarked()
	first.Link(link, "https://voorbeeld.be/één pagina", "Webstek van Voorbeeld", Rect{57 + width, w.y - 10, n, 13})
	first.BeginMarked(paragraph)
	first.Text(57+width+n, w.y, TextStyle{Size: 9.5, WordSpace: 2}, fonts.Default().Face(regular), ", en dat is AVATAR met wat meer wit.")
	first.EndMarked()

	list := chapter.Add(L, Attrs{Numbering: Disc})
	for _, text := range []string{"Zoë → ✓ ✗ 50 % meer", "Łódź, İstanbul, Ελλάδα, Жуков", "\U0001F32D en 日", "lang woord af\u00AD"} {
		item := list.Add(LI, Attrs{})
		w.line(item.Add(Lbl, Attrs{}), regular, 9.5, "•")
		w.y -= 9.5 * 1.5
		body := item.Add(LBody, Attrs{})
		first.BeginMarked(body)
		first.Runs(70, w.y+9.5*1.5, TextStyle{Size: 9.5}, fonts.Default().Runs(regular, text))
		first.EndMarked()
		w.y += 9.5 * 1.5
	}

	w.line(chapter.Add(H2, Attrs{}), bold, 17, "Tabel en figuren")
	d.Dest("h2", first, w.y-20)
	d.Outline(2, "1.1 Tabel en figuren", "h2")
	demoTable(w, chapter)
	demoFigures(d, w, chapter)

	// A paragraph over two pages, with a note.
	paragraph = chapter.Add(P, Attrs{Lang: "fr"})
	w.line(paragraph, fonts.Style{Italic: true}, 9.5, "Un paragraphe qui commence ici")
	w = &pen{second, 40}
	w.line(paragraph, fonts.Style{Weight: fonts.Bold, Italic: true}, 9.5, "et se termine là.")
	w.line(chapter.Add(Note, Attrs{}), fonts.Style{Weight: fonts.Semibold}, 8, "Een noot.")
	d.Outline(1, "Slot", "h1")

	for _, p := range []*Page{first, second} {
		p.BeginArtifact(Footer, Rect{57, 800, 200, 10})
		p.Text(57, 810, TextStyle{Size: 8}, fonts.Default().Face(regular), "Voorbeeld │ 28.04.2022"[:10])
		p.EndMarked()
	}
	w = &pen{second, 700}
	opens := chapter.Add(P, Attrs{}).Add(Annot, Attrs{})
	w.line(opens, regular, 9.5, "vte.csv")
	second.OpenFile(opens, "vte.csv", "Opent vte.csv", Rect{57, w.y - 10, 60, 13}, Clip{8, RGB{0, 0x44, 0x88}})
	d.PageLabel(1, LowerRoman, "", 1)
	d.PageLabel(2, Decimal, "A-", 10)
	d.Attach(Attachment{Name: "vte.csv", MIME: "text/csv", Desc: "Voltijdse equivalenten", Relation: Data, Data: []byte("thema;vte\nwonen;13,93\n")})
	return d
}

func demoContents(w *pen, parent *Elem) {
	contents := parent.Add(TOC, Attrs{})
	item := contents.Add(TOCI, Attrs{})
	link := item.Add(Reference, Attrs{}).Add(Link, Attrs{})
	n := w.line(link, fonts.Style{}, 9.5, "1.1 Tabel en figuren 1")
	w.page.Link(link, "#h2", "Ga naar 1.1 Tabel en figuren", Rect{57, w.y - 10, n, 13})
}

func demoTable(w *pen, parent *Elem) {
	table := parent.Add(Table, Attrs{})
	caption := table.Add(Caption, Attrs{})
	w.line(caption, fonts.Style{}, 8, "Voltijdse equivalenten per thema")
	cell := func(row *Elem, tag Tag, attrs Attrs, x float64, text string) {
		w.page.BeginMarked(row.Add(tag, attrs))
		w.page.Runs(x, w.y, TextStyle{Size: 8}, fonts.Default().Runs(fonts.Style{}, text))
		w.page.EndMarked()
	}
	w.y += 12
	head := table.Add(THead, Attrs{}).Add(TR, Attrs{})
	cell(head, TH, Attrs{Scope: Column}, 57, "Thema")
	cell(head, TH, Attrs{Scope: Column, ColSpan: 2}, 157, "VTE")
	body := table.Add(TBody, Attrs{})
	for _, name := range []string{"Wonen", "Werk"} {
		w.y += 12
		row := body.Add(TR, Attrs{})
		cell(row, TH, Attrs{Scope: Row}, 57, name)
		cell(row, TD, Attrs{}, 157, "13,93")
		cell(row, TD, Attrs{}, 207, "10,26")
	}
	w.page.BeginArtifact(Layout, Rect{})
	w.page.SetStroke(RGB{0xC9, 0xCD, 0xD2})
	w.page.SetLineWidth(0.5)
	w.page.MoveTo(57, w.y+4)
	w.page.LineTo(257, w.y+4)
	w.page.Stroke()
	w.page.EndMarked()
}

func demoFigures(d *Doc, w *pen, parent *Elem) {
	for i, data := range [][]byte{demoPNG(), demoJPEG(), demoPNG()} {
		img, err := d.Image(data)
		if err != nil {
			panic(err)
		}
		figure := parent.Add(Figure, Attrs{Alt: "Een kleurverloop (proef)", Placement: Block})
		box := Rect{57 + 90*float64(i), w.y + 20, 80, 60}
		figure.SetBBox(w.page, box)
		w.page.BeginMarked(figure)
		w.page.Image(img, box)
		w.page.EndMarked()
	}
	chart := parent.Add(Figure, Attrs{Alt: "Ring met een derde gevuld"})
	w.page.BeginMarked(chart)
	w.page.Save()
	w.page.SetFill(RGB{0xBB, 0x55, 0x66})
	w.page.SetStroke(RGB{0, 0, 0})
	w.page.SetDash(0, 3, 2)
	w.page.Circle(370, w.y+50, 28)
	w.page.Circle(370, w.y+50, 14)
	w.page.FillEvenOdd()
	w.page.Rotate(90, 420, w.y+80)
	w.page.Text(420, w.y+80, TextStyle{Size: 8}, fonts.Default().Face(fonts.Style{}), "Gedraaid")
	w.page.Restore()
	w.page.EndMarked()
	w.y += 90
}

func gradient(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.NRGBA{uint8(255 * x / w), uint8(255 * y / h), 128, uint8(255 * (x + y) / (w + h))})
		}
	}
	return img
}

func demoPNG() []byte {
	var b bytes.Buffer
	png.Encode(&b, gradient(40, 30))
	return b.Bytes()
}

func demoJPEG() []byte {
	var b bytes.Buffer
	jpeg.Encode(&b, gradient(40, 30), nil)
	return b.Bytes()
}

// TestDemo writes the demo documents when it is asked to: .ci/verapdf.sh and
// a pair of eyes judge them.
func TestDemo(t *testing.T) {
	documents := map[string]*Doc{"demo.pdf": demo(), "demo-plain.pdf": demo(), "whole-font.pdf": wholeFont(t)}
	documents["demo-plain.pdf"].Plain = true
	for name, d := range documents {
		data, err := d.Bytes()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if *demoTo != "" {
			if err := os.WriteFile(filepath.Join(*demoTo, name), data, 0o666); err != nil {
				t.Error(err)
			}
		}
	}
}

// wholeFont is a document in a font whose licence forbids subsets.
func wholeFont(t *testing.T) *Doc {
	data := bytes.Clone(fonts.Default().Face(fonts.Style{}).Bytes())
	entry := data[bytes.Index(data, []byte("OS/2")):]
	os2 := binary.BigEndian.Uint32(entry[8:])
	binary.BigEndian.PutUint16(data[os2+8:], 0x0108)
	face, err := fonts.ParseFace(data)
	if err != nil || face.MaySubset() {
		t.Fatal("the font may be subset", err)
	}
	d := New(demoMeta())
	p := d.AddPage(200, 100)
	p.BeginMarked(d.Root().Add(P, Attrs{}))
	p.Text(10, 20, TextStyle{Size: 10}, face, "Het hele lettertype: é")
	p.EndMarked()
	return d
}

func TestWholeFont(t *testing.T) {
	d := wholeFont(t)
	d.Plain = true
	data := mustBytes(t, d)
	if got := pageTexts(t, data); got[0] != "Het hele lettertype: é" {
		t.Errorf("text is %q", got[0])
	}
	if !bytes.Contains(data, []byte("/BaseFont/OpenSans/")) {
		t.Error("the name of a whole font has a subset's tag")
	}
}

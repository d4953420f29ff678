package inspect

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"testing"
	"time"

	"voortgang/internal/fonts"
	"voortgang/render/pdfw"
)

// sample is a small document with one of everything, without compression, so
// that tests can break it by hand.
func sample(t testing.TB) []byte {
	t.Helper()
	d := pdfw.New(pdfw.Meta{
		Title: "Proefrapport", Author: "Voorbeeld vzw", Subject: "Een proef", Keywords: "proef", Creator: "voortgang 1",
		Lang: "nl-BE", Created: time.Date(2022, 4, 28, 12, 0, 0, 0, time.UTC),
	})
	d.Plain = true
	draw(d)
	data, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func draw(d *pdfw.Doc) {
	first, second := d.AddPage(300, 400), d.AddPage(300, 400)
	y := 0.0
	line := func(p *pdfw.Page, e *pdfw.Elem, text string) {
		y += 14
		p.BeginMarked(e)
		p.Text(20, y, pdfw.TextStyle{Size: 10}, fonts.Default().Face(fonts.Style{}), text)
		p.EndMarked()
	}
	chapter := d.Root().Add(pdfw.Sect, pdfw.Attrs{})
	line(first, chapter.Add(pdfw.H1, pdfw.Attrs{}), "Kop")
	d.Dest("een", first, y)
	line(first, chapter.Add(pdfw.H2, pdfw.Attrs{}), "Tussenkop")
	paragraph := chapter.Add(pdfw.P, pdfw.Attrs{})
	line(first, paragraph, "Tekst")
	for _, target := range []string{"https://voorbeeld.be/", "#twee"} {
		link := paragraph.Add(pdfw.Link, pdfw.Attrs{})
		line(first, link, "Link")
		first.Link(link, target, "Lees verder", pdfw.Rect{X: 20, Y: y, W: 40, H: 10})
	}
	item := chapter.Add(pdfw.L, pdfw.Attrs{}).Add(pdfw.LI, pdfw.Attrs{})
	line(first, item.Add(pdfw.Lbl, pdfw.Attrs{}), "1")
	line(first, item.Add(pdfw.LBody, pdfw.Attrs{}), "Punt")

	y = 0
	table := chapter.Add(pdfw.Table, pdfw.Attrs{})
	row := table.Add(pdfw.TR, pdfw.Attrs{})
	line(second, row.Add(pdfw.TH, pdfw.Attrs{Scope: pdfw.Row}), "Rij")
	line(second, row.Add(pdfw.TD, pdfw.Attrs{}), "12")
	d.Dest("twee", second, y)
	figure := chapter.Add(pdfw.Figure, pdfw.Attrs{Alt: "Een vlak"})
	figure.SetBBox(second, pdfw.Rect{X: 20, Y: 60, W: 40, H: 40})
	second.BeginMarked(figure)
	second.Rect(20, 60, 40, 40)
	second.Fill()
	second.EndMarked()
	opens := chapter.Add(pdfw.P, pdfw.Attrs{}).Add(pdfw.Annot, pdfw.Attrs{})
	line(second, opens, "vte.csv")
	second.OpenFile(opens, "vte.csv", "Opent vte.csv", pdfw.Rect{X: 20, Y: y, W: 60, H: 10}, pdfw.Clip{})
	second.BeginArtifact(pdfw.Footer, pdfw.Rect{})
	second.Text(20, 390, pdfw.TextStyle{Size: 8}, fonts.Default().Face(fonts.Style{}), "Voet")
	second.EndMarked()
	d.Outline(1, "Kop", "een")
	d.Outline(2, "Tussenkop", "twee")
	d.PageLabel(1, pdfw.Decimal, "", 1)
	d.Attach(pdfw.Attachment{Name: "vte.csv", MIME: "text/csv", Desc: "Cijfers", Relation: pdfw.Data, Data: []byte("wonen;13,93\n")})
}

// swap replaces the first text by one of the same length, so that nothing else
// moves.
func swap(old, fresh string) func(testing.TB, []byte) []byte {
	return func(t testing.TB, data []byte) []byte {
		t.Helper()
		if len(old) != len(fresh) || !bytes.Contains(data, []byte(old)) {
			t.Fatalf("%q can't become %q", old, fresh)
		}
		return bytes.Replace(data, []byte(old), []byte(fresh), 1)
	}
}

// change replaces in one object, which it finds by a text in it, and appends
// the object as a later revision of the file (ISO 32000-1, 7.5.6).
func change(marker, old, fresh string) func(testing.TB, []byte) []byte {
	return func(t testing.TB, data []byte) []byte {
		t.Helper()
		number, body := find(t, data, marker)
		if !bytes.Contains(body, []byte(old)) {
			t.Fatalf("%q isn't in object %d", old, number)
		}
		return revise(t, data, number, bytes.Replace(body, []byte(old), []byte(fresh), 1), "")
	}
}

// find gives the object around a text.
func find(t testing.TB, data []byte, marker string) (int, []byte) {
	t.Helper()
	at := bytes.Index(data, []byte(marker))
	if at < 0 {
		t.Fatalf("%q isn't in the file", marker)
	}
	start := bytes.LastIndex(data[:at], []byte(" 0 obj\n"))
	line := bytes.LastIndexByte(data[:start], '\n') + 1
	number, err := strconv.Atoi(string(data[line:start]))
	if err != nil {
		t.Fatal(err)
	}
	start += len(" 0 obj\n")
	return number, data[start : start+bytes.Index(data[start:], []byte("\nendobj"))]
}

var lastTable = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)

// revise appends an object, with what else the trailer must have.
func revise(t testing.TB, data []byte, number int, body []byte, trailer string) []byte {
	t.Helper()
	before := lastTable.FindSubmatch(data)
	root := regexp.MustCompile(`/Root \d+ 0 R`).Find(data)
	if before == nil || root == nil {
		t.Fatal("the file has no table at its end")
	}
	out := bytes.Clone(data)
	at := len(out)
	out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", number, body)
	table := len(out)
	return fmt.Appendf(out, "xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size 10000%s/Prev %s%s>>\nstartxref\n%d\n%%%%EOF\n",
		number, at, root, before[1], trailer, table)
}

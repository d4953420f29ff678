// Package pdfw writes PDF 1.7 files that are tagged (PDF/UA-1) and archivable
// (PDF/A-3a). It knows pages, drawing, fonts, images, links and the structure
// tree; it knows no layout.
//
// Lengths are in points (1/72 inch). The origin is the top left corner of the
// page and y runs downward. Text is placed by its baseline.
//
// Everything drawn must say what it is: it stands between [Page.BeginMarked]
// (content of a structure element) or [Page.BeginArtifact] (decoration) and
// [Page.EndMarked]. Mistakes in the use of the package don't panic; the first
// one is kept and returned by [Doc.WriteTo].
//
// The same calls give the same bytes: no clock, no chance, no map order. A
// Doc is for one goroutine.
package pdfw

import (
	"errors"
	"fmt"
	"io"
	"time"

	"voortgang/internal/fonts"
)

// Meta describes a document. Title, Lang and Created are required.
type Meta struct {
	Title    string
	Author   string
	Subject  string
	Keywords string
	// Creator is the program that made the content, with its version.
	Creator string
	// Producer is the program that made the PDF; Creator when empty.
	Producer string
	// Lang is the BCP 47 language of the text: nl-BE.
	Lang string
	// Created is the date of creation and change. It comes from the caller,
	// so that the same report gives the same bytes.
	Created time.Time
}

// Doc is a document being made.
type Doc struct {
	// Plain writes no compression and no object streams, for people and
	// tests to read.
	Plain bool
	// OpenLevel is how many levels of the outline are unfolded at first;
	// 0 shows only the first level.
	OpenLevel int

	meta        Meta
	pages       []*Page
	root        *Elem
	detached    []*Elem
	fonts       []*font
	fontOf      map[*fonts.Face]*font
	images      []*Image
	imageOf     map[[32]byte]*Image
	dests       []dest
	destOf      map[string]int
	outline     []bookmark
	labels      []pageLabel
	attachments []Attachment
	err         error
}

// New starts a document.
func New(meta Meta) *Doc {
	d := &Doc{meta: meta, fontOf: map[*fonts.Face]*font{}, imageOf: map[[32]byte]*Image{}, destOf: map[string]int{}}
	d.root = &Elem{doc: d, tag: Document}
	if meta.Title == "" || meta.Lang == "" || meta.Created.IsZero() {
		d.fail("a document needs a title, a language and a date")
	}
	return d
}

// AddPage adds a page of w by h points: A4 is 595.28 by 841.89.
func (d *Doc) AddPage(w, h float64) *Page {
	p := &Page{doc: d, number: len(d.pages) + 1, w: w, h: h}
	p.state = startState()
	d.pages = append(d.pages, p)
	return p
}

// Pages is the number of pages so far.
func (d *Doc) Pages() int { return len(d.pages) }

// Page returns page number n, counted from 1.
func (d *Doc) Page(n int) *Page { return d.pages[n-1] }

// Err is the first mistake in the use of the package, as WriteTo returns it.
func (d *Doc) Err() error { return d.err }

func (d *Doc) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("pdfw: "+format, args...)
	}
}

// WriteTo writes the file. It returns an error when the document isn't sound:
// drawing that isn't marked, a link to an unknown destination, a character
// without a glyph, a figure without alternative text, an element that was
// never attached to the structure tree.
func (d *Doc) WriteTo(w io.Writer) (int64, error) {
	data, err := d.Bytes()
	if err != nil {
		return 0, err
	}
	n, err := w.Write(data)
	return int64(n), err
}

// dest is a named place.
type dest struct {
	name string
	page *Page
	y    float64
}

// Dest names a place that links and the outline can go to: the reader sees y
// at the top of the window. A name can be given once. Links to a name may be
// made before the name is.
func (d *Doc) Dest(name string, p *Page, y float64) {
	if _, taken := d.destOf[name]; taken || name == "" {
		d.fail("destination %q is named twice or has no name", name)
		return
	}
	d.destOf[name] = len(d.dests)
	d.dests = append(d.dests, dest{name, p, y})
}

type bookmark struct {
	level       int
	title, dest string
}

// Outline adds a bookmark; level 1 is the highest, and a level may be at most
// one deeper than that of the bookmark before.
func (d *Doc) Outline(level int, title, dest string) {
	last := 0
	if n := len(d.outline); n > 0 {
		last = d.outline[n-1].level
	}
	if level < 1 || level > last+1 {
		d.fail("bookmark %q has level %d after level %d", title, level, last)
		return
	}
	d.outline = append(d.outline, bookmark{level, title, dest})
}

// LabelStyle is how page numbers are shown in a reader's page box.
type LabelStyle string

// The styles of page labels; NoNumber shows only the prefix.
const (
	Decimal    LabelStyle = "D"
	LowerRoman LabelStyle = "r"
	UpperAlpha LabelStyle = "A"
	NoNumber   LabelStyle = ""
)

type pageLabel struct {
	page   int
	style  LabelStyle
	prefix string
	start  int
}

// PageLabel labels the pages from page number page (from 1) on, beginning
// with start (from 1). Call it in the order of the pages.
func (d *Doc) PageLabel(page int, style LabelStyle, prefix string, start int) {
	d.labels = append(d.labels, pageLabel{page, style, prefix, start})
}

// Relation tells how an attachment relates to the document (ISO 19005-3,
// 6.8).
type Relation string

// The relations of attachments.
const (
	Source      Relation = "Source"
	Data        Relation = "Data"
	Alternative Relation = "Alternative"
	Supplement  Relation = "Supplement"
)

// Attachment is a file within the document.
type Attachment struct {
	// Name is the file name, once in a document.
	Name string
	// MIME is its type: text/csv.
	MIME string
	// Desc says in the document's language what it is.
	Desc     string
	Relation Relation
	Data     []byte
	Modified time.Time
}

// Attach adds a file to the document.
func (d *Doc) Attach(a Attachment) {
	switch {
	case a.Name == "" || a.MIME == "" || a.Relation == "":
		d.fail("attachment %q lacks a name, a type or a relation", a.Name)
	}
	for _, other := range d.attachments {
		if other.Name == a.Name {
			d.fail("attachment %q is added twice", a.Name)
		}
	}
	d.attachments = append(d.attachments, a)
}

var errEmpty = errors.New("pdfw: document has no pages")

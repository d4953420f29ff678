package pdf

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"voortgang/internal/document"
	"voortgang/render/pdfw"
)

// Result is a typeset report.
type Result struct {
	Bytes []byte
	Pages int
	// Missing are the characters that no font has, with how often they
	// occur; the report shows a placeholder for each.
	Missing []MissingRune
	// Notes say, in Dutch, what could not be done as asked, such as a link to
	// a place that isn't there.
	Notes []string
}

// MissingRune is a character that no font has.
type MissingRune struct {
	Rune  rune
	Count int
}

// Render typesets a document. The same document gives the same bytes. An
// error means that the writer refused what it was given, which is a fault of
// ours; what is wrong with the contents is in the notes.
func Render(doc *document.Document) (Result, error) {
	out := pdfw.New(meta(doc))
	l := layOut(doc, out)
	data, err := l.write(out)
	if err != nil {
		return Result{}, fmt.Errorf("render pdf: %w", err)
	}
	r := Result{Bytes: data, Pages: len(l.pages), Notes: l.notes}
	for c, count := range l.set.missing {
		r.Missing = append(r.Missing, MissingRune{c, count})
	}
	sort.Slice(r.Missing, func(i, j int) bool { return r.Missing[i].Rune < r.Missing[j].Rune })
	return r, nil
}

// layout is a document with everything in its place, before it is written.
type layout struct {
	doc   *document.Document
	st    *styles
	set   *setter
	pages []*page
	// places of the anchors, by id.
	places   map[string]position
	headings []entry
	notes    []string
}

// layOut composes and paginates a document. It puts nothing in the file but
// its pictures, to learn their sizes.
func layOut(doc *document.Document, out *pdfw.Doc) *layout {
	st := newStyles(doc.Style)
	set := newSetter(st.family)
	for _, a := range doc.Attachments {
		set.files[a.Name] = true
	}
	c := newComposer(doc, st, set, out)
	c.cover(doc.Cover)
	c.blocks(doc.Blocks)
	c.back(doc.Back)
	pages := paginate(c.strips)
	return &layout{doc: doc, st: st, set: set, pages: pages, places: positions(pages), headings: c.headings, notes: c.notes}
}

// write draws the pages and makes the file.
func (l *layout) write(out *pdfw.Doc) ([]byte, error) {
	out.OpenLevel = 1
	provider := newProvider(out, l)
	for i, p := range l.pages {
		out.AddPage(pageWidth, pageHeight)
		provider.startPage(out.Page(i + 1))
		l.marotoPage(i, p).Render(provider, rootCell())
	}
	l.finish(out)
	return provider.GenerateBytes()
}

func meta(doc *document.Document) pdfw.Meta {
	title, lang := strings.TrimSpace(doc.Title), doc.Language
	if title == "" {
		title = "Voortgangsrapport"
	}
	if lang == "" {
		lang = "nl-BE"
	}
	date := doc.Date
	if date.IsZero() {
		// The writer needs a date, and the clock's would make every file differ.
		date = time.Date(max(doc.Year, 2000), 12, 31, 0, 0, 0, 0, time.UTC)
	}
	return pdfw.Meta{
		Title: title, Author: doc.Organisation, Subject: doc.Subject,
		Keywords: strings.Join(doc.Keywords, ", "),
		Creator:  doc.Producer, Lang: lang, Created: date,
	}
}

// finish adds what isn't on a page: places, bookmarks, page labels and files.
func (l *layout) finish(out *pdfw.Doc) {
	ids := make([]string, 0, len(l.places))
	for id := range l.places {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		at := l.places[id]
		out.Dest(id, out.Page(at.page+1), at.y)
	}
	for _, h := range l.headings {
		if h.Unlisted && !h.contents || h.depth > 3 {
			continue
		}
		if _, ok := l.places[h.id]; ok {
			out.Outline(h.depth, headingName(h.Heading), h.id)
		}
	}
	out.PageLabel(1, "", "Omslag", 1)
	if len(l.pages) > 1 {
		out.PageLabel(2, pdfw.Decimal, "", 2)
	}
	for _, a := range l.doc.Attachments {
		out.Attach(pdfw.Attachment{Name: a.Name, MIME: a.MIME, Desc: a.Description,
			Relation: pdfw.Relation(a.Relationship), Data: a.Bytes, Modified: l.doc.Date})
	}
}

// headingName is what bookmarks say of a heading.
func headingName(h document.Heading) string {
	name := h.Text
	if h.Short != "" {
		name = h.Short
	}
	if h.Number != "" {
		name = h.Number + " " + name
	}
	if strings.TrimSpace(name) == "" {
		return "–"
	}
	return name
}

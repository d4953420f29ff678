package pdfw

import "strconv"

// Rect is a rectangle: X and Y of the top left corner, width and height.
type Rect struct{ X, Y, W, H float64 }

// RGB is a colour of sRGB.
type RGB struct{ R, G, B uint8 }

// Page is a page being drawn. Pages may be drawn in any order, and one may be
// drawn on again after another.
type Page struct {
	doc    *Doc
	number int
	w, h   float64

	content []byte
	path    []byte     // under construction, written when it is painted
	at      [2]float64 // where the path is
	state   state
	saved   []state

	mark   mark // the open mark, or one that the next may continue
	open   bool // between Begin and EndMarked
	elems  []*Elem
	annots []*annotation
	fonts  []*font
	images []*Image
}

// Number is the page's number, from 1.
func (p *Page) Number() int { return p.number }

// Size is the page's width and height.
func (p *Page) Size() (w, h float64) { return p.w, p.h }

// mark is a stretch of marked content.
type mark struct {
	written  bool
	elem     *Elem
	mcid     int
	artifact Artifact
	box      Rect
}

// Artifact is a kind of decoration.
type Artifact string

// The kinds of artifacts: a running Header or Footer, what layout draws
// (rules, fills, repeated table heads), a Background, a Watermark.
const (
	Layout     Artifact = "Layout"
	Header     Artifact = "Header"
	Footer     Artifact = "Footer"
	Background Artifact = "Background"
	Watermark  Artifact = "Watermark"
)

// BeginMarked starts content of an element. When the last thing drawn on the
// page was of the same element, the same stretch goes on. Marks don't nest.
func (p *Page) BeginMarked(e *Elem) {
	if p.begin() {
		return
	}
	if e == nil {
		p.fail("content is marked with no element")
		return
	}
	if p.mark.written && p.mark.elem == e {
		if n := len(e.kids); n > 0 && e.kids[n-1].page == p && e.kids[n-1].elem == nil && e.kids[n-1].annot == nil {
			return
		}
	}
	p.endWritten()
	mcid := len(p.elems)
	p.elems = append(p.elems, e)
	e.kids = append(e.kids, kid{page: p, mcid: mcid})
	p.mark = mark{written: true, elem: e, mcid: mcid}
	p.content = append(p.content, '/')
	p.content = append(p.content, e.tag...)
	p.content = append(p.content, " <</MCID "...)
	p.content = strconv.AppendInt(p.content, int64(mcid), 10)
	p.content = append(p.content, ">> BDC\n"...)
}

// BeginArtifact starts decoration, which a screen reader skips. The box is
// where it stands; the zero Rect leaves it out.
func (p *Page) BeginArtifact(kind Artifact, box Rect) {
	if p.begin() {
		return
	}
	if p.mark.written && p.mark.elem == nil && p.mark.artifact == kind && p.mark.box == box {
		return
	}
	p.endWritten()
	p.mark = mark{written: true, artifact: kind, box: box}
	p.content = append(p.content, "/Artifact <<"...)
	switch kind {
	case Header, Footer, Watermark:
		p.content = append(p.content, "/Type/Pagination/Subtype/"...)
		p.content = append(p.content, kind...)
	case Background:
		p.content = append(p.content, "/Type/Background"...)
	default:
		p.content = append(p.content, "/Type/Layout"...)
	}
	// A background must have a box.
	if kind == Background && box == (Rect{}) {
		box = Rect{0, 0, p.w, p.h}
	}
	if box != (Rect{}) {
		p.content = append(p.content, "/BBox["...)
		p.content = p.appendBox(p.content, box)
		p.content = append(p.content, ']')
	}
	p.content = append(p.content, ">> BDC\n"...)
}

// EndMarked ends what BeginMarked or BeginArtifact started.
func (p *Page) EndMarked() {
	if !p.open {
		p.fail("a mark is ended that wasn't begun")
	}
	p.finishPath()
	p.open = false
}

// begin opens a mark; it reports a mistake.
func (p *Page) begin() bool {
	if p.open {
		p.fail("marks are nested")
		return true
	}
	p.open = true
	return false
}

// endWritten closes the stretch that was left open for the next to continue.
func (p *Page) endWritten() {
	if p.mark.written {
		p.content = append(p.content, "EMC\n"...)
	}
	p.mark = mark{}
}

func (p *Page) fail(format string, args ...any) {
	p.doc.fail("page "+strconv.Itoa(p.number)+": "+format, args...)
}

// paints checks that what is about to be painted is marked.
func (p *Page) paints(what string) {
	if !p.open {
		p.fail("%s is drawn outside any mark", what)
	}
}

// annotation is a link on a page, or the way to an attachment.
type annotation struct {
	page     *Page
	elem     *Elem
	rect     Rect
	target   string
	file     string // of the attachment; target is empty then
	clip     Clip
	contents string
	object   int
	parent   int // key in the parent tree
}

// Link makes rectangles of the page lead to a target: "#name" for a
// destination of the document ([Doc.Dest]), else a web address. The element
// must be a Link; contents says
// in words where it leads. Draw the text of the link in the same element.
// A link over several lines has a rectangle for each.
func (p *Page) Link(e *Elem, target, contents string, rects ...Rect) {
	if e == nil || target == "" || target == "#" {
		p.fail("a link without an element or a target (%q)", target)
		return
	}
	if e.tag != Link {
		p.fail("a link to %q is in an element %s", target, e.tag)
		return
	}
	if contents == "" {
		contents = target
	}
	for _, r := range rects {
		a := &annotation{page: p, elem: e, rect: r, target: target, contents: contents}
		p.annots = append(p.annots, a)
		e.kids = append(e.kids, kid{page: p, annot: a})
	}
}

// Clip is the paperclip that shows that an attachment can be opened: at the
// right end of the annotation, in a colour. Without a width none is drawn.
type Clip struct {
	Width  float64
	Colour RGB
}

// OpenFile makes a rectangle of the page open an attachment ([Doc.Attach]). The
// element must be an Annot; contents says in words what opens. Draw the name
// in the same element.
func (p *Page) OpenFile(e *Elem, file, contents string, r Rect, clip Clip) {
	if e == nil || e.tag != Annot || contents == "" {
		p.fail("attachment %q is opened outside an Annot or without words", file)
		return
	}
	a := &annotation{page: p, elem: e, rect: r, file: file, clip: clip, contents: contents}
	p.annots = append(p.annots, a)
	e.kids = append(e.kids, kid{page: p, annot: a})
}

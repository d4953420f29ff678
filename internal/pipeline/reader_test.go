package pipeline

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"voortgang/internal/inspect/pdfread"
)

// box is a rectangle on a page, y upward.
type box struct{ left, bottom, right, top float64 }

func (b box) meets(o box) bool {
	const touch = 0.5
	return math.Min(b.right, o.right)-math.Max(b.left, o.left) > touch && math.Min(b.top, o.top)-math.Max(b.bottom, o.bottom) > touch
}

// within tells whether b lies inside o, give or take.
func (b box) within(o box, slack float64) bool {
	return b.left >= o.left-slack && b.right <= o.right+slack && b.bottom >= o.bottom-slack && b.top <= o.top+slack
}

// piece is text that was drawn in one go.
type piece struct {
	sheet *sheet
	text  string
	// box runs from the baseline to the height of capitals.
	box box
}

// sheet is a page with what is on it.
type sheet struct {
	index, object int
	paper         box
	// label is what a reader's page box says.
	label  string
	links  []*wayOut
	pieces []piece // of everything, decoration too
}

// wayOut is an annotation.
type wayOut struct {
	sheet  *sheet
	kind   pdfread.Name
	box    box
	dest   string
	uri    string
	object int
	elem   *element
}

// element is an element of the structure tree with what it has of its own, in
// order; text and kids are told apart by kid being nil.
type element struct {
	tag    string
	parent *element
	parts  []part
	links  []*wayOut
}

type part struct {
	kid    *element
	pieces []piece
}

// all gives the pieces of an element and those below it.
func (e *element) all() []piece {
	var out []piece
	for _, p := range e.parts {
		if p.kid != nil {
			out = append(out, p.kid.all()...)
		} else {
			out = append(out, p.pieces...)
		}
	}
	return out
}

func words(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

// book is a finished report as it can be walked through: pages, places,
// annotations, bookmarks, and the structure tree.
type book struct {
	*pdfread.File
	sheets   []*sheet
	byObject map[int]*sheet
	places   map[string]pdfread.Array
	marks    []bookmark
	root     *element
	heads    []*element
	content  map[[2]int][]piece
	byAnnot  map[int]*wayOut
	fonts    map[pdfread.Ref]*glyphs
}

type bookmark struct {
	level int
	title string
	dest  pdfread.Array
}

func openBook(t *testing.T, data []byte) *book {
	t.Helper()
	l := listen(t, data)
	b := &book{File: l.File, byObject: map[int]*sheet{}, places: map[string]pdfread.Array{}, content: map[[2]int][]piece{},
		byAnnot: map[int]*wayOut{}, fonts: map[pdfread.Ref]*glyphs{}}
	b.pages(t, l, b.Root()["Pages"])
	b.label()
	names := b.Array(b.Dict(b.Dict(b.Root()["Names"])["Dests"])["Names"])
	for i := 0; i+1 < len(names); i += 2 {
		b.places[string(names[i].(pdfread.String))] = b.Array(names[i+1])
	}
	b.outline(b.Dict(b.Root()["Outlines"])["First"], 1)
	b.root = &element{}
	b.walk(b.Dict(b.Root()["StructTreeRoot"])["K"], nil, b.root)
	return b
}

func (b *book) pages(t *testing.T, l *listener, o pdfread.Object) {
	d := b.Dict(o)
	for _, kid := range b.Array(d["Kids"]) {
		b.pages(t, l, kid)
	}
	if b.Name(d["Type"]) != "Page" {
		return
	}
	s := &sheet{index: len(b.sheets), object: o.(pdfread.Ref).Number, paper: b.rect(d["MediaBox"])}
	b.sheets = append(b.sheets, s)
	b.byObject[s.object] = s
	data, err := b.Data(b.Stream(d["Contents"]))
	if err != nil {
		t.Fatal(err)
	}
	b.read(l, s, data, b.Dict(b.Dict(d["Resources"])["Font"]))
	for _, a := range b.Array(d["Annots"]) {
		annot := b.Dict(a)
		w := &wayOut{sheet: s, kind: b.Name(annot["Subtype"]), box: b.rect(annot["Rect"]), object: a.(pdfread.Ref).Number}
		if name, ok := b.Resolve(annot["Dest"]).(pdfread.String); ok {
			w.dest = string(name)
		}
		if uri, ok := b.Resolve(b.Dict(annot["A"])["URI"]).(pdfread.String); ok {
			w.uri = string(uri)
		}
		s.links = append(s.links, w)
		b.byAnnot[w.object] = w
	}
}

func (b *book) rect(o pdfread.Object) box {
	var v [4]float64
	for i, n := range b.Array(o)[:4] {
		v[i], _ = b.Number(n)
	}
	return box{v[0], v[1], v[2], v[3]}
}

// label gives the pages their labels (ISO 32000-1, 12.4.2).
func (b *book) label() {
	nums := b.Array(b.Dict(b.Root()["PageLabels"])["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		first, _ := b.Int(nums[i])
		d := b.Dict(nums[i+1])
		start, ok := b.Int(d["St"])
		if !ok {
			start = 1
		}
		for k := first; k < len(b.sheets); k++ {
			b.sheets[k].label = b.Text(d["P"])
			if b.Name(d["S"]) == "D" {
				b.sheets[k].label += strconv.Itoa(start + k - first)
			}
		}
	}
}

func (b *book) outline(o pdfread.Object, level int) {
	for o != nil {
		d := b.Dict(o)
		b.marks = append(b.marks, bookmark{level, b.Text(d["Title"]), b.Array(d["Dest"])})
		b.outline(d["First"], level+1)
		o = d["Next"]
	}
}

// place gives the page and height of a destination; nil when it is none.
func (b *book) place(dest pdfread.Array) (*sheet, float64) {
	if len(dest) != 5 || b.Name(dest[1]) != "XYZ" {
		return nil, 0
	}
	ref, _ := dest[0].(pdfread.Ref)
	y, ok := b.Number(dest[3])
	if !ok {
		return nil, 0
	}
	return b.byObject[ref.Number], y
}

func (b *book) walk(o pdfread.Object, page *sheet, e *element) {
	content := func(page *sheet, mcid int) {
		e.parts = append(e.parts, part{pieces: b.content[[2]int{page.object, mcid}]})
	}
	switch v := b.Resolve(o).(type) {
	case pdfread.Array:
		for _, kid := range v {
			b.walk(kid, page, e)
		}
	case int:
		content(page, v)
	case pdfread.Dict:
		if ref, ok := v["Pg"].(pdfread.Ref); ok {
			page = b.byObject[ref.Number]
		}
		switch b.Name(v["Type"]) {
		case "OBJR":
			w := b.byAnnot[v["Obj"].(pdfread.Ref).Number]
			w.elem = e
			e.links = append(e.links, w)
		case "MCR":
			content(page, v["MCID"].(int))
		default:
			kid := &element{tag: string(b.Name(v["S"])), parent: e}
			e.parts = append(e.parts, part{kid: kid})
			if len(kid.tag) == 2 && kid.tag[0] == 'H' {
				b.heads = append(b.heads, kid)
			}
			b.walk(v["K"], page, kid)
		}
	}
}

// glyphs is what text in a font says and how wide it is.
type glyphs struct {
	text   map[string]string
	widths map[int]float64
}

func (b *book) font(l *listener, ref pdfread.Ref) *glyphs {
	if g, ok := b.fonts[ref]; ok {
		return g
	}
	g := &glyphs{text: l.unicode(ref), widths: map[int]float64{}}
	list := b.Array(b.Dict(b.Array(b.Dict(ref)["DescendantFonts"])[0])["W"])
	for i := 0; i+1 < len(list); i += 2 {
		first, _ := b.Int(list[i])
		for k, w := range b.Array(list[i+1]) {
			g.widths[first+k], _ = b.Number(w)
		}
	}
	b.fonts[ref] = g
	return g
}

// matrix is [a b c d e f] of a transformation.
type matrix [6]float64

func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3], m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// read notes where text stands on a page.
func (b *book) read(l *listener, s *sheet, data []byte, fonts pdfread.Dict) {
	type state struct {
		m    matrix
		font *glyphs
		size float64
	}
	now := state{m: matrix{1, 0, 0, 1, 0, 0}}
	var saved []state
	var mcids []int
	var operands []pdfread.Object
	var pen matrix
	number := func(i int) float64 {
		v, _ := b.Number(operands[i])
		return v
	}
	for lexer := l.Content(data); ; {
		o, err := lexer.Next()
		if err != nil {
			return
		}
		op, ok := o.(pdfread.Operator)
		if !ok {
			operands = append(operands, o)
			continue
		}
		switch op {
		case "BMC", "BDC":
			mcid := -1
			if op == "BDC" {
				d, _ := operands[1].(pdfread.Dict)
				if n, ok := b.Int(d["MCID"]); ok {
					mcid = n
				}
			}
			mcids = append(mcids, mcid)
		case "EMC":
			mcids = mcids[:len(mcids)-1]
		case "q":
			saved = append(saved, now)
		case "Q":
			now, saved = saved[len(saved)-1], saved[:len(saved)-1]
		case "cm":
			now.m = matrix{number(0), number(1), number(2), number(3), number(4), number(5)}.times(now.m)
		case "Tf":
			now.font, now.size = b.font(l, fonts[operands[0].(pdfread.Name)].(pdfread.Ref)), number(1)
		case "BT":
			pen = now.m
		case "Td":
			pen = matrix{1, 0, 0, 1, number(0), number(1)}.times(pen)
		case "TJ":
			text, width, seen := now.font.set(l, operands[0].(pdfread.Array), now.size)
			p := piece{s, text, box{pen[4], pen[5], pen[4] + seen*math.Abs(pen[0]), pen[5] + 0.7*now.size*math.Abs(pen[3])}}
			pen = matrix{1, 0, 0, 1, width, 0}.times(pen)
			s.pieces = append(s.pieces, p)
			if n := len(mcids) - 1; n >= 0 && mcids[n] >= 0 {
				at := [2]int{s.object, mcids[n]}
				b.content[at] = append(b.content[at], p)
			}
		}
		operands = operands[:0]
	}
}

// set gives the text of what TJ shows, its width, and the width without spaces
// at the end, which nobody sees.
func (g *glyphs) set(l *listener, list pdfread.Array, size float64) (said string, width, seen float64) {
	var text strings.Builder
	for _, one := range list {
		if n, ok := l.Number(one); ok {
			width -= n * size / 1000
			continue
		}
		s, _ := one.(pdfread.String)
		for i := 0; i+1 < len(s); i += 2 {
			c := g.text[string(s[i:i+2])]
			text.WriteString(c)
			width += g.widths[int(s[i])<<8|int(s[i+1])] * size / 1000
			if strings.TrimSpace(c) != "" {
				seen = width
			}
		}
	}
	return text.String(), width, seen
}

// bounds is the box about pieces.
func bounds(pieces []piece) box {
	pieces = slices.DeleteFunc(slices.Clone(pieces), func(p piece) bool { return strings.TrimSpace(p.text) == "" })
	if len(pieces) == 0 {
		return box{}
	}
	b := pieces[0].box
	for _, p := range pieces[1:] {
		b = box{min(b.left, p.box.left), min(b.bottom, p.box.bottom), max(b.right, p.box.right), max(b.top, p.box.top)}
	}
	return b
}

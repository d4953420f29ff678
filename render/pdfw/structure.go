package pdfw

// Tag is a standard structure type (ISO 32000-1, 14.8.4).
type Tag string

// The structure types of a report.
const (
	Document   Tag = "Document"
	Part       Tag = "Part"
	Sect       Tag = "Sect"
	Div        Tag = "Div"
	BlockQuote Tag = "BlockQuote"
	TOC        Tag = "TOC"
	TOCI       Tag = "TOCI"
	H1         Tag = "H1"
	H2         Tag = "H2"
	H3         Tag = "H3"
	H4         Tag = "H4"
	H5         Tag = "H5"
	H6         Tag = "H6"
	P          Tag = "P"
	L          Tag = "L"
	LI         Tag = "LI"
	Lbl        Tag = "Lbl"
	LBody      Tag = "LBody"
	Table      Tag = "Table"
	THead      Tag = "THead"
	TBody      Tag = "TBody"
	TFoot      Tag = "TFoot"
	TR         Tag = "TR"
	TH         Tag = "TH"
	TD         Tag = "TD"
	Caption    Tag = "Caption"
	Figure     Tag = "Figure"
	Formula    Tag = "Formula"
	Link       Tag = "Link"
	Annot      Tag = "Annot"
	Note       Tag = "Note"
	Reference  Tag = "Reference"
	Span       Tag = "Span"
	Quote      Tag = "Quote"
)

// Scope tells which cells a table head speaks for.
type Scope string

// The scopes of a TH.
const (
	Column Scope = "Column"
	Row    Scope = "Row"
	Both   Scope = "Both"
)

// Numbering is the kind of labels of a list (the attribute ListNumbering).
type Numbering string

// The numberings of an L; Unlabelled is a list without labels.
const (
	Unlabelled  Numbering = "None"
	Disc        Numbering = "Disc"
	Circle      Numbering = "Circle"
	Square      Numbering = "Square"
	DecimalList Numbering = "Decimal"
	AlphaList   Numbering = "LowerAlpha"
	RomanList   Numbering = "LowerRoman"
)

// Placement tells how an element stands in the flow (the Layout attribute).
type Placement string

// The placements.
const (
	Block  Placement = "Block"
	Inline Placement = "Inline"
)

// Attrs are the properties of an element; the zero value has none.
type Attrs struct {
	// Alt describes a Figure or Formula, which require it.
	Alt string
	// ActualText is the text that an element stands for.
	ActualText string
	// Lang is set where the language differs from the document's.
	Lang string
	// Title is a name for people who edit the file.
	Title string
	// ID names an element for Headers, once in a document. A Note gets one
	// by itself.
	ID string
	// Scope is of a TH; one with neither Scope nor ID is a mistake.
	Scope Scope
	// Headers are the IDs of the heads of a cell in an irregular table.
	Headers []string
	// ColSpan and RowSpan are of a TH or TD; 0 is the same as 1.
	ColSpan, RowSpan int
	// Numbering is of an L.
	Numbering Numbering
	// Placement is of a Figure, Formula or Link.
	Placement Placement
}

// Elem is an element of the structure tree.
type Elem struct {
	doc    *Doc
	tag    Tag
	attrs  Attrs
	parent *Elem
	kids   []kid
	box    *boxOn
	object int // number in the file, set when it is written
}

// kid is a child of an element: another element, marked content, or an
// annotation.
type kid struct {
	elem  *Elem
	page  *Page
	mcid  int
	annot *annotation
}

type boxOn struct {
	page *Page
	rect Rect
}

// Root is the element Document, to which everything else belongs.
func (d *Doc) Root() *Elem { return d.root }

// Add makes a new last child. Children stand in the tree in the order in
// which they were added, whenever and on whichever page they are drawn.
// Drawing directly in an element ([Page.BeginMarked]) adds to its children at
// that moment: in a paragraph with a link in the middle, draw the text before
// the link, add the link, draw it, and draw the rest.
func (e *Elem) Add(tag Tag, attrs Attrs) *Elem {
	child := &Elem{doc: e.doc, tag: tag, attrs: attrs}
	e.doc.check(child)
	e.append(child)
	return child
}

// Elem makes an element that has no place in the tree yet; give it one with
// Append.
func (d *Doc) Elem(tag Tag, attrs Attrs) *Elem {
	e := &Elem{doc: d, tag: tag, attrs: attrs}
	d.check(e)
	d.detached = append(d.detached, e)
	return e
}

// Append gives an element made by [Doc.Elem] its place as the last child.
func (e *Elem) Append(child *Elem) {
	if child.parent != nil || child == e.doc.root {
		e.doc.fail("element %s is attached twice", child.tag)
		return
	}
	e.append(child)
}

func (e *Elem) append(child *Elem) {
	child.parent = e
	e.kids = append(e.kids, kid{elem: child})
}

// Tag is the type of the element.
func (e *Elem) Tag() Tag { return e.tag }

// Parent is the element it belongs to; nil for the root.
func (e *Elem) Parent() *Elem { return e.parent }

// SetAlt sets the alternative text later than Add.
func (e *Elem) SetAlt(text string) { e.attrs.Alt = text }

// SetBBox says where on a page a figure or table stands.
func (e *Elem) SetBBox(p *Page, r Rect) { e.box = &boxOn{p, r} }

// check refuses an element that can't pass PDF/UA whatever is drawn in it.
func (d *Doc) check(e *Elem) {
	if e.tag == TH && e.attrs.Scope == "" && e.attrs.ID == "" {
		d.fail("a TH needs a Scope or an ID")
	}
}

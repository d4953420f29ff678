package pdf

import (
	"voortgang/charts"
	"voortgang/render/pdfw"
)

// markKind says what a mark is.
type markKind uint8

const (
	// textMark is a piece of one line in one style: (x, y) is the left end of
	// its baseline, w its width.
	textMark markKind = iota
	// pageMark is a page number, set with its right end at x.
	pageMark
	// leaderMark is a row of dots from x to a page number's left end at x+w;
	// the dots end before the number of ref.
	leaderMark
	// fillMark is a filled rectangle.
	fillMark
	// ruleMark is a straight line from (x, y) over (w, h), h thick being in
	// size.
	ruleMark
	// ringMark and discMark are a circle about (x, y) with radius w.
	ringMark
	discMark
	// pictureMark is a raster image in a rectangle.
	pictureMark
	// drawingMark is a chart, scaled to width w.
	drawingMark
	// linkMark makes a rectangle lead to a link's target.
	linkMark
	// presentMark draws nothing: it gives an element without content, such as
	// an empty table cell, its place.
	presentMark
)

// mark is something on paper. Places are relative to the strip it is in.
type mark struct {
	kind markKind
	// bleeds lets a fill start at the top of the paper when its strip is the
	// first on a page; lifts puts it there.
	bleeds bool
	lifts  bool
	// inner marks are left out when their strip is the first on a page.
	inner      bool
	x, y, w, h float64
	style      textStyle
	text       string
	color      colour
	// size is the thickness of a line, the angle of a text in degrees
	// anticlockwise, and not 0 for a picture that is cut to fill its place.
	size float64
	// node is the element it belongs to; nil makes it an artifact of kind art.
	node *node
	art  pdfw.Artifact
	// ref is the place a page number or leader refers to, without "#"; in a
	// text it makes the text that number.
	ref string
	// after are the places whose page numbers stand before it on its line.
	after []string
	// link makes the text a link.
	link *link
	// picture and drawing are what is drawn.
	picture []byte
	drawing *charts.Drawing
}

// link is where a text leads.
type link struct {
	target string // "#id" or a web address
	file   string // an attachment that it opens; there is no target then
	words  string // what is said of it
	plain  bool   // not underlined: that it is a link shows otherwise
}

// anchor is a place that links lead to.
type anchor struct {
	id string
	y  float64
}

// strip is what no page break parts.
type strip struct {
	// what names the strip in tests and dumps: "h2", "p", "row", "head".
	what   string
	height float64
	// above is the space before it, unless it is the first on a page.
	above float64
	// keep forbids a page break after it.
	keep bool
	// newPage starts a page; wishPage does unless a good part of one is
	// left.
	newPage, wishPage bool
	// onGrid lets it begin on the baseline grid.
	onGrid bool
	// bare asks for a page without running head and foot, for this alone.
	bare    bool
	marks   []mark
	anchors []anchor
	// head is repeated above the strip when it is the first on a page.
	head []strip
	// chapter, when set, is the running head from the next page on.
	chapter *string
	// section, when set, joins it there.
	section *string
}

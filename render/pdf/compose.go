package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// composer turns blocks into strips.
type composer struct {
	doc *document.Document
	st  *styles
	set *setter
	out *pdfw.Doc

	strips []strip
	// below is the space that the last block asks for under itself; exact
	// makes it just that, as under a heading.
	below float64
	exact bool
	// afterBand tells that nothing has been set since a theme's opening.
	afterBand bool

	// headings are all headings of the document in order; next counts those
	// that have been set.
	headings []entry
	next     int
	// ids are the places in the document that links can lead to.
	ids map[string]bool
	// sections are the open sections, with the levels of their headings;
	// anything else belongs to the innermost.
	sections  []section
	lastLevel int

	notes []string
	noted map[string]bool
}

// section is an open section of the structure tree.
type section struct {
	level int
	node  *node
}

// entry is a heading as contents and bookmarks need it.
type entry struct {
	document.Heading
	// id is the heading's own, or one made for it.
	id string
	// depth is its level in the outline: never more than one deeper than the
	// one before.
	depth int
	// contents marks the heading of the contents, which is a bookmark but
	// isn't in itself.
	contents bool
}

func newComposer(doc *document.Document, st *styles, set *setter, out *pdfw.Doc) *composer {
	c := &composer{doc: doc, st: st, set: set, out: out, ids: map[string]bool{}, noted: map[string]bool{}}
	for _, blocks := range [][]document.Block{doc.Blocks, doc.Back} {
		for _, block := range blocks {
			c.survey(block)
		}
	}
	return c
}

// survey notes the heading and the places of a block before anything is set.
func (c *composer) survey(block document.Block) {
	switch b := block.(type) {
	case document.Heading:
		c.surveyHeading(b)
	case document.ChapterOpening:
		c.surveyHeading(b.Heading)
	case document.ThemeOpening:
		c.surveyHeading(b.Heading)
	case document.Contents:
		if b.Title != "" {
			c.surveyHeading(document.Heading{Level: 1, Text: b.Title, Unlisted: true})
			c.headings[len(c.headings)-1].contents = true
		}
	case document.Table:
		c.surveyID(b.ID)
	case document.Chart:
		c.surveyID(b.ID)
	case document.ChartRow:
		for _, chart := range b.Charts {
			c.surveyID(chart.ID)
		}
	case document.Notes:
		for _, n := range b.Items {
			c.surveyID(n.ID)
		}
	}
}

func (c *composer) surveyID(id string) {
	if id != "" {
		c.ids[id] = true
	}
}

func (c *composer) surveyHeading(h document.Heading) {
	e := entry{Heading: h, id: h.ID}
	if e.id == "" || c.ids[e.id] {
		e.id = "kop-" + strconv.Itoa(len(c.headings)+1)
	}
	e.depth = max(h.Level, 1)
	before := 0
	for i := len(c.headings) - 1; i >= 0; i-- {
		if !c.headings[i].Unlisted || c.headings[i].contents {
			before = c.headings[i].depth
			break
		}
	}
	e.depth = min(e.depth, before+1)
	c.ids[e.id] = true
	c.headings = append(c.headings, e)
}

// note reports something once.
func (c *composer) note(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if !c.noted[text] {
		c.noted[text] = true
		c.notes = append(c.notes, text)
	}
}

// links makes the link for a target; a place that isn't there gives none.
func (c *composer) links(target, words string) *link {
	if target == "" {
		return nil
	}
	if target[0] == '#' && !c.ids[target[1:]] {
		c.note("De tekst “%s” verwijst naar een plaats die niet in het rapport staat: %s", words, target)
		return nil
	}
	return &link{target: target, words: words}
}

// plainLinks makes links that aren't underlined.
func (c *composer) plainLinks(target, words string) *link {
	l := c.links(target, words)
	if l != nil {
		l.plain = true
	}
	return l
}

// blocks sets blocks in order.
func (c *composer) blocks(blocks []document.Block) {
	for i := 0; i < len(blocks); i++ {
		if h, ok := blocks[i].(document.Heading); ok && i+1 < len(blocks) {
			if b, ok := rated(h, blocks[i+1]); ok {
				c.rating(h, b)
				i++
				continue
			}
			if c.hangs(h, blocks[i+1]) {
				c.sideHeading(h)
				continue
			}
		}
		first := len(c.strips)
		c.block(blocks[i])
		if i+1 < len(blocks) && leads(blocks, i) {
			c.lead(first)
		}
	}
}

// leads tells whether a block is read with the one after it: an introduction
// with what it introduces, the card of a section with how the section begins.
func leads(blocks []document.Block, i int) bool {
	after := false // a heading, alone or with the opening that has it
	if i > 0 {
		switch blocks[i-1].(type) {
		case document.Heading, document.ThemeOpening:
			after = true
		}
	}
	level := func(b document.Block) int {
		h, ok := b.(document.Heading)
		if !ok || h.NewPage {
			return 0
		}
		return h.Level
	}
	next := blocks[i+1]
	switch b := blocks[i].(type) {
	case document.Card:
		return after && i > 0 && level(next) > level(blocks[i-1])
	case document.Paragraph:
		switch next.(type) {
		case document.Chart, document.ChartRow, document.Table, document.Image, document.Index:
			return after || b.Tone == document.Lead
		case document.Heading:
			return after && level(next) > level(blocks[i-1])
		case document.List, document.Terms, document.LinkList:
			return strings.HasSuffix(strings.TrimSpace(prose.Plain(b.Text)), ":")
		}
		return b.Tone == document.Lead
	}
	return false
}

// mostLead is the number of lines up to which an introduction stays whole; of
// a longer one only the end is kept with what follows.
const mostLead = 5

// lead keeps what has been set since first with what comes next.
func (c *composer) lead(first int) {
	n := len(c.strips)
	if n == first {
		return
	}
	if n-first > mostLead && c.strips[first].what != "box" {
		first = n - 1
	}
	for i := first; i < n; i++ {
		c.strips[i].keep = true
	}
}

// block sets one block.
func (c *composer) block(block document.Block) {
	_, band := block.(document.ThemeOpening)
	defer func() { c.afterBand = band }()
	switch b := block.(type) {
	case document.Heading:
		c.heading(b)
	case document.Paragraph:
		c.paragraph(b)
	case document.List:
		c.list(b.List, 0, c.place())
		c.below = grid / 2
	case document.Notes:
		c.footnotes(b)
	case document.PageBreak:
		c.breakPage()
	case document.Table:
		c.table(b)
	case document.Contents:
		c.contents(b)
	case document.FigureList:
		c.figureList(b)
	case document.Index:
		c.index(b)
	case document.ChapterOpening:
		c.chapterOpening(b)
	case document.ThemeOpening:
		c.themeOpening(b)
	case document.Chart:
		c.chart(b)
	case document.ChartRow:
		c.chartRow(b)
	case document.Image:
		c.image(b)
	case document.Scale:
		c.scale(b)
	case document.Card:
		c.card(b)
	case document.Terms:
		c.terms(b)
	case document.LinkList:
		c.linkList(b)
	}
}

// place is the element that the next block belongs to.
func (c *composer) place() *node {
	if n := len(c.sections); n > 0 {
		return c.sections[n-1].node
	}
	return nil
}

// openSection starts a section of a level, and ends those it isn't part of.
// The level in the tree never skips one, as PDF/UA-1 (7.4.2) asks.
func (c *composer) openSection(level int) (sect *node, tag pdfw.Tag) {
	for len(c.sections) > 0 && c.sections[len(c.sections)-1].level >= level {
		c.sections = c.sections[:len(c.sections)-1]
	}
	sect = c.place().child(pdfw.Sect)
	c.sections = append(c.sections, section{level, sect})
	c.lastLevel = min(max(level, 1), c.lastLevel+1)
	return sect, headTag(c.lastLevel)
}

// add appends a strip; its space above and that below the last one become one.
func (c *composer) add(s strip) {
	if c.exact {
		s.above = c.below
	}
	s.above = max(s.above, c.below)
	c.below, c.exact = 0, false
	c.strips = append(c.strips, s)
}

// apart leaves some space at least between a heading and a figure or another
// heading.
func (c *composer) apart(least float64) {
	if c.exact && c.below > 0 {
		c.below = max(c.below, least)
	}
}

// breakPage lets what comes next start on a new page. Where nothing has been
// set there is no page to end.
func (c *composer) breakPage() {
	if len(c.strips) > 0 {
		c.strips = append(c.strips, strip{what: "break", newPage: true})
	}
}

// setText is how addText sets a passage.
type setText struct {
	what     string
	x, width float64
	above    float64
	onGrid   bool
	// keep holds all lines together and with what comes next.
	keep bool
	// even makes the lines about equally long.
	even bool
}

// addText appends the lines of a passage as strips, never one line alone on
// either side of a page break.
func (c *composer) addText(p *passage, how setText) {
	lines := c.set.breakLines(p, how.width)
	if how.even {
		lines = c.set.evenLines(p, how.width, lines)
	}
	leading := 0.0
	if len(p.runs) > 0 {
		leading = p.runs[0].style.leading
	}
	for i, l := range lines {
		s := strip{what: how.what, height: leading, marks: p.lineMarks(l, how.x, 0, nil)}
		if i == 0 {
			s.above, s.onGrid = how.above, how.onGrid
		}
		for _, f := range l.fragments {
			if id := p.runs[f.run].id; id != "" {
				s.anchors = append(s.anchors, anchor{id, -6})
				c.ids[id] = true
			}
		}
		s.keep = how.keep || len(lines) > 1 && (i == 0 || i == len(lines)-2)
		c.add(s)
	}
}

// paragraph sets running text.
func (c *composer) paragraph(b document.Paragraph) {
	style, what := c.st.body, "p"
	how := setText{x: textLeft, width: textWidth, above: grid / 2, onGrid: true}
	below := grid / 2
	switch b.Tone {
	case document.Lead:
		style, what, below = c.st.lead, "lead", grid
	case document.Small:
		style, what, how.onGrid, how.above = c.st.method, "small", false, 3
	case document.Missing:
		style, what = c.st.body.in(c.st.grey), "missing"
		style.italic = true
	}
	how.what = what
	p := c.set.passage(b.Text, style, c.place().child(pdfw.P), c.links)
	if len(p.atoms) == 0 {
		return
	}
	if b.Tone == document.Lead {
		p.ragged = 0.25
	}
	c.addText(p, how)
	c.below = below
}

// indent is how far the text of a list stands from its mark.
const indent = 11.0

// list sets a list at a depth of indents within an element.
func (c *composer) list(l prose.List, depth int, within *node) {
	c.listAt(l, textLeft, textWidth, depth, within, c.st.body)
}

func (c *composer) listAt(l prose.List, x, width float64, depth int, within *node, style textStyle) {
	numbering := pdfw.Disc
	switch {
	case l.Ordered:
		numbering = pdfw.DecimalList
	case depth > 0:
		numbering = pdfw.Circle
	}
	listNode := within.child(pdfw.L).with(pdfw.Attrs{Numbering: numbering})
	step, numbers := indent, l.Numbers()
	if l.Ordered && len(numbers) > 0 {
		step = c.set.measure(strconv.Itoa(slices.Max(numbers))+".", style) + 4
	}
	for i, item := range l.Items {
		label := "•"
		switch {
		case l.Ordered:
			label = strconv.Itoa(numbers[i]) + "."
		case depth > 0:
			label = "–"
		}
		itemNode := listNode.child(pdfw.LI)
		labelNode, bodyNode := itemNode.child(pdfw.Lbl), itemNode.child(pdfw.LBody)
		first := len(c.strips)
		p := c.set.passage(item.Text, style, bodyNode, c.links)
		above := 1.5
		if depth > 0 {
			above = 0.75
		}
		if len(p.atoms) == 0 {
			c.add(strip{what: "li", height: style.leading, keep: item.Sub != nil})
		} else {
			c.addText(p, setText{what: "li", x: x + step, width: width - step, above: above})
		}
		c.strips[first].marks = append([]mark{{kind: textMark, x: x, y: style.baseline(), style: style,
			text: label + " ", w: c.set.measure(label, style), node: labelNode}}, c.strips[first].marks...)
		if item.Sub != nil && len(item.Sub.Items) > 0 && depth < 5 {
			c.strips[len(c.strips)-1].keep = true
			c.listAt(*item.Sub, x+step, width-step, depth+1, bodyNode, style)
		}
	}
}

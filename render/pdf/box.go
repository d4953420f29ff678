package pdf

import (
	"slices"
	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// box is a ground behind strips.
type box struct {
	fill        colour
	x, width    float64
	top, bottom float64 // space within the box above and below its contents
	bleeds      bool    // up to the edge of the paper when it's the first on a page
	bar         colour  // of a bar along the left side; none when zero
}

// boxed puts what body sets on a ground. A box that is too high for a page
// goes on on the next; one that isn't high stays whole.
func (c *composer) boxed(b box, above float64, body func()) {
	start := len(c.strips)
	c.add(strip{what: "box", above: above, height: b.top, keep: true})
	body()
	c.below = 0
	c.strips[len(c.strips)-1].keep = true
	c.add(strip{what: "box", height: b.bottom})
	for i := start; i < len(c.strips); i++ {
		s := &c.strips[i]
		gap := s.above
		if i > start {
			// The space before a strip is part of the ground.
			s.above = 0
			s.height += gap
			for k := range s.marks {
				s.marks[k].y += gap
			}
			for k := range s.anchors {
				s.anchors[k].y += gap
			}
		}
		s.onGrid = false
		h := s.height
		if i < len(c.strips)-1 {
			h += 0.4 // no seam between one strip's ground and the next
		}
		ground := []mark{{kind: fillMark, x: b.x, w: b.width, h: h, color: b.fill, bleeds: b.bleeds && i == start}}
		if !b.bar.None() {
			ground = append(ground, mark{kind: fillMark, x: b.x, w: 3, h: h, color: b.bar, bleeds: b.bleeds && i == start})
		}
		s.marks = append(ground, s.marks...)
	}
	c.keepWhole(start, 0.3*bodyHeight)
}

// keepWhole keeps the strips from start on together when they aren't higher
// than most.
func (c *composer) keepWhole(start int, most float64) {
	height := 0.0
	for _, s := range c.strips[start:] {
		height += s.above + s.height
	}
	if height > most {
		return
	}
	for i := start; i < len(c.strips)-1; i++ {
		c.strips[i].keep = true
	}
}

// cardText is how the facts of a card are set.
func (c *composer) cardText() textStyle {
	style := c.st.body
	style.size, style.leading = 8.5, 11.75
	return style
}

const (
	cardPad = 9.0
	factGap = 2.75 // between facts
	itemGap = 16.0 // between items beside one another
)

// card sets a box with labelled facts: labels in the margin column, facts in
// the text column.
func (c *composer) card(b document.Card) {
	if b.Title == "" && len(b.Facts) == 0 {
		c.bareLinks(b.Links)
		return
	}
	c.apart(6)
	ground := c.st.themeTint(b.Theme)
	within := c.place().child(pdfw.Div)
	label := c.st.label.in(legible(c.st.grey, ground))
	label.leading = 11.75
	style := c.cardText().in(legible(c.st.ink, ground))
	c.boxed(box{fill: ground, width: fullWidth, top: cardPad - factGap, bottom: cardPad, bar: c.st.theme(b.Theme)}, grid, func() {
		if b.Title != "" {
			title := c.st.head[3].in(legible(c.st.theme(b.Theme), ground))
			p := c.set.passage(prose.Text(b.Title), title, within.child(pdfw.P), nil)
			c.addText(p, setText{what: "card", x: cardPad, width: fullWidth - 2*cardPad, above: factGap, keep: true})
			c.below = 5
		}
		list := within.child(pdfw.L).with(pdfw.Attrs{Numbering: pdfw.Unlabelled})
		beside := c.roomyFact(b.Facts, b.Links, style)
		for i, fact := range b.Facts {
			if i == beside {
				c.factWithLinks(list, fact, b.Links, label, style)
			} else {
				c.fact(list, fact, label, style, 2)
			}
		}
		if beside < 0 {
			c.linksInLine(list, b.Links, style, textWidth-cardPad)
		}
	})
	c.below = grid
}

// bareLinks sets the links of a card that has nothing else: a box would be
// empty.
func (c *composer) bareLinks(links []document.Link) {
	if len(links) == 0 {
		return
	}
	c.linksInLine(c.place().child(pdfw.L).with(pdfw.Attrs{Numbering: pdfw.Unlabelled}), links, c.cardText(), textWidth)
	c.below = grid / 2
}

// linkGap is the space between links on one line.
const linkGap = 12.0

// linksWidth is the width of links beside one another.
func (c *composer) linksWidth(links []document.Link, style textStyle) float64 {
	width := -linkGap
	for _, l := range links {
		width += linkGap + c.linkText(l, style, nil).naturalWidth()
	}
	return width
}

// linksInLine sets links on a line of their own, or on one each where they
// don't fit.
func (c *composer) linksInLine(list *node, links []document.Link, style textStyle, width float64) {
	if len(links) > 1 && c.linksWidth(links, style) <= width {
		c.add(strip{what: "card", above: factGap, height: style.leading, marks: c.linkMarks(list, links, style, textLeft)})
		return
	}
	for _, l := range links {
		item := list.child(pdfw.LI).child(pdfw.LBody)
		c.addText(c.linkText(l, style, item), setText{what: "card", x: textLeft, width: width, above: factGap})
	}
}

// linkMarks puts links beside one another from x on.
func (c *composer) linkMarks(list *node, links []document.Link, style textStyle, x float64) []mark {
	var marks []mark
	for _, l := range links {
		p := c.linkText(l, style, list.child(pdfw.LI).child(pdfw.LBody))
		w := p.naturalWidth()
		for _, set := range c.set.breakLines(p, w+1) {
			marks = p.lineMarks(set, x, 0, marks)
		}
		x += w + linkGap
	}
	return marks
}

// roomyFact finds the fact beside the first line of which the links of a card
// have room: the first, or else another that is one text; -1 for none.
func (c *composer) roomyFact(facts []document.Fact, links []document.Link, style textStyle) int {
	if len(links) == 0 {
		return -1
	}
	width := c.linksWidth(links, style)
	for i, f := range facts {
		if i > 0 && len(f.Items) > 0 {
			continue // its items may stand in two columns
		}
		first := f.Text
		if len(first) == 0 && len(f.Items) > 0 {
			first = f.Items[0]
		}
		if c.set.passage(first, style, nil, nil).naturalWidth()+itemGap+width <= textWidth-cardPad {
			return i
		}
	}
	return -1
}

// factWithLinks sets a fact with the links of a card at the right end of its
// first line. The links come before it in the list.
func (c *composer) factWithLinks(list *node, fact document.Fact, links []document.Link, label, style textStyle) {
	start := len(c.strips)
	marks := c.linkMarks(list, links, style, fullWidth-cardPad-c.linksWidth(links, style))
	c.fact(list, fact, label, style, 1)
	s := &c.strips[start]
	s.marks = append(marks, s.marks...)
}

// linkText is a link with its note in grey after it. A place that isn't there
// leaves plain text.
func (c *composer) linkText(l document.Link, style textStyle, within *node) *passage {
	p := c.set.passage([]prose.Inline{{Text: l.Text, Link: l.Target}}, style, within, c.links)
	if l.Note != "" {
		c.set.extend(p, prose.Text(" "+l.Note), style.in(c.st.grey), within, nil)
	}
	return p
}

// fact sets a label with what it names, in the text column: items below one
// another, or in more columns where they are all short.
func (c *composer) fact(list *node, fact document.Fact, label, style textStyle, columns int) {
	const width = textWidth - cardPad
	item := list.child(pdfw.LI)
	labelNode, body := item.child(pdfw.Lbl), item.child(pdfw.LBody)
	name := c.set.passage(prose.Text(fact.Label), label, labelNode, nil)
	name.sparing = true
	names := c.beside(name, labelNode, cardPad, textLeft-2*cardPad)
	texts := fact.Items
	if len(fact.Text) > 0 || len(fact.Items) == 0 {
		texts = slices.Concat([][]prose.Inline{fact.Text}, fact.Items)
	}
	pieces, nodes := make([]*passage, len(texts)), make([]*node, len(texts))
	for i, text := range texts {
		nodes[i] = body
		if len(texts) > 1 {
			nodes[i] = body.child(pdfw.P) // who listens hears where one ends
		}
		pieces[i] = c.set.passage(text, style, nodes[i], c.links)
	}
	half := (width - itemGap) / 2
	if len(pieces) == 1 || len(fact.Text) > 0 {
		columns = 1
	}
	for _, p := range pieces {
		if p.naturalWidth() > half {
			columns = 1
		}
	}
	for i := 0; i < len(pieces); i += columns {
		var cells []setCell
		if i == 0 {
			cells = append(cells, names)
		}
		for k, p := range pieces[i:min(i+columns, len(pieces))] {
			cells = append(cells, c.beside(p, nodes[i+k], textLeft+float64(k)*(half+itemGap), width))
		}
		strips := sliced("fact", cells, style.leading, 0, 0, false)
		if i == 0 {
			strips[0].above = factGap
		}
		for _, s := range strips {
			c.add(s)
		}
		if i+columns < len(pieces) {
			c.strips[len(c.strips)-1].keep = true
		}
	}
}

// mostTerm is the share of the text column that terms may take.
const mostTerm = 0.3

// terms sets a planning in the text column: terms, and beside them what is
// planned.
func (c *composer) terms(b document.Terms) {
	if len(b.Items) == 0 {
		return
	}
	list := c.place().child(pdfw.L).with(pdfw.Attrs{Numbering: pdfw.Unlabelled})
	when := c.st.body.weighing(semibold)
	width := 0.0
	names := make([]*passage, len(b.Items))
	labels := make([]*node, len(b.Items))
	bodies := make([]*node, len(b.Items))
	for i, term := range b.Items {
		item := list.child(pdfw.LI)
		labels[i], bodies[i] = item.child(pdfw.Lbl), item.child(pdfw.LBody)
		names[i] = c.set.passage(prose.Text(term.When), when, labels[i], nil)
		names[i].sparing = true
		width = max(width, names[i].naturalWidth()+0.5)
	}
	width = min(width, mostTerm*textWidth)
	x := textLeft + width + indent
	for i, term := range b.Items {
		text := c.set.passage(term.Text, c.st.body, bodies[i], c.links)
		cells := []setCell{c.beside(names[i], labels[i], textLeft, width), c.beside(text, bodies[i], x, fullWidth-x)}
		strips := sliced("term", cells, c.st.body.leading, 0, 0, false)
		strips[0].above = 1.5
		if i == 0 {
			strips[0].above = grid / 2
		}
		for _, s := range strips {
			c.add(s)
		}
	}
	c.below = grid / 2
}

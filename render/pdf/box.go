package pdf

import (
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
	style.size, style.leading = 8.5, 12
	return style
}

const cardPad = 11.0

// card sets a box with labelled facts: labels in the margin column, facts in
// the text column.
func (c *composer) card(b document.Card) {
	c.apart()
	ground := c.st.themeTint(b.Theme)
	within := c.place().child(pdfw.Div)
	label := c.st.label.in(legible(c.st.grey, ground))
	label.leading = 12
	style := c.cardText().in(legible(c.st.ink, ground))
	c.boxed(box{fill: ground, width: fullWidth, top: cardPad, bottom: cardPad, bar: c.st.theme(b.Theme)}, grid, func() {
		if b.Title != "" {
			title := c.st.head[3].in(legible(c.st.theme(b.Theme), ground))
			p := c.set.passage(prose.Text(b.Title), title, within.child(pdfw.P), nil)
			c.addText(p, setText{what: "card", x: cardPad, width: fullWidth - 2*cardPad, keep: true})
			c.below = 5
		}
		list := within.child(pdfw.L).with(pdfw.Attrs{Numbering: pdfw.Unlabelled})
		for _, fact := range b.Facts {
			c.fact(list, fact, label, style)
		}
		for _, l := range b.Links {
			item := list.child(pdfw.LI).child(pdfw.LBody)
			c.addText(c.linkText(l, style, item), setText{what: "card", x: textLeft, width: textWidth - cardPad, above: 3})
		}
	})
	c.below = grid
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

// fact sets a label with what it names, items below one another.
func (c *composer) fact(list *node, fact document.Fact, label, style textStyle) {
	item := list.child(pdfw.LI)
	labelNode, body := item.child(pdfw.Lbl), item.child(pdfw.LBody)
	name := c.set.passage(prose.Text(fact.Label), label, labelNode, nil)
	name.sparing = true
	text := c.set.passage(fact.Text, style, body, c.links)
	for _, piece := range fact.Items {
		if n := len(text.atoms); n > 0 {
			text.atoms[n-1].end = forced
		}
		c.set.extend(text, piece, style, body, c.links)
	}
	cells := []setCell{c.beside(name, labelNode, cardPad, textLeft-2*cardPad), c.beside(text, body, textLeft, textWidth-cardPad)}
	strips := sliced("fact", cells, style.leading, 0, 0, false)
	strips[0].above = 3.5
	for _, s := range strips {
		c.add(s)
	}
}

// terms sets a planning: terms in the margin column, what is planned in the
// text column.
func (c *composer) terms(b document.Terms) {
	if len(b.Items) == 0 {
		return
	}
	list := c.place().child(pdfw.L).with(pdfw.Attrs{Numbering: pdfw.Unlabelled})
	when := c.st.body.weighing(semibold)
	for i, term := range b.Items {
		item := list.child(pdfw.LI)
		label, body := item.child(pdfw.Lbl), item.child(pdfw.LBody)
		cells := []setCell{
			c.beside(c.set.passage(prose.Text(term.When), when, label, nil), label, 0, labelWidth),
			c.beside(c.set.passage(term.Text, c.st.body, body, c.links), body, textLeft, textWidth),
		}
		strips := sliced("term", cells, c.st.body.leading, 0, 0, false)
		strips[0].above = 4
		if i == 0 {
			strips[0].above = grid / 2
		}
		for _, s := range strips {
			c.add(s)
		}
	}
	c.below = grid / 2
}

// linkList sets links with the pages they lead to.
func (c *composer) linkList(b document.LinkList) {
	style := c.st.body
	style.size, style.leading = 9, 13
	c.linksAt(b.Links, b.Columns, textLeft, textWidth, style, c.place())
	c.below = grid / 2
}

// linksAt sets links in columns within a width, by rows.
func (c *composer) linksAt(links []document.Link, columns int, x, width float64, style textStyle, within *node) {
	if len(links) == 0 {
		return
	}
	const gutter, number = 20.0, 26.0
	columns = min(max(columns, 1), 2)
	column := (width - gutter*float64(columns-1)) / float64(columns)
	list := within.child(pdfw.L).with(pdfw.Attrs{Numbering: pdfw.Unlabelled})
	for i := 0; i < len(links); i += columns {
		var cells []setCell
		var refs []mark
		for k, l := range links[i:min(i+columns, len(links))] {
			left := x + float64(k)*(column+gutter)
			body := list.child(pdfw.LI).child(pdfw.LBody)
			p := c.set.passage([]prose.Inline{{Text: l.Text, Link: l.Target}}, style, body, c.plainLinks)
			target := body
			if len(p.runs) > 0 && p.runs[0].link != nil {
				target = p.runs[0].node
			}
			if l.Note != "" {
				c.set.extend(p, prose.Text(" "+l.Note), style.in(legible(c.st.grey, c.st.tint)), body, nil)
			}
			cell := c.beside(p, body, left, column-number)
			if n := len(cell.lines); n > 0 {
				last := cell.lines[n-1].fragments
				last[len(last)-1].text += " " // before the page number
			}
			cells = append(cells, cell)
			if target != body && l.Target[0] == '#' {
				refs = append(refs, mark{kind: pageMark, x: left + column, y: style.baseline() + style.leading*float64(max(len(cell.lines)-1, 0)),
					style: style, ref: l.Target[1:], node: target})
			}
		}
		for k, s := range withRefs(sliced("link", cells, style.leading, 0, 0, false), refs, style.leading) {
			if k == 0 {
				s.above = 2
				if i == 0 {
					s.above = 4
				}
			}
			c.add(s)
		}
	}
}

// withRefs puts page numbers in the strips of the lines they stand on.
func withRefs(strips []strip, refs []mark, leading float64) []strip {
	for _, ref := range refs {
		k := min(int(ref.y/leading), len(strips)-1)
		ref.y -= leading * float64(k)
		strips[k].marks = append(strips[k].marks, ref)
	}
	for k := range strips {
		strips[k].keep = k < len(strips)-1
	}
	return strips
}

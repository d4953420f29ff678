package pdf

import (
	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// contents sets the table of contents. Its lines are as high before their page
// numbers are known as after.
func (c *composer) contents(b document.Contents) {
	if b.Title != "" {
		c.heading(document.Heading{Level: 1, Text: b.Title, NewPage: true, Unlisted: true})
		c.strips[len(c.strips)-1].chapter = nil
	}
	depth := b.Depth
	if depth < 1 {
		depth = 3
	}
	var entries []entry
	for _, e := range c.headings {
		if !e.Unlisted && e.depth <= depth {
			entries = append(entries, e)
		}
	}
	indents := c.contentsIndents(entries)
	root := c.place().child(pdfw.TOC)
	// tocs are the lists of contents by depth, items the last line in each.
	tocs, items := []*node{root}, []*node{nil}
	for i, e := range entries {
		d := e.depth - 1
		for len(tocs) > d+1 {
			tocs, items = tocs[:len(tocs)-1], items[:len(items)-1]
		}
		if d == len(tocs) {
			parent := items[d-1]
			if parent == nil {
				parent = root.child(pdfw.TOCI)
			}
			tocs, items = append(tocs, parent.child(pdfw.TOC)), append(items, nil)
		}
		last := len(tocs) - 1
		items[last] = tocs[last].child(pdfw.TOCI)
		following := i+1 < len(entries) && entries[i+1].depth > e.depth
		c.contentsLine(e, items[last], indents, following)
	}
	c.below = grid
}

// contentsStyle is how a line of the contents is set, by its depth.
func (c *composer) contentsStyle(depth int) (style textStyle, above float64) {
	style = c.st.body
	switch depth {
	case 1:
		return style.weighing(semibold).in(c.st.strongInk), 10
	case 2:
		return style, 3
	}
	style.size, style.leading = 8.5, 12
	return style, 0
}

// contentsIndents gives for each depth where numbers and texts begin, wide
// enough for the widest number.
func (c *composer) contentsIndents(entries []entry) (at [8]struct{ number, text float64 }) {
	var widest [8]float64
	for _, e := range entries {
		style, _ := c.contentsStyle(e.depth)
		if e.Number != "" {
			d := min(e.depth, 7)
			widest[d] = max(widest[d], c.set.measure(e.Number, style)+9)
		}
	}
	x := textLeft
	for d := 1; d < len(at); d++ {
		at[d].number, at[d].text = x, x+max(widest[d], 0)
		if widest[d] == 0 && d > 1 {
			at[d].text = x
		}
		x = at[d].text
	}
	return at
}

func (c *composer) contentsLine(e entry, item *node, indents [8]struct{ number, text float64 }, following bool) {
	const room = 40 // for leader and page number
	style, above := c.contentsStyle(e.depth)
	at := indents[min(e.depth, 7)]
	words := headingName(e.Heading)
	to := &link{target: "#" + e.id, words: words, plain: true}
	n := item.child(pdfw.Reference).child(pdfw.Link)
	x := at.text
	if e.Number == "" {
		x = at.number
	}
	text := e.Text
	if text == "" {
		text = "–"
	}
	p := c.set.passage(prose.Text(text), style, n, nil)
	p.sparing = true
	lines := c.set.breakLines(p, fullWidth-x-room)
	for i, l := range lines {
		s := strip{what: "toc", height: style.leading, keep: i < len(lines)-1 || following && e.depth < 3}
		if i == 0 {
			s.above = above
			if e.Number != "" {
				number := c.set.printable(e.Number)
				s.marks = append(s.marks, mark{kind: textMark, x: at.number, y: style.baseline(), style: style,
					text: number + " ", w: c.set.measure(number, style), node: n})
			}
		}
		s.marks = p.lineMarks(l, x, 0, s.marks)
		if i == len(lines)-1 {
			end := x + l.width
			s.marks[len(s.marks)-1].text += " " // before the page number
			s.marks = append(s.marks,
				mark{kind: leaderMark, x: end, y: style.baseline(), w: fullWidth - end, style: style.weighing(regular), color: c.st.grey, ref: e.id},
				mark{kind: pageMark, x: fullWidth, y: style.baseline(), style: style, ref: e.id, node: n})
		}
		left := x
		if i == 0 {
			left = at.number
		}
		s.marks = append(s.marks, mark{kind: linkMark, x: left, w: fullWidth - left, h: style.leading, node: n, link: to})
		c.add(s)
	}
}

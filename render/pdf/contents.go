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
	title := c.strips[max(len(c.strips)-1, 0):]
	if b.Title == "" {
		title = nil
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
	for i := range title {
		// The title stands above the names.
		for k := range title[i].marks {
			title[i].marks[k].x += indents[1].text - textLeft
		}
	}
	root := c.place().child(pdfw.TOC)
	// tocs are the lists of contents by depth, items the last line in each.
	tocs, items := []*node{root}, []*node{nil}
	for i := 0; i < len(entries); i++ {
		e := entries[i]
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
		if n := c.contentsRun(entries[i:]); n > 0 {
			c.contentsColumns(entries[i:i+n], tocs[last], indents)
			i += n - 1
			continue
		}
		items[last] = tocs[last].child(pdfw.TOCI)
		following := i+1 < len(entries) && entries[i+1].depth > e.depth
		c.contentsLine(e, items[last], indents, following)
	}
	c.below = grid
}

// leastRun is the number of lines of the third level from which they stand in
// two columns.
const leastRun = 3

// contentsRun is the number of entries of the third level at the start of
// entries, or 0 when they aren't enough for columns.
func (c *composer) contentsRun(entries []entry) int {
	n := 0
	for n < len(entries) && entries[n].depth == 3 {
		n++
	}
	if n < leastRun || n < len(entries) && entries[n].depth > 3 {
		return 0
	}
	return n
}

// contentsColumns sets lines of the third level in two columns.
func (c *composer) contentsColumns(entries []entry, toc *node, indents [8]struct{ number, text float64 }) {
	style, _ := c.contentsStyle(3)
	set := make([]linkEntry, len(entries))
	for i, e := range entries {
		item := toc.child(pdfw.TOCI).child(pdfw.Reference)
		set[i] = linkEntry{number: e.Number, name: e.Text, target: "#" + e.id, within: item.child(pdfw.Link),
			link: &link{target: "#" + e.id, words: headingName(e.Heading), plain: true}}
		if set[i].name == "" {
			set[i].name = "–"
		}
	}
	x := indents[3].number
	c.linkRows(set, linkColumns{x: x, width: fullWidth - x, columns: 2, number: indents[3].text - x, style: style, page: 24, leaders: true, what: "toc"})
}

// contentsStyle is how a line of the contents is set, by its depth.
func (c *composer) contentsStyle(depth int) (style textStyle, above float64) {
	style = c.st.body
	switch depth {
	case 1:
		return style.weighing(semibold).in(c.st.strongInk), 9
	case 2:
		style.size, style.leading = 9, 12.5
		return style, 2
	}
	style.size, style.leading = leastSize, 10.75
	return style, 0
}

// contentsIndents gives for each depth where numbers and texts begin. Those of
// the first two levels hang in the margin column, in front of a text that is
// as wide as it can be; deeper ones begin where that does.
func (c *composer) contentsIndents(entries []entry) (at [8]struct{ number, text float64 }) {
	var widest [8]float64
	for _, e := range entries {
		style, _ := c.contentsStyle(e.depth)
		if e.Number != "" {
			d := min(e.depth, 7)
			widest[d] = max(widest[d], c.set.measure(e.Number, style)+9)
		}
	}
	x := max(widest[1], widest[2])
	at[1].text, at[2].text = x, x
	for d := 3; d < len(at); d++ {
		at[d].number, at[d].text = x, x+widest[d]
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
	if e.Number == "" && e.depth > 2 {
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
		if i == 0 && e.Number != "" {
			left = at.number
		}
		s.marks = append(s.marks, mark{kind: linkMark, x: left, w: fullWidth - left, h: style.leading, node: n, link: to})
		c.add(s)
	}
}

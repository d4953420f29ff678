package pdf

import (
	"strconv"

	"voortgang/internal/document"
	"voortgang/internal/prose"
)

// heading sets a heading; its number hangs in the margin column.
func (c *composer) heading(b document.Heading) {
	c.headingAt(b, c.st.head[min(max(b.Level, 1), lowestHead)])
}

// lowestHead is the lowest level of headings, that of a subheading in a text.
const lowestHead = 5

// headingSpace is the space above and below a heading, by level.
var headingSpace = [lowestHead + 1]struct{ above, below float64 }{
	1: {2 * grid, 24}, 2: {2.5 * grid, 6}, 3: {1.5 * grid, 4.25}, 4: {0.75 * grid, 1}, 5: {grid / 2, 0},
}

func (c *composer) headingAt(b document.Heading, style textStyle) {
	level := min(max(b.Level, 1), lowestHead)
	e := c.headings[c.next]
	c.next++
	if level < lowestHead {
		c.apart(9)
	}
	sect, tag := c.openSection(level)
	if b.Theme > 0 && level <= 2 {
		style.color = legible(c.st.theme(b.Theme), white)
	}
	n := sect.child(tag)
	p := c.set.passage(prose.Text(b.Text), style, n, nil)
	p.sparing = true
	first := len(c.strips)
	x := textLeft
	number := c.set.printable(b.Number)
	if w := c.set.measure(number, style); number != "" && w > labelWidth {
		x = w + 10
	}
	how := setText{what: "h" + strconv.Itoa(level), x: x, width: fullWidth - x, above: headingSpace[level].above, onGrid: level < lowestHead, keep: true, even: true}
	c.addText(p, how)
	if len(c.strips) == first {
		c.add(strip{what: how.what, above: how.above, height: style.leading, keep: true})
	}
	s := &c.strips[first]
	c.startPage(s, b)
	s.anchors = []anchor{{e.id, -6}}
	if number != "" {
		s.marks = append([]mark{{kind: textMark, y: style.baseline(), style: style, text: number + " ",
			w: c.set.measure(number, style), node: n}}, s.marks...)
	}
	switch level {
	case 1:
		s.chapter = chapterName(b)
	case 2:
		s.section = chapterName(b)
	}
	c.below, c.exact = headingSpace[level].below, true
}

// sideWidth is the room for a heading in the margin column.
const sideWidth = 32 * mm

// hangs tells whether a heading of the fourth level hangs in the margin,
// beside the first line of what follows. It may take two lines where that
// certainly has as many.
func (c *composer) hangs(h document.Heading, next document.Block) bool {
	if h.Level != 4 || h.Number != "" || h.NewPage || h.Text == "" {
		return false
	}
	two := false
	switch b := next.(type) {
	case document.Paragraph:
		if len(b.Text) == 0 || b.Tone == document.Small {
			return false
		}
		text := c.set.passage(b.Text, c.st.body, nil, nil)
		two = text.naturalWidth() > 1.02*textWidth || len(c.set.breakLines(text, textWidth)) > 1
	case document.List:
		two = len(b.Items) > 1
		if len(b.Items) == 0 {
			return false
		}
	case document.Heading:
		if b.Level < lowestHead {
			return false
		}
		two = true
	case document.Terms:
		two = len(b.Items) > 1
		if len(b.Items) == 0 {
			return false
		}
	default:
		return false
	}
	p := c.set.passage(prose.Text(h.Text), c.st.head[4], nil, nil)
	if c.set.widestPiece(p, false) > sideWidth {
		return false
	}
	lines := len(c.set.breakLines(p, sideWidth))
	return lines == 1 || lines == 2 && two
}

// sideHeading sets a heading in the margin: a strip of no height, kept with
// the text beside it.
func (c *composer) sideHeading(h document.Heading) {
	e := c.headings[c.next]
	c.next++
	sect, tag := c.openSection(h.Level)
	style := c.st.head[4]
	p := c.set.passage(prose.Text(h.Text), style, sect.child(tag), nil)
	p.sparing = true
	s := strip{what: "side", above: headingSpace[4].above, onGrid: true, keep: true, anchors: []anchor{{e.id, -6}}}
	// On the baseline of the text beside it.
	y := c.st.body.baseline() - style.baseline()
	for _, l := range c.set.breakLines(p, sideWidth) {
		s.marks = p.lineMarks(l, 0, y, s.marks)
		y += style.leading
	}
	c.apart(6)
	c.add(s)
	c.below, c.exact = 0, true
}

// startPage lets a heading start a page when it asks for that. Chapters always
// do; a lower section goes on where a good part of a page is left, with a
// rule above it. The first section of a theme stays with the theme's band.
func (c *composer) startPage(s *strip, b document.Heading) {
	switch {
	case !b.NewPage, c.afterBand:
	case b.Level <= 1:
		s.newPage = true
	default:
		s.wishPage = true
		s.above = max(s.above, 3.25*grid)
		s.marks = append(s.marks, mark{kind: ruleMark, y: -1.6 * grid, w: fullWidth, size: 0.5, color: c.st.rule, inner: true})
	}
}

// chapterName is what the running head says of a chapter, or of a section.
func chapterName(h document.Heading) *string {
	name := h.Text
	if h.Short != "" {
		name = h.Short
	}
	if h.Number != "" {
		name = h.Number + "\u2002" + name
	}
	return &name
}

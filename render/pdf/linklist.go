package pdf

import (
	"strings"

	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// linkColumns is how links are set in columns: down the first, then down the
// second.
type linkColumns struct {
	// x and width are the place of all columns together, column the width of
	// one.
	x, width, column float64
	columns          int
	// number is the room for numbers before the names, page that for page
	// numbers.
	number, page float64
	leaders      bool
	style        textStyle
	what         string // of the strips
	// most is how many lines a column has at most, if more than
	// mostLinkLines.
	most int
}

const (
	linkGutter = 22.0
	// mostLinkLines is how many lines a column has at most; then columns begin
	// anew, so that a page break never parts them.
	mostLinkLines = 30
)

// linkEntry is a link ready to be set.
type linkEntry struct {
	number, name, note string
	target             string
	// within is the element of the whole.
	within  *node
	link    *link
	passage *passage
	lines   []line
}

// linkList sets links with the pages they lead to.
func (c *composer) linkList(b document.LinkList) {
	style := c.st.body
	style.size, style.leading = 9, 13
	c.linksAt(b.Links, b.Columns, textLeft, textWidth, style, c.place())
	c.below = grid / 2
}

// linksAt sets links in one or two columns within a width.
func (c *composer) linksAt(links []document.Link, columns int, x, width float64, style textStyle, within *node) {
	if len(links) == 0 {
		return
	}
	list := within.child(pdfw.L).with(pdfw.Attrs{Numbering: pdfw.Unlabelled})
	entries := make([]linkEntry, len(links))
	for i, l := range links {
		e := linkEntry{name: l.Text, note: l.Note, target: l.Target}
		e.number, e.name = leadingNumber(l.Text)
		e.within = list.child(pdfw.LI).child(pdfw.LBody)
		if e.link = c.plainLinks(l.Target, l.Text); e.link != nil {
			e.within = e.within.child(pdfw.Link)
		}
		entries[i] = e
	}
	c.linkRows(entries, linkColumns{x: x, width: width, columns: min(max(columns, 1), 2), style: style, page: 26, what: "link"})
}

// leadingNumber parts the number of a section from the name after it.
func leadingNumber(text string) (number, name string) {
	end := strings.IndexAny(text, " \u00A0")
	if end < 1 || strings.Trim(text[:end], "0123456789.") != "" {
		return "", text
	}
	return text[:end], strings.TrimLeft(text[end:], " \u00A0")
}

// linkRows sets entries in columns.
func (c *composer) linkRows(entries []linkEntry, l linkColumns) {
	l.column = (l.width - linkGutter*float64(l.columns-1)) / float64(l.columns)
	for i := range entries {
		e := &entries[i]
		e.number = c.set.printable(e.number)
		if e.number != "" {
			l.number = max(l.number, c.set.measure(e.number, l.style)+8)
		}
	}
	sum, first := 0, 0
	for i := range entries {
		e := &entries[i]
		c.breakLink(e, l)
		if sum > 0 && sum+len(e.lines) > max(l.most, mostLinkLines)*l.columns {
			c.linkStretch(entries[first:i], l)
			sum, first = 0, i
		}
		sum += len(e.lines)
	}
	c.linkStretch(entries[first:], l)
}

// breakLink breaks the name of an entry, with the note after it, into lines.
func (c *composer) breakLink(e *linkEntry, l linkColumns) {
	if e.passage != nil {
		e.lines = c.set.breakLines(e.passage, l.column-l.number-l.page)
		return
	}
	p := c.set.passage(prose.Text(e.name), l.style, e.within, nil)
	p.sparing = true
	if e.note != "" {
		// Part of the link, for it to be read before the page number.
		c.set.extend(p, prose.Text(" "+e.note), l.style.in(legible(c.st.grey, c.st.tint)), e.within, nil)
	}
	for i := range p.runs {
		p.runs[i].link = e.link
	}
	e.passage, e.lines = p, c.set.breakLines(p, l.column-l.number-l.page)
	if len(e.lines) == 0 {
		e.lines = make([]line, 1)
		return
	}
	// Before the page number.
	last := e.lines[len(e.lines)-1].fragments
	if f := &last[len(last)-1]; !strings.HasSuffix(f.text, " ") {
		f.text += " "
	}
}

// linkStretch sets entries that share columns of about the same height.
func (c *composer) linkStretch(entries []linkEntry, l linkColumns) {
	rows := linkHeight(entries, l.columns)
	strips := make([]strip, rows)
	// The elements get their places in order before anything is drawn: the
	// strips go across the columns.
	for i := range entries {
		strips[0].marks = append(strips[0].marks, mark{kind: presentMark, node: entries[i].within})
	}
	column, row := 0, 0
	for i := range entries {
		e := &entries[i]
		if row > 0 && row+len(e.lines) > rows {
			column, row = column+1, 0
		}
		x := l.x + float64(column)*(l.column+linkGutter)
		for k := range e.lines {
			strips[row].marks = c.linkLine(e, k, x, l, strips[row].marks)
			row++
		}
	}
	first := len(c.strips)
	for i := range strips {
		strips[i].what, strips[i].height = l.what, l.style.leading
		if i == 0 {
			strips[i].above = 2
		}
		c.add(strips[i])
	}
	if l.columns > 1 {
		c.keepWhole(first, bodyHeight)
	}
}

// linkHeight is the least number of lines in which entries fit in columns.
func linkHeight(entries []linkEntry, columns int) int {
	sum, most := 0, 0
	for i := range entries {
		n := len(entries[i].lines)
		sum, most = sum+n, max(most, n)
	}
	for rows := max(most, (sum+columns-1)/columns); ; rows++ {
		column, row := 0, 0
		for i := range entries {
			n := len(entries[i].lines)
			if row > 0 && row+n > rows {
				column, row = column+1, 0
			}
			row += n
		}
		if column < columns {
			return rows
		}
	}
}

// linkLine adds the marks of line k of an entry at x: on the first its number,
// on the last the page.
func (c *composer) linkLine(e *linkEntry, k int, x float64, l linkColumns, marks []mark) []mark {
	y, first := l.style.baseline(), len(marks)
	if k == 0 && e.number != "" {
		marks = append(marks, mark{kind: textMark, x: x, y: y, style: l.style, text: e.number + " ",
			w: c.set.measure(e.number, l.style), node: e.within, link: e.link})
	}
	left := x + l.number
	if k > 0 {
		left += e.passage.hang
	}
	marks = e.passage.lineMarks(e.lines[k], left, 0, marks)
	if k < len(e.lines)-1 || e.link == nil || e.target[0] != '#' {
		return marks
	}
	// The line leads there as a whole, up to its page number.
	end := x + l.column
	for i := first; i < len(marks); i++ {
		marks[i].link = nil
	}
	marks = append(marks, mark{kind: linkMark, x: x, w: l.column, h: l.style.leading, node: e.within, link: e.link})
	if l.leaders {
		from := left + e.lines[k].width
		marks = append(marks, mark{kind: leaderMark, x: from, y: y, w: end - from, style: l.style.weighing(regular), color: c.st.grey, ref: e.target[1:]})
	}
	return append(marks, mark{kind: pageMark, x: end, y: y, style: l.style, ref: e.target[1:], node: e.within})
}

package pdf

import (
	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// registerStyle is how lists to look things up in are set.
func (c *composer) registerStyle() textStyle {
	style := c.st.small
	style.leading = 10.5
	return style
}

// mostRegisterLines is how many lines a column of an index has at most: what
// a page holds.
const mostRegisterLines = 60

// figureList sets the list of charts and tables under the contents: a table of
// contents of its own, in two columns.
func (c *composer) figureList(b document.FigureList) {
	var entries []linkEntry
	toc := c.place().child(pdfw.TOC)
	for _, l := range b.Links {
		to := c.plainLinks(l.Target, l.Text)
		if to == nil {
			continue
		}
		item := toc.child(pdfw.TOCI).child(pdfw.Reference)
		e := linkEntry{target: l.Target, within: item.child(pdfw.Link), link: to}
		e.number, e.name = leadingNumber(l.Text)
		entries = append(entries, e)
	}
	if len(entries) == 0 {
		return
	}
	if b.Title != "" {
		p := c.set.passage(prose.Text(b.Title), c.st.head[2], c.place().child(pdfw.P), nil)
		first := len(c.strips)
		c.addText(p, setText{what: "figurelist", width: fullWidth, above: 2 * grid, keep: true})
		if len(c.strips) > first {
			c.strips[first].wishPage = true // a page of its own, or a good part of one
		}
		c.below, c.exact = headingSpace[2].below, true
	}
	c.linkRows(entries, linkColumns{width: fullWidth, columns: 2, style: c.registerStyle(), page: 24, leaders: true, what: "toc", most: mostRegisterLines})
	c.below = grid
}

// index sets names with the pages where they occur, under each letter in three
// columns, or in one where what is treated there is named too.
func (c *composer) index(b document.Index) {
	const letterWidth = 22.0
	style, columns := c.registerStyle(), 3
	if b.Named {
		columns = 1 // an entry is a sentence
	}
	for _, g := range b.Groups {
		first := len(c.strips)
		within := c.place().child(pdfw.Div)
		letter := mark{kind: textMark, y: style.baseline(), style: c.st.body.weighing(semibold).in(c.st.strongInk), text: c.set.printable(g.Letter) + " ",
			w: letterWidth, node: within.child(pdfw.P)}
		list := within.child(pdfw.L).with(pdfw.Attrs{Numbering: pdfw.Unlabelled})
		entries := make([]linkEntry, len(g.Entries))
		for i, e := range g.Entries {
			body := list.child(pdfw.LI).child(pdfw.LBody)
			entries[i] = linkEntry{name: e.Name, within: body, passage: c.indexEntry(e, b.Named, style, body)}
		}
		c.linkRows(entries, linkColumns{x: letterWidth, width: fullWidth - letterWidth, columns: columns, style: style, what: "index", most: mostRegisterLines})
		if len(c.strips) == first {
			continue
		}
		c.keepWhole(first, 0.3*bodyHeight)
		s := &c.strips[first]
		s.above = max(s.above, 7)
		s.marks = append([]mark{{kind: ruleMark, y: -2.5, w: fullWidth, size: 0.4, color: c.st.rule, inner: true}, letter}, s.marks...)
	}
	c.below = grid
}

// turnover is the indent of the second line of an entry of an index.
const turnover = 8.0

// indexEntry is a name with the pages where it occurs, each a link. The first
// number stays with the name.
func (c *composer) indexEntry(e document.IndexEntry, named bool, style textStyle, body *node) *passage {
	name := e.Name
	if named {
		name += ":" // who listens doesn't hear bold type
	} else {
		name += "\u00A0"
	}
	p := c.set.passage([]prose.Inline{{Text: name, Bold: named}}, style, body, nil)
	p.sparing, p.hang = true, turnover
	spaced := named
	for i, l := range e.Links {
		to := c.plainLinks(l.Target, l.Text)
		if to == nil || to.target[0] != '#' {
			continue
		}
		plain := run{style: style, node: body}
		if i > 0 {
			p.runs = append(p.runs, plain)
			spaced = c.set.addWords(p, ", ", false)
		}
		if named {
			p.runs = append(p.runs, plain)
			c.set.addWords(p, c.set.printable(l.Text), spaced)
			spaced = true
		}
		number := run{style: style, node: body.child(pdfw.Link), link: to, page: to.target[1:]}
		p.runs = append(p.runs, number)
		c.set.addWords(p, widestPage, spaced)
	}
	return p
}

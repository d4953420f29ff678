package pdf

import (
	"fmt"
	"math"
	"strings"

	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// Spaces in tables, in points.
const (
	cellPad      = 2.25 // above and below a row
	loosePad     = 3.0  // the same where rows have more than one line
	headRule     = 0.8
	wholeRow     = 14 // a row of at most so many lines isn't parted
	groupAbove   = 5.0
	cellSlack    = 0.35              // names in narrow columns look better whole
	headRepeated = bodyHeight / 4    // a higher head isn't repeated
	wholeTable   = bodyHeight * 0.42 // a table of at most this height isn't parted
	firstRows    = 4                 // so many rows at least stand with the head; 3 where they have more lines
	// leastBegin is the height of rows with which a table begins at least when
	// no heading needs it.
	leastBegin = bodyHeight * 0.11
)

// tabling is a table being set.
type tabling struct {
	c       *composer
	b       document.Table
	columns []measured
	rows    []tableRow
	heads   []*passage
	caption string
}

// tableRow is a row with its cells as passages.
type tableRow struct {
	kind  document.RowKind
	cells []*passage
}

// table sets a table, in parts when it has too many columns for a page.
func (c *composer) table(b document.Table) {
	t := &tabling{c: c, b: b, caption: c.set.printable(b.Caption)}
	t.read()
	if len(t.columns) == 0 {
		c.tableWithoutColumns(b)
		return
	}
	c.apart(6)
	width := t.width()
	parts := tableParts(t.columns, width)
	for i, part := range parts {
		caption := t.caption
		if len(parts) > 1 {
			caption = strings.TrimSpace(fmt.Sprintf("%s (deel %d van %d)", t.caption, i+1, len(parts)))
		}
		t.part(part, width, caption, i == 0)
	}
	c.tableNote(b.Note, tableLeft(width))
	c.below = grid * 1.5
}

// tableLeft is where a table of a width begins: in the text column if it fits.
func tableLeft(width float64) float64 { return math.Min(textLeft, fullWidth-width) }

func (c *composer) tableWithoutColumns(b document.Table) {
	if b.Caption != "" {
		c.paragraph(document.Paragraph{Text: prose.Text(b.Caption), Tone: document.Small})
	}
	c.tableNote(b.Note, textLeft)
}

func (c *composer) tableNote(note []prose.Inline, x float64) {
	if len(note) == 0 {
		return
	}
	if n := len(c.strips); n > 0 {
		c.strips[n-1].keep = true
	}
	c.below = 0
	p := c.set.passage(note, c.st.method, c.place().child(pdfw.P), c.links)
	c.addText(p, setText{what: "note", x: x, width: min(textWidth, fullWidth-x), above: 4})
}

// read prepares all cells and measures the columns.
func (t *tabling) read() {
	n := len(t.b.Columns)
	for _, row := range t.b.Rows {
		n = max(n, len(row.Cells))
	}
	t.columns = make([]measured, n)
	t.heads = make([]*passage, n)
	for i := range n {
		head := ""
		if i < len(t.b.Columns) {
			head = t.b.Columns[i].Head
			t.columns[i].weight = t.b.Columns[i].Weight
			t.columns[i].figures = t.b.Columns[i].Align == prose.Right
		}
		t.heads[i] = t.c.set.passage(prose.Text(head), t.c.st.tableHead, nil, nil)
		t.heads[i].sparing = true
		t.measure(i, t.heads[i], true)
	}
	for _, row := range t.b.Rows {
		r := tableRow{kind: row.Kind}
		style := t.c.st.tableCell
		if row.Kind != document.Plain {
			style = style.weighing(semibold)
		}
		for i := range n {
			var text []prose.Inline
			if i < len(row.Cells) {
				text = row.Cells[i].Text
			}
			// The element is given when the part is set: a first column that
			// comes back in a second part has another one there.
			p := t.c.set.passage(text, style, &node{}, t.c.links)
			p.ragged = cellSlack
			p.sparing = i == 0 // names stay whole
			r.cells = append(r.cells, p)
			if row.Kind != document.Group || i > 0 {
				t.measure(i, p, false)
			}
		}
		t.rows = append(t.rows, r)
	}
	for i := range t.columns {
		m := &t.columns[i]
		// A column of “figures” with sentences in it wraps like any other.
		m.figures = m.figures && m.natural <= fullWidth/3
		m.least = math.Max(12, math.Min(m.least, 60))
		m.natural, m.word = math.Max(m.natural, m.least), math.Max(m.word, m.least)
	}
}

// measure widens a column to what a cell needs. The head of a column of
// figures may wrap all the same.
func (t *tabling) measure(i int, p *passage, head bool) {
	const margin = 0.5 // rounding
	m := &t.columns[i]
	set := t.c.set
	word := set.widestPiece(p, false) + margin
	m.word = math.Max(m.word, word)
	if head && m.figures {
		m.natural = math.Max(m.natural, word)
	} else {
		m.natural = math.Max(m.natural, p.naturalWidth()+margin)
	}
	if word > m.least {
		m.least = math.Max(m.least, math.Min(word, set.widestPiece(p, true)+margin))
	}
}

// part sets some of the columns as a table of its own.
func (t *tabling) part(columns []int, width float64, caption string, first bool) {
	c := t.c
	needs := make([]measured, len(columns))
	for i, column := range columns {
		needs[i] = t.columns[column]
	}
	s := &tableSetting{tabling: t, columns: columns, left: tableLeft(width), width: width,
		widths: t.balanced(columns, columnWidths(needs, width)), node: c.place().child(pdfw.Table)}
	above := 1.25 * grid
	begin := len(c.strips)
	if caption != "" {
		p := c.set.passage(prose.Text(caption), c.st.tableHead, s.node.child(pdfw.Caption), nil)
		start := len(c.strips)
		c.addText(p, setText{what: "caption", x: s.left, width: width, above: above, keep: true})
		above = 5
		if first && t.b.ID != "" && len(c.strips) > start {
			c.strips[start].anchors = []anchor{{t.b.ID, -4}}
		}
	}
	s.free = begin == 0 || !c.strips[begin-1].keep
	start := len(c.strips)
	s.head(above)
	if caption == "" && first && t.b.ID != "" {
		c.strips[start].anchors = []anchor{{t.b.ID, -4}}
	}
	s.repeated(start, caption)
	s.body()
	c.keepWhole(begin, wholeTable)
}

// tableSetting is a part of a table being set.
type tableSetting struct {
	*tabling
	columns []int
	left    float64
	width   float64
	widths  []float64
	node    *node
	again   []strip
	// free tells that no heading stands over it.
	free bool
}

// head sets the head with the rule under it.
func (s *tableSetting) head(above float64) {
	row := s.node.child(pdfw.THead).child(pdfw.TR)
	cells := make([]*passage, len(s.columns))
	nodes := make([]*node, len(s.columns))
	for i, column := range s.columns {
		cells[i] = s.heads[column]
		nodes[i] = row.child(pdfw.TH).with(pdfw.Attrs{Scope: pdfw.Column})
	}
	strips := s.slices("head", cells, nodes, s.c.st.tableHead.leading, 0, cellPad+1, true)
	strips[0].above = above
	last := &strips[len(strips)-1]
	last.marks = append(last.marks, mark{kind: ruleMark, x: s.left, y: last.height, w: s.width, size: headRule, color: s.c.st.ink})
	last.height += headRule
	last.keep = true
	for i := range strips {
		s.c.add(strips[i])
	}
}

// repeated prepares what stands above the rows on a next page: the caption
// with “(vervolg)” and the head.
func (s *tableSetting) repeated(start int, caption string) {
	style := s.c.st.label
	text := s.c.set.clipped(strings.TrimSpace(caption), style.in(s.c.st.ink), s.width-50)
	text = strings.TrimSpace(text + " (vervolg)")
	again := []strip{{what: "vervolg", height: style.leading + 5, marks: []mark{{kind: textMark, x: s.left, y: style.baseline(),
		style: style, text: text, w: s.c.set.measure(text, style)}}}}
	height := again[0].height
	for _, head := range s.c.strips[start:] {
		head.above, head.keep, head.anchors = 0, false, nil
		height += head.height
		again = append(again, head)
	}
	if height > headRepeated {
		again = again[:1]
	}
	s.again = again
}

// body sets the rows.
func (s *tableSetting) body() {
	body := s.node.child(pdfw.TBody)
	if len(s.rows) == 0 {
		s.emptyBody(body)
		return
	}
	pad, leading, first, left := cellPad, s.c.st.tableCell.leading, firstRows, 5
	if s.wraps() {
		pad, first, left = loosePad, 3, 3
	}
	begun := 0.0
	for i, row := range s.rows {
		strips := s.row(body, row, leading, pad)
		top, last := &strips[0], &strips[len(strips)-1]
		switch row.kind {
		case document.Total:
			top.marks = append(top.marks, s.rule(0, 0.5, s.c.st.ink))
		case document.Group:
			last.keep = true
			if i > 0 {
				top.above = groupAbove
				top.marks = append(top.marks, s.rule(0, 0.4, s.c.st.rule))
			}
		}
		next := document.Plain
		if i+1 < len(s.rows) {
			next = s.rows[i+1].kind
		}
		// No few rows under the head or left for the last page, no total
		// alone.
		for k := range strips {
			begun += strips[k].above + strips[k].height
		}
		begins := i < first-1 || s.free && begun < leastBegin
		if i+1 < len(s.rows) && (begins || i >= len(s.rows)-left || next == document.Total) {
			last.keep = true
		}
		if i == len(s.rows)-1 {
			last.marks = append(last.marks, s.rule(last.height, 0.4, s.c.st.rule))
		}
		for k := range strips {
			strips[k].head = s.again
			s.c.add(strips[k])
		}
	}
}

func (s *tableSetting) rule(y, size float64, color colour) mark {
	return mark{kind: ruleMark, x: s.left, y: y, w: s.width, size: size, color: color}
}

// wraps tells whether a plain row has more than one line.
func (s *tableSetting) wraps() bool {
	for _, row := range s.rows {
		if row.kind == document.Plain && rowLines(row, s.columns, s.widths) > 1 {
			return true
		}
	}
	return false
}

// rowLines estimates the lines of a row.
func rowLines(row tableRow, columns []int, widths []float64) int {
	const filled = 0.9 // of a line that isn't the last
	lines := 1
	for k, column := range columns {
		if natural := row.cells[column].naturalWidth(); natural > widths[k]+1 {
			lines = max(lines, 1+int(math.Ceil(natural/(filled*widths[k])-1)))
		}
	}
	return lines
}

// emptyBody says that there are no rows.
func (s *tableSetting) emptyBody(body *node) {
	style := s.c.st.method
	style.italic = true
	cell := body.child(pdfw.TR).child(pdfw.TD).with(pdfw.Attrs{ColSpan: len(s.columns)})
	p := s.c.set.passage(prose.Text("Geen gegevens"), style, cell, nil)
	s.c.addText(p, setText{what: "row", x: s.left, width: s.width, above: cellPad})
}

// row sets a row as strips.
func (s *tableSetting) row(body *node, row tableRow, leading, pad float64) []strip {
	tr := body.child(pdfw.TR)
	if row.kind == document.Group {
		return s.groupRow(tr, row, leading, pad)
	}
	cells, nodes := make([]*passage, len(s.columns)), make([]*node, len(s.columns))
	for i, column := range s.columns {
		cells[i] = row.cells[column]
		nodes[i] = tr.child(pdfw.TD)
		if s.b.RowHeaders && column == 0 {
			nodes[i] = tr.child(pdfw.TH).with(pdfw.Attrs{Scope: pdfw.Row})
		}
	}
	return s.slices("row", cells, nodes, leading, pad, pad, false)
}

// groupRow sets the first cell over the full width; other cells follow it when
// they aren't empty, so that nothing is lost.
func (s *tableSetting) groupRow(tr *node, row tableRow, leading, pad float64) []strip {
	plain := true
	for _, cell := range row.cells[1:] {
		plain = plain && len(cell.atoms) == 0
	}
	if !plain {
		row.kind = document.Plain
		return s.row(tr.parent, row, leading, pad)
	}
	head := tr.child(pdfw.TH).with(pdfw.Attrs{Scope: pdfw.Row, ColSpan: len(s.columns)})
	return sliced("group", []setCell{s.cell(row.cells[0], head, 0, s.width, prose.Left)}, leading, pad+1, pad, false)
}

func (s *tableSetting) cell(p *passage, n *node, x, width float64, align prose.Align) setCell {
	return setCell{p.within(n), s.c.set.breakLines(p, width), n, s.left + x, width, align}
}

// within gives a copy of the passage in another element.
func (p *passage) within(n *node) *passage {
	q := *p
	q.runs = append([]run(nil), p.runs...)
	for i := range q.runs {
		q.runs[i].node = q.runs[i].node.moved(n)
	}
	return &q
}

// moved gives the element in a cell for one that was made before the cell had
// its element: n itself, or a copy of the link or the piece in another
// language within n.
func (of *node) moved(n *node) *node {
	if of == nil || of.tag == "" {
		return n
	}
	inner := *of
	inner.parent = of.parent.moved(n)
	return &inner
}

// slices sets the cells of a row, and cuts them at their lines.
func (s *tableSetting) slices(what string, cells []*passage, nodes []*node, leading, above, below float64, bottom bool) []strip {
	set := make([]setCell, len(cells))
	x := 0.0
	for i, p := range cells {
		align := prose.Left
		if column := s.columns[i]; column < len(s.b.Columns) {
			align = s.b.Columns[column].Align
		}
		set[i] = s.cell(p, nodes[i], x, s.widths[i], align)
		x += s.widths[i] + gap(len(s.columns))
	}
	return sliced(what, set, leading, above, below, bottom)
}

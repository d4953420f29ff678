package pdf

import (
	"math"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// chapterOpening sets the page that opens a chapter: a field of colour with
// number and title, and the figures that matter under it.
func (c *composer) chapterOpening(b document.ChapterOpening) {
	field := fieldHeight
	if len(b.Figures) > 4 {
		field = lowField
	}
	c.openingField(b.Heading, field)
	if len(b.Lead) > 0 {
		p := c.set.passage(b.Lead, c.st.lead, c.place().child(pdfw.P), c.links)
		p.sparing = true // a few large lines look better with whole words
		c.addText(p, setText{what: "lead", x: textLeft, width: textWidth, above: 2 * grid, even: true})
	}
	if len(b.Figures) > 0 {
		c.keyFigures(b.Figures)
	} else {
		c.chapterSections()
	}
	c.below = 0
	c.breakPage()
}

// mostSections is the number of sections up to which an opening lists them in
// one column, and half of what it lists at all.
const mostSections = 13

// chapterSections lists the sections of the chapter that has just been opened,
// on an opening that has no figures.
func (c *composer) chapterSections() {
	var links []document.Link
	for _, e := range c.headings[c.next:] {
		if e.depth < 2 {
			break
		}
		if e.depth > 2 || e.Unlisted || e.Text == "" {
			continue
		}
		text := e.Text
		if e.Number != "" {
			text = e.Number + "\u00A0 " + text
		}
		links = append(links, document.Link{Text: text, Target: "#" + e.id})
	}
	if len(links) < 2 || len(links) > 2*mostSections {
		return
	}
	style := c.st.body
	style.leading = 16
	columns, x := 1, textLeft
	if len(links) > mostSections {
		columns, x = 2, 0
	}
	c.below = 1.5 * grid
	c.linksAt(links, columns, x, fullWidth-x, style, c.place())
}

// fieldHeight is the height of the coloured field, from the top of the paper;
// lowField where more than four figures stand under it.
const fieldHeight, lowField = 146 * mm, 112 * mm

func (c *composer) openingField(b document.Heading, least float64) {
	e := c.headings[c.next]
	c.next++
	sect, tag := c.openSection(max(b.Level, 1))
	n := sect.child(tag)
	ground := c.st.theme(b.Theme)
	ink := charts.On(ground)
	figure := ink
	sheet := c.st.openingForm == document.Sheet
	if sheet {
		// Paper instead of a field: the colour is in the letters.
		ground = c.st.tint
		ink, figure = legible(c.st.theme(b.Theme), ground), legible(c.st.accent, ground)
	}
	title := textStyle{size: 30, leading: 37, weight: c.st.display, color: ink}
	number := textStyle{size: 76, leading: 76, weight: c.st.display, color: figure}
	p := c.set.passage(prose.Text(b.Text), title, n, nil)
	p.sparing = true
	lines := c.set.evenLines(p, textWidth, c.set.breakLines(p, textWidth))
	need := float64(len(lines))*title.leading + 34*mm
	height := math.Max(least, need)
	s := strip{what: "h1", newPage: true, bare: true, height: math.Min(height-marginTop, bodyHeight), keep: len(lines) < 10}
	s.anchors = []anchor{{e.id, -marginTop}}
	s.chapter = chapterName(b)
	s.marks = append(s.marks, mark{kind: fillMark, x: -marginSide, y: -marginTop, w: pageWidth, h: s.height + marginTop,
		color: ground, art: pdfw.Background})
	if sheet {
		s.marks = append(s.marks,
			mark{kind: fillMark, x: -marginSide, y: -marginTop, w: pageWidth, h: 7 * mm, color: c.st.theme(b.Theme), art: pdfw.Background})
	}
	bottom := s.height - 16*mm
	top := bottom - float64(len(lines))*title.leading
	if b.Number != "" {
		label := c.set.printable(b.Number)
		w := c.set.measure(label, number)
		if w > textLeft-8 {
			number.size *= (textLeft - 8) / w
			w = textLeft - 8
		}
		s.marks = append(s.marks, mark{kind: textMark, y: top + title.baseline() + math.Max(0, float64(len(lines)-1))*title.leading,
			style: number, text: label + " ", w: w, node: n})
	}
	for _, l := range lines {
		s.marks = p.lineMarks(l, textLeft, top, s.marks)
		top += title.leading
	}
	c.add(s)
}

// keyFigures sets the figures in two columns.
func (c *composer) keyFigures(figures []document.KeyFigure) {
	const gutter = 24.0
	width := (fullWidth - gutter) / 2
	for i := 0; i < len(figures); i += 2 {
		s := strip{what: "figures", above: 2.25 * grid}
		for k, f := range figures[i:min(i+2, len(figures))] {
			c.keyFigure(&s, f, float64(k)*(width+gutter), width)
		}
		c.add(s)
	}
}

// keyFigure sets a figure: label, value, change, and a spark line beside them.
func (c *composer) keyFigure(s *strip, f document.KeyFigure, x, width float64) {
	within := c.place().child(pdfw.Div)
	s.marks = append(s.marks, mark{kind: ruleMark, x: x, w: width, size: headRule, color: c.st.strong})
	y := 7.0
	text := func(text prose.Inline, style textStyle, width float64) {
		p := c.set.passage([]prose.Inline{text}, style, within.child(pdfw.P), c.plainLinks)
		for _, l := range c.set.breakLines(p, width) {
			s.marks = p.lineMarks(l, x, y, s.marks)
			y += style.leading
		}
	}
	sparkWidth := 0.0
	if f.Spark != nil {
		sparkWidth = 96
	}
	text(prose.Inline{Text: f.Label, Link: f.Link}, c.st.small.weighing(semibold), width)
	y += 1
	value := textStyle{size: 30, leading: 38, weight: c.st.display, color: c.st.strongInk}
	room := width - sparkWidth - 10
	if w := c.set.measure(f.Value, value); w > room && sparkWidth > 0 {
		value.size = math.Max(15, value.size*room/w)
	}
	top := y
	text(prose.Inline{Text: f.Value}, value, room)
	if f.Spark != nil {
		w, h := f.Spark.Size()
		scale := math.Min(sparkWidth/w, 30/h)
		drawing := charts.Record(f.Spark)
		c.checkDrawing(&drawing)
		n := within.child(pdfw.Figure).with(pdfw.Attrs{Alt: altText(f.Spark.Alt(), f.Label), Placement: pdfw.Block})
		n.boxed = true
		s.marks = append(s.marks, mark{kind: drawingMark, x: x + width - w*scale, y: top + (value.leading-h*scale)/2,
			w: w * scale, h: h * scale, drawing: &drawing, node: n})
		y = math.Max(y, top+(value.leading+h*scale)/2)
	}
	text(prose.Inline{Text: f.Change}, c.st.method, width)
	s.height = math.Max(s.height, y)
}

// themeOpening sets the band that opens a theme, with links to its projects.
func (c *composer) themeOpening(b document.ThemeOpening) {
	ground := tint(c.st.theme(b.Heading.Theme), 0.13)
	if b.Heading.Theme < 1 {
		ground = c.st.tint
	}
	band := box{fill: ground, x: -marginSide, width: pageWidth, top: 14, bottom: 22, bleeds: true}
	start := len(c.strips)
	newPage := b.Heading.NewPage
	b.Heading.NewPage = false
	c.boxed(band, 2*grid, func() {
		style := textStyle{size: 24, leading: 30, weight: c.st.display, color: legible(c.st.theme(b.Heading.Theme), ground)}
		heading := b.Heading
		heading.Theme = 0
		c.afterBand = false
		c.exact, c.below = true, 0
		c.headingAt(heading, style)
		c.below = 8
		if len(b.Lead) > 0 {
			p := c.set.passage(b.Lead, c.st.body.in(legible(c.st.ink, ground)), c.place().child(pdfw.P), c.links)
			c.addText(p, setText{what: "lead", x: textLeft, width: textWidth})
			c.below = 8
		}
		small := c.st.body.in(legible(c.st.ink, ground))
		small.size, small.leading = 8.5, 13.5
		// Two columns need the margin column too: names are long.
		columns, x := 2, 0.0
		if len(b.Projects) < 4 {
			columns, x = 1, textLeft
		}
		c.linksAt(b.Projects, columns, x, fullWidth-x, small, c.place())
	})
	c.strips[start].newPage = newPage
	// The theme's colour along the top of the band.
	c.strips[start].marks = append(c.strips[start].marks,
		mark{kind: fillMark, x: -marginSide, w: pageWidth, h: 2 * mm, color: c.st.theme(b.Heading.Theme), lifts: true})
	c.below = 1.5 * grid
}

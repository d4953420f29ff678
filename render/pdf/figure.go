package pdf

import (
	"math"
	"strings"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// chart sets a chart with its title, as one piece.
func (c *composer) chart(b document.Chart) {
	width, x := fullWidth, 0.0
	if w, _ := b.Chart.Size(); w <= textWidth+1 {
		width, x = textWidth, textLeft
	}
	c.apart(6)
	s := strip{what: "chart", above: grid}
	c.chartBlock(&s, b, x, width)
	c.add(s)
	c.below = grid * 1.25
}

// chartRow sets charts beside one another.
func (c *composer) chartRow(b document.ChartRow) {
	n := len(b.Charts)
	if n == 0 {
		return
	}
	const gutter = 20.0
	width := (fullWidth - gutter*float64(n-1)) / float64(n)
	c.apart(6)
	s := strip{what: "charts", above: grid}
	for i, chart := range b.Charts {
		c.chartBlock(&s, chart, float64(i)*(width+gutter), width)
	}
	c.add(s)
	c.below = grid * 1.25
}

// chartBlock adds a chart with title, subtitle and note to a strip, and lets
// it grow to what that needs.
func (c *composer) chartBlock(s *strip, b document.Chart, x, width float64) {
	within := c.place().child(pdfw.Div)
	if b.ID != "" {
		s.anchors = append(s.anchors, anchor{b.ID, -4})
	}
	y := 0.0
	measure := min(width, textWidth)
	text := func(text []prose.Inline, style textStyle, n *node) {
		p := c.set.passage(text, style, n, c.links)
		for _, l := range c.set.breakLines(p, measure) {
			s.marks = p.lineMarks(l, x, y, s.marks)
			y += style.leading
		}
	}
	title := c.st.body.weighing(semibold)
	text(prose.Text(b.Title), title, within.child(pdfw.Caption))
	text(prose.Text(b.Subtitle), c.st.method, within.child(pdfw.P))
	if y > 0 {
		y += 5
	}
	w, h := b.Chart.Size()
	// It stays on one page with its heading and its note.
	noteLines := len(c.set.breakLines(c.set.passage(b.Note, c.st.method, nil, nil), measure))
	note := 3 + c.st.method.leading*float64(noteLines)
	room := math.Max(bodyHeight-y-note-c.kept(), bodyHeight/4)
	scale := math.Min(1, math.Min(width/w, room/h))
	drawing := charts.Record(b.Chart)
	c.checkDrawing(&drawing)
	figure := within.child(pdfw.Figure).with(pdfw.Attrs{Alt: altText(b.Chart.Alt(), b.Title), Placement: pdfw.Block})
	figure.boxed = true
	s.marks = append(s.marks, mark{kind: drawingMark, x: x, y: y, w: w * scale, h: h * scale, drawing: &drawing, node: figure})
	y += h * scale
	if len(b.Note) > 0 {
		y += 3
		text(b.Note, c.st.method, within.child(pdfw.P))
	}
	s.height = math.Max(s.height, y)
}

// kept is the height of the last strips, such as a heading, that must stand
// on the page of what comes next.
func (c *composer) kept() float64 {
	height := c.below
	for i := len(c.strips) - 1; i >= 0 && c.strips[i].keep; i-- {
		height += c.strips[i].height
		if i > 0 && c.strips[i-1].keep {
			height += c.strips[i].above + grid/2
		}
	}
	return height
}

// checkDrawing counts the characters of a chart that can't be printed.
func (c *composer) checkDrawing(d *charts.Drawing) {
	for i := range d.Ops {
		if d.Ops[i].Text != "" {
			d.Ops[i].Text = c.set.printable(d.Ops[i].Text)
		}
	}
}

// altText is never empty: a figure without a description can't be read.
func altText(alt, title string) string {
	if alt = strings.TrimSpace(alt); alt != "" {
		return alt
	}
	if title = strings.TrimSpace(title); title != "" {
		return title
	}
	return "Figuur"
}

// image sets a picture from the workdir with its caption.
func (c *composer) image(b document.Image) {
	img, err := c.out.Image(b.Bytes)
	if err != nil || img.Width < 1 || img.Height < 1 {
		name := altText(b.Caption, b.Alt)
		c.note("De afbeelding “%s” is niet te lezen en staat niet in het rapport.", name)
		c.paragraph(document.Paragraph{Text: prose.Text("[Afbeelding: " + name + "]"), Tone: document.Missing})
		return
	}
	const perPixel = 72.0 / 150 // no picture is shown coarser than 150 a inch
	w, h := float64(img.Width), float64(img.Height)
	scale := math.Min(math.Min(textWidth/w, 0.55*bodyHeight/h), math.Max(perPixel, 0.4*textWidth/w))
	figure := c.place().child(pdfw.Figure).with(pdfw.Attrs{Alt: altText(b.Alt, b.Caption), Placement: pdfw.Block})
	figure.boxed = true
	c.apart(6)
	s := strip{what: "image", above: grid, height: h * scale, keep: b.Caption != ""}
	s.marks = []mark{{kind: pictureMark, x: textLeft, w: w * scale, h: h * scale, picture: b.Bytes, node: figure}}
	c.add(s)
	if b.Caption != "" {
		p := c.set.passage(prose.Text(b.Caption), c.st.method, c.place().child(pdfw.Caption), nil)
		c.addText(p, setText{what: "caption", x: textLeft, width: textWidth, above: 4, keep: false})
	}
	c.below = grid
}

package pdf

import (
	"fmt"
	"strings"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// scale sets a rating: its label in the margin column, the cells in the text
// column. It is one figure that says the rating in a sentence.
func (c *composer) scale(b document.Scale) {
	if len(b.Steps) == 0 {
		return
	}
	c.apart(6)
	s := c.scaleFigure(b, c.place(), true)
	s.above = grid / 2
	c.add(s)
	c.below = grid / 2
}

// rating sets a heading with the rating of the same name beside it: the
// heading takes the place of the label.
func (c *composer) rating(h document.Heading, b document.Scale) {
	e := c.headings[c.next]
	c.next++
	b.Label = h.Text // the sentence names what is rated
	level := min(max(h.Level, 1), lowestHead)
	sect, tag := c.openSection(level)
	style := c.st.head[4]
	n := sect.child(tag)
	p := c.set.passage(prose.Text(h.Text), style, n, nil)
	p.sparing = true
	lines := c.set.breakLines(p, labelWidth)
	height := style.leading * float64(len(lines))
	s := c.scaleFigure(b, sect, false)
	y := 0.0
	if !b.Track {
		// The middles of both are level.
		grow := max(0, height-s.height) / 2
		s.height += 2 * grow
		for i := range s.marks {
			s.marks[i].y += grow
		}
		y = (s.height - height) / 2
	}
	s.height = max(s.height, height)
	var label []mark
	for _, l := range lines {
		label = p.lineMarks(l, 0, y, label)
		y += style.leading
	}
	s.marks = append(label, s.marks...)
	s.what, s.above = "rating", grid
	s.anchors = []anchor{{e.id, -6}}
	c.add(s)
	c.below = grid / 2
}

// plainScore and plainStatus name what the heading above a scale or a track
// names better.
const plainScore, plainStatus = "Score", "Status"

// rated tells whether a heading and what follows it are a rating.
func rated(h document.Heading, next document.Block) (document.Scale, bool) {
	b, ok := next.(document.Scale)
	named := b.Label == "" || b.Label == h.Text || b.Label == plainScore || b.Label == plainStatus
	return b, ok && named && h.Level >= 3 && h.Number == "" && !h.NewPage && len(b.Steps) > 0
}

// scaleFigure makes the strip of a rating, with its label or without.
func (c *composer) scaleFigure(b document.Scale, within *node, labelled bool) strip {
	figure := within.child(pdfw.Figure).with(pdfw.Attrs{Alt: scaleSentence(b), Placement: pdfw.Block})
	s := strip{what: "scale", keep: true}
	s.marks = []mark{{}} // its box, when it is known
	if b.Track {
		c.track(&s, b, figure)
	} else {
		c.cells(&s, b, figure)
	}
	left := float64(textLeft)
	if labelled {
		c.scaleLabel(&s, b, figure)
		left = 0
	}
	s.marks[0] = mark{kind: presentMark, node: figure, x: left, w: fullWidth - left, h: s.height}
	return s
}

// scaleSentence is the rating in words.
func scaleSentence(b document.Scale) string {
	label := strings.TrimSpace(b.Label)
	if label != "" {
		label += ": "
	}
	if b.Reached < 0 || b.Reached >= len(b.Steps) {
		return label + "niet ingevuld"
	}
	return fmt.Sprintf("%s%s, stap %d van %d", label, b.Steps[b.Reached], b.Reached+1, len(b.Steps))
}

// scaleLabel sets the label beside the middle of the cells.
func (c *composer) scaleLabel(s *strip, b document.Scale, n *node) {
	style := c.st.small.weighing(semibold)
	p := c.set.passage(prose.Text(b.Label), style, n, nil)
	p.sparing = true
	lines := c.set.breakLines(p, labelWidth)
	height := style.leading * float64(len(lines))
	s.height = max(s.height, height)
	y := 0.0
	if !b.Track {
		y = (s.height - height) / 2
	}
	for _, l := range lines {
		s.marks = p.lineMarks(l, 0, y, s.marks)
		y += style.leading
	}
}

// cells draws cells of equal width, each with its name: those reached tinted,
// the score in full colour. Weight and ground tell the score without colour.
func (c *composer) cells(s *strip, b document.Scale, n *node) {
	const gap, pad = 2.0, 4.0
	full := c.st.theme(b.Theme)
	count := float64(len(b.Steps))
	width := (textWidth - gap*(count-1)) / count
	leading, most := 0.0, 1
	passages := make([]*passage, len(b.Steps))
	lines := make([][]line, len(b.Steps))
	grounds := make([]colour, len(b.Steps))
	for i, step := range b.Steps {
		style := c.st.small
		style.leading = 9.5
		leading = style.leading
		switch grounds[i] = c.st.tint; {
		case i == b.Reached:
			grounds[i] = full
			style = style.weighing(semibold).in(charts.On(full))
		case i < b.Reached:
			grounds[i] = tint(full, 0.28)
			style = style.in(legible(c.st.grey, grounds[i]))
		default:
			style = style.in(legible(c.st.grey, grounds[i]))
		}
		passages[i] = c.set.passage(prose.Text(step), style, n, nil)
		passages[i].sparing = true
		lines[i] = c.set.breakLines(passages[i], width-2*pad)
		most = max(most, len(lines[i]))
	}
	s.height = float64(most)*leading + 2*pad
	for i := range b.Steps {
		x := textLeft + float64(i)*(width+gap)
		s.marks = append(s.marks, mark{kind: fillMark, x: x, w: width, h: s.height, node: n, color: grounds[i]})
		y := (s.height - float64(len(lines[i]))*leading) / 2
		for k, l := range lines[i] {
			if k == len(lines[i])-1 {
				l.fragments[len(l.fragments)-1].text += " "
			}
			s.marks = passages[i].lineMarks(l, x+(width-l.width)/2, y, s.marks)
			y += leading
		}
	}
}

// track draws a line of statuses; only the one reached is marked.
func (c *composer) track(s *strip, b document.Scale, n *node) {
	const radius, gap = 4.5, 6.0
	full := c.st.theme(b.Theme)
	count := len(b.Steps)
	width := textWidth / float64(count)
	middle := radius + 1
	at := func(i int) float64 { return textLeft + width*float64(i) + radius }
	if count > 1 {
		s.marks = append(s.marks, mark{kind: ruleMark, x: at(0), y: middle, w: at(count-1) - at(0), size: 1, color: c.st.rule, node: n})
	}
	height := 0.0
	for i, step := range b.Steps {
		style := c.st.small.in(c.st.grey)
		if i == b.Reached {
			style = c.st.small.weighing(bold).in(legible(full, white))
			s.marks = append(s.marks, mark{kind: discMark, x: at(i), y: middle, w: radius + 1, color: full, node: n})
		} else {
			s.marks = append(s.marks, mark{kind: ringMark, x: at(i), y: middle, w: radius - 1, size: 1, color: c.st.grey, node: n})
		}
		p := c.set.passage(prose.Text(step), style, n, nil)
		p.sparing = true
		y := 2*middle + 2
		lines := c.set.breakLines(p, width-gap)
		for k, l := range lines {
			if k == len(lines)-1 {
				l.fragments[len(l.fragments)-1].text += " "
			}
			s.marks = p.lineMarks(l, textLeft+width*float64(i), y, s.marks)
			y += style.leading
		}
		height = max(height, y)
	}
	s.height = max(s.height, height)
}

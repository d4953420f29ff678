package pdf

import (
	"strconv"
	"strings"

	"voortgang/charts"
	"voortgang/internal/fonts"
	"voortgang/render/pdfw"
)

// pencil draws marks on pages.
type pencil struct {
	out  *pdfw.Doc
	page *pdfw.Page
	l    *layout
}

// strip draws a strip with its left top corner at (x, y) on the paper.
func (d *pencil) strip(s placed, x, y float64) {
	for i := range s.marks {
		d.mark(&s.marks[i], x, y, s.repeated, s.y == 0)
	}
}

// mark draws a mark; as an artifact when it has no element or is a repetition.
func (d *pencil) mark(m *mark, x, y float64, repeated, atTop bool) {
	node := m.node
	if repeated {
		node = nil
	}
	switch {
	case m.inner && atTop:
		return
	case m.kind == presentMark:
		d.present(m, x, y, repeated)
		return
	case m.kind == linkMark:
		if !repeated {
			d.page.Link(node.element(d.out), m.link.target, m.link.words, pdfw.Rect{X: x + m.x, Y: y + m.y, W: m.w, H: m.h})
		}
		return
	}
	for _, ref := range m.after {
		x -= d.l.spare(ref, m.style)
	}
	if node != nil {
		d.page.BeginMarked(node.element(d.out))
	} else {
		kind := m.art
		if kind == "" {
			kind = pdfw.Layout
		}
		d.page.BeginArtifact(kind, pdfw.Rect{})
	}
	d.draw(m, x+m.x, y+m.y, atTop)
	d.page.EndMarked()
	if node != nil && m.link != nil {
		width := m.w
		if m.ref != "" {
			width -= d.l.spare(m.ref, m.style)
		}
		d.link(m, node.element(d.out), pdfw.Rect{X: x + m.x, Y: y + m.y - m.style.baseline(), W: width, H: m.style.leading})
	}
	if node != nil && node.boxed {
		node.element(d.out).SetBBox(d.page, pdfw.Rect{X: x + m.x, Y: y + m.y, W: m.w, H: m.h})
	}
}

// link makes a piece of text lead to what its mark says.
func (d *pencil) link(m *mark, elem *pdfw.Elem, at pdfw.Rect) {
	if m.link.file == "" {
		d.page.Link(elem, m.link.target, m.link.words, at)
		return
	}
	clip := pdfw.Clip{Colour: rgb(d.l.st.strongInk)}
	if strings.HasSuffix(m.text, clipRoom) {
		clip.Width = d.l.set.measure(clipRoom, m.style)
	}
	d.page.OpenFile(elem, m.link.file, m.link.words, at, clip)
}

// present gives an element its place, and its box when it has one.
func (d *pencil) present(m *mark, x, y float64, repeated bool) {
	if repeated {
		return
	}
	elem := m.node.element(d.out)
	if m.w > 0 {
		elem.SetBBox(d.page, pdfw.Rect{X: x + m.x, Y: y + m.y, W: m.w, H: m.h})
	}
}

// draw puts a mark on the page at (x, y), whatever it belongs to.
func (d *pencil) draw(m *mark, x, y float64, atTop bool) {
	p := d.page
	switch m.kind {
	case textMark:
		d.text(m, x, y)
	case pageMark:
		if number := d.l.pageNumber(m.ref); number != "" {
			d.runs(number, m.style, x-d.l.set.measure(number, m.style), y)
		}
	case leaderMark:
		d.leader(m, x, y)
	case fillMark:
		h := m.h
		if m.bleeds && atTop {
			h += y
			y = 0
		}
		if m.lifts && atTop {
			y = 0
		}
		p.SetFill(rgb(m.color))
		p.Rect(x, y, m.w, h)
		p.Fill()
	case ruleMark:
		p.SetStroke(rgb(m.color))
		p.SetLineWidth(m.size)
		p.SetDash(0)
		p.MoveTo(x, y)
		p.LineTo(x+m.w, y+m.h)
		p.Stroke()
	case discMark:
		p.SetFill(rgb(m.color))
		p.Circle(x, y, m.w)
		p.Fill()
	case ringMark:
		p.SetStroke(rgb(m.color))
		p.SetFill(rgb(white))
		p.SetLineWidth(m.size)
		p.SetDash(0)
		p.Circle(x, y, m.w)
		p.FillStroke()
	case pictureMark:
		d.picture(m, x, y)
	case drawingMark:
		d.drawing(m.drawing, x, y, m.w/m.drawing.W)
	}
}

func (d *pencil) text(m *mark, x, y float64) {
	if m.ref != "" {
		d.runs(strings.Replace(m.text, widestPage, d.l.pageNumber(m.ref), 1), m.style, x, y)
		return
	}
	if m.size == 0 {
		d.runs(m.text, m.style, x, y)
		return
	}
	d.page.Save()
	d.page.Rotate(m.size, x, y)
	d.runs(m.text, m.style, x, y)
	d.page.Restore()
}

func (d *pencil) runs(text string, style textStyle, x, y float64) {
	d.page.Runs(x, y, pdfw.TextStyle{Size: style.size, Colour: rgb(style.color)}, d.l.set.family.Runs(style.font(), text))
}

// leader draws dots up to a page number. They stand on multiples of their
// distance, so that those of all lines are in columns.
func (d *pencil) leader(m *mark, x, y float64) {
	const step, radius = 4.5, 0.4
	end := x + m.w
	end -= d.l.set.measure(d.l.pageNumber(m.ref), m.style)
	d.page.SetFill(rgb(m.color))
	drawn := false
	for dot := float64(int(x/step)+2) * step; dot < end-step; dot += step {
		d.page.Rect(dot-radius, y-2*radius, 2*radius, 2*radius)
		drawn = true
	}
	if drawn {
		d.page.Fill()
	}
}

func (d *pencil) picture(m *mark, x, y float64) {
	img, err := d.out.Image(m.picture)
	if err != nil {
		// Composing has looked at it already and set a text instead.
		return
	}
	r := pdfw.Rect{X: x, Y: y, W: m.w, H: m.h}
	if m.size == 0 {
		d.page.Image(img, r)
		return
	}
	// A picture that fills its rectangle, the rest cut off.
	d.page.Save()
	d.page.Rect(r.X, r.Y, r.W, r.H)
	d.page.Clip()
	scale := max(m.w/float64(img.Width), m.h/float64(img.Height))
	w, h := float64(img.Width)*scale, float64(img.Height)*scale
	d.page.Image(img, pdfw.Rect{X: x + (m.w-w)/2, Y: y + (m.h-h)/2, W: w, H: h})
	d.page.Restore()
}

// drawing replays a chart.
func (d *pencil) drawing(drawing *charts.Drawing, x, y, scale float64) {
	p := d.page
	if scale != 1 {
		p.Save()
		p.Scale(scale, scale, x, y)
	}
	for i := range drawing.Ops {
		op := &drawing.Ops[i]
		if op.Text != "" {
			d.chartText(op, drawing.Fonts, x, y)
			continue
		}
		d.path(op, x, y)
	}
	if scale != 1 {
		p.Restore()
	}
}

func (d *pencil) path(op *charts.Op, x, y float64) {
	p := d.page
	if len(op.Path) == 0 || op.Path[0].Verb != charts.MoveTo {
		return
	}
	if !op.Fill.None() {
		p.SetFill(rgb(op.Fill))
	}
	if !op.Stroke.None() {
		p.SetStroke(rgb(op.Stroke))
		p.SetLineWidth(op.LineWidth)
		p.SetDash(0, op.Dash...)
	}
	for _, s := range op.Path {
		switch s.Verb {
		case charts.MoveTo:
			p.MoveTo(x+s.X, y+s.Y)
		case charts.LineTo:
			p.LineTo(x+s.X, y+s.Y)
		case charts.QuadTo:
			p.QuadTo(x+s.CX, y+s.CY, x+s.X, y+s.Y)
		case charts.Close:
			p.Close()
			continue
		}
	}
	switch {
	case op.Stroke.None():
		p.Fill()
	case op.Fill.None():
		p.Stroke()
	default:
		p.FillStroke()
	}
}

// chartText sets a text in the typeface that the chart was measured in.
func (d *pencil) chartText(op *charts.Op, family *fonts.Family, x, y float64) {
	style := pdfw.TextStyle{Size: op.Size, Colour: rgb(op.Fill)}
	runs := family.Runs(fonts.Style{Weight: op.Weight}, op.Text+" ")
	if op.Angle == 0 {
		d.page.Runs(x+op.X, y+op.Y, style, runs)
		return
	}
	d.page.Save()
	d.page.Rotate(-op.Angle, x+op.X, y+op.Y)
	d.page.Runs(x+op.X, y+op.Y, style, runs)
	d.page.Restore()
}

// pageNumber is the number printed on the page of a place; "" when it isn't
// anywhere.
func (l *layout) pageNumber(id string) string {
	at, ok := l.places[id]
	if !ok {
		return ""
	}
	return strconv.Itoa(at.page + 1)
}

// spare is the room that a page number in a text leaves of what was kept.
func (l *layout) spare(id string, style textStyle) float64 {
	return l.set.measure(widestPage, style) - l.set.measure(l.pageNumber(id), style)
}

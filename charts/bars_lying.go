package charts

import "math"

// How lying bars are set, in points.
const (
	lyingSingle = 11.0 // thickness of a bar alone in its row
	lyingGroup  = 9.5  // and of one among others
	lyingStack  = 15.0
	rowGap      = 6.0
	nameShare   = 0.36 // of the width that names may take
	leastScale  = 24.0
)

// lyingBars is the layout of lying bars.
type lyingBars struct {
	barData
	head        head
	direct      bool // series are named above the first row
	scale       scale
	nameLabels  labels
	bar         float64
	rows        []float64 // top of each row
	rowHeights  []float64
	left, right float64 // of the scale
	top, bottom float64
	axis        bool
	ends        bool // numbers stand at the ends of bars or stacks
	normLabel   labels
	width       float64
	height      float64
}

func (d barData) lying(w float64) lyingBars {
	l := lyingBars{barData: d, width: w, scale: newScale(d.lo, d.hi, 5, d.whole)}
	l.Height = math.Min(d.Height, 2000)
	l.ends = !d.HideValues && d.Mode == Grouped || !d.HideTotals && d.Mode == Stacked
	l.nameLabels = l.fitLabels(d.names, w*nameShare, labelSize, Regular, 3)
	if l.setEnds(); l.right-l.left < leastScale && l.ends {
		l.ends = false // no room for numbers: then an axis says how much it is
		l.setEnds()
	}
	l.axis = d.Mode != Grouped || !l.ends
	if !l.axis {
		// Without an axis nothing asks for round ends.
		l.scale.lo, l.scale.hi = d.lo, d.hi
		if d.lo == d.hi {
			l.scale.hi = 1
		}
	}
	l.setEnds() // once more, on the scale that is shown

	l.direct = l.namesFit()
	entries := d.legend()
	if l.direct {
		entries = nil
	}
	l.head = d.newHead(w, entries)
	l.top = l.head.height
	if l.direct {
		l.top += leading(labelSize) + 2
	}
	if !math.IsNaN(d.norm) {
		l.normLabel = l.fitLabels([]string{d.normText()}, w*0.4, labelSize, Semibold, 2)
		l.top += float64(l.normLabel.deep)*leading(l.normLabel.size) + 4
	}
	l.placeRows()
	l.height = l.bottom
	if l.axis {
		l.height += axisGap + leading(smallSize)
		if d.Unit != "" && d.Mode != Percent {
			l.height += leading(smallSize)
		}
	}
	return l
}

// setEnds decides where the scale begins and ends, leaving room for names on
// its left and for numbers past the ends of the bars.
func (l *lyingBars) setEnds() {
	l.left = l.nameLabels.width + 8
	if l.nameLabels.width == 0 {
		l.left = 1
	}
	l.right = l.width - 1
	over, under := 0.0, 0.0
	see := func(text string, v float64, w Weight) {
		if reach := l.textWidth(text, labelSize, w) + valueGap + 1; v < 0 {
			under = math.Max(under, reach)
		} else {
			over = math.Max(over, reach)
		}
	}
	switch {
	case !l.ends:
	case l.Mode == Grouped:
		for s := range l.values {
			for c, v := range l.values[s] {
				if text := l.endText(s, c, v); text != "" {
					see(text, v, Regular)
				}
			}
		}
	default:
		for _, v := range l.totals {
			if !math.IsNaN(v) {
				see(number(v, l.Decimals), math.Abs(v), Semibold)
			}
		}
	}
	if l.axis {
		// Half of the last tick's text sticks out.
		over = math.Max(over, l.textWidth(l.tick(l.scale.hi), smallSize, Regular)/2)
	}
	l.left += under
	l.right = math.Max(l.left+10, l.right-over)
}

// namesFit tells whether each series' name fits above its segment of the
// first row: then no legend is needed.
func (l *lyingBars) namesFit() bool {
	if l.Mode == Grouped || l.single() || len(l.nameLabels.lines) == 0 || l.lo < 0 {
		return false
	}
	parts := l.stack(0)
	if len(parts) != len(l.Series) {
		return false
	}
	end := 0.0
	for i, p := range parts {
		width := l.textWidth(seriesName(l.Series[p.series], p.series), labelSize, Semibold)
		x := l.directX(parts, i, width)
		if i > 0 && x < end+8 || x+width > l.width {
			return false
		}
		end = x + width
	}
	return true
}

// directX is where the name of a segment begins: over its start, but the last
// one ends at the right if it must.
func (l *lyingBars) directX(parts []part, i int, width float64) float64 {
	x := l.x(parts[i].from) + 0.5
	if i == len(parts)-1 {
		x = math.Min(x, math.Max(l.x(parts[i].to), x)-width)
		x = math.Max(x, math.Min(l.x(parts[i].from)+0.5, l.width-width))
	}
	return x
}

func (l *lyingBars) placeRows() {
	l.bar = lyingSingle
	bars := 1.0
	switch {
	case l.Mode != Grouped:
		l.bar = lyingStack
	case len(l.Series) > 1:
		l.bar, bars = lyingGroup, float64(len(l.Series))
	}
	gap := rowGap
	if l.NoGap {
		gap = 1
	}
	if l.Height > 0 {
		// Room to spare goes to the bars and the space between them alike.
		n := math.Max(1, float64(len(l.names)))
		spare := (l.Height-l.top-30)/n/(bars*l.bar+gap) - 1
		stretch := 1 + math.Max(0, math.Min(0.6, spare))
		l.bar, gap = l.bar*stretch, gap*stretch
	}
	y := l.top
	for i := range l.names {
		h := math.Max(bars*l.bar, l.nameLabels.height(i))
		l.rows = append(l.rows, y)
		l.rowHeights = append(l.rowHeights, h)
		y += h + gap
	}
	l.bottom = y - gap + 2
}

func (l *lyingBars) tick(v float64) string {
	if l.Mode == Percent {
		return percent(v, 0)
	}
	return l.scale.tickText(v)
}

func (l *lyingBars) x(v float64) float64 { return l.left + l.scale.at(v)*(l.right-l.left) }

func (l lyingBars) draw(c *Canvas) {
	l.head.draw(c, l.st)
	if l.axis {
		l.drawAxis(c)
	}
	l.drawDirect(c)
	for i := range l.names {
		y := l.rows[i] + l.rowHeights[i]/2
		c.Middle(l.nameLabels.lines[i], l.nameLabels.width, y, TextStyle{Size: l.nameLabels.size, Weight: Regular, Color: l.st.Ink, Align: Right})
		if l.Mode == Grouped {
			l.drawGroup(c, i)
		} else {
			l.drawStack(c, i)
		}
	}
	c.Line(l.x(0), l.top-2, l.x(0), l.bottom, l.st.Ink, 0.8)
	l.drawNorm(c)
	for i := range l.names {
		l.drawValues(c, i)
	}
}

func (l *lyingBars) drawAxis(c *Canvas) {
	t := TextStyle{Size: smallSize, Weight: Regular, Color: l.st.Grey, Align: Center}
	y := l.bottom + axisGap + capHeight*smallSize
	last := math.Inf(-1)
	for _, v := range l.scale.ticks() {
		x, half := l.x(v), l.textWidth(l.tick(v), smallSize, Regular)/2
		c.Line(x, l.top-2, x, l.bottom, l.st.Rule, 0.4)
		// Texts that would touch are left out; their lines stay.
		at := math.Max(half, math.Min(x, l.width-half))
		if at-half < last+4 {
			continue
		}
		c.Text(l.tick(v), at, y, t)
		last = at + half
	}
	if l.Unit != "" && l.Mode != Percent {
		t.Align = Right
		lines, _ := l.wrap(l.Unit, l.width, smallSize, Regular, 1)
		c.Lines(lines, l.width, y+leading(smallSize), t)
	}
}

// drawDirect names the series above their segments of the first row.
func (l *lyingBars) drawDirect(c *Canvas) {
	if !l.direct {
		return
	}
	y := l.top - 4
	if !math.IsNaN(l.norm) {
		y -= float64(l.normLabel.deep)*leading(l.normLabel.size) + 4
	}
	parts := l.stack(0)
	for i, p := range parts {
		name := seriesName(l.Series[p.series], p.series)
		x := l.directX(parts, i, l.textWidth(name, labelSize, Semibold))
		c.Text(name, x, y, TextStyle{Size: labelSize, Weight: Semibold, Color: textColor(l.seriesColor(p.series), l.st)})
	}
}

func (l *lyingBars) drawGroup(c *Canvas, i int) {
	for s := range l.Series {
		v := l.values[s][i]
		if math.IsNaN(v) || v == 0 {
			continue
		}
		y, h := l.barAt(s, i)
		c.Rect(l.x(0), y, l.x(v)-l.x(0), h, l.paint(s, i))
	}
}

func (l *lyingBars) barAt(s, i int) (y, h float64) {
	n := float64(len(l.Series))
	gap := 0.0
	if n > 1 {
		gap = 1
	}
	return l.rows[i] + l.rowHeights[i]/2 + (float64(s)-n/2)*l.bar + gap/2, l.bar - gap
}

func (l *lyingBars) drawStack(c *Canvas, i int) {
	y := l.rows[i] + (l.rowHeights[i]-l.bar)/2
	for _, p := range l.stack(i) {
		x1, x2 := l.x(p.from), l.x(p.to)
		c.Rect(math.Min(x1, x2), y, math.Abs(x2-x1), l.bar, segment(l.paint(p.series, i)))
	}
}

func (l *lyingBars) drawNorm(c *Canvas) {
	if math.IsNaN(l.norm) {
		return
	}
	x := l.x(l.norm)
	if l.norms == nil {
		c.Line(x, l.top-3, x, l.bottom, l.st.Accent, 1.2, 4, 2.5)
	}
	for i, v := range l.norms {
		if !math.IsNaN(v) {
			c.Line(l.x(v), l.rows[i], l.x(v), l.rows[i]+l.rowHeights[i], l.st.Accent, 1.2, 4, 2.5)
		}
	}
	half := l.normLabel.width / 2
	y := l.top - 5 - float64(l.normLabel.deep-1)*leading(l.normLabel.size)
	c.Lines(l.normLabel.lines[0], math.Max(half, math.Min(x, l.width-half)), y,
		TextStyle{Size: l.normLabel.size, Weight: Semibold, Color: textColor(l.st.Accent, l.st), Align: Center})
}

func (l *lyingBars) drawValues(c *Canvas, i int) {
	if l.Mode != Grouped {
		l.drawParts(c, i)
		return
	}
	if !l.ends {
		return
	}
	for s := range l.Series {
		v := l.values[s][i]
		text := l.endText(s, i, v)
		if text == "" {
			continue
		}
		if math.IsNaN(v) {
			v = 0 // withheld: its text stands on the axis
		}
		y, h := l.barAt(s, i)
		l.drawEnd(c, text, l.x(v), y+h/2, v, Regular)
	}
}

// drawEnd writes a number past the end of a bar, on a white ground where the
// norm's line would run through it.
func (l *lyingBars) drawEnd(c *Canvas, text string, end, middle, v float64, w Weight) {
	t := TextStyle{Size: labelSize, Weight: w, Color: l.st.Ink}
	width := l.textWidth(text, t.Size, w)
	x := end + valueGap
	if v < 0 {
		t.Align = Right
		x = end - valueGap
	}
	left := x
	if v < 0 {
		left = x - width
	}
	if n := l.norm; !math.IsNaN(n) && l.x(n) > left-1.5 && l.x(n) < left+width+1.5 {
		c.Rect(left-1.5, middle-t.Size/2, width+3, t.Size, Paint{Fill: white})
	}
	c.Middle([]string{text}, x, middle, t)
}

func (l *lyingBars) drawParts(c *Canvas, i int) {
	middle := l.rows[i] + l.rowHeights[i]/2
	end := 0.0
	for _, p := range l.stack(i) {
		end = math.Max(end, p.to)
		text := l.valueText(l.values[p.series][i])
		width := l.textWidth(text, smallSize, Regular)
		x1, x2 := l.x(p.from), l.x(p.to)
		if math.Abs(x2-x1) < width+4 || l.HideValues {
			continue
		}
		fill := l.paint(p.series, i).Fill
		at := (x1 + x2) / 2
		if n := l.norm; !math.IsNaN(n) && math.Abs(l.x(n)-at) < width/2+2 {
			c.Rect(at-width/2-1.5, middle-smallSize/2, width+3, smallSize, Paint{Fill: fill})
		}
		c.Middle([]string{text}, at, middle, TextStyle{Size: smallSize, Weight: Regular, Color: On(fill), Align: Center})
	}
	if total := l.totals[i]; l.ends && !math.IsNaN(total) {
		l.drawEnd(c, number(total, l.Decimals), l.x(end), middle, 1, Semibold)
	}
}

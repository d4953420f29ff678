package charts

import "math"

// How upright bars are set, in points.
const (
	plotHeight  = 150.0
	minPlot     = 60.0
	maxSlot     = 120.0 // a few bars stand close rather than scattered
	maxBar      = 46.0
	groupShare  = 0.74 // of a slot that its bars take
	tickGap     = 5.0
	valueGap    = 3.0
	axisGap     = 5.0 // between the axis and the names under it
	normMargin  = 92.0
	turnedLabel = 90.0 // longest name on its side
	sideGap     = 3.0  // between names of series beside the last stack
)

// uprightBars is the layout of upright bars.
type uprightBars struct {
	barData
	head          head
	scale         scale
	nameLabels    labels
	turned        bool // names stand on their side
	every         int  // each how many names one is shown
	left, width   float64
	top, bottom   float64 // of the scale
	slot, bar     float64
	numbers       valueLabels
	unit          string
	side          labels // names of the series beside the last stack
	normLabel     labels
	plotW, height float64
}

// valueLabels is how the numbers on bars are set: all alike, or not at all.
type valueLabels struct {
	size   float64 // 0 when there is no room
	turned bool
}

func (d barData) upright(w float64) uprightBars {
	u := uprightBars{barData: d, width: w, unit: d.Unit}
	if d.Mode == Percent {
		u.unit = ""
	}
	plotH := plotHeight
	u.scale = newScale(d.lo, d.hi, 5, d.whole)
	for _, v := range u.scale.ticks() {
		u.left = math.Max(u.left, u.textWidth(u.tick(v), smallSize, Regular)+tickGap)
	}
	right := 1.0
	if !math.IsNaN(d.norm) {
		u.normLabel = d.normMarginLabel(math.Min(normMargin, w*0.25))
		right = u.normLabel.width + 10
	}
	n := float64(len(d.names))
	u.slot = math.Min(maxSlot, math.Max(1, w-u.left-right)/n)
	u.plotW = u.slot * n
	u.placeBars()
	u.setNames()
	u.setValues()
	u.setSide(w - u.left - u.plotW - right)
	entries := d.legend()
	if u.side.deep > 0 {
		entries = nil
	}
	u.head = d.newHead(w, entries)

	u.top = u.head.height
	if u.unit != "" {
		u.top += leading(smallSize) + 2
	}
	above, below := u.valueRoom()
	under := axisGap + u.nameHeight()
	if d.Height > 0 {
		plotH = math.Max(minPlot, math.Min(d.Height, 2000)-u.top-above-below-under)
	}
	if u.side.deep > 0 {
		need := 0.0
		for i := range u.side.lines {
			need += u.side.height(i) + sideGap
		}
		plotH = math.Max(plotH, need)
	}
	if !math.IsNaN(d.norm) {
		plotH = math.Max(plotH, u.normLabel.maxHeight()+4)
	}
	u.top += above
	u.bottom = u.top + plotH
	u.height = u.bottom + below + under
	return u
}

// normText is the label of the norm on one line.
func (d barData) normText() string {
	if d.Norm.Label == "" {
		return d.normValue()
	}
	return d.Norm.Label + ": " + d.normValue()
}

func (d barData) normValue() string {
	if d.Mode == Percent {
		return percent(d.norm, d.Decimals)
	}
	return d.withUnit(d.norm)
}

// normMarginLabel is the label in the margin, with the value under its name.
func (d barData) normMarginLabel(width float64) labels {
	if d.Norm.Label == "" {
		return d.fitLabels([]string{d.normValue()}, width, labelSize, Semibold, 3)
	}
	l := d.fitLabels([]string{d.Norm.Label, d.normValue()}, width, labelSize, Semibold, 3)
	both := append(append([]string(nil), l.lines[0]...), l.lines[1]...)
	l.lines, l.deep = [][]string{both}, len(both)
	return l
}

func (u *uprightBars) tick(v float64) string {
	if u.Mode == Percent {
		return percent(v, 0)
	}
	return u.scale.tickText(v)
}

// setSide puts the names of the series beside the last stack, instead of in a
// legend, when the stacks leave enough room at the right and the last one has
// all series.
func (u *uprightBars) setSide(spare float64) {
	n := len(u.names)
	if u.Mode == Grouped || u.single() || !math.IsNaN(u.norm) || spare < 70 || u.lo < 0 || len(u.stack(n-1)) != len(u.Series) {
		return
	}
	names := make([]string, len(u.Series))
	for s := range u.Series {
		names[s] = seriesName(u.Series[s], s)
	}
	if side := u.breakLabels(names, spare-4, labelSize, Semibold, 3); !side.forced {
		u.side = side
	}
}

// drawSide names the series at the height of their segments in the last stack.
func (u *uprightBars) drawSide(c *Canvas) {
	if u.side.deep == 0 {
		return
	}
	parts := u.stack(len(u.names) - 1)
	middles, heights := make([]float64, len(parts)), make([]float64, len(parts))
	for i := range parts { // from the top down
		p := parts[len(parts)-1-i]
		middles[i], heights[i] = (u.y(p.from)+u.y(p.to))/2, u.side.height(p.series)
	}
	x := u.x(len(u.names)-1) + u.bar/2
	for i, y := range spread(middles, heights, sideGap, u.top-4, u.bottom) {
		p := parts[len(parts)-1-i]
		c.Polyline([]Point{{x + 3, middles[i]}, {x + 10, middles[i]}, {x + 16, y}, {x + 20, y}}, u.st.Grey, 0.5)
		c.Middle(u.side.lines[p.series], x+23, y,
			TextStyle{Size: u.side.size, Weight: Semibold, Color: textColor(u.seriesColor(p.series), u.st)})
	}
}

// placeBars decides how wide a bar is.
func (u *uprightBars) placeBars() {
	bars := 1.0
	if u.Mode == Grouped {
		bars = math.Max(1, float64(len(u.Series)))
	}
	if u.NoGap {
		u.bar = u.slot / bars
		return
	}
	u.bar = math.Min(maxBar, u.slot*groupShare/bars)
}

// setNames sets the names of the categories: upright when they fit, else on
// their side, else only some of them.
func (u *uprightBars) setNames() {
	u.every = 1
	u.nameLabels = u.fitLabels(u.names, u.slot-4, labelSize, Regular, 3)
	if !u.nameLabels.forced || u.slot >= 34 {
		return
	}
	u.turned = true
	line := leading(minSize)
	u.every = max(1, int(math.Ceil(line/u.slot)))
	u.nameLabels = u.breakLabels(u.names, turnedLabel, minSize, Regular, max(1, min(2, int(u.slot/line))))
}

func (u *uprightBars) nameHeight() float64 {
	if u.turned {
		return u.nameLabels.width + 2
	}
	return u.nameLabels.maxHeight() + 2
}

// setValues decides whether the numbers fit on the bars, upright or turned.
func (u *uprightBars) setValues() {
	if u.HideValues && u.Mode == Grouped || u.HideTotals && u.Mode == Stacked || u.Mode == Percent {
		return
	}
	room := u.slot - 2
	if u.Mode == Grouped && len(u.Series) > 1 {
		room = u.bar - 1
	}
	u.numbers = u.fitValues(u.endTexts(), room, u.valueWeight())
}

// endTexts are the numbers at the ends of bars and stacks.
func (u *uprightBars) endTexts() []string {
	var texts []string
	if u.Mode == Grouped {
		for s := range u.values {
			for c, v := range u.values[s] {
				if text := u.endText(s, c, v); text != "" {
					texts = append(texts, text)
				}
			}
		}
		return texts
	}
	for _, v := range u.totals {
		if !math.IsNaN(v) {
			texts = append(texts, number(v, u.Decimals))
		}
	}
	return texts
}

// valueWeight makes totals heavier than the numbers of their parts.
func (u *uprightBars) valueWeight() Weight {
	if u.Mode == Grouped {
		return Regular
	}
	return Semibold
}

// fitValues finds the largest size at which every text fits in the room,
// turned on its side if it must be.
func (b Base) fitValues(texts []string, room float64, weight Weight) valueLabels {
	for size := float64(labelSize); size >= minSize; size -= 0.5 {
		fits := true
		for _, t := range texts {
			fits = fits && b.textWidth(t, size, weight) <= room
		}
		if fits {
			return valueLabels{size: size}
		}
	}
	if room >= leading(minSize) {
		return valueLabels{size: minSize, turned: true}
	}
	return valueLabels{}
}

// valueRoom is what the numbers need above and under the scale.
func (u *uprightBars) valueRoom() (above, below float64) {
	above, below = 4, 0
	if u.numbers.size == 0 {
		return above, below
	}
	reach := u.numbers.size
	if u.numbers.turned {
		for _, text := range u.endTexts() {
			reach = math.Max(reach, u.textWidth(text, u.numbers.size, u.valueWeight()))
		}
	}
	above = reach + valueGap + 1
	if u.lo < 0 {
		below = reach + valueGap
	}
	return above, below
}

func (u *uprightBars) y(v float64) float64 { return u.bottom - u.scale.at(v)*(u.bottom-u.top) }

// x is the middle of a slot.
func (u *uprightBars) x(c int) float64 { return u.left + (float64(c)+0.5)*u.slot }

func (u uprightBars) draw(c *Canvas) {
	u.head.draw(c, u.st)
	u.drawScale(c)
	for i := range u.names {
		if u.Mode == Grouped {
			u.drawGroup(c, i)
		} else {
			u.drawStack(c, i)
		}
	}
	c.Line(u.left, u.y(0), u.left+u.plotW, u.y(0), u.st.Ink, 0.8)
	u.drawNames(c)
	u.drawNorm(c)
	u.drawSide(c)
	// Numbers come last, so that no line runs over them.
	for i := range u.names {
		u.drawValues(c, i)
	}
}

func (u *uprightBars) drawScale(c *Canvas) {
	grey := TextStyle{Size: smallSize, Weight: Regular, Color: u.st.Grey}
	if u.unit != "" {
		lines, _ := u.wrap(u.unit, u.width, smallSize, Regular, 1)
		c.Lines(lines, 0, u.head.height+capHeight*smallSize, grey)
	}
	grey.Align = Right
	for _, v := range u.scale.ticks() {
		c.Line(u.left, u.y(v), u.left+u.plotW, u.y(v), u.st.Rule, 0.4)
		c.Text(u.tick(v), u.left-tickGap, u.y(v)+capHeight*smallSize/2, grey)
	}
}

func (u *uprightBars) drawGroup(c *Canvas, i int) {
	for s := range u.Series {
		v := u.values[s][i]
		if math.IsNaN(v) || v == 0 {
			continue
		}
		x, w := u.barAt(s, i)
		c.Rect(x, u.y(v), w, u.y(0)-u.y(v), u.paint(s, i))
	}
}

// barAt is the left side and width of a bar in a group, a hair apart from its
// neighbour.
func (u *uprightBars) barAt(s, i int) (x, w float64) {
	n := float64(len(u.Series))
	gap := math.Min(1, u.bar*0.1)
	return u.x(i) + (float64(s)-n/2)*u.bar + gap/2, u.bar - gap
}

func (u *uprightBars) drawStack(c *Canvas, i int) {
	for _, p := range u.stack(i) {
		y1, y2 := u.y(p.from), u.y(p.to)
		c.Rect(u.x(i)-u.bar/2, math.Min(y1, y2), u.bar, math.Abs(y1-y2), segment(u.paint(p.series, i)))
	}
}

// segment paints a part of a stack, set off from the next by a white line
// unless it has an outline.
func segment(p Paint) Paint {
	if p.Stroke.None() {
		p.Stroke, p.Width = white, 0.6
	}
	return p
}

func (u *uprightBars) drawNames(c *Canvas) {
	t := TextStyle{Size: u.nameLabels.size, Weight: Regular, Color: u.st.Ink, Align: Center}
	_, below := u.valueRoom()
	y := u.bottom + below + axisGap
	for i, lines := range u.nameLabels.lines {
		switch {
		case i%u.every != 0:
		case u.turned:
			t.Align, t.Angle = Right, -90
			x := u.x(i) - float64(len(lines)-1)*leading(t.Size)/2 + capHeight*t.Size/2
			for _, line := range lines {
				c.Text(line, x, y, t)
				x += leading(t.Size)
			}
		default:
			c.Lines(lines, u.x(i), y+capHeight*t.Size, t)
		}
	}
}

func (u *uprightBars) drawNorm(c *Canvas) {
	if math.IsNaN(u.norm) {
		return
	}
	y, right := u.y(u.norm), u.left+u.plotW
	if u.norms == nil {
		c.Line(u.left, y, right+4, y, u.st.Accent, 1.2, 4, 2.5)
	}
	u.drawSteps(c)
	half := u.normLabel.maxHeight() / 2
	middle := math.Max(u.top+half-leading(u.normLabel.size)/2, math.Min(y, u.bottom-half))
	c.Middle(u.normLabel.lines[0], right+8, middle, TextStyle{Size: u.normLabel.size, Weight: Semibold, Color: textColor(u.st.Accent, u.st)})
}

// drawSteps draws the norms of the categories as a line in steps.
func (u *uprightBars) drawSteps(c *Canvas) {
	for i, v := range u.norms {
		if math.IsNaN(v) {
			continue
		}
		from, to, y := u.left+float64(i)*u.slot, u.left+float64(i+1)*u.slot, u.y(v)
		if i == len(u.norms)-1 {
			to += 4
		}
		c.Line(from, y, to, y, u.st.Accent, 1.2, 4, 2.5)
		if i > 0 && !math.IsNaN(u.norms[i-1]) && u.norms[i-1] != v {
			c.Line(from, u.y(u.norms[i-1]), from, y, u.st.Accent, 0.6)
		}
	}
}

// normAt is the norm of a category; NaN when there is none.
func (d barData) normAt(c int) float64 {
	if d.norms != nil {
		return d.norms[c]
	}
	return d.norm
}

// textColor gives a colour for text on white: the colour itself when it
// contrasts enough, else ink.
func textColor(c Color, st Style) Color {
	if Contrast(c, white) >= 4.5 {
		return c
	}
	return st.Ink
}

// drawValues writes the numbers of a category.
func (u *uprightBars) drawValues(c *Canvas, i int) {
	if u.Mode != Grouped {
		u.drawParts(c, i)
		if total := u.totals[i]; u.numbers.size > 0 && !math.IsNaN(total) {
			top := 0.0
			for _, p := range u.stack(i) {
				top = math.Max(top, p.to)
			}
			u.drawValue(c, i, number(total, u.Decimals), u.x(i), u.y(top), true)
		}
		return
	}
	if u.numbers.size == 0 {
		return
	}
	for s := range u.Series {
		v := u.values[s][i]
		text := u.endText(s, i, v)
		if text == "" {
			continue
		}
		if math.IsNaN(v) {
			v = 0 // withheld: its text stands on the axis
		}
		x, w := u.barAt(s, i)
		u.drawValue(c, i, text, x+w/2, u.y(v), v >= 0)
	}
}

// crossed tells whether a line of the grid or the norm runs between two
// heights in a category.
func (u *uprightBars) crossed(i int, top, bottom float64) bool {
	for _, v := range append(u.scale.ticks(), u.normAt(i)) {
		if y := u.y(v); v != 0 && y > top && y < bottom {
			return true
		}
	}
	return false
}

// drawValue writes a number at the end of a bar, on a white ground where a
// line would run through it.
func (u *uprightBars) drawValue(c *Canvas, i int, text string, x, end float64, up bool) {
	t := TextStyle{Size: u.numbers.size, Weight: u.valueWeight(), Color: u.st.Ink, Align: Center}
	width, height := u.textWidth(text, t.Size, t.Weight), capHeight*t.Size
	if u.numbers.turned {
		t.Angle, t.Align = -90, Left
		if !up {
			t.Align = Right
			c.Text(text, x+height/2, end+valueGap, t)
			return
		}
		c.Text(text, x+height/2, end-valueGap, t)
		return
	}
	base := end - valueGap
	if !up {
		base = end + valueGap + height
	}
	if u.crossed(i, base-height-1.5, base+1.5) {
		c.Rect(x-width/2-1.5, base-height-1, width+3, height+2, Paint{Fill: white})
	}
	c.Text(text, x, base, t)
}

// drawParts writes the numbers in the segments of a stack that have room.
func (u *uprightBars) drawParts(c *Canvas, i int) {
	if u.HideValues {
		return
	}
	for _, p := range u.stack(i) {
		text := u.valueText(u.values[p.series][i])
		y1, y2 := u.y(p.from), u.y(p.to)
		size := float64(smallSize)
		if u.textWidth(text, size, Regular) > u.bar-2 {
			size = minSize
		}
		if math.Abs(y1-y2) < size+2 || u.textWidth(text, size, Regular) > u.bar-2 {
			continue
		}
		fill := u.paint(p.series, i).Fill
		middle := (y1 + y2) / 2
		if n := u.normAt(i); !math.IsNaN(n) && math.Abs(u.y(n)-middle) < size/2+1 {
			w := u.textWidth(text, size, Regular) + 3
			c.Rect(u.x(i)-w/2, middle-size/2, w, size, Paint{Fill: fill})
		}
		c.Middle([]string{text}, u.x(i), middle, TextStyle{Size: size, Weight: Regular, Color: On(fill), Align: Center})
	}
}

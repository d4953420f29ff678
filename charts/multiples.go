package charts

import "math"

// Multiples shows every series in a panel of its own, the categories as rows
// and all on one scale: category × kind without a legend, however long the
// names.
type Multiples struct {
	Base
	Categories []string
	Series     []Series
	// Colors, when set, are those of the categories.
	Colors []Color
}

// How panels are set, in points.
const (
	leastPanel = 62.0
	panelGap   = 10.0
	panelBar   = 9.0
	panelRow   = 15.0
	panelNames = 0.27 // of the width that the names of rows may take
)

type multiplesLayout struct {
	barData
	colors        []Color
	rowNames      labels
	titles        labels
	head          head
	left, panel   float64
	across        int // panels beside one another
	rowTops       []float64
	rowHeights    []float64
	titleHeight   float64
	bandHeight    float64
	value         float64 // width of the widest number
	room          float64 // for numbers in a panel
	width, height float64
}

func (m Multiples) layout() multiplesLayout {
	w := m.width(FullWidth)
	l := multiplesLayout{width: w, colors: m.Colors, head: m.newHead(w, nil),
		barData: Bars{Base: m.Base, Categories: m.Categories, Series: m.Series}.data()}
	if !l.some {
		l.height = m.emptyHeight(w)
		return l
	}
	l.rowNames = l.fitLabels(l.names, w*panelNames, labelSize, Regular, 3)
	l.left = l.rowNames.width + 8
	titles := make([]string, len(m.Series))
	for s := range m.Series {
		titles[s] = seriesName(m.Series[s], s)
		for _, v := range l.values[s] {
			if !math.IsNaN(v) {
				l.value = math.Max(l.value, l.textWidth(number(v, m.Decimals), smallSize, Regular))
			}
		}
	}
	l.value += valueGap
	// Numbers stand at both ends of the scale when there are bars to both sides.
	l.room = l.value
	if l.lo < 0 {
		l.room *= 2
	}
	least := math.Max(leastPanel, l.room+24)
	l.across = max(1, min(len(titles), int((w-l.left+panelGap)/(least+panelGap))))
	// Equal bands: seven panels stand as four and three, not as six and one.
	bands := (len(titles) + l.across - 1) / l.across
	l.across = (len(titles) + bands - 1) / bands
	l.panel = math.Min(160, (w-l.left-panelGap*float64(l.across-1))/float64(l.across))
	l.titles = l.fitLabels(titles, l.panel, labelSize, Semibold, 3)
	l.titleHeight = l.titles.maxHeight() + 6
	y := l.titleHeight
	for i := range l.names {
		h := math.Max(panelRow, l.rowNames.height(i)+4)
		l.rowTops, l.rowHeights = append(l.rowTops, y), append(l.rowHeights, h)
		y += h
	}
	l.bandHeight = y + 10
	l.height = l.head.height + float64(bands)*l.bandHeight - 8
	return l
}

// Size gives width and height in points.
func (m Multiples) Size() (w, h float64) {
	l := m.layout()
	return l.width, l.height
}

// Draw draws the chart.
func (m Multiples) Draw(c *Canvas) {
	l := m.layout()
	if !l.some {
		m.drawEmpty(c, l.width, l.height)
		return
	}
	l.head.draw(c, l.st)
	for s := range m.Series {
		top := l.head.height + float64(s/l.across)*l.bandHeight
		if s%l.across == 0 {
			for i, lines := range l.rowNames.lines {
				c.Middle(lines, 0, top+l.rowTops[i]+l.rowHeights[i]/2,
					TextStyle{Size: l.rowNames.size, Weight: Regular, Color: l.st.Ink})
			}
		}
		l.drawPanel(c, s, l.left+float64(s%l.across)*(l.panel+panelGap), top)
	}
}

func (l *multiplesLayout) drawPanel(c *Canvas, s int, x, top float64) {
	title := l.titles.lines[s]
	// Titles stand on their panels: the last line just above.
	base := top + l.titleHeight - 6 - descent*l.titles.size - float64(len(title)-1)*leading(l.titles.size)
	c.Lines(title, x, base, TextStyle{Size: l.titles.size, Weight: Semibold, Color: l.st.Ink})
	room, zero := l.panel-l.room, x
	if l.lo < 0 {
		zero += l.value
	}
	numbers := room >= 4
	if !numbers {
		room, zero = l.panel, x
	}
	perUnit := room / math.Max(l.hi-l.lo, 1e-100)
	zero -= l.lo * perUnit
	for i, v := range l.values[s] {
		middle := top + l.rowTops[i] + l.rowHeights[i]/2
		if math.IsNaN(v) {
			continue
		}
		color := l.st.Strong
		if len(l.colors) > 0 && !l.colors[i%len(l.colors)].None() {
			color = l.colors[i%len(l.colors)]
		}
		if v != 0 {
			c.Rect(zero, middle-panelBar/2, v*perUnit, panelBar, filled(color))
		}
		t := TextStyle{Size: smallSize, Weight: Regular, Color: l.st.Ink}
		at := zero + v*perUnit + valueGap
		if v < 0 {
			t.Align, at = Right, zero+v*perUnit-valueGap
		}
		if v == 0 {
			t.Color = l.st.Grey
		}
		if numbers {
			c.Middle([]string{number(v, l.Decimals)}, at, middle, t)
		}
	}
	last := len(l.rowTops) - 1
	c.Line(zero, top+l.rowTops[0], zero, top+l.rowTops[last]+l.rowHeights[last], l.st.Ink, 0.6)
}

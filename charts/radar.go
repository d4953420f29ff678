package charts

import (
	"math"
	"strings"
)

// Radar shows scores on several functions, each on a spoke of its own.
type Radar struct {
	Base
	Axes   []string
	Series []Series
	// Min and Max of the scale; both 0 is 1 to 5.
	Min, Max float64
}

// How radars are set, in points.
const (
	radarRadius = 92.0
	radarReach  = 10.0 // from the outer ring to the labels
	mostRings   = 10
)

type radarLayout struct {
	Radar
	st            Style
	head          head
	lo, hi        float64 // of the scale; lo is in the middle
	rings         []float64
	values        [][]float64
	some          bool
	names         []radarName
	radius        float64
	cx, cy        float64
	width, height float64
}

// radarName is the label at the end of a spoke.
type radarName struct {
	lines  []string
	score  []string
	x, y   float64 // y is the middle of the block
	align  Align
	height float64
}

func (r Radar) layout() radarLayout {
	w := r.width(ColumnWidth)
	l := radarLayout{Radar: r, st: r.style(), width: w, radius: math.Min(radarRadius, w/4)}
	l.setScale()
	n := l.setValues()
	l.head = r.newHead(w, l.legend())
	if n == 0 || !l.some {
		l.some = false
		l.height = r.emptyHeight(w)
		return l
	}
	l.setNames(n)
	return l
}

// setScale puts the rings a whole step apart, the lowest score on the first
// ring and not in the middle, where all functions would meet.
func (l *radarLayout) setScale() {
	lo, hi := usable(l.Min), usable(l.Max)
	if math.IsNaN(lo) || math.IsNaN(hi) || lo >= hi {
		lo, hi = 1, 5
	}
	if steps := hi - lo; steps == math.Trunc(steps) && steps < mostRings {
		l.lo, l.hi = lo-1, hi
		for i := range int(steps) + 1 {
			l.rings = append(l.rings, lo+float64(i))
		}
		return
	}
	l.lo, l.hi = lo, hi
	for i := 1; i <= 5; i++ {
		l.rings = append(l.rings, lo+(hi-lo)*float64(i)/5)
	}
}

// setValues makes the values fit to draw and counts the spokes.
func (l *radarLayout) setValues() int {
	n := len(l.Axes)
	for _, s := range l.Series {
		n = max(n, len(s.Values))
	}
	for _, s := range l.Series {
		row := make([]float64, n)
		for i := range row {
			row[i] = math.NaN()
			if i < len(s.Values) {
				row[i] = usable(s.Values[i])
			}
			l.some = l.some || !math.IsNaN(row[i])
		}
		l.values = append(l.values, row)
	}
	return n
}

func (l *radarLayout) legend() []entry {
	if len(l.Series) < 2 {
		return nil
	}
	var entries []entry
	for s := range l.Series {
		color, dash := l.line(s)
		entries = append(entries, entry{seriesName(l.Series[s], s), func(c *Canvas, x, y, w, h float64) {
			c.Line(x, y+h/2, x+w, y+h/2, color, 1.6, dash...)
		}})
	}
	return entries
}

// line is how the outline of a series is drawn; a pale one is dashed as well.
func (l *radarLayout) line(s int) (Color, []float64) {
	if l.Series[s].Pale {
		return l.st.Grey, []float64{2.5, 2}
	}
	place, full := 0, 0
	for i := range l.Series {
		if !l.Series[i].Pale {
			full++
			if i < s {
				place++
			}
		}
	}
	if full == 1 {
		return l.st.Strong, nil
	}
	return l.st.seriesColor(place, full), nil
}

func (l *radarLayout) angle(i, n int) float64 { return -math.Pi/2 + 2*math.Pi*float64(i)/float64(n) }

// setNames sets the labels around: beside the spokes at the left and right,
// above and below the ones that stand upright.
func (l *radarLayout) setNames(n int) {
	var left, right, top, bottom []int
	l.names = make([]radarName, n)
	for i := range n {
		cos, sin := math.Cos(l.angle(i, n)), math.Sin(l.angle(i, n))
		name := &l.names[i]
		room := l.width/2 - l.radius*math.Abs(cos) - radarReach
		switch {
		case i == 0:
			name.align, room, top = Center, l.width*0.5, append(top, i)
		case 2*i == n:
			name.align, room, bottom = Center, l.width*0.5, append(bottom, i)
		case cos > 0:
			name.align, right = Left, append(right, i)
		default:
			name.align, left = Right, append([]int{i}, left...)
		}
		text := ""
		if i < len(l.Axes) {
			text = l.Axes[i]
		}
		name.lines, _ = l.wrap(text, math.Min(room, 150), labelSize, Regular, 7)
		name.score, _ = l.wrap(l.score(i), room, labelSize, Semibold, 4)
		name.height = blockHeight(len(name.lines)+len(name.score), labelSize)
		name.x = (l.radius + radarReach) * cos
		// A deep block grows away from the ring, up or down.
		grow := math.Max(-1, math.Min(1, 1.5*sin))
		name.y = (l.radius+radarReach)*sin + grow*math.Max(0, name.height/2-labelSize/2)
	}
	// Heights around the middle of the ring, which is put in its place last.
	up, down := l.radius+4, l.radius+4
	for _, i := range top {
		name := &l.names[i]
		name.x, name.y = 0, -l.radius-radarReach+2-name.height/2
		up = math.Max(up, l.radius+radarReach+name.height)
	}
	for _, i := range bottom {
		name := &l.names[i]
		name.x, name.y = 0, l.radius+radarReach+name.height/2
		down = math.Max(down, l.radius+radarReach+name.height)
	}
	for _, side := range [][]int{left, right} {
		from, to := -l.radius-radarReach+4, l.radius+radarReach-2
		need := 0.0
		for _, i := range side {
			need += l.names[i].height + 3
			from = math.Min(from, l.names[i].y-l.names[i].height/2)
			to = math.Max(to, l.names[i].y+l.names[i].height/2)
		}
		if spill := need - (to - from); spill > 0 {
			// Names that need more than the ring is high stand above and below
			// it too; the ones in the middle move out of their way.
			from, to = from-spill/2, to+spill/2
		}
		middles, heights := make([]float64, len(side)), make([]float64, len(side))
		for k, i := range side {
			middles[k], heights[k] = l.names[i].y, l.names[i].height
		}
		for k, y := range spread(middles, heights, 3, from, to) {
			l.names[side[k]].y = y
			up = math.Max(up, heights[k]/2-y)
			down = math.Max(down, y+heights[k]/2)
		}
	}
	l.keepApart(top, bottom, left, right, &up, &down)
	l.cx, l.cy = l.width/2, l.head.height+up
	l.height = math.Max(l.cy+down+2, math.Min(l.Height, 2000))
	for i := range l.names {
		l.names[i].x += l.cx
		l.names[i].y += l.cy
	}
}

// keepApart moves the names above and below out of the way of the ones beside.
func (l *radarLayout) keepApart(top, bottom, left, right []int, up, down *float64) {
	for _, i := range append(append([]int(nil), left...), right...) {
		side := l.names[i]
		for _, j := range top {
			name := &l.names[j]
			if low := side.y - side.height/2 - 3; name.y+name.height/2 > low && l.meet(*name, side) {
				name.y = low - name.height/2
				*up = math.Max(*up, name.height/2-name.y)
			}
		}
		for _, j := range bottom {
			name := &l.names[j]
			if high := side.y + side.height/2 + 3; name.y-name.height/2 < high && l.meet(*name, side) {
				name.y = high + name.height/2
				*down = math.Max(*down, name.y+name.height/2)
			}
		}
	}
}

// meet tells whether a name in the middle reaches over one at a side.
func (l *radarLayout) meet(middle, side radarName) bool {
	half := l.blockWidth(middle)/2 + 6
	return math.Abs(side.x) < half
}

func (l *radarLayout) blockWidth(n radarName) float64 {
	w := 0.0
	for _, line := range n.score {
		w = math.Max(w, l.textWidth(line, labelSize, Semibold))
	}
	for _, line := range n.lines {
		w = math.Max(w, l.textWidth(line, labelSize, Regular))
	}
	return w
}

// score is what the series have on a function, pale ones behind it with their
// name: "4 (2020: 3)".
func (l *radarLayout) score(i int) string {
	var scores, before []string
	for s := range l.values {
		text := number(l.values[s][i], l.Decimals)
		if l.Series[s].Pale && len(l.Series) > 1 {
			before = append(before, seriesName(l.Series[s], s)+": "+text)
		} else {
			scores = append(scores, text)
		}
	}
	if len(scores) == 0 {
		return strings.Join(before, ", ")
	}
	if len(before) == 0 {
		return strings.Join(scores, " / ")
	}
	return strings.Join(scores, " / ") + " (" + strings.Join(before, ", ") + ")"
}

// Size gives width and height in points; long labels make it higher.
func (r Radar) Size() (w, h float64) {
	l := r.layout()
	return l.width, l.height
}

// Draw draws the chart.
func (r Radar) Draw(c *Canvas) {
	l := r.layout()
	if !l.some {
		r.drawEmpty(c, l.width, l.height)
		return
	}
	l.head.draw(c, l.st)
	n := len(l.names)
	if points, whole := l.outline(0); whole && len(l.Series) == 1 {
		c.Polygon(points, Paint{Fill: l.st.Strong.Mix(white, 0.82)})
	}
	for i := range n {
		p := l.at(l.hi, i)
		c.Line(l.cx, l.cy, p.X, p.Y, l.st.Rule, 0.5)
	}
	for k, v := range l.rings {
		ring := make([]Point, n)
		for i := range ring {
			ring[i] = l.at(v, i)
		}
		width := 0.4
		if k == len(l.rings)-1 {
			width = 0.8
		}
		if n < 3 {
			c.Dot(l.cx, l.cy, l.radius*(v-l.lo)/(l.hi-l.lo), Paint{Stroke: l.st.Rule, Width: width})
			continue
		}
		c.Polygon(ring, Paint{Stroke: l.st.Rule, Width: width})
	}
	l.drawRingNumbers(c)
	for s := range l.Series {
		l.drawSeries(c, s)
	}
	for _, name := range l.names {
		t := TextStyle{Size: labelSize, Weight: Regular, Color: l.st.Ink, Align: name.align}
		y := c.Lines(name.lines, name.x, name.y-name.height/2+capHeight*labelSize, t)
		t.Weight, t.Color = Semibold, textColor(l.st.Strong, l.st)
		c.Lines(name.score, name.x, y, t)
	}
}

func (l *radarLayout) at(v float64, i int) Point {
	share := (math.Max(l.lo, math.Min(v, l.hi)) - l.lo) / (l.hi - l.lo)
	a := l.angle(i, len(l.names))
	return Point{l.cx + l.radius*share*math.Cos(a), l.cy + l.radius*share*math.Sin(a)}
}

// outline gives the places of the scores, and whether none is missing.
func (l *radarLayout) outline(s int) (points []Point, whole bool) {
	whole = true
	for i, v := range l.values[s] {
		whole = whole && !math.IsNaN(v)
		points = append(points, l.at(v, i))
	}
	return points, whole
}

// drawSeries draws a dot for each score and a line between neighbours; a
// missing score leaves a gap, and then there is no area either.
func (l *radarLayout) drawSeries(c *Canvas, s int) {
	color, dash := l.line(s)
	values, n := l.values[s], len(l.names)
	points, whole := l.outline(s)
	if whole {
		c.Polygon(points, Paint{Stroke: color, Width: 1.6, Dash: dash})
	}
	for i, v := range values {
		next := (i + 1) % n
		if !whole && !math.IsNaN(v) && !math.IsNaN(values[next]) && n > 1 {
			c.Line(points[i].X, points[i].Y, points[next].X, points[next].Y, color, 1.6, dash...)
		}
	}
	for i, v := range values {
		if !math.IsNaN(v) {
			c.Dot(points[i].X, points[i].Y, 2.6, Paint{Fill: color, Stroke: white, Width: 0.6})
		}
	}
}

// drawRingNumbers writes the scale beside the upright spoke, halfway between
// it and the next, where no dot can stand.
func (l *radarLayout) drawRingNumbers(c *Canvas) {
	n := len(l.names)
	inset := 1.0
	if n > 2 {
		inset = math.Cos(math.Pi / float64(n))
	}
	a := -math.Pi/2 + math.Pi/float64(n)
	decimals := 0
	if l.rings[0] != math.Trunc(l.rings[0]) {
		decimals = max(1, l.Decimals)
	}
	last := math.Inf(1)
	for _, v := range l.rings {
		share := (v - l.lo) / (l.hi - l.lo) * inset
		r := l.radius*share - 5 // just inside its ring
		x, y := l.cx+r*math.Cos(a), l.cy+r*math.Sin(a)
		text := number(v, decimals)
		w := l.textWidth(text, minSize, Regular)
		if r < 7 || math.Abs(last-share)*l.radius < w+6 {
			continue
		}
		last = share
		c.Middle([]string{text}, x, y, TextStyle{Size: minSize, Weight: Regular, Color: l.st.Grey, Align: Center})
	}
}

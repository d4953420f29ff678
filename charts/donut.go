package charts

import (
	"math"
	"slices"

	"voortgang/internal/dutch"
)

// Slice is a part of a donut. Nothing has no part; less than nothing makes a
// ring impossible.
type Slice struct {
	Name  string
	Value float64
}

// Donut shows parts of a whole, the largest first and clockwise, each
// with its name, share and value beside it. Tiny parts are gathered in one,
// whose label lists them. Parts of which one is negative have no shares: they
// are shown as lying bars.
type Donut struct {
	Base
	Slices []Slice
	// Of says what the parts are, in the plural: "bronnen".
	Of string
	// Colors, when set, override those of the palette, by slice.
	Colors []Color
}

// How donuts are set, in points.
const (
	donutRadius = 64.0
	donutHole   = 39.0
	donutReach  = 24.0 // from the ring to the labels
	tinyShare   = 0.02
	smallShare  = 0.08
	mostSlices  = 10
	mostListed  = 8 // names in the label of the gathered parts
	labelApart  = 5.0
	leastBeside = 280.0 // width under which labels don't stand beside the ring
)

// arcPart is a piece of the ring with its label.
type arcPart struct {
	name     string
	value    float64
	share    float64 // 0 to 1
	from, to float64 // radians
	color    Color
	gathered []arcPart // the tiny ones it stands for

	lines  []string // of the name
	x, y   float64  // of the label's inner edge and middle
	right  bool
	height float64
}

func (p arcPart) middle() float64 { return (p.from + p.to) / 2 }

type donutLayout struct {
	Donut
	st            Style
	head          head
	parts         []arcPart
	total         float64
	listed        bool // the parts are named in a list above
	cx, cy        float64
	width, height float64
}

// donutParts gives the slices that have a part, largest first, and their sum.
func (d Donut) donutParts(st Style) (parts []arcPart, total float64) {
	for _, s := range d.Slices {
		if usable(s.Value) > 0 {
			total += usable(s.Value)
		}
	}
	for i, s := range d.Slices {
		p := arcPart{name: cleanText(s.Name), value: usable(s.Value), color: st.seriesColor(i, len(d.Slices))}
		if i < len(d.Colors) && !d.Colors[i].None() {
			p.color = d.Colors[i]
		}
		if p.value > 0 {
			p.share = p.value / total
			parts = append(parts, p)
		}
	}
	slices.SortStableFunc(parts, func(a, b arcPart) int {
		switch {
		case a.value > b.value:
			return -1
		case a.value < b.value:
			return 1
		}
		return 0
	})
	return parts, total
}

// bars gives the parts as bars when one of them is negative.
func (d Donut) bars() (Bars, bool) {
	b := Bars{Base: d.Base, Horizontal: true, Sum: true, Series: []Series{{}}}
	negative := false
	for _, s := range d.Slices {
		negative = negative || usable(s.Value) < 0
		b.Categories = append(b.Categories, s.Name)
		b.Series[0].Values = append(b.Series[0].Values, s.Value)
	}
	return b, negative
}

// gather puts the tiny parts together when there are two or more of them, under
// a name that none of the parts has.
func (d Donut) gather(parts []arcPart, color Color) []arcPart {
	keep := len(parts)
	for keep > 0 && parts[keep-1].share < tinyShare {
		keep--
	}
	keep = min(keep, mostSlices)
	if len(parts)-keep < 2 {
		return parts
	}
	of := d.Of
	if of == "" {
		of = "delen"
	}
	rest := arcPart{name: "Overige " + dutch.Int(len(parts)-keep) + " " + of, color: color, gathered: parts[keep:]}
	for _, p := range rest.gathered {
		rest.value += p.value
		rest.share += p.share
	}
	return append(slices.Clone(parts[:keep]), rest)
}

func (d Donut) layout() donutLayout {
	w := d.width(FullWidth)
	l := donutLayout{Donut: d, st: d.style(), width: w, head: d.newHead(w, nil)}
	l.parts, l.total = d.donutParts(l.st)
	l.parts = d.gather(l.parts, l.st.Rule)
	if len(l.parts) == 0 {
		l.height = d.emptyHeight(w)
		return l
	}
	if w < leastBeside {
		l.stand()
		return l
	}
	radius := l.radius()
	room := math.Max(30, w/2-radius-donutReach-4)
	l.turn()
	for i := range l.parts {
		p := &l.parts[i]
		p.right = math.Cos(p.middle()) >= 0
		p.lines, _ = l.wrap(p.name, math.Min(room, 170), labelSize, Regular, 3)
		if len(p.lines) == 0 {
			p.lines = []string{""}
		}
		for j, tiny := range p.gathered {
			if j == mostListed && len(p.gathered) > mostListed+1 {
				p.lines = append(p.lines, "en nog "+dutch.Int(len(p.gathered)-j))
				break
			}
			more, _ := l.wrap("· "+tiny.name+" "+percent(100*tiny.share, 1), math.Min(room, 170), smallSize, Regular, 2)
			p.lines = append(p.lines, more...)
		}
		p.height = blockHeight(len(p.lines)+1, labelSize)
	}
	l.place(radius)
	return l
}

// turn gives each part its angles.
func (l *donutLayout) turn() {
	angle := l.start()
	for i := range l.parts {
		p := &l.parts[i]
		p.from, p.to = angle, angle+2*math.Pi*p.share
		angle = p.to
	}
}

// stand puts the ring under a list of its parts, where there is no room for
// labels beside it.
func (l *donutLayout) stand() {
	l.turn()
	l.listed = true
	var entries []entry
	for _, p := range l.parts {
		name := p.name
		if name != "" {
			name += " "
		}
		entries = append(entries, entry{name + percent(100*p.share, 1), plainSwatch(filled(p.color))})
	}
	l.head = l.newHead(l.width, entries)
	l.cx, l.cy = l.width/2, l.head.height+l.radius()+2
	l.height = l.cy + l.radius() + 2
}

// start is the angle of the first part: twelve o'clock, or such that several
// small parts at the end stand at nine o'clock, where their labels have room.
func (l *donutLayout) start() float64 {
	tail, small := 0.0, 0
	for i := len(l.parts) - 1; i >= 0 && l.parts[i].share < smallShare; i-- {
		tail += l.parts[i].share
		small++
	}
	if small < 2 || tail > 0.5 {
		return -math.Pi / 2
	}
	return math.Pi - 2*math.Pi*(1-tail/2)
}

func (l *donutLayout) radius() float64 { return math.Min(donutRadius, l.width/4) }

// place sets the labels beside the ring, on either side from the top down.
func (l *donutLayout) place(radius float64) {
	tallest := 2*radius + 8
	var sides [2][]int
	for i, p := range l.parts {
		side := 0
		if p.right {
			side = 1
		}
		sides[side] = append(sides[side], i)
	}
	for _, side := range sides {
		need := 0.0
		for _, i := range side {
			need += l.parts[i].height + labelApart
		}
		tallest = math.Max(tallest, need)
	}
	tallest = math.Max(tallest, math.Min(l.Height, 2000)-l.head.height)
	l.height = l.head.height + tallest + 2
	l.cx, l.cy = l.width/2, l.head.height+tallest/2
	for s, side := range sides {
		slices.SortStableFunc(side, func(a, b int) int {
			ya, yb := math.Sin(l.parts[a].middle()), math.Sin(l.parts[b].middle())
			switch {
			case ya < yb:
				return -1
			case ya > yb:
				return 1
			}
			return 0
		})
		middles, heights := make([]float64, len(side)), make([]float64, len(side))
		for k, i := range side {
			middles[k] = l.cy + (radius+8)*math.Sin(l.parts[i].middle())
			heights[k] = l.parts[i].height
		}
		for k, y := range spread(middles, heights, labelApart, l.head.height, l.height-2) {
			p := &l.parts[side[k]]
			p.y = y
			p.x = l.cx + float64(2*s-1)*(radius+donutReach)
		}
	}
}

// Size gives width and height in points; many labels make it higher.
func (d Donut) Size() (w, h float64) {
	if b, negative := d.bars(); negative {
		return b.Size()
	}
	l := d.layout()
	return l.width, l.height
}

// Draw draws the chart.
func (d Donut) Draw(c *Canvas) {
	if b, negative := d.bars(); negative {
		b.Draw(c)
		return
	}
	l := d.layout()
	if len(l.parts) == 0 {
		d.drawEmpty(c, l.width, l.height)
		return
	}
	l.head.draw(c, l.st)
	radius := l.radius()
	hole := radius * donutHole / donutRadius
	for _, p := range l.parts {
		paint := segment(filled(p.color))
		if len(l.parts) == 1 {
			paint = filled(p.color)
		}
		c.Ring(l.cx, l.cy, hole, radius, p.from, p.to, paint)
	}
	for _, p := range l.parts {
		if !l.listed {
			l.drawLabel(c, p, radius)
		}
	}
	l.drawTotal(c, hole)
}

func (l *donutLayout) drawLabel(c *Canvas, p arcPart, radius float64) {
	a, side, align := p.middle(), 1.0, Left
	if !p.right {
		side, align = -1, Right
	}
	c.Polyline([]Point{
		{l.cx + (radius+1.5)*math.Cos(a), l.cy + (radius+1.5)*math.Sin(a)},
		{l.cx + (radius+6)*math.Cos(a), l.cy + (radius+6)*math.Sin(a)},
		{p.x - side*8, p.y - p.height/2 + capHeight*labelSize/2},
		{p.x - side, p.y - p.height/2 + capHeight*labelSize/2},
	}, l.st.Grey, 0.5)
	t := TextStyle{Size: labelSize, Weight: Semibold, Color: l.st.Ink, Align: align}
	y := p.y - p.height/2 + capHeight*labelSize
	c.Text(l.partText(p), p.x+side*2, y, t)
	t.Weight = Regular
	c.Text(p.lines[0], p.x+side*2, y+leading(labelSize), t)
	if len(p.gathered) > 0 {
		t.Size, t.Color = smallSize, l.st.Grey
	}
	for i, line := range p.lines[1:] {
		c.Text(line, p.x+side*2, y+float64(i+2)*leading(labelSize), t)
	}
}

// partText is "34,2 %" and, with a unit or without, the value.
func (l *donutLayout) partText(p arcPart) string {
	return percent(100*p.share, 1) + " · " + number(p.value, l.Decimals)
}

// drawTotal writes the whole in the hole.
func (l *donutLayout) drawTotal(c *Canvas, hole float64) {
	text, size := number(l.total, l.Decimals), 15.0
	room := 2*hole - 12
	for size > minSize && l.textWidth(text, size, Semibold) > room {
		size -= 0.5
	}
	if l.textWidth(text, size, Semibold) > room {
		return
	}
	unit, forced := l.wrap(l.Unit, room, smallSize, Regular, 2)
	y := l.cy
	if len(unit) > 0 && !forced {
		y -= 5
		c.Lines(unit, l.cx, y+capHeight*size/2+leading(smallSize)+1, TextStyle{Size: smallSize, Weight: Regular, Color: l.st.Grey, Align: Center})
	}
	c.Middle([]string{text}, l.cx, y, TextStyle{Size: size, Weight: Semibold, Color: l.st.Ink, Align: Center})
}

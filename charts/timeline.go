package charts

import (
	"math"
	"slices"
	"strconv"
	"time"
)

// Row is a bar of a Timeline, from Start to End, both included. A zero Start
// or End is open.
type Row struct {
	Name, Group, Phase string
	Start, End         time.Time
}

// Timeline shows terms, grouped, on a grid of years. A bar that runs out of
// the years shown ends in a point.
type Timeline struct {
	Base
	// Rows in the order they are shown; rows of one group stand together.
	Rows []Row
	// Phases in order: the first is hatched, the second full, the third pale.
	// Others are full.
	Phases []string
	// Year is highlighted; 0 is none.
	Year int
	// From and To are the first and last year shown; 0 is chosen from the data.
	From, To int
	// Groups in order, each with the colour at its place in Colors; groups that
	// aren't among them follow in order of appearance. Colors may be empty.
	Groups []string
	Colors []Color
}

// How timelines are set, in points.
const (
	yearHead   = 15.0
	groupHead  = 17.0
	termHeight = 8.0
	termGap    = 4.5
	termShare  = 0.42 // of the width that names may take
	mostSpare  = 6.0  // that a row gets more where there is room
	mostYears  = 12
	leastYear  = 14.0 // width under which not each year is named
	hatchGap   = 2.6
)

// termLine is a line of a timeline: a row, or the head of a group.
type termLine struct {
	row    int // -1 for the head of a group
	group  string
	color  Color
	lines  []string
	height float64
}

type timelineLayout struct {
	Timeline
	st            Style
	head          head
	lines         []termLine
	names         labels
	from, to      int
	left, right   float64
	top           float64
	width, height float64
	// bar is the height of the bars.
	bar float64
}

// groupOrder lists the groups of the rows as they are shown.
func (t Timeline) groupOrder() []string {
	var order []string
	for _, g := range t.Groups {
		if !slices.Contains(order, g) {
			order = append(order, g)
		}
	}
	for _, r := range t.Rows {
		if !slices.Contains(order, r.Group) {
			order = append(order, r.Group)
		}
	}
	return order
}

func (t Timeline) groupColor(i, n int, st Style) Color {
	if i < len(t.Colors) && !t.Colors[i].None() {
		return t.Colors[i]
	}
	if n <= 1 {
		return st.Strong
	}
	return st.seriesColor(i, n)
}

func (t Timeline) layout() timelineLayout {
	w := t.width(FullWidth)
	l := timelineLayout{Timeline: t, st: t.style(), width: w, right: w - 1}
	l.from, l.to = t.years()
	l.head = t.newHead(w, l.legend())
	if len(t.Rows) == 0 {
		l.height = t.emptyHeight(w)
		return l
	}
	names := make([]string, len(t.Rows))
	for i, r := range t.Rows {
		names[i] = r.Name
	}
	l.names = l.breakLabels(names, w*termShare, smallSize, Regular, 2)
	l.left = math.Max(30, l.names.width+10)
	l.top = l.head.height + yearHead
	y := l.top
	order := t.groupOrder()
	for g, group := range order {
		color := t.groupColor(g, len(order), l.st)
		first := true
		for i, r := range t.Rows {
			if r.Group != group {
				continue
			}
			if first && group != "" {
				lines, _ := l.wrap(group, w-4, labelSize, Semibold, 1)
				l.lines = append(l.lines, termLine{-1, group, color, lines, groupHead})
				y += groupHead
			}
			first = false
			h := math.Max(termHeight, l.names.height(i)) + termGap
			l.lines = append(l.lines, termLine{i, group, color, l.names.lines[i], h})
			y += h
		}
	}
	l.bar = termHeight
	if spare := (math.Min(t.Height, 2000) - y - 2) / float64(len(t.Rows)); spare > 0 {
		spare = math.Min(spare, mostSpare)
		l.bar += spare / 3
		for i := range l.lines {
			if l.lines[i].row >= 0 {
				l.lines[i].height += spare
				y += spare
			}
		}
	}
	l.height = math.Max(y+2, math.Min(t.Height, 2000))
	return l
}

// years chooses the years shown: those of the rows, but no more than twelve,
// around the highlighted year.
func (t Timeline) years() (from, to int) {
	from, to = t.From, t.To
	first, last := 9999, 0
	for _, r := range t.Rows {
		for _, d := range []time.Time{r.Start, r.End} {
			if !d.IsZero() {
				first, last = min(first, d.Year()), max(last, d.Year())
			}
		}
	}
	if last == 0 {
		first, last = t.Year, t.Year
	}
	if t.Year > 0 {
		first, last = min(first, t.Year), max(last, t.Year)
	}
	if from == 0 {
		from = first
		if t.Year > 0 && to == 0 {
			from = max(from, t.Year-mostYears/2)
		}
	}
	if to == 0 {
		to = min(last, max(from, 1)+mostYears-1)
	}
	from = max(1, min(from, 9998))
	to = max(from, min(to, from+99))
	return from, to
}

func (l *timelineLayout) legend() []entry {
	var entries []entry
	for i, phase := range l.Phases {
		if i < 3 && phase != "" {
			entries = append(entries, entry{phase, func(c *Canvas, x, y, w, h float64) {
				l.fillTerm(c, []Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, x, y, w, h, i, l.st.Grey)
			}})
		}
	}
	if l.runsOut() {
		entries = append(entries, entry{"loopt verder dan de getoonde jaren", func(c *Canvas, x, y, w, h float64) {
			c.Polygon([]Point{{x, y}, {x + w - 4, y}, {x + w, y + h/2}, {x + w - 4, y + h}, {x, y + h}}, Paint{Fill: l.st.Grey})
		}})
	}
	return entries
}

// runsOut tells whether a bar runs past the years shown.
func (l *timelineLayout) runsOut() bool {
	for _, r := range l.Rows {
		from, to, shown := l.span(r)
		if shown && (from < float64(l.from) || to > float64(l.to+1)) {
			return true
		}
	}
	return false
}

// span gives a row's term in years, with parts of years; an open end lies past
// the years shown. Shown is false when it has no part in them.
func (l *timelineLayout) span(r Row) (from, to float64, shown bool) {
	from, to = float64(l.from)-1, float64(l.to)+2
	if !r.Start.IsZero() {
		from = yearPart(r.Start, 0)
	}
	if !r.End.IsZero() {
		to = yearPart(r.End, 1)
	}
	if from > to {
		from, to = to, from
	}
	open := r.Start.IsZero() && r.End.IsZero()
	return from, to, !open && to > float64(l.from) && from < float64(l.to+1)
}

// yearPart is a day in years: the start of the day, or of the next with
// extra 1.
func yearPart(d time.Time, extra int) float64 {
	days := 365.0
	if y := d.Year(); y%4 == 0 && (y%100 != 0 || y%400 == 0) {
		days = 366
	}
	return float64(d.Year()) + float64(d.YearDay()-1+extra)/days
}

func (l *timelineLayout) x(year float64) float64 {
	return l.left + (year-float64(l.from))/float64(l.to+1-l.from)*(l.right-l.left)
}

// Size gives width and height in points.
func (t Timeline) Size() (w, h float64) {
	l := t.layout()
	return l.width, l.height
}

// Draw draws the chart.
func (t Timeline) Draw(c *Canvas) {
	l := t.layout()
	if len(t.Rows) == 0 {
		t.drawEmpty(c, l.width, l.height)
		return
	}
	l.head.draw(c, l.st)
	bottom := l.top
	for _, line := range l.lines {
		bottom += line.height
	}
	l.drawYears(c, bottom)
	y := l.top
	for _, line := range l.lines {
		if line.row < 0 {
			c.Line(0, y+2, l.right, y+2, line.color, 0.8)
			c.Lines(line.lines, 0, y+groupHead-4.5, TextStyle{Size: labelSize, Weight: Semibold, Color: textColor(line.color, l.st)})
		} else {
			middle := y + line.height/2
			c.Middle(line.lines, 0, middle, TextStyle{Size: smallSize, Weight: Regular, Color: l.st.Ink})
			l.drawTerm(c, t.Rows[line.row], middle, line.color)
		}
		y += line.height
	}
}

func (l *timelineLayout) drawYears(c *Canvas, bottom float64) {
	wide := l.x(float64(l.from+1)) - l.x(float64(l.from))
	every := 1
	for wide*float64(every) < leastYear+4 {
		every++
	}
	base := l.top - 5
	if l.Year >= l.from && l.Year <= l.to {
		x := l.x(float64(l.Year))
		c.Rect(x, l.top-yearHead+1, wide, bottom-l.top+yearHead-1, Paint{Fill: l.st.Accent.Mix(white, 0.86)})
	}
	for y := l.from; y <= l.to+1; y++ {
		c.Line(l.x(float64(y)), l.top, l.x(float64(y)), bottom, l.st.Rule, 0.4)
	}
	for y := l.from; y <= l.to; y++ {
		marked := y == l.Year
		if (y-l.from)%every != 0 && !marked || !marked && every > 1 && l.Year >= l.from && abs(y-l.Year) < every {
			continue
		}
		t := TextStyle{Size: smallSize, Weight: Regular, Color: l.st.Grey, Align: Center}
		if marked {
			t.Weight, t.Color = Bold, textColor(l.st.Accent, l.st)
		}
		text := strconv.Itoa(y)
		half := l.textWidth(text, t.Size, t.Weight) / 2
		if 2*half > wide*float64(every)-2 {
			t.Size = minSize
		}
		c.Text(text, math.Min(l.x(float64(y)+0.5), l.width-half), base, t)
	}
}

func abs(n int) int { return max(n, -n) }

// drawTerm draws a bar; where its start lies before the years shown, it says
// since when.
func (l *timelineLayout) drawTerm(c *Canvas, r Row, middle float64, color Color) {
	from, to, shown := l.span(r)
	if !shown {
		text := "zonder data"
		if !r.Start.IsZero() || !r.End.IsZero() {
			text = l.outside(from, to)
		}
		t := TextStyle{Size: minSize, Weight: Regular, Color: l.st.Grey}
		x := l.x(float64(l.from)) + 2
		if from >= float64(l.to+1) {
			t.Align, x = Right, l.right-2
		}
		c.Middle([]string{text}, x, middle, t)
		return
	}
	x1 := l.x(math.Max(from, float64(l.from)))
	x2 := math.Max(x1+2, l.x(math.Min(to, float64(l.to+1))))
	x2 = math.Min(x2, l.right)
	x1 = math.Min(x1, x2-2)
	top, bottom := middle-l.bar/2, middle+l.bar/2
	point := math.Min(5, (x2-x1)/3)
	shape := []Point{{x1, top}}
	if from < float64(l.from) {
		shape = []Point{{x1, middle}, {x1 + point, top}}
	}
	if to > float64(l.to+1) {
		shape = append(shape, Point{x2 - point, top}, Point{x2, middle}, Point{x2 - point, bottom})
	} else {
		shape = append(shape, Point{x2, top}, Point{x2, bottom})
	}
	if from < float64(l.from) {
		shape = append(shape, Point{x1 + point, bottom})
	} else {
		shape = append(shape, Point{x1, bottom})
	}
	phase := slices.Index(l.Phases, r.Phase)
	// Hatching leaves out the points.
	inner1, inner2 := x1, x2
	if from < float64(l.from) {
		inner1 += point
	}
	if to > float64(l.to+1) {
		inner2 -= point
	}
	l.fillTerm(c, shape, inner1, top, inner2-inner1, l.bar, phase, color)
	if phase != 0 && from < float64(l.from) && !r.Start.IsZero() {
		text := strconv.Itoa(r.Start.Year())
		if x2-x1 > l.textWidth(text, minSize, Regular)+2*point+6 {
			ground := color
			if phase == 2 {
				ground = pale(color)
			}
			c.Middle([]string{text}, x1+point+2, middle, TextStyle{Size: minSize, Weight: Regular, Color: On(ground)})
		}
	}
}

// outside says when a term was that has no part in the years shown.
func (l *timelineLayout) outside(from, to float64) string {
	if from >= float64(l.to+1) {
		return "vanaf " + strconv.Itoa(int(from))
	}
	return "tot " + strconv.Itoa(int(math.Ceil(to))-1)
}

// fillTerm paints a bar by its phase: hatched, full, pale.
func (l *timelineLayout) fillTerm(c *Canvas, shape []Point, x, y, w, h float64, phase int, color Color) {
	switch phase {
	case 0:
		c.Polygon(shape, Paint{Fill: white})
		c.Hatch(x, y, w, h, hatchGap, outlineIfPale(color), 0.6)
		c.Polygon(shape, Paint{Stroke: outlineIfPale(color), Width: 0.6})
	case 2:
		c.Polygon(shape, paleFill(color))
	default:
		c.Polygon(shape, filled(color))
	}
}

func outlineIfPale(c Color) Color {
	if Contrast(c, white) >= 3 {
		return c
	}
	return outline(c)
}

// Pages slices the timeline into as few as can be that are at most maxHeight
// points high, about equally long, and not with the head of a group or its first
// row alone at the end. A group that goes on is named again. The slices keep the years
// and colours of the whole.
func (t Timeline) Pages(maxHeight float64) []Timeline {
	if len(t.Rows) == 0 {
		return []Timeline{t}
	}
	l := t.layout()
	whole := t
	whole.From, whole.To = l.from, l.to
	whole.Groups = t.groupOrder()
	whole.Colors = make([]Color, len(whole.Groups))
	for i := range whole.Colors {
		whole.Colors[i] = t.groupColor(i, len(whole.Groups), l.st)
	}
	whole.Height = 0
	room := math.Max(50, maxHeight-l.top-2)
	fewest := slicesOf(l.lines, room)
	best := fewest
	for limit := room - 8; limit > 50; limit -= 8 {
		tighter := slicesOf(l.lines, limit)
		if len(tighter) > len(fewest) {
			break
		}
		best = tighter
	}
	pages := make([]Timeline, len(best))
	for i, rows := range best {
		pages[i] = whole
		pages[i].Rows = nil
		for _, r := range rows {
			pages[i].Rows = append(pages[i].Rows, t.Rows[r])
		}
	}
	return pages
}

// slicesOf fills slices of at most the given height with rows.
func slicesOf(lines []termLine, room float64) [][]int {
	var out [][]int
	var rows []int
	used, head := 0.0, 0.0
	for i, line := range lines {
		if line.row < 0 {
			head = line.height
			continue
		}
		need := head + line.height
		if head > 0 && i+1 < len(lines) && lines[i+1].row >= 0 {
			need += lines[i+1].height
		}
		if len(rows) > 0 && used+need > room {
			out, rows, used = append(out, rows), nil, 0
			if line.group != "" {
				head = groupHead
			}
		}
		rows = append(rows, line.row)
		used += head + line.height
		head = 0
	}
	return append(out, rows)
}

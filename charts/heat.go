package charts

import "math"

// Heat is a matrix of counts or marks: Values[row][column]. The darker a cell,
// the greater its number; the number stands in it as well.
type Heat struct {
	Base
	Rows, Columns []string
	Values        [][]float64
	// RowTitle and ColumnTitle say what rows and columns are: "Kanaal".
	RowTitle, ColumnTitle string
	// Marks draws a dot in each cell that isn't zero instead of its number.
	Marks bool
	// Totals adds a column and a row with sums.
	Totals bool
}

// How matrices are set, in points.
const (
	cellHeight = 17.0
	cellGap    = 1.5
	mostCell   = 66.0
	rowShare   = 0.34 // of the width that the names of rows may take
)

type heatLayout struct {
	Heat
	st            Style
	head          head
	values        [][]float64
	rowSums       []float64 // NaN for a row without values; the last is of all
	colSums       []float64
	rowNames      labels
	colNames      labels
	turned        bool
	every         int     // each how many columns one is named
	most          float64 // the greatest number, without its sign
	some          bool
	textSize      float64 // of numbers; 0 when they don't fit
	left, top     float64
	cell          float64
	rowTops       []float64
	rowHeights    []float64
	width, height float64
}

func (h Heat) layout() heatLayout {
	w := h.width(FullWidth)
	l := heatLayout{Heat: h, st: h.style(), width: w, head: h.newHead(w, nil)}
	rows, cols := len(h.Rows), len(h.Columns)
	for _, row := range h.Values {
		cols = max(cols, len(row))
	}
	rows = max(rows, len(h.Values))
	for r := range rows {
		line := make([]float64, cols)
		for c := range line {
			line[c] = math.NaN()
			if r < len(h.Values) && c < len(h.Values[r]) {
				line[c] = usable(h.Values[r][c])
			}
			if v := math.Abs(line[c]); v >= 0 {
				l.some, l.most = true, math.Max(l.most, v)
			}
		}
		l.values = append(l.values, line)
	}
	l.sum(rows, cols)
	if !l.some {
		l.height = h.emptyHeight(w)
		return l
	}
	rowNames, colNames := padded(h.Rows, rows), padded(h.Columns, cols)
	if h.Totals {
		rowNames, colNames = append(rowNames, "Totaal"), append(colNames, "Totaal")
	}
	l.rowNames = l.fitLabels(rowNames, w*rowShare, labelSize, Regular, 3)
	l.left = math.Max(l.textWidth(l.cleanText(h.RowTitle), smallSize, Regular), l.rowNames.width) + 8
	l.left = math.Min(l.left, w*rowShare+8)
	l.cell = math.Min(mostCell, (w-l.left)/float64(len(colNames)))
	l.setColumnNames(colNames)
	l.placeRows()
	l.setTextSize()
	return l
}

func padded(names []string, n int) []string {
	out := make([]string, n, n+1)
	copy(out, names)
	return out
}

// setColumnNames sets the names above the columns, on their side when the
// columns are too narrow.
func (l *heatLayout) setColumnNames(names []string) {
	l.every = 1
	l.colNames = l.fitLabels(names, l.cell-3, labelSize, Regular, 3)
	if l.colNames.forced && l.cell < 40 {
		l.turned = true
		l.every = max(1, int(math.Ceil(leading(minSize)/l.cell)))
		l.colNames = l.breakLabels(names, 100, minSize, Regular, max(1, min(2, int((l.cell-1)/leading(minSize)))))
	}
	l.top = l.head.height
	if l.ColumnTitle != "" {
		l.top += leading(smallSize) + 2
	}
	if l.turned {
		l.top += l.colNames.width + 5
	} else {
		l.top += l.colNames.maxHeight() + 5
	}
}

func (l *heatLayout) placeRows() {
	y := l.top
	for i := range l.rowNames.lines {
		if l.Totals && i == len(l.values) {
			y += 3
		}
		h := math.Max(cellHeight, l.rowNames.height(i)+4)
		l.rowTops, l.rowHeights = append(l.rowTops, y), append(l.rowHeights, h)
		y += h + cellGap
	}
	l.height = y
}

func (l *heatLayout) setTextSize() {
	for size := float64(labelSize); size >= minSize; size -= 0.5 {
		fits := true
		for r := range l.rowTops {
			for c := range l.colNames.lines {
				text, weight := l.cellText(r, c)
				fits = fits && l.textWidth(text, size, weight) <= l.cell-cellGap-2
			}
		}
		if fits {
			l.textSize = size
			return
		}
	}
}

// cellText is the number of a cell, or of a total past the last row or column.
func (l *heatLayout) cellText(r, c int) (string, Weight) {
	total := r == len(l.values) || c == len(l.values[0])
	v := l.value(r, c)
	switch {
	case math.IsNaN(v):
		return "", Regular
	case total:
		return number(v, l.Decimals), Semibold
	case v == 0:
		return "–", Regular
	}
	return number(v, l.Decimals), Regular
}

// sum adds up rows, columns and all.
func (l *heatLayout) sum(rows, cols int) {
	l.rowSums, l.colSums = missing(rows+1), missing(cols+1)
	add := func(to *float64, v float64) {
		if math.IsNaN(*to) {
			*to = 0
		}
		*to += v
	}
	for r, line := range l.values {
		for c, v := range line {
			if !math.IsNaN(v) {
				add(&l.rowSums[r], v)
				add(&l.colSums[c], v)
				add(&l.rowSums[rows], v)
			}
		}
	}
	l.colSums[cols] = l.rowSums[rows]
}

func missing(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = math.NaN()
	}
	return out
}

// value is that of a cell, or past the last row or column the sum.
func (l *heatLayout) value(r, c int) float64 {
	switch {
	case r == len(l.values):
		return l.colSums[c]
	case c == len(l.values[r]):
		return l.rowSums[r]
	}
	return l.values[r][c]
}

// Size gives width and height in points.
func (h Heat) Size() (width, height float64) {
	l := h.layout()
	return l.width, l.height
}

// Draw draws the chart.
func (h Heat) Draw(c *Canvas) {
	l := h.layout()
	if !l.some {
		h.drawEmpty(c, l.width, l.height)
		return
	}
	l.head.draw(c, l.st)
	l.drawNames(c)
	for r := range l.rowTops {
		for col := range l.colNames.lines {
			l.drawCell(c, r, col)
		}
	}
	if l.Totals {
		y := l.rowTops[len(l.rowTops)-1] - 2.2
		c.Line(0, y, l.left+l.cell*float64(len(l.colNames.lines))-cellGap, y, l.st.Ink, 0.6)
	}
}

func (l *heatLayout) drawNames(c *Canvas) {
	grey := TextStyle{Size: smallSize, Weight: Regular, Color: l.st.Grey}
	under := l.top - 5
	if l.RowTitle != "" {
		lines, _ := l.wrap(l.RowTitle, l.left-8, smallSize, Regular, 1)
		c.Lines(lines, 0, under-descent*smallSize, grey)
	}
	if l.ColumnTitle != "" {
		lines, _ := l.wrap(l.ColumnTitle, l.width-l.left, smallSize, Regular, 1)
		c.Lines(lines, l.left, l.head.height+capHeight*smallSize, grey)
	}
	last := len(l.colNames.lines) - 1
	for i, lines := range l.colNames.lines {
		if i%l.every != 0 {
			continue
		}
		x := l.left + (float64(i)+0.5)*l.cell - cellGap/2
		t := TextStyle{Size: l.colNames.size, Weight: Regular, Color: l.st.Ink, Align: Center}
		if l.Totals && i == last {
			t.Weight = Semibold
		}
		if l.turned {
			t.Align, t.Angle = Left, -90
			x += capHeight*t.Size/2 - float64(len(lines)-1)*leading(t.Size)/2
			for _, line := range lines {
				c.Text(line, x, under+2, t)
				x += leading(t.Size)
			}
			continue
		}
		// Names stand on the matrix: the last line just above it.
		c.Lines(lines, x, under-descent*t.Size-float64(len(lines)-1)*leading(t.Size)+1, t)
	}
	for i, lines := range l.rowNames.lines {
		t := TextStyle{Size: l.rowNames.size, Weight: Regular, Color: l.st.Ink}
		if l.Totals && i == len(l.values) {
			t.Weight = Semibold
		}
		c.Middle(lines, 0, l.rowTops[i]+l.rowHeights[i]/2, t)
	}
}

func (l *heatLayout) drawCell(c *Canvas, r, col int) {
	x, y := l.left+float64(col)*l.cell, l.rowTops[r]
	w, h := math.Max(l.cell*0.7, l.cell-cellGap), l.rowHeights[r]
	text, weight := l.cellText(r, col)
	t := TextStyle{Size: l.textSize, Weight: weight, Color: l.st.Ink, Align: Center}
	v := l.value(r, col)
	if r < len(l.values) && col < len(l.values[0]) {
		fill := l.shade(v)
		c.Rect(x, y, w, h, Paint{Fill: fill})
		t.Color = On(fill)
		if v == 0 {
			t.Color = l.st.Grey
		}
		if l.Marks {
			if v != 0 && !math.IsNaN(v) {
				c.Dot(x+w/2, y+h/2, math.Min(3.2, w/3), Paint{Fill: l.st.Strong})
			}
			return
		}
	}
	if l.textSize > 0 {
		c.Middle([]string{text}, x+w/2, y+h/2, t)
	}
}

// shade is the colour of a cell: the ground for zero and what is missing,
// then from a tint to the full colour.
func (l *heatLayout) shade(v float64) Color {
	if math.IsNaN(v) || v == 0 || l.most == 0 || l.Marks {
		return l.st.Tint
	}
	return white.Mix(l.st.Strong, 0.16+0.84*math.Abs(v)/l.most)
}

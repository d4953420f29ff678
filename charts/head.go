package charts

import "math"

// noData is the sentence in place of a chart that has nothing to show.
const noData = "Geen gegevens"

// swatch is how a legend shows a series.
type swatch func(c *Canvas, x, y, w, h float64)

// entry is a line of a legend.
type entry struct {
	name string
	draw swatch
}

func plainSwatch(p Paint) swatch {
	return func(c *Canvas, x, y, w, h float64) { c.Rect(x, y, w, h, p) }
}

// filled paints an area; a colour that hardly shows on white gets a thin dark
// outline.
func filled(fill Color) Paint {
	if Contrast(fill, white) >= 3 {
		return Paint{Fill: fill}
	}
	return Paint{Fill: fill, Stroke: outline(fill), Width: 0.4}
}

func outline(c Color) Color { return c.Mix(black, 0.55) }

// paleFill paints last year: a tint inside an outline of the colour itself.
func paleFill(c Color) Paint { return Paint{Fill: pale(c), Stroke: c.Mix(black, 0.1), Width: 0.4} }

// pale is the tint of last year's bars.
func pale(c Color) Color { return c.Mix(white, 0.62) }

func (b Base) style() Style {
	if b.Style != nil {
		return *b.Style
	}
	return DefaultStyle()
}

func (b Base) width(standard float64) float64 {
	if b.Width > 0 && !math.IsInf(b.Width, 0) {
		return math.Max(40, math.Min(b.Width, 5000))
	}
	return standard
}

// head is what stands above a chart: its title, when asked for, and a legend.
type head struct {
	title, subtitle labels
	entries         []placedEntry
	size            float64
	height          float64
}

type placedEntry struct {
	entry
	lines []string
	x, y  float64 // top left of the swatch
}

const (
	swatchSize  = 8.0
	swatchGap   = 4.0
	legendGap   = 14.0
	titleSize   = 11.0
	headPadding = 6.0
	topInset    = 2.0 // accents stand above capitals
)

// newHead lays out title and legend over a width. Its height includes the
// space under it.
func (b Base) newHead(width float64, entries []entry) head {
	h := head{size: labelSize, height: topInset}
	if b.ShowTitle {
		if b.Title != "" {
			h.title = b.breakLabels([]string{b.Title}, width, titleSize, Semibold, 3)
			h.height += float64(len(h.title.lines[0])) * leading(titleSize)
		}
		if b.Subtitle != "" {
			h.subtitle = b.breakLabels([]string{b.Subtitle}, width, labelSize, Regular, 3)
			h.height += float64(len(h.subtitle.lines[0])) * leading(labelSize)
		}
		if h.height > topInset {
			h.height += headPadding
		}
	}
	x, y, deep := 0.0, h.height, 0
	for _, e := range entries {
		lines, _ := b.wrap(e.name, width-swatchSize-swatchGap, h.size, Regular, 3)
		wide := swatchSize + swatchGap
		for _, line := range lines {
			wide = math.Max(wide, swatchSize+swatchGap+b.textWidth(line, h.size, Regular))
		}
		if x > 0 && x+wide > width {
			x, y, deep = 0, y+float64(deep)*leading(h.size)+3, 0
		}
		h.entries = append(h.entries, placedEntry{e, lines, x, y})
		deep = max(deep, len(lines), 1)
		x += wide + legendGap
	}
	if len(entries) > 0 {
		h.height = y + float64(deep)*leading(h.size) + headPadding
	}
	return h
}

func (h head) draw(c *Canvas, st Style) {
	y := topInset
	if len(h.title.lines) > 0 {
		y = c.Lines(h.title.lines[0], 0, y+capHeight*titleSize, TextStyle{Size: titleSize, Weight: Semibold, Color: st.Ink})
		y -= capHeight * titleSize
	}
	if len(h.subtitle.lines) > 0 {
		c.Lines(h.subtitle.lines[0], 0, y+capHeight*labelSize, TextStyle{Size: labelSize, Color: st.Grey, Weight: Regular})
	}
	for _, e := range h.entries {
		e.entry.draw(c, e.x, e.y, swatchSize, swatchSize)
		c.Lines(e.lines, e.x+swatchSize+swatchGap, e.y+swatchSize/2+capHeight*h.size/2,
			TextStyle{Size: h.size, Weight: Regular, Color: st.Ink})
	}
}

// emptyHeight is the height of a chart without data.
func (b Base) emptyHeight(w float64) float64 {
	return math.Max(b.newHead(w, nil).height+40, math.Min(b.Height, 120))
}

// drawEmpty says that there is nothing to show.
func (b Base) drawEmpty(c *Canvas, w, h float64) {
	st := b.style()
	top := b.newHead(w, nil)
	top.draw(c, st)
	c.Rect(0, top.height, w, h-top.height, Paint{Fill: st.Tint})
	c.Middle([]string{noData}, w/2, (top.height+h)/2, TextStyle{Size: labelSize, Weight: Regular, Color: st.Grey, Align: Center})
}

// seriesColor is the colour of series i of n: the short palette up to three,
// the long one up to six, tints of it past that.
func (s Style) seriesColor(i, n int) Color {
	colors := s.Many
	if n <= len(s.Few) {
		colors = s.Few
	}
	if len(colors) == 0 {
		return s.Strong
	}
	c := colors[i%len(colors)]
	if round := i / len(colors); round > 0 {
		c = c.Mix(white, math.Min(0.75, 0.45*float64(round)))
	}
	return c
}

// spread moves blocks of the given heights, which want to stand with their
// middles at the given places in rising order, so that they keep a gap and
// stay between top and bottom, as near to their places as can be.
func spread(middles, heights []float64, gap, top, bottom float64) []float64 {
	out := append([]float64(nil), middles...)
	end := top
	for i := range out {
		out[i] = math.Max(out[i], end+heights[i]/2)
		end = out[i] + heights[i]/2 + gap
	}
	end = bottom
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = math.Min(out[i], end-heights[i]/2)
		end = out[i] - heights[i]/2 - gap
	}
	// Pushing up may have gone past the top when there is too little room.
	end = top
	for i := range out {
		out[i] = math.Max(out[i], end+heights[i]/2)
		end = out[i] + heights[i]/2 + gap
	}
	return out
}

package charts

import (
	"math"
	"strconv"
)

// Mode is how the series of a bar chart stand.
type Mode uint8

// Side by side, on top of one another, or on top of one another as shares that
// make up 100 %.
const (
	Grouped Mode = iota
	Stacked
	Percent
)

// Norm is a line across a bar chart, in the unit of the values.
type Norm struct {
	Label string
	Value float64
	// Values, when set, are the norms of the categories instead, for a line
	// in steps; NaN where there is none.
	Values []float64
}

// Bars is a bar chart, upright or lying. Its axis always has zero.
type Bars struct {
	Base
	Categories []string
	Series     []Series
	Mode       Mode
	Horizontal bool
	// Norm, when set, is a dashed line with its label in the margin.
	Norm *Norm
	// NoGap lets the bars touch: a histogram.
	NoGap bool
	// Colors, when set, colour the categories instead of the series (not when
	// stacked); a pale series gets their tint.
	Colors []Color
	// SeriesColors, when set, override the colours of the palette.
	SeriesColors []Color
	// HideValues leaves out the numbers on the bars, HideTotals those above
	// stacks.
	HideValues, HideTotals bool
	// Sum tells that the values of a series may be added up over the
	// categories (people per theme, not people per year); the alternative text
	// then gives the total.
	Sum bool
}

// barData is the chart's data made fit to draw.
type barData struct {
	Bars
	st      Style
	names   []string    // of the categories
	values  [][]float64 // by series and category; NaN is missing
	secret  [][]string  // in the place of values that are withheld, else ""
	totals  []float64   // by category, of stacks
	lo, hi  float64     // the ends of what is drawn, zero included
	whole   bool        // all values are whole numbers
	some    bool        // there is a value, or one that is withheld
	secrets bool        // a value is withheld
	norm    float64     // NaN when there is none; of the last category when they differ
	norms   []float64   // by category, when they have norms of their own
}

func (b Bars) data() barData {
	d := barData{Bars: b, st: b.style(), whole: true, norm: math.NaN()}
	d.names = append(d.names, b.Categories...)
	for _, s := range b.Series {
		for len(d.names) < len(s.Values) {
			d.names = append(d.names, "")
		}
	}
	for _, s := range b.Series {
		row, secret := make([]float64, len(d.names)), make([]string, len(d.names))
		for i := range row {
			row[i] = math.NaN()
			if i < len(s.Values) {
				row[i] = usable(s.Values[i])
			}
			if i < len(s.Withheld) && s.Withheld[i] != "" {
				row[i], secret[i] = math.NaN(), cleanText(s.Withheld[i])
				d.some, d.secrets = true, true
			}
			if b.Mode == Percent && row[i] < 0 {
				row[i] = math.NaN() // a negative share means nothing
			}
			d.some = d.some || !math.IsNaN(row[i])
		}
		d.values, d.secret = append(d.values, row), append(d.secret, secret)
	}
	d.totals = make([]float64, len(d.names))
	for c := range d.names {
		d.totals[c] = d.total(c)
	}
	if b.Mode == Percent {
		d.toShares()
	}
	if b.Norm != nil {
		d.setNorm(*b.Norm)
	}
	d.measure()
	return d
}

// setNorm makes the norm fit to draw. One that is the same in all categories is
// one line.
func (d *barData) setNorm(n Norm) {
	d.norm = usable(n.Value)
	if n.Values == nil {
		return
	}
	d.norm = math.NaN()
	d.norms = make([]float64, len(d.names))
	same := true
	for c := range d.norms {
		d.norms[c] = math.NaN()
		if c < len(n.Values) {
			d.norms[c] = usable(n.Values[c])
		}
		same = same && d.norms[c] == d.norms[0]
		if !math.IsNaN(d.norms[c]) {
			d.norm = d.norms[c]
		}
	}
	if same {
		d.norms = nil
	}
}

// total adds up a category; NaN when it has no value, or one that is withheld.
func (d barData) total(c int) float64 {
	sum, some := 0.0, false
	for s := range d.values {
		if d.secret[s][c] != "" {
			return math.NaN()
		}
		if v := d.values[s][c]; !math.IsNaN(v) {
			sum, some = sum+v, true
		}
	}
	if !some {
		return math.NaN()
	}
	return sum
}

func (d barData) toShares() {
	for s := range d.values {
		for c, v := range d.values[s] {
			if d.totals[c] > 0 {
				d.values[s][c] = 100 * v / d.totals[c]
			} else if !math.IsNaN(v) {
				d.values[s][c] = 0
			}
		}
	}
}

func (d *barData) measure() {
	see := func(v float64) {
		if !math.IsNaN(v) {
			d.lo, d.hi = math.Min(d.lo, v), math.Max(d.hi, v)
		}
	}
	see(d.norm)
	for _, v := range d.norms {
		see(v)
	}
	for c := range d.names {
		for s := range d.values {
			if v := d.values[s][c]; v != math.Trunc(v) {
				d.whole = d.whole && math.IsNaN(v)
			}
			if d.Mode == Grouped {
				see(d.values[s][c])
			}
		}
		if d.Mode != Grouped {
			for _, part := range d.stack(c) {
				see(part.from)
				see(part.to)
			}
		}
	}
	if d.Mode == Percent {
		d.lo, d.hi = 0, 100
	}
}

// part is a bar, or a segment of a stack, as it runs along the value axis.
type part struct {
	series   int
	from, to float64
}

// stack gives the segments of a category: what is positive goes up from zero,
// what is negative down.
func (d barData) stack(c int) []part {
	var parts []part
	up, down := 0.0, 0.0
	for s := range d.values {
		v := d.values[s][c]
		switch {
		case math.IsNaN(v) || v == 0:
		case v > 0:
			parts = append(parts, part{s, up, up + v})
			up += v
		default:
			parts = append(parts, part{s, down, down + v})
			down += v
		}
	}
	return parts
}

// valueText is a value as it is written on its bar.
func (d barData) valueText(v float64) string {
	if d.Mode == Percent {
		return percent(v, d.Decimals)
	}
	return number(v, d.Decimals)
}

// endText is what stands at the end of a bar: its value, or what stands in the
// place of a value that is withheld; "" when there is neither.
func (d barData) endText(s, c int, v float64) string {
	if math.IsNaN(v) {
		return d.secret[s][c]
	}
	return d.valueText(v)
}

// single tells that there is one series only, so that no legend is needed.
func (d barData) single() bool { return len(d.Series) <= 1 }

// seriesColor is the full colour of a series apart from its categories; a
// pale one has that of the series it goes with.
func (d barData) seriesColor(s int) Color {
	main, strongSeries, place := d.mainOf(s), 0, 0
	for i := range d.Series {
		if d.mainOf(i) == i {
			if i < main {
				place++
			}
			strongSeries++
		}
	}
	switch {
	case main < len(d.SeriesColors) && !d.SeriesColors[main].None():
		return d.SeriesColors[main]
	case strongSeries <= 1:
		return d.st.Strong
	}
	return d.st.seriesColor(place, strongSeries)
}

// mainOf is the series whose tint a pale one takes: the next that isn't pale,
// else the one before, else itself. A series that isn't pale is its own.
func (d barData) mainOf(s int) int {
	for i := s; i < len(d.Series); i++ {
		if !d.Series[i].Pale {
			return i
		}
	}
	for i := s - 1; i >= 0; i-- {
		if !d.Series[i].Pale {
			return i
		}
	}
	return s
}

func (d barData) byCategory() bool { return len(d.Colors) > 0 && d.Mode == Grouped }

// paint is how the bar of a series and category is painted.
func (d barData) paint(s, c int) Paint {
	color := d.seriesColor(s)
	if d.byCategory() {
		color = d.st.Strong
		if own := d.Colors[c%len(d.Colors)]; !own.None() {
			color = own
		}
	}
	return d.painted(s, color)
}

// painted paints a series in a colour, or in its tint.
func (d barData) painted(s int, color Color) Paint {
	if d.mainOf(s) != s {
		return paleFill(color)
	}
	return filled(color)
}

// legend names the series, unless there is only one. Where the categories
// have the colours, it shows in grey which bar is the pale one.
func (d barData) legend() []entry {
	if d.single() {
		return nil
	}
	var entries []entry
	for s, series := range d.Series {
		color := d.seriesColor(s)
		if d.byCategory() {
			color = d.st.Grey
		}
		entries = append(entries, entry{seriesName(series, s), plainSwatch(d.painted(s, color))})
	}
	return entries
}

func seriesName(s Series, i int) string {
	if name := cleanText(s.Name); name != "" {
		return name
	}
	return "Reeks " + strconv.Itoa(i+1)
}

// Size gives width and height in points. The height grows past the one given
// when the data need more.
func (b Bars) Size() (w, h float64) {
	w = b.width(FullWidth)
	d := b.data()
	switch {
	case !d.some:
		return w, b.emptyHeight(w)
	case b.Horizontal:
		return w, d.lying(w).height
	}
	return w, d.upright(w).height
}

// Draw draws the chart.
func (b Bars) Draw(c *Canvas) {
	w := b.width(FullWidth)
	d := b.data()
	switch {
	case !d.some:
		b.drawEmpty(c, w, b.emptyHeight(w))
	case b.Horizontal:
		d.lying(w).draw(c)
	default:
		d.upright(w).draw(c)
	}
}

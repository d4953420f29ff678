package charts

import "math"

// Spark is a tiny line without axes or text, to stand beside a figure. Its
// scale runs from the least to the greatest value; the last has a dot.
type Spark struct {
	Base
	// Labels, such as years, are for the alternative text.
	Labels []string
	Values []float64
}

// Size gives width and height in points: 72 by 16 unless given.
func (s Spark) Size() (w, h float64) {
	w, h = 72, 16
	if s.Width > 0 {
		w = math.Max(10, math.Min(s.Width, 5000))
	}
	if s.Height > 0 {
		h = math.Max(6, math.Min(s.Height, 2000))
	}
	return w, h
}

// Draw draws the line; a missing value is a gap in it. Without any value it
// draws a thin dash.
func (s Spark) Draw(c *Canvas) {
	w, h := s.Size()
	st := s.style()
	values := usableAll(s.Values)
	lo, hi, last := extremes(values)
	if last < 0 {
		c.Line(0, h/2, w, h/2, st.Rule, 0.8, 2, 2)
		return
	}
	const inset = 3
	at := func(i int) Point {
		p := Point{w - inset, h / 2}
		if len(values) > 1 {
			p.X = inset + (w-2*inset)*float64(i)/float64(len(values)-1)
		}
		if hi > lo {
			p.Y = h - inset - (h-2*inset)*(values[i]-lo)/(hi-lo)
		}
		return p
	}
	var run []Point
	flush := func() {
		if len(run) == 1 {
			c.Dot(run[0].X, run[0].Y, 0.8, Paint{Fill: st.Grey})
		}
		c.Polyline(run, st.Grey, 1.1)
		run = nil
	}
	for i, v := range values {
		if math.IsNaN(v) {
			flush()
			continue
		}
		run = append(run, at(i))
	}
	flush()
	end := at(last)
	c.Dot(end.X, end.Y, 2.2, Paint{Fill: st.Strong, Stroke: white, Width: 0.5})
}

func usableAll(values []float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = usable(v)
	}
	return out
}

// extremes gives the least and greatest value and the place of the last one
// that isn't missing; -1 when all are.
func extremes(values []float64) (lo, hi float64, last int) {
	lo, hi, last = math.Inf(1), math.Inf(-1), -1
	for i, v := range values {
		if !math.IsNaN(v) {
			lo, hi, last = math.Min(lo, v), math.Max(hi, v), i
		}
	}
	return lo, hi, last
}

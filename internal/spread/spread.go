// Package spread says which of many numbers lie apart from the others, also
// when a third of them do: the others are measured by themselves, so what lies
// apart can't hide by making the spread wide.
package spread

import (
	"math"
	"math/bits"
)

// Numbers are counted by size, sixteen bins to a doubling: the bin is in the
// bits of the number, so that counting takes no logarithm.
const (
	perOctave = 16
	lowest    = -20 // the exponent of two below which sizes are one
	octaves   = 64
)

type bin struct {
	count     int
	low, high float64
}

// Sizes counts positive numbers. The zero value is empty.
type Sizes struct {
	bins []bin
	n    int
}

// Add counts a number; one that isn't positive has no size.
func (s *Sizes) Add(v float64) {
	if v <= 0 {
		return
	}
	if s.bins == nil {
		s.bins = make([]bin, octaves*perOctave)
	}
	const offset = (1023 + lowest) * perOctave
	i := min(max(int(math.Float64bits(v)>>(52-bits.Len(perOctave-1)))-offset, 0), len(s.bins)-1)
	b := &s.bins[i]
	if b.count == 0 || v < b.low {
		b.low = v
	}
	b.high = max(b.high, v)
	b.count++
	s.n++
}

// Count is how many numbers were counted.
func (s *Sizes) Count() int { return s.n }

// Gap says when numbers lie apart: what all of them must be.
type Gap struct {
	// Factor is how many times the nearest of the others.
	Factor float64
	// FromMedian is how many times the median of the others.
	FromMedian float64
	// Spreads is how many times the spread of the others away from their
	// median, in logarithms.
	Spreads float64
	// Least is the smallest number, or for Below the largest, that counts.
	Least float64
	// Share is the largest share of all numbers that may lie apart.
	Share float64
	// Most is how many may lie apart; 0 sets no bound.
	Most int
}

// narrowest is the least spread that numbers are taken to have, in natural
// logarithms: where nearly all are equal, a third more is nothing.
const narrowest = 0.35

// Above gives the smallest of the numbers that lie apart at the top.
func (s *Sizes) Above(g Gap) (bound float64, ok bool) {
	apart, next := 0, -1
	for i := len(s.bins) - 1; i >= 0 && s.within(apart, g); i-- {
		b := s.bins[i]
		if b.count == 0 {
			continue
		}
		if next >= 0 && s.bins[next].low >= g.Least && s.bins[next].low >= g.Factor*b.high && s.far(0, i, next, g) {
			bound, ok = s.bins[next].low, true
		}
		apart, next = apart+b.count, i
	}
	return bound, ok
}

// Below gives the largest of the numbers that lie apart at the bottom.
func (s *Sizes) Below(g Gap) (bound float64, ok bool) {
	apart, next := 0, -1
	for i := 0; i < len(s.bins) && s.within(apart, g); i++ {
		b := s.bins[i]
		if b.count == 0 {
			continue
		}
		if next >= 0 && s.bins[next].high <= g.Least && s.bins[next].high*g.Factor <= b.low && s.far(i, len(s.bins)-1, next, g) {
			bound, ok = s.bins[next].high, true
		}
		apart, next = apart+b.count, i
	}
	return bound, ok
}

func (s *Sizes) within(apart int, g Gap) bool {
	return float64(apart) <= g.Share*float64(s.n) && (g.Most == 0 || apart <= g.Most)
}

// far tells whether a bin is far from the median of those from one to another.
func (s *Sizes) far(from, to, at int, g Gap) bool {
	middle, spread := s.middle(from, to)
	away := math.Abs(float64(at-middle)) / perOctave * math.Ln2
	return away >= g.Spreads*spread && away >= math.Log(max(g.FromMedian, 1))-0.1
}

// middle gives the bin of the median and the spread around it: the median
// distance, made comparable with a standard deviation.
func (s *Sizes) middle(from, to int) (middle int, spread float64) {
	n := 0
	for _, b := range s.bins[from : to+1] {
		n += b.count
	}
	seen := 0
	for middle = from; middle < to; middle++ {
		if seen += s.bins[middle].count; 2*seen > n {
			break
		}
	}
	seen = 0
	for d := 0; d <= to-from; d++ {
		if at := middle - d; at >= from {
			seen += s.bins[at].count
		}
		if at := middle + d; d > 0 && at <= to {
			seen += s.bins[at].count
		}
		if 2*seen >= n {
			return middle, max(1.4826*float64(d)/perOctave*math.Ln2, narrowest)
		}
	}
	return middle, narrowest
}

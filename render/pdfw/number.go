package pdfw

import (
	"math"
	"strconv"
)

// number writes a length with at most two decimals: a hundredth of a point is
// less than any printer shows.
func number(b []byte, v float64) []byte { return decimals(b, v, 2) }

// decimals writes v with at most n decimals and no needless zeros. What isn't
// a number becomes 0, and what no page can hold is cut off: a broken size
// must not make a file that can't be read.
func decimals(b []byte, v float64, n int) []byte {
	const limit = 1e6
	if math.IsNaN(v) {
		v = 0
	}
	v = math.Max(-limit, math.Min(limit, v))
	unit := int64(1)
	for range n {
		unit *= 10
	}
	scaled := int64(math.Round(v * float64(unit)))
	if scaled < 0 {
		b = append(b, '-')
		scaled = -scaled
	}
	b = strconv.AppendInt(b, scaled/unit, 10)
	rest := scaled % unit
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for rest > 0 {
		unit /= 10
		b = append(b, byte('0'+rest/unit))
		rest %= unit
	}
	return b
}

// appendColour writes a colour with the operator for a grey or for RGB.
func appendColour(b []byte, c RGB, grey, rgb string) []byte {
	b = decimals(b, float64(c.R)/255, 3)
	b = append(b, ' ')
	if c.R == c.G && c.G == c.B {
		return append(b, grey...)
	}
	b = append(decimals(b, float64(c.G)/255, 3), ' ')
	b = append(decimals(b, float64(c.B)/255, 3), ' ')
	return append(b, rgb...)
}

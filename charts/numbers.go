package charts

import (
	"math"
	"strconv"
	"strings"

	"voortgang/internal/dutch"
)

// huge bounds what is drawn, so that sums stay finite.
const huge = 1e100

// usable makes a number fit to draw: infinities count as missing (NaN), and
// beyond ±1e100 it is cut off.
func usable(v float64) float64 {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return math.NaN()
	case math.Abs(v) < 1e-100:
		return 0
	}
	return math.Max(-huge, math.Min(huge, v))
}

// number writes a value in Dutch. Past fifteen digits, where grouping would
// no longer help and digits are noise, it writes a power: "1,5e18".
func number(v float64, decimals int) string {
	if math.Abs(v) >= 1e15 && !math.IsInf(v, 0) {
		s := strconv.FormatFloat(v, 'e', 1, 64)
		return strings.NewReplacer(".", ",", "e+", "e", "-", "−").Replace(s)
	}
	return dutch.Number(v, max(0, min(6, decimals)))
}

func percent(v float64, decimals int) string {
	return number(v, decimals) + dutch.NBSP + "%"
}

// withUnit writes a value and its unit with a no-break space.
func (b Base) withUnit(v float64) string {
	s := number(v, b.Decimals)
	switch {
	case b.Unit == "":
		return s
	case b.Unit == "€":
		return "€" + dutch.NBSP + s
	}
	if strings.TrimLeft(s, "−") == "1" && b.UnitOne != "" {
		return s + dutch.NBSP + b.UnitOne
	}
	return s + dutch.NBSP + b.Unit
}

// scale is an axis: its ends and round steps between them.
type scale struct {
	lo, hi, step float64
	decimals     int
}

// newScale gives an axis that holds zero, lo and hi, with about the wanted
// number of steps of 1, 2, 2.5 or 5 times a power of ten. Whole asks for steps
// that are whole numbers.
func newScale(lo, hi float64, steps int, whole bool) scale {
	lo, hi = math.Min(lo, 0), math.Max(hi, 0)
	if lo == hi {
		hi = 1
	}
	raw := (hi - lo) / float64(max(1, steps))
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	step := 10 * power
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*power >= raw*(1-1e-9) && !(whole && m == 2.5 && power < 10) {
			step = m * power
			break
		}
	}
	if whole && step < 1 {
		step = 1
	}
	s := scale{step: step}
	s.lo = math.Floor(lo/step+1e-9) * step
	s.hi = math.Ceil(hi/step-1e-9) * step
	if step < 1 {
		s.decimals = min(6, int(math.Ceil(-math.Log10(step)-1e-9)))
	}
	if m := step / power; math.Abs(m-2.5) < 1e-9 && power < 10 {
		s.decimals = min(6, s.decimals+1)
		if power >= 1 {
			s.decimals = 1
		}
	}
	return s
}

// ticks are the places of the steps.
func (s scale) ticks() []float64 {
	n := int(math.Round((s.hi - s.lo) / s.step))
	out := make([]float64, 0, n+1)
	for i := range min(n, 100) + 1 {
		v := s.lo + float64(i)*s.step
		if math.Abs(v) < s.step/1e6 {
			v = 0
		}
		out = append(out, v)
	}
	return out
}

// at maps a value to its share of the axis, 0 to 1.
func (s scale) at(v float64) float64 { return (v - s.lo) / (s.hi - s.lo) }

// tickText writes a step's value; steps too small for six decimals as a power.
func (s scale) tickText(v float64) string {
	if s.step < 1e-6 && v != 0 {
		return strings.NewReplacer(".", ",", "-", "−").Replace(strconv.FormatFloat(v, 'e', 1, 64))
	}
	return number(v, s.decimals)
}

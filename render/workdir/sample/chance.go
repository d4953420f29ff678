package sample

import (
	"hash/fnv"
	"math/rand/v2"
	"time"
)

// chance draws from a generator with a fixed seed.
type chance struct{ *rand.Rand }

// chanceOf gives the generator of a purpose.
func chanceOf(purpose string) chance {
	h := fnv.New64a()
	h.Write([]byte(purpose))
	return chance{rand.New(rand.NewPCG(h.Sum64(), Year))}
}

// happens is true in the given share of the draws.
func (c chance) happens(share float64) bool { return c.Float64() < share }

// between draws a whole number, both bounds included.
func (c chance) between(low, high int) int { return low + c.IntN(high-low+1) }

// weighted draws an index with the given weights; not all may be 0.
func (c chance) weighted(weights []float64) int {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	at := c.Float64() * sum
	for i, w := range weights {
		if at -= w; at < 0 && w > 0 {
			return i
		}
	}
	for i := len(weights) - 1; i >= 0; i-- {
		if weights[i] > 0 {
			return i
		}
	}
	return 0
}

// one draws one of the values.
func one[T any](c chance, values []T) T { return values[c.IntN(len(values))] }

// shares parts a total over weights so that the parts add up to it exactly.
func shares(total int, weights []float64) []int {
	sum, out := 0.0, make([]int, len(weights))
	for _, w := range weights {
		sum += w
	}
	if sum == 0 {
		return out
	}
	given, cumulative := 0, 0.0
	for i, w := range weights {
		cumulative += w
		upTo := int(float64(total)*cumulative/sum + 0.5)
		out[i] = upTo - given
		given = upTo
	}
	return out
}

// settle changes values in steps until they add up to total, each staying
// within its bounds, going round in order.
func settle(values []float64, total, step, low, high float64) {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	for i, idle := 0, 0; sum != total && idle < len(values); i = (i + 1) % len(values) {
		d := step
		if sum > total {
			d = -step
		}
		if v := values[i] + d; v >= low && v <= high {
			values[i], sum, idle = v, sum+d, 0
			continue
		}
		idle++
	}
}

// isHoliday tells whether nothing is organised on a day: a public holiday, or
// between Christmas and New Year.
func isHoliday(d time.Time) bool {
	switch d.Format("02-01") {
	case "01-01", "01-05", "21-07", "15-08", "01-11", "11-11":
		return true
	}
	switch d.Format(time.DateOnly) {
	case "2020-04-13", "2020-05-21", "2020-06-01", "2021-04-05", "2021-05-13", "2021-05-24":
		return true
	}
	return d.Month() == time.December && d.Day() >= 24
}

// workday gives a weekday in a month that lies within a term and is no
// holiday; weekend allows Saturday and Sunday too. The zero time says that
// there is none.
func (c chance) workday(year int, month time.Month, from, to time.Time, weekend bool) time.Time {
	var days []time.Time
	for d := date(year, month, 1); d.Month() == month; d = d.AddDate(0, 0, 1) {
		isWeekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
		if d.Before(from) || d.After(to) || isHoliday(d) || isWeekend != weekend {
			continue
		}
		days = append(days, d)
	}
	if len(days) == 0 {
		return time.Time{}
	}
	return one(c, days)
}

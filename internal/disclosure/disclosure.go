// Package disclosure keeps readers from telling who is meant: it withholds
// the counts of small groups of people, and whatever those could be worked
// out from. It is what statistical offices call primary and secondary cell
// suppression.
package disclosure

import (
	"math"

	"voortgang/internal/model"
)

// Protect gives the figures as readers may see them: a group of people of
// fewer than least is withheld (0 is told: no one is in it), and so is every
// value that a small group could be worked out from. Withheld values lose
// their number and their cells. The figures that it is given stay as they are.
func Protect(figs *model.Figures, least int) *model.Figures {
	out := model.NewFigures(figs.Year)
	out.Sums = figs.Sums
	for _, f := range figs.All() {
		own := *f
		own.Years = append([]model.Value(nil), f.Years...)
		out.Add(&own)
	}
	if least < 2 {
		return out
	}
	out.Least = least
	for _, year := range years(figs) {
		p := protection{figs: figs, year: year, least: float64(least), why: map[string]model.Withheld{}}
		p.run()
		for key, why := range p.why {
			// What was published without its number keeps the words that it had.
			if f := out.Get(key); f.In(year).Withheld == model.Shown {
				withhold(f, year, why, least)
			}
		}
	}
	return out
}

// years lists the years of which any figure has a value.
func years(figs *model.Figures) []int {
	var out []int
	seen := map[int]bool{}
	for _, f := range figs.All() {
		for _, v := range append([]model.Value{f.Now}, f.Years...) {
			if v.Known && !seen[v.Year] {
				seen[v.Year] = true
				out = append(out, v.Year)
			}
		}
	}
	return out
}

// withhold takes the value of a year out of a figure.
func withhold(f *model.Figure, year int, why model.Withheld, least int) {
	gone := model.Value{Year: year, Withheld: why}
	if why == model.Small {
		gone.Below = least
	}
	if f.Now.Year == year {
		f.Now = gone
	}
	for i := range f.Years {
		if f.Years[i].Year == year {
			f.Years[i] = gone
		}
	}
}

// protection decides what is withheld of one year.
type protection struct {
	figs  *model.Figures
	year  int
	least float64
	// why holds what is withheld, by key.
	why map[string]model.Withheld
}

// run first withholds the small groups, then goes on covering what gives one
// away until nothing does. Every round withholds something more, so it ends.
func (p *protection) run() {
	for _, f := range p.figs.All() {
		if v := f.In(p.year); v.Withheld != model.Shown {
			p.why[f.Key] = v.Withheld
		} else if f.People && v.Known && v.Value > 0 && v.Value < p.least {
			p.why[f.Key] = model.Small
		}
	}
	for more := len(p.why) > 0; more; {
		more = p.coverBehind()
		for _, s := range p.figs.Sums {
			more = p.coverSum(s) || more
		}
	}
}

// value gives a figure's value in the year, before anything was withheld.
func (p *protection) value(key string) (v float64, known bool) {
	f := p.figs.Get(key)
	if f == nil {
		return 0, false
	}
	in := f.In(p.year)
	return in.Value, in.Known
}

// most is the largest number that readers may take a small group for.
func (p *protection) most(key string) float64 {
	if below := p.figs.Get(key).In(p.year).Below; below > 0 {
		return float64(below) - 1
	}
	return p.least - 1
}

// coverBehind withholds the figures that another one can be worked out from.
func (p *protection) coverBehind() bool {
	more := false
	for _, f := range p.figs.All() {
		if p.why[f.Key] != model.Shown || !f.In(p.year).Known {
			continue
		}
		for _, key := range f.Behind {
			if p.why[key] != model.Shown {
				p.why[f.Key] = model.Covered
				more = true
				break
			}
		}
	}
	return more
}

// coverSum withholds one more part of a sum when a part that is withheld
// could be worked out from the total and the other parts; the total itself
// when no part is left.
func (p *protection) coverSum(s model.Sum) bool {
	total, known := p.value(s.Total)
	if !known || p.why[s.Total] != model.Shown || !p.givesAway(total, s.Parts) {
		return false
	}
	best, least := s.Total, math.Inf(1)
	for _, key := range s.Parts {
		v, known := p.value(key)
		if !known || p.why[key] != model.Shown {
			continue
		}
		// A part of 0 covers worse than any other: readers may guess it.
		if v == 0 {
			v = math.MaxFloat64
		}
		if v < least {
			best, least = key, v
		}
	}
	p.why[best] = model.Covered
	return true
}

// givesAway tells whether a reader who knows the total, the parts that are
// shown and what withheld means can work out a part that is withheld: whether
// any of those can have one value only.
func (p *protection) givesAway(total float64, parts []string) bool {
	rest := total
	var low, high []float64
	for _, key := range parts {
		v, known := p.value(key)
		switch {
		case p.why[key] == model.Small:
			low, high = append(low, 1), append(high, p.most(key))
		case p.why[key] == model.Covered:
			low, high = append(low, 0), append(high, math.Inf(1))
		case !known:
		default:
			rest -= v
		}
	}
	for i := range low {
		lowest, highest := rest, rest
		for j := range low {
			if j != i {
				lowest, highest = lowest-high[j], highest-low[j]
			}
		}
		if math.Max(lowest, low[i]) >= math.Min(highest, high[i]) {
			return true
		}
	}
	return false
}

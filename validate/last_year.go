package validate

import (
	"fmt"
	"math"
	"slices"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleLastYear = finding.ByCode("P10")

// post is what an amount or a part of the staff is for, whatever the year.
type post struct{ theme, project, source string }

// dated is a number of one post in one year.
type dated struct {
	measured
	post post
	year int
}

// lastYear compares the report's year with the year before, post by post.
func lastYear(c *checker) {
	var outside []dated
	sources := map[string][]dated{}
	for _, d := range c.datedFunding() {
		sources[d.post.source] = append(sources[d.post.source], d)
		if d.post.source != model.SourceEnvelope {
			outside = append(outside, d)
		}
	}
	c.envelopes(sources[model.SourceEnvelope])
	for _, name := range model.FundingSources()[1:] {
		c.aboveTwin(sources[name], 3, 20, 1000, dutch.Euro)
	}
	c.aboveTwin(outside, 3, 20, 1000, dutch.Euro)

	c.aboveTwin(c.datedFTE(), 2.5, c.cfg.Thresholds.OutlierFactor, 4, func(v float64) string { return number(v) + dutch.NBSP + "VTE" })
}

// everyYear gives what tells of an amount or a part of the staff whether its
// post has about as much in another year.
func (c *checker) everyYear() func(measured) bool {
	const alike = 3
	type key struct {
		post   post
		column int
	}
	of := func(m measured) (key, int) {
		switch r := m.record.(type) {
		case *model.Funding:
			return key{post{r.Theme, r.Project, r.Source}, m.column}, r.Year
		case *model.FTE:
			return key{post{r.Theme, r.Project, ""}, m.column}, r.Year
		}
		return key{}, 0
	}
	type yearly struct {
		year  int
		value float64
	}
	all := map[key][]yearly{}
	add := func(list []measured) {
		for _, m := range list {
			k, year := of(m)
			all[k] = append(all[k], yearly{year, m.value})
		}
	}
	for _, f := range c.funding() {
		add(c.take(nil, &model.FundingSheet, f, model.FundingAmount, f.Amount))
	}
	for _, f := range c.staff() {
		add(c.take(nil, &model.FTESheet, f, model.FTEWith, f.With))
		add(c.take(nil, &model.FTESheet, f, model.FTEWithout, f.Without))
	}
	return func(m measured) bool {
		k, year := of(m)
		return slices.ContainsFunc(all[k], func(d yearly) bool {
			return d.year != year && d.value <= alike*m.value && m.value <= alike*d.value
		})
	}
}

// datedFTE gives the staff of the two years by post.
func (c *checker) datedFTE() []dated {
	var list []dated
	for _, f := range c.staff() {
		list = c.takeDated(list, &model.FTESheet, f, f.Year, post{f.Theme, f.Project, "met"}, model.FTEWith, f.With)
		list = c.takeDated(list, &model.FTESheet, f, f.Year, post{f.Theme, f.Project, "zonder"}, model.FTEWithout, f.Without)
	}
	return list
}

// datedFunding gives the amounts of the two years by post.
func (c *checker) datedFunding() []dated {
	var list []dated
	for _, f := range c.funding() {
		list = c.takeDated(list, &model.FundingSheet, f, f.Year, post{f.Theme, f.Project, f.Source}, model.FundingAmount, f.Amount)
	}
	return list
}

// funding and staff are the rows of this year's files and of last year's.
func (c *checker) funding() []*model.Funding {
	if c.data.Before == nil {
		return c.data.Funding
	}
	return slices.Concat(c.data.Funding, c.data.Before.Funding)
}

func (c *checker) staff() []*model.FTE {
	if c.data.Before == nil {
		return c.data.FTE
	}
	return slices.Concat(c.data.FTE, c.data.Before.FTE)
}

// takeDated adds a number of the two years that can be used.
func (c *checker) takeDated(list []dated, sheet *model.Sheet, r model.Record, year int, p post, column int, n model.Number) []dated {
	last := c.cfg.Report.Year
	if year != last && year != last-1 || r.Base().Foreign(column) {
		return list
	}
	for i := range column {
		if !r.Base().Usable(i) {
			return list
		}
	}
	for _, m := range c.take(nil, sheet, r, column, n) {
		list = append(list, dated{m, p, year})
	}
	return list
}

// aboveTwin reports the numbers that are far more than those of their own post
// in the other year, and so many times all that aren't. It takes a few numbers
// to say what is ordinary.
func (c *checker) aboveTwin(list []dated, gap, factor, least float64, show func(float64) string) {
	if len(list) < fewNumbers {
		return
	}
	twins := twinsOf(list)
	far := func(d dated) bool {
		twin := twins[twinKey{d.post, d.year}]
		return twin > 0 && d.value >= least && d.value >= factor*twin && !c.big[cellOf(d.measured)]
	}
	usual, next := 0, 0.0
	for _, d := range list {
		if !far(d) {
			next = max(next, d.value)
			usual++
		}
	}
	for _, d := range list {
		if usual >= fewNumbers-1 && far(d) && d.value >= gap*next {
			c.otherYear(d, twins[twinKey{d.post, d.year}], show)
		}
	}
	c.shiftedPoint(list, twins, least, show)
}

// shiftedPoint reports numbers that are about a power of ten of what the post
// has in the other year, where posts are much alike in both years: the nearest
// quarter of them tells, since wrong numbers spoil up to half of the pairs.
// Of the two numbers it is the one that is farther from all others.
func (c *checker) shiftedPoint(list []dated, twins map[twinKey]float64, least float64, show func(float64) string) {
	const hundred, spreads, quartile = 70, 6, 0.319
	var changes, all []float64
	for _, d := range list {
		all = append(all, d.value)
		if twin := twins[twinKey{d.post, d.year}]; twin > 0 && d.year == c.cfg.Report.Year {
			changes = append(changes, math.Abs(math.Log(d.value/twin)))
		}
	}
	if len(changes) < manyNumbers {
		return
	}
	slices.Sort(changes)
	slices.Sort(all)
	if usual := max(changes[len(changes)/4]/quartile, 0.35); spreads*usual > math.Log(hundred) {
		return
	}
	median := all[len(all)/2]
	for _, d := range list {
		twin := twins[twinKey{d.post, d.year}]
		if twin <= 0 || max(d.value, twin) < least || max(d.value, twin) < hundred*min(d.value, twin) {
			continue
		}
		if math.Abs(math.Log(d.value/median)) >= math.Abs(math.Log(twin/median)) {
			c.otherYear(d, twin, show)
		}
	}
}

// twinKey is a post in one year.
type twinKey struct {
	post post
	year int
}

// twinsOf gives the largest number of each post in the other of the two years.
func twinsOf(list []dated) map[twinKey]float64 {
	now := list[0].year
	for _, d := range list {
		now = max(now, d.year)
	}
	out := map[twinKey]float64{}
	for _, d := range list {
		other := now
		if d.year == now {
			other = now - 1
		}
		k := twinKey{d.post, other}
		out[k] = max(out[k], d.value)
	}
	return out
}

// envelopes compares the core grant, post by post.
func (c *checker) envelopes(list []dated) {
	const least = 1000
	now, then, seen := map[post]float64{}, map[post]float64{}, map[post]bool{}
	for _, d := range list {
		if d.year == c.cfg.Report.Year {
			now[d.post] += d.value
		} else {
			then[d.post] += d.value
		}
	}
	for _, d := range list {
		a, b := then[d.post], now[d.post]
		if seen[d.post] || a <= 0 || b <= 0 || max(a, b) < least || max(a, b) < c.cfg.Thresholds.OutlierFactor*min(a, b) {
			continue
		}
		seen[d.post] = true
		if 2*shifted(then, now, b > a) >= math.Abs(b-a) {
			continue // divided otherwise
		}
		odd, other := oddOne(list, d.post, c.cfg.Report.Year, a, b)
		c.otherYear(odd, other, dutch.Euro)
	}
}

// shifted adds up what the posts lost that became less than half, when others
// rose, or what those gained that more than doubled, when others fell.
func shifted(then, now map[post]float64, rose bool) float64 {
	if !rose {
		then, now = now, then
	}
	sum := 0.0
	for p, a := range then {
		if b := now[p]; a > 2*b {
			sum += a - b
		}
	}
	return sum
}

// oddOne chooses which of two years to look at: the one that is farther from
// what the other posts have, and of the report's year when that says nothing.
// It also gives what the post has in the other year.
func oddOne(list []dated, p post, year int, then, now float64) (dated, float64) {
	var others []measured
	for _, d := range list {
		if d.post != p {
			others = append(others, d.measured)
		}
	}
	other := then
	if len(others) >= fewNumbers {
		median := medianOf(others)
		far := func(v float64) float64 { return math.Abs(math.Log(v / median)) }
		if far(then) > far(now)+math.Ln2 {
			year, other = year-1, now
		}
	}
	var odd dated
	for _, d := range list {
		if d.post == p && d.year == year && d.value > odd.value {
			odd = d
		}
	}
	return odd, other
}

func (c *checker) otherYear(d dated, other float64, show func(float64) string) {
	if c.big[cellOf(d.measured)] {
		return
	}
	year := c.cfg.Report.Year
	if d.year == year {
		year--
	}
	what, of := "meer", d.post.theme
	if d.value < other {
		what = "minder"
	}
	if d.post.project != "" {
		of = "dit project"
	}
	f := c.say(ruleLastYear, d.sheet, d.record, d.column, fmt.Sprintf(
		"%s in %d is veel %s dan in %d, toen %s %s had. Kijk na of de komma en de nullen juist staan.",
		show(d.value), d.year, what, year, of, show(other)))
	f.Found, f.Expected = number(d.value), "ongeveer "+number(other)
	c.big[cellOf(d.measured)] = true
}

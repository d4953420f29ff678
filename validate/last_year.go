package validate

import (
	"fmt"
	"math"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleLastYear = finding.Rule{
	Code: "P10", Family: finding.Plausibility, Level: finding.Warning, Who: staffOffice,
	Title: "Ongeveer tien keer zoveel of zo weinig als het jaar ernaast",
	Explanation: "Voor hetzelfde thema en project verschilt het getal een factor tien of meer van dat van vorig jaar. Meestal is dan een komma of een nul verkeerd. " +
		"De enveloppe is van jaar tot jaar ongeveer gelijk, dus daar telt meer zowel als minder (drempels.uitschieter_factor), tenzij het verschil bij een ander thema staat. " +
		"VTE en bedragen van andere bronnen beginnen en stoppen: die worden alleen gemeld als ze ook ver boven alle andere liggen. " +
		"Klopt het toch, aanvaard het dan met een reden: ‘voortgang aanvaard’.",
	Wrong: "€ 1.206.660 enveloppe voor Wonen, met € 114.631 vorig jaar", Right: "€ 120.666",
}

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
	for _, f := range c.data.Funding {
		list := c.takeDated(sources[f.Source], &model.FundingSheet, f, f.Year, post{f.Theme, f.Project, f.Source}, model.FundingAmount, f.Amount)
		if f.Source != model.SourceEnvelope && len(list) > len(sources[f.Source]) {
			outside = append(outside, list[len(list)-1])
		}
		sources[f.Source] = list
	}
	c.envelopes(sources[model.SourceEnvelope])
	for _, name := range model.FundingSources()[1:] {
		c.aboveTwin(sources[name], 3, 20, 1000, dutch.Euro)
	}
	c.aboveTwin(outside, 3, 20, 1000, dutch.Euro)

	var staff []dated
	for _, f := range c.data.FTE {
		staff = c.takeDated(staff, &model.FTESheet, f, f.Year, post{f.Theme, f.Project, "met"}, model.FTEWith, f.With)
		staff = c.takeDated(staff, &model.FTESheet, f, f.Year, post{f.Theme, f.Project, "zonder"}, model.FTEWithout, f.Without)
	}
	c.aboveTwin(staff, 2.5, c.cfg.Thresholds.OutlierFactor, 4, func(v float64) string { return number(v) + dutch.NBSP + "VTE" })
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

// aboveTwin reports the largest number when it is so many times all others,
// and far more than that of its own post in the other year. It takes a few
// numbers to say what is ordinary.
func (c *checker) aboveTwin(list []dated, gap, factor, least float64, show func(float64) string) {
	if len(list) < fewNumbers {
		return
	}
	top, next := list[0], 0.0
	for _, d := range list[1:] {
		if d.value > top.value {
			top, d = d, top
		}
		next = max(next, d.value)
	}
	twin := 0.0
	for _, d := range list {
		if d.post == top.post && d.year != top.year {
			twin = max(twin, d.value)
		}
	}
	if twin > 0 && top.value >= least && top.value >= gap*next && top.value >= factor*twin {
		c.otherYear(top, twin, show)
	}
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
		_, median := summit(others, 1)
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
	f := c.say(&ruleLastYear, d.sheet, d.record, d.column, fmt.Sprintf(
		"%s in %d is veel %s dan in %d, toen %s %s had. Kijk na of de komma en de nullen juist staan.",
		show(d.value), d.year, what, year, of, show(other)))
	f.Found, f.Expected = number(d.value), "ongeveer "+number(other)
	c.big[cellOf(d.measured)] = true
}

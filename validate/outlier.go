package validate

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
	"voortgang/internal/spread"
)

var ruleOutlier = finding.ByCode("P01")

// outlier looks for numbers that lie apart in their column. It takes a gap, and
// the spread of the others alone: a few big groups among many small ones are
// ordinary, and many wrong numbers don't hide one another.
func outlier(c *checker) {
	c.bigCounts()
	factor, info := c.cfg.Thresholds.OutlierFactor, c.everyYear()
	projects, all := []measured(nil), []measured(nil)
	for _, f := range c.staff() {
		all = c.take(all, &model.FTESheet, f, model.FTEWith, f.With)
		all = c.take(all, &model.FTESheet, f, model.FTEWithout, f.Without)
		if f.Project != "" {
			projects = c.take(projects, &model.FTESheet, f, model.FTEWith, f.With)
			projects = c.take(projects, &model.FTESheet, f, model.FTEWithout, f.Without)
		}
	}
	// Projects are more alike than themes: where there are many, half the gap
	// is enough.
	if len(projects) >= 2*manyNumbers {
		c.above(projects, question{unit: "VTE", many: gap(factor/2, 1.5, 8), info: info})
	}
	c.above(all, question{unit: "VTE", many: gap(factor, 1.5, 8), few: 3 * factor, info: info})
	c.amounts(info)
}

// amounts compares amounts within their source; those of sources with too few
// to compare are taken together, but for the core grant, which is of another
// size.
func (c *checker) amounts(info func(measured) bool) {
	factor := c.cfg.Thresholds.OutlierFactor
	q := question{unit: "euro", many: gap(factor, 1.5, 1000), few: 3 * factor, info: info}
	sources := map[string][]measured{}
	var rest []measured
	for _, f := range c.funding() {
		sources[f.Source] = c.take(sources[f.Source], &model.FundingSheet, f, model.FundingAmount, f.Amount)
	}
	for i, name := range model.FundingSources() {
		list := sources[name]
		if len(list) >= fewNumbers || i == 0 {
			c.above(list, q)
		} else {
			rest = append(rest, list...)
		}
	}
	q.many = gap(q.few, 1.5, 1000)
	c.above(rest, q)
	c.aboveEnvelope()
	c.smallAmounts()
}

// aboveEnvelope asks about the largest amount of another source, when it is of
// the report's year, more than the whole core grant and many times the next
// one. A large project may be so: less than the gap that few numbers take is
// only remarked.
func (c *checker) aboveEnvelope() {
	var outside []measured
	envelope, rows := map[int]float64{}, 0
	for _, f := range c.funding() {
		if !f.Amount.Known || !f.Base().Usable(model.FundingYear, model.FundingSource, model.FundingAmount) {
			return
		}
		rows++
		if f.Source == model.SourceEnvelope {
			envelope[f.Year] += f.Amount.Value
		} else {
			outside = c.take(outside, &model.FundingSheet, f, model.FundingAmount, f.Amount)
		}
	}
	if rows < fewNumbers || len(outside) < 2 {
		return
	}
	ordered(outside)
	most, next := outside[len(outside)-1], outside[len(outside)-2].value
	f, ok := most.record.(*model.Funding)
	if !ok || f.Year != c.cfg.Report.Year || envelope[f.Year] <= 0 || most.value <= envelope[f.Year] || most.value < c.cfg.Thresholds.OutlierFactor*next {
		return
	}
	said := c.say(ruleOutlier, most.sheet, most.record, most.column, fmt.Sprintf(
		"%s is meer dan de hele enveloppe van %d (%s), en van andere bronnen is %s het hoogste. Kijk na of de komma en de nullen juist staan.",
		dutch.Euro(most.value), f.Year, dutch.Euro(envelope[f.Year]), dutch.Euro(next)))
	said.Found, said.Expected = number(most.value), "een bedrag zoals in de andere rijen"
	if most.value < 3*c.cfg.Thresholds.OutlierFactor*next {
		said.Level = finding.Info
	}
	c.big[cellOf(most)] = true
}

// smallAmounts asks about amounts that a thousand times more would make
// ordinary: 25.000 typed where the point is a decimal sign. Gifts may be small,
// and so may round amounts be: they must be farther below all others.
func (c *checker) smallAmounts() {
	const thousand, fifty, clear = 1000, 50, 30
	var all []measured
	for _, f := range c.funding() {
		if !f.Base().Foreign(model.FundingAmount) {
			all = c.take(all, &model.FundingSheet, f, model.FundingAmount, f.Amount)
		}
	}
	ordered(all)
	usual := slices.IndexFunc(all, func(m measured) bool { return m.value >= thousand })
	if usual <= 0 || len(all)-usual < max(fewNumbers-1, usual) {
		return
	}
	lowest, highest := all[usual].value, all[len(all)-1].value
	for _, m := range all[:usual] {
		least := clear * m.value
		switch source := m.record.(*model.Funding).Source; {
		case source == model.SourceFoundation || source == model.SourceOther:
			least *= 20
		case math.Mod(m.value, fifty) == 0:
			least *= 5
		}
		if least > lowest || m.value*thousand > 3*highest {
			continue
		}
		f := c.say(ruleOutlier, m.sheet, m.record, m.column, fmt.Sprintf(
			"%s euro is veel minder dan in alle andere rijen: daar is %s het laagste. Is het punt of de komma van de duizendtallen als decimaalteken gelezen, schrijf dan %s.",
			number(m.value), number(lowest), number(m.value*thousand)))
		f.Found, f.Expected = number(m.value), "een bedrag zoals in de andere rijen"
		c.big[cellOf(m)] = true
	}
}

// bigParticipations tells whether any row counts so many; nearly always none
// does, and then there is nothing to compare.
func (c *checker) bigParticipations(least float64) bool {
	for _, p := range c.data.Participations {
		if p.Count.Value >= least {
			return true
		}
	}
	return false
}

// measured is one number and where it stands.
type measured struct {
	value  float64
	sheet  *model.Sheet
	record model.Record
	column int
}

// take adds a number that can be used and that nothing was said of. Zeros say
// nothing about size.
func (c *checker) take(list []measured, sheet *model.Sheet, r model.Record, column int, n model.Number) []measured {
	if !n.Known || n.Value <= 0 || !r.Base().Usable(column) || c.big[cell{r, column}] {
		return list
	}
	return append(list, measured{n.Value, sheet, r, column})
}

// numbers gives those of a column that can be used.
func (c *checker) numbers(sheet *model.Sheet, column int) []measured {
	var list []measured
	var fields []any
	for r := range c.data.Records(sheet) {
		fields = r.Fields(fields[:0])
		list = c.take(list, sheet, r, column, *fields[column].(*model.Number))
	}
	return list
}

// exceeds tells whether any number of a column is more than a limit.
func (c *checker) exceeds(sheet *model.Sheet, column int, limit float64) bool {
	var fields []any
	for r := range c.data.Records(sheet) {
		fields = r.Fields(fields[:0])
		if fields[column].(*model.Number).Value > limit {
			return true
		}
	}
	return false
}

// From how many numbers on one can be seen to stand out, and from how many on
// they say what is ordinary.
const (
	fewNumbers  = 4
	manyNumbers = 8
)

// question says which numbers of a list are asked about, and how.
type question struct {
	// rule is P01 unless another is given.
	rule *finding.Rule
	// unit is what is counted, of what it is of and look what to look at.
	unit, of, look string
	// many is the gap above many numbers, few how many times the next the one
	// at the top must be among few; 0 doesn't ask.
	many spread.Gap
	few  float64
	// info tells which are no more than remarked; nil when none is.
	info func(measured) bool
}

// gap makes a gap of a factor, and so many times that above the median; a
// third of the numbers may lie above it.
func gap(factor, above, least float64) spread.Gap {
	return spread.Gap{Factor: factor, FromMedian: above * factor, Least: least, Share: 0.4, Spreads: 2}
}

// above reports the numbers that lie apart at the top.
func (c *checker) above(list []measured, q question) {
	g := q.many
	if len(list) < manyNumbers {
		g.Factor, g.FromMedian, g.Most = q.few, g.FromMedian/g.Factor*q.few, 1
	}
	if len(list) < fewNumbers || g.Factor == 0 {
		return
	}
	bound, ok := c.sizesOf(list).Above(g)
	if ok {
		c.apart(list, bound, q)
	}
	if len(list) < manyNumbers {
		return
	}
	// Without a gap, what is far outside of the spread is no more than remarked.
	g.Factor, g.Spreads = 1, 5
	if bound, ok = c.sizesOf(list).Above(g); ok {
		q.info = func(measured) bool { return true }
		c.apart(list, bound, q)
	}
}

// sizesOf counts the numbers of which nothing was said.
func (c *checker) sizesOf(list []measured) *spread.Sizes {
	var sizes spread.Sizes
	for _, m := range list {
		if len(c.big) == 0 || !c.big[cellOf(m)] {
			sizes.Add(m.value)
		}
	}
	return &sizes
}

// apart reports the numbers from a bound on.
func (c *checker) apart(list []measured, bound float64, q question) {
	var top, rest []measured
	for _, m := range list {
		switch {
		case c.big[cellOf(m)]:
		case m.value >= bound:
			top = append(top, m)
		default:
			rest = append(rest, m)
		}
	}
	ordered(rest)
	next, median := rest[len(rest)-1].value, rest[len(rest)/2].value
	if q.rule == nil {
		q.rule = ruleOutlier
	}
	where := "daar is " + number(next) + " het hoogste en " + number(median) + " gewoon"
	say := func(list []measured) string {
		low, high := bounds(list)
		look := cmp.Or(q.look, "of de komma en de nullen juist staan")
		switch {
		case len(list) == 1 && q.of == "":
			return fmt.Sprintf("%s %s is veel meer dan in alle andere rijen: %s. Kijk na %s.", number(low), q.unit, where, look)
		case len(list) == 1:
			return fmt.Sprintf("%s %s is veel voor %s: %s. Kijk %s na.", number(low), q.unit, q.of, where, look)
		case q.of == "":
			return fmt.Sprintf("In %s staat veel meer dan in alle andere (%s tot %s %s): %s. Kijk na %s.", dutch.Plural(len(list), "rij", "rijen"), number(low), number(high), q.unit, where, look)
		}
		return fmt.Sprintf("In %s staat veel voor %s (%s tot %s %s): %s. Kijk %s na.", dutch.Plural(len(list), "rij", "rijen"), q.of, number(low), number(high), q.unit, where, look)
	}
	const expected = "een getal zoals in de andere rijen"
	if q.info != nil {
		info := slices.DeleteFunc(slices.Clone(top), func(m measured) bool { return !q.info(m) })
		c.sizes(q.rule, finding.Info, info, expected, say)
		top = slices.DeleteFunc(top, q.info)
	}
	c.sizes(q.rule, q.rule.Level, top, expected, say)
}

// sizes reports numbers that are wrong in size: each by itself, but more than a
// few of one column of a sheet together.
func (c *checker) sizes(rule *finding.Rule, level finding.Level, list []measured, expected string, say func([]measured) string) {
	const together = 4
	for _, part := range ofSheet(list) {
		if len(part) < together {
			for _, m := range part {
				f := c.say(rule, m.sheet, m.record, m.column, say([]measured{m}))
				f.Found, f.Expected, f.Level = number(m.value), expected, level
			}
		} else {
			low, high := bounds(part)
			f := c.say(rule, part[0].sheet, part[0].record, part[0].column, say(part))
			f.Found, f.Expected, f.Level = number(low)+" tot "+number(high), expected, level
			for _, m := range part {
				f.Cells = append(f.Cells, m.record.Base().Place(m.column))
				if projectOf(m.sheet, m.record) != f.Project {
					f.Project = ""
				}
			}
		}
		for _, m := range part {
			c.big[cellOf(m)] = true
		}
	}
}

// ofSheet parts numbers by the sheet and the column in which they stand.
func ofSheet(list []measured) [][]measured {
	type place struct {
		sheet  *source.Sheet
		column int
	}
	at := map[place]int{}
	var out [][]measured
	for _, m := range list {
		p := place{sheetOf(m.record), m.column}
		i, seen := at[p]
		if !seen {
			i = len(out)
			at[p] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], m)
	}
	return out
}

// bounds gives the smallest and the largest number.
func bounds(list []measured) (low, high float64) {
	low = list[0].value
	for _, m := range list {
		low, high = min(low, m.value), max(high, m.value)
	}
	return low, high
}

// medianOf gives the middle one of some numbers.
func medianOf(list []measured) float64 {
	list = slices.Clone(list)
	ordered(list)
	return list[len(list)/2].value
}

// ordered puts numbers in the order of their size.
func ordered(list []measured) {
	slices.SortStableFunc(list, func(a, b measured) int { return cmp.Compare(a.value, b.value) })
}

// cell is one field of one record.
type cell struct {
	record model.Record
	column int
}

func cellOf(m measured) cell { return cell{m.record, m.column} }

var ruleTooMany = finding.ByCode("P02")

// tooMany compares numbers with what a day or a year can hold.
func tooMany(c *checker) {
	t := c.cfg.Thresholds
	var list []measured
	for _, a := range c.data.Activities {
		if a.Hours.Value > t.ActivityHours {
			list = c.take(list, &model.ActivitySheet, a, model.ActivityHours, a.Hours)
		}
	}
	c.excess(c.minutes(list), t.ActivityHours, "uren voor één activiteit")
	list = nil
	for _, r := range c.data.Trainings {
		if r.Hours.Value > t.TrainingHours {
			list = c.take(list, &model.TrainingSheet, r, model.TrainingHours, r.Hours)
		}
	}
	c.excess(c.minutes(list), t.TrainingHours, "uren voor één vorming")
	list = nil
	for _, v := range c.data.Volunteers {
		if v.Hours.Value > t.VolunteerHours {
			list = c.take(list, &model.VolunteerSheet, v, model.VolunteerHours, v.Hours)
		}
	}
	c.excess(c.minutes(list), t.VolunteerHours, "uren in een jaar")
	list = nil
	for _, p := range c.data.Participations {
		if p.Count.Value > t.Participations {
			list = c.take(list, &model.ParticipationSheet, p, model.ParticipationCount, p.Count)
		}
	}
	c.excess(list, t.Participations, "deelnames in één rij")
}

// minutes adds to hours that are too many those that are minutes as well: where
// several are and are about sixty times what is ordinary, whole quarters that
// are nearer to them than to that.
func (c *checker) minutes(list []measured) []measured {
	const hour, quarter, alike = 60, 15, 2.5
	whole := func(m measured) bool { return math.Mod(m.value, quarter) == 0 }
	if len(list) < 2 || slices.ContainsFunc(list, func(m measured) bool { return !whole(m) }) {
		return list
	}
	limit, _ := bounds(list)
	rest := slices.DeleteFunc(c.numbers(list[0].sheet, list[0].column), func(m measured) bool { return m.value >= limit })
	if len(rest) < fewNumbers {
		return list
	}
	usual, many := medianOf(rest), medianOf(list)
	if many < hour/alike*usual || many > hour*alike*usual {
		return list
	}
	for _, m := range rest {
		if m.value*m.value >= usual*many && whole(m) {
			list = append(list, m)
		}
	}
	return list
}

func (c *checker) excess(list []measured, limit float64, what string) {
	if len(list) == 0 {
		return
	}
	most := "hoogstens " + number(limit)
	if other := c.highest(list[0].sheet, list[0].column, limit); other > 0 {
		most = "in de andere rijen hoogstens " + number(other)
	}
	c.sizes(ruleTooMany, finding.Warning, list, "hoogstens "+number(limit), func(part []measured) string {
		low, high := bounds(part)
		if len(part) == 1 {
			return fmt.Sprintf("%s %s is meer dan aannemelijk is (%s). Kijk na of er geen cijfer te veel staat, of een komma ontbreekt.", number(low), what, most)
		}
		return fmt.Sprintf("In %s staat meer dan aannemelijk is: %s tot %s %s (%s). Kijk na of het geen minuten zijn, of een komma ontbreekt.",
			dutch.Plural(len(part), "rij", "rijen"), number(low), number(high), what, most)
	})
}

// highest gives the highest number of a column that isn't over a limit.
func (c *checker) highest(sheet *model.Sheet, column int, limit float64) float64 {
	high := 0.0
	var fields []any
	for r := range c.data.Records(sheet) {
		fields = r.Fields(fields[:0])
		if n, ok := fields[column].(*model.Number); ok && n.Known && n.Value <= limit && r.Base().Usable(column) {
			high = max(high, n.Value)
		}
	}
	return high
}

var ruleNegativeAmount = finding.ByCode("P03")

func negativeAmount(c *checker) {
	for _, m := range c.funding() {
		if m.Amount.Known && m.Amount.Value < 0 && m.Base().Usable(model.FundingAmount) {
			f := c.say(ruleNegativeAmount, &model.FundingSheet, m, model.FundingAmount, fmt.Sprintf(
				"Het bedrag is negatief: %s. Verbeter het, of aanvaard het als het een correctie is.", number(m.Amount.Value)))
			f.Found, f.Expected = number(m.Amount.Value), "een bedrag vanaf 0"
		}
	}
}

var ruleStaffingJump = finding.ByCode("P04")

// staffingJump compares each year of the staffing with the other years.
func staffingJump(c *checker) {
	const factor = 3
	for _, column := range []int{model.StaffingNorm, model.StaffingRealised} {
		var list []measured
		for _, s := range c.data.Staffing {
			n := s.Norm
			if column == model.StaffingRealised {
				n = s.Realised
			}
			list = c.take(list, &model.StaffingSheet, s, column, n)
		}
		if len(list) < 3 {
			continue
		}
		median := medianOf(list)
		for _, m := range list {
			if c.big[cellOf(m)] || m.value < factor*median && m.value*factor > median {
				continue
			}
			f := c.say(ruleStaffingJump, m.sheet, m.record, m.column, fmt.Sprintf(
				"%s VTE ligt ver van de andere jaren (ongeveer %s). Kijk na of de komma juist staat.", number(m.value), number(median)))
			f.Found, f.Expected = number(m.value), "een getal zoals in de andere jaren"
		}
	}
}

var ruleChange = finding.ByCode("P05")

// change compares the staff of each theme with last year's, when both years
// are there in full.
func change(c *checker) {
	year, factor := c.cfg.Report.Year, c.cfg.Thresholds.ChangeFactor
	now, then, first := map[string]float64{}, map[string]float64{}, map[string]*model.FTE{}
	for _, f := range c.staff() {
		if !f.Base().Usable(model.FTEYear, model.FTETheme, model.FTEWith, model.FTEWithout) ||
			c.big[cell{f, model.FTEWith}] || c.big[cell{f, model.FTEWithout}] {
			return
		}
		switch f.Year {
		case year:
			now[f.Theme] += f.With.Value + f.Without.Value
			if first[f.Theme] == nil {
				first[f.Theme] = f
			}
		case year - 1:
			then[f.Theme] += f.With.Value + f.Without.Value
		}
	}
	for _, theme := range append(c.cfg.ThemeNames(), model.Transversal, model.Overhead) {
		a, b := then[theme], now[theme]
		if a <= 0 || b <= 0 || max(a, b) < factor*min(a, b) || max(a, b)-min(a, b) < 3 {
			continue
		}
		f := c.say(ruleChange, &model.FTESheet, first[theme], model.FTEWith, fmt.Sprintf(
			"De inzet van %s ging van %s naar %s VTE. Klopt dat, geef dan een woord uitleg in de tekst.", theme, number(a), number(b)))
		f.Found, f.Expected = number(b), "ongeveer "+number(a)
	}
}

var ruleRoundNumbers = finding.ByCode("P06")

// roundNumbers looks for participations that were guessed. It is off unless
// the configuration sets a share.
func roundNumbers(c *checker) {
	share := c.cfg.Thresholds.RoundShare
	if share <= 0 {
		return
	}
	type count struct {
		all, round int
		first      *model.Participation
	}
	counts, order := map[string]*count{}, []*count(nil)
	for _, p := range c.data.Participations {
		if !p.Count.Known || p.Count.Value < 10 || !p.Base().Usable(model.ParticipationCount, model.ParticipationProject) {
			continue
		}
		n := counts[p.Project]
		if n == nil {
			n = &count{first: p}
			counts[p.Project] = n
			order = append(order, n)
		}
		n.all++
		if int(p.Count.Value)%5 == 0 {
			n.round++
		}
	}
	for _, n := range order {
		if n.all < 20 || float64(n.round)*100 < share*float64(n.all) {
			continue
		}
		f := c.say(ruleRoundNumbers, &model.ParticipationSheet, n.first, model.ParticipationCount, fmt.Sprintf(
			"%d van de %d aantallen vanaf 10 zijn een veelvoud van vijf. Zijn ze geteld of geschat?", n.round, n.all))
		f.Ref.Col, f.Ref.Row = 0, 0
		f.Found, f.Expected = fmt.Sprintf("%d ronde aantallen", n.round), "getelde aantallen"
	}
}

var ruleWeekends = finding.ByCode("P07")

// weekends reports projects of which every activity falls in a weekend, where
// other projects work on weekdays.
func weekends(c *checker) {
	type count struct {
		all, weekend int
		first        *model.Activity
	}
	counts, order := map[string]*count{}, []*count(nil)
	last, n := "", (*count)(nil)
	for _, a := range c.data.Activities {
		if a.Date.IsZero() || !a.Base().Usable(model.ActivityDate, model.ActivityProject) {
			continue
		}
		if a.Project != last || n == nil {
			last, n = a.Project, counts[a.Project]
			if n == nil {
				n = &count{first: a}
				counts[a.Project] = n
				order = append(order, n)
			}
		}
		n.all++
		if d := weekday(a.Date); d == time.Saturday || d == time.Sunday {
			n.weekend++
		}
	}
	var only []*count
	for _, n := range order {
		if n.all >= 20 && n.weekend == n.all {
			only = append(only, n)
		}
	}
	if len(order) < 3 || len(only) > 1 {
		return
	}
	for _, n := range only {
		f := c.say(ruleWeekends, &model.ActivitySheet, n.first, model.ActivityDate, fmt.Sprintf(
			"Alle %d activiteiten van dit project vallen op zaterdag of zondag. Kijk na of de datums niet verschoven zijn.", n.all))
		f.Ref.Col, f.Ref.Row = 0, 0
		f.Found, f.Expected = "alleen weekenddagen", "ook weekdagen"
	}
}

// weekday is cheaper than time.Time's for the midnights that dates are.
func weekday(d time.Time) time.Weekday {
	days := d.Unix() / (24 * 3600)
	return time.Weekday(((days+4)%7 + 7) % 7)
}

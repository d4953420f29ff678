package validate

import (
	"fmt"
	"math"
	"slices"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleOtherUnit = finding.ByCode("P11")

// otherUnit looks for columns of which all numbers are of another unit. What it
// reports isn't compared any further.
func otherUnit(c *checker) {
	t := c.cfg.Thresholds
	c.minutesOf(&model.ActivitySheet, model.ActivityHours, 0.8*t.ActivityHours)
	c.minutesOf(&model.TrainingSheet, model.TrainingHours, t.TrainingHours/2)
	c.minutesOf(&model.VolunteerSheet, model.VolunteerHours, t.VolunteerHours/2)
	staffing := c.wholeStaffing()
	c.wholeFTE(staffing)
	c.wholeFunding()
}

// minutesOf reports the sheets of which half of the hours are more than a
// limit, and nearly all of the order of it.
func (c *checker) minutesOf(sheet *model.Sheet, column int, limit float64) {
	const enough, order = 5, 4
	if !c.exceeds(sheet, column, limit) {
		return
	}
	list := c.numbers(sheet, column)
	for _, part := range ofSheet(list) {
		few := 0
		for _, m := range part {
			if m.value*order < limit {
				few++
			}
		}
		if median := medianOf(part); len(part) >= enough && median > limit && few*10 <= len(part) {
			c.wholeColumn(part, fmt.Sprintf("De meeste getallen in deze kolom zijn rond %s: dat lijken minuten in plaats van uren. Deel ze door 60.", number(median)),
				"rond "+number(median), "uren")
		}
	}
}

// wholeStaffing compares the statutory staffing with the people in service and
// the staff of the themes. It gives the staffing of each year, and none when
// that can't be right.
func (c *checker) wholeStaffing() map[int]float64 {
	const clear = 20
	realised := map[int]float64{}
	var list []measured
	seen, off := 0, 0
	for _, s := range c.data.Staffing {
		if !s.Base().Usable(model.StaffingYear, model.StaffingRealised) || s.Realised.Value <= 0 {
			continue
		}
		realised[s.Year] = s.Realised.Value
		list = c.take(list, &model.StaffingSheet, s, model.StaffingRealised, s.Realised)
		ref := float64(c.inService(s.Year))
		if ref == 0 {
			ref = c.sumFTE(s.Year)
		}
		if ref > 0 {
			seen++
		}
		if ref > 0 && s.Realised.Value >= clear*ref {
			off++
		}
	}
	if off == 0 || off < seen || len(list) == 0 {
		return realised
	}
	median := medianOf(list)
	c.wholeColumn(list, fmt.Sprintf("De gerealiseerde formatie is rond %s VTE, vele malen meer dan de medewerkers en de inzet van dat jaar. Staat hier een percentage, of ontbreekt de komma? Schrijf VTE.", number(median)),
		"rond "+number(median), "VTE")
	for _, s := range c.data.Staffing {
		c.big[cell{s, model.StaffingNorm}] = true
	}
	return nil
}

func (c *checker) sumFTE(year int) float64 {
	sum := 0.0
	for _, f := range c.staff() {
		if f.Year == year && f.Base().Usable(model.FTEYear, model.FTEWith, model.FTEWithout) {
			sum += f.With.Value + f.Without.Value
		}
	}
	return sum
}

// years gives the years of some rows, in order.
func years[T any](list []T, of func(T) int) []int {
	var out []int
	for _, r := range list {
		if y := of(r); y > 0 && !slices.Contains(out, y) {
			out = append(out, y)
		}
	}
	slices.Sort(out)
	return out
}

// wholeFTE compares the staff of each year with the statutory staffing and the
// people in service, and else with last year's.
func (c *checker) wholeFTE(staffing map[int]float64) {
	const clear, unclear, enough, percent, week = 20, 8, 5, 15, 55
	wrong := map[int]string{}
	all := years(c.staff(), func(f *model.FTE) int { return f.Year })
	for _, year := range all {
		list, whole := c.fte(year), 0
		for _, m := range list {
			if m.value == math.Trunc(m.value) {
				whole++
			}
		}
		ref := max(staffing[year], float64(c.inService(year)))
		sum := c.sumFTE(year)
		switch {
		case ref > 0 && sum >= week*ref, ref == 0 && len(list) >= enough && whole*10 >= 9*len(list) && medianOf(list) >= percent:
			wrong[year] = "dat lijken procenten in plaats van VTE. Deel ze door 100."
		case ref > 0 && (sum >= clear*ref || sum >= unclear*ref && medianOf(list) >= unclear):
			wrong[year] = "dat lijken uren per week of procenten in plaats van VTE. Deel ze door de uren van een voltijdse week, of door 100."
		}
	}
	if factor := c.shift(c.datedFTE(), 5); factor > 1 {
		wrong[c.cfg.Report.Year] = fmt.Sprintf("ongeveer %s keer zoveel als in %d. Kijk na of de komma juist staat.", dutch.Number(factor, 0), c.cfg.Report.Year-1)
	} else if factor > 0 {
		wrong[c.cfg.Report.Year-1] = fmt.Sprintf("ongeveer %s keer zoveel als in %d. Kijk na of de komma juist staat.", dutch.Number(1/factor, 0), c.cfg.Report.Year)
	}
	c.wholeYears(wrong, all, c.fte, "VTE")
}

// fte gives the numbers of one year in VTE.
func (c *checker) fte(year int) []measured {
	var list []measured
	for _, f := range c.staff() {
		if f.Year == year {
			list = c.take(list, &model.FTESheet, f, model.FTEWith, f.With)
			list = c.take(list, &model.FTESheet, f, model.FTEWithout, f.Without)
		}
	}
	return list
}

// wholeFunding compares the amounts of each year in which the core grant stands
// with the people that it pays, and else with last year's.
func (c *checker) wholeFunding() {
	const least, most, usual, thousand, enough = 1000, 1_500_000, 200_000, 1000, 4
	wrong := map[int]string{}
	all := years(c.funding(), func(f *model.Funding) int { return f.Year })
	for _, year := range all {
		list := c.money(year)
		if !slices.ContainsFunc(list, func(m measured) bool { return m.record.(*model.Funding).Source == model.SourceEnvelope }) {
			continue
		}
		sum := 0.0
		for _, m := range list {
			sum += m.value
		}
		_, high := bounds(list)
		staff := c.staffOf(year)
		switch {
		case staff > 0 && sum < least*staff && high < thousand*10, staff == 0 && len(list) >= enough && high < thousand:
			wrong[year] = "dat lijken duizenden euro’s in plaats van euro’s. Vermenigvuldig ze met 1.000."
		case staff >= 1 && sum > most*staff && medianOf(list) > usual:
			wrong[year] = "dat lijken centen in plaats van euro’s. Deel ze door 100."
		}
	}
	if factor := c.shift(c.datedFunding(), 30); factor > 0 && len(wrong) == 0 {
		year, what := c.cfg.Report.Year, "groter"
		if factor < 1 {
			factor, what = 1/factor, "kleiner"
		}
		wrong[year] = fmt.Sprintf("ongeveer %s keer %s dan in %d. Kijk na welk jaar in euro staat.", dutch.Number(factor, 0), what, year-1)
	}
	c.wholeYears(wrong, all, c.money, "euro")
}

// staffOf gives about how many people a year's money pays; 0 when that isn't
// known.
func (c *checker) staffOf(year int) float64 {
	for _, s := range c.data.Staffing {
		if s.Year == year && s.Realised.Value > 0 && s.Base().Usable(model.StaffingYear, model.StaffingRealised) && !c.big[cell{s, model.StaffingRealised}] {
			return s.Realised.Value
		}
	}
	return float64(c.inService(year))
}

// money gives the amounts of one year.
func (c *checker) money(year int) []measured {
	var list []measured
	for _, f := range c.funding() {
		if f.Year == year {
			list = c.take(list, &model.FundingSheet, f, model.FundingAmount, f.Amount)
		}
	}
	return list
}

// shift gives how many times last year's numbers this year's are, when most
// posts changed by about the same factor, which is at least so much; else 0.
func (c *checker) shift(list []dated, least float64) float64 {
	const enough, narrow = 4, 0.7
	if len(list) == 0 {
		return 0
	}
	twins := twinsOf(list)
	var changes []float64
	for _, d := range list {
		if twin := twins[twinKey{d.post, d.year}]; twin > 0 && d.year == c.cfg.Report.Year {
			changes = append(changes, math.Log(d.value/twin))
		}
	}
	if len(changes) < enough {
		return 0
	}
	slices.Sort(changes)
	low, middle, high := changes[len(changes)/4], changes[len(changes)/2], changes[len(changes)-1-len(changes)/4]
	if high-low > narrow || math.Abs(middle) < math.Log(least) {
		return 0
	}
	return math.Exp(middle)
}

// wholeYears reports years of a sheet that are of another unit: the column when
// all are, or the cells of one.
func (c *checker) wholeYears(wrong map[int]string, all []int, of func(int) []measured, unit string) {
	alike := len(wrong) == len(all)
	for _, why := range wrong {
		alike = alike && why == wrong[all[0]]
	}
	if alike && len(all) > 0 {
		var list []measured
		for _, year := range all {
			list = append(list, of(year)...)
		}
		c.unitOf(list, "De getallen in deze kolom zijn rond %s: "+wrong[all[0]], unit)
		return
	}
	for _, year := range all {
		if why := wrong[year]; why != "" {
			c.unitOf(of(year), "De getallen van "+fmt.Sprint(year)+" zijn rond %s: "+why, unit)
		}
	}
}

// unitOf reports numbers of one sheet, in one or two of its columns.
func (c *checker) unitOf(list []measured, say, unit string) {
	parts := ofSheet(list)
	for i, part := range parts {
		// The second column of a sheet is told with the first.
		if i > 0 && sheetOf(parts[i-1][0].record) == sheetOf(part[0].record) {
			for _, m := range part {
				c.big[cellOf(m)] = true
			}
			continue
		}
		median := medianOf(part)
		c.wholeColumn(part, fmt.Sprintf(say, number(median)), "rond "+number(median), unit)
	}
}

// wholeColumn reports numbers at the head of their column when they are all
// that stands there, else at their cells.
func (c *checker) wholeColumn(list []measured, message, found, expected string) {
	first := list[0]
	f := c.say(ruleOtherUnit, first.sheet, first.record, first.column, message)
	f.Mend = []source.Edit{} // nothing to write in the head of the column
	f.Found, f.Expected = found, expected
	whole := map[model.Record]bool{}
	for _, m := range list {
		whole[m.record] = true
		c.big[cellOf(m)] = true
		if projectOf(m.sheet, m.record) != f.Project {
			f.Project = ""
		}
	}
	for r := range c.data.Records(first.sheet) {
		if sheetOf(r) != sheetOf(first.record) || whole[r] {
			continue
		}
		if n := *r.Fields(nil)[first.column].(*model.Number); n.Known && n.Value > 0 {
			for _, m := range list {
				f.Cells = append(f.Cells, m.record.Base().Place(m.column))
			}
			return
		}
	}
	f.Ref.Row = sheetOf(first.record).HeaderRow
	f.Found = dutch.Plural(len(list), "getal", "getallen") + " " + found
}

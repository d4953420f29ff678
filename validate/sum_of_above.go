package validate

import (
	"fmt"
	"math"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// addend is a row with its one or two numbers, in whole hundredths, and what
// totals are made of: a year, and a theme in it.
type addend struct {
	record model.Record
	value  [2]int64
	year   int
	theme  string
}

// sumOfAbove looks for rows that are what the rows above them add up to: all of
// them, those of the year, or those of the theme.
func sumOfAbove(c *checker) {
	var fte, money []addend
	for _, f := range c.data.FTE {
		if f.Base().Usable(model.FTEWith, model.FTEWithout) {
			fte = append(fte, addend{f, [2]int64{hundredths(f.With), hundredths(f.Without)}, f.Year, f.Theme})
		}
	}
	for _, f := range c.data.Funding {
		if f.Base().Usable(model.FundingAmount) {
			money = append(money, addend{f, [2]int64{hundredths(f.Amount)}, f.Year, f.Theme})
		}
	}
	c.totalsIn(&model.FTESheet, model.FTEWith, fte, 50, " VTE")
	c.totalsIn(&model.FundingSheet, model.FundingAmount, money, 50_000, " euro")
	for _, foot := range []struct {
		sheet  *model.Sheet
		column int
	}{{&model.ParticipationSheet, model.ParticipationCount}, {&model.TrainingSheet, model.TrainingHours}, {&model.ActivitySheet, model.ActivityHours}, {&model.VolunteerSheet, model.VolunteerHours}} {
		c.foot(foot.sheet, foot.column)
	}
}

func hundredths(n model.Number) int64 { return int64(math.Floor(n.Value*100 + 0.5)) }

// sum is a row and how many rows above it are its parts.
type sum struct {
	row   addend
	parts int
	sure  bool
}

// totalsIn reports the totals among some rows. A round one of three parts may
// be chance; two of them aren't.
func (c *checker) totalsIn(sheet *model.Sheet, column int, list []addend, round int64, unit string) {
	var found []sum
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && sheetOf(list[to].record) == sheetOf(list[from].record) {
			to++
		}
		found = append(found, sumsOf(list[from:to], round)...)
		from = to
	}
	for _, s := range found {
		if (s.sure || len(found) > 1) && !c.doubted(s.row.record, column) {
			c.sumRow(sheet, column, s, unit)
		}
	}
}

// sumsOf gives the totals of one sheet.
func sumsOf(list []addend, round int64) []sum {
	const least, many = 3, 4
	var found []sum
	all, year, theme := run{}, run{}, run{}
	for i, a := range list {
		if i > 0 && a.year != list[i-1].year {
			year = run{}
		}
		if i > 0 && (a.year != list[i-1].year || a.theme != list[i-1].theme) {
			theme = run{}
		}
		told := a.value[0]%round != 0 || a.value[1]%round != 0
		total := sum{row: a}
		for k, r := range []run{all, year, theme} {
			if a.value[0]+a.value[1] > 0 && r.parts >= least && r.value == a.value && r.parts > total.parts {
				total.parts, total.sure = r.parts, told || r.parts >= many && k < 2
			}
		}
		if total.parts > 0 {
			found = append(found, total)
			theme = run{}
			continue
		}
		all, year, theme = all.with(a), year.with(a), theme.with(a)
	}
	return found
}

// run is what some rows below each other add up to.
type run struct {
	value [2]int64
	parts int
}

func (r run) with(a addend) run {
	return run{[2]int64{r.value[0] + a.value[0], r.value[1] + a.value[1]}, r.parts + 1}
}

func (c *checker) sumRow(sheet *model.Sheet, column int, s sum, unit string) {
	total := number(float64(s.row.value[0]+s.row.value[1])/100) + unit
	f := c.say(ruleTotalRow, sheet, s.row.record, column, fmt.Sprintf(
		"Deze rij is precies de som van %s erboven (%s). Haal ze weg als ze hun totaal is, anders telt alles twee keer.", dutch.Plural(s.parts, "rij", "rijen"), total))
	f.Found, f.Expected, f.Mend = total, "rijen die elk iets anders tellen", removal([]model.Record{s.row.record})
	for i := column; i < len(sheet.Columns); i++ {
		c.doubt(s.row.record, i)
	}
}

// foot reports the last row of a sheet when it is the sum of many above it.
func (c *checker) foot(sheet *model.Sheet, column int) {
	const many = 8
	var above run
	var last addend
	look := func() {
		if above.parts >= many && last.value == above.value {
			c.sumRow(sheet, column, sum{row: last, parts: above.parts}, "")
		}
	}
	var fields []any
	for r := range c.data.Records(sheet) {
		fields = r.Fields(fields[:0])
		n := *fields[column].(*model.Number)
		if last.record != nil && sheetOf(r) != sheetOf(last.record) {
			look()
			above, last = run{}, addend{}
		}
		if !n.Known || !r.Base().Usable(column) {
			continue
		}
		if last.record != nil {
			above = above.with(last)
		}
		last = addend{record: r, value: [2]int64{hundredths(n)}}
	}
	look()
}

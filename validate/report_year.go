package validate

import (
	"fmt"
	"slices"
	"strconv"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleReportYear = finding.ByCode("D17")

// reportYear looks whether what else says a year agrees on another one than the
// configuration. One voice isn't enough: a new werkmap holds last year's rows
// for comparison, and a list may go on into the next year.
func reportYear(c *checker) {
	now := c.cfg.Report.Year
	if now == 0 {
		return
	}
	year, all, inYear := c.busiestYear()
	if year == 0 || year == now || year < now && inYear > 0 {
		return
	}
	voices := []int{c.titledYear(), c.lastOfSheets(), 0}
	if d := c.cfg.Report.Date; !d.IsZero() {
		voices[2] = d.Year() - 1
	}
	agree, against := 0, 0
	for _, v := range voices {
		switch v {
		case year:
			agree++
		case now:
			against++
		}
	}
	if agree < 2 || against > 0 {
		return
	}
	at := c.cfg.Place("rapport.jaar")
	f := finding.New(ruleReportYear, at, fmt.Sprintf(
		"Het rapport gaat over %d, maar de gegevens zijn van %d: de meeste registraties (%s) liggen in dat jaar of het jaar ervoor. Bedoel je %d?", now, year, number(float64(all)), year))
	f.Found, f.Expected, f.Proposal = strconv.Itoa(now), "het jaar van de gegevens", strconv.Itoa(year)
	f.Mend = []source.Edit{{Kind: source.Year, At: at, Text: f.Proposal}}
	c.report(f)
}

// busiestYear gives the last year with a tenth of all registrations or more, how
// many there are, and how many are of the report's year.
func (c *checker) busiestYear() (year, all, now int) {
	count := map[int]int{}
	c.eachEvent(func(e event) {
		count[e.date.Year()]++
		all++
	})
	for y, n := range count {
		if n*10 >= all && n >= 10 {
			year = max(year, y)
		}
	}
	return year, all, count[c.cfg.Report.Year]
}

// titledYear gives the year that most titles above sheets name; 0 without any.
func (c *checker) titledYear() int {
	count := map[int]int{}
	for _, f := range c.data.Files {
		for _, t := range f.Titles {
			count[t.Year]++
		}
	}
	return most(count)
}

// lastOfSheets gives the year that most sheets with a column jaar end with; a
// row or two of a later year don't count.
func (c *checker) lastOfSheets() int {
	count := map[int]int{}
	for _, sheet := range []*model.Sheet{&model.FTESheet, &model.FundingSheet, &model.StaffingSheet} {
		_, rows := c.years(sheet)
		years := sortedYears(rows)
		for _, y := range slices.Backward(years) {
			if sheet == &model.StaffingSheet || len(rows[y]) > 2 || len(rows[y])*len(years) >= c.data.Count(sheet) {
				count[y]++
				break
			}
		}
	}
	return most(count)
}

// most gives the year that is counted most, the last of equals.
func most(count map[int]int) int {
	best := 0
	for y, n := range count {
		if n > count[best] || n == count[best] && y > best {
			best = y
		}
	}
	return best
}

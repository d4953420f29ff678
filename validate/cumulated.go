package validate

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleCumulated = finding.ByCode("P12")

// monthly is the number of one month.
type monthly struct {
	month time.Time
	row   *model.Participation
}

// cumulated looks for projects that count once a month, and more each month.
func cumulated(c *checker) {
	const mostRows = 80 // a project with more counts more than once a month
	rows := map[string]int{}
	last, n := "", 0
	for _, p := range c.data.Participations {
		if p.Project != last {
			rows[last] += n
			last, n = p.Project, 0
		}
		n++
	}
	rows[last] += n
	dates := map[pair]time.Time{}
	for _, a := range c.data.Activities {
		if n := rows[a.Project]; n > 0 && n <= mostRows && !a.Date.IsZero() && a.Base().Usable(model.ActivityProject, model.ActivityID, model.ActivityDate) {
			dates[pair{a.Project, code(a.ID)}] = a.Date
		}
	}
	if len(dates) == 0 {
		return
	}
	var list []monthly
	for _, p := range c.data.Participations {
		d, known := dates[pair{p.Project, code(p.Activity)}]
		if known && p.Count.Known && d.Year() == c.cfg.Report.Year && p.Base().Usable(model.ParticipationCount, model.ParticipationGroup) {
			list = append(list, monthly{day(d.Year(), d.Month(), 1), p})
		}
	}
	for _, series := range grouped(list, func(m monthly) pair { return pair{m.row.Project, m.row.Group} }) {
		c.rising(series)
	}
}

// rising reports numbers of which there is one each month, each more than the one
// before, and in the end many times the first.
func (c *checker) rising(list []monthly) {
	const enough, sure, times = 6, 8, 2.5
	slices.SortStableFunc(list, func(a, b monthly) int { return cmp.Compare(a.month.Unix(), b.month.Unix()) })
	for i, m := range list[1:] {
		if !m.month.Equal(list[i].month.AddDate(0, 1, 0)) || m.row.Count.Value < list[i].row.Count.Value {
			return
		}
	}
	ups := 0
	for i, m := range list[1:] {
		if m.row.Count.Value > list[i].row.Count.Value {
			ups++
		}
	}
	first, last := list[0].row.Count.Value, list[len(list)-1].row.Count.Value
	// Twice the first number in each month would be the least of a sum.
	if len(list) < enough || ups*4 < 3*(len(list)-1) || len(list) < sure && ups < len(list)-1 || first <= 0 || last < times*first {
		return
	}
	var records []model.Record
	for _, m := range list {
		if sheetOf(m.row) == sheetOf(list[0].row) {
			records = append(records, m.row)
		}
	}
	f := c.sayCells(ruleCumulated, &model.ParticipationSheet, records, model.ParticipationCount, fmt.Sprintf(
		"Het aantal stijgt elke maand, van %s tot %s. Staat hier telkens het totaal sinds januari? Schrijf dan het aantal van elke maand, het verschil met de maand ervoor.", number(first), number(last)))
	f.Found, f.Expected = number(first)+" tot "+number(last), "het aantal van elke maand"
	if len(list) < sure {
		f.Level = finding.Info
	}
}

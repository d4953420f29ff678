package validate

import (
	"fmt"
	"slices"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleMoreFTE = finding.ByCode("O07")

// staffAndFTE compares the staff of the report's year with the people who were
// in service: who left before may have been taken out of the list. A row that
// is more than all of them is the one to look at.
func staffAndFTE(c *checker) {
	year := c.cfg.Report.Year
	if len(c.data.Employees) == 0 {
		return
	}
	sum, rows := 0.0, []*model.FTE(nil)
	for _, f := range c.data.FTE {
		if f.Year != year || !f.Base().Usable(model.FTEYear, model.FTEWith, model.FTEWithout) {
			continue
		}
		if c.big[cell{f, model.FTEWith}] || c.big[cell{f, model.FTEWithout}] {
			return
		}
		sum += f.With.Value + f.Without.Value
		rows = append(rows, f)
	}
	people := c.inService(year)
	if people == 0 {
		return
	}
	// Many keep only a part of their people in the list: what is far too much,
	// or too much in one number, is no matter of that.
	one := slices.ContainsFunc(rows, func(f *model.FTE) bool { return max(f.With.Value, f.Without.Value) > float64(people) })
	if one || sum > 2*float64(people) {
		c.moreFTE(year, sum, people, rows)
	}
}

// inService counts the people who worked here on some day of a year. A date
// that can't be used is taken as good.
func (c *checker) inService(year int) int {
	first, last := day(year, 1, 1), day(year, 12, 31)
	n := 0
	for _, e := range c.data.Employees {
		late := !e.Hired.IsZero() && e.Hired.After(last) && e.Base().Usable(model.EmployeeHired)
		gone := !e.Left.IsZero() && e.Left.Before(first) && e.Base().Usable(model.EmployeeLeft)
		if !late && !gone {
			n++
		}
	}
	return n
}

// moreFTE reports a year at the first number that is more than all people, or
// at the sheet. Nothing that follows from these numbers is told as well.
func (c *checker) moreFTE(year int, sum float64, people int, rows []*model.FTE) {
	culprit, column := rows[0], -1
	for _, f := range rows {
		for _, at := range []int{model.FTEWith, model.FTEWithout} {
			n := f.With
			if at == model.FTEWithout {
				n = f.Without
			}
			if column < 0 && n.Value > float64(people) {
				culprit, column = f, at
			}
			c.big[cell{f, at}] = true
		}
	}
	m := c.say(ruleMoreFTE, &model.FTESheet, culprit, max(column, model.FTEWith), fmt.Sprintf(
		"In %d staat er samen %s VTE, maar volgens Personeel %s er toen %s in dienst. Kijk de komma’s in VTE na, en of er in Personeel niemand ontbreekt.",
		year, number(sum), them(people, "was", "waren"), dutch.Plural(people, "medewerker", "medewerkers")))
	m.Found, m.Expected, m.Project = number(sum)+" VTE", "hoogstens "+dutch.Int(people)+" VTE", ""
	if column < 0 {
		m.Ref.Col, m.Ref.Row, m.Column = 0, 0, ""
	}
}

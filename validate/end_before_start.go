package validate

import (
	"fmt"
	"time"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleEndBeforeStart = finding.ByCode("D01")

// endBeforeStart compares the two dates of volunteers and employees; those of
// projects are judged with their registrations (see terms).
func endBeforeStart(c *checker) {
	for _, v := range c.data.Volunteers {
		if v.Base().Usable(model.VolunteerSince, model.VolunteerUntil) && reversed(v.Since, v.Until) {
			c.reverse(&model.VolunteerSheet, v, model.VolunteerUntil, v.Until, model.VolunteerSince, v.Since)
		}
	}
	for _, e := range c.data.Employees {
		if e.Base().Usable(model.EmployeeHired, model.EmployeeLeft) && reversed(e.Hired, e.Left) {
			c.reverse(&model.EmployeeSheet, e, model.EmployeeLeft, e.Left, model.EmployeeHired, e.Hired)
		}
	}
}

func reversed(from, to time.Time) bool { return !from.IsZero() && !to.IsZero() && to.Before(from) }

// reverse reports an end before its start at the date that is likely wrong,
// which figures leave out.
func (c *checker) reverse(sheet *model.Sheet, r model.Record, column int, wrong time.Time, other int, right time.Time) {
	f := c.say(ruleEndBeforeStart, sheet, r, column, fmt.Sprintf(
		"Bij ‘%s’ staat %s, maar bij ‘%s’ staat %s. Verbeter een van de twee.", sheet.Columns[column].Name, short(wrong), sheet.Columns[other].Name, short(right)))
	f.Found, f.Expected = short(wrong), "een dag vanaf "+short(right)
	if wrong.After(right) {
		f.Expected = "een dag tot en met " + short(right)
	}
	r.Base().MarkBad(column)
}

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
			c.reverse(&model.VolunteerSheet, v, model.VolunteerUntil, v.Since, v.Until, "sinds")
		}
	}
	for _, e := range c.data.Employees {
		if e.Base().Usable(model.EmployeeHired, model.EmployeeLeft) && reversed(e.Hired, e.Left) {
			c.reverse(&model.EmployeeSheet, e, model.EmployeeLeft, e.Hired, e.Left, "in_dienst")
		}
	}
}

func reversed(from, to time.Time) bool { return !from.IsZero() && !to.IsZero() && to.Before(from) }

// reverse reports an end before its start. Figures leave the end out.
func (c *checker) reverse(sheet *model.Sheet, r model.Record, column int, from, to time.Time, other string) {
	f := c.say(ruleEndBeforeStart, sheet, r, column, fmt.Sprintf(
		"Bij ‘%s’ staat %s, maar bij ‘%s’ staat %s. Verbeter een van de twee.", sheet.Columns[column].Name, short(to), other, short(from)))
	f.Found, f.Expected = short(to), "een dag vanaf "+short(from)
	r.Base().MarkBad(column)
}

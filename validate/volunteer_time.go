package validate

import (
	"fmt"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleVolunteerTime = finding.ByCode("O11")

// volunteerTime compares the hours of volunteers with the days on which they
// were there. Who wasn't there in the report's year has the hours of another.
func volunteerTime(c *checker) {
	const most = 16
	if c.cfg.Report.Year == 0 {
		return
	}
	for _, v := range c.data.Volunteers {
		if !v.Hours.Known || v.Since.IsZero() || c.big[cell{v, model.VolunteerHours}] ||
			!v.Base().Usable(model.VolunteerSince, model.VolunteerUntil, model.VolunteerHours) {
			continue
		}
		from, to := c.firstDay(), c.lastDay()
		if v.Since.After(from) {
			from = v.Since
		}
		if !v.Until.IsZero() && v.Until.Before(to) {
			to = v.Until
		}
		days := daysFrom(from, to)
		if days < 1 || v.Hours.Value <= float64(days*most) {
			continue
		}
		f := c.say(ruleVolunteerTime, &model.VolunteerSheet, v, model.VolunteerHours, fmt.Sprintf(
			"%s uren is meer dan kan: de vrijwilliger was in %d maar %s actief (%s tot %s). Verbeter de uren of de datums.",
			number(v.Hours.Value), c.cfg.Report.Year, dutch.Plural(days, "dag", "dagen"), short(from), short(to)))
		f.Found, f.Expected = number(v.Hours.Value), "hoogstens "+dutch.Int(days*most)+" uren"
		if v.Hours.Value <= float64(daysFrom(v.Since, to)*most) {
			f.Level = finding.Info // they may be those of all years
		}
	}
}

// daysFrom counts the days from one to another, both included.
func daysFrom(from, to time.Time) int {
	return int(to.Sub(from).Hours()/24) + 1
}

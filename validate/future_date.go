package validate

import (
	"fmt"
	"time"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleFutureDate = finding.ByCode("D04")
var ruleLonelyYear = finding.ByCode("D05")

// yearCount counts rows per year, from 1900 on.
type yearCount struct {
	years [202]int
	total int
}

func (y *yearCount) add(year int) {
	if i := year - 1900; i >= 0 && i < len(y.years) {
		y.years[i]++
	}
	y.total++
}

// lonely tells whether a year has so few rows that they look like a slip. The
// report's year and the two before never do.
func (y *yearCount) lonely(year, report int) bool {
	i := year - 1900
	if i < 0 || i >= len(y.years) || year <= report && year >= report-2 {
		return false
	}
	n := y.years[i]
	return n <= 2 && n*10 <= y.total
}

// oddDates reports registrations after the report's date and in a year in
// which hardly anything else happened.
func oddDates(c *checker) {
	year := c.cfg.Report.Year
	if year == 0 {
		return
	}
	var counts [eventKinds]yearCount
	c.eachEvent(func(e event) {
		counts[e.kind].add(e.date.Year())
	})
	today := c.today()
	var strange [eventKinds][202]bool
	any := false
	for k := range counts {
		for i, n := range counts[k].years {
			if y := 1900 + i; n > 0 && (counts[k].lonely(y, year) || day(y, 12, 31).After(today)) {
				strange[k][i], any = true, true
			}
		}
	}
	if any {
		c.eachEvent(func(e event) {
			y := e.date.Year()
			if i := y - 1900; i < 0 || i >= 202 || !strange[e.kind][i] {
				return
			}
			if e.date.After(today) {
				c.future(e.sheet(), e.record, e.column(), e.date)
			} else if counts[e.kind].lonely(y, year) {
				c.lonelyDate(e)
			}
		})
	}
	// A list of staff or volunteers may know who starts next month, not who
	// starts in some years.
	for _, v := range c.data.Volunteers {
		if v.Since.After(today.AddDate(1, 0, 0)) && v.Base().Usable(model.VolunteerSince) {
			c.future(&model.VolunteerSheet, v, model.VolunteerSince, v.Since)
		}
	}
	for _, e := range c.data.Employees {
		if e.Hired.After(today.AddDate(1, 0, 0)) && e.Base().Usable(model.EmployeeHired) {
			c.future(&model.EmployeeSheet, e, model.EmployeeHired, e.Hired)
		}
	}
}

func (c *checker) future(sheet *model.Sheet, r model.Record, column int, d time.Time) {
	f := c.say(ruleFutureDate, sheet, r, column, fmt.Sprintf(
		"Deze datum ligt in de toekomst (na %s). Kijk het jaartal na.", short(c.today())))
	f.Found, f.Expected = short(d), "een dag tot en met "+short(c.today())
	r.Base().MarkBad(column)
}

func (c *checker) lonelyDate(e event) {
	f := c.say(ruleLonelyYear, e.sheet(), e.record, e.column(), fmt.Sprintf(
		"In %d zijn er bijna geen andere rijen in %s. Kijk het jaartal na; klopt het, dan mag de rij blijven.", e.date.Year(), e.sheet().Name))
	f.Found, f.Expected = short(e.date), fmt.Sprintf("een dag in %d of het jaar ervoor", c.cfg.Report.Year)
	f.Proposal = proposeYear(e.date, c.cfg.Report.Year)
	// A list of dossiers goes back for years, with few of each.
	if e.kind == dossierEvent && e.date.Year() < c.cfg.Report.Year && e.date.Year() >= c.cfg.Report.Year-6 {
		f.Level = finding.Info
	}
}

// proposeYear gives the date in the report's year when the year looks like a
// slip of it.
func proposeYear(d time.Time, year int) string {
	moved := day(year, d.Month(), d.Day())
	if slipOfYear(d.Year(), year) && moved.Day() == d.Day() {
		return short(moved)
	}
	return ""
}

// slipOfYear tells whether a year is another with two digits swapped or one
// digit wrong.
func slipOfYear(found, meant int) bool {
	a, b := fmt.Sprint(found), fmt.Sprint(meant)
	wrong := 0
	for i := range a {
		if i < len(b) && a[i] != b[i] {
			wrong++
		}
	}
	return wrong == 1 || len(a) == 4 && a[:2] == b[:2] && a[2] == b[3] && a[3] == b[2]
}

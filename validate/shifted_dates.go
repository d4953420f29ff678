package validate

import (
	"fmt"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

var ruleShiftedDates = finding.Rule{
	Code: "D07", Family: finding.Time, Level: finding.Error, Who: projectWorker,
	Title: "Alle datums van een werkboek liggen vier jaar verkeerd",
	Explanation: "Excel telt dagen vanaf 1900 of, in werkboeken die ooit op een Mac gemaakt zijn, vanaf 1904. Gaat die instelling verloren bij het kopiëren, " +
		"dan schuiven alle datums samen vier jaar en één dag op. De looptijd van het project schuift mee, zodat er binnen het werkboek niets opvalt.",
	Wrong: "alle activiteiten in 2025, in een rapport over 2021", Right: "alle activiteiten in 2021",
}

// days1904 is the distance between Excel's two date systems.
const days1904 = 1462

// span counts where the dates of a file lie.
type span struct {
	count, inside int
	// late and early count the dates that fall in the report's year or the
	// year before once they are moved back or ahead; the other two those that
	// fall in the year itself.
	late, lateNow, early, earlyNow int
	first, last                    event
}

// shiftedDates finds the workbooks in which every date cell lies 1462 days off.
// What else is said of its dates follows from that.
func shiftedDates(c *checker) {
	if c.cfg.Report.Year == 0 {
		return
	}
	spans, order := map[*source.File]*span{}, []*source.File(nil)
	from, now, to := c.firstDay().AddDate(-1, 0, 0).Unix(), c.firstDay().Unix(), c.lastDay().Unix()
	const shift = days1904 * 24 * 3600
	var file *source.File
	var s *span
	c.eachEvent(func(e event) {
		if e.record.Base().Foreign(e.column()) {
			return // a date typed as text stays where it is
		}
		if f := fileOf(e.record); f != file || s == nil {
			file, s = f, spans[f]
			if s == nil {
				s = &span{first: e, last: e}
				spans[f] = s
				order = append(order, f)
			}
		}
		s.count++
		at := e.date.Unix()
		if at >= from && at <= to {
			s.inside++
			return
		}
		if e.date.Before(s.first.date) {
			s.first = e
		}
		if e.date.After(s.last.date) {
			s.last = e
		}
		if back := at - shift; back >= from && back <= to {
			s.late++
			if back >= now {
				s.lateNow++
			}
		} else if ahead := at + shift; ahead >= from && ahead <= to {
			s.early++
			if ahead >= now {
				s.earlyNow++
			}
		}
	})
	flagged := map[string]bool{}
	for _, in := range c.data.Files {
		flagged[in.Path] = in.Date1904
	}
	for _, f := range order {
		s := spans[f]
		enough := func(n, now, least int) bool {
			return s.count >= least && s.inside == 0 && now > 0 && n*20 >= s.count*19
		}
		few, lateNow := 3, s.lateNow
		if f != nil && flagged[f.Path] {
			// What the workbook says of itself explains dates that lie ahead,
			// also those of a project that ended the year before.
			few, lateNow = 2, s.late
		}
		switch {
		case f == nil:
		case enough(s.late, lateNow, few):
			c.reportShift(f, s, "na")
		case enough(s.early, s.earlyNow, 3):
			c.reportShift(f, s, "voor")
		}
	}
	c.shiftedTerms(spans, flagged)
}

func (c *checker) reportShift(f *source.File, s *span, side string) {
	project, flagged := "", false
	for _, in := range c.data.Files {
		if in.Path == f.Path {
			project, flagged = in.Project, in.Date1904
		}
	}
	found := short(s.first.date) + " tot " + short(s.last.date)
	m := finding.New(&ruleShiftedDates, source.Ref{File: f.Path}, fmt.Sprintf(
		"Alle %s in dit werkboek liggen vier jaar en één dag %s %d: %s. %s Kijk in Excel de instelling ‘1904-datumsysteem’ na (Bestand, Opties, Geavanceerd) en verbeter de datums, ook die op de fiche.",
		dutch.Plural(s.count, "datum", "datums"), side, c.cfg.Report.Year, found, whyShifted(flagged)))
	m.Found, m.Expected, m.Project = found, fmt.Sprintf("datums in %d of het jaar ervoor", c.cfg.Report.Year), project
	days := days1904
	if side == "na" {
		days = -days
	}
	m.Mend = c.moving(f, func(d time.Time) time.Time { return d.AddDate(0, 0, days) })
	c.report(m)
}

// whyShifted says what likely happened to a workbook that says, or doesn't say,
// that it counts from 1904.
func whyShifted(flagged bool) string {
	if flagged {
		return "Het werkboek zegt dat het zijn datums vanaf 1904 telt, maar ze lijken vanaf 1900 geteld."
	}
	return "Waarschijnlijk ging bij het kopiëren of omzetten van het werkboek de instelling verloren dat Excel vanaf 1904 telt."
}

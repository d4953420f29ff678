package validate

import (
	"fmt"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

var ruleShiftedDates = finding.ByCode("D07")

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

// join adds the dates of another sheet.
func (s *span) join(o *span) {
	s.count, s.inside = s.count+o.count, s.inside+o.inside
	s.late, s.lateNow, s.early, s.earlyNow = s.late+o.late, s.lateNow+o.lateNow, s.early+o.early, s.earlyNow+o.earlyNow
	if o.first.date.Before(s.first.date) {
		s.first = o.first
	}
	if o.last.date.After(s.last.date) {
		s.last = o.last
	}
}

// side says on which side of the report's year all dates lie, 1462 days off;
// "" when they don't. few is how many dates are enough; flagged is true of a
// workbook that says of itself that it counts from 1904.
func (s *span) side(few int, flagged bool) string {
	enough := func(n, now, least int) bool {
		return s.count >= least && s.inside == 0 && now > 0 && n*20 >= s.count*19
	}
	switch {
	case flagged && enough(s.late, s.late, few-1), enough(s.late, s.lateNow, few):
		// What the workbook says of itself explains dates that lie ahead, also
		// those of a project that ended the year before.
		return "na"
	case enough(s.early, s.earlyNow, few):
		return "voor"
	}
	return ""
}

// shiftedDates finds the workbooks in which every date cell lies 1462 days off,
// and the sheets, copied from such a workbook, in others. What else is said of
// their dates follows from that.
func shiftedDates(c *checker) {
	if c.cfg.Report.Year == 0 {
		return
	}
	spans, sheets := map[*source.File]*span{}, map[*source.Sheet]*span{}
	var order []*source.Sheet
	from, now, to := c.firstDay().AddDate(-1, 0, 0).Unix(), c.firstDay().Unix(), c.lastDay().Unix()
	const shift = days1904 * 24 * 3600
	var sheet *source.Sheet
	var s *span
	c.eachEvent(func(e event) {
		if e.record.Base().Foreign(e.column()) {
			return // a date typed as text stays where it is
		}
		if at := sheetOf(e.record); at != sheet || s == nil {
			sheet, s = at, sheets[at]
			if s == nil {
				s = &span{first: e, last: e}
				sheets[at] = s
				order = append(order, at)
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
	var files []*source.File
	for _, at := range order {
		if spans[at.File] == nil {
			spans[at.File] = &span{first: sheets[at].first, last: sheets[at].last}
			files = append(files, at.File)
		}
		spans[at.File].join(sheets[at])
	}
	off := map[*source.File]bool{}
	for _, f := range files {
		if side := spans[f].side(3, flagged[f.Path]); side != "" {
			off[f] = true
			c.reportShift(source.Ref{File: f.Path}, spans[f], side)
		}
	}
	for _, at := range order {
		if side := sheets[at].side(5, false); side != "" && !off[at.File] && spans[at.File].inside > 0 {
			c.reportShift(source.Ref{File: at.File.Path, Sheet: at.Name}, sheets[at], side)
		}
	}
	c.shiftedTerms(spans, flagged)
}

func (c *checker) reportShift(at source.Ref, s *span, side string) {
	project, flagged := "", false
	for _, in := range c.data.Files {
		if in.Path == at.File {
			project, flagged = in.Project, in.Date1904
		}
	}
	found := short(s.first.date) + " tot " + short(s.last.date)
	where, mend := "dit werkboek", "Kijk in Excel de instelling ‘1904-datumsysteem’ na (Bestand, Opties, Geavanceerd) en verbeter de datums, ook die op de fiche."
	why := whyShifted(flagged)
	if at.Sheet != "" {
		where, mend = "dit blad", "Verbeter ze in dit blad; die in de andere bladen kloppen."
		why = "Waarschijnlijk komt het blad uit een werkboek dat zijn dagen anders telt."
	}
	m := finding.New(ruleShiftedDates, at, fmt.Sprintf(
		"Alle %s in %s liggen vier jaar en één dag %s %d: %s. %s %s",
		dutch.Plural(s.count, "datum", "datums"), where, side, c.cfg.Report.Year, found, why, mend))
	m.Found, m.Expected, m.Project = found, fmt.Sprintf("datums in %d of het jaar ervoor", c.cfg.Report.Year), project
	days := days1904
	if side == "na" {
		days = -days
	}
	m.Mend = c.moving(at, func(d time.Time) time.Time { return d.AddDate(0, 0, days) })
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

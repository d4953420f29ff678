package validate

import (
	"fmt"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// movable is the term of a project that stands in date cells, with how many of
// the project's rows fit it: as it stands, and once it is moved by 1462 days.
type movable struct {
	project              *model.Project
	events               int
	fits, ahead, earlier int
}

// shiftedTerms finds the workbooks whose only date cells are the terms of
// projects, 1462 days off: the dates of the rows stand elsewhere, or are text.
// The same misfit comes from one wrong date, so the move has to make every row
// fit, and something else has to speak for it: what the workbook says of
// itself, dates that become the first or last of a month, or several projects.
func (c *checker) shiftedTerms(spans map[*source.File]*span, flagged map[string]bool) {
	terms, order := map[*source.File][]*movable{}, []*source.File(nil)
	byCode := map[string]*movable{}
	for _, p := range c.data.Projects {
		f, b := fileOf(p), p.Base()
		if f == nil || spans[f] != nil || p.IsTransversal() || p.Start.IsZero() || p.End.IsZero() || byCode[p.Code] != nil ||
			!b.Usable(model.ProjectCode, model.ProjectStart, model.ProjectEnd) || b.Foreign(model.ProjectStart) || b.Foreign(model.ProjectEnd) {
			continue
		}
		if terms[f] == nil {
			order = append(order, f)
		}
		m := &movable{project: p}
		terms[f], byCode[p.Code] = append(terms[f], m), m
	}
	if len(order) == 0 {
		return
	}
	c.eachEvent(func(e event) {
		if m := byCode[e.project]; m != nil && e.kind != dossierEvent {
			m.count(e.date)
		}
	})
	for _, f := range order {
		c.judgeMove(f, terms[f], flagged[f.Path])
	}
}

func (m *movable) count(d time.Time) {
	within := func(days int) bool {
		return !d.Before(m.project.Start.AddDate(0, 0, days)) && !d.After(m.project.End.AddDate(0, 0, days))
	}
	m.events++
	if within(0) {
		m.fits++
	}
	if within(days1904) {
		m.ahead++
	}
	if within(-days1904) {
		m.earlier++
	}
}

// judgeMove reports the terms of one workbook when one move explains them all.
func (c *checker) judgeMove(f *source.File, terms []*movable, flagged bool) {
	var rows []model.Record
	events, fits, ahead, earlier, round := 0, 0, 0, 0, 0
	for _, m := range terms {
		if m.events == 0 {
			continue
		}
		rows = append(rows, m.project)
		events, fits, ahead, earlier = events+m.events, fits+m.fits, ahead+m.ahead, earlier+m.earlier
	}
	days, side := days1904, "vroeg"
	if earlier == events {
		days, side = -days1904, "laat"
	}
	if events < 3 || fits > 0 || ahead < events && earlier < events {
		return
	}
	for _, r := range rows {
		p := r.(*model.Project)
		round += roundness(p.Start.AddDate(0, 0, days), p.End.AddDate(0, 0, days)) - roundness(p.Start, p.End)
	}
	if round <= 0 && len(rows) == 1 && !(flagged && days < 0) {
		return
	}
	c.shifted[f] = true
	p := rows[0].(*model.Project)
	whose := "van het project"
	if len(rows) > 1 {
		whose = "van de projecten"
	}
	found := short(p.Start) + " tot " + short(p.End)
	meant := short(p.Start.AddDate(0, 0, days)) + " tot " + short(p.End.AddDate(0, 0, days))
	m := c.sayCells(&ruleShiftedDates, &model.ProjectSheet, rows, model.ProjectStart, fmt.Sprintf(
		"Begin en einde %s liggen vier jaar en één dag te %s: %s, en alle %s vallen erbuiten. %s Kijk in Excel de instelling ‘1904-datumsysteem’ na (Bestand, Opties, Geavanceerd) en verbeter de datums.",
		whose, side, found, dutch.Plural(events, "registratie", "registraties"), whyShifted(flagged)))
	m.Found, m.Expected, m.Proposal = found, "een looptijd waar de registraties in passen", meant
}

// roundness counts the dates of a term that stand where terms mostly begin and
// end: on the first and the last day of a month.
func roundness(start, end time.Time) int {
	n := 0
	if start.Day() == 1 {
		n++
	}
	if end.AddDate(0, 0, 1).Day() == 1 {
		n++
	}
	return n
}

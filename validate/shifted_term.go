package validate

import (
	"fmt"
	"slices"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// movable is the term of a project that stands in date cells, with how many of
// the project's rows fit it: as it stands, and moved ahead or back by 1462 days.
type movable struct {
	project           *model.Project
	events            int
	fits, ahead, back int
}

// shiftedTerms finds the workbooks whose only date cells are the terms of
// projects, 1462 days off: the dates of the rows stand elsewhere, or are text.
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
	// Dates are midnights: moving the day back is moving the term, and costs
	// nothing for each of all registrations.
	at, first, last := d.Unix(), m.project.Start.Unix(), m.project.End.Unix()
	within := func(days int64) bool {
		back := at - days*24*3600
		return back >= first && back <= last
	}
	m.events++
	if within(0) {
		m.fits++
	}
	if within(days1904) {
		m.ahead++
	}
	if within(-days1904) {
		m.back++
	}
}

// start and end give the term moved by days.
func (m *movable) start(days int) time.Time { return m.project.Start.AddDate(0, 0, days) }
func (m *movable) end(days int) time.Time   { return m.project.End.AddDate(0, 0, days) }

// judgeMove reports the terms of one workbook when one move explains them all.
func (c *checker) judgeMove(f *source.File, terms []*movable, flagged bool) {
	terms = slices.DeleteFunc(slices.Clone(terms), func(m *movable) bool { return m.events == 0 })
	for _, days := range [...]int{days1904, -days1904} {
		if c.moveExplains(terms, days, flagged && days < 0) {
			c.reportMove(terms, days, flagged)
			return
		}
	}
}

// moveExplains weighs whether the terms of a workbook were all moved. What is
// out of place may also come from one wrong date. So every row and the phase
// have to fit once the terms are put back, and something else has to speak for
// it: what the workbook says of itself, several projects, or dates that become
// the first and the last of a month, where most terms begin and end.
func (c *checker) moveExplains(terms []*movable, days int, flagged bool) bool {
	events, fits, gain, misfit := 0, 0, 0, false
	for _, m := range terms {
		moved := m.ahead
		if days < 0 {
			moved = m.back
		}
		if moved < m.events || !c.phaseFits(m.project, m.start(days), m.end(days)) {
			return false
		}
		events, fits = events+m.events, fits+m.fits
		gain += roundness(m.start(days), m.end(days)) - roundness(m.start(0), m.end(0))
		misfit = misfit || m.fits < m.events || !c.phaseFits(m.project, m.start(0), m.end(0))
	}
	said := flagged || len(terms) > 1
	if !misfit {
		return said && len(terms) > 0 && gain == 2*len(terms)
	}
	return gain > 0 || said && fits == 0 && events >= 3
}

// phaseFits tells whether a phase can go with a term.
func (c *checker) phaseFits(p *model.Project, start, end time.Time) bool {
	switch last := c.lastDay(); {
	case !p.Base().Usable(model.ProjectPhase):
		return true
	case p.Phase == model.PhaseEnded:
		return !end.After(last) && !start.After(last)
	case p.Phase == model.PhaseRunning:
		return !end.Before(last) && !start.After(last)
	default:
		return !end.Before(last)
	}
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

func (c *checker) reportMove(terms []*movable, days int, flagged bool) {
	side, whose := "vroeg", "van het project"
	if days < 0 {
		side = "laat"
	}
	if len(terms) > 1 {
		whose = "van de projecten"
	}
	var rows []model.Record
	outside := 0
	for _, m := range terms {
		rows = append(rows, m.project)
		outside += m.events - m.fits
	}
	found := short(terms[0].start(0)) + " tot " + short(terms[0].end(0))
	if outside > 0 {
		found += ", en " + dutch.Plural(outside, "registratie valt", "registraties vallen") + " erbuiten"
	}
	m := c.sayCells(ruleShiftedDates, &model.ProjectSheet, rows, model.ProjectStart, fmt.Sprintf(
		"Begin en einde %s liggen vier jaar en één dag te %s: %s. %s Kijk in Excel de instelling ‘1904-datumsysteem’ na (Bestand, Opties, Geavanceerd) en verbeter de datums.",
		whose, side, found, whyShifted(flagged)))
	m.Found = short(terms[0].start(0))
	for _, t := range terms {
		m.Mend = append(m.Mend,
			source.Edit{At: t.project.Base().Place(model.ProjectStart), Text: short(t.start(days))},
			source.Edit{At: t.project.Base().Place(model.ProjectEnd), Text: short(t.end(days))})
	}
	m.Expected, m.Proposal = "een looptijd waar de registraties en de fase in passen", short(terms[0].start(days))
}

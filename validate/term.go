package validate

import (
	"fmt"
	"slices"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleTerm = finding.ByCode("D02")
var ruleOutsideTerm = finding.ByCode("D03")
var rulePhase = finding.ByCode("D06")
var ruleLongTerm = finding.ByCode("D13")

// term is the term of a project and what lies outside it.
type term struct {
	project       *model.Project
	start, end    time.Time
	events        int
	before, after []event
	// underWay is true of a project in preparation that works like one that
	// runs.
	underWay bool
}

// terms compares what each project registered with its term and its phase. One
// project gives one finding when its term or its phase is the likely cause.
func terms(c *checker) {
	if c.cfg.Report.Year == 0 {
		return
	}
	all := map[string]*term{}
	var order []*term
	for _, p := range c.data.Projects {
		if p.IsTransversal() || p.Code == "" || all[p.Code] != nil || !p.Base().Usable(model.ProjectCode) {
			continue
		}
		t := &term{project: p}
		if p.Base().Usable(model.ProjectStart) {
			t.start = p.Start
		}
		if p.Base().Usable(model.ProjectEnd) {
			t.end = p.End
		}
		all[p.Code] = t
		order = append(order, t)
	}
	c.measureTerms(all)
	c.misphased(order)
	for _, t := range order {
		c.judgeTerm(t)
	}
	c.longPeriods()
}

// measureTerms finds the events outside the terms.
func (c *checker) measureTerms(all map[string]*term) {
	grace := time.Duration(c.cfg.Thresholds.DossierDays) * 24 * time.Hour
	last, t := "", (*term)(nil)
	c.eachEvent(func(e event) {
		if e.project == "" {
			return
		}
		if e.project != last {
			last, t = e.project, all[e.project]
		}
		if t == nil {
			return
		}
		t.events++
		end := t.end
		if e.kind == dossierEvent && !end.IsZero() {
			end = end.Add(grace)
		}
		early := !t.start.IsZero() && e.date.Before(t.start)
		late := !end.IsZero() && e.date.After(end)
		if !early && !late {
			return
		}
		if early {
			t.before = append(t.before, e)
		}
		if late {
			t.after = append(t.after, e)
		}
	})
}

// judgeTerm picks the one likely cause of what doesn't fit.
func (c *checker) judgeTerm(t *term) {
	p, last := t.project, c.lastDay()
	phase := p.Phase
	if !p.Base().Usable(model.ProjectPhase) {
		phase = ""
	}
	startsLater := !t.start.IsZero() && t.start.After(last)
	stopped := !t.end.IsZero() && t.end.Before(last)
	// A phase that contradicts the term points at the same culprit as rows
	// outside it, so fewer rows are enough.
	wrongEnd := many(len(t.after), t.events) || len(t.after) > 0 && stopped && (phase == model.PhaseRunning || phase == model.PhasePreparation)
	wrongStart := many(len(t.before), t.events) || len(t.before) > 0 && startsLater
	turned := reversed(t.start, t.end)
	if turned {
		// The date that fits least is told as such; the other one only where
		// the registrations speak against it too.
		switch c.reversedTerm(t) {
		case model.ProjectStart:
			wrongStart = false
		case model.ProjectEnd:
			wrongEnd = false
		}
	}
	if wrongEnd {
		c.termFinding(t, model.ProjectEnd, t.end, t.after, "na het einde")
	}
	if wrongStart {
		c.termFinding(t, model.ProjectStart, t.start, t.before, "voor het begin")
	}
	if turned {
		return
	}
	if !wrongStart {
		c.outside(t, t.before, fmt.Sprintf("voor het begin van het project (%s)", short(t.start)), "een dag vanaf "+short(t.start))
	}
	if !wrongEnd {
		c.outside(t, t.after, fmt.Sprintf("na het einde van het project (%s)", short(t.end)), "een dag tot en met "+short(t.end))
	}
	// A phase is judged by the date that isn't in doubt itself.
	switch {
	case phase == model.PhaseEnded && t.end.After(last) && !wrongEnd:
		c.phaseFinding(p, fmt.Sprintf("Het project is %s, maar loopt nog tot %s. Verbeter de fase of het einde.", phase, short(t.end)), "")
	case (phase == model.PhaseRunning || phase == model.PhasePreparation) && stopped && !wrongEnd:
		c.phaseFinding(p, fmt.Sprintf("Het project is in %s, maar is gestopt op %s. Verbeter de fase of het einde.", phase, short(t.end)), model.PhaseEnded)
	case wrongStart:
	case t.underWay:
		c.phaseFinding(p, fmt.Sprintf("Het project is in %s, maar begon op %s en registreerde in %d %s. Verbeter de fase of het begin.",
			phase, short(t.start), c.cfg.Report.Year, dutch.Plural(c.registered(p), "activiteit", "activiteiten")), model.PhaseRunning)
	case phase == model.PhaseEnded && startsLater, phase == model.PhaseRunning && startsLater:
		c.phaseFinding(p, fmt.Sprintf("De fase is %s, maar het project begint pas op %s. Verbeter de fase of het begin.", phase, short(t.start)), "")
	}
}

// misphased marks the projects in preparation that are under way. Where a third
// of all are, the word is used for something else.
func (c *checker) misphased(list []*term) {
	var under []*term
	for _, t := range list {
		if t.project.Phase == model.PhasePreparation && t.project.Base().Usable(model.ProjectPhase) && c.underWay(t.project, t.start) {
			under = append(under, t)
		}
	}
	if len(under) > 1 && len(under)*3 > len(list) {
		return
	}
	for _, t := range under {
		t.underWay = true
	}
}

// underWay tells whether a project in preparation works like one that runs: it
// began more than a year before the report's, and registered activities as
// others do. What the conclusion says goes first.
func (c *checker) underWay(p *model.Project, start time.Time) bool {
	if start.IsZero() || !start.Before(c.firstDay().AddDate(-1, 0, 0)) {
		return false
	}
	if c.concludes(p.Code, "Nog niet opgestart", "Nieuw") {
		return false
	}
	n := c.registered(p)
	if n >= fewActivities {
		return true
	}
	var others []int
	for _, o := range c.running() {
		others = append(others, c.registered(o))
	}
	slices.Sort(others)
	// Nobody prepares for five years.
	long := start.Before(c.firstDay().AddDate(-5, 0, 0))
	return (long && n > 1 || n >= 4) && len(others) > 0 && n*2 >= others[len(others)/2]
}

// many tells whether so many of a project's rows lie on one side of its term
// that the term is the likelier mistake.
func many(outside, all int) bool {
	return outside >= 4 && outside*20 >= all || outside >= 2 && outside*2 > all
}

// reversedTerm reports an end before the start at the date that fits least, and
// gives its column.
func (c *checker) reversedTerm(t *term) int {
	p, year := t.project, c.cfg.Report.Year
	wrongStart := len(t.before) > len(t.after)
	if len(t.before) == len(t.after) {
		wrongStart = distance(t.start.Year(), year) > distance(t.end.Year(), year)
	}
	if wrongStart {
		c.reverse(&model.ProjectSheet, p, model.ProjectStart, t.start, model.ProjectEnd, t.end)
		return model.ProjectStart
	}
	c.reverse(&model.ProjectSheet, p, model.ProjectEnd, t.end, model.ProjectStart, t.start)
	return model.ProjectEnd
}

func distance(a, b int) int { return max(a-b, b-a) }

func (c *checker) termFinding(t *term, column int, limit time.Time, list []event, side string) {
	first, last := list[0].date, list[0].date
	for _, e := range list {
		if e.date.Before(first) {
			first = e.date
		}
		if e.date.After(last) {
			last = e.date
		}
	}
	when := "van " + short(first) + " tot " + short(last)
	if first.Equal(last) {
		when = "op " + short(first)
	}
	verb := "vallen"
	if len(list) == 1 {
		verb = "valt"
	}
	name := model.ProjectSheet.Columns[column].Name
	f := c.say(ruleTerm, &model.ProjectSheet, t.project, column, fmt.Sprintf(
		"%s van de %s van het project %s %s, %s (%s). Kijk eerst het veld ‘%s’ na.",
		dutch.Int(len(list)), dutch.Plural(t.events, "registratie", "registraties"), verb, side, short(limit), when, name))
	f.Found = short(limit)
	f.Expected = "een looptijd waar de registraties in passen"
	// The term that holds them all is the least that mends it.
	outermost := first
	if column == model.ProjectEnd {
		outermost = last
	}
	f.Mend, f.Try = []source.Edit{{At: f.Ref, Text: short(outermost)}}, true
}

// outside reports the rows themselves, one finding a sheet.
func (c *checker) outside(t *term, list []event, where, expected string) {
	for kind := range eventKinds {
		var rows []model.Record
		found := ""
		for _, e := range list {
			if e.kind == kind {
				rows = append(rows, e.record)
				if found == "" {
					found = short(e.date)
				}
			}
		}
		for _, part := range grouped(rows, sheetOf) {
			f := c.sayCells(ruleOutsideTerm, eventSheets[kind], part, eventColumns[kind],
				"Deze datum valt "+where+". Kijk de datum na, of verbeter de looptijd op de fiche.")
			f.Found, f.Expected, f.Project = found, expected, t.project.Code
		}
	}
}

func (c *checker) phaseFinding(p *model.Project, message, proposal string) {
	f := c.say(rulePhase, &model.ProjectSheet, p, model.ProjectPhase, message)
	f.Found, f.Expected, f.Proposal = p.Phase, "een fase die past bij "+short(p.Start)+" tot "+short(p.End), proposal
}

// longPeriods reports terms of a length that people don't reach.
func (c *checker) longPeriods() {
	limit := c.cfg.Thresholds.TermYears
	for _, p := range c.data.Projects {
		if p.IsTransversal() || p.Start.IsZero() || p.End.IsZero() ||
			!p.Base().Usable(model.ProjectStart, model.ProjectEnd) || p.End.Year()-p.Start.Year() <= limit {
			continue
		}
		column, d := model.ProjectStart, p.Start
		if distance(p.End.Year(), c.cfg.Report.Year) > distance(p.Start.Year(), c.cfg.Report.Year) {
			column, d = model.ProjectEnd, p.End
		}
		c.long(&model.ProjectSheet, p, column, d, fmt.Sprintf("Het project zou van %s tot %s lopen", short(p.Start), short(p.End)))
	}
	for _, e := range c.data.Employees {
		if e.Hired.IsZero() || !e.Base().Usable(model.EmployeeHired) {
			continue
		}
		end := c.lastDay()
		if !e.Left.IsZero() && e.Base().Usable(model.EmployeeLeft) {
			end = e.Left
		}
		if end.Year() > c.cfg.Report.Year+20 {
			c.long(&model.EmployeeSheet, e, model.EmployeeLeft, end, "De medewerker zou tot "+short(end)+" in dienst blijven. Is er nog geen einde, laat de cel dan leeg")
			continue
		}
		if end.Year()-e.Hired.Year() > 50 {
			c.long(&model.EmployeeSheet, e, model.EmployeeHired, e.Hired, "De medewerker zou al sinds "+short(e.Hired)+" in dienst zijn")
		}
	}
	for _, v := range c.data.Volunteers {
		if !v.Since.IsZero() && c.cfg.Report.Year-v.Since.Year() > 70 && v.Base().Usable(model.VolunteerSince) {
			c.long(&model.VolunteerSheet, v, model.VolunteerSince, v.Since, "De vrijwilliger zou al sinds "+short(v.Since)+" meewerken")
		}
	}
}

func (c *checker) long(sheet *model.Sheet, r model.Record, column int, d time.Time, what string) {
	f := c.say(ruleLongTerm, sheet, r, column, what+". Kijk het jaartal na.")
	f.Found, f.Expected = short(d), "een jaartal dat mensenmaat heeft"
}

// Package delivery says who delivered what of a year. There is one answer, for
// the rules, the page of a check, the terminal and the report.
//
// A project has delivered a sheet when it holds a row of the year or, for a
// sheet without a date, any row of its own. Last year's rows are no delivery. A
// date that can't be read may be of the year.
package delivery

import (
	"strings"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// Table is what the projects delivered of one year.
type Table struct {
	year int
	rows map[key]int
	// fresh are the projects with a row that isn't last year's over again.
	fresh map[string]bool
}

type key struct {
	project string
	sheet   *model.Sheet
}

func fold(project string) string { return strings.ToLower(strings.TrimSpace(project)) }

// Look counts what was delivered of a year.
func Look(d *model.Dataset, year int) *Table {
	t := &Table{year: year, rows: map[key]int{}, fresh: map[string]bool{}}
	repeated := again(d.Before)
	activity := map[[2]string]*model.Activity{}
	for _, a := range d.Activities {
		activity[[2]string{fold(a.Project), fold(a.ID)}] = a
		t.add(a.Project, &model.ActivitySheet, t.dated(a, model.ActivityDate, a.Date), true)
	}
	for _, p := range d.Participations {
		a := activity[[2]string{fold(p.Project), fold(p.Activity)}]
		t.add(p.Project, &model.ParticipationSheet, a == nil || t.dated(a, model.ActivityDate, a.Date), true)
	}
	for _, c := range d.Contacts {
		t.add(c.Project, &model.ContactSheet, t.dated(c, model.ContactDate, c.Date), true)
	}
	for _, a := range d.Actors {
		t.add(a.Project, &model.ActorSheet, true, !repeated[name{fold(a.Project), dutch.Fold(a.Name)}])
	}
	for _, x := range d.Dossiers {
		t.add(x.Project, &model.DossierSheet, t.dated(x, model.DossierDate, x.Date), !repeated[name{fold(x.Project), dutch.Fold(x.Title)}])
	}
	for _, v := range d.Volunteers {
		t.add(v.Project, &model.VolunteerSheet, t.active(v), v.Hours.Known || !repeated[name{fold(v.Project), dutch.Fold(v.Name)}])
	}
	for _, r := range d.Progress {
		t.add(r.Project, &model.ProgressSheet, true, true)
	}
	for _, r := range d.Conclusions {
		t.add(r.Project, &model.ConclusionSheet, true, true)
	}
	for _, r := range d.Plans {
		t.add(r.Project, &model.PlanSheet, true, true)
	}
	return t
}

// name is a thing of a project that a list keeps from year to year.
type name struct{ project, name string }

// again gives what stood in last year's lists, which have no year.
func again(before *model.Dataset) map[name]bool {
	out := map[name]bool{}
	if before == nil {
		return out
	}
	for _, a := range before.Actors {
		out[name{fold(a.Project), dutch.Fold(a.Name)}] = true
	}
	for _, v := range before.Volunteers {
		out[name{fold(v.Project), dutch.Fold(v.Name)}] = true
	}
	for _, x := range before.Dossiers {
		if x.Status != model.DossierFinished {
			out[name{fold(x.Project), dutch.Fold(x.Title)}] = true
		}
	}
	return out
}

func (t *Table) add(project string, s *model.Sheet, counts, fresh bool) {
	if !counts {
		return
	}
	project = fold(project)
	t.rows[key{project, s}]++
	if fresh {
		t.fresh[project] = true
	}
}

// dated tells whether a row may be of the year.
func (t *Table) dated(r model.Record, column int, day time.Time) bool {
	return day.IsZero() || !r.Base().Usable(column) || day.Year() == t.year
}

// active tells whether a volunteer may have been active in the year.
func (t *Table) active(v *model.Volunteer) bool {
	since := v.Since.IsZero() || !v.Base().Usable(model.VolunteerSince) || v.Since.Year() <= t.year
	until := v.Until.IsZero() || !v.Base().Usable(model.VolunteerUntil) || v.Until.Year() >= t.year
	return since && until
}

// Rows counts the rows of the year that a project has in one of its sheets.
func (t *Table) Rows(project string, s *model.Sheet) int { return t.rows[key{fold(project), s}] }

// Nothing tells whether a project delivered nothing of the year: no row at all,
// or only lists that are last year's over again.
func (t *Table) Nothing(project string) bool { return !t.fresh[fold(project)] }

// Empty tells whether no project delivered anything of the year.
func (t *Table) Empty() bool { return len(t.fresh) == 0 }

// Owes tells whether a project is to deliver something of a year: a transversal
// action, one that ended before it or begins after it isn't.
func Owes(p *model.Project, year int) bool {
	b := p.Base()
	switch {
	case p.IsTransversal():
		return false
	case b.Usable(model.ProjectEnd) && !p.End.IsZero() && p.End.Year() < year:
		return false
	case b.Usable(model.ProjectStart) && p.Start.Year() > year:
		return false
	}
	return true
}

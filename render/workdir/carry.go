package workdir

import (
	"slices"
	"strconv"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// carried is what of last year goes into a new werkmap.
type carried struct {
	organisation, lastYear model.Dataset
	projects               []carriedProject
}

type carriedProject struct {
	record *model.Project
	data   model.Dataset
}

// carriedSheets are the sheets of the comparison with last year.
var carriedSheets = []*model.Sheet{
	&model.ProjectSheet, &model.FTESheet, &model.FundingSheet, &model.TrainingSheet, &model.ScoreSheet,
	&model.ActivitySheet, &model.ParticipationSheet, &model.ContactSheet, &model.DossierSheet,
}

func collect(d *model.Dataset, decl *model.Sheet) []model.Record {
	return slices.Collect(d.Records(decl))
}

// carry takes over what still holds in the new year. Records with a refused
// field stay behind: a blank to fill in is better than half a value.
func carry(d *model.Dataset, year int) carried {
	var out carried
	if d == nil {
		return out
	}
	first := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	last := year - 1
	org := &out.organisation
	org.Objectives = keep(d.Objectives, func(o *model.Objective) bool { return o.Status != model.ObjectiveStruck })
	org.Staffing = keep(d.Staffing, func(s *model.Staffing) bool { return s.Year >= year-2 && s.Year < year })
	org.Employees = keep(d.Employees, func(e *model.Employee) bool {
		return !e.Student && (e.Left.IsZero() || !e.Left.Before(first.AddDate(0, 0, -1)))
	})
	org.Partnerships = keep(d.Partnerships, func(*model.Partnership) bool { return true })
	org.Communications = continuous(d.Communications)

	old := &out.lastYear
	old.FTE = keep(d.FTE, func(f *model.FTE) bool { return f.Year == last })
	old.Funding = keep(d.Funding, func(f *model.Funding) bool { return f.Year == last })
	inService := map[string]bool{}
	for _, e := range org.Employees {
		inService[e.Number] = true
	}
	old.Trainings = keep(d.Trainings, func(t *model.Training) bool { return t.Date.Year() == last && inService[t.Employee] })
	old.Scores = keep(d.Scores, func(s *model.Score) bool { return s.Year == last })

	codes := map[string]bool{}
	for _, p := range d.Projects {
		if p.Code == "" || codes[p.Code] || p.Base().Broken() {
			continue
		}
		ended := !p.IsTransversal() && !p.End.IsZero() && p.End.Before(first)
		if ended && p.End.Year() < last {
			continue
		}
		codes[p.Code] = true
		if ended {
			// Only for the comparison: its rows of last year need it.
			project := *p
			project.Phase = model.PhaseEnded
			old.Projects = append(old.Projects, &project)
			continue
		}
		out.projects = append(out.projects, carriedProject{record: p, data: projectData(d, p.Code, first)})
	}
	registrations(d, old, last, codes, actorsOf(out.projects))
	return out
}

// projectData takes over a project's actors, who are structural by now, its
// volunteers who are still there, and its unfinished dossiers.
func projectData(d *model.Dataset, code string, first time.Time) model.Dataset {
	var out model.Dataset
	for _, a := range keep(d.Actors, func(a *model.Actor) bool { return a.Project == code }) {
		actor := *a
		if actor.Nature == "nieuw" {
			actor.Nature = "structureel"
		}
		out.Actors = append(out.Actors, &actor)
	}
	for _, v := range keep(d.Volunteers, func(v *model.Volunteer) bool {
		return v.Project == code && (v.Until.IsZero() || !v.Until.Before(first))
	}) {
		volunteer := *v
		volunteer.Hours = model.Number{}
		out.Volunteers = append(out.Volunteers, &volunteer)
	}
	out.Dossiers = keep(d.Dossiers, func(x *model.Dossier) bool { return x.Project == code && x.Status == model.DossierRunning })
	return out
}

// actorsOf gives the actors that are carried over, by project and folded name.
func actorsOf(projects []carriedProject) map[[2]string]bool {
	names := map[[2]string]bool{}
	for _, p := range projects {
		for _, a := range p.data.Actors {
			names[[2]string{p.record.Code, dutch.Fold(a.Name)}] = true
		}
	}
	return names
}

// registrations takes over last year's rows. Activities get the year in their
// code: the new year counts from one again. Contacts of a project that ended
// stay behind: they need its actors, and Actoren has no year, so those would
// count in the new one.
func registrations(d, out *model.Dataset, last int, codes map[string]bool, actors map[[2]string]bool) {
	prefix := strconv.Itoa(last) + "-"
	taken := map[[2]string]bool{}
	for _, a := range keep(d.Activities, func(a *model.Activity) bool { return a.Date.Year() == last && codes[a.Project] }) {
		activity := *a
		taken[[2]string{a.Project, a.ID}] = true
		activity.ID = prefix + a.ID
		out.Activities = append(out.Activities, &activity)
	}
	for _, p := range keep(d.Participations, func(p *model.Participation) bool { return taken[[2]string{p.Project, p.Activity}] }) {
		participation := *p
		participation.Activity = prefix + p.Activity
		out.Participations = append(out.Participations, &participation)
	}
	out.Contacts = keep(d.Contacts, func(c *model.Contact) bool {
		return c.Date.Year() == last && actors[[2]string{c.Project, dutch.Fold(c.Actor)}]
	})
	out.Dossiers = keep(d.Dossiers, func(x *model.Dossier) bool {
		return x.Status == model.DossierFinished && x.Date.Year() == last && codes[x.Project]
	})
}

// continuous takes over the communication channels that go on, numbered anew.
func continuous(list []*model.Communication) []*model.Communication {
	var out []*model.Communication
	for _, c := range keep(list, func(c *model.Communication) bool { return c.When.Continuous }) {
		channel := *c
		channel.Number = model.Number{Value: float64(len(out) + 1), Known: true}
		out = append(out, &channel)
	}
	return out
}

// keep gives the whole records that a test lets through.
func keep[T model.Record](list []T, test func(T) bool) []T {
	var out []T
	for _, r := range list {
		if !r.Base().Broken() && test(r) {
			out = append(out, r)
		}
	}
	return out
}

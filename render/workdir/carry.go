package workdir

import (
	"slices"
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
	org := &out.organisation
	org.Objectives = keep(d.Objectives, func(o *model.Objective) bool { return o.Status != model.ObjectiveStruck })
	org.Staffing = keep(d.Staffing, func(s *model.Staffing) bool { return s.Year >= year-2 && s.Year < year })
	org.Employees = keep(d.Employees, func(e *model.Employee) bool {
		return !e.Student && (e.Left.IsZero() || !e.Left.Before(first.AddDate(0, 0, -1)))
	})
	org.Partnerships = keep(d.Partnerships, func(*model.Partnership) bool { return true })
	org.Communications = continuous(d.Communications)

	codes := map[string]bool{}
	for _, p := range d.Projects {
		if p.Code == "" || codes[p.Code] || p.Base().Broken() {
			continue
		}
		codes[p.Code] = true
		if p.IsTransversal() || p.End.IsZero() || !p.End.Before(first) {
			if p.Phase != "" && p.End.Year() == year && p.End.Before(first.AddDate(1, 0, -1)) {
				// The phase is that of 31 December.
				ended := *p
				ended.Phase = model.PhaseEnded
				p = &ended
			}
			out.projects = append(out.projects, carriedProject{record: p, data: projectData(d, p.Code, first)})
		}
	}
	out.lastYear = lastYear(d, year-1)
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

// lastYear gives what the new werkmap compares with: the rows of last year, and
// the lists that its rows name. They stand apart from the new year's rows, so
// they keep their keys, and who or what ended is among them.
func lastYear(d *model.Dataset, year int) model.Dataset {
	out := model.Dataset{
		Projects: keep(d.Projects, func(p *model.Project) bool { return p.Code != "" }),
		FTE:      keep(d.FTE, func(f *model.FTE) bool { return f.Year == year }),
		Funding:  keep(d.Funding, func(f *model.Funding) bool { return f.Year == year }),
		Scores:   keep(d.Scores, func(s *model.Score) bool { return s.Year == year }),

		Employees:  keep(d.Employees, func(*model.Employee) bool { return true }),
		Trainings:  keep(d.Trainings, func(t *model.Training) bool { return t.Date.Year() == year }),
		Activities: keep(d.Activities, func(a *model.Activity) bool { return a.Date.Year() == year }),
		Actors:     keep(d.Actors, func(*model.Actor) bool { return true }),
		Contacts:   keep(d.Contacts, func(c *model.Contact) bool { return c.Date.Year() == year }),
		Volunteers: keep(d.Volunteers, func(*model.Volunteer) bool { return true }),
		Dossiers: keep(d.Dossiers, func(x *model.Dossier) bool {
			return x.Status != model.DossierFinished || x.Date.Year() == year
		}),
		Communications: keep(d.Communications, func(c *model.Communication) bool {
			return c.When.Continuous || c.When.From.Year() <= year && c.When.To.Year() >= year
		}),
	}
	taken := map[[2]string]bool{}
	for _, a := range out.Activities {
		taken[[2]string{a.Project, dutch.Fold(a.ID)}] = true
	}
	out.Participations = keep(d.Participations, func(p *model.Participation) bool {
		return taken[[2]string{p.Project, dutch.Fold(p.Activity)}]
	})
	return out
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

package validate_test

import (
	"strings"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// shiftBook moves every date cell of a workbook by days.
func (w *world) shiftBook(file string, days int) {
	move := func(r model.Record, column int, d time.Time) { w.set(r, column, d.AddDate(0, 0, days)) }
	w.eachTerm(file, move)
	w.eachDate(file, move)
}

// shiftFiche moves the term on a Fiche, in a workbook whose other dates are
// text.
func (w *world) shiftFiche(file string, days int) {
	w.eachTerm(file, func(r model.Record, column int, d time.Time) { w.set(r, column, d.AddDate(0, 0, days)) })
	w.eachDate(file, func(r model.Record, column int, d time.Time) { w.set(r, column, dutch.ShortDate(d)) })
}

// eachTerm visits the dates of a Fiche, eachDate the others of its workbook.
func (w *world) eachTerm(file string, visit func(model.Record, int, time.Time)) {
	for _, p := range w.data.Projects {
		if fileOf(p) == file {
			visit(p, model.ProjectStart, p.Start)
			visit(p, model.ProjectEnd, p.End)
		}
	}
}

func (w *world) eachDate(file string, visit func(model.Record, int, time.Time)) {
	move := func(r model.Record, column int, d time.Time) {
		if !d.IsZero() {
			visit(r, column, d)
		}
	}
	in := func(r model.Record) bool { return fileOf(r) == file }
	for _, a := range w.data.Activities {
		if in(a) {
			move(a, model.ActivityDate, a.Date)
		}
	}
	for _, k := range w.data.Contacts {
		if in(k) {
			move(k, model.ContactDate, k.Date)
		}
	}
	for _, v := range w.data.Volunteers {
		if in(v) {
			move(v, model.VolunteerSince, v.Since)
			move(v, model.VolunteerUntil, v.Until)
		}
	}
	for _, d := range w.data.Dossiers {
		if in(d) {
			move(d, model.DossierDate, d.Date)
		}
	}
}

func dateMutations() []mutation {
	activity := func(w *world, ok func(*model.Activity, *model.Project) bool) *model.Activity {
		return pick(w, w.data.Activities, func(a *model.Activity) bool {
			p := w.project(a.Project)
			return !p.IsTransversal() && a.Date.Year() == 2021 && ok(a, p)
		})
	}
	return []mutation{
		{"activity in the future", func(w *world) []expected {
			a := activity(w, func(*model.Activity, *model.Project) bool { return true })
			return one("D04", w.set(a, model.ActivityDate, on(2031, a.Date.Month(), 5)))
		}},
		{"activity in a year long ago", func(w *world) []expected {
			a := activity(w, func(*model.Activity, *model.Project) bool { return true })
			return one("D05", w.set(a, model.ActivityDate, on(2012, a.Date.Month(), 5)))
		}},
		{"activity in the year after", func(w *world) []expected {
			a := activity(w, func(*model.Activity, *model.Project) bool { return true })
			return one("D05", w.set(a, model.ActivityDate, on(2022, 1, 5)))
		}},
		{"activity before the start", func(w *world) []expected {
			a := activity(w, func(_ *model.Activity, p *model.Project) bool {
				return p.Start.Year() == 2021 || p.Start.Year() == 2020 && p.Start.Month() > 2
			})
			return one("D03", w.set(a, model.ActivityDate, w.project(a.Project).Start.AddDate(0, 0, -20)))
		}},
		{"activity after the end", func(w *world) []expected {
			a := activity(w, func(_ *model.Activity, p *model.Project) bool { return p.End.Year() == 2021 && p.End.Month() < 12 })
			return one("D03", w.set(a, model.ActivityDate, w.project(a.Project).End.AddDate(0, 0, 40)))
		}},
		{"contact in the future", func(w *world) []expected {
			k := pick(w, w.data.Contacts, func(k *model.Contact) bool { return k.Date.Year() == 2021 })
			return one("D04", w.set(k, model.ContactDate, on(2025, 3, 5)))
		}},
		{"wrong end of a project", func(w *world) []expected {
			p := w.running(60)
			return one("D02", w.set(p, model.ProjectEnd, later(on(2021, 3, 31), p.Start.AddDate(0, 3, 0))))
		}},
		{"wrong start of a project", func(w *world) []expected {
			p := w.running(60)
			return one("D02", w.set(p, model.ProjectStart, on(2021, 10, 1)))
		}},
		{"end before start", func(w *world) []expected {
			p := w.running(60)
			return one("D01", w.set(p, model.ProjectEnd, p.Start.AddDate(0, 0, -30)))
		}},
		{"start after the end", func(w *world) []expected {
			p := w.running(60)
			return one("D01", w.set(p, model.ProjectStart, p.End.AddDate(1, 0, 0)))
		}},
		{"ended but running", func(w *world) []expected {
			p := w.running(1)
			return one("D06", w.set(p, model.ProjectPhase, model.PhaseEnded))
		}},
		{"in progress but ended", func(w *world) []expected {
			p := pick(w, w.data.Projects, func(p *model.Project) bool { return p.Phase == model.PhaseEnded && p.End.Before(on(2021, 12, 31)) })
			return one("D06", w.set(p, model.ProjectPhase, model.PhaseRunning))
		}},
		{"volunteer stops before the start", func(w *world) []expected {
			v := pick(w, w.data.Volunteers, func(v *model.Volunteer) bool { return !v.Until.IsZero() })
			return one("D01", w.set(v, model.VolunteerUntil, v.Since.AddDate(0, 0, -1)))
		}},
		{"employee leaves before the start", func(w *world) []expected {
			e := pick(w, w.data.Employees, func(e *model.Employee) bool { return !e.Left.IsZero() })
			return one("D01", w.set(e, model.EmployeeLeft, e.Hired.AddDate(0, 0, -1)))
		}},
		{"employee hired a century ago", func(w *world) []expected {
			e := pick(w, w.data.Employees, func(e *model.Employee) bool { return e.Left.IsZero() })
			return one("D13", w.set(e, model.EmployeeHired, e.Hired.AddDate(-100, 0, 0)))
		}},
		{"1904 dates, four years late", func(w *world) []expected {
			file := w.running(30).Base().Row.Sheet.File.Path
			w.shiftBook(file, 1462)
			return one("D07", source.Ref{File: file})
		}},
		{"1904 dates, four years early", func(w *world) []expected {
			file := w.running(30).Base().Row.Sheet.File.Path
			w.shiftBook(file, -1462)
			return one("D07", source.Ref{File: file})
		}},
		{"1904 dates on the Fiche alone, the others are text", func(w *world) []expected {
			p := w.running(30)
			w.shiftFiche(fileOf(p), -1462)
			return one("D07", p.Base().Place(model.ProjectStart))
		}},
		{"link of another day", func(w *world) []expected {
			a := pick(w, w.data.Communications, func(a *model.Communication) bool {
				return len(a.Links) == 1 && strings.Contains(a.Links[0], "dmf2021") && a.When.From.Month() > 2 && a.When.From.Month() < 12
			})
			return one("D08", w.set(a, model.CommunicationWhen, a.When.From.AddDate(0, -1, 0)))
		}},
		{"gap in the numbering", func(w *world) []expected {
			last := w.data.Communications[len(w.data.Communications)-1]
			return one("D09", w.set(last, model.CommunicationNumber, last.Number.Value+1))
		}},
		{"number out of order", func(w *world) []expected {
			list := w.data.Communications
			i := 20 + w.r.IntN(20)
			v := list[i].Number.Value
			w.set(list[i], model.CommunicationNumber, list[i+1].Number.Value)
			return one("D09", w.set(list[i+1], model.CommunicationNumber, v))
		}},
		{"finished dossier without date", func(w *world) []expected {
			d := pick(w, w.data.Dossiers, func(d *model.Dossier) bool { return d.Status == model.DossierFinished && d.Kind != "buurtanalyse" })
			return one("D10", w.set(d, model.DossierDate, ""))
		}},
		{"dossier before its project", func(w *world) []expected {
			d := pick(w, w.data.Dossiers, func(d *model.Dossier) bool {
				return d.Status == model.DossierFinished && d.Kind != "buurtanalyse" && w.project(d.Project).Start.After(on(2020, 2, 15))
			})
			p := w.project(d.Project)
			return one("D03", w.set(d, model.DossierDate, p.Start.AddDate(0, 0, -20)))
		}},
		{"planning in the past", func(w *world) []expected {
			p := pick(w, w.data.Plans, func(p *model.PlannedAction) bool { return p.When.Text != "" })
			return one("D11", w.set(p, model.PlanWhen, "maart 2019"))
		}},
		{"training before being hired", func(w *world) []expected {
			hired := map[string]time.Time{}
			for _, e := range w.data.Employees {
				hired[e.Number] = e.Hired
			}
			t := pick(w, w.data.Trainings, func(t *model.Training) bool { return hired[t.Employee].After(on(2020, 3, 1)) })
			return one("D12", w.set(t, model.TrainingDate, hired[t.Employee].AddDate(0, 0, -50)))
		}},
	}
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

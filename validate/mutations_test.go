package validate_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

func on(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// mutations lists the classes: mistakes, then look-alikes.
func mutations() []mutation {
	var all []mutation
	all = append(all, dateMutations()...)
	all = append(all, sizeMutations()...)
	all = append(all, keyMutations()...)
	all = append(all, crossMutations()...)
	all = append(all, privacyMutations()...)
	all = append(all, textMutations()...)
	all = append(all, structureMutations()...)
	all = append(all, sumMutations()...)
	all = append(all, addressMutations()...)
	return slices.Concat(all, lookAlikes(), structureLookAlikes())
}

// term gives the project of a record.
func (w *world) project(code string) *model.Project { return w.data.Project(code) }

// running picks a project that ran all year and has many activities.
func (w *world) running(least int) *model.Project {
	count := map[string]int{}
	for _, a := range w.data.Activities {
		count[a.Project]++
	}
	return pick(w, w.data.Projects, func(p *model.Project) bool {
		return !p.IsTransversal() && p.Phase == model.PhaseRunning && p.End.Year() > 2021 && count[p.Code] >= least
	})
}

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

func sizeMutations() []mutation {
	return []mutation{
		{"participations times a thousand", func(w *world) []expected {
			p := pick(w, w.data.Participations, func(p *model.Participation) bool { return p.Count.Value >= 3 })
			return one("P02", w.set(p, model.ParticipationCount, p.Count.Value*1000))
		}},
		{"participations times a hundred", func(w *world) []expected {
			p := pick(w, w.data.Participations, func(p *model.Participation) bool { return p.Count.Value >= 8 && p.Count.Value < 20 })
			return one("P01", w.set(p, model.ParticipationCount, p.Count.Value*100))
		}},
		{"negative participations", func(w *world) []expected {
			p := pick(w, w.data.Participations, func(p *model.Participation) bool { return p.Count.Value >= 1 })
			return one("V04", w.set(p, model.ParticipationCount, -p.Count.Value))
		}},
		{"FTE without its comma", func(w *world) []expected {
			f := pick(w, w.data.FTE, func(f *model.FTE) bool { return f.Year == 2021 && f.With.Value >= 0.5 })
			return one("P01", w.set(f, model.FTEWith, f.With.Value*100))
		}},
		{"hours without their comma", func(w *world) []expected {
			a := pick(w, w.data.Activities, func(a *model.Activity) bool { return a.Hours.Value >= 2.5 })
			return one("P02", w.set(a, model.ActivityHours, a.Hours.Value*10))
		}},
		{"training of weeks", func(w *world) []expected {
			t := pick(w, w.data.Trainings, func(*model.Training) bool { return true })
			return one("P02", w.set(t, model.TrainingHours, 750))
		}},
		{"volunteer day and night", func(w *world) []expected {
			v := pick(w, w.data.Volunteers, func(*model.Volunteer) bool { return true })
			return one("P02", w.set(v, model.VolunteerHours, 9000))
		}},
		{"negative amount", func(w *world) []expected {
			f := pick(w, w.data.Funding, func(f *model.Funding) bool { return f.Amount.Value > 0 })
			return one("P03", w.set(f, model.FundingAmount, -f.Amount.Value))
		}},
		{"staffing without its comma", func(w *world) []expected {
			s := pick(w, w.data.Staffing, func(*model.Staffing) bool { return true })
			return one("P04", w.set(s, model.StaffingNorm, 2457))
		}},
		{"score out of range", func(w *world) []expected {
			s := pick(w, w.data.Scores, func(*model.Score) bool { return true })
			return one("V04", w.set(s, model.ScoreScore, 7))
		}},
	}
}

func keyMutations() []mutation {
	lastRow := func(list []model.Record, of model.Record) int {
		last := 0
		for _, r := range list {
			if r.Base().Row.Sheet == of.Base().Row.Sheet {
				last = max(last, r.Base().Row.Number)
			}
		}
		return last
	}
	records := func(w *world, s *model.Sheet) []model.Record {
		var out []model.Record
		for r := range w.data.Records(s) {
			out = append(out, r)
		}
		return out
	}
	return []mutation{
		{"row pasted twice", func(w *world) []expected {
			a := pick(w, w.data.Activities, func(*model.Activity) bool { return true })
			return one("K01", w.copyRow(a, lastRow(records(w, &model.ActivitySheet), a)+1, model.ActivityID))
		}},
		{"block pasted twice", func(w *world) []expected {
			p := w.running(60)
			var first source.Ref
			to := 0
			n := 0
			for _, a := range w.data.Activities {
				if a.Project != p.Code || n >= 12 {
					continue
				}
				if to == 0 {
					to = lastRow(records(w, &model.ActivitySheet), a) + 1
				}
				ref := w.copyRow(a, to+n, model.ActivityID)
				if n == 0 {
					first = ref
				}
				n++
			}
			return one("K01", first)
		}},
		{"block pasted with new numbers", func(w *world) []expected {
			p := w.running(60)
			var first source.Ref
			to, n := 0, 0
			for _, a := range w.data.Activities {
				if a.Project != p.Code || n >= 6 {
					continue
				}
				if to == 0 {
					to = lastRow(records(w, &model.ActivitySheet), a) + 1
				}
				ref := w.copyRow(a, to+n, model.ActivityID)
				if err := w.book(ref.File).SetCellValue(ref.Sheet, ref.Cell(), fmt.Sprint("Z9", n)); err != nil {
					w.t.Fatal(err)
				}
				if n == 0 {
					first = ref
				}
				n++
			}
			return one("K04", first)
		}},
		{"actor with an accent", func(w *world) []expected {
			a := pick(w, w.data.Actors, func(a *model.Actor) bool { return strings.Contains(a.Name, "e") && !strings.Contains(a.Name, "é") })
			ref := w.copyRow(a, lastRow(records(w, &model.ActorSheet), a)+1, model.ActorName)
			if err := w.book(ref.File).SetCellValue(ref.Sheet, ref.Cell(), strings.Replace(a.Name, "e", "é", 1)); err != nil {
				w.t.Fatal(err)
			}
			return one("K02", ref)
		}},
		{"contact with a Cyrillic letter", func(w *world) []expected {
			k := pick(w, w.data.Contacts, func(k *model.Contact) bool { return strings.Contains(k.Actor, "o") })
			return one("W19", w.set(k, model.ContactActor, strings.Replace(k.Actor, "o", "о", 1)))
		}},
		{"actor with a letter wrong", func(w *world) []expected {
			a := pick(w, w.data.Actors, func(a *model.Actor) bool {
				f := strings.Fields(a.Name)
				return len(f) > 1 && len(dutch.Fold(f[0])) >= 8 && len(dutch.Fold(a.Name)) >= 12 && len(f[0]) == len(dutch.Fold(f[0]))
			})
			ref := w.copyRow(a, lastRow(records(w, &model.ActorSheet), a)+1, model.ActorName)
			if err := w.book(ref.File).SetCellValue(ref.Sheet, ref.Cell(), a.Name[:3]+"q"+a.Name[4:]); err != nil {
				w.t.Fatal(err)
			}
			return one("K03", ref)
		}},
		{"volunteer written with a dash", func(w *world) []expected {
			v := pick(w, w.data.Volunteers, func(v *model.Volunteer) bool { return strings.HasPrefix(v.Name, "V0") })
			ref := w.copyRow(v, lastRow(records(w, &model.VolunteerSheet), v)+1, model.VolunteerName)
			if err := w.book(ref.File).SetCellValue(ref.Sheet, ref.Cell(), "V-"+v.Name[1:]); err != nil {
				w.t.Fatal(err)
			}
			return one("K02", ref)
		}},
		{"workbook twice", func(w *world) []expected {
			file := w.running(30).Base().Row.Sheet.File.Path
			copied := strings.TrimSuffix(file, ".xlsx") + " - kopie.xlsx"
			w.keep(copied)
			data, err := os.ReadFile(w.path(file))
			if err == nil {
				err = os.WriteFile(w.path(copied), data, 0o644)
			}
			if err != nil {
				w.t.Fatal(err)
			}
			return one("K06", source.Ref{File: copied})
		}},
		{"code of another project on the fiche", func(w *world) []expected {
			p, q := w.running(30), w.running(30)
			for p == q {
				q = w.running(30)
			}
			if p.Base().Row.Sheet.File.Path < q.Base().Row.Sheet.File.Path {
				p, q = q, p
			}
			return one("K01", w.set(p, model.ProjectCode, q.Code))
		}},
		{"training twice", func(w *world) []expected {
			t := pick(w, w.data.Trainings, func(t *model.Training) bool { return t.Subject != "" })
			return one("K07", w.copyRow(t, lastRow(records(w, &model.TrainingSheet), t)+1, model.TrainingSubject))
		}},
		{"block of last year", func(w *world) []expected {
			p := w.running(120)
			var old []*model.Activity
			for _, a := range w.data.Activities {
				if a.Project == p.Code && a.Date.Year() == 2020 && a.Description != "" {
					old = append(old, a)
				}
			}
			if len(old) < 14 {
				return nil
			}
			first := 0
			for i := 0; i+14 <= len(old); i++ {
				if old[i+13].Base().Row.Number == old[i].Base().Row.Number+13 {
					first = i
					break
				}
			}
			to := lastRow(records(w, &model.ActivitySheet), old[0]) + 1
			var place source.Ref
			for n := range 14 {
				a := old[first+n]
				ref := w.copyRow(a, to+n, model.ActivityID)
				set := func(column int, v any) {
					at := a.Base().Place(column)
					at.Row = to + n
					if err := w.book(ref.File).SetCellValue(ref.Sheet, at.Cell(), v); err != nil {
						w.t.Fatal(err)
					}
				}
				set(model.ActivityID, fmt.Sprint("Z", n))
				set(model.ActivityDate, a.Date.AddDate(1, 0, 0).Sub(on(1899, 12, 30)).Hours()/24)
				if n == 0 {
					place = ref
				}
			}
			return one("K05", place)
		}},
	}
}

func crossMutations() []mutation {
	return []mutation{
		{"unknown project in VTE", func(w *world) []expected {
			f := pick(w, w.data.FTE, func(f *model.FTE) bool { return f.Project != "" })
			return one("R01", w.set(f, model.FTEProject, "bestaat-niet"))
		}},
		{"orphan participation", func(w *world) []expected {
			p := pick(w, w.data.Participations, func(*model.Participation) bool { return true })
			return one("R02", w.set(p, model.ParticipationActivity, "Q999"))
		}},
		{"unknown objective", func(w *world) []expected {
			p := w.running(1)
			return one("R03", w.set(p, model.ProjectMain, "OD9.9"))
		}},
		{"unknown actor", func(w *world) []expected {
			k := pick(w, w.data.Contacts, func(*model.Contact) bool { return true })
			return one("R04", w.set(k, model.ContactActor, "Onbekende instelling"))
		}},
		{"unknown employee", func(w *world) []expected {
			t := pick(w, w.data.Trainings, func(*model.Training) bool { return true })
			return one("R05", w.set(t, model.TrainingEmployee, "Q77"))
		}},
		{"struck objective", func(w *world) []expected {
			o := pick(w, w.data.Objectives, func(o *model.Objective) bool { return o.Status == model.ObjectiveStruck })
			p := w.running(1)
			return one("R07", w.set(p, model.ProjectAlso, o.Code))
		}},
		{"objective struck from the plan", func(w *world) []expected {
			o := pick(w, w.data.Objectives, func(o *model.Objective) bool {
				n := 0
				for _, p := range w.data.Projects {
					for _, code := range append(p.MainObjectives[:len(p.MainObjectives):len(p.MainObjectives)], p.AlsoObjectives...) {
						if code == o.Code {
							n++
							break
						}
					}
				}
				return n > 1 && o.Status != model.ObjectiveStruck
			})
			return one("R07", w.set(o, model.ObjectiveStatus, model.ObjectiveStruck))
		}},
		{"theme of another project in VTE", func(w *world) []expected {
			f := pick(w, w.data.FTE, func(f *model.FTE) bool { return f.Project != "" && f.Theme == "Sociale bescherming" })
			return one("R08", w.set(f, model.FTETheme, "Onderwijs"))
		}},
		{"code of another activity", func(w *world) []expected {
			a := pick(w, w.data.Activities, func(a *model.Activity) bool { return a.ID == "A010" })
			return one("K01", w.set(a, model.ActivityID, "A003"))
		}},
		{"another theme on the fiche", func(w *world) []expected {
			count := map[string]int{}
			for _, f := range w.data.FTE {
				count[f.Project]++
			}
			p := pick(w, w.data.Projects, func(p *model.Project) bool { return p.Theme == "Sociale bescherming" && count[p.Code] > 1 })
			return one("R08", w.set(p, model.ProjectTheme, "Collectief burgerschap"))
		}},
		{"another code in the plan", func(w *world) []expected {
			count := map[string]int{}
			for _, p := range w.data.Projects {
				for _, od := range p.MainObjectives {
					count[od]++
				}
			}
			o := pick(w, w.data.Objectives, func(o *model.Objective) bool { return count[o.Code] > 3 })
			return one("R03", w.set(o, model.ObjectiveCode, o.Code+"9"))
		}},
		{"actor misspelled in Actoren", func(w *world) []expected {
			count := map[string]int{}
			for _, k := range w.data.Contacts {
				count[k.Project+k.Actor]++
			}
			a := pick(w, w.data.Actors, func(a *model.Actor) bool { return count[a.Project+a.Name] > 3 && len(dutch.Fold(a.Name)) > 9 })
			return one("R04", w.set(a, model.ActorName, a.Name+"q"))
		}},
		{"empty activity code", func(w *world) []expected {
			a := pick(w, w.data.Activities, func(*model.Activity) bool { return true })
			return one("V01", w.set(a, model.ActivityID, ""))
		}},
		{"empty actor name", func(w *world) []expected {
			a := pick(w, w.data.Actors, func(*model.Actor) bool { return true })
			return one("V01", w.set(a, model.ActorName, ""))
		}},
		{"empty code on the fiche", func(w *world) []expected {
			return one("V01", w.set(w.running(30), model.ProjectCode, ""))
		}},
		{"empty number of staff", func(w *world) []expected {
			e := pick(w, w.data.Employees, func(*model.Employee) bool { return true })
			return one("V01", w.set(e, model.EmployeeNumber, ""))
		}},
		{"empty code of an objective", func(w *world) []expected {
			o := pick(w, w.data.Objectives, func(o *model.Objective) bool { return o.Status != model.ObjectiveStruck })
			return one("V01", w.set(o, model.ObjectiveCode, ""))
		}},
		{"sheet Activiteiten left out", func(w *world) []expected {
			p := w.running(30)
			file := p.Base().Row.Sheet.File.Path
			if err := w.book(file).DeleteSheet("Activiteiten"); err != nil {
				w.t.Fatal(err)
			}
			return one("R02", source.Ref{File: file, Sheet: "Deelnames"})
		}},
		{"sheet Activiteiten renamed", func(w *world) []expected {
			file := w.running(30).Base().Row.Sheet.File.Path
			if err := w.book(file).SetSheetName("Activiteiten", "Aktiviteitten"); err != nil {
				w.t.Fatal(err)
			}
			return one("S11", source.Ref{File: file, Sheet: "Aktiviteitten"})
		}},
		{"sheet Actoren left out", func(w *world) []expected {
			file := w.running(30).Base().Row.Sheet.File.Path
			if err := w.book(file).DeleteSheet("Actoren"); err != nil {
				w.t.Fatal(err)
			}
			return one("R04", source.Ref{File: file, Sheet: "Contacten"})
		}},
		{"sheet Conclusie left out", func(w *world) []expected {
			p := w.running(30)
			if err := w.book(p.Base().Row.Sheet.File.Path).DeleteSheet("Conclusie"); err != nil {
				w.t.Fatal(err)
			}
			return one("O01", p.Base().Place(model.ProjectCode))
		}},
		{"sheet with only its column names", func(w *world) []expected {
			p := w.running(30)
			var rows []*model.Progress
			for _, r := range w.data.Progress {
				if r.Project == p.Code {
					rows = append(rows, r)
				}
			}
			for i := len(rows) - 1; i >= 0; i-- {
				ref := rows[i].Base().Place(model.ProgressSection)
				if err := w.book(ref.File).RemoveRow(ref.Sheet, ref.Row); err != nil {
					w.t.Fatal(err)
				}
			}
			return one("O01", p.Base().Place(model.ProjectCode))
		}},
		{"damaged workbook", func(w *world) []expected {
			file := w.running(30).Base().Row.Sheet.File.Path
			w.keep(file)
			if err := os.WriteFile(w.path(file), w.original[file][:200], 0o644); err != nil {
				w.t.Fatal(err)
			}
			return one("S01", source.Ref{File: file})
		}},
		{"completed with plans", func(w *world) []expected {
			plans := map[string]bool{}
			for _, p := range w.data.Plans {
				if p.When.Continuous || p.When.To.After(on(2021, 12, 31)) {
					plans[p.Project] = true
				}
			}
			k := pick(w, w.data.Conclusions, func(k *model.Conclusion) bool { return plans[k.Project] && k.Status == "Op schema" })
			return one("O03", w.set(k, model.ConclusionStatus, "Voltooid"))
		}},
		{"not applicable with results", func(w *world) []expected {
			p := pick(w, w.data.Progress, func(p *model.Progress) bool { return p.Rating == "Doelstellingen bereikt" })
			w.set(p, model.ProgressText, "We overlegden drie keer met de gemeente. Samen maakten we een plan en begonnen we met de uitvoering ervan.")
			for _, q := range w.data.Progress {
				if q != p && q.Project == p.Project && q.Section == p.Section {
					w.set(q, model.ProgressText, "De samenwerking met de school werd sterker.")
				}
			}
			return one("O04", w.set(p, model.ProgressRating, "Niet van toepassing"))
		}},
		{"no dossier, says the text", func(w *world) []expected {
			d := pick(w, w.data.Dossiers, func(d *model.Dossier) bool { return d.Status == model.DossierFinished && d.Date.Year() == 2021 })
			p := pick(w, w.data.Progress, func(p *model.Progress) bool { return p.Project == d.Project && p.Section == model.SectionAdvice })
			return one("O05", w.set(p, model.ProgressText, "Dit jaar was er geen beleidsdossier."))
		}},
	}
}

func privacyMutations() []mutation {
	into := func(code, text string) func(w *world) []expected {
		return func(w *world) []expected {
			a := pick(w, w.data.Activities, func(a *model.Activity) bool { return a.Description != "" })
			return one(code, w.set(a, model.ActivityDescription, text))
		}
	}
	return []mutation{
		{"e-mail of a person", into("X01", "Vragen aan an.voorbeeld@voorbeeld.be")},
		{"telephone", into("X02", "Bellen naar 0470 12 34 56 voor info")},
		{"telephone, landline", into("X02", "tel. 011/22 33 44")},
		{"national number", into("X03", "Dossier 85.07.30-033.28 besproken")},
		{"account number", into("X04", "Terugbetaald op BE68 5390 0754 7034")},
		{"date of birth", into("X05", "Deelnemer, geboren op 12/03/1980")},
		{"name for a pseudonym", func(w *world) []expected {
			v := pick(w, w.data.Volunteers, func(*model.Volunteer) bool { return true })
			return one("X06", w.set(v, model.VolunteerName, "An Voorbeelden"))
		}},
		{"placeholder in a text", func(w *world) []expected {
			k := pick(w, w.data.Conclusions, func(*model.Conclusion) bool { return true })
			return one("T23", w.set(k, model.ConclusionText, "Het project bereikte XXX gezinnen en zit op schema."))
		}},
	}
}

func textMutations() []mutation {
	add := func(code, file, text string) func(w *world) []expected {
		return func(w *world) []expected { return one(code, w.text(file, "", text)) }
	}
	return []mutation{
		{"wrong count in words", add("T20", "voorwoord.md", "Er waren eenenvijftig communicatieacties.")},
		{"wrong count in digits", add("T20", "voorwoord.md", "Er waren 51 communicatieacties in 2021.")},
		{"wrong mean", add("T20", "indicatoren/personeelsformatie.md", "Het gemiddelde bedraagt 24,87 VTE.")},
		{"wrong share", add("T20", "voorwoord.md", "Van de inzet (VTE) gaat ruim 85 % naar de doelgroep.")},
		{"wrong total", add("T20", "signalen.md", "In totaal waren er 3.654 activiteiten.")},
		{"theme in another order", add("T21", "voorwoord.md", "We groeiden bij Krachtige buurten en steden.")},
		{"project with a letter wrong", add("T21", "voorwoord.md", "Ook Zorgzame buurtten groeide.")},
		{"empty text", func(w *world) []expected {
			w.keep("teksten/voorwoord.md")
			if err := os.WriteFile(w.path("teksten/voorwoord.md"), []byte("<!-- Het voorwoord. -->\n"), 0o644); err != nil {
				w.t.Fatal(err)
			}
			return one("T22", source.Ref{File: "teksten/voorwoord.md"})
		}},
		{"text of no bytes", func(w *world) []expected {
			w.keep("teksten/voorwoord.md")
			w.must(os.WriteFile(w.path("teksten/voorwoord.md"), nil, 0o644))
			return one("T22", source.Ref{File: "teksten/voorwoord.md"})
		}},
		{"text with a name that the report doesn't know", func(w *world) []expected {
			file := "teksten/themas/wonnen.md"
			w.keep(file)
			w.must(os.WriteFile(w.path(file), []byte("Ook dit gebeurde.\n"), 0o644))
			return one("T06", source.Ref{File: file})
		}},
		{"placeholder", add("T23", "themas/wonen.md", "TODO: cijfers aanvullen.")},
		{"open bracket", add("T24", "themas/wonen.md", "Met drie partners (de stad en de school.")},
		{"report of another year", add("T25", "voorwoord.md", "Dit voortgangsrapport 2020 toont veel.")},
		{"unknown figure", add("T10", "voorwoord.md", `Samen {{ cijfer "vte.totall" }} VTE.`)},
		{"link to a section that isn't there", add("T29", "voorwoord.md", "Zie [de cijfers van wonen](#thema:woonen).")},
		{"link to a text that isn't there", add("T29", "themas/wonen.md", "Zie [de andere tekst](onderwjis.md).")},
		{"link to a file of the werkmap", add("T29", "voorwoord.md", "Zie [de lijst](../gegevens/organisatie.xlsx).")},
		{"reference to a section that isn't there", add("T12", "voorwoord.md", `Zie {{ verwijs "2.99" }}.`)},
		{"e-mail in the narrative", add("X01", "voorwoord.md", "Mail naar an.voorbeeld@voorbeeld.be.")},
	}
}

// lookAlikes are right; none may be reported.
func lookAlikes() []mutation {
	quiet := func(name string, apply func(w *world)) mutation {
		return mutation{"(right) " + name, func(w *world) []expected { apply(w); return nil }}
	}
	describe := func(name, text string) mutation {
		return quiet(name, func(w *world) {
			w.set(pick(w, w.data.Activities, func(a *model.Activity) bool { return a.Description != "" }), model.ActivityDescription, text)
		})
	}
	write := func(name, file, text string) mutation {
		return quiet(name, func(w *world) { w.text(file, "", text) })
	}
	return []mutation{
		quiet("date as text", func(w *world) {
			a := pick(w, w.data.Activities, func(*model.Activity) bool { return true })
			w.set(a, model.ActivityDate, a.Date.Format("2/1/2006"))
		}),
		quiet("decimal as text", func(w *world) {
			f := pick(w, w.data.FTE, func(f *model.FTE) bool { return f.With.Value > 0 })
			w.set(f, model.FTEWith, dutch.Number(f.With.Value, 2))
		}),
		quiet("weekend activity", func(w *world) {
			p := w.running(60)
			w.set(pick(w, w.data.Activities, func(a *model.Activity) bool { return a.Project == p.Code && a.Date.Year() == 2021 }), model.ActivityDate, on(2021, 11, 13))
		}),
		quiet("first and last day of the term", func(w *world) {
			a := pick(w, w.data.Activities, func(a *model.Activity) bool { return w.project(a.Project).Start.Year() == 2021 })
			w.set(a, model.ActivityDate, w.project(a.Project).Start)
		}),
		quiet("a big group", func(w *world) {
			kinds := map[string]string{}
			for _, a := range w.data.Activities {
				kinds[a.Project+" "+a.ID] = a.Kind
			}
			w.set(pick(w, w.data.Participations, func(p *model.Participation) bool {
				return kinds[p.Project+" "+p.Activity] == "Acties"
			}), model.ParticipationCount, 300)
		}),
		quiet("participations of nobody", func(w *world) {
			w.set(pick(w, w.data.Participations, func(*model.Participation) bool { return true }), model.ParticipationCount, 0)
		}),
		quiet("code in capitals", func(w *world) {
			p := pick(w, w.data.Participations, func(*model.Participation) bool { return true })
			w.set(p, model.ParticipationActivity, strings.ToLower(p.Activity)+" ")
		}),
		quiet("actor spelled loosely in a contact", func(w *world) {
			k := pick(w, w.data.Contacts, func(k *model.Contact) bool { return strings.Contains(k.Actor, " ") })
			w.set(k, model.ContactActor, strings.ToUpper(k.Actor))
		}),
		quiet("same contact twice", func(w *world) {
			k := pick(w, w.data.Contacts, func(*model.Contact) bool { return true })
			last := 0
			for _, o := range w.data.Contacts {
				if o.Base().Row.Sheet == k.Base().Row.Sheet {
					last = max(last, o.Base().Row.Number)
				}
			}
			w.copyRow(k, last+1, model.ContactDate)
		}),
		quiet("action two days after its link", func(w *world) {
			a := pick(w, w.data.Communications, func(a *model.Communication) bool {
				return len(a.Links) == 1 && strings.Contains(a.Links[0], "dmf"+a.When.From.Format("20060102"))
			})
			w.set(a, model.CommunicationWhen, a.When.From.AddDate(0, 0, 2))
		}),
		quiet("schools that differ in a number", func(w *world) {
			list := w.data.Actors
			a := pick(w, list, func(*model.Actor) bool { return true })
			last := 0
			for _, o := range list {
				if o.Base().Row.Sheet == a.Base().Row.Sheet {
					last = max(last, o.Base().Row.Number)
				}
			}
			for i := range 2 {
				ref := w.copyRow(a, last+1+i, model.ActorName)
				if err := w.book(ref.File).SetCellValue(ref.Sheet, ref.Cell(), fmt.Sprint("Basisschool Sint-Jozef ", i+1)); err != nil {
					w.t.Fatal(err)
				}
			}
		}),
		quiet("planning for years on", func(w *world) {
			w.set(pick(w, w.data.Plans, func(p *model.PlannedAction) bool { return p.When.Text != "" }), model.PlanWhen, "2024")
		}),
		quiet("employee of long ago", func(w *world) {
			w.set(pick(w, w.data.Employees, func(e *model.Employee) bool { return e.Left.IsZero() }), model.EmployeeHired, on(1979, 9, 1))
		}),
		quiet("not applicable, and says so", func(w *world) {
			p := pick(w, w.data.Progress, func(p *model.Progress) bool { return p.Rating == "In ontwikkeling" })
			w.set(p, model.ProgressText, "Dit is voor dit project niet van toepassing, omdat het een verkenning is zonder eigen acties of overleg met het bestuur.")
			w.set(p, model.ProgressRating, "Niet van toepassing")
		}),
		describe("enterprise number", "Contract met 0400.000.000 besproken"),
		describe("eleven digits that check nothing", "Meter 12345678901 afgelezen"),
		describe("general address", "Mail naar info@voorbeeld.be of onthaal@voorbeeld.be"),
		describe("dates and times", "Van 12/03/2021 14.00 tot 01-04-2021, zaal 011"),
		describe("amount", "Subsidie van 1.234.567,89 euro"),
		write("the right count", "voorwoord.md", "Er waren 49 communicatieacties."),
		write("a number of some, done with others", "voorwoord.md", "Samen met de buren deden we 35 communicatieacties."),
		write("a hedged share", "voorwoord.md", "Ruim 83 % van de inzet (VTE) gaat naar de doelgroep."),
		write("last year's figure", "voorwoord.md", "In 2020 waren er 46,53 VTE."),
		write("a small number of something else", "voorwoord.md", "In Pelt gaf de groep tien activiteiten een nieuwe naam, en 3 vrijwilligers hielpen."),
		write("theme as a common noun", "voorwoord.md", "Zonder sociale bescherming is wonen moeilijk."),
		write("links that lead somewhere", "voorwoord.md", "Zie [wonen](#thema:wonen), [2.4](#2.4), [de tekst](themas/wonen.md#realisaties) en [Statbel](https://statbel.fgov.be)."),
		write("list with letters", "voorwoord.md", "a) eerst luisteren, b) dan doen (met wie er is)."),
	}
}

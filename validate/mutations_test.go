package validate_test

import (
	"os"
	"slices"
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
	all = append(all, pairMutations()...)
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
		{"form in a cell", func(w *world) []expected {
			k := pick(w, w.data.Conclusions, func(*model.Conclusion) bool { return true })
			return one("T30", w.set(k, model.ConclusionText, "Het project is **geslaagd** en loopt verder."))
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
		{"bold with spaces", add("T30", "themas/wonen.md", "Het was ** heel ** druk.")},
		{"heading without a space", add("T30", "voorwoord.md", "##Wat komt")},
		{"table without its rule", add("T30", "signalen.md", "| plaats | aantal |\n| Genk | 12 |")},
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

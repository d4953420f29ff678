package validate_test

import (
	"fmt"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

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
		write("signs that are no form", "voorwoord.md", "C# en #samenleven, 2 * 3, 2*3*4, a_b en {naam}, kost* en totaal**.\n\n2022. Dat wordt het jaar."),
		describe("signs in a cell", "2*3 en #samen, a_b, * vrijwilligers, C:\\nieuw"),
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

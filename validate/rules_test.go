package validate

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voortgang/internal/finding/ruletest"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// TestRules tries rules that no injected mistake reaches, each with something
// wrong and with something right that is nearly it.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*book)
		// want are the findings as "code sheet cell".
		want string
	}{
		{"nothing", func(*book) {}, ""},
		{"no conclusion", func(b *book) { drop(&b.data.Conclusions, func(k *model.Conclusion) bool { return k.Project == "p3" }) }, "O01 Projecten A5"},
		{"no conclusions at all", func(b *book) { b.data.Conclusions = nil }, ""},
		{"no conclusion of a project that starts next year", func(b *book) {
			drop(&b.data.Conclusions, func(k *model.Conclusion) bool { return k.Project == "p3" })
			drop(&b.data.Activities, func(k *model.Activity) bool { return k.Project == "p3" })
			b.data.Projects[3].Start, b.data.Projects[3].Phase = day(2022, 1, 1), model.PhasePreparation
		}, ""},
		{"only column names in the sheet Conclusie", func(b *book) {
			drop(&b.data.Conclusions, func(k *model.Conclusion) bool { return k.Project == "p3" })
			b.own("p3", &model.InputSheet{Decl: &model.ConclusionSheet, Source: &source.Sheet{HeaderRow: 1}})
		}, "O01 Projecten A5"},
		{"only column names in Actoren", func(b *book) {
			drop(&b.data.Actors, func(a *model.Actor) bool { return a.Project == "p3" })
			f := b.own("p3", &model.InputSheet{Decl: &model.ActorSheet, Source: &source.Sheet{HeaderRow: 1}})
			// Its own sheet Actoren is the only one.
			f.Sheets = append(f.Sheets[:1], f.Sheets[1], f.Sheets[3])
			f.Sheets = append(f.Sheets, &model.InputSheet{Decl: &model.ConclusionSheet, Rows: 1})
		}, ""},
		{"only column names in every sheet", func(b *book) {
			drop(&b.data.Conclusions, func(k *model.Conclusion) bool { return k.Project == "p3" })
			drop(&b.data.Progress, func(k *model.Progress) bool { return k.Project == "p3" })
			drop(&b.data.Actors, func(k *model.Actor) bool { return k.Project == "p3" })
			drop(&b.data.Activities, func(k *model.Activity) bool { return k.Project == "p3" })
			f := b.own("p3", &model.InputSheet{Decl: &model.ConclusionSheet})
			for _, s := range f.Sheets {
				s.Rows, s.Source = 0, &source.Sheet{HeaderRow: 1}
			}
		}, "O20 Projecten A5"},
		{"a sheet Conclusie of which reading told what is wrong", func(b *book) {
			drop(&b.data.Conclusions, func(k *model.Conclusion) bool { return k.Project == "p3" })
			b.own("p3", &model.InputSheet{Decl: &model.ConclusionSheet})
		}, ""},
		{"no conclusion of one project in preparation, while the others have one", func(b *book) {
			for _, p := range b.data.Projects[1:4] {
				p.Phase = model.PhasePreparation
			}
			drop(&b.data.Conclusions, func(k *model.Conclusion) bool { return k.Project == "p3" })
		}, "O01 Projecten A5"},
		{"no conclusion of projects in preparation", func(b *book) {
			for _, p := range b.data.Projects[1:4] {
				p.Phase = model.PhasePreparation
			}
			drop(&b.data.Conclusions, func(k *model.Conclusion) bool { return k.Project == "p3" || k.Project == "p2" })
		}, ""},
		{"a workbook without Contacten, while all others have contacts", func(b *book) {
			contacts(b, 6)
			b.own("p3", &model.InputSheet{Decl: &model.ConclusionSheet, Rows: 1})
		}, "O01 Projecten A5"},
		{"the same, while others have few", func(b *book) {
			contacts(b, 4)
			b.own("p3", &model.InputSheet{Decl: &model.ConclusionSheet, Rows: 1})
		}, ""},
		{"no contacts in the sheet that projects share", func(b *book) { contacts(b, 6) }, ""},
		{"activities, and nobody counted", func(b *book) {
			for i := range 4 {
				b.add(&model.ParticipationSheet, "A1", fmt.Sprint("p", i), "Jongeren", 3.0)
			}
		}, "O01 Projecten A6"},
		{"a few activities, and nobody counted", func(b *book) {
			for i := range 4 {
				b.add(&model.ParticipationSheet, "A1", fmt.Sprint("p", i), "Jongeren", 3.0)
			}
			drop(&b.data.Activities, func(a *model.Activity) bool { return a.Project == "p4" && a.Date.Month() > 4 })
		}, ""},
		{"no section", func(b *book) {
			drop(&b.data.Progress, func(p *model.Progress) bool { return p.Project == "p1" && p.Section == model.SectionPolitical })
		}, "O06 Voortgang "},
		{"no section in one of two projects", func(b *book) {
			few(b, 2)
			drop(&b.data.Activities, func(a *model.Activity) bool { return a.Project == "p1" })
			drop(&b.data.Progress, func(p *model.Progress) bool { return p.Project == "p1" && p.Section == model.SectionPolitical })
		}, "O06 Voortgang "},
		{"no section in the only project", func(b *book) {
			few(b, 1)
			drop(&b.data.Progress, func(p *model.Progress) bool { return p.Section == model.SectionPolitical })
		}, ""},
		{"no section in a project in preparation that wrote the others", func(b *book) {
			b.data.Projects[1].Phase, b.data.Projects[1].Start = model.PhasePreparation, day(2022, 1, 1)
			drop(&b.data.Activities, func(a *model.Activity) bool { return a.Project == "p1" })
			drop(&b.data.Progress, func(p *model.Progress) bool { return p.Project == "p1" && p.Section == model.SectionPolitical })
		}, "O06 Voortgang "},
		{"one section in a project in preparation", func(b *book) {
			b.data.Projects[1].Phase, b.data.Projects[1].Start = model.PhasePreparation, day(2022, 1, 1)
			drop(&b.data.Activities, func(a *model.Activity) bool { return a.Project == "p1" })
			drop(&b.data.Progress, func(p *model.Progress) bool { return p.Project == "p1" && p.Section != model.SectionPolitical })
		}, ""},
		{"no such section anywhere", func(b *book) {
			drop(&b.data.Progress, func(p *model.Progress) bool { return p.Section == model.SectionPolitical })
		}, ""},
		{"a theme without FTE", func(b *book) {
			drop(&b.data.FTE, func(f *model.FTE) bool { return f.Year == 2021 && f.Theme == "Onderwijs" })
		}, "O02 VTE "},
		{"a theme without FTE, beside a row of another year that can't be read", func(b *book) {
			drop(&b.data.FTE, func(f *model.FTE) bool { return f.Year == 2021 && f.Theme == "Onderwijs" })
			b.add(&model.FTESheet, 0, "Wonen", "", 1.0, 0.0).Base().MarkBad(model.FTEYear)
		}, "O02 VTE "},
		{"the only row of a theme at another", func(b *book) {
			drop(&b.data.FTE, func(f *model.FTE) bool { return f.Project == "p4" })
			for _, f := range b.data.FTE {
				if f.Year == 2021 && f.Theme == "Onderwijs" {
					f.Theme = "Wonen"
				}
			}
		}, "R08 VTE B4"},
		{"one of two themes without FTE, with FTE last year", func(b *book) {
			drop(&b.data.FTE, func(f *model.FTE) bool { return f.Year == 2021 && f.Theme == "Onderwijs" })
			for _, p := range b.data.Projects {
				if p.Theme != "Onderwijs" {
					p.Theme = "Wonen"
				}
			}
			for _, f := range b.data.FTE {
				if f.Theme != "Onderwijs" {
					f.Theme = "Wonen"
				}
			}
		}, "O02 VTE "},
		{"two projects name a code that one objective nearly has", func(b *book) {
			for _, o := range b.data.Objectives {
				if o.Code == "OD10" {
					o.Code = "OD100"
				}
			}
			for i, p := range b.data.Projects {
				if i > 1 {
					p.AlsoObjectives = []string{p.AlsoObjectives[0], "OD11"}
				}
			}
		}, "R03 Meerjarenplan D12"},
		{"a theme with no FTE now", func(b *book) {
			for _, f := range b.data.FTE {
				if f.Year == 2021 && f.Theme == "Onderwijs" {
					f.With.Value = 0
				}
			}
		}, "O02 VTE D10"},
		{"a code that Excel made a date of", func(b *book) {
			for _, o := range b.data.Objectives {
				if o.Code == "OD10" {
					o.Code = "01/02/2021"
					o.Base().MarkForeign(model.ObjectiveCode)
				}
			}
		}, "R03 Meerjarenplan "},
		{"no FTE at all", func(b *book) { b.data.FTE = nil }, ""},
		{"an objective without a project", func(b *book) { b.data.Projects[0].MainObjectives = []string{"OD1"} }, "R06 Meerjarenplan D2"},
		{"an objective of a project that isn't there", func(b *book) {
			b.data.Projects[0].MainObjectives = []string{"OD1"}
			b.add(&model.FTESheet, 2021, "Wonen", "energiehuis-bree", 1.0, 0.0)
		}, "R01 VTE C12"},
		{"several objectives without a project", func(b *book) {
			for _, p := range b.data.Projects {
				p.MainObjectives = []string{"OD1"}
			}
		}, ""},
		{"ten times the FTE of last year", func(b *book) {
			for _, f := range b.data.FTE {
				if f.Theme == "Wonen" && f.Year == 2021 {
					f.With.Value = 20
				}
			}
		}, "P10 VTE D2, P10 VTE D8"},
		{"nearly six times the FTE of last year", func(b *book) {
			for _, f := range b.data.FTE {
				if f.Theme == "Wonen" {
					f.With.Value = map[int]float64{2020: 0.7, 2021: 4}[f.Year]
				}
			}
		}, "P05 VTE D2"},
		{"twice the FTE of last year", func(b *book) {
			for _, f := range b.data.FTE {
				if f.Theme == "Wonen" && f.Year == 2021 {
					f.With.Value = 4
				}
			}
		}, ""},
		{"all in weekends", func(b *book) {
			for _, a := range b.data.Activities {
				if a.Project == "p2" {
					a.Date = a.Date.AddDate(0, 0, 5) // Mondays become Saturdays
				}
			}
		}, "P07 Activiteiten "},
		{"all projects in weekends", func(b *book) {
			for _, a := range b.data.Activities {
				a.Date = a.Date.AddDate(0, 0, 5)
			}
		}, ""},
		{"a contact without actor sheet", func(b *book) {
			b.add(&model.ContactSheet, "p0", day(2021, 3, 1), "Gemeente Peer", "", false, false)
		}, "R04 Contacten C2"},
		{"wrong project of an activity with participations", func(b *book) {
			b.add(&model.ParticipationSheet, "A3", "p2", "Jongeren", 3.0)
			b.data.Activities[43].Project = "p22"
		}, "R01 Activiteiten B45"},
		{"the same, with a file for each sheet", func(b *book) {
			b.add(&model.ParticipationSheet, "A3", "p2", "Jongeren", 3.0)
			b.sheets["Deelnames"].File = &source.File{Path: "gegevens/deelnames.xlsx"}
			b.data.Activities[43].Project = "p22"
		}, "R01 Activiteiten B45"},
		{"code of an activity that became a date", func(b *book) {
			b.add(&model.ParticipationSheet, "A3", "p2", "Jongeren", 3.0)
			b.data.Activities[43].ID = "01/03/2021"
			b.data.Activities[43].Base().MarkForeign(model.ActivityID)
		}, "R02 Deelnames A2"},
		{"a fiche with a wrong code, one sheet names the right one", func(b *book) {
			file := &source.File{Path: "gegevens/p4.xlsx"}
			for name := range b.sheets {
				if name != "VTE" && name != "Meerjarenplan" {
					b.sheets[name].File = file
				}
			}
			b.data.Files = append(b.data.Files, &model.InputFile{File: *file, Project: "p4"})
			drop(&b.data.Projects, func(p *model.Project) bool { return p.Code != "p4" })
			drop(&b.data.Activities, func(a *model.Activity) bool { return a.Project != "p4" })
			drop(&b.data.FTE, func(f *model.FTE) bool { return f.Project != "p4" })
			for _, a := range b.data.Activities {
				a.Project = "p44"
			}
			b.data.FTE[0].Project = "p44"
			b.data.FTE[1].Project = "p44"
			b.data.Objectives, b.data.Actors, b.data.Progress, b.data.Conclusions = nil, nil, nil, nil
		}, "R01 Projecten A6"},
		{"a training twice, among many", func(b *book) {
			trainings(b)
			b.add(&model.TrainingSheet, day(2021, 2, 4), "P3", "formeel", 3.5, "Verbindend spreken")
			b.add(&model.TrainingSheet, day(2021, 2, 4), "P3", "formeel", 3.5, "Verbindend spreken")
		}, "K07 Vorming E403"},
		{"two trainings of one person on a day", func(b *book) {
			trainings(b)
			b.add(&model.TrainingSheet, day(2021, 2, 4), "P3", "formeel", 3.5, "Verbindend spreken")
			b.add(&model.TrainingSheet, day(2021, 2, 4), "P3", "formeel", 3.0, "Verbindend spreken")
		}, ""},
		{"a file of another name, byte for byte another one", func(b *book) {
			sheets := func(decl *model.Sheet) []*model.InputSheet { return []*model.InputSheet{{Decl: decl, Rows: 100}} }
			b.data.Files = append(b.data.Files,
				&model.InputFile{File: source.File{Path: "gegevens/VTE (1).csv", SHA256: "a"}, Sheets: sheets(&model.FTESheet)},
				&model.InputFile{File: source.File{Path: "gegevens/VTE.csv", SHA256: "a"}, Sheets: sheets(&model.FTESheet)},
				&model.InputFile{File: source.File{Path: "gegevens/Nota.csv", SHA256: "a"}, Sheets: sheets(nil)})
		}, "K06  "},
		{"a code twice, and another that participations name", func(b *book) {
			b.add(&model.ParticipationSheet, "A3", "p2", "Jongeren", 3.0)
			b.data.Activities[43].ID = "A2"
		}, "K01 Activiteiten A45 A3"},
		{"a number twice, and another that is passed over", func(b *book) {
			for _, n := range []float64{1, 2, 2, 4} {
				b.add(&model.CommunicationSheet, n, fmt.Sprint("Actie ", len(b.data.Communications)), "Iets")
			}
		}, "K01 Communicatieacties A4 3"},
		{"a number that is passed over, below one that can't be read", func(b *book) {
			for i, n := range []float64{1, 0, 3, 5} {
				r := b.add(&model.CommunicationSheet, n, fmt.Sprint("Actie ", i), "Iets")
				if n == 0 {
					r.Base().MarkBad(model.CommunicationNumber)
				}
			}
		}, "D09 Communicatieacties A5"},
		{"a row twice", func(b *book) {
			b.add(&model.ActivitySheet, "A3", "p2", b.data.Activities[43].Date, "Acties")
		}, "K01 Activiteiten A102"},
		{"a wrong code in the list of projects", func(b *book) { b.data.Projects[4].Code = "p44" }, "R01 Projecten A6"},
		{"a project that the list lacks", func(b *book) {
			drop(&b.data.Projects, func(p *model.Project) bool { return p.Code == "p4" })
			for _, a := range b.data.Activities {
				if a.Project == "p4" {
					a.Project = "energiehuis-bree"
				}
			}
			for _, f := range b.data.FTE {
				if f.Project == "p4" {
					f.Project = "energiehuis-bree"
				}
			}
			drop(&b.data.Actors, func(a *model.Actor) bool { return a.Project == "p4" })
			drop(&b.data.Progress, func(p *model.Progress) bool { return p.Project == "p4" })
			drop(&b.data.Conclusions, func(k *model.Conclusion) bool { return k.Project == "p4" })
			drop(&b.data.Objectives, func(o *model.Objective) bool { return o.Code == "OD9" })
		}, "S31 VTE C10"},
		{"no projects at all", func(b *book) {
			b.data.Projects, b.data.Objectives = nil, nil
		}, "S34  "},
		{"no plan", func(b *book) {
			b.data.Objectives = nil
			b.home(&model.FTESheet)
		}, "S34  "},
		{"trainings of people who are in no sheet", func(b *book) {
			b.add(&model.TrainingSheet, day(2021, 3, 1), "P1", "formeel", 2.0, "")
			b.home(&model.FTESheet, &model.ObjectiveSheet, &model.TrainingSheet)
		}, "S34  "},
		{"a name for a number, that trainings still have", func(b *book) {
			trainings(b)
			b.data.Employees[3].Number = "Lutgarde Vanhees"
		}, "X06 Personeel A5"},
		{"a number that nobody has", func(b *book) {
			trainings(b)
			b.data.Employees[3].Number = "P99"
		}, "R05 Vorming B5"},
		{"all sheets of the organisation but one", func(b *book) {
			b.home(counted[:7]...)
		}, "S34  "},
		{"a few sheets of the organisation", func(b *book) {
			b.home(counted[:5]...)
		}, ""},
		{"a section without its rating, in a row with a wrong code", func(b *book) {
			b.data.Progress[0].Project = "p0x"
			b.add(&model.ProgressSheet, "p0", b.data.Progress[0].Section, "", "", "Een tekst.")
		}, "R01 Voortgang A2"},
		{"the only finished dossier, without a date", func(b *book) {
			b.add(&model.DossierSheet, "p2", "Nota", "advies", "Lokaal", model.DossierFinished, nil)
		}, "D10 Dossiers F2"},
		{"no finished dossier has a date", func(b *book) {
			for _, title := range []string{"Nota huur", "Advies energie", "Memorandum buurt"} {
				b.add(&model.DossierSheet, "p2", title, "advies", "Lokaal", model.DossierFinished, nil)
			}
		}, ""},
		{"not applicable, with results in a few words", func(b *book) {
			b.data.Progress[0].Rating, b.data.Progress[0].Text = model.Ratings()[0], "We bereikten 40 gezinnen."
		}, "O04 Voortgang C2"},
		{"not applicable, as it starts next year", func(b *book) {
			b.data.Progress[0].Rating, b.data.Progress[0].Text = model.Ratings()[0],
				"Het project startte pas in december; de eerste resultaten verwachten we in de loop van volgend jaar."
		}, ""},
		{"not applicable, with results and one thing that is still to come", func(b *book) {
			b.data.Progress[0].Rating, b.data.Progress[0].Text = model.Ratings()[0],
				"De stad nam ons advies over de wachtlijsten mee in haar plan. Onze nota werd besproken op het college. Er kwam nog geen beslissing over het terrein."
		}, "O04 Voortgang C2"},
		{"not applicable, said in so many words", func(b *book) {
			b.data.Progress[0].Rating, b.data.Progress[0].Text = model.Ratings()[0],
				"Niet van toepassing. De nota werd besproken op het college van een ander project. De stad nam dat advies mee."
		}, ""},
		{"a text of two sentences that another project has too", func(b *book) {
			const shared = "Het overleg met KWB over burenhulp kreeg een vaste plaats, met aandacht voor wie anders niet gehoord wordt. " +
				"Rond de schoolfactuur zochten we nauw toenadering tot Jeugd Welzijnswerk, met aandacht voor wie anders niet gehoord wordt."
			b.data.Progress[0].Text, b.data.Progress[1].Text = shared, shared
		}, "K07 Voortgang E3"},
		{"a sentence that another project has too", func(b *book) {
			b.data.Progress[0].Text = "We vragen het bestuur om werk te maken van de huurprijzen in alle gemeenten."
			b.data.Progress[1].Text = b.data.Progress[0].Text
		}, ""},
		{"one of few amounts, a hundred times too large", func(b *book) {
			for i, amount := range []float64{4000, 7000, 9000, 12_000, 1_500_000} {
				b.add(&model.FundingSheet, 2021, "Wonen", "", model.FundingSources()[1+i%4], amount)
			}
		}, "P01 Middelen E6"},
		{"one of few amounts, ten times larger", func(b *book) {
			for i, amount := range []float64{4000, 7000, 9000, 12_000, 120_000} {
				b.add(&model.FundingSheet, 2021, "Wonen", "", model.FundingSources()[1+i%4], amount)
			}
		}, ""},
		{"many sources with few amounts, one twelve times the next", func(b *book) {
			for i, amount := range []float64{4000, 7000, 9000, 12_000, 15_000, 16_000, 18_000, 31_000, 380_000} {
				b.add(&model.FundingSheet, 2021, "Wonen", "", model.FundingSources()[1+i%4], amount)
			}
		}, ""},
		{"a large core grant", func(b *book) {
			b.add(&model.FundingSheet, 2021, "Wonen", "", model.FundingSources()[0], 2_500_000.0)
			for _, amount := range []float64{4000, 7000, 9000, 12_000} {
				b.add(&model.FundingSheet, 2021, "Wonen", "", model.FundingSources()[1], amount)
			}
		}, ""},
		{"a participation of which the code became a date", func(b *book) {
			r := b.add(&model.ParticipationSheet, "01/02/2021", "p2", "Jongeren", 3.0)
			r.Base().MarkForeign(model.ParticipationActivity)
		}, ""},
		{"one of three projects without a conclusion", func(b *book) {
			drop(&b.data.Conclusions, func(k *model.Conclusion) bool { return k.Project == "p2" })
			for _, p := range b.data.Projects[3:] {
				p.Start, p.Phase = day(2022, 1, 1), model.PhasePreparation
			}
			drop(&b.data.Activities, func(a *model.Activity) bool { return a.Project > "p2" || a.Project > "p0" && a.Date.Month() < 6 })
		}, "O01 Projecten A4"},
		{"text that is to follow", func(b *book) { b.data.Conclusions[1].Text = "Tekst volgt nog." }, "T23 Conclusie C3"},
		{"dots for a text", func(b *book) { b.data.Conclusions[1].Text = "…" }, "T23 Conclusie C3"},
		{"a text that follows something", func(b *book) { b.data.Conclusions[1].Text = "De tekst volgt de structuur van het plan ..." }, ""},
		{"planned actions pasted twice", func(b *book) {
			for range 2 {
				for _, what := range []string{"Buurtfeest", "Infoavond", "Overleg"} {
					b.add(&model.PlanSheet, "p1", what)
				}
			}
		}, "K04 Planning B5"},
		{"a planned action twice", func(b *book) {
			for range 2 {
				b.add(&model.PlanSheet, "p1", "Buurtfeest herhalen")
			}
		}, "K07 Planning B3"},
		{"the same action of two projects", func(b *book) {
			b.add(&model.PlanSheet, "p1", "Buurtfeest herhalen")
			b.add(&model.PlanSheet, "p2", "Buurtfeest herhalen")
		}, ""},
		{"an amount that isn't round, twice", func(b *book) {
			for _, amount := range []float64{1000, 2000, 1234.56, 1234.56} {
				b.add(&model.FundingSheet, 2021, "Wonen", "", model.FundingSources()[1], amount)
			}
		}, "K07 Middelen E5"},
		{"a round amount, twice", func(b *book) {
			for _, amount := range []float64{1000, 2000, 5000, 5000} {
				b.add(&model.FundingSheet, 2021, "Wonen", "", model.FundingSources()[1], amount)
			}
		}, "K07 Middelen E5"},
		{"a partner twice, for the same", func(b *book) {
			for _, partner := range []string{"OCMW Pelt", "CAW", "CAW"} {
				b.add(&model.PartnershipSheet, "formeel", partner, "Huren van lokalen", []string{"Wonen"})
			}
		}, "K07 Samenwerkingsverbanden B4"},
		{"wrong project of an actor with contacts", func(b *book) {
			b.add(&model.ContactSheet, "p2", day(2021, 3, 1), "Gemeente Pelt", "", false, false)
			b.data.Actors[2].Project = "p22"
		}, "R01 Actoren A4"},
		{"wrong code on a fiche", func(b *book) {
			for i, a := range b.data.Activities {
				if a.Project == "p4" && i >= 0 {
					a.Project = "p4 oud"
				}
			}
		}, "R01 Activiteiten B82"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := five()
			c.change(b)
			judge(t, b, c.want)
		})
	}
}

// Round participations are asked about only when the configuration says so.
func TestRoundNumbers(t *testing.T) {
	b := five()
	for k := range 20 {
		b.add(&model.ParticipationSheet, fmt.Sprint("A", k), "p0", "Jongeren", float64(10+5*(k%4)))
		b.add(&model.ParticipationSheet, fmt.Sprint("A", k), "p1", "Jongeren", float64(11+k))
	}
	cfg := testConfig()
	if list := b.told(&cfg); len(list) > 0 {
		t.Errorf("it is off: %s", list[0].Message)
	}
	cfg.Thresholds.RoundShare = 90
	list := b.told(&cfg)
	if len(list) != 1 || list[0].Code() != "P06" || list[0].Project != "p0" {
		t.Errorf("got %v", list)
	}
}

// Every rule has a case: here, in the table of findings, or among the injected
// mistakes.
func TestEveryRuleIsTried(t *testing.T) {
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	for _, r := range ruletest.Declared(t, ".") {
		if !strings.Contains(all.String(), `"`+r.Code) && !strings.Contains(all.String(), r.Code+" ") {
			t.Errorf("no test tries %s (%s)", r.Code, r.Title)
		}
	}
}

// TestSizesOfAKind: P09 compares within a kind of activity and a theme, P08
// looks for counts that were dragged down.
func TestSizesOfAKind(t *testing.T) {
	// Five running projects, of which the first has forty conversations of one
	// or two people and forty groups of ten to thirty.
	registered := func() *book {
		b := five()
		for i := range 80 {
			id, kind, n := fmt.Sprint("B", i), "Individuele contacten", float64(1+i%2)
			if i%2 == 0 {
				kind, n = "Groepssamenkomsten", float64(10+(i*7)%21)
			}
			b.add(&model.ActivitySheet, id, "p0", day(2021, 1, 4).AddDate(0, 0, 4*i), kind, fmt.Sprint("Nummer ", i), 2.0)
			b.add(&model.ParticipationSheet, id, "p0", "Volwassenen", n)
		}
		for k := range 5 {
			for i := range 20 {
				b.add(&model.ParticipationSheet, fmt.Sprint("A", i), fmt.Sprint("p", k), "Jongeren", 3.0+float64(i%5))
			}
		}
		return b
	}
	count := func(at int, v float64) func(*book) {
		return func(b *book) { b.data.Participations[at].Count.Value = v }
	}
	run := func(from, n int, v float64) func(*book) {
		return func(b *book) {
			for i := range n {
				b.data.Participations[from+i].Count.Value = v
			}
		}
	}
	for _, c := range []struct {
		name   string
		change func(*book)
		want   string
	}{
		{"nothing", func(*book) {}, ""},
		{"a crowd at a conversation", count(11, 60), "P09 Deelnames D13"},
		{"a crowd at a meeting", count(10, 60), ""},
		{"a few more at a conversation", count(11, 9), ""},
		{"a conversation of a day and a night", func(b *book) { b.data.Activities[111].Hours.Value = 20 }, "P09 Activiteiten F113"},
		{"counts dragged down", run(5, 25, 12), "P08 Deelnames D7"},
		{"a short run", run(5, 12, 12), ""},
		{"a run of ones", run(5, 25, 1), ""},
		{"all counts the same", run(0, 100, 12), ""},
		{"sorted by count", func(b *book) {
			for i := range 80 {
				b.data.Participations[i].Count.Value = float64(1 + i/22)
			}
			drop(&b.data.Participations, func(p *model.Participation) bool { return strings.HasPrefix(p.Activity, "A") })
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := registered()
			c.change(b)
			judge(t, b, c.want)
		})
	}
	b := registered()
	run(5, 25, 12)(b)
	cfg := testConfig()
	cfg.Thresholds.SameRows = 0
	if list := b.told(&cfg); len(list) > 0 {
		t.Errorf("it is off: %s", list[0].Message)
	}
}

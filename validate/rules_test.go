package validate

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// five makes a werkmap of five running projects with all their sheets.
func five() *book {
	b := newBook()
	for i := range 5 {
		code := fmt.Sprint("p", i)
		theme := []string{"Wonen", "Onderwijs", "Krachtige steden en buurten"}[i%3]
		b.add(&model.ProjectSheet, code, fmt.Sprint("Buurtwerk ", i), theme, false, nil, model.PhaseRunning, day(2019, 1, 1), day(2023, 12, 31), "Iets", []string{fmt.Sprint("OD", i)}, nil)
		for k := range 20 {
			b.add(&model.ActivitySheet, fmt.Sprint("A", k), code, day(2021, 3, 1).AddDate(0, 0, 7*k), "Acties")
		}
		b.add(&model.ActorSheet, code, "Gemeente Pelt", "partner")
		for _, s := range model.Sections()[:3] {
			b.add(&model.ProgressSheet, code, s, "In ontwikkeling", "", "Een tekst.")
		}
		b.add(&model.ConclusionSheet, code, "Op schema", "Het gaat.")
		b.add(&model.FTESheet, 2021, theme, code, 2.0, 0.0)
		b.add(&model.FTESheet, 2020, theme, code, 2.0, 0.0)
	}
	for i := range 12 {
		b.add(&model.ObjectiveSheet, "SD1", "Doel", "", fmt.Sprint("OD", i), "Iets", "", "lopend")
	}
	for i, p := range b.data.Projects {
		p.AlsoObjectives = []string{fmt.Sprint("OD", 5+i), "OD10", "OD11"}
	}
	return b
}

// own says which sheets the workbook of a project holds, besides those that the
// other sheets ask for.
func (b *book) own(project string, sheet *model.InputSheet) *model.InputFile {
	f := &model.InputFile{File: source.File{Path: "gegevens/" + project + ".xlsx"}, Project: project, Sheets: []*model.InputSheet{sheet}}
	for _, decl := range []*model.Sheet{&model.ActivitySheet, &model.ActorSheet, &model.ProgressSheet} {
		f.Sheets = append(f.Sheets, &model.InputSheet{Decl: decl, Rows: 1})
	}
	b.data.Files = append(b.data.Files, f)
	return f
}

// home says which sheets of the organisation stand in its workbook.
func (b *book) home(sheets ...*model.Sheet) *model.InputFile {
	f := &model.InputFile{File: source.File{Path: "gegevens/organisatie.xlsx"}}
	for _, decl := range sheets {
		f.Sheets = append(f.Sheets, &model.InputSheet{Decl: decl, Rows: 1})
	}
	b.data.Files = append(b.data.Files, f)
	return f
}

// trainings adds four hundred, all different, of twenty people.
func trainings(b *book) {
	for i := range 20 {
		b.add(&model.EmployeeSheet, fmt.Sprint("P", i), day(2015, 1, 1), nil, "", false)
	}
	for i := range 400 {
		b.add(&model.TrainingSheet, day(2021, 1, 4).AddDate(0, 0, i/2), fmt.Sprint("P", i%20), "formeel", float64(2+i%5), fmt.Sprint("Verbindend spreken ", i%3))
	}
}

// contacts gives n contacts to all projects but p3.
func contacts(b *book, n int) {
	for _, p := range []string{"p0", "p1", "p2", "p4"} {
		for i := range n {
			b.add(&model.ContactSheet, p, day(2021, 3, 1+i), "Gemeente Pelt", "", false, false)
		}
	}
}

// few leaves the first projects, with nothing that belongs to others.
func few(b *book, projects int) {
	other := func(code string) bool { return code >= fmt.Sprint("p", projects) }
	b.data.Projects = b.data.Projects[:projects]
	drop(&b.data.Activities, func(a *model.Activity) bool { return other(a.Project) })
	drop(&b.data.Actors, func(a *model.Actor) bool { return other(a.Project) })
	drop(&b.data.Progress, func(p *model.Progress) bool { return other(p.Project) })
	drop(&b.data.Conclusions, func(c *model.Conclusion) bool { return other(c.Project) })
	drop(&b.data.FTE, func(f *model.FTE) bool { return other(f.Project) })
	drop(&b.data.Objectives, func(o *model.Objective) bool { return !slices.Contains(b.data.Projects[0].AlsoObjectives, o.Code) })
	for _, p := range b.data.Projects {
		p.AlsoObjectives = b.data.Projects[0].AlsoObjectives
		p.MainObjectives = p.AlsoObjectives
	}
}

// trained adds a person who left in the spring, with two trainings in service
// and some on other days.
func trained(days ...time.Time) func(*book) {
	return func(b *book) {
		b.add(&model.EmployeeSheet, "P1", day(2021, 1, 1), day(2021, 4, 1), "", false)
		for i := range 9 {
			b.add(&model.EmployeeSheet, fmt.Sprint("P", i+2), day(2015, 1, 1), nil, "", false)
		}
		for i, d := range append([]time.Time{day(2021, 2, 1), day(2021, 3, 1)}, days...) {
			b.add(&model.TrainingSheet, d, "P1", "formeel", float64(i+2), "")
		}
	}
}

// newcomers adds a person who came in the autumn of 2021, with trainings on some
// days, and others who came in the year before and learned something then.
func newcomers(others int, days ...time.Time) func(*book) {
	return func(b *book) {
		b.add(&model.EmployeeSheet, "P1", day(2021, 10, 1), nil, "", false)
		for i := range 12 {
			b.add(&model.EmployeeSheet, fmt.Sprint("P", i+2), day(2015, 1, 1), nil, "", false)
		}
		for i, d := range days {
			b.add(&model.TrainingSheet, d, "P1", "formeel", float64(i+2), "")
		}
		for i := range others {
			b.data.Employees[i+1].Hired = day(2020, time.Month(7+i), 1)
			b.add(&model.TrainingSheet, day(2021, 2, 3+i), fmt.Sprint("P", i+2), "formeel", 6.0, "")
		}
	}
}

// drop takes the records out that meet a condition.
func drop[T any](list *[]T, out func(T) bool) { *list = slices.DeleteFunc(*list, out) }

// judge compares what is found in a werkmap with "code sheet cell, …", and for
// a double code also with the one that is proposed.
func judge(t *testing.T, b *book, want string) {
	t.Helper()
	cfg := testConfig()
	list := finding.Group(Data(b.data, &cfg))
	var got []string
	for _, f := range list {
		at := fmt.Sprintf("%s %s %s", f.Code(), f.Ref.Sheet, f.Ref.Cell())
		if f.Rule == &ruleDuplicateKey && f.Proposal != "" {
			at += " " + f.Proposal
		}
		got = append(got, at)
	}
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got %q, want %q", s, want)
		for _, f := range list {
			t.Log(f.Message)
		}
	}
}

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
		}, "O01 Projecten A5"},
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
		}, ""},
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
		}, ""},
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
				&model.InputFile{File: source.File{Path: "gegevens/VTE (1).csv"}, Sheets: sheets(nil), CopyOf: "gegevens/VTE.csv"},
				&model.InputFile{File: source.File{Path: "gegevens/VTE.csv"}, Sheets: sheets(&model.FTESheet)},
				&model.InputFile{File: source.File{Path: "gegevens/Nota.csv"}, Sheets: sheets(nil)})
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
		{"no projects, and a file that can't be read", func(b *book) {
			b.data.Projects, b.data.Objectives = nil, nil
			b.data.Files = append(b.data.Files, &model.InputFile{File: source.File{Path: "gegevens/projecten.xlsx"}})
		}, ""},
		{"no plan", func(b *book) {
			b.data.Objectives = nil
			b.home(&model.FTESheet)
		}, "S34  "},
		{"no plan, and a sheet that looks like it", func(b *book) {
			b.data.Objectives = nil
			f := b.home(&model.FTESheet)
			f.Sheets = append(f.Sheets, &model.InputSheet{Like: model.ObjectiveSheet.Name})
		}, ""},
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
		{"a fiche without a code", func(b *book) {
			for _, a := range b.data.Activities {
				a.Project = "p4 oud"
			}
			drop(&b.data.Projects, func(p *model.Project) bool { return p.Code != "p4" })
			b.data.Projects[0].Code = ""
			b.data.Projects[0].Base().MarkBad(model.ProjectCode)
			b.data.Participations, b.data.Contacts, b.data.Actors, b.data.Progress, b.data.Conclusions = nil, nil, nil, nil, nil
			b.data.FTE, b.data.Objectives = nil, nil
		}, ""},
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
		}, ""},
		{"a partner twice, for the same", func(b *book) {
			for _, partner := range []string{"OCMW Pelt", "CAW", "CAW"} {
				b.add(&model.PartnershipSheet, "formeel", partner, "Huren van lokalen", []string{"Wonen"})
			}
		}, "K07 Samenwerkingsverbanden B4"},
		{"an objective of a project that could not be read", func(b *book) {
			b.data.Projects[0].MainObjectives = []string{"OD1"}
			b.data.Files = append(b.data.Files, &model.InputFile{File: source.File{Path: "gegevens/b.xlsx"}, Unclaimed: true, Sheets: []*model.InputSheet{{}}})
		}, ""},
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
	if list := Data(b.data, &cfg); len(list) > 0 {
		t.Errorf("it is off: %s", list[0].Message)
	}
	cfg.Thresholds.RoundShare = 90
	list := Data(b.data, &cfg)
	if len(list) != 1 || list[0].Code() != "P06" || list[0].Project != "p0" {
		t.Errorf("got %v", list)
	}
}

func TestDatesInLinks(t *testing.T) {
	for link, want := range map[string]string{
		"https://www.hbvl.be/cnt/dmf20210115_95022950":            "15/01/2021",
		"https://www.vrt.be/vrtnws/nl/2021/09/16/depot/":          "16/09/2021",
		"https://www.truineer.be/2021/11/extra-steun/":            "01/11/2021",
		"https://voorbeeld.be/nieuws/2021-3-5-feest":              "05/03/2021",
		"https://www.genk.be/Publicaties/detail/113/3600-maart":   "",
		"https://www.tvl.be/nieuws/werelddag-127436":              "",
		"https://voorbeeld.be/98072680":                           "",
		"https://voorbeeld.be/20211399":                           "",
		"https://voorbeeld.be/202101151":                          "",
		"https://www.voorbeeld.be/uitgave/2140/artikel/ambitieus": "",
		"https://20210101.voorbeeld.be":                           "",
		"":                                                        "",
	} {
		first, _, ok := datesInLink(link)
		got := ""
		if ok {
			got = short(first)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", link, got, want)
		}
	}
}

func TestPersonal(t *testing.T) {
	for text, want := range map[string]string{
		"an.voorbeeld@voorbeeld.be":                        "X01",
		"jan@voorbeeld.be":                                 "X01",
		"buurtgroep12@gmail.com":                           "X01",
		"info@voorbeeld.be en onthaal.genk@voorbeeld.be":   "",
		"pelt@voorbeeld.be":                                "",
		"bel 0470/12.34.56":                                "X02",
		"bel +32 470 12 34 56":                             "X02",
		"bel 011 22 33 44":                                 "X02",
		"op 01/02/2021 en 03/04/2021":                      "",
		"0800 12 345 is gratis":                            "",
		"ondernemingsnummer 0412.345.678":                  "",
		"85.07.30-033.28":                                  "X03",
		"85073003328":                                      "X03",
		"85.07.30-033.29":                                  "",
		"BE68 5390 0754 7034":                              "X04",
		"be68-5390-0754-7034":                              "X04",
		"85/07/30-033-28":                                  "X03",
		"geb. 12/03/1980":                                  "X05",
		"BE69 5390 0754 7034":                              "",
		"geboren op 12 maart 1980":                         "X05",
		"Zij werd geboren op 1 mei 1985":                   "X05",
		"De organisatie werd geboren op 1 mei 1985.":       "",
		"Ons huis is toen geboren op 1 mei 1985.":          "",
		"Onze jonge buurtwerking werd geboren op 1/5/1985": "",
		"De voorzitter van de vereniging werd geboren op 1 mei 1985": "X05",
		"Het blok van 12/03/1980 wordt gesloopt.":                    "",
		"geboren in een dorp, op 12/03/2021 voorgesteld":             "",
		"zie https://voorbeeld.be/0470123456?x=an.b@c.be":            "",
		"tussen 2.199.000 en 11.362.256 euro, 1 451 keer":            "",
		"an.voorbeeld@voorbeeld.be of 0470 12 34 56":                 "X01 X02",
	} {
		var got []string
		for _, h := range personal(text, nil) {
			got = append(got, h.rule.Code)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: got %q, want %q", text, s, want)
		}
	}
	if list := personal("bel 011 00 00 00", []string{"011 00 00 00"}); len(list) > 0 {
		t.Error("the organisation's own number may stand there")
	}
	for name, want := range map[string]bool{
		"An Voorbeelden": true, "Peeters, Jan": true, "Peeters Jan": true,
		"V012": false, "Rode Kers": false, "Zonnebloem": false, "vrijwilliger an": false, "An": false, "Blauwe Vogel": false,
	} {
		if personName(name) != want {
			t.Errorf("%s: a person's name: %v", name, !want)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Welzijnsregio Noord-Limburg", "Welzijnsregio Noord-Limbrug", true},
		{"Gemeente Hamont-Achel", "Gemeente Hamont-Agel", false},
		{"Basisschool Sint-Jozef 1", "Basisschool Sint-Jozef 2", false},
		{"Gemeente Ham", "Gemeente Hal", false},
		{"Politie Noord", "Politie Zuid", false},
		{"Buurthuis De Linde", "Buurthuizen De Linde", false},
		{"Partner van de school", "Partners van de school", false},
	} {
		if got := oneLetter(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
	}
	for _, c := range [][2]string{{"vzw De Hoek", "De Hoek VZW"}, {"Café De Hoek", "Cafe de  hoek"}, {"OCMW Pelt", "ОCMW Pelt"}} {
		if actorKey(c[0]) != actorKey(c[1]) {
			t.Errorf("%s and %s are the same", c[0], c[1])
		}
	}
	if pseudonymKey("V012") != pseudonymKey("v-12") || pseudonymKey("V0l2") != pseudonymKey("V012") || pseudonymKey("V012") == pseudonymKey("V013") {
		t.Error("pseudonyms")
	}
}

func TestNumbersInTexts(t *testing.T) {
	for text, want := range map[string]string{
		"We telden 1.451 uren":                   "1451",
		"bijna 20 % van":                         "20 bijna",
		"negenenveertig acties en tweeëntwintig": "49 22",
		"24,87 VTE op 12/03/2021 om 14:30":       "24.87",
		"Tweehonderd dertien activiteiten, ruim honderdtwintig, duizend en tien": "213 120 ruim 1010",
		"tweehonderd, dertien": "200 13",
		// What isn't known how many, and what lies between two numbers.
		"een paar honderd, anderhalf duizend, 15 duizend":     "15",
		"drie miljoen tweehonderdduizend euro":                "3",
		"honderden mensen, een honderdtal, de honderdste":     "",
		"tussen honderd en vijfduizend, tussen de 200 en 250": "",
		"tien tot vijftien, 200 à 250, drie of vier":          "",
		"in 2020 en 2021":             "2020 2021",
		"11.362.256 euro, versie 2/3": "11362256",
	} {
		var got []string
		for _, s := range numbersIn(text) {
			got = append(got, strings.TrimSpace(fmt.Sprint(s.value, " ", s.hedge)))
		}
		joined := strings.ReplaceAll(strings.Join(got, " "), "1.1362256e+07", "11362256")
		if joined != want {
			t.Errorf("%q: got %q, want %q", text, joined, want)
		}
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
	for _, r := range Rules() {
		if !strings.Contains(all.String(), `"`+r.Code) && !strings.Contains(all.String(), r.Code+" ") {
			t.Errorf("no test tries %s (%s)", r.Code, r.Title)
		}
	}
}

// What follows from a sheet that could not be read isn't told.
func TestNothingFollowsFromWhatWasNotRead(t *testing.T) {
	for name, sheet := range map[string]*model.InputSheet{
		"rows refused":      {Name: "Activiteiten", Decl: &model.ActivitySheet, Rows: 3, Refused: 3},
		"cut short":         {Name: "Activiteiten", Decl: &model.ActivitySheet, Rows: 3, Partial: true},
		"a name of its own": {Name: "Aktiviteiten", Like: "Activiteiten"},
		"in another file":   {Name: "Aktiviteiten", Like: "Activiteiten"},
	} {
		b := five()
		b.data.Files = []*model.InputFile{{File: source.File{Path: "gegevens/a.xlsx"}, Sheets: []*model.InputSheet{sheet}}}
		for range 3 {
			b.add(&model.ParticipationSheet, "Z1", "p0", "Jongeren", 3.0)
		}
		if name == "in another file" {
			b.sheets["Deelnames"].File = &source.File{Path: "gegevens/deelnames.xlsx"}
		}
		drop(&b.data.Participations, func(p *model.Participation) bool { return p != b.data.Participations[0] })
		cfg := testConfig()
		if list := Data(b.data, &cfg); len(list) > 0 {
			t.Errorf("%s: %s", name, list[0].Message)
		}
	}
}

// A file of a theme that can't be read may hold any number of projects: that
// others don't know them follows from it. Where each project has a workbook,
// or all stand in one list, it explains one project at most.
func TestProjectsOfAFileThatWasNotRead(t *testing.T) {
	for _, c := range []struct {
		name  string
		files []int // of the five projects
		want  int
	}{
		{"a file for each theme", []int{1, 1, 2, 2, 2}, 0},
		{"a workbook for each project", []int{1, 2, 3, 4, 5}, 2},
		{"one list", []int{1, 1, 1, 1, 1}, 2},
	} {
		b := five()
		sheets := map[int]*source.Sheet{}
		for i, p := range b.data.Projects {
			at := c.files[i]
			if sheets[at] == nil {
				sheet := *p.Base().Row.Sheet
				sheet.File = &source.File{Path: fmt.Sprintf("gegevens/%d.xlsx", at)}
				sheets[at] = &sheet
			}
			p.Base().Row.Sheet = sheets[at]
		}
		b.data.Files = []*model.InputFile{{File: source.File{Path: "gegevens/wonen.xlsx"}}}
		for _, unknown := range []string{"huis", "tuin"} {
			b.add(&model.FTESheet, 2021, "Wonen", unknown, 0.1, 0.0)
		}
		cfg := testConfig()
		got := 0
		for _, f := range Data(b.data, &cfg) {
			if f.Code() == "R01" {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%s: %d unknown projects, want %d", c.name, got, c.want)
		}
	}
}

func TestWebAddresses(t *testing.T) {
	for link, want := range map[string]string{
		"https://www.voorbeeld.be/artikel?a=1#b": "",
		"http://voorbeeld.be":                    "",
		"www.voorbeeld.be/x":                     "",
		"HTTPS://voorbeeld.be":                   "",
		"https://voorbeeld.be:8080/é":            "",
		"voorbeeld.be/artikel":                   "https://voorbeeld.be/artikel",
		"htps:/www.voorbeeld.be/artikel":         "https://www.voorbeeld.be/artikel",
		"http//voorbeeld.be":                     "https://voorbeeld.be",
		"ttps://voorbeeld.be":                    "https://voorbeeld.be",
		"https://www.voorbeeld.be/een artikel":   "https://www.voorbeeld.be/een",
		"https ://www.voorbeeld.be":              "https://www.voorbeeld.be",
		"zie https://voorbeeld.be.":              "https://voorbeeld.be",
		"Facebook":                               "-",
		"https://":                               "-",
		"https://localhost":                      "-",
		"info@voorbeeld.be":                      "-",
		"zie de krant van 12.03":                 "-",
	} {
		got := ""
		if !opens(link) {
			if got = mended(link); got == "" {
				got = "-"
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", link, got, want)
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
	if list := Data(b.data, &cfg); len(list) > 0 {
		t.Errorf("it is off: %s", list[0].Message)
	}
}

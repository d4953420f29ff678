package validate

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

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
	list := b.told(&cfg)
	var got []string
	for _, f := range list {
		at := fmt.Sprintf("%s %s %s", f.Code(), f.Ref.Sheet, f.Ref.Cell())
		if f.Rule == ruleDuplicateKey && f.Proposal != "" {
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

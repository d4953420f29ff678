package validate

import (
	"fmt"
	"testing"

	"voortgang/internal/model"
	"voortgang/internal/source"
)

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

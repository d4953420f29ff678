package validate

import (
	"strings"
	"testing"
	"time"

	"voortgang/internal/model"
	"voortgang/internal/source"
)

// version puts a workbook of a project in the data: its Fiche and activities.
func (b *book) version(file, project string, saved time.Time, activities ...string) {
	f := &model.InputFile{File: source.File{Path: "gegevens/" + file, SHA256: file}, Project: project, Saved: saved}
	b.data.Files = append(b.data.Files, f)
	sheet := func(decl *model.Sheet, rows int) *source.Sheet {
		place := &source.Sheet{File: &f.File, Name: decl.Name, HeaderRow: 1}
		for i := range decl.Columns {
			place.Columns = append(place.Columns, i+1)
		}
		f.Sheets = append(f.Sheets, &model.InputSheet{Name: decl.Name, Decl: decl, Source: place, Rows: rows})
		return place
	}
	if project != "" {
		p := &model.Project{Code: project, Name: project, Theme: "Wonen"}
		*p.Base() = model.At(source.Row{Sheet: sheet(&model.ProjectSheet, 1), Number: 2})
		b.data.Projects = append(b.data.Projects, p)
	}
	place := sheet(&model.ActivitySheet, len(activities))
	for i, id := range activities {
		a := &model.Activity{ID: id, Project: project, Date: day(2021, 2, 1+i), Kind: "Acties"}
		*a.Base() = model.At(source.Row{Sheet: place, Number: i + 2})
		b.data.Activities = append(b.data.Activities, a)
	}
}

// Two versions of one file are one finding, at the copy; only the other counts.
// Files of two projects that were given one code are no versions.
func TestVersionsOfAFile(t *testing.T) {
	old, young := day(2022, 1, 3), day(2022, 1, 5)
	many := strings.Fields("A1 A2 A3 A4 A5 A6")
	other := strings.Fields("B1 B2 B3 B4 B5 B6")
	for name, c := range map[string]struct {
		change func(*book)
		// copied is the file that the finding is at; counted are the activities
		// that count; "" and all of them when there is no finding.
		copied  string
		counted int
	}{
		"conflict copy": {func(b *book) {
			b.version("huis (conflicterende kopie van PC-Genk 2022-01-03).xlsx", "huis", old, many[:4]...)
			b.version("huis.xlsx", "huis", old, many...)
		}, "huis (conflicterende kopie van PC-Genk 2022-01-03).xlsx", 6},
		"by a number": {func(b *book) {
			b.version("huis (1).xlsx", "huis", young, many...)
			b.version("huis.xlsx", "huis", old, many[:5]...)
		}, "huis (1).xlsx", 5},
		"by a machine": {func(b *book) {
			b.version("huis-LAPTOP-ABC.xlsx", "huis", young, many[:4]...)
			b.version("huis.xlsx", "huis", young, many...)
		}, "huis-LAPTOP-ABC.xlsx", 6},
		"saved before": {func(b *book) {
			b.version("an.xlsx", "huis", old, many...)
			b.version("huis.xlsx", "huis", young, many[:5]...)
		}, "an.xlsx", 5},
		"nothing the same": {func(b *book) {
			b.version("huis - kopie.xlsx", "huis", young, other...)
			b.version("huis.xlsx", "huis", young, many...)
		}, "huis - kopie.xlsx", 6},
		"three of them": {func(b *book) {
			b.version("huis - Copy.xlsx", "huis", young, many[:4]...)
			b.version("huis.xlsx", "huis", young, many...)
			b.version("huis_v2.xlsx", "huis", young, many[:5]...)
		}, "huis - Copy.xlsx huis_v2.xlsx", 6},
		"one code, another project": {func(b *book) {
			b.version("huis.xlsx", "huis", young, many...)
			b.version("school.xlsx", "huis", young, other...)
		}, "", 12},
		"made from a copy": {func(b *book) {
			b.version("huis.xlsx", "huis", young, many...)
			b.version("huis - kopie.xlsx", "school", young, many...)
		}, "", 12},
		"without a project": {func(b *book) {
			b.version("Activiteiten.csv", "", time.Time{}, many...)
			b.version("Activiteiten (1).csv", "", time.Time{}, many[:4]...)
		}, "Activiteiten (1).csv", 6},
		"month by month": {func(b *book) {
			b.version("Activiteiten (1).csv", "", time.Time{}, many...)
			b.version("Activiteiten (2).csv", "", time.Time{}, other...)
		}, "", 12},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBook()
			c.change(b)
			checker := &checker{data: b.data, index: newIndex(b.data)}
			sameWorkbook(checker)
			checker.settle()
			var at []string
			for _, f := range checker.list.All() {
				at = append(at, strings.TrimPrefix(f.Ref.File, "gegevens/"))
				t.Log(f.Message)
			}
			counted := 0
			for _, a := range b.data.Activities {
				if a.Base().Usable(model.ActivityID) {
					counted++
				}
			}
			if got := strings.Join(at, " "); got != c.copied || counted != c.counted {
				t.Errorf("copies %q, %d activities; want %q and %d", got, counted, c.copied, c.counted)
			}
		})
	}
}

func TestNamesOfCopies(t *testing.T) {
	for name, want := range map[string]string{
		"huis - kopie": "huis", "huis - kopie (2)": "huis", "Kopie van huis": "huis", "huis - Copy": "huis", "huis (1)": "huis", "huis-PC123": "huis",
		"huis-LAPTOP-7F3K2A": "huis", "huis_v2": "huis", "huis v1.2": "huis", "huis.v2": "huis", "huis (An's conflicted copy 2022-01-03)": "huis", "huis definitief": "huis", "huis_20220103": "huis",
		"huis-GENK01": "huis", "huis": "huis", "wonen-2": "wonen-2", "energiek-pelt": "energiek-pelt", "kopieermachine": "kopieermachine", "buurt-oudsbergen": "buurt-oudsbergen", "huis (jongeren)": "huis (jongeren)", "v2": "v2",
	} {
		if got := withoutMarks("gegevens/" + name + ".xlsx"); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

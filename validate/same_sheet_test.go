package validate

import (
	"fmt"
	"strings"
	"testing"

	"voortgang/internal/model"
	"voortgang/internal/source"
)

// twoSheets makes a workbook with Contacten and Contact; each row is a day in
// May, once per sheet that its word names.
func twoSheets(rows map[int]string, hidden bool) *book {
	b := newBook()
	b.add(&model.ProjectSheet, "pelt", "EnergieK Pelt", "Wonen", false, nil, "Projectuitvoering", day(2021, 1, 1), day(2022, 12, 31), "Iets")
	b.add(&model.ActorSheet, "pelt", "Café De Hoek", "partner")
	file := &source.File{Path: "gegevens/a.xlsx"}
	f := &model.InputFile{File: *file}
	for _, name := range []string{"Contacten", "Contact"} {
		place := &source.Sheet{File: file, Name: name, HeaderRow: 1, Columns: []int{1, 2, 3, 4, 5, 6}}
		in := &model.InputSheet{Name: name, Decl: &model.ContactSheet, Source: place, Hidden: hidden && name == "Contacten"}
		for n := range 32 {
			if strings.Contains(rows[n], "1") && name == "Contacten" || strings.Contains(rows[n], "2") && name == "Contact" {
				in.Rows++
				r := b.add(&model.ContactSheet, "pelt", day(2021, 5, n), "Café De Hoek", "fysiek", false, false)
				*r.Base() = model.At(source.Row{Sheet: place, Number: in.Rows + 1})
			}
		}
		f.Sheets = append(f.Sheets, in)
	}
	b.data.Files = append(b.data.Files, f)
	return b
}

// A sheet that was copied within its workbook is one finding, and its rows
// count once; two sheets with rows of their own both count.
func TestSheetTwice(t *testing.T) {
	for _, c := range []struct {
		name   string
		rows   map[int]string
		hidden bool
		want   string
		usable int
	}{
		{"a copy", map[int]string{1: "12", 2: "12", 3: "12"}, false, "S32 Contact", 3},
		{"a copy of one row", map[int]string{1: "12"}, false, "S32 Contact", 1},
		{"the first is hidden", map[int]string{1: "12", 2: "12", 3: "12"}, true, "S32 Contacten", 3},
		{"a copy with a row more", map[int]string{1: "12", 2: "12", 3: "12", 4: "2"}, false, "S32 Contact", 4},
		{"other rows", map[int]string{1: "1", 2: "1", 3: "1", 4: "2", 5: "2", 6: "2"}, false, "S33 Contact", 6},
		{"one row the same", map[int]string{1: "1", 2: "12", 3: "1", 4: "2", 5: "2", 6: "2"}, false, "S33 Contact, K07 ContactB2", 7},
		{"nothing in the second", map[int]string{1: "1", 2: "1"}, false, "", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := twoSheets(c.rows, c.hidden)
			cfg := testConfig()
			var got []string
			for _, f := range b.told(&cfg) {
				got = append(got, fmt.Sprintf("%s %s%s", f.Code(), f.Ref.Sheet, f.Ref.Cell()))
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("found %q, want %q", s, c.want)
			}
			usable := 0
			for _, r := range b.data.Contacts {
				if r.Base().Usable(model.ContactDate) {
					usable++
				}
			}
			if usable != c.usable {
				t.Errorf("%d rows count, want %d", usable, c.usable)
			}
		})
	}
}

// A sheet under another name that repeats what stands in the workbooks of
// projects is an overview: the finding is there, and its rows don't count.
func TestOverviewOfProjects(t *testing.T) {
	for _, c := range []struct {
		ids    []string
		guess  bool
		want   string
		usable int
	}{
		{[]string{"A1", "A2", "A3"}, true, "S32 gegevens/z.csv", 4},
		{[]string{"A1", "A2", "A3", "B1"}, true, "S32 gegevens/z.csv", 5},
		{[]string{"B1", "B2", "B3"}, true, "", 7},
		{[]string{"A1", "A2", "A3"}, false, "", 7},
	} {
		b := newBook()
		b.version("huis.xlsx", "huis", day(2022, 1, 1), "A1", "A2", "A3", "A4")
		b.version("z.csv", "", day(2022, 1, 1), c.ids...)
		for _, a := range b.data.Activities {
			a.Project, a.Hours = "huis", model.Number{}
		}
		b.data.Files[1].Sheets[0].Guessed = c.guess
		b.data.Activities[0].Description = "Overleg" // the overview lacks the column
		b.data.Files[1].Sheets[0].Source.Columns[model.ActivityDescription] = 0
		checker := &checker{data: b.data, index: newIndex(b.data)}
		sameSheet(checker)
		checker.settle()
		got := ""
		for _, f := range checker.list.All() {
			got = f.Code() + " " + f.Ref.File
			t.Log(f.Message)
		}
		usable := 0
		for _, a := range b.data.Activities {
			if a.Base().Usable(model.ActivityID) {
				usable++
			}
		}
		if got != c.want || usable != c.usable {
			t.Errorf("%v: %q and %d rows, want %q and %d", c.ids, got, usable, c.want, c.usable)
		}
	}
}

package ingest

import (
	"fmt"
	"strings"
	"testing"

	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

func TestNamesThatLookAlike(t *testing.T) {
	for name, want := range map[string]string{
		"OCMW Pelt":                "",
		"\u041eCMW Pelt":           "W19 Actoren!A2 OCMW Pelt", // Cyrillic O
		"OCMW P\u0435lt":           "W19 Actoren!A2 OCMW Pelt", // Cyrillic e
		"\u0391017":                "W19 Actoren!A2 A017",      // Greek capital alpha
		"Café Ümit":                "",
		"Привет":                   "",
		"Привет Genk":              "",
		"Αθήνα":                    "",
		"25 µg":                    "",
		"Ｏ":                        "",
		"\u041e\u0421\u041c\u0410": "",
	} {
		data, findings := readBook(t, projectBook(booktest.Sheet{Name: "Actoren", Rows: booktest.Rows(1, []any{"actor", "type"}, []any{name, "partner"})}))
		got, read := brief(findings), data.Actors[0].Name
		if got != "" {
			got += " " + findings[0].Proposal
			if read != findings[0].Proposal || !data.Actors[0].Base().Usable(0, 1) {
				t.Errorf("%q is read as %q", name, read)
			}
		}
		if got != want {
			t.Errorf("%q: found %q, want %q", name, got, want)
		}
	}
}

func TestSpacesThatSplitANameInTwo(t *testing.T) {
	for name, c := range map[string]struct {
		actors []string
		want   string
	}{
		"clean":              {[]string{"OCMW", "Stad", "Wij"}, ""},
		"behind, but alone":  {[]string{"OCMW ", "Stad", "Wij"}, ""},
		"behind":             {[]string{"OCMW", "Stad", "OCMW "}, "W20 Actoren!A4"},
		"in front":           {[]string{" OCMW", "Stad", "OCMW"}, "W20 Actoren!A2"},
		"double":             {[]string{"De  Hoek", "De Hoek", "x"}, "W20 Actoren!A2"},
		"no-break":           {[]string{"De\u00a0Hoek", "De Hoek", "x"}, "W20 Actoren!A2"},
		"invisible":          {[]string{"Ho\u200bek", "Hoek", "x"}, "W20 Actoren!A2"},
		"a way of writing":   {[]string{"a ", "a", "b ", "c ", "d ", "e "}, ""},
		"always with spaces": {[]string{"a ", "a ", "a "}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			rows := [][]any{{"actor", "type"}}
			for _, a := range c.actors {
				rows = append(rows, []any{a, "partner"})
			}
			_, findings := readBook(t, projectBook(booktest.Sheet{Name: "Actoren", Rows: booktest.Rows(1, rows...)}))
			if got := brief(findings); got != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
	// A name of another sheet counts too.
	_, findings := readBook(t, projectBook(
		booktest.Sheet{Name: "Actoren", Rows: booktest.Rows(1, []any{"actor", "type"}, []any{"OCMW", "partner"})},
		booktest.Sheet{Name: "Contacten", Rows: booktest.Rows(1, []any{"datum", "actor", "beleidscontact", "doelgroep_betrokken"}, []any{day(2021, 4, 14), "OCMW ", "ja", "nee"})}))
	if got := brief(findings); got != "W20 Contacten!B2" || findings[0].Proposal != "OCMW" || findings[0].Found != "OCMW " {
		t.Error(got)
	}
}

// Projects may share a file for each sheet: there a name is split over two
// files. A project's own workbook is held against itself alone.
func TestStraySpaceAcrossFiles(t *testing.T) {
	const contacts = "project;datum;actor;kanaal;beleidscontact;doelgroep_betrokken\npelt;14/4/2021;De  Hoek;fysiek;ja;nee\n"
	files := map[string][]byte{
		"Actoren.csv":   []byte("project;actor;type\npelt;De Hoek;partner\n"),
		"Contacten.csv": []byte(contacts),
	}
	if _, findings := read(t, files); brief(findings) != "W20 Contacten!C2" {
		t.Errorf("got %q", brief(findings))
	}
	delete(files, "Actoren.csv")
	if _, findings := read(t, files); len(findings) > 0 {
		t.Errorf("a name that stands nowhere else: got %q", brief(findings))
	}
}

func TestTextThatWasCut(t *testing.T) {
	text := strings.Repeat("woord ", 50)
	for name, c := range map[string]struct{ text, want string }{
		"cut":                 {text[:255], "W18 Conclusie!B2"},
		"one less":            {text[:254], ""},
		"one more":            {text[:256], ""},
		"ends with a stop":    {text[:254] + ".", ""},
		"ends with a bracket": {text[:254] + ")", ""},
		"counted as Excel does": {
			"😀é" + text[:252], "W18 Conclusie!B2"},
		"as many bytes": {"éé" + text[:251], ""},
	} {
		_, findings := readBook(t, projectBook(booktest.Sheet{Name: "Conclusie", Rows: booktest.Rows(1, []any{"status", "tekst"}, []any{"Op schema", c.text})}))
		if got := brief(findings); got != c.want {
			t.Errorf("%s: found %q, want %q", name, got, c.want)
		}
	}
}

// Among longer texts, a list may end at 255 characters by chance.
func TestTextOfThatLengthAmongLongerOnes(t *testing.T) {
	text := strings.Repeat("woord ", 50)
	for last, want := range map[string]string{"\n• ": "", "\n- ": "", ".\n": "W18 Conclusie!C2"} {
		cut := text[:200] + last + text
		for units(cut) != 255 {
			cut = cut[:len(cut)-1]
		}
		rows := [][]any{{"project", "status", "tekst"}, {"a", "Op schema", cut}, {"b", "Op schema", text + text[:20]}}
		_, findings := readBook(t, booktest.Workbook(booktest.Sheet{Name: "Conclusie", Rows: booktest.Rows(1, rows...)}))
		if got := brief(findings); got != want {
			t.Errorf("%q: found %q, want %q", last, got, want)
		}
	}
}

func TestWorkbookThatNamesNoProject(t *testing.T) {
	deelnames := booktest.Sheet{Name: "Deelnames", Rows: booktest.Rows(1, []any{"activiteit_id", "project", "groep", "aantal"}, []any{"A1", nil, "Jongeren", 3}, []any{"A1", nil, "Kinderen", 3})}
	upright := booktest.Sheet{Name: "Blad1", Rows: ficheRows()}
	for name, c := range map[string]struct {
		sheets []booktest.Sheet
		want   string
	}{
		"no column, empty column": {[]booktest.Sheet{activities(activityHead, activityOne), deelnames}, "S30 !"},
		"empty column":            {[]booktest.Sheet{deelnames}, "S30 !"},
		"one sheet":               {[]booktest.Sheet{activities(activityHead, activityOne)}, "S14 Activiteiten!"},
		"no rows":                 {[]booktest.Sheet{activities(activityHead)}, "S14 Activiteiten!"},
		"fiche of another name":   {[]booktest.Sheet{upright, activities(activityHead, activityOne), deelnames}, "S11 Blad1!"},
	} {
		_, findings := readBook(t, booktest.Workbook(c.sheets...))
		if got := brief(findings); got != c.want {
			t.Errorf("%s: found %q, want %q", name, got, c.want)
		}
	}
}

func TestYearsInTitles(t *testing.T) {
	for title, want := range map[string]int{
		"Project – Activiteiten 2021": 2021, "Werkjaar: 2020": 2020, "Activiteiten (2019)": 2019, "registratie 2020": 2020,
		"Activiteiten 2020-2025": 0, "opgemaakt op 14/01/2022": 0, "Activiteiten": 0, "Buurtplan 2030": 0, "Activiteiten 20211": 0,
	} {
		data, _ := readBook(t, projectBook(activities([]any{title}, []any{}, activityHead, activityOne)))
		got := 0
		for _, y := range data.Files[0].Titles {
			got = y.Year
		}
		if got != want {
			t.Errorf("%s: year %d, want %d", title, got, want)
		}
	}
}

// TestMonthFirst: a column with the month first has one cause and one finding.
// What can be read in it can be read in two ways, and no figure counts it.
func TestMonthFirst(t *testing.T) {
	for name, c := range map[string]struct {
		dates []string
		want  string
	}{
		"month first": {[]string{"03/22/2021", "05/08/2021", "04/14/2021", "06/06/2021", "09/26/2021", "07/12/2021"},
			"W01 Activiteiten!B2"},
		"one slip": {[]string{"03/22/2021", "05/08/2021", "14/04/2021"}, "W01 Activiteiten!B2"},
		"some of both": {[]string{"03/22/2021", "05/08/2021", "04/14/2021", "09/26/2021", "14/04/2021"},
			"W01 Activiteiten!B2, W01 Activiteiten!B4, W01 Activiteiten!B5"},
	} {
		rows := [][]any{activityHead}
		for i, d := range c.dates {
			rows = append(rows, []any{fmt.Sprint("A", i), d, "Acties", "Overleg", 2})
		}
		data, findings := readBook(t, projectBook(activities(rows...)))
		if got := brief(finding.Group(findings)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
		if name == "month first" && len(findings[0].Cells) != 5 {
			t.Errorf("the finding has %d cells, want the five that have or may have the month first", len(findings[0].Cells))
		}
		for _, a := range data.Activities {
			if usable := a.Base().Usable(model.ActivityDate); name == "month first" && usable != (a.ID == "A3") {
				t.Errorf("%s: %s usable is %v", name, a.ID, usable)
			}
		}
	}
}

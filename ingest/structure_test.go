package ingest

import (
	"fmt"
	"strings"
	"testing"

	"voortgang/ingest/rules"
	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/model"
)

// activities are rows of Activiteiten in a project's workbook, without an error.
var (
	activityHead = []any{"activiteit_id", "datum", "soort", "omschrijving", "uren"}
	activityOne  = []any{"A1", day(2021, 4, 14), "Acties", "Overleg", 2}
	activityTwo  = []any{"A2", day(2021, 5, 14), "Acties", "Overleg", 3}
	activityBad  = []any{"A3", "31/4/2021", "Acties", "Overleg", 3}
)

func projectBook(sheets ...booktest.Sheet) booktest.Parts {
	return booktest.Workbook(append([]booktest.Sheet{{Name: "Fiche", Rows: ficheRows()}}, sheets...)...)
}

func activities(rows ...[]any) booktest.Sheet {
	return booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, rows...)}
}

func TestStructure(t *testing.T) {
	with := func(cells []any, more ...any) []any { return append(append([]any{}, cells...), more...) }
	for name, c := range map[string]struct {
		sheet booktest.Sheet
		want  string
		// rows is how many activities are read; refused how many rows aren't.
		rows, refused int
	}{
		"clean":                 {activities(activityHead, activityOne, activityTwo), "", 2, 0},
		"header only":           {activities(activityHead), "", 0, 0},
		"empty":                 {activities(), "S12 Activiteiten!", 0, 0},
		"loose names":           {activities([]any{"Activiteit ID *", "DATUM\n(dd/mm/jjjj)", "activiteiten-soort (verplicht)", "Omschrijving", "uren [u]"}, activityOne), "", 1, 0},
		"other order":           {activities([]any{"uren", "soort", "datum", "id"}, []any{2, "Acties", day(2021, 4, 14), "A1"}), "", 1, 0},
		"only what is required": {activities([]any{"id", "datum", "soort"}, []any{"A1", day(2021, 4, 14), "Acties"}), "", 1, 0},
		"title rows":            {activities([]any{"Activiteiten van het jaar"}, []any{}, []any{"ingevuld door", "de projectwerker"}, activityHead, activityOne), "", 1, 0},
		"blank rows":            {activities(activityHead, []any{}, activityOne, []any{" ", "\u00a0"}, []any{}, activityTwo), "", 2, 0},
		"no header":             {activities(activityOne, activityTwo), "S13 Activiteiten!", 0, 2},
		"header far below":      {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(40, activityHead, activityOne)}, "", 1, 0},
		"required column gone":  {activities([]any{"id", "soort"}, []any{"A1", "Acties"}), "S14 Activiteiten!", 1, 0},
		"required column misspelt": {activities([]any{"id", "datuum", "soort"}, []any{"A1", day(2021, 4, 14), "Acties"}),
			"S38 Activiteiten!B1", 1, 0},
		"column misspelt":                   {activities([]any{"id", "datum", "soort", "omschrijvng"}, []any{"A1", day(2021, 4, 14), "Acties", "Overleg"}), "S38 Activiteiten!D1", 1, 0},
		"column that is no slip":            {activities([]any{"id", "datum", "soort", "duur"}, []any{"A1", day(2021, 4, 14), "Acties", 2}), "S16 Activiteiten!D1", 1, 0},
		"required column misspelt, no such": {activities([]any{"id", "datums", "soort"}, []any{"A1", "overleg", "Acties"}), "S14 Activiteiten!B1", 1, 0},
		"required column misspelt twice":    {activities([]any{"id", "datuum", "datums", "soort"}, []any{"A1", day(2021, 4, 14), day(2021, 4, 14), "Acties"}), "S14 Activiteiten!B1, S16 Activiteiten!C1", 1, 0},
		"required column renamed": {activities([]any{"id", "wanneer", "soort"}, []any{"A1", day(2021, 4, 14), "Acties"}),
			"S14 Activiteiten!B1", 1, 0},
		"required column gone, two unknown": {activities([]any{"id", "soort", "kleur", "trekker"}, []any{"A1", "Acties", "rood", "An"}),
			"S14 Activiteiten!, S16 Activiteiten!C1, S16 Activiteiten!D1", 1, 0},
		"column twice":           {activities(with(activityHead, "Datum"), with(activityOne, day(2021, 4, 14))), "S15 Activiteiten!F1", 1, 0},
		"name and alias":         {activities(with(activityHead, "activiteit"), with(activityOne, "A1")), "S16 Activiteiten!F1", 1, 0},
		"unknown column":         {activities(with(activityHead, "opmerking"), with(activityOne, "goed"), activityTwo), "S16 Activiteiten!F1", 2, 0},
		"unknown column, empty":  {activities(with(activityHead, "opmerking"), activityOne), "", 1, 0},
		"column without a name":  {activities(activityHead, activityOne, with(activityTwo, nil, "los")), "S17 Activiteiten!G3", 2, 0},
		"row beside the columns": {activities(activityHead, activityOne, []any{nil, nil, nil, nil, nil, nil, "los"}), "S17 Activiteiten!G3", 1, 1},
		"total":                  {activities(activityHead, activityOne, []any{}, []any{"Totaal", nil, nil, nil, 5}), "S22 Activiteiten!A4", 1, 1},
		"total behind the sum": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, []any{"uren", "id", "datum", "soort"}, []any{2, "A1", day(2021, 4, 14), "Acties"}, []any{2, nil, nil, "Totaal"})},
			"S22 Activiteiten!A3", 1, 1},
		"header again": {activities(activityHead, activityOne, activityHead, activityTwo), "S22 Activiteiten!A3", 2, 1},
		"a loose note": {activities(activityHead, activityOne, []any{"zie mail"}), "V02 Activiteiten!B3", 2, 0},
		"a note below": {activities(activityHead, activityOne, []any{}, []any{"Bron: eigen tellingen"}, []any{"Opm. zie ook de map van 2020."}), "S22 Activiteiten!A4, S22 Activiteiten!A5", 1, 2},
		"a note in a column of dates": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, []any{"datum", "id", "soort"}, []any{day(2021, 4, 14), "A1", "Acties"}, []any{}, []any{"alles geteld door An"})},
			"S22 Activiteiten!A4", 1, 1},
		"a wrong date alone": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, []any{"datum", "id", "soort"}, []any{day(2021, 4, 14), "A1", "Acties"}, []any{"31/4/2021"})},
			"W02 Activiteiten!A3, V02 Activiteiten!B3", 2, 0},
		"a sheet named after a missing one": {booktest.Sheet{Name: "Lijst van actoren", Rows: booktest.Row(1, "x")}, "S11 Lijst van actoren!", 0, 0},
		"unknown sheet":                     {booktest.Sheet{Name: "Notities", Rows: booktest.Row(1, "x")}, "S10 Notities!", 0, 0},
		"unknown and empty":                 {booktest.Sheet{Name: "Blad2"}, "", 0, 0},
		"misspelt sheet":                    {booktest.Sheet{Name: "Activitieten", Rows: booktest.Row(1, "x")}, "S11 Activitieten!", 0, 0},
		"copied sheet":                      {booktest.Sheet{Name: "Activiteiten (2)", Rows: booktest.Row(1, "x")}, "S11 Activiteiten (2)!", 0, 0},
		"renamed sheet":                     {booktest.Sheet{Name: "Blad1", Rows: booktest.Rows(1, activityHead, activityOne)}, "S11 Blad1!", 1, 0},
		"loose sheet name":                  {booktest.Sheet{Name: " activi-TEITEN_", Rows: booktest.Rows(1, activityHead, activityOne)}, "", 1, 0},
		"alias of a sheet":                  {booktest.Sheet{Name: "Activiteit", Rows: booktest.Rows(1, activityHead, activityOne)}, "", 1, 0},
		"own sheet":                         {booktest.Sheet{Name: "_kladwerk", Rows: booktest.Row(1, "x")}, "", 0, 0},
		"lists":                             {booktest.Sheet{Name: "Keuzelijsten", Rows: booktest.Row(1, "x")}, "", 0, 0},
		"guide":                             {booktest.Sheet{Name: "Toelichting", Rows: booktest.Row(1, "x")}, "", 0, 0},
		"hidden sheet":                      {booktest.Sheet{Name: "Activiteiten", State: "hidden", Rows: booktest.Rows(1, activityHead, activityOne)}, "S26 Activiteiten!", 1, 0},
		"hidden and empty":                  {booktest.Sheet{Name: "Activiteiten", State: "veryHidden", Rows: booktest.Rows(1, activityHead)}, "", 0, 0},
		"hidden lists":                      {booktest.Sheet{Name: "Keuzelijsten", State: "hidden", Rows: booktest.Row(1, "x")}, "", 0, 0},
		"hidden rows":                       {activities(activityHead, activityOne, activityTwo).Hide(2, 3), "S24 Activiteiten!A2", 2, 0},
		"hidden row below titles":           {activities([]any{"Titel"}, []any{}, activityHead, activityOne, []any{}, activityTwo).Hide(6), "S24 Activiteiten!A6", 2, 0},
		"hidden title and hidden blank row": {activities([]any{"Titel"}, activityHead, activityOne, []any{}, activityTwo).Hide(1, 4), "", 2, 0},
		"row without height":                {booktest.Sheet{Name: "Activiteiten", Rows: strings.Replace(booktest.Rows(1, activityHead, activityOne), `<row r="2"`, `<row r="2" ht="0" customHeight="1"`, 1)}, "S24 Activiteiten!A2", 1, 0},
		"hidden column":                     {booktest.Sheet{Name: "Activiteiten", Before: `<cols><col min="4" max="5" width="9" hidden="1"/></cols>`, Rows: booktest.Rows(1, activityHead, activityOne)}, "S25 Activiteiten!D1", 1, 0},
		"column without width":              {booktest.Sheet{Name: "Activiteiten", Before: `<cols><col min="2" max="2" width="0" customWidth="1"/></cols>`, Rows: booktest.Rows(1, activityHead, activityOne)}, "S25 Activiteiten!B1", 1, 0},
		"hidden columns without data": {booktest.Sheet{Name: "Activiteiten", Before: `<cols><col min="4" max="16384" width="9" hidden="1"/></cols>`,
			Rows: booktest.Rows(1, activityHead, []any{"A1", day(2021, 4, 14), "Acties"})}, "", 1, 0},
		"merged header over values": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, []any{"activiteit_id", "datum", nil, "omschrijving"}, activityOne),
			After: `<mergeCells><mergeCell ref="B1:C1"/></mergeCells>`}, "S27 Activiteiten!B1, S17 Activiteiten!E2", 1, 0},
		"merged header that hides a name": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, activityHead, activityOne),
			After: `<mergeCells><mergeCell ref="D1:E1"/></mergeCells>`}, "S27 Activiteiten!D1", 1, 0},
		"merged header without values": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, activityHead, activityOne),
			After: `<mergeCells><mergeCell ref="E1:G1"/></mergeCells>`}, "", 1, 0},
		"header of two rows": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, []any{"activiteit_id", "datum", "De activiteit"}, []any{nil, nil, "soort", "omschrijving", "uren"}, activityOne),
			After: `<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:E1"/></mergeCells>`}, "", 1, 0},
		"header merged down over data": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, activityHead, []any{nil, day(2021, 4, 14), "Acties"}, activityTwo),
			After: `<mergeCells><mergeCell ref="A1:A2"/></mergeCells>`}, "S18 Activiteiten!A2", 2, 0},
		"merged title": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, []any{"Titel"}, activityHead, activityOne),
			After: `<mergeCells><mergeCell ref="A1:E1"/></mergeCells>`}, "", 1, 0},
		"merged heading among the data": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, activityHead, []any{"Voorjaar"}, activityOne),
			After: `<mergeCells><mergeCell ref="A2:E2"/></mergeCells>`}, "S22 Activiteiten!A2", 1, 1},
		"merged over rows": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, activityHead, activityOne, []any{"A2", nil, "Acties"}),
			After: `<mergeCells><mergeCell ref="B2:B3"/></mergeCells>`}, "S18 Activiteiten!B2", 2, 0},
		"merged and empty": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, activityHead, []any{"A1", day(2021, 4, 14), "Acties"}, []any{"A2", day(2021, 4, 15), "Acties"}),
			After: `<mergeCells><mergeCell ref="D2:D3"/></mergeCells>`}, "", 2, 0},
		"breaks off": {booktest.Sheet{Name: "Activiteiten", Part: `<worksheet><sheetData>` + booktest.Rows(1, activityHead, activityOne) + `<row r="3"><c`}, "S01 Activiteiten!A2", 1, 0},
		"out of order": {booktest.Sheet{Name: "Activiteiten", Rows: booktest.Row(3, activityBad...) + booktest.Row(1, activityHead...) + booktest.Row(2, activityOne...)},
			"W02 Activiteiten!B3", 2, 0},
	} {
		t.Run(name, func(t *testing.T) {
			data, findings := readBook(t, projectBook(c.sheet))
			if got := brief(findings); got != c.want {
				t.Errorf("found %q, want %q", got, c.want)
				for _, f := range findings {
					t.Log(f.Message)
				}
			}
			in := data.Files[0].Sheets[1]
			if len(data.Activities) != c.rows || in.Refused != c.refused || in.Decl != nil && in.Rows != c.rows+c.refused {
				t.Errorf("%d activities, %d rows, %d refused; want %d and %d refused", len(data.Activities), in.Rows, in.Refused, c.rows, c.refused)
			}
		})
	}
}

// A note that lacks only one required field is no record either.
func TestNoteInAShortSheet(t *testing.T) {
	data, findings := readBook(t, projectBook(booktest.Sheet{Name: "Actoren", Rows: booktest.Rows(1, []any{"actor", "type"}, []any{"OCMW", "partner"}, []any{"Bron: eigen lijst"})}))
	if brief(findings) != "S22 Actoren!A3" || len(data.Actors) != 1 {
		t.Error(brief(findings), len(data.Actors))
	}
}

// What a column that is missing or doubtful means for the rows.
func TestColumnsSpoilRows(t *testing.T) {
	data, _ := readBook(t, projectBook(activities([]any{"id", "soort"}, []any{"A1", "Acties"})))
	if b := data.Activities[0].Base(); b.Usable(model.ActivityDate) || !b.Usable(model.ActivityKind) {
		t.Error("without the column datum, the date isn't usable")
	}
	data, _ = readBook(t, projectBook(activities([]any{"id", "datum", "soort", "datum"},
		[]any{"A1", day(2021, 4, 14), "Acties", day(2021, 4, 14)}, []any{"A2", day(2021, 4, 14), "Acties", day(2021, 4, 15)})))
	if !data.Activities[0].Base().Usable(model.ActivityDate) || data.Activities[1].Base().Usable(model.ActivityDate) {
		t.Error("two columns datum spoil the rows in which they differ, and no others")
	}
}

func TestProjectOfARow(t *testing.T) {
	head := []any{"activiteit_id", "project", "datum", "soort"}
	sheet := activities(head, []any{"A1", nil, day(2021, 4, 14), "Acties"}, []any{"A2", "ander", day(2021, 4, 14), "Acties"})
	t.Run("project workbook", func(t *testing.T) {
		data, findings := readBook(t, projectBook(sheet))
		if brief(findings) != "" || data.Activities[0].Project != "energiek-pelt" || data.Activities[1].Project != "ander" {
			t.Error(brief(findings), data.Activities[0].Project, data.Activities[1].Project)
		}
	})
	t.Run("elsewhere", func(t *testing.T) {
		data, findings := readBook(t, booktest.Workbook(sheet))
		if brief(findings) != "V01 Activiteiten!B2" || data.Activities[0].Base().Usable(model.ActivityProject) {
			t.Error(brief(findings))
		}
	})
	t.Run("elsewhere, with a sheet of column names only", func(t *testing.T) {
		empty := booktest.Sheet{Name: "Dossiers", Rows: booktest.Rows(1, []any{"titel", "niveau", "status"})}
		_, findings := readBook(t, booktest.Workbook(activities(activityHead, activityOne), empty))
		if brief(findings) != "S30 !" {
			t.Error(brief(findings))
		}
		if _, findings = readBook(t, booktest.Workbook(empty)); brief(findings) != "S14 Dossiers!" {
			t.Error(brief(findings))
		}
	})
	t.Run("elsewhere, no column", func(t *testing.T) {
		data, findings := readBook(t, booktest.Workbook(activities(activityHead, activityOne)))
		if brief(findings) != "S14 Activiteiten!" || findings[0].Column != "project" || data.Activities[0].Base().Usable(model.ActivityProject) {
			t.Error(brief(findings))
		}
	})
	t.Run("fiche without a code", func(t *testing.T) {
		rows := strings.Replace(ficheRows(), "energiek-pelt", " ", 1)
		data, findings := readBook(t, booktest.Workbook(activities(activityHead, activityOne), booktest.Sheet{Name: "Fiche", Rows: rows}))
		if brief(findings) != "V01 Fiche!B1" || data.Activities[0].Base().Usable(model.ActivityProject) {
			t.Errorf("one cause, one finding: %s", brief(findings))
		}
	})
}

func TestFiche(t *testing.T) {
	upright := func(rows ...[]any) booktest.Sheet {
		return booktest.Sheet{Name: "Fiche", Rows: booktest.Rows(1, rows...)}
	}
	code, naam, thema := []any{"Code:", "energiek-pelt"}, []any{"Naam", "EnergieK Pelt"}, []any{"thema *", "wonen"}
	fase, start, einde := []any{"fase", "Projectuitvoering"}, []any{"startdatum", day(2021, 1, 1)}, []any{"Einde (verplicht)", "31/12/2022"}
	text, main := []any{"omschrijving", "Model."}, []any{"Draagt hoofdzakelijk bij tot", "OD1.1\nOD1.2"}
	shift := func(row []any, by int) []any { return append(make([]any, by), row...) }
	for name, c := range map[string]struct {
		sheet booktest.Sheet
		want  string
		place string
	}{
		"upright":                 {upright(code, naam, thema, fase, start, einde, text, main), "", "B3"},
		"below a title":           {upright([]any{"Fiche van het project"}, []any{}, code, naam, thema, fase, start, einde, text, main), "", "B5"},
		"below a head":            {upright([]any{"veld", "waarde", "uitleg"}, code, naam, thema, fase, start, einde, text, main), "", "B4"},
		"in other columns":        {upright(shift(code, 2), shift(naam, 2), shift(thema, 2), shift(fase, 2), shift(start, 2), shift(einde, 2), shift(text, 2), shift(main, 2)), "", "D3"},
		"with notes beside":       {upright(append(code, "kort"), append(naam, "x"), append(thema, "x"), append(fase, "x"), start, einde, text, append(main, "x")), "", "B3"},
		"one note beside":         {upright(append(code[:2:2], "kort"), naam, thema, fase, start, einde, text, main), "S21 Fiche!C1", "B3"},
		"a value without a label": {upright(code, naam, thema, fase, start, einde, text, []any{nil, "Nog een zin."}, main), "S21 Fiche!B8", "B3"},
		"unknown label":           {upright(code, naam, thema, fase, start, einde, text, main, []any{"trekker", "iemand"}), "S16 Fiche!A9", "B3"},
		"unknown label, no value": {upright(code, naam, thema, fase, start, einde, text, main, []any{"Vaste gegevens"}), "", "B3"},
		"label twice":             {upright(code, naam, thema, fase, start, einde, text, main, []any{"naam", "x"}), "S15 Fiche!A9", "B3"},
		"label gone":              {upright(code, naam, thema, start, einde, text, main), "S14 Fiche!", "B3"},
		"label misspelt":          {upright(code, naam, thema, []any{"fasse", "Afgerond"}, start, einde, text, main), "S38 Fiche!A4", "B3"},
		"value gone":              {upright(code, naam, thema, []any{"fase"}, start, einde, text, main), "V01 Fiche!B4", "B3"},
		"bad value":               {upright(code, naam, []any{"thema", "Wonne"}, fase, start, einde, text, main), "W10 Fiche!B3", "B3"},
		"transversal":             {upright(code, naam, []any{"thema", "Transversaal"}, text), "", "B3"},
		"transversal, empty":      {upright(code, naam, []any{"thema", "Transversaal"}, []any{"fase"}, []any{"start"}, []any{"einde"}, text, []any{"hoofdzakelijk"}), "", "B3"},
		"one row": {upright([]any{"code", "naam", "thema", "fase", "start", "einde", "omschrijving", "hoofdzakelijk"},
			[]any{"energiek-pelt", "EnergieK Pelt", "Wonen", "Afgerond", day(2021, 1, 1), day(2022, 12, 31), "Model.", "OD1.1;OD1.2"}), "", "C2"},
		"two rows": {upright([]any{"code", "naam", "thema", "omschrijving"},
			[]any{"energiek-pelt", "EnergieK Pelt", "Transversaal", "Model."}, []any{"ander", "Ander", "Transversaal", "Model."}), "S20 Fiche!A3", "C2"},
		"a list of projects, with mistakes": {upright([]any{"code", "naam", "thema", "omschrijving"},
			[]any{"energiek-pelt", "EnergieK Pelt", "Transversaal", "Model."}, []any{"b", "B", "Wonne"}, []any{"c", nil, "Transversaal"}, []any{"d", "D", 12}), "S20 Fiche!A3", "C2"},
		"other name": {booktest.Sheet{Name: "Vaste gegevens", Rows: upright(code, naam, thema, fase, start, einde, text, main).Rows}, "", "B3"},
		"nothing":    {upright(), "S12 Fiche!", ""},
		"no labels":  {upright([]any{"a", "b"}, []any{"c", "d"}), "S13 Fiche!", ""},
	} {
		t.Run(name, func(t *testing.T) {
			data, findings := readBook(t, booktest.Workbook(c.sheet))
			if got := brief(findings); got != c.want {
				t.Errorf("found %q, want %q", got, c.want)
				for _, f := range findings {
					t.Log(f.Message)
				}
			}
			if c.place == "" {
				return
			}
			p := data.Projects[0]
			if got := p.Base().Place(model.ProjectTheme).Cell(); got != c.place {
				t.Errorf("the theme stands in %s, not %s", c.place, got)
			}
			if p.Code != "energiek-pelt" || p.Name != "EnergieK Pelt" || data.Files[0].Project != "energiek-pelt" {
				t.Errorf("%+v", p)
			}
			if !p.IsTransversal() && fmt.Sprint(p.MainObjectives) != "[OD1.1 OD1.2]" {
				t.Errorf("objectives %v", p.MainObjectives)
			}
		})
	}
}

// Three unknown sheets each have their finding; a workbook of other people has
// one for all of them, and what is empty isn't counted.
func TestUnknownSheets(t *testing.T) {
	for n, want := range map[int]string{0: "S12", 1: "S10 Blad0!", 3: "S10 Blad0!, S10 Blad1!, S10 Blad2!", 4: "S10", 40: "S10"} {
		sheets := []booktest.Sheet{{Name: "Leeg"}}
		for i := range n {
			sheets = append(sheets, booktest.Sheet{Name: fmt.Sprintf("Blad%d", i), Rows: booktest.Rows(1, []any{"x"})})
		}
		_, findings := readBook(t, booktest.Workbook(sheets...))
		if got := strings.ReplaceAll(brief(findings)+",", " !,", ","); strings.TrimSuffix(got, ",") != want {
			t.Errorf("%d sheets: %q, want %q", n, got, want)
		}
		if n == 40 && !strings.Contains(findings[0].Message, "40 bladen zijn niet herkend en worden niet gelezen: ‘Blad0’, ‘Blad1’, ‘Blad2’ en 37 andere.") {
			t.Error(findings[0].Message)
		}
	}
}

// However many projects stand on a Fiche, one finding names them all.
func TestListOfProjectsOnAFiche(t *testing.T) {
	rows := [][]any{{"code", "naam", "thema", "omschrijving"}, {"p0", "Project", "Transversaal", "Model."}}
	for i := range 99 {
		rows = append(rows, []any{fmt.Sprintf("p%d", i+1), "Project", "geen thema"})
	}
	data, findings := readBook(t, booktest.Workbook(booktest.Sheet{Name: "Fiche", Rows: booktest.Rows(1, rows...)}))
	if got := brief(findings); got != "S20 Fiche!A3" {
		t.Error(got)
	}
	last := findings[len(findings)-1]
	if len(last.Cells) != 99 || last.Project != "p0" || len(data.Projects) != 1 {
		t.Errorf("%d cells, project %q, %d projects", len(last.Cells), last.Project, len(data.Projects))
	}
}

func TestTwoFiches(t *testing.T) {
	data, findings := readBook(t, booktest.Workbook(booktest.Sheet{Name: "Fiche", Rows: ficheRows()}, booktest.Sheet{Name: "Projectfiche", Rows: ficheRows()}))
	if got := brief(findings); got != "S20 Projectfiche!B1" {
		t.Error(got)
	}
	if data.Projects[1].Base().Usable(model.ProjectCode) {
		t.Error("the second must not be told as a double of the first as well")
	}
}

func TestDate1904InARecord(t *testing.T) {
	serial := 44300 - 1462
	data, findings := readBook(t, projectBook(activities(activityHead, []any{"A1", serial, "Acties"})).Date1904())
	if brief(findings) != "" || !data.Activities[0].Date.Equal(day(2021, 4, 14)) || !data.Files[0].Date1904 {
		t.Error(brief(findings), data.Activities[0].Date)
	}
}

// A workbook whose texts are lost says so once, and keeps what can be read.
func TestBrokenSharedTexts(t *testing.T) {
	shared := func(i int) booktest.Raw { return booktest.Raw(fmt.Sprintf(`<c r="%%s" t="s"><v>%d</v></c>`, i)) }
	rows := []any{shared(0), shared(1), shared(2)}
	sheet := activities(rows, []any{"A1", day(2021, 4, 14), shared(3)}, []any{"A2", day(2021, 4, 14), "Acties"})
	good := projectBook(sheet).Strings("activiteit_id", "datum", "soort", "Acties")
	if data, findings := readBook(t, good); brief(findings) != "" || len(data.Activities) != 2 {
		t.Fatal(brief(findings))
	}
	t.Run("breaks off before the last", func(t *testing.T) {
		p := projectBook(sheet).Strings("activiteit_id", "datum", "soort")
		p["xl/sharedStrings.xml"] = strings.TrimSuffix(p["xl/sharedStrings.xml"], "</sst>") + "<si><t>Act"
		data, findings := readBook(t, p)
		if brief(findings) != "S19 !" || len(data.Activities) != 2 || data.Activities[0].Base().Usable(model.ActivityKind) {
			t.Error(brief(findings))
		}
	})
	t.Run("one index out of range", func(t *testing.T) {
		_, findings := readBook(t, projectBook(sheet).Strings("activiteit_id", "datum", "soort"))
		if brief(findings) != "W14 Activiteiten!C2" {
			t.Error(brief(findings))
		}
	})
	t.Run("all gone", func(t *testing.T) {
		p := projectBook(sheet)
		p["xl/sharedStrings.xml"] = "<sst"
		data, findings := readBook(t, p)
		if brief(findings) != "S19 !" || data.Files[0].Sheets[1].Refused != 3 {
			t.Error(brief(findings), data.Files[0].Sheets[1])
		}
	})
	t.Run("part missing", func(t *testing.T) {
		_, findings := readBook(t, projectBook(sheet))
		if brief(findings) != "S19 !" {
			t.Error(brief(findings))
		}
	})
}

// Thousands of equal mistakes don't fill memory, and no address is lost.
func TestManyAlike(t *testing.T) {
	rows := [][]any{activityHead}
	for i := range 2000 {
		rows = append(rows, []any{fmt.Sprint("A", i), "onbekend", "Acties"})
	}
	_, findings := readBook(t, projectBook(activities(rows...)))
	cells := 0
	for _, f := range findings {
		if f.Rule != rules.NoDate {
			t.Fatal(f.Message)
		}
		cells += max(1, len(f.Cells))
	}
	if len(findings) > 501 || cells != 2000 {
		t.Errorf("%d findings over %d cells", len(findings), cells)
	}
}

func TestMacroAndChartSheets(t *testing.T) {
	p := projectBook(activities(activityHead, activityOne), booktest.Sheet{Name: "Contacten", Rows: booktest.Row(1, "x")})
	p["xl/_rels/workbook.xml.rels"] = strings.Replace(p["xl/_rels/workbook.xml.rels"], `/worksheet" Target="worksheets/sheet3.xml"`, `/chartsheet" Target="chartsheets/sheet1.xml"`, 1)
	data, findings := readBook(t, p)
	if brief(findings) != "" || len(data.Activities) != 1 {
		t.Error(brief(findings))
	}
}

func TestFactsAreKept(t *testing.T) {
	sheet := booktest.Sheet{Name: "Activiteiten", Before: `<cols><col min="4" max="4" hidden="1"/></cols>`,
		Rows: strings.Replace(booktest.Rows(1, activityHead, activityOne), `<row r="2">`, `<row r="2" hidden="1">`, 1)}
	data, findings := readBook(t, projectBook(sheet))
	facts := data.Files[0].Sheets[1].Facts
	if brief(findings) != "S25 Activiteiten!D1, S24 Activiteiten!A2" || facts == nil || fmt.Sprint(facts.HiddenRows, facts.HiddenColumns) != "[{2 2}] [{4 4}]" {
		t.Errorf("%s %+v", brief(findings), facts)
	}
}

// A text in its own column is half of a record, and no note.
func TestTextWithoutItsStatus(t *testing.T) {
	_, findings := readBook(t, projectBook(booktest.Sheet{Name: "Conclusie", Rows: booktest.Rows(1,
		[]any{"status", "tekst"}, []any{nil, "Het project bouwde verder op wat de vorige jaren groeide."})}))
	if got := brief(findings); got != "V01 Conclusie!A2" {
		t.Errorf("found %q", got)
	}
}

package figures

import (
	"bytes"
	"strings"
	"testing"

	"voortgang/internal/disclosure"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// sample has a figure with a past and a source, one with rows left out, and
// one without data.
func sample() *model.Figures {
	sheet := &source.Sheet{File: &source.File{Path: "gegevens/organisatie.xlsx"}, Name: "VTE", Columns: []int{1, 2, 3}}
	var cells source.Cells
	for row := 2; row <= 4; row++ {
		cells.Add(source.Row{Sheet: sheet, Number: row}, 2)
	}
	figs := model.NewFigures(2021)
	figs.Add(&model.Figure{Key: "vte.totaal", Indicator: "2.2", Title: "Personeelsinzet", Unit: model.UnitFTE, Decimals: 2, Formula: "Som",
		Now:   model.Value{Year: 2021, Value: 51.79, Known: true, Sources: cells},
		Years: []model.Value{{Year: 2020, Value: 46.53, Known: true}, {Year: 2021, Value: 51.79, Known: true}}})
	figs.Add(&model.Figure{Key: "deelnames.totaal", Indicator: "2.4", Title: "Deelnames; alle", Unit: model.UnitCount, Formula: "Som",
		Now: model.Value{Year: 2021, Value: 1451, Known: true, LeftOut: 1}})
	figs.Add(&model.Figure{Key: "dossiers.totaal", Indicator: "2.8", Title: "Dossiers", Unit: model.UnitCount, Formula: "Aantal", Now: model.Value{Year: 2021}})
	return figs
}

func TestTable(t *testing.T) {
	var b bytes.Buffer
	if err := Table(&b, sample()); err != nil {
		t.Fatal(err)
	}
	want := "sleutel            2021   2020  eenheid  omschrijving\n" +
		"vte.totaal        51,79  46,53  VTE      Personeelsinzet\n" +
		"deelnames.totaal  1.451      –  aantal   Deelnames; alle (1 rij niet meegeteld)\n" +
		"dossiers.totaal       –      –  aantal   Dossiers\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	if err := CSV(&b, sample()); err != nil {
		t.Fatal(err)
	}
	want := "sleutel;indicator;omschrijving;eenheid;jaar;waarde;vorig_jaar;rijen_weggelaten;formule;bron_vorig_jaar\n" +
		"vte.totaal;2.2;Personeelsinzet;VTE;2021;51,79;46,53;0;Som;rijen\n" +
		"deelnames.totaal;2.4;\"Deelnames; alle\";aantal;2021;1451;;1;Som;\n" +
		"dossiers.totaal;2.8;Dossiers;aantal;2021;;;0;Aantal;\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestJSON(t *testing.T) {
	data, err := JSON(sample())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"waarde": 51.79`, `"vorige_waarde": 46.53`, `"bestand": "gegevens/organisatie.xlsx"`, `"C2:C4"`, `"waarde": null`, `"rijen_weggelaten": 1`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("%s isn't in\n%s", want, data)
		}
	}
}

func TestTrace(t *testing.T) {
	var b bytes.Buffer
	figs := sample()
	for _, f := range figs.All() {
		if err := Trace(&b, f); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"Waarde 2021:  51,79 VTE", "Waarde 2020:  46,53 VTE", "Bron: 3 cellen in 1 blad", "blad VTE: C2:C4",
		"1 rij is niet meegeteld", "er zijn geen gegevens"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q isn't in\n%s", want, b.String())
		}
	}
}

func TestAttachments(t *testing.T) {
	list, err := Attachments(sample())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range list {
		names = append(names, a.Name)
		if a.MIME == "" || a.Description == "" || a.Relationship != "Data" || len(a.Bytes) == 0 {
			t.Errorf("%s lacks something", a.Name)
		}
	}
	if got := strings.Join(names, " "); got != "indicator-2.02-vte.csv indicator-2.04-deelnames.csv indicator-2.08-dossiers.csv indicatoren.json" {
		t.Error(got)
	}
	if got := string(list[0].Bytes); got != "\ufeffsleutel;omschrijving;eenheid;2021;2020;rijen_weggelaten\r\nvte.totaal;Personeelsinzet;VTE;51,79;46,53;0\r\n" {
		t.Errorf("%q", got)
	}
}

// What is withheld has no number in any attachment, and the cells that people
// are counted in aren't told.
func TestAttachmentsOfSmallGroups(t *testing.T) {
	figs := sample()
	var cells source.Cells
	cells.Add(source.Row{Sheet: &source.Sheet{File: &source.File{Path: "gegevens/p.xlsx"}, Name: "Vrijwilligers", Columns: []int{1}}, Number: 7}, 0)
	put := func(key string, n float64, behind ...string) {
		now := model.Value{Year: 2021, Value: n, Known: true, Sources: cells}
		figs.Add(&model.Figure{Key: key, Indicator: "2.9", Unit: model.UnitCount, People: len(behind) == 0, Behind: behind, Now: now, Years: []model.Value{now}})
	}
	put("vrijwilligers.thema.a", 3)
	put("vrijwilligers.totaal", 371)
	put("vrijwilligers.uren.thema.a", 88, "vrijwilligers.thema.a")
	list, err := Attachments(disclosure.Protect(figs, 5))
	if err != nil {
		t.Fatal(err)
	}
	var all string
	for _, a := range list {
		all += string(a.Bytes)
	}
	for _, want := range []string{"\nvrijwilligers.thema.a;;aantal;<\u00a05;;0\r\n", "\nvrijwilligers.uren.thema.a;;aantal;*;;0\r\n", ";371;", "\"niet_getoond\": \"<\u00a05\"", `"niet_getoond": "*"`, `"C2:C4"`} {
		if !strings.Contains(all, want) {
			t.Errorf("%q isn't in\n%s", want, all)
		}
	}
	for _, never := range []string{"88", `"A7"`, ": 3,", ";3;"} {
		if strings.Contains(all, never) {
			t.Errorf("%q is told in\n%s", never, all)
		}
	}
}

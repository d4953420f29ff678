package ingest

import (
	"strconv"
	"strings"
	"testing"

	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// cellsOf writes the text of CSV cells as a row; "-" is an empty cell and a
// number stays one.
func cellsOf(rows string) [][]any {
	var out [][]any
	for _, line := range strings.Split(strings.TrimSpace(rows), "\n") {
		var row []any
		for _, text := range strings.Split(line, "|") {
			text = strings.TrimSpace(text)
			var n float64
			switch ok := number(text, &n); {
			case text == "-":
				row = append(row, nil)
			case ok:
				row = append(row, n)
			default:
				row = append(row, text)
			}
		}
		out = append(out, row)
	}
	return out
}

// Totals are no records, wherever the word stands; names that only look so are.
func TestTotals(t *testing.T) {
	const (
		funding    = "jaar|thema|project|bron|bedrag_eur\n2021|Onderwijs|-|Enveloppe|90000\n2021|Wonen|-|Enveloppe|150000\n"
		fte        = "jaar|thema|project|vte_met_doelgroep|vte_zonder_doelgroep\n2021|Wonen|-|1.6|0.5\n"
		attendance = "activiteit_id|groep|aantal\nA1|Volwassenen|8\n"
		actors     = "actor|type|aard\nOCMW|partner|nieuw\n"
		activity   = "activiteit_id|datum|soort|omschrijving|uren\nA1|14/4/2021|Acties|-|2\n"
	)
	for name, c := range map[string]struct{ sheet, rows, want string }{
		"a theme's":                   {"Middelen", funding + "-|Onderwijs Totaal|-|-|90000", "S22 Middelen!B4"},
		"the word first":              {"Middelen", funding + "-|Totaal Wonen|-|-|150000", "S22 Middelen!B4"},
		"grand total":                 {"Middelen", funding + "-|Grand Total|-|-|240000", "S22 Middelen!B4"},
		"as a source":                 {"Middelen", funding + "2021|Wonen|-|Totaal|150000", "S22 Middelen!A4"},
		"of a source":                 {"Middelen", funding + "2021|Wonen|-|Totaal enveloppe|150000", "S22 Middelen!A4"},
		"all themes":                  {"Middelen", funding + "2021|Alle thema's|-|Enveloppe|240000", "S22 Middelen!A4"},
		"in the year":                 {"Middelen", funding + "Totaal 2021|-|-|-|240000", "S22 Middelen!A4"},
		"a sum":                       {"Middelen", funding + "2021|Som|-|-|240000", "S22 Middelen!A4"},
		"a sum alone":                 {"Middelen", funding + "-|-|-|Som|240000", "S22 Middelen!D4"},
		"beside the columns":          {"Middelen", funding + "-|-|-|-|240000|Totaal", "S22 Middelen!E4"},
		"of staff":                    {"VTE", fte + "2021|Totaal|-|1.6|0.5", "S22 VTE!A3"},
		"cut short":                   {"VTE", fte + "2021|TOT.|-|1.6|0.5", "S22 VTE!A3"},
		"no theme at all":             {"VTE", fte + "2021|Totaalzorg|-|1.6|0.5", "W10 VTE!B3"},
		"a group":                     {"Deelnames", attendance + "A1|Totaal|8", "S22 Deelnames!A3"},
		"an activity":                 {"Deelnames", attendance + "Totaal|Volwassenen|8", "S22 Deelnames!A3"},
		"as Excel makes subtotals":    {"Deelnames", attendance + "A1 Totaal|-|8", "S22 Deelnames!A3"},
		"a count with the word":       {"Deelnames", attendance + "A2|Jongeren|totaal 12", "W05 Deelnames!C3"},
		"nothing but totals":          {"Deelnames", "activiteit_id|groep|aantal\nA1|Totaal|8\nA2|Totaal|9", "S22 Deelnames!A2 fout, S22 Deelnames!A3 fout"},
		"of a kind":                   {"Activiteiten", activity + "Subtotaal|-|Acties|-|2", "S22 Activiteiten!A3"},
		"of a month":                  {"Activiteiten", activity + "-|totaal april|-|-|2", "S22 Activiteiten!B3"},
		"in free text":                {"Activiteiten", activity + "A2|15/4/2021|Acties|Totaal herwerkt aanbod|2", ""},
		"a name with it":              {"Actoren", actors + "Totaal Zorg vzw|partner|nieuw\nTotaalaanpak wonen|partner|nieuw\nSom-mige|partner|nieuw\nSOM|beide|nieuw", ""},
		"a name with it, half":        {"Actoren", actors + "SOM|-|nieuw\nTotalEnergies|-|-", "V01 Actoren!B3, V01 Actoren!B4"},
		"exactly the word":            {"Actoren", actors + "Totaal|-|-", "S22 Actoren!A3"},
		"a sentence that begins so":   {"Voortgang", "rubriek|score|tekst\n-|-|Totaal bereikten we 45 mensen in de buurt.", "V01 Voortgang!A2"},
		"an average":                  {"Personeelsformatie", "jaar|norm_vte|gerealiseerd_vte|sociale_maribel_vte\n2021|4|4|1\nGemiddelde|4|4|1", "S22 Personeelsformatie!A3"},
		"no row with the word at all": {"Deelnames", attendance + "A2|Volwassenen|9", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, findings := readBook(t, projectBook(booktest.Sheet{Name: c.sheet, Rows: booktest.Rows(1, cellsOf(c.rows)...)}))
			same(t, findings, c.want)
		})
	}
}

// same compares findings with "code sheet!cell", an error of a rule that is
// none by itself marked so.
func same(t *testing.T, findings []finding.Finding, want string) {
	t.Helper()
	var got []string
	for _, f := range findings {
		text := brief([]finding.Finding{f})
		if f.Level != f.Rule.Level {
			text += " " + f.Level.String()
		}
		got = append(got, text)
	}
	if strings.Join(got, ", ") != want {
		t.Errorf("found %q, want %q", strings.Join(got, ", "), want)
		for _, f := range findings {
			t.Log(f.Message)
		}
	}
}

// Rows under the column names that explain them are told, one finding each.
func TestExplanations(t *testing.T) {
	const head = "activiteit_id|project|datum|soort|omschrijving|uren\n"
	const row = "A001|-|5/1/2021|Werkgroepen|Overleg|2\n"
	for name, c := range map[string]struct{ rows, want string }{
		"kinds and examples": {head + "volgnummer|projectcode|dd/mm/jjjj|kies uit de lijst|korte omschrijving|in uren, bv. 2,5\nbv. A001|-|bv. 14/04/2021|Werkgroepen|bv. overleg met bewoners|2,5\n" + row,
			"S22 Activiteiten!A2, S22 Activiteiten!A3"},
		"kinds":                  {head + "tekst|tekst|datum|keuzelijst|vrije tekst|getal\n" + row, "S22 Activiteiten!A2"},
		"required or not":        {head + "verplicht|optioneel|verplicht|verplicht|optioneel|optioneel\n" + row, "S22 Activiteiten!A2"},
		"one cell":               {head + "-|-|dd-mm-jjjj\n" + row, "S22 Activiteiten!C2"},
		"values of the list":     {head + "uniek nummer|-|-|Acties / Werkgroepen / Uitstappen\n" + row, "S22 Activiteiten!A2"},
		"an example in full":     {head + "voorbeeld|-|14/04/2021|Werkgroepen|Overleg met bewoners|2\n" + row, "S22 Activiteiten!A2"},
		"an example of a code":   {head + "vb. A001|-|14/04/2021|Werkgroepen|Overleg|2\n" + row, "S22 Activiteiten!A2"},
		"an example of a number": {head + "A001|-|14/04/2021|Werkgroepen|Overleg|bv. 2\n" + row, "S22 Activiteiten!A2"},
		"a first row":            {head + row, ""},
		"a first row, wrong":     {head + "A001|-|31/4/2021|Werkgroepn|Overleg|2 uur\n", "W02 Activiteiten!C2, W10 Activiteiten!D2, W05 Activiteiten!F2"},
		"words of instructions":  {head + "A001|-|5/1/2021|Werkgroepen|Vul de enquête in|2\n", ""},
		"later on":               {head + row + "bv. A2|-|5/1/2021|Werkgroepen|Overleg|2\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			data, findings := readBook(t, projectBook(booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, cellsOf(c.rows)...)}))
			same(t, findings, c.want)
			if strings.Contains(c.rows, row) && data.Activities[len(data.Activities)-1].ID == "" {
				t.Error("the row below isn't read")
			}
		})
	}
	_, findings := readBook(t, booktest.Workbook(booktest.Sheet{Name: "Vorming", Rows: booktest.Rows(1, cellsOf("datum|personeelsnummer|soort|uren\ndatum van de vorming|pseudoniem|formeel of informeel|aantal uren\n5/1/2021|P1|formeel|2")...)}))
	same(t, findings, "S22 Vorming!A2")
}

// What a row of the contract's own examples holds is no explanation.
func TestExamplesAreNoExplanation(t *testing.T) {
	for _, sheet := range model.Sheets() {
		names, values := make([]any, len(sheet.Columns)), make([]any, len(sheet.Columns))
		for i, col := range sheet.Columns {
			names[i], values[i] = col.Name, col.Example
		}
		_, findings := readBook(t, booktest.Workbook(booktest.Sheet{Name: sheet.Name, Rows: booktest.Rows(1, names, values)}))
		same(t, findings, "")
	}
}

// number reads a plain number.
func number(text string, to *float64) bool {
	v, err := strconv.ParseFloat(text, 64)
	*to = v
	return err == nil
}

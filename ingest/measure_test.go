package ingest

import (
	"testing"

	"voortgang/ingest/workbook/booktest"
)

// What a header says beside the name of a column of amounts.
func TestUnitsInHeaders(t *testing.T) {
	const refused = -1
	for header, want := range map[string]float64{
		"bedrag_eur": 25, "bedrag (€)": 25, "bedrag_eur (in euro)": 25, "Bedrag in EUR": 25, "bedrag (verplicht)": 25, "bedrag (zie blad 2)": 25, "bedrag (incl. btw)": 25, "bedrag (min. 0)": 25,
		"bedrag_eur (x 1000)": 25000, "bedrag_eur (x 1.000)": 25000, "bedrag (×1000)": 25000, "bedrag in k€": 25000, "bedrag (k€)": 25000, "bedrag_keur": 25000, "bedrag (duizend euro)": 25000,
		"bedrag\nin duizenden euro": 25000, "bedrag (in 1.000 EUR)": 25000, "bedrag (1000)": 25000, "bedrag [in duizend euro, afgerond]": 25000, "bedrag /1000": 25000, "bedrag ('000)": 25000, "bedrag (in 1000 euro)": 25000,
		"bedrag (mln)": 25e6, "bedrag in miljoen euro": 25e6, "bedrag (eurocent)": 0.25,
		"bedrag (USD)": refused, "bedrag ($)": refused, "bedrag (%)": refused, "bedrag (BEF)": refused,
	} {
		data, findings := read(t, map[string][]byte{"Middelen.csv": []byte("jaar;thema;bron;\"" + header + "\"\n2021;Wonen;Enveloppe;25\n")})
		rule := map[bool]string{true: "S42 Middelen!D1", false: ""}[want != 25]
		if want == refused {
			rule = "S43 Middelen!D1"
		}
		t.Log(header)
		same(t, findings, rule)
		if len(data.Funding) != 1 {
			t.Fatal(header)
		}
		if f := data.Funding[0]; want != refused && f.Amount.Value != want || f.Base().Usable(4) != (want != refused) {
			t.Errorf("%s: read as %v", header, f.Amount)
		}
	}
	for header, want := range map[string]float64{
		"uren": 90, "uren (u)": 90, "uren (uur)": 90, "uren [u]": 90, "uren (max. 8)": 90, "uren (uu:mm)": 90, "uren (in minuten)": 1.5, "uren (min.)": 1.5, "uren min": 1.5, "uren_minuten": 1.5, "uren in minuten": 1.5, "uren (kwartieren)": 22.5,
		"uren (dagen)": refused, "uren (halve dagen)": refused, "uren (€)": refused,
	} {
		data, findings := readBook(t, projectBook(booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1, []any{"id", "datum", "soort", header}, []any{"A1", day(2021, 4, 14), "Acties", 90})}))
		rule := map[bool]string{true: "S42 Activiteiten!D1", false: ""}[want != 90]
		if want == refused {
			rule = "S43 Activiteiten!D1"
		}
		t.Log(header)
		same(t, findings, rule)
		if got := data.Activities[0].Hours.Value; want != refused && got != want {
			t.Errorf("%s: read as %v", header, got)
		}
	}
	for header, want := range map[string]float64{"aantal": 12, "aantal (deelnames)": 12, "aantal (x10)": 120, "aantal (x 100)": 1200, "aantal (max. 100)": 12, "aantal (geheel getal)": 12, "aantal (uren)": refused} {
		data, findings := readBook(t, projectBook(booktest.Sheet{Name: "Deelnames", Rows: booktest.Rows(1, []any{"id", "groep", header}, []any{"A1", "Jongeren", 12})}))
		rule := map[bool]string{true: "S42 Deelnames!C1", false: ""}[want != 12]
		if want == refused {
			rule = "S43 Deelnames!C1"
		}
		t.Log(header)
		same(t, findings, rule)
		if got := data.Participations[0].Count.Value; want != refused && got != want {
			t.Errorf("%s: read as %v", header, got)
		}
	}
}

// A unit may stand above the column names or right under them.
func TestUnitsBesideTheHeader(t *testing.T) {
	const funding = "jaar|thema|bron|bedrag_eur\n"
	const row = "2021|Wonen|Enveloppe|25"
	for name, c := range map[string]struct {
		sheet, rows, want string
		value             float64
	}{
		"title":                    {"Middelen", "Bedragen in duizend euro\n" + funding + row, "S42 Middelen!A1", 25000},
		"title in the last column": {"Middelen", "Middelen|-|-|(x 1.000)\n" + funding + row, "S42 Middelen!D1", 25000},
		"title in k€":              {"Middelen", "Alle bedragen in k€\n" + funding + row, "S42 Middelen!A1", 25000},
		"title with more":          {"Middelen", "Middelen per thema en bron (bedragen x 1.000 euro)\n" + funding + row, "S42 Middelen!A1", 25000},
		"title with a comma":       {"VTE", "VTE per thema, in %\njaar|thema|vte_met_doelgroep|vte_zonder_doelgroep\n2021|Wonen|160|50", "S42 VTE!A1", 1.6},
		"title of no unit":         {"Middelen", "Bedragen in euro\n" + funding + row, "", 25},
		"title that tells more":    {"Middelen", "Meer dan 1000 euro telt dubbel\n" + funding + row, "", 25},
		"under it":                 {"Middelen", funding + "-|-|-|x 1000\n" + row, "S22 Middelen!D2, S42 Middelen!D2", 25000},
		"under it, plain":          {"Middelen", funding + "-|-|-|euro\n" + row, "S22 Middelen!D2", 25},
		"staff in percents":        {"VTE", "VTE in %\njaar|thema|vte_met_doelgroep|vte_zonder_doelgroep\n2021|Wonen|160|50", "S42 VTE!A1", 1.6},
		"staff, in the heads":      {"VTE", "jaar|thema|vte_met_doelgroep (%)|vte_zonder_doelgroep (in VTE)\n2021|Wonen|160|0.5", "S42 VTE!C1", 1.6},
		"staff, of something":      {"VTE", "jaar|thema|vte_met_doelgroep (% van het totaal)|vte_zonder_doelgroep\n2021|Wonen|160|0.5", "S43 VTE!C1", 0},
	} {
		t.Run(name, func(t *testing.T) {
			data, findings := readBook(t, booktest.Workbook(booktest.Sheet{Name: c.sheet, Rows: booktest.Rows(1, cellsOf(c.rows)...)}))
			same(t, findings, c.want)
			got := 0.0
			for _, f := range data.Funding {
				got += f.Amount.Value
			}
			for _, f := range data.FTE {
				got += f.With.Value
			}
			if got != c.value {
				t.Errorf("read %v, want %v", got, c.value)
			}
		})
	}
}

package ingest

import (
	"testing"

	"voortgang/ingest/workbook/booktest"
)

// Sheets under other names are read where there is little doubt.
func TestGuessedSheets(t *testing.T) {
	sheet := func(name string, rows ...[]any) booktest.Sheet {
		return booktest.Sheet{Name: name, Rows: booktest.Rows(1, rows...)}
	}
	for name, want := range map[string]string{
		"Activiteiten - Tabel 1":     "S11 Activiteiten - Tabel 1! info",
		"Blad 1 - Activiteiten":      "S11 Blad 1 - Activiteiten! info",
		"Activiteiten (2)":           "S11 Activiteiten (2)! info",
		"Activiteiten_export_202201": "S11 Activiteiten_export_202201! info",
		"Activiteiten2021":           "S11 Activiteiten2021! info",
		"Lijst activiteiten pelt":    "S11 Lijst activiteiten pelt! info",
		"Aktiviteitten":              "S11 Aktiviteitten!",
		"Aktiviteiten - Tabel 1":     "S11 Aktiviteiten - Tabel 1!",
		"Blad1":                      "S11 Blad1!",
		"_Activiteiten":              "",
	} {
		data, findings := readBook(t, projectBook(sheet(name, activityHead, activityOne, activityTwo)))
		same(t, findings, want)
		if rows := len(data.Activities); rows != 2 && want != "" || rows != 0 && want == "" {
			t.Errorf("%s: %d activities", name, rows)
		}
	}
	for name, c := range map[string]struct {
		sheets []booktest.Sheet
		want   string
	}{
		"a fiche of Numbers": {[]booktest.Sheet{{Name: "Exportoverzicht", Rows: booktest.Rows(1, []any{"Dit document is geëxporteerd"}, []any{"a", "b"})},
			{Name: "Activiteiten - Tabel 1", Rows: booktest.Rows(1, activityHead, activityOne)}, {Name: "Fiche - Tabel 1", Rows: ficheRows()}},
			"S11 Activiteiten - Tabel 1! info, S11 Fiche - Tabel 1! info"},
		"what is wrong in it is told too": {[]booktest.Sheet{{Name: "Fiche", Rows: ficheRows()}, sheet("Aktiviteiten", []any{"id", "datuum", "soort"}, []any{"A1", "31/4/2021", "Acties"}, []any{"A2", "30/4/2021", "Acties"})},
			"S11 Aktiviteiten!, S38 Aktiviteiten!B1, W02 Aktiviteiten!B2"},
		"two columns":           {[]booktest.Sheet{{Name: "Fiche", Rows: ficheRows()}, sheet("Blad3", []any{"actie", "termijn"}, []any{"Feest", "maart 2022"})}, "S11 Blad3!"},
		"two columns, another":  {[]booktest.Sheet{{Name: "Fiche", Rows: ficheRows()}, sheet("Blad3", []any{"status", "tekst"}, []any{"klaar", "nakijken"})}, "S10 Blad3!"},
		"a sheet of their own":  {[]booktest.Sheet{{Name: "Fiche", Rows: ficheRows()}, sheet("Contracten", []any{"project", "datum", "actor", "bedrag"}, []any{"pelt", day(2021, 4, 14), "OCMW", 12})}, "S11 Contracten!"},
		"a list of addresses":   {[]booktest.Sheet{{Name: "Fiche", Rows: ficheRows()}, sheet("Lijst actoren", []any{"project", "actor", "telefoon"}, []any{"pelt", "OCMW", "011"})}, "S11 Lijst actoren!"},
		"a column lacks":        {[]booktest.Sheet{{Name: "Fiche", Rows: ficheRows()}, sheet("Activiteiten 2", []any{"id", "datum", "uren"}, []any{"A1", day(2021, 4, 14), 2})}, "S11 Activiteiten 2! info, S14 Activiteiten 2!"},
		"a list of labels":      {[]booktest.Sheet{sheet("Uitleg", []any{"code", "van het project"}, []any{"naam", "van het project"}, []any{"thema", "uit de lijst"}, []any{"fase", "uit de lijst"}, []any{"start", "de eerste dag"}, []any{"einde", "de laatste dag"})}, "S10 Uitleg!"},
		"a summary":             {[]booktest.Sheet{{Name: "Fiche", Rows: ficheRows()}, sheet("Overzicht activiteiten", []any{"soort", "aantal"}, []any{"Acties", 12})}, "S11 Overzicht activiteiten!"},
		"columns of two sheets": {[]booktest.Sheet{{Name: "Fiche", Rows: ficheRows()}, sheet("Blad1", []any{"activiteit_id", "datum", "soort", "groep", "aantal"}, []any{"A1", day(2021, 4, 14), "Acties", "Jongeren", 3})}, "S11 Blad1! fout"},
	} {
		_, findings := readBook(t, booktest.Workbook(c.sheets...))
		t.Log(name)
		same(t, findings, c.want)
	}
}

// A CSV file is told to get another name, not its sheet; several may hold rows
// of one sheet.
func TestGuessedCSV(t *testing.T) {
	rows := []byte("project,datum,actor,kanaal,beleidscontact,doelgroep_betrokken\npelt,14/4/2021,OCMW,fysiek,ja,nee\n")
	data, findings := read(t, map[string][]byte{"Huis 2021 - Contacten.csv": rows, "School 2021 - Contacten.csv": rows, "Kontacten.csv": rows, "Blad.csv": rows})
	same(t, findings, "S11 Blad!, S11 Huis 2021 - Contacten! info, S11 Kontacten!, S11 School 2021 - Contacten! info")
	if len(data.Contacts) != 4 {
		t.Error(len(data.Contacts))
	}
	if want := "Het bestand ‘Kontacten.csv’ is gelezen als Contacten, want de naam lijkt erop. Geef het bestand de naam Contacten.csv. Hoort het er niet bij, haal het dan weg uit de map gegevens."; findings[2].Message != want {
		t.Error(findings[2].Message)
	}
}

package ingest

import (
	"testing"

	"voortgang/internal/finding"
)

// What goes wrong in CSV files alone: there every cell is text, and a separator
// within a text makes a cell more.
func TestRowsOfCSV(t *testing.T) {
	const head = "project;datum;actor;kanaal;beleidscontact;doelgroep_betrokken\n"
	const right = "pelt;14/4/2021;Gemeente Pelt;fysiek;ja;nee\n"
	for name, c := range map[string]struct {
		file, rows, want string
		contacts         int
	}{
		"separator in a text":            {"Contacten.csv", head + right + "pelt;14/4/2021;OCMW; dienst wonen;fysiek;ja;nee\n" + right, "S35 Contacten!D3", 2},
		"a value beside the last column": {"Contacten.csv", head + right + "pelt;14/4/2021;OCMW;fysiek;ja;nee;nakijken\n", "S17 Contacten!G3", 2},
		"separator between quotes":       {"Contacten.csv", head + "pelt;14/4/2021;\"OCMW; dienst wonen\";fysiek;ja;nee\n", "", 1},
		"empty cells at the end":         {"Contacten.csv", head + "pelt;14/4/2021;OCMW;fysiek;ja;nee;;;\n", "", 1},
		"a sentence for a project":       {"Contacten.csv", head + right + "Nog na te vragen: cijfers van december;;;;;\n", "S22 Contacten!A3", 1},
		"a total":                        {"Middelen.csv", "jaar;thema;project;bron;bedrag_eur\n2021;Wonen;;Enveloppe;1200\n2021;Totaal;;;1200\n", "S22 Middelen!A3", 0},
	} {
		data, findings := read(t, map[string][]byte{c.file: []byte(c.rows)})
		if got := brief(finding.Group(findings)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
		if len(data.Contacts) != c.contacts {
			t.Errorf("%s: %d contacts, want %d", name, len(data.Contacts), c.contacts)
		}
	}
}

// Files that Windows and macOS leave in folders are nobody's work.
func TestFilesOfTheSystem(t *testing.T) {
	files := map[string][]byte{"Contacten.csv": []byte("project;datum;actor;kanaal;beleidscontact;doelgroep_betrokken\npelt;14/4/2021;OCMW;fysiek;ja;nee\n")}
	for _, name := range []string{".DS_Store", "Thumbs.db", "desktop.ini", "._Contacten.csv"} {
		files[name] = []byte("x")
	}
	if _, findings := read(t, files); len(findings) > 0 {
		t.Errorf("got %s", brief(findings))
	}
	files["notities.db"] = []byte("x")
	if _, findings := read(t, files); len(findings) != 1 || findings[0].Code() != "S06" {
		t.Errorf("a file of the same kind: got %s", brief(findings))
	}
}

package ingest

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/finding"
)

// A spoiled text is one finding with what was meant, whatever its column, and
// is read so: the reference and the choice fit.
func TestSpoiledCells(t *testing.T) {
	data, findings := readBook(t, booktest.Workbook(
		booktest.Sheet{Name: "Fiche", Rows: strings.Replace(ficheRows(), "EnergieK Pelt", "BuurtcafÃ© De Ã‰toile", 1)},
		booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1,
			[]any{"activiteit_id", "datum", "soort", "omschrijving"},
			[]any{"A-é", day(2021, 4, 14), "Vorming &amp; info", "R&D, a < b en <naam>"},
			[]any{"A-Ã©", day(2021, 4, 14), "Uitstappen", "een_x005F_x000D_twee<br>drie"},
			[]any{"A-3", day(2021, 4, 14), "Acties", "het caf\uFFFD"})},
	))
	const want = "W26 Activiteiten!C2, W26 Activiteiten!A3, W26 Activiteiten!D3, W26 Activiteiten!D4, W26 Fiche!B2"
	if got := brief(findings); got != want {
		t.Fatalf("got %s, want %s", got, want)
	}
	a := data.Activities
	if a[0].Kind != "Vorming en info" || a[1].ID != a[0].ID || a[1].Description != "een\ntwee\ndrie" || data.Projects[0].Name != "Buurtcafé De Étoile" {
		t.Errorf("%+v %+v", a[0], a[1])
	}
	for i, want := range []string{"Vorming & info", "A-é", "een\ntwee\ndrie", "", "Buurtcafé De Étoile"} {
		if findings[i].Proposal != want {
			t.Errorf("%s: proposal %q, want %q", findings[i].Ref.Cell(), findings[i].Proposal, want)
		}
	}
}

// A sheet that went wrong as a whole is one finding, with what each cell means.
func TestSpoiledSheet(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("project;actor;type\n")
	for i := range 800 {
		fmt.Fprintf(&rows, "pelt;CafÃ© %d;partner\n", i)
	}
	_, findings := read(t, map[string][]byte{"Actoren.csv": []byte(rows.String())})
	if len(findings) != 1 || len(findings[0].Cells) != 800 || findings[0].Mend[799].Text != "Café 799" {
		t.Errorf("%d findings: %s", len(findings), brief(finding.Group(findings)))
	}
}

// Old encodings of CSV files are recognised by their bytes, and told.
func TestEncodingOfCSV(t *testing.T) {
	const text = "project;actor;type\npelt;Café België;partner\npelt;Privé-crèche's vzw;partner\n"
	for name, c := range map[string]struct {
		table *charmap.Charmap
		want  string
	}{"cp850": {charmap.CodePage850, "W27 !"}, "mac": {charmap.Macintosh, "W27 !"}, "1252": {charmap.Windows1252, ""}} {
		content, err := c.table.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		data, findings := read(t, map[string][]byte{"Actoren.csv": []byte(content)})
		if len(data.Actors) != 2 || data.Actors[0].Name != "Café België" || data.Actors[1].Name != "Privé-crèche's vzw" {
			t.Errorf("%s: %+v", name, data.Actors)
		}
		if got := brief(findings); got != c.want || got != "" && findings[0].Level != finding.Info {
			t.Errorf("%s: %s", name, got)
		}
	}
}

package ingest

import (
	"strings"
	"testing"

	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
	"voortgang/render/check"
)

// What the program made hands nothing in and sets nothing off, wherever it
// stands; a copy with notes is read when it is all there is.
func TestOwnFiles(t *testing.T) {
	data := booktest.Workbook(activities([]any{"id", "datum", "soort"}, []any{"A1", day(2021, 4, 14), "Acties"})).Bytes()
	list := []finding.Finding{finding.New(&finding.Rule{Code: "W01"}, source.Ref{File: "gegevens/a.xlsx", Sheet: "Activiteiten", Col: 1, Row: 2}, "Kijk na.")}
	annotated, err := check.Annotate("gegevens/a.xlsx", data, list)
	if err != nil {
		t.Fatal(err)
	}
	summary, err := check.Workbook(check.Report{Year: 2021, Data: &model.Dataset{}, Findings: list})
	if err != nil {
		t.Fatal(err)
	}
	own := map[string][]byte{"uit/validatie.xlsx": summary, "validatie.html": nil, "Validatie.json": nil, "LEESMIJ.md": nil, "voortgangsrapport-2021-concept.pdf": nil}
	for name, c := range map[string]struct {
		files map[string][]byte
		want  string
		rows  int
	}{
		"beside the workbook":       {map[string][]byte{"a.xlsx": data, "geannoteerd/gegevens/a.xlsx": annotated}, "S06", 1},
		"in its place":              {map[string][]byte{"a.xlsx": annotated}, "", 1},
		"the workbook is elsewhere": {map[string][]byte{"b.xlsx": annotated}, "", 1},
		"lists and reports":         {map[string][]byte{"a.xlsx": data}, "", 1},
	} {
		for file, body := range own {
			c.files[file] = body
		}
		d, found := read(t, c.files)
		var codes []string
		for _, f := range found {
			if f.Code() != "S14" {
				codes = append(codes, f.Code())
			}
		}
		if got := strings.Join(codes, " "); got != c.want || len(d.Activities) != c.rows {
			t.Errorf("%s: %s, %d rows; %v", name, got, len(d.Activities), found)
		}
	}
}

package ingest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"voortgang/config"
	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// testConfig is a configuration with three themes.
func testConfig(dir string) *config.Config {
	cfg := config.Defaults()
	cfg.Dir = dir
	cfg.Report.Year = 2021
	cfg.Themes = []config.Theme{{Name: "Wonen"}, {Name: "Onderwijs"}, {Name: "Sociale bescherming", Aliases: []string{"SB"}}}
	return &cfg
}

// workdir writes files below gegevens/ of a new workdir.
func workdir(t testing.TB, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		full := filepath.Join(dir, config.DataDir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// read reads a workdir with these files.
func read(t testing.TB, files map[string][]byte) (*model.Dataset, []finding.Finding) {
	t.Helper()
	data, findings, err := Read(context.Background(), testConfig(workdir(t, files)), nil)
	if err != nil {
		t.Fatal(err)
	}
	return data, findings
}

// readBook reads a workdir with one workbook, a.xlsx.
func readBook(t testing.TB, parts booktest.Parts) (*model.Dataset, []finding.Finding) {
	t.Helper()
	return read(t, map[string][]byte{"a.xlsx": parts.Bytes()})
}

// brief writes findings as "code sheet!cell", one by one.
func brief(findings []finding.Finding) string {
	var out []string
	for _, f := range findings {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s!%s", f.Code(), f.Ref.Sheet, f.Ref.Cell())))
	}
	return strings.Join(out, ", ")
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func ficheRows() string {
	return booktest.Rows(1, []any{"code", "energiek-pelt"}, []any{"naam", "EnergieK Pelt"}, []any{"thema", "Wonen"},
		[]any{"fase", "Projectuitvoering"}, []any{"start", day(2021, 1, 1)}, []any{"einde", "31/12/2022"},
		[]any{"omschrijving", "Model."}, []any{"hoofdzakelijk", "OD1.1; OD1.2"})
}

func TestProjectWorkbook(t *testing.T) {
	data, findings := readBook(t, booktest.Workbook(
		booktest.Sheet{Name: "Activiteiten", Rows: booktest.Rows(1,
			[]any{"Registratie 2021"}, []any{},
			[]any{"datum *", "Activiteit-ID", "SOORT", "uren (u)", "omschrijving"},
			[]any{day(2021, 4, 14), "A001", "werkgroep", 2.5, "Overleg"},
			[]any{},
			[]any{"31/4/2021", 2, "Uitstappen", "1,5"})},
		booktest.Sheet{Name: "Fiche", Rows: ficheRows()},
	))
	if got := brief(findings); got != "W02 Activiteiten!A6" {
		t.Fatalf("findings: %s\n%v", got, findings)
	}
	if len(data.Activities) != 2 || len(data.Projects) != 1 {
		t.Fatalf("%d activities, %d projects", len(data.Activities), len(data.Projects))
	}
	a := data.Activities[0]
	if a.ID != "A001" || a.Project != "energiek-pelt" || !a.Date.Equal(day(2021, 4, 14)) || a.Kind != "Werkgroepen" || a.Hours.Value != 2.5 {
		t.Errorf("%+v", a)
	}
	if data.Files[0].Project != "energiek-pelt" || data.Files[0].SHA256 == "" {
		t.Errorf("%+v", data.Files[0])
	}
	f := findings[0]
	if f.Proposal != "30/4/2021" || f.Project != "energiek-pelt" || f.Column != "datum" || f.Found != "31/4/2021" {
		t.Errorf("%+v", f)
	}
	if want := "31/4/2021 is geen bestaande datum (april heeft 30 dagen). Bedoel je 30/4/2021?"; f.Message != want {
		t.Errorf("message %q", f.Message)
	}
}

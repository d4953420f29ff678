package pipeline

import (
	"bytes"
	"context"
	"crypto/sha256"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/xuri/excelize/v2"
)

const settings = `organisatie:
  naam: Proef
rapport:
  jaar: 2021
  datum: 28/04/2022
themas:
  - naam: Wonen
`

// workdir writes a small workdir; bad puts a mistake in the workbook.
func workdir(t *testing.T, bad bool) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "voortgang.yaml", settings)
	put(t, dir, "gegevens/eigen lijst.csv", "a;b\n1;=2\n")
	workbook(t, dir, bad)
	return dir
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func workbook(t *testing.T, dir string, bad bool) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	date := "30/4/2021"
	if bad {
		date = "31/4/2021"
	}
	rows := [][]any{{"datum", "personeelsnummer", "soort", "uren"}, {date, "P1", "formeel", 3}}
	if err := f.SetSheetName("Sheet1", "Vorming"); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if err := f.SetSheetRow("Vorming", []string{"A1", "A2"}[i], &row); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.NewSheet("Personeel"); err != nil {
		t.Fatal(err)
	}
	for i, row := range [][]any{{"personeelsnummer", "in_dienst", "functiegroep"}, {"P1", "1/1/2020", "Opbouwwerk"}} {
		if err := f.SetSheetRow("Personeel", []string{"A1", "A2"}[i], &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "gegevens", "team"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(filepath.Join(dir, "gegevens", "team", "werkboek.xlsx")); err != nil {
		t.Fatal(err)
	}
}

func run(t *testing.T, dir string, all bool) *Checked {
	t.Helper()
	c, err := Check(context.Background(), Options{Dir: dir, Version: "1"})
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteCheck(context.Background(), c, "1", all); err != nil {
		t.Fatal(err)
	}
	return c
}

// tree gives the SHA-256 of each file under a folder.
func tree(t *testing.T, dir string) map[string][32]byte {
	t.Helper()
	out := map[string][32]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(rel)] = sha256.Sum256(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

const copied = "uit/geannoteerd/gegevens/team/werkboek.xlsx"

func TestACheckWritesItsOutputsAndNothingElse(t *testing.T) {
	dir := workdir(t, true)
	before := tree(t, dir)
	run(t, dir, true)
	after := tree(t, dir)
	for name, sum := range before {
		if after[name] != sum {
			t.Errorf("%s changed", name)
		}
		delete(after, name)
	}
	for _, name := range []string{"uit/validatie.json", "uit/validatie.html", "uit/validatie.xlsx", copied, "uit/geannoteerd/gegevens/eigen lijst.csv.xlsx", "uit/geannoteerd/.kopieen.json"} {
		if _, ok := after[name]; !ok {
			t.Errorf("%s isn't there", name)
		}
		delete(after, name)
	}
	for name := range after {
		t.Errorf("%s is there too", name)
	}
}

func TestTheSameWorkdirGivesTheSameOutputs(t *testing.T) {
	dir := workdir(t, true)
	run(t, dir, true)
	first := tree(t, filepath.Join(dir, "uit"))
	run(t, dir, true)
	for name, sum := range tree(t, filepath.Join(dir, "uit")) {
		if first[name] != sum {
			t.Errorf("%s differs", name)
		}
	}
}

func TestOutputsOfMendedMistakesGo(t *testing.T) {
	dir := workdir(t, true)
	run(t, dir, true)
	if err := os.Remove(filepath.Join(dir, "gegevens", "eigen lijst.csv")); err != nil {
		t.Fatal(err)
	}
	workbook(t, dir, false)
	put(t, dir, "uit/geannoteerd/mijn nota.txt", "van mij")
	c := run(t, dir, false)
	left := tree(t, filepath.Join(dir, "uit"))
	for _, f := range c.Findings {
		if strings.HasPrefix(f.Ref.File, "gegevens/team/") {
			t.Fatalf("the workbook still has a finding: %s", f.Message)
		}
	}
	for name := range left {
		if name != "validatie.json" && name != "validatie.html" && name != "geannoteerd/mijn nota.txt" {
			t.Errorf("%s is still there", name)
		}
	}
	if _, ok := left["geannoteerd/mijn nota.txt"]; !ok {
		t.Error("a file of someone else is gone")
	}
}

// Who mends the copy instead of the workbook must not lose that work.
func TestAChangedCopyIsKept(t *testing.T) {
	dir := workdir(t, true)
	run(t, dir, true)
	put(t, dir, copied, "mijn verbeteringen")
	c := run(t, dir, true)
	kept, err := os.ReadFile(filepath.Join(dir, "uit/geannoteerd/gegevens/team/werkboek (bewaard).xlsx"))
	if err != nil || string(kept) != "mijn verbeteringen" {
		t.Fatalf("%q, %v", kept, err)
	}
	told := false
	for _, one := range c.Copies {
		told = told || strings.Contains(one.Problem, "werkboek (bewaard).xlsx")
	}
	if !told {
		t.Error("nobody is told")
	}
	// Nor is it removed when all has been mended.
	put(t, dir, copied, "nog meer")
	workbook(t, dir, false)
	run(t, dir, true)
	if left, err := os.ReadFile(filepath.Join(dir, copied)); err != nil || string(left) != "nog meer" {
		t.Errorf("%q, %v", left, err)
	}
}

// The list of copies can't be used to remove something else.
func TestAListThatPointsElsewhere(t *testing.T) {
	dir := workdir(t, false)
	put(t, dir, "teksten/voorwoord.md", "tekst")
	put(t, dir, "uit/geannoteerd/.kopieen.json", `{"../teksten/voorwoord.md": "`+digest([]byte("tekst"))+`", "geannoteerd/../../teksten/voorwoord.md": "`+digest([]byte("tekst"))+`"}`)
	run(t, dir, true)
	if _, err := os.Stat(filepath.Join(dir, "teksten/voorwoord.md")); err != nil {
		t.Error(err)
	}
}

func TestRealOutputFitsTheSchema(t *testing.T) {
	dir := workdir(t, true)
	put(t, dir, "gegevens/kapot.xlsx", "kapot")
	put(t, dir, "teksten/voorwoord.md", "Wij telden {{ cijfer \"vte.totall\" }}.\n")
	c := run(t, dir, true)
	if len(c.Findings) < 4 {
		t.Fatalf("only %d findings", len(c.Findings))
	}
	data, err := os.ReadFile(c.CheckPath)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	s, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "docs", "validatie.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(doc); err != nil {
		t.Error(err)
	}
}

package ingest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voortgang/config"
	"voortgang/ingest/workbook/booktest"
)

const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

func wide(s string) string {
	return strings.Join(strings.Split(s, ""), "\x00") + "\x00"
}

// Each file that can't be read has a sentence of its own, and the rest of the
// workdir is read all the same.
func TestFilesThatCannotBeRead(t *testing.T) {
	good := projectBook(activities(activityHead, activityOne)).Bytes()
	for name, c := range map[string]struct {
		file, content, code, says string
		listed                    bool
	}{
		"password":        {"x.xlsx", ole + wide("EncryptedPackage"), "S02", "wachtwoord", true},
		"xls":             {"x.xls", ole + wide("Workbook"), "S03", ".xls", true},
		"xls as xlsx":     {"x.xlsx", ole + wide("Workbook"), "S03", ".xls", true},
		"ods":             {"x.ods", "PK", "S03", "LibreOffice", true},
		"numbers":         {"x.numbers", "PK", "S03", "Numbers", true},
		"xlsb":            {"x.xlsb", "PK", "S03", ".xlsb", true},
		"template":        {"x.xltx", "PK", "S03", "sjabloon van Excel (.xltx)", true},
		"old template":    {"x.xlt", ole + wide("Workbook"), "S03", "sjabloon van Excel (.xlt)", true},
		"flat ods":        {"x.fods", "<?xml", "S03", "LibreOffice (.fods)", true},
		"gnumeric":        {"x.gnumeric", "\x1f\x8b", "S03", "Gnumeric", true},
		"xls of Excel 4":  {"x.xls", "\x09\x04\x06\x00\x00\x00\x10\x00\xd3\x10\x5c\x00", "S03", "oude formaat", true},
		"empty csv":       {"uitvoer.csv", "", "S12", "geen enkele cel", true},
		"only separators": {"uitvoer.csv", ";;\r\n;;\r\n", "S12", "geen enkele cel", true},
		"empty, known":    {"Activiteiten.csv", "", "S12", "helemaal leeg", true},
		"no cells":        {"x.xlsx", string(booktest.Workbook(booktest.Sheet{Name: "Blad1"}, booktest.Sheet{Name: "Blad2"}).Bytes()), "S12", "geen enkele cel", true},
		"damaged":         {"x.xlsx", string(good[:len(good)-50]), "S01", "beschadigd", true},
		"empty":           {"x.xlsx", "", "S01", "is leeg (0 bytes)", true},
		"a web page":      {"x.xlsx", "<html><table></table></html>", "S01", "webpagina", true},
		"text":            {"x.xlsx", "a;b", "S01", "extensie .csv", true},
		"a pdf":           {"x.xlsx", "%PDF-1.7", "S01", "een pdf, ook al", true},
		"a pdf as csv":    {"x.csv", "%PDF-1.7", "S01", "een pdf, ook al", true},
		"xlsx as csv":     {"x.csv", string(good), "S01", "bewaar het als Excel-werkmap", true},
		"lock file":       {"~$x.xlsx", "x", "S05", "open bij iemand", false},
		"other extension": {"x.docx", "x", "S06", ".docx", false},
		"no extension":    {"x", "x", "S06", "zonder extensie", false},
		"a note":          {"x.txt", "Beste, hier staan de gegevens.", "S06", ".txt", false},
		"a large note":    {"x.txt", strings.Repeat("x", 3<<20), "S06", ".txt", false},
		"a pdf as text":   {"x.txt", "%PDF-1.7", "S06", ".txt", false},
		"a lacking table": {"Activiteiten.txt", "activiteit_id\tdatum\tsoort\n", "S14", "‘project’", true},
		"too large":       {"x.csv", strings.Repeat("x", 3<<20), "S04", "2 MB", true},
		"unpacks too big": {"x.xlsx", string(booktest.Workbook(booktest.Sheet{Name: "VTE", Rows: strings.Repeat(" ", 5<<20)}).Bytes()), "S04", "uitgepakt groter dan 4 MB", true},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := testConfig(workdir(t, map[string][]byte{"a.xlsx": good, c.file: []byte(c.content)}))
			cfg.Limits.FileMB, cfg.Limits.UnpackedMB = 2, 4
			data, findings, err := Read(t.Context(), cfg, nil)
			if err != nil || len(findings) != 1 {
				t.Fatal(err, findings)
			}
			f := findings[0]
			if f.Code() != c.code || f.Ref.File != "gegevens/"+c.file || !strings.Contains(f.Message, c.says) {
				t.Errorf("%s %v %s", f.Code(), f.Ref, f.Message)
			}
			if len(data.Activities) != 1 {
				t.Error("the good workbook wasn't read")
			}
			files := 1
			if c.listed {
				files = 2
			}
			if len(data.Files) != files || data.Files[files-1].SHA256 == "" {
				t.Errorf("files: %v", len(data.Files))
			}
		})
	}
}

// Only gegevens/ is read, hidden files and uit/ are not, links to folders
// aren't followed, which is said; results stand in order of path.
func TestWhichFilesAreRead(t *testing.T) {
	sheet := func(id string) []byte {
		return []byte("activiteit_id;project;datum;soort\n" + id + ";p;14/4/2021;Acties\n")
	}
	dir := workdir(t, map[string][]byte{
		"b/Activiteiten.txt": sheet("2"), "a/Activiteiten.CSV": sheet("1"), "c/d/e/Activiteiten.csv": sheet("3"),
		".verborgen/Activiteiten.csv": sheet("x"), ".Activiteiten.csv": sheet("x"), "../uit/Activiteiten.csv": sheet("x"), "../Activiteiten.csv": sheet("x"),
	})
	root := filepath.Join(dir, config.DataDir)
	if err := os.Symlink(root, filepath.Join(root, "lus")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(filepath.Join(root, "nergens"), filepath.Join(root, "dood.csv")); err != nil {
		t.Fatal(err)
	}
	var told []string
	data, findings, err := Read(t.Context(), testConfig(dir), func(done, total int, file string) {
		told = append(told, fmt.Sprintf("%d/%d", done, total))
	})
	if err != nil || len(findings) != 2 {
		t.Fatal(err, findings)
	}
	for i, says := range []string{"gegevens/dood.csv nergens naartoe", "gegevens/lus koppeling naar een map"} {
		file, why, _ := strings.Cut(says, " ")
		if f := findings[i]; f.Code() != "S09" || f.Ref.File != file || !strings.Contains(f.Message, why) {
			t.Errorf("%v", f)
		}
	}
	var got []string
	for i, a := range data.Activities {
		got = append(got, a.ID+" "+data.Files[i].Path)
	}
	if want := "1 gegevens/a/Activiteiten.CSV,2 gegevens/b/Activiteiten.txt,3 gegevens/c/d/e/Activiteiten.csv"; strings.Join(got, ",") != want {
		t.Errorf("%v", got)
	}
	if strings.Join(told, " ") != "1/3 2/3 3/3" {
		t.Errorf("progress %v", told)
	}
}

func TestNoData(t *testing.T) {
	_, findings, err := Read(t.Context(), testConfig(t.TempDir()), nil)
	if err != nil || len(findings) != 1 || findings[0].Code() != "S07" || !strings.Contains(findings[0].Message, "ontbreekt") {
		t.Error(err, findings)
	}
	_, findings = read(t, map[string][]byte{"nota.txt": []byte("x")})
	if brief(findings) != "S07 !, S06 !" {
		t.Error(brief(findings))
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, _, err := Read(ctx, testConfig(workdir(t, map[string][]byte{"a.xlsx": projectBook().Bytes()})), nil)
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// A fault of ours costs one file, not the whole run.
func TestPanicBecomesAFinding(t *testing.T) {
	cfg := testConfig(workdir(t, map[string][]byte{"VTE.csv": []byte("jaar;thema\n2021;Wonen\n")}))
	c := newContract(cfg)
	c.names["vte"] = &layout{} // no declaration: reading must fail
	jobs, _, err := list(cfg.Dir)
	if err != nil {
		t.Fatal(err)
	}
	r := readOne(t.Context(), c, jobs[0], nil)
	if len(r.findings) != 1 || r.findings[0].Code() != "S09" || r.file.SHA256 == "" {
		t.Errorf("%+v", r.findings)
	}
}

// The same bytes give the same result, whatever the order in which the files
// are done.
func TestStableOrder(t *testing.T) {
	files := map[string][]byte{}
	for i := range 12 {
		rows := [][]any{activityHead, activityBad, {fmt.Sprint(i)}, activityOne}
		files[fmt.Sprintf("p%02d.xlsx", i)] = projectBook(activities(rows...), booktest.Sheet{Name: "Nota", Rows: booktest.Row(1, "x")}).Bytes()
	}
	var first string
	for range 5 {
		data, findings := read(t, files)
		var b strings.Builder
		for _, a := range data.Activities {
			fmt.Fprintf(&b, "%s %v\n", a.Base().Place(0).File, a.ID)
		}
		for _, f := range findings {
			fmt.Fprintf(&b, "%v %s %s\n", f.Ref, f.Code(), f.Message)
		}
		if first == "" {
			first = b.String()
		}
		if b.String() != first {
			t.Fatalf("two readings differ:\n%s\n%s", first, b.String())
		}
	}
}

// TestSheetThatBreaksOff: what was read stays, and the sheet says that there
// was more.
func TestSheetThatBreaksOff(t *testing.T) {
	parts := projectBook(activities(activityHead, activityOne, activityTwo))
	for name, xml := range parts {
		if at := strings.Index(xml, "Overleg"); at > 0 {
			parts[name] = xml[:at]
		}
	}
	data, findings := readBook(t, parts)
	if got := brief(findings); got != "S01 Activiteiten!A1" {
		t.Error(got)
	}
	for _, s := range data.Files[0].Sheets {
		if s.Decl != nil && s.Partial != (s.Name == "Activiteiten") {
			t.Errorf("%s: partial is %v", s.Name, s.Partial)
		}
	}
}

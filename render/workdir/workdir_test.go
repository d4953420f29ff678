package workdir

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"voortgang/config"
	"voortgang/internal/model"
	"voortgang/render/output"
	"voortgang/render/workdir/sample"
	"voortgang/templates/example"
)

// digest gives one line per file: its hash and its name.
func digest(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		fmt.Fprintf(&b, "%x %s\n", sha256.Sum256(content), filepath.ToSlash(name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The example has every part of a werkmap, and the same bytes every time, also
// in an empty folder that was there already.
func TestExampleIsTheSameEveryTime(t *testing.T) {
	one, two := filepath.Join(t.TempDir(), "een", "map"), t.TempDir()
	var told []int
	if err := Example(one, func(done, total int) { told = append(told, done, total) }); err != nil {
		t.Fatal(err)
	}
	if err := Example(two, nil); err != nil {
		t.Fatal(err)
	}
	first, second := digest(t, one), digest(t, two)
	if first != second {
		t.Errorf("two runs differ:\n%s\n%s", first, second)
	}
	for _, name := range []string{"voortgang.yaml", "gegevens/organisatie.xlsx", "gegevens/projecten/energiek-pelt.xlsx", "teksten/voorwoord.md", "teksten/themas/wonen.md", "teksten/indicatoren/vte.md", "beelden/logo.png"} {
		if !strings.Contains(first, " "+name+"\n") {
			t.Errorf("%s is missing", name)
		}
	}
	if got := strings.Count(first, "gegevens/projecten/"); got != 48 {
		t.Errorf("got %d workbooks of projects, want 48", got)
	}
	if n := len(told); n != 2*49 || told[n-2] != 49 || told[n-1] != 49 {
		t.Errorf("progress ended with %v", told[max(0, n-2):])
	}
	if entries, _ := os.ReadDir(filepath.Dir(one)); len(entries) != 1 {
		t.Errorf("a temporary folder was left behind: %v", entries)
	}
}

func TestExampleLeavesAFullFolderAlone(t *testing.T) {
	dir := t.TempDir()
	note := filepath.Join(dir, "notitie.txt")
	if err := os.WriteFile(note, []byte("blijf af"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{dir, note} {
		if err := Example(target, nil); !errors.Is(err, ErrNotEmpty) {
			t.Errorf("%s: got %v, want ErrNotEmpty", filepath.Base(target), err)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("something was written: %v", entries)
	}
}

// A failure leaves nothing behind.
func TestStagedCleansUp(t *testing.T) {
	parent := t.TempDir()
	trouble := errors.New("stuk")
	err := staged(filepath.Join(parent, "map"), func(tmp string) error {
		if err := writeFile(tmp, "a/b.txt", []byte("x")); err != nil {
			return err
		}
		return trouble
	})
	if !errors.Is(err, trouble) {
		t.Errorf("got %v", err)
	}
	if entries, _ := os.ReadDir(parent); len(entries) != 0 {
		t.Errorf("left behind: %v", entries)
	}
}

// A full disk is told as such, with the folder that the user named.
func TestStagedOnAFullDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	err := staged(dir, func(tmp string) error {
		return &fs.PathError{Op: "write", Path: filepath.Join(tmp, "logo.png"), Err: errors.New("no space left on device")}
	})
	var place *output.PlaceError
	if !errors.As(err, &place) || place.Path != dir || place.Why != output.Unfinished {
		t.Errorf("got %v", err)
	}
}

// Every drop-down fits in what Excel allows, and holds what the model allows.
func TestEveryColumnHasItsCheck(t *testing.T) {
	themes := sample.Themes()
	for _, decl := range model.Sheets() {
		for _, c := range decl.Columns {
			v := validation(c, layout{themes: themes})
			if c.Kind == model.Choice && v.Type != "list" {
				t.Errorf("%s.%s: no drop-down", decl.Name, c.Name)
			}
			if v.PromptTitle == nil || len([]rune(*v.PromptTitle)) > promptTitleMax || len([]rune(*v.Prompt)) > promptTextMax {
				t.Errorf("%s.%s: help is missing or too long", decl.Name, c.Name)
			}
		}
	}
}

// A sheet that is written can be read back: the header below its title, dates
// as dates, yes and no in words, lists with semicolons.
func TestSheetAsPeopleSeeIt(t *testing.T) {
	d := &model.Dataset{
		Activities: []*model.Activity{{ID: "A001", Date: time.Date(2021, 4, 14, 0, 0, 0, 0, time.UTC), Kind: "Werkgroepen", Hours: model.Number{Value: 2.5, Known: true}}},
		Contacts:   []*model.Contact{{Date: time.Date(2021, 5, 3, 0, 0, 0, 0, time.UTC), Actor: "Stad Genk", Policy: true}},
	}
	p := &model.Project{Code: "proef", Name: "Proef", Municipalities: []string{"Genk", "As"}, Start: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)}
	content, err := projectBook(book{organisation: "Test", year: 2021, themes: []string{"Wonen"}, spare: 5}, p, d)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "proef.xlsx")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, want := range []struct{ sheet, cell, value string }{
		{"Fiche", "A4", "Code"}, {"Fiche", "B4", "proef"}, {"Fiche", "B8", "Genk; As"}, {"Fiche", "B10", "01/01/2020"},
		{"Activiteiten", "A4", "activiteit_id"}, {"Activiteiten", "B4", "datum"}, {"Activiteiten", "B5", "14/04/2021"}, {"Activiteiten", "E5", "2.5"},
		{"Deelnames", "A1", "activiteit_id"},
		{"Contacten", "B5", "Stad Genk"}, {"Contacten", "D5", "ja"}, {"Contacten", "E5", "nee"},
	} {
		if got, err := f.GetCellValue(want.sheet, want.cell); err != nil || got != want.value {
			t.Errorf("%s!%s: got %q (%v), want %q", want.sheet, want.cell, got, err, want.value)
		}
	}
	// A period is typed as text: Excel makes a day of "maart 2022" otherwise.
	if id, err := f.GetColStyle("Planning", "B"); err != nil {
		t.Error(err)
	} else if style, err := f.GetStyle(id); err != nil || style.CustomNumFmt == nil || *style.CustomNumFmt != "@" {
		t.Errorf("termijn: %+v %v", style, err)
	}
	if got := f.GetSheetList(); got[0] != "Fiche" || got[len(got)-1] != "Toelichting" || len(got) != 11 {
		t.Errorf("sheets: %v", got)
	}
}

// A new werkmap has a configuration that loads, and what still runs of last
// year's.
func TestNew(t *testing.T) {
	s, err := sample.Build(example.Files)
	if err != nil {
		t.Fatal(err)
	}
	all := new(model.Dataset)
	all.Append(&s.Organisation)
	for _, p := range s.Projects {
		all.Add(p.Record)
		all.Append(&p.Data)
	}
	cfg := config.Defaults()
	cfg.Organisation.Name = `Buurt & "Co": een naam`
	cfg.Report.Year = sample.Year
	for _, name := range sample.Themes() {
		cfg.Themes = append(cfg.Themes, config.Theme{Name: name, Aliases: []string{name + ": ook"}})
	}
	for _, c := range []struct {
		name  string
		from  Start
		year  int
		files []string
		not   []string
	}{
		{"first year", Start{Year: 2023, Organisation: "Test vzw"}, 2023,
			[]string{"gegevens/organisatie.xlsx", "sjablonen/project.xlsx", "LEESMIJ.md", "teksten/themas/eerste-thema.md", "teksten/indicatoren/vte.md"},
			[]string{"gegevens/vorig-jaar.xlsx", "gegevens/projecten/"}},
		{"carried over", Start{Previous: &cfg, Data: all}, 2022,
			[]string{"gegevens/vorig-jaar.xlsx", "gegevens/projecten/energiek-pelt.xlsx", "teksten/themas/wonen.md"},
			[]string{"gegevens/projecten/wonen-op-maat.xlsx", "gegevens/projecten/verdoken-armoede-leopoldsburg.xlsx"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "nieuw")
			if err := New(dir, c.from); err != nil {
				t.Fatal(err)
			}
			list := digest(t, dir)
			for _, name := range c.files {
				if !strings.Contains(list, " "+name) {
					t.Errorf("%s is missing", name)
				}
			}
			for _, name := range c.not {
				if strings.Contains(list, " "+name) {
					t.Errorf("%s should not be there", name)
				}
			}
			got, findings, err := config.Load(dir, config.Overrides{})
			if err != nil || len(findings) > 0 {
				t.Fatalf("configuration: %v %v", err, findings)
			}
			if got.Report.Year != c.year || c.from.Previous != nil && got.Organisation.Name != cfg.Organisation.Name {
				t.Errorf("got year %d of %q", got.Report.Year, got.Organisation.Name)
			}
			if c.from.Previous != nil && !slices.Equal(got.ThemeNames(), cfg.ThemeNames()) {
				t.Errorf("themes: %v", got.ThemeNames())
			}
		})
	}
}

// What has ended stays behind, but for the comparison.
func TestCarry(t *testing.T) {
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	d := &model.Dataset{
		Projects: []*model.Project{
			{Code: "loopt", End: day(2025, 12, 31)}, {Code: "gedaan", End: day(2021, 6, 30)}, {Code: "lang-geleden", End: day(2019, 1, 1)},
		},
		Actors:     []*model.Actor{{Project: "loopt", Name: "Stad", Nature: "nieuw"}, {Project: "gedaan", Name: "School"}},
		Activities: []*model.Activity{{Project: "loopt", ID: "A1", Date: day(2021, 3, 1)}, {Project: "loopt", ID: "A0", Date: day(2020, 3, 1)}, {Project: "gedaan", ID: "A1", Date: day(2021, 3, 1)}},
		Participations: []*model.Participation{
			{Project: "loopt", Activity: "A1", Group: "Jongeren"}, {Project: "loopt", Activity: "A0", Group: "Jongeren"},
		},
		Contacts:   []*model.Contact{{Project: "loopt", Date: day(2021, 2, 1), Actor: "STAD"}, {Project: "gedaan", Date: day(2021, 2, 1), Actor: "School"}},
		Volunteers: []*model.Volunteer{{Project: "loopt", Name: "V1", Hours: model.Number{Value: 4, Known: true}}, {Project: "loopt", Name: "V2", Until: day(2021, 5, 1)}},
	}
	got := carry(d, 2022)
	if len(got.projects) != 1 || got.projects[0].record.Code != "loopt" {
		t.Fatalf("projects: %+v", got.projects)
	}
	p := got.projects[0].data
	if len(p.Actors) != 1 || p.Actors[0].Nature != "structureel" || len(p.Volunteers) != 1 || p.Volunteers[0].Hours.Known {
		t.Errorf("actors %+v, volunteers %+v", p.Actors, p.Volunteers)
	}
	old := got.lastYear
	if len(old.Projects) != 3 || len(old.Actors) != 2 || old.Actors[0].Nature != "nieuw" || len(old.Volunteers) != 2 {
		t.Errorf("lists: %+v", old)
	}
	if len(old.Activities) != 2 || old.Activities[0].ID != "A1" || len(old.Participations) != 1 || len(old.Contacts) != 2 {
		t.Errorf("activities %+v, participations %+v, contacts %+v", old.Activities, old.Participations, old.Contacts)
	}
	if d.Actors[0].Nature != "nieuw" || d.Activities[0].ID != "A1" {
		t.Error("last year's records were changed")
	}
}

func BenchmarkExample(b *testing.B) {
	for b.Loop() {
		if err := Example(filepath.Join(b.TempDir(), "voorbeeld"), nil); err != nil {
			b.Fatal(err)
		}
	}
}

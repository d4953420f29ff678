package handbook

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/pipeline"
	"voortgang/render/workdir"
)

var update = flag.Bool("update", false, "write the generated pages to docs/")

var docs = filepath.Join("..", "..", "docs")

// exampleFigures computes the figures of the example.
func exampleFigures(t *testing.T) *model.Figures {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "voorbeeld")
	if err := workdir.Example(dir, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	checked, err := pipeline.Check(t.Context(), pipeline.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	return checked.Figures
}

// The pages in docs/ are those that the code gives; -update writes them.
func TestPages(t *testing.T) {
	pages := Pages(finding.Rules(), exampleFigures(t))
	for name, want := range pages {
		path := filepath.Join(docs, filepath.FromSlash(name))
		if *update {
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("docs/%s is missing; go test ./internal/handbook -update writes it", name)
			continue
		}
		if !bytes.Equal(bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")), want) {
			t.Errorf("docs/%s is out of date; go test ./internal/handbook -update writes it", name)
		}
	}
	entries, err := os.ReadDir(filepath.Join(docs, RulesDir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := RulesDir + "/" + e.Name()
		if _, ok := pages[name]; ok {
			continue
		}
		if *update {
			if err := os.Remove(filepath.Join(docs, filepath.FromSlash(name))); err != nil {
				t.Fatal(err)
			}
			continue
		}
		t.Errorf("docs/%s belongs to no rule", name)
	}
}

func TestRulesAreComplete(t *testing.T) {
	known := map[finding.Family]bool{}
	for _, f := range families {
		known[f.family] = true
	}
	seen := map[string]bool{}
	form := regexp.MustCompile(`^[A-Z][0-9]{2}$`)
	for _, r := range finding.Rules() {
		if seen[r.Code] {
			t.Errorf("two rules have the code %s", r.Code)
		}
		seen[r.Code] = true
		if !form.MatchString(r.Code) {
			t.Errorf("the code %q is not a letter and two digits", r.Code)
		}
		for what, text := range map[string]string{"title": r.Title, "explanation": r.Explanation, "wrong example": r.Wrong, "right example": r.Right, "who": r.Who} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s has no %s", r.Code, what)
			}
		}
		if strings.HasSuffix(r.Title, ".") || !strings.HasSuffix(r.Explanation, ".") {
			t.Errorf("%s: a title has no full stop, an explanation has one", r.Code)
		}
		if strings.Contains(r.Title+r.Explanation, "!") {
			t.Errorf("%s shouts", r.Code)
		}
		if !known[r.Family] {
			t.Errorf("%s: the family %q has no heading", r.Code, r.Family)
		}
	}
}

func TestEverySettingIsDescribed(t *testing.T) {
	all := map[string]bool{}
	for _, path := range keys() {
		all[path] = true
		if s := settings[path]; s.text == "" || s.example == "" {
			t.Errorf("the key %s of voortgang.yaml has no description or example", path)
		}
	}
	for path := range settings {
		if !all[path] {
			t.Errorf("%s is described but is no key of voortgang.yaml", path)
		}
	}
	for _, section := range strings.Split(string(SettingsPage()), "\n## ")[1:] {
		name, body, _ := strings.Cut(section, "\n")
		if groups[name] == "" || !strings.Contains(body, groups[name]) {
			t.Errorf("the key %s of voortgang.yaml has no introduction", name)
		}
	}
}

func TestEverySheetIsDescribed(t *testing.T) {
	page := string(SheetsPage())
	for _, s := range model.Sheets() {
		_, section, found := strings.Cut(page, "\n## "+s.Name+"\n")
		if !found || s.Help == "" {
			t.Errorf("%s is not described", s.Name)
			continue
		}
		section, _, _ = strings.Cut(section, "\n## ")
		for _, c := range s.Columns {
			if c.Help == "" || c.Example == "" || kinds[c.Kind] == "" || !strings.Contains(section, "| `"+c.Name+"` | ") {
				t.Errorf("%s, %s is not described or has no example", s.Name, c.Name)
			}
		}
	}
}

func TestPattern(t *testing.T) {
	for key, want := range map[string]string{
		"vte.totaal":                                "vte.totaal",
		"vte.thema.wonen":                           "vte.thema.<thema>",
		"activiteiten.thema.wonen.soort.acties":     "activiteiten.thema.<thema>.soort.<soort>",
		"ancienniteit.klasse.0-4":                   "ancienniteit.klasse.<klasse>",
		"ancienniteit.gemiddelde":                   "ancienniteit.gemiddelde",
		"buurtscores.beverlo.8-functies.toeleiding": "buurtscores.<buurt>.<kader>.<functie>",
	} {
		if got := pattern(&model.Figure{Key: key}); got != want {
			t.Errorf("%s gives %s, want %s", key, got, want)
		}
	}
}

func TestEverySectionHasAName(t *testing.T) {
	for _, f := range exampleFigures(t).All() {
		if sections[f.Indicator] == "" {
			t.Errorf("%s is in section %s, which has no name", f.Key, f.Indicator)
		}
	}
}

var link = regexp.MustCompile(`\]\(([^)]+)\)`)

// Links between the pages of the documentation lead somewhere.
func TestLinks(t *testing.T) {
	root := filepath.Join("..", "..")
	var pages []string
	for _, name := range []string{"README.md", "ARCHITECTURE.md"} {
		pages = append(pages, filepath.Join(root, name))
	}
	err := filepath.WalkDir(docs, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".md") {
			pages = append(pages, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		text := read(t, page)
		for _, m := range link.FindAllStringSubmatch(withoutCode(text), -1) {
			target, fragment, _ := strings.Cut(m[1], "#")
			if strings.Contains(target, "://") || strings.HasPrefix(target, "mailto:") {
				continue
			}
			to := page
			if target != "" {
				to = filepath.Join(filepath.Dir(page), filepath.FromSlash(target))
			}
			if _, err := os.Stat(to); err != nil {
				t.Errorf("%s links to %s, which isn't there", page, m[1])
				continue
			}
			if fragment != "" && !anchors(read(t, to))[fragment] {
				t.Errorf("%s links to %s, where there is no such heading", page, m[1])
			}
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var (
	fences  = regexp.MustCompile("(?s)```.*?```")
	quotes  = regexp.MustCompile("`[^`\n]*`")
	heading = regexp.MustCompile(`(?m)^#+ (.+)$`)
	dropped = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// withoutCode leaves out examples, in which brackets are no links.
func withoutCode(text string) string {
	return quotes.ReplaceAllString(fences.ReplaceAllString(text, ""), "")
}

// anchors lists the fragments of a page's headings, as GitHub makes them.
func anchors(text string) map[string]bool {
	out := map[string]bool{}
	for _, m := range heading.FindAllStringSubmatch(fences.ReplaceAllString(text, ""), -1) {
		out[strings.ReplaceAll(strings.ToLower(dropped.ReplaceAllString(m[1], "")), " ", "-")] = true
	}
	return out
}

package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const good = `organisatie:
  naam: Opbouwwerk Voorbeeld
  email: info@example.org
rapport:
  jaar: 2021
  datum: 2022-04-28
themas:
  - naam: Wonen
  - naam: Krachtige steden en buurten
    ook: [Krachtige buurten en steden]
`

func load(t *testing.T, text string, flags Overrides) (*Config, []string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, FileName), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	cfg, list, err := Load(dir, flags)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range list {
		out = append(out, f.Code()+" "+f.Message)
		if f.Rule.Code != RuleMissing.Code && f.Rule.Code != RuleUnreadable.Code && f.Rule.Code != RuleRequiredKey.Code && f.Ref.Line == 0 {
			t.Errorf("%s has no line: %s", f.Code(), f.Message)
		}
	}
	return cfg, out
}

func TestLoad(t *testing.T) {
	cfg, list := load(t, good, Overrides{})
	if len(list) != 0 {
		t.Fatalf("a good configuration gives findings: %q", list)
	}
	if cfg.Report.Year != 2021 || cfg.Report.Date.Format("2006-01-02") != "2022-04-28" || cfg.Thresholds.StaffYears != 3 {
		t.Errorf("wrong values: %+v", cfg.Report)
	}
	if got := cfg.ThemeSynonyms()["krachtigebuurtenensteden"]; got != "Krachtige steden en buurten" {
		t.Errorf("alias of a theme: %q", got)
	}
}

func TestFlagAndEnvironmentWin(t *testing.T) {
	t.Setenv("VOORTGANG_ORGANISATIE_NAAM", "Uit de omgeving")
	cfg, _ := load(t, good, Overrides{Year: 2020})
	if cfg.Report.Year != 2020 || cfg.Organisation.Name != "Uit de omgeving" {
		t.Errorf("got %d, %q", cfg.Report.Year, cfg.Organisation.Name)
	}
}

func TestFindings(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"typo in a key", strings.Replace(good, "organisatie:", "organistatie:", 1), "C03 De sleutel ‘organistatie’ bovenaan bestaat niet en heeft geen effect. Bedoel je ‘organisatie’?"},
		{"typo below", strings.Replace(good, "  email:", "  emial:", 1), "Bedoel je ‘email’?"},
		{"no year", strings.Replace(good, "  jaar: 2021\n", "", 1), "C04 ‘rapport.jaar’"},
		{"absurd year", strings.Replace(good, "2021", "20211", 1), "C05 ‘rapport.jaar’ is ‘20211’; verwacht: hoogstens 2100."},
		{"text as year", strings.Replace(good, "2021", "dit jaar", 1), "C05 ‘rapport.jaar’"},
		{"bad date", strings.Replace(good, "2022-04-28", "31/4/2022", 1), "C05 ‘rapport.datum’ is ‘31/4/2022’"},
		{"bad mail", strings.Replace(good, "info@example.org", "info", 1), "een e-mailadres"},
		{"colour", good + "huisstijl:\n  kleur: blauw\n", "een kleur zoals"},
		{"same theme twice", good + "  - naam: wonen\n", "maar één keer"},
		{"rule level", good + "regels:\n  S01: hard\n", "fout, waarschuwing, info, uit"},
		{"share as a fraction", good + "drempels:\n  personeelsformatie_procent: 0.85\n", "C14 ‘drempels.personeelsformatie_procent’ is 0,85, dus 0,85\u00a0%. Bedoel je 85?"},
		{"all as a fraction", good + "drempels:\n  personeelsformatie_procent: 1\n", "Bedoel je 100?"},
		{"share of round numbers as a fraction", good + "drempels:\n  ronde_getallen_procent: 0.6\n", "Bedoel je 60?"},
		{"tab", good + "\tx: 1\n", "C02"},
		{"no yaml", "zomaar: tekst: hier\n", "C02"},
		{"no themes", strings.Split(good, "themas:")[0], "C04 ‘themas’"},
		{"empty file", "", "C04"},
		{"a list", "- a\n- b\n", "C02"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, list := load(t, c.text, Overrides{})
			if !strings.Contains(strings.Join(list, "\n"), c.want) {
				t.Errorf("got %q, want %q", list, c.want)
			}
		})
	}
}

// Percentages that are what they say.
func TestPercentages(t *testing.T) {
	for _, text := range []string{"personeelsformatie_procent: 85", "personeelsformatie_procent: 100", "ronde_getallen_procent: 0", "ronde_getallen_procent: 60"} {
		if _, list := load(t, good+"drempels:\n  "+text+"\n", Overrides{}); len(list) > 0 {
			t.Errorf("%s: %q", text, list)
		}
	}
}

func TestMissingFile(t *testing.T) {
	_, list, err := Load(t.TempDir(), Overrides{})
	if err != nil || len(list) != 1 || list[0].Code() != "C01" {
		t.Errorf("got %v, %v", list, err)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(good)
	f.Add("themas: 1\nregels: [a]\nrapport: {jaar: {a: b}}")
	f.Fuzz(func(t *testing.T, text string) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, FileName), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, _, err := Load(dir, Overrides{}); err != nil {
			t.Fatal(err)
		}
	})
}

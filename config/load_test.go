package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/unicode"
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
		{"colour without quotes", good + "huisstijl:\n  kleur: #BB0000\n", `C17 Wat na # staat, is een opmerking: ‘huisstijl.kleur’ krijgt die waarde niet. Schrijf "#BB0000" tussen aanhalingstekens.`},
		{"colour in a list without quotes", good + "huisstijl:\n  themakleuren:\n    - #BB0000\n    - \"#007700\"\n", `Schrijf "#BB0000"`},
		{"colour in one line without quotes", good + "huisstijl:\n  themakleuren: [#BB0000, #007700]\n", "een kleur staat tussen aanhalingstekens"},
		{"colour of a theme", strings.Replace(good, "  - naam: Wonen\n", "  - naam: Wonen\n    kleur:   #0b0\n", 1), `‘themas.0.kleur’`},
		{"name that begins with a sign", strings.Replace(good, "naam: Opbouwwerk Voorbeeld", "naam: #Buurtwerk nu", 1), `Schrijf "#Buurtwerk nu"`},
		{"number of a name", strings.Replace(good, "naam: Opbouwwerk Voorbeeld", "naam: Wijk #3", 1), `Schrijf "Wijk #3"`},
		{"spoiled name", strings.Replace(good, "Opbouwwerk Voorbeeld", "BuurtcafÃ© &amp; co", 1), "is gelezen als ‘Buurtcafé & co’"},
		{"lost letter", strings.Replace(good, "Opbouwwerk Voorbeeld", "Buurtcaf\uFFFD", 1), "C16 In ‘organisatie.naam’ is een letter verloren"},
		{"MacRoman", strings.Replace(good, "Opbouwwerk Voorbeeld", "Caf\x8e Belgi\x91", 1), "C16 Het bestand is gelezen in de tekenset MacRoman (oude Mac), zoals in ‘naam: Café België’"},
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

// One cause gives one finding, at the level of what it causes.
func TestSwallowedOnce(t *testing.T) {
	for _, text := range []string{
		strings.Replace(good, "naam: Opbouwwerk Voorbeeld", "naam: #Buurtwerk", 1),
		good + "huisstijl:\n  themakleuren:\n    - #BB0000\n",
	} {
		if _, list := load(t, text, Overrides{}); len(list) != 1 {
			t.Errorf("%q", list)
		}
	}
}

// Comments and values that are what they seem.
func TestComments(t *testing.T) {
	for _, text := range []string{
		"huisstijl:\n  kleur: \"#BB0000\" # rood\n", "huisstijl:\n  logo: # bestand in beelden/\n", "huisstijl: # niets\n",
		"huisstijl:\n  accent: '#007700' #groen\n", "drempels:\n  link_dagen: 3 #dagen\n", "huisstijl:\n  #kleur: #BB0000\n  logo: a.png #een logo\n",
		"huisstijl:\n  logo: ##\n",
	} {
		if _, list := load(t, good+text, Overrides{}); len(list) > 0 {
			t.Errorf("%s: %q", text, list)
		}
	}
}

// The file is read in whatever encoding an editor saved it in.
func TestEncodings(t *testing.T) {
	text := strings.Replace(good, "Opbouwwerk Voorbeeld", "Café België", 1)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"UTF-8": text, "marked": "\ufeff" + text, "UTF-16": wide, "1252": strings.NewReplacer("é", "\xe9", "ë", "\xeb").Replace(text)} {
		if cfg, list := load(t, content, Overrides{}); cfg.Organisation.Name != "Café België" || len(list) > 0 {
			t.Errorf("%s: %q %q", name, cfg.Organisation.Name, list)
		}
	}
	if cfg, _ := load(t, strings.Replace(text, "Café", "CafÃ©", 1), Overrides{}); cfg.Organisation.Name != "Café België" || cfg.Report.Date.IsZero() {
		t.Errorf("%+v", cfg.Organisation)
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

func TestDelivery(t *testing.T) {
	const base = "organisatie: {naam: A}\nrapport: {jaar: 2021, datum: 2022-04-28}\nthemas: [{naam: Wonen}]\n"
	cfg, list := load(t, base+"levering:\n  bladen: [Activiteiten, Conclusie]\n  tegen: 15/01/2022\n  projecten:\n    Energiek-Pelt: {bladen: [Conclusie]}\n    de-stek: {tegen: 2022-02-01}\n", Overrides{})
	if len(list) > 0 {
		t.Fatal(list)
	}
	if d := cfg.Delivery.Of("energiek-PELT"); len(d.Sheets) != 1 || d.Day().Format(time.DateOnly) != "2022-01-15" {
		t.Errorf("%+v", d)
	}
	if d := cfg.Delivery.Of("de-stek"); len(d.Sheets) != 2 || d.Day().Format(time.DateOnly) != "2022-02-01" {
		t.Errorf("%+v", d)
	}
	for _, c := range []struct{ text, want string }{
		{"levering: {tegen: 31/02/2022}", "C05"}, {"levering: {projecten: {p: {tegen: morgen}}}", "C05"},
		{"levering: {blad: [Conclusie]}", "C03"}, {"levering: {projecten: {p: {blad: [Conclusie]}}}", "C03"},
	} {
		if _, list := load(t, base+c.text+"\n", Overrides{}); len(list) != 1 || !strings.HasPrefix(list[0], c.want) {
			t.Errorf("%s: %v", c.text, list)
		}
	}
}

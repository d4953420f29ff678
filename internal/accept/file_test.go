package accept

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func load(t *testing.T, body string) *File {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, FileName), []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

const twoEntries = `- code: P01
  bestand: gegevens/a.xlsx
  blad: Deelnames
  cellen: [D14]
  waarde: "1.200"
  reden: het buurtfeest
- code: T20
  bestand: teksten/voorwoord.md
  waarde: bijna 20
  reden: afgerond
`

// What a person, or a newer version, wrote stays to the letter; the new entry
// is read behind it.
func TestNothingIsWrittenOver(t *testing.T) {
	e := New(at(&soft, 14, "1.300"), nowhere, "nageteld: \"juist\"", "An Peeters", "2022-03-14")
	for name, body := range map[string]string{
		"no file":        "",
		"only notes":     "# van ons\n",
		"entries":        twoEntries,
		"notes and keys": "# van ons\n" + twoEntries + "  ernst: 3 # nieuw\n  # nog iets\n- code: P02\n  bestand: b.xlsx\n  reden: goed zo\n  wie: {naam: An}\n",
		"no line end":    strings.TrimSuffix(twoEntries, "\n"),
		"Windows":        byteOrderMark + strings.ReplaceAll(twoEntries, "\n", "\r\n"),
		"indented":       "  " + strings.ReplaceAll(strings.TrimSuffix(twoEntries, "\n"), "\n", "\n  ") + "\n",
	} {
		f := load(t, body)
		data, err := f.With(e)
		if err != nil || !strings.HasPrefix(string(data), body) {
			t.Errorf("%s: %v\n%s", name, err, data)
			continue
		}
		again := load(t, string(data))
		if n := len(f.Entries); len(again.Findings) > 0 || len(again.Entries) != n+1 || again.Entries[n].Reason != e.Reason || again.Entries[n].By != "An Peeters" || again.Entries[n].On != "2022-03-14" {
			t.Errorf("%s: %+v %+v", name, again.Findings, again.Entries)
		}
	}
}

// A mistake is told with its line, the rest still counts, and nothing is
// written.
func TestUnreadable(t *testing.T) {
	for name, c := range map[string]struct {
		body        string
		line, count int
	}{
		"no list":                {"code: P01\n", 1, 0},
		"no yaml":                {"- code: [\n", 1, 0},
		"no reason":              {twoEntries + "- code: P01\n  bestand: a.xlsx\n", 11, 2},
		"a quote is missing":     {strings.Replace(twoEntries, `"1.200"`, `"1.200`, 1), 5, 1},
		"the last lacks a quote": {twoEntries + "- code: P02\n  bestand: a.xlsx\n  reden: \"goed\n", 13, 2},
		"a tab":                  {strings.Replace(twoEntries, "  waarde: bijna", "\twaarde: bijna", 1), 7, 1},
		"a text among them":      {twoEntries + "- zomaar\n", 11, 2},
		"bytes of Windows":       {twoEntries + "# caf\xe9\n", 11, 0},
		"a closed list":          {"[{code: P01, bestand: a.xlsx, reden: goed}]\n", 0, 1},
		"too large":              {strings.Repeat("# x\n", maxBytes/4+1), 0, 0},
	} {
		f := load(t, c.body)
		if len(f.Entries) != c.count {
			t.Errorf("%s: %d entries", name, len(f.Entries))
		}
		if c.line > 0 && (len(f.Findings) != 1 || f.Findings[0].Code() != "C08" || f.Findings[0].Ref.Line != c.line) {
			t.Errorf("%s: %+v", name, f.Findings)
		}
		if _, err := f.With(New(at(&soft, 14, "1.300"), nowhere, "goed", "An", "2022-03-14")); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%s: written over: %v", name, err)
		}
	}
	if f, err := Load(t.TempDir()); err != nil || f.Entries != nil || f.Findings != nil {
		t.Error("no file is no acceptance")
	}
}

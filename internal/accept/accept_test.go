package accept

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

var (
	soft = finding.Rule{Code: "P01", Level: finding.Warning}
	hard = finding.Rule{Code: "V01", Level: finding.Error}
)

func at(rule *finding.Rule, row int, found string) finding.Finding {
	f := finding.New(rule, source.Ref{File: "gegevens/a.xlsx", Sheet: "Deelnames", Col: 4, Row: row}, "Veel.")
	f.Found = found
	return f
}

func TestApply(t *testing.T) {
	big := at(&soft, 14, "1.200")
	entries := []Entry{New(big, " het buurtfeest "), New(at(&hard, 3, ""), "zomaar")}
	if entries[0].Reason != "het buurtfeest" || entries[0].Cells[0] != "D14" {
		t.Fatalf("%+v", entries[0])
	}
	for _, c := range []struct {
		name     string
		f        finding.Finding
		accepted bool
		says     string
	}{
		{"as accepted", big, true, ""},
		{"another value", at(&soft, 14, "2.200"), false, "geldt niet meer"},
		{"another cell", at(&soft, 15, "1.200"), false, ""},
		{"an error can't be accepted", at(&hard, 3, ""), false, ""},
	} {
		rest, accepted := Apply([]finding.Finding{c.f}, entries)
		if len(accepted) == 1 != c.accepted || len(rest)+len(accepted) != 1 {
			t.Errorf("%s: %d left, %d accepted", c.name, len(rest), len(accepted))
			continue
		}
		// The list is gone over a second time when the report adds to it.
		if again, _ := Apply(rest, entries); !c.accepted && c.says != "" && strings.Count(again[0].Message, c.says) != 1 {
			t.Errorf("%s: %s", c.name, again[0].Message)
		}
	}
}

// A cell that joins a group of findings wasn't looked at.
func TestApplyToAGroup(t *testing.T) {
	group := at(&soft, 2, "3")
	group.Cells = []source.Ref{group.Ref, at(&soft, 3, "").Ref}
	entries := []Entry{New(group, "juist")}
	if _, accepted := Apply([]finding.Finding{group}, entries); len(accepted) != 1 {
		t.Error("the group as accepted")
	}
	if _, accepted := Apply([]finding.Finding{at(&soft, 3, "3")}, entries); len(accepted) != 1 {
		t.Error("a part of the group that is left")
	}
	group.Cells = append(group.Cells, at(&soft, 9, "").Ref)
	if _, accepted := Apply([]finding.Finding{group}, entries); len(accepted) != 0 {
		t.Error("a new cell must be looked at")
	}
}

// In a narrative lines move; the value tells which finding it is.
func TestApplyToAText(t *testing.T) {
	f := finding.New(&soft, source.Ref{File: "teksten/voorwoord.md", Line: 3, Char: 2}, "Bijna.")
	f.Found = "bijna 20"
	entries := []Entry{New(f, "afgerond")}
	f.Ref.Line = 8
	if _, accepted := Apply([]finding.Finding{f}, entries); len(accepted) != 1 {
		t.Error("the same text in another line")
	}
	f.Found = "bijna 30"
	if _, accepted := Apply([]finding.Finding{f}, entries); len(accepted) != 0 {
		t.Error("another text")
	}
}

func TestWriteAndRead(t *testing.T) {
	dir := t.TempDir()
	first := New(at(&soft, 14, "1.200"), "het buurtfeest: iedereen kwam")
	list := Add(Add(nil, New(at(&soft, 14, "1.100"), "oud")), first)
	data, err := Encode(list)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, FileName), data, 0o644); err != nil {
		t.Fatal(err)
	}
	got, found, err := Load(dir)
	if err != nil || len(found) > 0 || len(got) != 1 || got[0].Value != "1.200" || got[0].Reason != first.Reason {
		t.Errorf("%v %v %+v\n%s", err, found, got, data)
	}
}

func TestUnreadable(t *testing.T) {
	for name, body := range map[string]string{
		"no list":   "code: P01\n",
		"no yaml":   "- code: [\n",
		"no reason": "- code: P01\n  bestand: a.xlsx\n",
		"too large": strings.Repeat("# x\n", maxBytes/4+1),
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, FileName), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
		if list, found, err := Load(dir); err != nil || len(list) > 0 || len(found) != 1 || found[0].Code() != "C08" {
			t.Errorf("%s: %v %v %v", name, list, found, err)
		}
	}
	if list, found, err := Load(t.TempDir()); err != nil || list != nil || found != nil {
		t.Error("no file is no acceptance")
	}
}

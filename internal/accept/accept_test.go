package accept

import (
	"strings"
	"testing"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var (
	soft = finding.Rule{Code: "P01", Level: finding.Warning}
	hard = finding.Rule{Code: "V01", Level: finding.Error}
)

var nowhere = NewPlaces(&model.Dataset{}, nil)

func at(rule *finding.Rule, row int, found string) finding.Finding {
	f := finding.New(rule, source.Ref{File: "gegevens/a.xlsx", Sheet: "Deelnames", Col: 4, Row: row}, "Veel.")
	f.Found = found
	return f
}

func TestApply(t *testing.T) {
	big := at(&soft, 14, "1.200")
	entries := []Entry{New(big, nowhere, " het buurtfeest ", "An", "2022-03-14"), New(at(&hard, 3, ""), nowhere, "zomaar", "", "")}
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
		rest, accepted := Apply([]finding.Finding{c.f}, entries, nowhere)
		if len(accepted) == 1 != c.accepted || len(rest)+len(accepted) != 1 {
			t.Errorf("%s: %d left, %d accepted", c.name, len(rest), len(accepted))
			continue
		}
		// The list is gone over a second time when the report adds to it.
		if again, _ := Apply(rest, entries, nowhere); !c.accepted && c.says != "" && strings.Count(again[0].Message, c.says) != 1 {
			t.Errorf("%s: %s", c.name, again[0].Message)
		}
	}
}

// A cell that joins a group of findings wasn't looked at.
func TestApplyToAGroup(t *testing.T) {
	group := at(&soft, 2, "3")
	group.Cells = []source.Ref{group.Ref, at(&soft, 3, "").Ref}
	entries := []Entry{New(group, nowhere, "juist", "", "")}
	if _, accepted := Apply([]finding.Finding{group}, entries, nowhere); len(accepted) != 1 {
		t.Error("the group as accepted")
	}
	if _, accepted := Apply([]finding.Finding{at(&soft, 3, "3")}, entries, nowhere); len(accepted) != 1 {
		t.Error("a part of the group that is left")
	}
	group.Cells = append(group.Cells, at(&soft, 9, "").Ref)
	if _, accepted := Apply([]finding.Finding{group}, entries, nowhere); len(accepted) != 0 {
		t.Error("a new cell must be looked at")
	}
}

// In a narrative lines move; the value tells which finding it is.
func TestApplyToAText(t *testing.T) {
	f := finding.New(&soft, source.Ref{File: "teksten/voorwoord.md", Line: 3, Char: 2}, "Bijna.")
	f.Found = "bijna 20"
	entries := []Entry{New(f, nowhere, "afgerond", "", "")}
	f.Ref.Line = 8
	if _, accepted := Apply([]finding.Finding{f}, entries, nowhere); len(accepted) != 1 {
		t.Error("the same text in another line")
	}
	f.Found = "bijna 30"
	if _, accepted := Apply([]finding.Finding{f}, entries, nowhere); len(accepted) != 0 {
		t.Error("another text")
	}
}

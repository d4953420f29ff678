package check

import (
	"testing"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// The page gives the command that accepts a finding as a person must type it.
func TestAcceptCommand(t *testing.T) {
	rule := &finding.Rule{Code: "P01", Level: finding.Warning}
	for _, c := range []struct {
		dir  string
		ref  source.Ref
		want string
	}{
		{"", source.Ref{File: "gegevens/a.xlsx", Sheet: "Deelnames", Col: 3, Row: 14}, `voortgang aanvaard P01 gegevens/a.xlsx Deelnames C14 --reden "schrijf hier waarom" --door "je naam"`},
		{".", source.Ref{File: "gegevens/mijn blad.xlsx", Sheet: "VTE"}, `voortgang aanvaard P01 "gegevens/mijn blad.xlsx" VTE --reden "schrijf hier waarom" --door "je naam"`},
		{"onze werkmap", source.Ref{File: "teksten/voorwoord.md", Line: 12, Char: 4}, `voortgang aanvaard "onze werkmap" P01 teksten/voorwoord.md 12 --reden "schrijf hier waarom" --door "je naam"`},
	} {
		if got := acceptCommand(c.dir, finding.Finding{Rule: rule, Level: finding.Warning, Ref: c.ref}); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

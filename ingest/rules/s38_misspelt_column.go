package rules

import (
	"voortgang/internal/finding"
)

// MisspeltColumn is rule S38: a column with nearly the name of one that is
// absent, read as that.
var MisspeltColumn = finding.Rule{
	Code: "S38", Family: finding.Structure, Level: finding.Warning,
	Title: "Kolom met een naam die erop lijkt",
	Explanation: "De naam van deze kolom is bijna die van een kolom die het blad mist, en de waarden passen erbij. Het programma leest ze zo, zodat alles wat erin staat meteen nagekeken wordt. " +
		"Op een fiche geldt hetzelfde voor een veld.",
	Wrong: "datuum", Right: "datum",
	Who: "projectwerker",
}

// Misspelt makes the finding of a column that is read under the name it
// nearly has; upright is true for a Fiche with one field a row.
func Misspelt(at At, text string, upright bool) finding.Finding {
	what := "De kolom"
	if upright {
		what = "Het veld"
	}
	f := at.make(&MisspeltColumn, what+" ‘"+clip(text)+"’ is gelezen als ‘"+at.Column+"’. Schrijf hier ‘"+at.Column+"’.")
	f.Found, f.Expected, f.Proposal = text, at.Column, at.Column
	return f
}

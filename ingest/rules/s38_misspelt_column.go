package rules

import (
	"voortgang/internal/finding"
)

// MisspeltColumn is rule S38: a column with nearly the name of one that is
// absent, read as that.
var MisspeltColumn = finding.ByCode("S38")

// Misspelt makes the finding of a column that is read under the name it
// nearly has; upright is true for a Fiche with one field a row.
func Misspelt(at At, text string, upright bool) finding.Finding {
	what := "De kolom"
	if upright {
		what = "Het veld"
	}
	f := at.make(MisspeltColumn, what+" ‘"+clip(text)+"’ is gelezen als ‘"+at.Column+"’. Schrijf hier ‘"+at.Column+"’.")
	f.Found, f.Expected, f.Proposal = text, at.Column, at.Column
	return f
}

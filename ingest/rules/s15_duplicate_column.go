package rules

import (
	"voortgang/internal/finding"
)

// DuplicateColumn is rule S15: a column that occurs twice.
var DuplicateColumn = finding.Rule{
	Code: "S15", Family: finding.Structure, Level: finding.Error,
	Title:       "Kolom die twee keer voorkomt",
	Explanation: "Het programma weet niet welke van de twee kolommen telt. Het leest de eerste; rijen waarin de twee verschillen, tellen niet mee in de cijfers die de kolom nodig hebben.",
	Wrong:       "datum in kolom B en in kolom F", Right: "één kolom datum",
	Who: "projectwerker",
}

// Twice makes the finding of a column that occurs again. first is the cell
// where it stands first.
func Twice(at At, header, first string) finding.Finding {
	f := at.make(&DuplicateColumn, "De kolom ‘"+at.Column+"’ staat er al in "+first+". Verwijder één van de twee of geef ze een andere naam.")
	f.Found, f.Expected = header, "elke kolom één keer"
	return f
}

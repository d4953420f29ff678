package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// UnfoldedColumns is rule S40: a column for each value of another one.
var UnfoldedColumns = finding.Rule{
	Code: "S40", Family: finding.Structure, Level: finding.Info,
	Title: "Waarden die in kolommen staan",
	Explanation: "Het blad heeft een kolom voor elke groep, elke bron of elk jaar, in plaats van een rij. Het programma leest elke ingevulde cel daaronder als een rij. " +
		"Een kolom met totalen ernaast telt niet mee.",
	Wrong: "de kolommen Volwassenen en Jongeren", Right: "de kolommen groep en aantal",
	Who: "projectwerker",
}

// Unfolded makes the finding of a sheet with columns for the values of
// at.Column; number is the column whose values stand under them.
func Unfolded(at At, values []string, number string) finding.Finding {
	f := at.make(&UnfoldedColumns, "Hier staan de waarden van ‘"+at.Column+"’ in kolommen: "+dutch.Join(values)+
		". Elke ingevulde cel eronder is gelezen als een rij met ‘"+at.Column+"’ en ‘"+number+"’.")
	f.Found, f.Expected = dutch.Join(values), "de kolommen "+at.Column+" en "+number
	return f
}

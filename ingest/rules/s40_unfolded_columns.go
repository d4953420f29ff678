package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// UnfoldedColumns is rule S40: a column for each value of another one.
var UnfoldedColumns = finding.ByCode("S40")

// Unfolded makes the finding of a sheet with columns for the values of
// at.Column; number is the column whose values stand under them.
func Unfolded(at At, values []string, number string) finding.Finding {
	f := at.make(UnfoldedColumns, "Hier staan de waarden van ‘"+at.Column+"’ in kolommen: "+dutch.Join(values)+
		". Elke ingevulde cel eronder is gelezen als een rij met ‘"+at.Column+"’ en ‘"+number+"’.")
	f.Found, f.Expected = dutch.Join(values), "de kolommen "+at.Column+" en "+number
	return f
}

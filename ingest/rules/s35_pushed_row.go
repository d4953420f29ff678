package rules

import (
	"voortgang/internal/finding"
)

// PushedRow is rule S35: a row of a CSV file with a separator within a text.
var PushedRow = finding.ByCode("S35")

// Pushed makes the finding of a row that was pushed aside; found is the first
// value that doesn't fit its column.
func Pushed(at At, found string) finding.Finding {
	f := at.make(PushedRow, "Deze rij heeft meer cellen dan er kolommen zijn, en vanaf hier staan de waarden in de verkeerde kolom. Waarschijnlijk staat het scheidingsteken in een tekst: zet die tekst tussen aanhalingstekens. De rij telt niet mee.")
	f.Found, f.Expected = cut(found, 500), "evenveel cellen als kolommen"
	return f
}

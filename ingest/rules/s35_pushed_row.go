package rules

import (
	"voortgang/internal/finding"
)

// PushedRow is rule S35: a row of a CSV file with a separator within a text.
var PushedRow = finding.Rule{
	Code: "S35", Family: finding.Structure, Level: finding.Error,
	Title:       "Rij van een CSV-bestand met een cel te veel",
	Explanation: "In een CSV-bestand scheidt een puntkomma, een komma, een tab of een rechte streep (|) de cellen. Staat dat teken ook in een tekst, zonder aanhalingstekens eromheen, dan schuift de rest van de rij een kolom op. Zo’n rij telt niet mee.",
	Wrong:       "A12;Overleg; en rondgang;3", Right: "A12;\"Overleg; en rondgang\";3",
	Who: "wie het rapport bouwt",
}

// Pushed makes the finding of a row that was pushed aside; found is the first
// value that doesn't fit its column.
func Pushed(at At, found string) finding.Finding {
	f := at.make(&PushedRow, "Deze rij heeft meer cellen dan er kolommen zijn, en vanaf hier staan de waarden in de verkeerde kolom. Waarschijnlijk staat het scheidingsteken in een tekst: zet die tekst tussen aanhalingstekens. De rij telt niet mee.")
	f.Found, f.Expected = cut(found, 500), "evenveel cellen als kolommen"
	return f
}

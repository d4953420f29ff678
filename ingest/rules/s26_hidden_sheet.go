package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// HiddenSheet is rule S26: a hidden sheet that holds data.
var HiddenSheet = finding.Rule{
	Code: "S26", Family: finding.Structure, Level: finding.Warning,
	Title: "Verborgen blad met gegevens",
	Explanation: "Een blad dat in Excel niet te zien is, wordt gelezen zoals elk ander. Misschien is het een oude versie. " +
		"Bladen met een naam die met _ begint, Keuzelijsten en Toelichting mogen verborgen zijn.",
	Wrong: "het blad Activiteiten is verborgen", Right: "het blad Activiteiten is te zien",
	Who: "projectwerker",
}

// HiddenData makes the finding of a hidden sheet with rows of data.
func HiddenData(at At, rows int) finding.Finding {
	f := at.make(&HiddenSheet, "Dit blad is verborgen, maar "+dutch.Plural(rows, "rij ervan telt", "rijen ervan tellen")+
		" mee. Maak het zichtbaar en kijk het na, of zet _ voor de naam als het niet gelezen moet worden.")
	f.Found, f.Expected = "een verborgen blad", "een blad dat te zien is"
	return f
}

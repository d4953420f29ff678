package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// HiddenSheet is rule S26: a hidden sheet that holds data.
var HiddenSheet = finding.ByCode("S26")

// HiddenData makes the finding of a hidden sheet with rows of data.
func HiddenData(at At, rows int) finding.Finding {
	f := at.make(HiddenSheet, "Dit blad is verborgen, maar "+dutch.Plural(rows, "rij ervan telt", "rijen ervan tellen")+
		" mee. Maak het zichtbaar en kijk het na, of zet _ voor de naam als het niet gelezen moet worden.")
	f.Found, f.Expected = "een verborgen blad", "een blad dat te zien is"
	return f
}

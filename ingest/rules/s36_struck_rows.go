package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// StruckRows is rule S36: rows that are struck through.
var StruckRows = finding.Rule{
	Code: "S36", Family: finding.Structure, Level: finding.Warning,
	Title: "Doorgehaalde rijen",
	Explanation: "Een rij waarvan de cellen doorgehaald zijn, is voor wie kijkt geschrapt. Voor het programma staat ze er gewoon: een streep door een tekst verandert de inhoud niet. " +
		"Alleen wie het blad invult, weet of de rij mag blijven.",
	Wrong: "rij 12 is helemaal doorgehaald en telt mee", Right: "de rij is weg, of de streep is weg",
	Who: "projectwerker",
}

// Struck makes the finding of rows that are struck through. cells has one cell
// a row.
func Struck(at At, cells []source.Ref) finding.Finding {
	message := dutch.Plural(len(cells), "rij is doorgehaald", "rijen zijn doorgehaald") + " (" + rowRuns(cells) + "). " +
		onesOrMany(len(cells), "Ze telt wel mee. Haal de rij weg als ze vervalt, of haal de streep weg als ze blijft.",
			"Ze tellen wel mee. Haal de rijen weg die vervallen, en haal de streep weg bij de rijen die blijven.")
	f := at.make(&StruckRows, message)
	f.Found, f.Expected = dutch.Plural(len(cells), "doorgehaalde rij", "doorgehaalde rijen"), "rijen zonder streep erdoor"
	if len(cells) > 1 {
		f.Cells = cells
	}
	return f
}

package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// StruckRows is rule S36: rows that are struck through.
var StruckRows = finding.ByCode("S36")

// Struck makes the finding of rows that are struck through. cells has one cell
// a row.
func Struck(at At, cells []source.Ref) finding.Finding {
	message := dutch.Plural(len(cells), "rij is doorgehaald", "rijen zijn doorgehaald") + " (" + rowRuns(cells) + "). " +
		onesOrMany(len(cells), "Ze telt wel mee. Haal de rij weg als ze vervalt, of haal de streep weg als ze blijft.",
			"Ze tellen wel mee. Haal de rijen weg die vervallen, en haal de streep weg bij de rijen die blijven.")
	f := at.make(StruckRows, message)
	f.Found, f.Expected = dutch.Plural(len(cells), "doorgehaalde rij", "doorgehaalde rijen"), "rijen zonder streep erdoor"
	if len(cells) > 1 {
		f.Cells = cells
	}
	return f
}

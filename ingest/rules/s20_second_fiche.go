package rules

import (
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// SecondFiche is rule S20: more than one Fiche in a workbook.
var SecondFiche = finding.ByCode("S20")

// Second makes the finding of more projects on a Fiche, or of a second Fiche.
// cells has one cell a project when there are more on the same sheet.
func Second(at At, code string, cells []source.Ref) finding.Finding {
	f := at.make(SecondFiche, "Dit werkboek heeft al een fiche. Zet elk project in een eigen werkboek, of zet de projecten samen op een blad Projecten.")
	f.Found, f.Expected = code, "één fiche per werkboek"
	if len(cells) > 1 {
		f.Cells = cells
	}
	return f
}

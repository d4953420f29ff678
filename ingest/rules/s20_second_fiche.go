package rules

import (
	"voortgang/internal/finding"
)

// SecondFiche is rule S20: more than one Fiche in a workbook.
var SecondFiche = finding.Rule{
	Code: "S20", Family: finding.Structure, Level: finding.Error,
	Title:       "Meer dan één fiche in een werkboek",
	Explanation: "Een werkboek met een Fiche hoort bij één project. Met twee fiches weet het programma niet bij welk project de andere bladen horen.",
	Wrong:       "twee projecten op één blad Fiche", Right: "één fiche per werkboek, of een blad Projecten",
	Who: "projectwerker",
}

// Second makes the finding of a second project on a Fiche, or of a second Fiche.
func Second(at At, code string) finding.Finding {
	f := at.make(&SecondFiche, "Dit werkboek heeft al een fiche. Zet elk project in een eigen werkboek, of zet de projecten samen op een blad Projecten.")
	f.Found, f.Expected = code, "één fiche per werkboek"
	return f
}

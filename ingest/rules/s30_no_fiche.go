package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// Unclaimed is rule S30: a workbook with a project's sheets that doesn't say
// which project.
var Unclaimed = finding.ByCode("S30")

// NoFiche makes the finding of a workbook whose sheets name no project.
func NoFiche(at At, sheets []string) finding.Finding {
	f := at.make(Unclaimed, "Dit werkboek heeft geen blad Fiche, en de rijen van "+dutch.Join(sheets)+
		" noemen geen project. Zet er een blad Fiche bij met de vaste gegevens van het project.")
	f.Found, f.Expected = "geen fiche", "een blad Fiche"
	return f
}

package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// Unclaimed is rule S30: a workbook with a project's sheets that doesn't say
// which project.
var Unclaimed = finding.Rule{
	Code: "S30", Family: finding.Structure, Level: finding.Error,
	Title: "Werkboek dat niet zegt bij welk project het hoort",
	Explanation: "Een werkboek van een project heeft een blad Fiche met de code van het project. Zonder fiche moet elke rij haar project noemen. " +
		"Is er geen van beide, dan telt niets van het werkboek mee.",
	Wrong: "een werkboek met Activiteiten en Deelnames, zonder Fiche", Right: "een blad Fiche met code, naam, thema, fase, start en einde",
	Who: "projectwerker",
}

// NoFiche makes the finding of a workbook whose sheets name no project.
func NoFiche(at At, sheets []string) finding.Finding {
	f := at.make(&Unclaimed, "Dit werkboek heeft geen blad Fiche, en de rijen van "+dutch.Join(sheets)+
		" noemen geen project. Zet er een blad Fiche bij met de vaste gegevens van het project.")
	f.Found, f.Expected = "geen fiche", "een blad Fiche"
	return f
}

package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NotAllowed is rule W10: none of the values of a choice.
var NotAllowed = finding.Rule{
	Code: "W10", Family: finding.Values, Level: finding.Error,
	Title:       "Waarde die niet in de lijst staat",
	Explanation: "Deze kolom heeft een vaste lijst van waarden, omdat het rapport erop telt. Hoofdletters, accenten en spaties tellen niet mee.",
	Wrong:       "Grote werkgroep", Right: "Werkgroepen",
	Who: "projectwerker",
}

func notAllowed(at At, p *value.Problem) finding.Finding {
	return at.refuse(&NotAllowed, p, "‘"+clip(p.Found)+"’ kan hier niet", "Kies uit: "+p.Expected+".")
}

package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// DateForCode is rule W16: a code that Excel has turned into a date.
var DateForCode = finding.Rule{
	Code: "W16", Family: finding.Values, Level: finding.Warning,
	Title:       "Code die een datum werd",
	Explanation: "Excel maakt van een code als 1-2 of MRT1 vanzelf een datum. De code zelf is dan weg.",
	Wrong:       "01/02/2021", Right: "1-2, in een cel met opmaak Tekst",
	Who: "projectwerker",
}

func dateForCode(at At, p *value.Problem) finding.Finding {
	return at.refuse(&DateForCode, p, clip(p.Found)+" staat als datum in een kolom met namen of codes", "Zet de celopmaak op Tekst en typ de code opnieuw.")
}

package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// YearRange is rule W03: a year out of 1900-2100.
var YearRange = finding.Rule{
	Code: "W03", Family: finding.Values, Level: finding.Error,
	Title:       "Jaar buiten 1900–2100",
	Explanation: "Een jaar ligt tussen 1900 en 2100. Daarbuiten is het bijna altijd een tikfout.",
	Wrong:       "1/1/20121", Right: "1/1/2021",
	Who: "projectwerker",
}

func yearRange(at At, p *value.Problem) finding.Finding {
	return at.refuse(&YearRange, p, quote(p.Found)+" heeft een jaar buiten 1900–2100", "Kijk het jaar na.")
}

package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// ThreeDecimals is rule W21: an amount whose thousands point was read as a
// decimal sign.
var ThreeDecimals = finding.Rule{
	Code: "W21", Family: finding.Values, Level: finding.Warning,
	Title: "Bedrag met drie decimalen",
	Explanation: "Een bedrag in euro heeft hoogstens twee decimalen. Staan er precies drie, dan is het punt of de komma van de duizendtallen gelezen als een decimaalteken, " +
		"en is het bedrag duizend keer te klein. Bedragen met meer decimalen komen uit een berekening en worden niet gemeld.",
	Wrong: "202,685", Right: "202.685 of 202685",
	Who: "personeelsdienst",
}

func threeDecimals(at At, p *value.Problem) finding.Finding {
	return at.refuse(&ThreeDecimals, p, clip(p.Found)+" is een bedrag met drie decimalen, minder dan 1.000 euro", "")
}

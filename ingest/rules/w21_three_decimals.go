package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// ThreeDecimals is rule W21: an amount whose thousands point was read as a
// decimal sign.
var ThreeDecimals = finding.ByCode("W21")

func threeDecimals(at At, p *value.Problem) finding.Finding {
	return at.refuse(ThreeDecimals, p, clip(p.Found)+" is een bedrag met drie decimalen, minder dan 1.000 euro", "")
}

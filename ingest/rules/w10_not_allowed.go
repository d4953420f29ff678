package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NotAllowed is rule W10: none of the values of a choice.
var NotAllowed = finding.ByCode("W10")

func notAllowed(at At, p *value.Problem) finding.Finding {
	return at.refuse(NotAllowed, p, "‘"+clip(p.Found)+"’ kan hier niet", "Kies uit: "+p.Expected+".")
}

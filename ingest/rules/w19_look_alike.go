package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// LookAlike is rule W19: letters of another script that look like Latin ones.
var LookAlike = finding.ByCode("W19")

func lookAlike(at At, p *value.Problem) finding.Finding {
	return at.refuse(LookAlike, p, quote(p.Found)+" bevat letters die er alleen maar zo uitzien", "")
}

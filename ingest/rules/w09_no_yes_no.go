package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NoYesNo is rule W09: neither yes nor no.
var NoYesNo = finding.ByCode("W09")

func noYesNo(at At, p *value.Problem) finding.Finding {
	return at.refuse(NoYesNo, p, quote(p.Found)+" is geen ja of nee", "Schrijf ja of nee.")
}

package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NotWhole is rule W06: a fraction where something is counted.
var NotWhole = finding.ByCode("W06")

func notWhole(at At, p *value.Problem) finding.Finding {
	return at.refuse(NotWhole, p, quote(p.Found)+" is geen geheel getal", "Vul een geheel getal in.")
}

package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NoYear is rule W08: text that is no calendar year.
var NoYear = finding.ByCode("W08")

func noYear(at At, p *value.Problem) finding.Finding {
	return at.refuse(NoYear, p, quote(p.Found)+" is geen jaar", "Schrijf het jaar met vier cijfers.")
}

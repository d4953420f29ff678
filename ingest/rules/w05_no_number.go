package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NoNumber is rule W05: text that is no number.
var NoNumber = finding.ByCode("W05")

func noNumber(at At, p *value.Problem) finding.Finding {
	return at.refuse(NoNumber, p, quote(p.Found)+" is geen getal", "Schrijf alleen het getal, zonder woorden of eenheid.")
}

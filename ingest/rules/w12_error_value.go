package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// ErrorValue is rule W12: an error value of Excel.
var ErrorValue = finding.ByCode("W12")

func errorValue(at At, p *value.Problem) finding.Finding {
	return at.refuse(ErrorValue, p, clip(p.Found)+" is een foutwaarde van Excel", "Herstel de formule of vul de waarde zelf in.")
}

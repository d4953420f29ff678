package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// Unreadable is rule W15: a cell whose content doesn't fit its type.
var Unreadable = finding.ByCode("W15")

func unreadable(at At, p *value.Problem) finding.Finding {
	return at.refuse(Unreadable, p, "De inhoud van deze cel is onleesbaar", "Vul de waarde opnieuw in.")
}

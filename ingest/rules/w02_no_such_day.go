package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NoSuchDay is rule W02: a day that the calendar doesn't have.
var NoSuchDay = finding.ByCode("W02")

func noSuchDay(at At, p *value.Problem) finding.Finding {
	return at.refuse(NoSuchDay, p, quote(p.Found)+" is geen bestaande datum", "Kijk na welke dag het was.")
}

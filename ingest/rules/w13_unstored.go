package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// Unstored is rule W13: a formula whose value the file doesn't keep.
var Unstored = finding.ByCode("W13")

func unstored(at At, p *value.Problem) finding.Finding {
	return at.refuse(Unstored, p, "De formule in deze cel heeft geen bewaarde uitkomst", "Open het werkboek in Excel en bewaar het, of vul de waarde zelf in.")
}

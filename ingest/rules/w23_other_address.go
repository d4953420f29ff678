package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// OtherAddress is rule W23: a web address with a link to another one.
var OtherAddress = finding.ByCode("W23")

func otherAddress(at At, p *value.Problem) finding.Finding {
	return at.refuse(OtherAddress, p, "In de cel staat "+clip(p.Found)+", maar een klik erop opent een ander adres", "Het rapport toont wat er staat. Schrijf het goede adres.")
}

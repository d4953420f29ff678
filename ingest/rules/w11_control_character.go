package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// ControlCharacter is rule W11: text with control characters.
var ControlCharacter = finding.ByCode("W11")

func controlCharacter(at At, p *value.Problem) finding.Finding {
	f := at.refuse(ControlCharacter, &value.Problem{Found: p.Found, Expected: p.Expected, Detail: p.Detail},
		"De tekst bevat een onzichtbaar stuurteken", "Typ de tekst opnieuw of plak hem zonder opmaak.")
	f.Proposal = p.Proposal
	return f
}

package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// ControlCharacter is rule W11: text with control characters.
var ControlCharacter = finding.Rule{
	Code: "W11", Family: finding.Values, Level: finding.Error,
	Title:       "Onzichtbaar stuurteken in een tekst",
	Explanation: "In de tekst staat een teken dat niet te drukken is. Het komt mee met knippen en plakken uit een ander programma.",
	Wrong:       "tekst met een stuurteken", Right: "dezelfde tekst, opnieuw getypt",
	Who: "projectwerker",
}

func controlCharacter(at At, p *value.Problem) finding.Finding {
	f := at.refuse(&ControlCharacter, &value.Problem{Found: p.Found, Expected: p.Expected, Detail: p.Detail},
		"De tekst bevat een onzichtbaar stuurteken", "Typ de tekst opnieuw of plak hem zonder opmaak.")
	f.Proposal = p.Proposal
	return f
}

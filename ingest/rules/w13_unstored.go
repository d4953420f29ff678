package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// Unstored is rule W13: a formula whose value the file doesn't keep.
var Unstored = finding.Rule{
	Code: "W13", Family: finding.Values, Level: finding.Error,
	Title:       "Formule zonder bewaarde uitkomst",
	Explanation: "Het bestand bevat de formule, maar niet wat ze oplevert. Dat gebeurt als een ander programma dan Excel het schreef. Het programma rekent formules niet zelf uit.",
	Wrong:       "=B2*2, nooit uitgerekend", Right: "24",
	Who: "projectwerker",
}

func unstored(at At, p *value.Problem) finding.Finding {
	return at.refuse(&Unstored, p, "De formule in deze cel heeft geen bewaarde uitkomst", "Open het werkboek in Excel en bewaar het, of vul de waarde zelf in.")
}

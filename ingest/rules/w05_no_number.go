package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NoNumber is rule W05: text that is no number.
var NoNumber = finding.Rule{
	Code: "W05", Family: finding.Values, Level: finding.Error,
	Title:       "Geen getal",
	Explanation: "Hier hoort een getal: een getalcel, of tekst als 1451, 1.451, 1 451 of 24,87. Woorden, eenheden en procenttekens horen in de kolomkop of in een andere kolom.",
	Wrong:       "12 uur", Right: "12",
	Who: "projectwerker",
}

func noNumber(at At, p *value.Problem) finding.Finding {
	return at.refuse(&NoNumber, p, quote(p.Found)+" is geen getal", "Schrijf alleen het getal, zonder woorden of eenheid.")
}

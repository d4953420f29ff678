package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// ErrorValue is rule W12: an error value of Excel.
var ErrorValue = finding.Rule{
	Code: "W12", Family: finding.Values, Level: finding.Error,
	Title:       "Foutwaarde van Excel",
	Explanation: "Een formule in deze cel geeft een fout. Zolang die er staat, is er geen waarde.",
	Wrong:       "#N/B", Right: "12",
	Who: "projectwerker",
}

func errorValue(at At, p *value.Problem) finding.Finding {
	return at.refuse(&ErrorValue, p, clip(p.Found)+" is een foutwaarde van Excel", "Herstel de formule of vul de waarde zelf in.")
}

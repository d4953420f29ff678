package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// Unreadable is rule W15: a cell whose content doesn't fit its type.
var Unreadable = finding.Rule{
	Code: "W15", Family: finding.Values, Level: finding.Error,
	Title:       "Cel die zichzelf tegenspreekt",
	Explanation: "De cel zegt dat ze een getal of ja/nee bevat, maar er staat iets anders in. Een ander programma dan Excel heeft dat zo geschreven.",
	Wrong:       "een getalcel met letters", Right: "12",
	Who: "projectwerker",
}

func unreadable(at At, p *value.Problem) finding.Finding {
	return at.refuse(&Unreadable, p, "De inhoud van deze cel is onleesbaar", "Vul de waarde opnieuw in.")
}

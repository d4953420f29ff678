package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NotWhole is rule W06: a fraction where something is counted.
var NotWhole = finding.Rule{
	Code: "W06", Family: finding.Values, Level: finding.Error,
	Title:       "Geen geheel getal",
	Explanation: "Hier wordt geteld: het aantal is een geheel getal.",
	Wrong:       "12,5", Right: "12",
	Who: "projectwerker",
}

func notWhole(at At, p *value.Problem) finding.Finding {
	return at.refuse(&NotWhole, p, quote(p.Found)+" is geen geheel getal", "Vul een geheel getal in.")
}

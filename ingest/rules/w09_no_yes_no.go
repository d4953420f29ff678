package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NoYesNo is rule W09: neither yes nor no.
var NoYesNo = finding.Rule{
	Code: "W09", Family: finding.Values, Level: finding.Error,
	Title:       "Geen ja of nee",
	Explanation: "Hier past ja of nee; ook j/n, x, waar/onwaar en 1/0 zijn goed. Een lege cel betekent nee.",
	Wrong:       "misschien", Right: "ja",
	Who: "projectwerker",
}

func noYesNo(at At, p *value.Problem) finding.Finding {
	return at.refuse(&NoYesNo, p, quote(p.Found)+" is geen ja of nee", "Schrijf ja of nee.")
}

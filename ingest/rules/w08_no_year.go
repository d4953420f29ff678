package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NoYear is rule W08: text that is no calendar year.
var NoYear = finding.Rule{
	Code: "W08", Family: finding.Values, Level: finding.Error,
	Title:       "Geen jaartal",
	Explanation: "Hier hoort een kalenderjaar met vier cijfers.",
	Wrong:       "2021-2022", Right: "2021",
	Who: "projectwerker",
}

func noYear(at At, p *value.Problem) finding.Finding {
	return at.refuse(&NoYear, p, quote(p.Found)+" is geen jaar", "Schrijf het jaar met vier cijfers.")
}

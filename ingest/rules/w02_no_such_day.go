package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NoSuchDay is rule W02: a day that the calendar doesn't have.
var NoSuchDay = finding.Rule{
	Code: "W02", Family: finding.Values, Level: finding.Error,
	Title:       "Dag die niet bestaat",
	Explanation: "De kalender heeft die dag niet. Excel bewaart zo’n datum als tekst, zodat niets hem tegenhoudt.",
	Wrong:       "31/4/2021", Right: "30/4/2021",
	Who: "projectwerker",
}

func noSuchDay(at At, p *value.Problem) finding.Finding {
	return at.refuse(&NoSuchDay, p, quote(p.Found)+" is geen bestaande datum", "Kijk na welke dag het was.")
}

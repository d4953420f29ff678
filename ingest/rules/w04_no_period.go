package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NoPeriod is rule W04: text that is no period.
var NoPeriod = finding.Rule{
	Code: "W04", Family: finding.Values, Level: finding.Error,
	Title:       "Geen dag, maand, kwartaal, jaar of ‘continu’",
	Explanation: "Hier past een dag, een maand (maart 2021), een kwartaal (2e kwartaal 2021), een jaar of het woord continu. Iets daartussen, zoals een reeks maanden, kan het programma niet ordenen.",
	Wrong:       "voorjaar 2021", Right: "2e kwartaal 2021",
	Who: "projectwerker",
}

func noPeriod(at At, p *value.Problem) finding.Finding {
	return at.refuse(&NoPeriod, p, quote(p.Found)+" is geen dag, maand, kwartaal, jaar of ‘continu’", "Schrijf een maand of kwartaal met het jaar erbij, zoals ‘maart 2021’ of ‘2e kwartaal 2021’.")
}

package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NoPeriod is rule W04: text that is no period.
var NoPeriod = finding.ByCode("W04")

func noPeriod(at At, p *value.Problem) finding.Finding {
	return at.refuse(NoPeriod, p, quote(p.Found)+" is geen dag, maand, kwartaal, jaar of ‘continu’", "Schrijf een maand of kwartaal met het jaar erbij, zoals ‘maart 2021’ of ‘2e kwartaal 2021’.")
}

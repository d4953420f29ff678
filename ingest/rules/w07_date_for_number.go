package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// DateForNumber is rule W07: a cell formatted as date or time in a column of numbers.
var DateForNumber = finding.ByCode("W07")

func dateForNumber(at At, p *value.Problem) finding.Finding {
	return at.refuse(DateForNumber, p, quote(p.Found)+" is een datum of een uur, geen getal", "Zet de celopmaak op Getal en vul het getal opnieuw in.")
}

package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// DateForNumber is rule W07: a cell formatted as date or time in a column of numbers.
var DateForNumber = finding.Rule{
	Code: "W07", Family: finding.Values, Level: finding.Error,
	Title:       "Datum of uur waar een getal hoort",
	Explanation: "De cel staat opgemaakt als datum of als uur, zodat Excel er iets anders in bewaart dan je ziet: 2:30 is voor Excel 0,104.",
	Wrong:       "2:30", Right: "2,5",
	Who: "projectwerker",
}

func dateForNumber(at At, p *value.Problem) finding.Finding {
	return at.refuse(&DateForNumber, p, quote(p.Found)+" is een datum of een uur, geen getal", "Zet de celopmaak op Getal en vul het getal opnieuw in.")
}

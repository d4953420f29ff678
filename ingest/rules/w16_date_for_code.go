package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// DateForCode is rule W16: a code that Excel has turned into a date.
var DateForCode = finding.ByCode("W16")

func dateForCode(at At, p *value.Problem) finding.Finding {
	return at.refuse(DateForCode, p, clip(p.Found)+" staat als datum in een kolom met namen of codes", "Zet de celopmaak op Tekst en typ de code opnieuw.")
}

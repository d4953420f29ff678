package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// YearRange is rule W03: a year out of 1900-2100.
var YearRange = finding.ByCode("W03")

func yearRange(at At, p *value.Problem) finding.Finding {
	return at.refuse(YearRange, p, quote(p.Found)+" heeft een jaar buiten 1900–2100", "Kijk het jaar na.")
}

package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// NoDate is rule W01: text that is no date or an ambiguous one.
var NoDate = finding.Rule{
	Code: "W01", Family: finding.Values, Level: finding.Error,
	Title:       "Geen datum",
	Explanation: "Een datum is een datumcel van Excel, of tekst als 14/04/2021, 14-04-2021 of 2021-04-14. Een jaar met twee cijfers, een maand zonder dag of een datum waarin de maand eerst komt, kan het programma op meer dan één manier lezen; dan raadt het niet.",
	Wrong:       "14/4/21", Right: "14/4/2021",
	Who: "projectwerker",
}

func noDate(at At, p *value.Problem) finding.Finding {
	return at.refuse(&NoDate, p, quote(p.Found)+" is geen datum", "Schrijf de dag als 14/04/2021.")
}

// OtherOrder makes the finding of a date that stands among dates with the
// month first, and so can be read in two ways.
func OtherOrder(at At, found string) finding.Finding {
	f := at.make(&NoDate, "De andere datums in deze kolom zetten de maand eerst, zodat niet zeker is welke dag dit is. Zet in de hele kolom eerst de dag, dan de maand.")
	f.Found, f.Expected = found, "een datum als 14/04/2021"
	return f
}

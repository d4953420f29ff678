package rules

import (
	"fmt"

	"voortgang/ingest/value"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// NoDate is rule W01: text that is no date or an ambiguous one.
var NoDate = finding.ByCode("W01")

func noDate(at At, p *value.Problem) finding.Finding {
	return at.refuse(NoDate, p, quote(p.Found)+" is geen datum", "Schrijf een dag, bijvoorbeeld 14/04/2021.")
}

// MonthFirst makes the finding of a column in which the dates have the month
// first; cells are those dates, and p is what is wrong with one of them.
func MonthFirst(at At, cells []source.Ref, p *value.Problem) finding.Finding {
	f := at.make(NoDate, fmt.Sprintf(
		"In deze kolom staat bij %s de maand eerst: %s is dan %s. Zet in de hele kolom eerst de dag, dan de maand.",
		dutch.Plural(len(cells), "datum", "datums"), clip(p.Found), clip(p.Proposal)))
	f.Found, f.Expected, f.Cells = cut(p.Found, 500), p.Expected, cells
	return f
}

// ShortYears makes the finding of a column with dates that lack the century;
// cells are those dates, and p is what is wrong with one of them.
func ShortYears(at At, cells []source.Ref, p *value.Problem) finding.Finding {
	message := fmt.Sprintf("In deze kolom staat bij %s het jaar met twee cijfers, zoals %s. Schrijf de jaren met vier cijfers",
		dutch.Plural(len(cells), "datum", "datums"), clip(p.Found))
	if p.Proposal != "" {
		message += ", zoals " + clip(p.Proposal)
	}
	f := at.make(NoDate, message+".")
	f.Found, f.Expected, f.Cells = cut(p.Found, 500), p.Expected, cells
	return f
}

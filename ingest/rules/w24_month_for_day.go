package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// MonthForDay is rule W24: dates of which no day is shown where a day is asked.
var MonthForDay = finding.ByCode("W24")

// ShownAsMonth makes the finding of dates that show no day; shown is what stands
// in the first of the cells.
func ShownAsMonth(at At, cells []source.Ref, shown, read string) finding.Finding {
	f := at.make(MonthForDay, dutch.Plural(len(cells), "datum toont", "datums tonen")+" geen dag. De eerste, "+shown+", is gelezen als "+read+
		". Zet de celeigenschappen op dd/mm/jjjj en kijk na of de dag klopt.")
	f.Found, f.Expected = shown, "een datum waarvan de dag te zien is"
	if len(cells) > 1 {
		f.Cells = cells
	}
	return f
}

package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// MonthForDay is rule W24: dates of which no day is shown where a day is asked.
var MonthForDay = finding.Rule{
	Code: "W24", Family: finding.Values, Level: finding.Info,
	Title: "Datum waarvan de dag niet te zien is",
	Explanation: "De notatie van deze cellen toont alleen een maand of een jaar. Excel maakt van een getypte ‘mrt 2021’ de eerste dag van die maand, ook als niemand een dag bedoelde. " +
		"Waar een dag gevraagd is, leest het programma die eerste dag.",
	Wrong: "mrt-21, bewaard als 01/03/2021", Right: "14/03/2021, in een cel die de dag toont",
	Who: "projectwerker",
}

// ShownAsMonth makes the finding of dates that show no day; shown is what stands
// in the first of the cells.
func ShownAsMonth(at At, cells []source.Ref, shown, read string) finding.Finding {
	f := at.make(&MonthForDay, dutch.Plural(len(cells), "datum toont", "datums tonen")+" geen dag. De eerste, "+shown+", is gelezen als "+read+
		". Zet de celeigenschappen op dd/mm/jjjj en kijk na of de dag klopt.")
	f.Found, f.Expected = shown, "een datum waarvan de dag te zien is"
	if len(cells) > 1 {
		f.Cells = cells
	}
	return f
}

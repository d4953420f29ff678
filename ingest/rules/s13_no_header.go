package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// NoHeader is rule S13: a sheet without a header row.
var NoHeader = finding.ByCode("S13")

// Headless makes the finding of a sheet with data and without column names.
// rows counts the rows that aren't read, wanted are the required columns.
func Headless(at At, rows int, wanted []string) finding.Finding {
	f := at.make(NoHeader, "De rij met de kolomnamen is niet gevonden, dus "+dutch.Plural(rows, "rij is", "rijen zijn")+" niet gelezen. Zet boven de gegevens minstens de kolommen "+dutch.Join(wanted)+".")
	f.Expected = dutch.Join(wanted)
	return f
}

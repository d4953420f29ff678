package rules

import (
	"voortgang/internal/finding"
)

// OpenQuote is rule S23: a quote in a CSV file that is never closed.
var OpenQuote = finding.Rule{
	Code: "S23", Family: finding.Structure, Level: finding.Error,
	Title:       "Aanhalingsteken dat niet gesloten wordt",
	Explanation: "In een CSV-bestand begint een tekst met een aanhalingsteken, maar er is geen tweede. Excel leest dan de rijen daarna als deel van die ene cel.",
	Wrong:       "\"Overleg met bewoners", Right: "\"Overleg met bewoners\"",
	Who: "wie het rapport bouwt",
}

// Quote makes the finding of a quote that is never closed.
func Quote(at At) finding.Finding {
	f := at.make(&OpenQuote, "In deze cel staat een aanhalingsteken zonder tweede, zodat niet duidelijk is waar ze eindigt. Zet een aanhalingsteken voor en achter de tekst, of haal het losse weg.")
	f.Expected = "een aanhalingsteken voor en na de tekst"
	return f
}

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
	f := at.make(&OpenQuote, "Deze cel begint met een aanhalingsteken dat niet gesloten wordt, zodat niet duidelijk is waar ze eindigt. Zet een aanhalingsteken achter de tekst, of haal het eerste weg.")
	f.Expected = "een aanhalingsteken voor en na de tekst"
	return f
}

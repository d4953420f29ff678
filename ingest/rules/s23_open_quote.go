package rules

import (
	"voortgang/internal/finding"
)

// OpenQuote is rule S23: a quote in a CSV file that is never closed.
var OpenQuote = finding.ByCode("S23")

// Quote makes the finding of a quote that is never closed.
func Quote(at At) finding.Finding {
	f := at.make(OpenQuote, "In deze cel staat een aanhalingsteken zonder tweede, zodat niet duidelijk is waar ze eindigt. Zet een aanhalingsteken voor en achter de tekst, of haal het losse weg.")
	f.Expected = "een aanhalingsteken voor en na de tekst"
	return f
}

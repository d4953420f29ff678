package rules

import (
	"voortgang/internal/finding"
)

// NoFiles is rule S07: no spreadsheets in gegevens/.
var NoFiles = finding.ByCode("S07")

// NoFolder makes the finding of something else than a folder gegevens that can
// be opened.
func NoFolder(at At, why string) finding.Finding {
	f := at.make(NoFiles, "De map gegevens kan niet geopend worden: "+why+". Zet er een map gegevens met de .xlsx- of .csv-bestanden.")
	f.Expected = "een map gegevens"
	return f
}

// Nothing makes the finding of a workdir without spreadsheets. exists tells
// whether there is a folder gegevens.
func Nothing(at At, exists bool) finding.Finding {
	message := "Er staan geen werkboeken in de map gegevens. Zet de .xlsx- of .csv-bestanden erin."
	if !exists {
		message = "De map gegevens ontbreekt in de werkmap. Maak ze en zet de .xlsx- of .csv-bestanden erin, of kijk na of je de juiste werkmap opgaf."
	}
	f := at.make(NoFiles, message)
	f.Expected = "minstens één .xlsx- of .csv-bestand in gegevens"
	return f
}

package rules

import (
	"voortgang/internal/finding"
)

// EmptySheet is rule S12: a known sheet, or a whole file, without content.
var EmptySheet = finding.ByCode("S12")

// Blank makes the finding of a known sheet without any content.
func Blank(at At) finding.Finding {
	return at.make(EmptySheet, "Dit blad is helemaal leeg. Vul het in, of verwijder het als het niet nodig is.")
}

// BlankFile makes the finding of a workbook or CSV file in which no sheet holds
// anything.
func BlankFile(at At) finding.Finding {
	return at.make(EmptySheet, "In dit bestand is geen enkele cel ingevuld. Vul het in, of haal het weg uit de map gegevens.")
}

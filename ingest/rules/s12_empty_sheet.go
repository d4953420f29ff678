package rules

import (
	"voortgang/internal/finding"
)

// EmptySheet is rule S12: a known sheet, or a whole file, without content.
var EmptySheet = finding.Rule{
	Code: "S12", Family: finding.Structure, Level: finding.Info,
	Title:       "Leeg blad of leeg bestand",
	Explanation: "Het blad is herkend, maar er staat niets in, ook geen kolomnamen. Of er staat in het hele bestand niets.",
	Wrong:       "een blad Contacten zonder inhoud", Right: "een blad met minstens de kolomnamen",
	Who: "projectwerker",
}

// Blank makes the finding of a known sheet without any content.
func Blank(at At) finding.Finding {
	return at.make(&EmptySheet, "Dit blad is helemaal leeg. Vul het in, of verwijder het als het niet nodig is.")
}

// BlankFile makes the finding of a workbook or CSV file in which no sheet holds
// anything.
func BlankFile(at At) finding.Finding {
	return at.make(&EmptySheet, "In dit bestand is geen enkele cel ingevuld. Vul het in, of haal het weg uit de map gegevens.")
}

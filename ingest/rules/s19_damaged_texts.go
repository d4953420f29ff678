package rules

import (
	"voortgang/internal/finding"
)

// DamagedTexts is rule S19: a damaged table of shared texts.
var DamagedTexts = finding.ByCode("S19")

// NoTexts makes the finding of a workbook whose table of texts is missing or
// breaks off.
func NoTexts(at At) finding.Finding {
	return at.make(DamagedTexts, "De lijst met teksten van dit werkboek is beschadigd: een deel van de teksten is niet te lezen. Open het in Excel, laat Excel het herstellen en vul aan, of haal een oudere versie terug.")
}

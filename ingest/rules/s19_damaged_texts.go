package rules

import (
	"voortgang/internal/finding"
)

// DamagedTexts is rule S19: a damaged table of shared texts.
var DamagedTexts = finding.Rule{
	Code: "S19", Family: finding.Structure, Level: finding.Error,
	Title:       "Teksten van het werkboek zijn beschadigd",
	Explanation: "Excel bewaart alle teksten van een werkboek in één lijst. Die lijst ontbreekt of breekt af, zodat een deel van de teksten verloren is.",
	Wrong:       "een werkboek waarvan de lijst met teksten stuk is", Right: "een werkboek dat in Excel zonder melding opent",
	Who: "wie het rapport bouwt",
}

// NoTexts makes the finding of a workbook whose table of texts is missing or
// breaks off.
func NoTexts(at At) finding.Finding {
	return at.make(&DamagedTexts, "De lijst met teksten van dit werkboek is beschadigd: een deel van de teksten is niet te lezen. Open het in Excel, laat Excel het herstellen en vul aan, of haal een oudere versie terug.")
}

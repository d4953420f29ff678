package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// LostText is rule W14: a shared text that is missing.
var LostText = finding.Rule{
	Code: "W14", Family: finding.Values, Level: finding.Error,
	Title:       "Tekst die in het bestand ontbreekt",
	Explanation: "Excel bewaart teksten in een aparte lijst. De cel verwijst naar een tekst die niet in die lijst staat: het bestand is beschadigd.",
	Wrong:       "een verwijzing naar niets", Right: "de tekst zelf",
	Who: "projectwerker",
}

func lostText(at At, p *value.Problem) finding.Finding {
	return at.refuse(&LostText, p, "De tekst van deze cel ontbreekt in het bestand", "Haal een oudere versie terug of typ de tekst opnieuw.")
}

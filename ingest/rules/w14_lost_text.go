package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// LostText is rule W14: a shared text that is missing.
var LostText = finding.ByCode("W14")

func lostText(at At, p *value.Problem) finding.Finding {
	return at.refuse(LostText, p, "De tekst van deze cel ontbreekt in het bestand", "Haal een oudere versie terug of typ de tekst opnieuw.")
}

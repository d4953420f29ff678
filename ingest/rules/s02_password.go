package rules

import (
	"voortgang/internal/finding"
)

// PasswordFile is rule S02: an encrypted workbook.
var PasswordFile = finding.ByCode("S02")

// Password makes the finding of an encrypted workbook.
func Password(at At) finding.Finding {
	return at.make(PasswordFile, "Dit werkboek heeft een wachtwoord en kan niet gelezen worden. Haal het wachtwoord weg in Excel: Bestand, Info, Werkmap beveiligen. Vraagt Excel er geen bij het openen, haal dan daar de beveiliging van de werkmap weg.")
}

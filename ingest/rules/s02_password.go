package rules

import (
	"voortgang/internal/finding"
)

// PasswordFile is rule S02: an encrypted workbook.
var PasswordFile = finding.Rule{
	Code: "S02", Family: finding.Structure, Level: finding.Error,
	Title:       "Werkboek met een wachtwoord",
	Explanation: "Een werkboek dat een wachtwoord vraagt om te openen, is versleuteld. Het programma kan er niets van lezen.",
	Wrong:       "een werkboek met een wachtwoord", Right: "hetzelfde werkboek zonder wachtwoord",
	Who: "wie het rapport bouwt",
}

// Password makes the finding of an encrypted workbook.
func Password(at At) finding.Finding {
	return at.make(&PasswordFile, "Dit werkboek heeft een wachtwoord en kan niet gelezen worden. Haal het wachtwoord weg in Excel: Bestand, Info, Werkmap beveiligen. Vraagt Excel er geen bij het openen, haal dan daar de beveiliging van de werkmap weg.")
}

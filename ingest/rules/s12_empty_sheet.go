package rules

import (
	"voortgang/internal/finding"
)

// EmptySheet is rule S12: a known sheet without content.
var EmptySheet = finding.Rule{
	Code: "S12", Family: finding.Structure, Level: finding.Info,
	Title:       "Leeg blad",
	Explanation: "Het blad is herkend, maar er staat niets in, ook geen kolomnamen.",
	Wrong:       "een blad Contacten zonder inhoud", Right: "een blad met minstens de kolomnamen",
	Who: "projectwerker",
}

// Blank makes the finding of a known sheet without any content.
func Blank(at At) finding.Finding {
	return at.make(&EmptySheet, "Dit blad is helemaal leeg. Vul het in, of verwijder het als het niet nodig is.")
}

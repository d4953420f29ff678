package rules

import (
	"voortgang/internal/finding"
)

// MissingColumn is rule S14: a required column that is missing.
var MissingColumn = finding.ByCode("S14")

// Missing makes the finding of a required column that isn't there. near is the
// text of an unknown column that may be meant, or "". upright is true for a
// Fiche with one field a row.
func Missing(at At, near string, upright bool) finding.Finding {
	message, mend := "De verplichte kolom ‘"+at.Column+"’ ontbreekt.", "Voeg ze toe en vul ze in."
	if upright {
		message, mend = "Het verplichte veld ‘"+at.Column+"’ ontbreekt op de fiche.", "Voeg het toe en vul het in."
	}
	if near != "" {
		mend = "Is het ‘" + clip(near) + "’? Schrijf daar dan ‘" + at.Column + "’."
	}
	message += " " + mend
	f := at.make(MissingColumn, message)
	f.Found, f.Expected = near, "een kolom met de naam "+at.Column
	if near != "" {
		f.Proposal = at.Column
	}
	return f
}

// Renaming makes the finding of a required column that isn't there, where the
// only column that isn't known may be the one under another name.
func Renaming(at At, unknown string) finding.Finding {
	f := at.make(MissingColumn, "De verplichte kolom ‘"+at.Column+"’ ontbreekt, en de kolom ‘"+clip(unknown)+"’ is niet herkend. "+
		"Is dat dezelfde kolom, zet er dan ‘"+at.Column+"’ boven. Voeg anders een kolom ‘"+at.Column+"’ toe en vul die in.")
	f.Found, f.Expected, f.Proposal = unknown, "een kolom met de naam "+at.Column, at.Column
	return f
}

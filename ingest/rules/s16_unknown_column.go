package rules

import (
	"voortgang/internal/finding"
)

// UnknownColumn is rule S16: an unknown column with data.
var UnknownColumn = finding.ByCode("S16")

// Strange makes the finding of an unknown column that holds data. near is the
// declared column that may be meant, or "".
func Strange(at At, header, near string) finding.Finding {
	message := "De kolom ‘" + clip(header) + "’ is niet herkend en wordt niet gelezen. "
	if near != "" {
		message += "Bedoel je " + near + "?"
	} else {
		message += "Verwijder ze, of laat ze staan als ze alleen voor jezelf is."
	}
	f := at.make(UnknownColumn, message)
	f.Found, f.Proposal = header, near
	f.Expected = "een kolom die bij het blad hoort"
	return f
}

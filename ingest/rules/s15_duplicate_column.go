package rules

import (
	"voortgang/internal/finding"
)

// DuplicateColumn is rule S15: a column that occurs twice.
var DuplicateColumn = finding.ByCode("S15")

// Twice makes the finding of a column that occurs again. first is the cell
// where it stands first.
func Twice(at At, header, first string) finding.Finding {
	f := at.make(DuplicateColumn, "De kolom ‘"+at.Column+"’ staat er al in "+first+". Verwijder één van de twee of geef ze een andere naam.")
	f.Found, f.Expected = header, "elke kolom één keer"
	return f
}

package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// ThinRow is rule V02: a row that lacks most of what is required.
var ThinRow = finding.ByCode("V02")

// Thin makes the finding of a row that lacks three or more required fields.
// cells are the empty cells; the first is the place of the finding.
func Thin(at At, missing []string, cells []source.Ref) finding.Finding {
	f := at.make(ThinRow, "In deze rij zijn "+dutch.Join(missing)+" leeg, en die zijn verplicht. Vul ze in, of maak de rij leeg.")
	f.Cells = cells
	f.Expected = "een waarde in " + dutch.Join(missing)
	return f
}

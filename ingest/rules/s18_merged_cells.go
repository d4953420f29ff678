package rules

import (
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// MergedCells is rule S18: merged cells among the data.
var MergedCells = finding.ByCode("S18")

// Merged makes the finding of an area of merged cells over rows of data. The
// place is its first cell, as Excel names it; cells are that one and all that
// are covered, area is written as "B4:B6".
func Merged(at At, area string, cells []source.Ref) finding.Finding {
	f := at.make(MergedCells, "De cellen "+area+" zijn samengevoegd; alleen de eerste heeft een waarde. Hef de samenvoeging op en vul in elke rij de waarde in.")
	f.Cells = cells
	f.Found, f.Expected = area, "een waarde in elke cel"
	return f
}

package rules

import (
	"voortgang/internal/finding"
)

// StraySpace is rule W20: a name that differs from the others by spaces only.
var StraySpace = finding.Rule{
	Code: "W20", Family: finding.Values, Level: finding.Warning,
	Title: "Spatie die een naam in twee splitst",
	Explanation: "Deze naam of code staat elders zonder de extra spatie of het onzichtbare teken. Het programma telt ze als één naam, " +
		"maar een filter of draaitabel in Excel maakt er twee van.",
	Wrong: "‘OCMW Pelt ’, met een spatie achteraan", Right: "‘OCMW Pelt’",
	Who: "projectwerker",
}

// Spaced makes the finding of a name with spaces that don't belong there. why
// says which.
func Spaced(at At, found, name, why string) finding.Finding {
	f := at.make(&StraySpace, "In ‘"+clip(name)+"’ staat "+why+"; elders staat de naam zonder. Schrijf ‘"+clip(name)+"’.")
	f.Found, f.Expected, f.Proposal = cut(found, 500), name, name
	return f
}

package rules

import (
	"voortgang/internal/finding"
)

// StraySpace is rule W20: a name that differs from the others by spaces only.
var StraySpace = finding.ByCode("W20")

// Spaced makes the finding of a name with spaces that don't belong there. why
// says which.
func Spaced(at At, found, name, why string) finding.Finding {
	f := at.make(StraySpace, "In ‘"+clip(name)+"’ staat "+why+"; elders staat de naam zonder. Schrijf ‘"+clip(name)+"’.")
	f.Found, f.Expected, f.Proposal = cut(found, 500), name, name
	return f
}

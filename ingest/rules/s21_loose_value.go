package rules

import (
	"voortgang/internal/finding"
)

// LooseValue is rule S21: a value on a Fiche without a label.
var LooseValue = finding.ByCode("S21")

// Loose makes the finding of a value on a Fiche that isn't read: it has no
// label, or stands next to the value of a field.
func Loose(at At, found string) finding.Finding {
	f := at.make(LooseValue, "Deze waarde hoort bij geen veld van de fiche en wordt niet gelezen. Zet ze bij het veld waar ze hoort, in dezelfde cel.")
	f.Found, f.Expected = cut(found, 500), "een veldnaam voor de waarde"
	return f
}

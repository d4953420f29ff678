package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// WideSheet is rule S41: the same where it can't be read.
var WideSheet = finding.ByCode("S41")

// Wide makes the finding of such a sheet; rows counts the rows that aren't
// read, wanted are the required columns.
func Wide(at At, values []string, rows int, wanted []string) finding.Finding {
	f := at.make(WideSheet, "De waarden van ‘"+at.Column+"’ staan hier in kolommen: "+dutch.Join(values)+". Zo "+
		onesOrMany(rows, "is ", "zijn ")+dutch.Plural(rows, "rij", "rijen")+" niet te lezen. Zet elke waarde op een eigen rij, onder de kolommen "+dutch.Join(wanted)+".")
	f.Found, f.Expected = dutch.Join(values), dutch.Join(wanted)
	return f
}

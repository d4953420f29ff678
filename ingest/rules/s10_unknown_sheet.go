package rules

import (
	"voortgang/internal/finding"
)

// UnknownSheet is rule S10: a sheet whose name isn't known.
var UnknownSheet = finding.Rule{
	Code: "S10", Family: finding.Structure, Level: finding.Info,
	Title:       "Blad dat niet herkend is",
	Explanation: "Het programma herkent een blad aan zijn naam. Een blad met een andere naam leest het niet. Zet _ voor de naam van een eigen blad om deze melding te vermijden.",
	Wrong:       "Blad1", Right: "Activiteiten",
	Who: "projectwerker",
}

// Unknown makes the finding of a sheet that isn't known.
func Unknown(at At, sheet string) finding.Finding {
	f := at.make(&UnknownSheet, "Het blad ‘"+clip(sheet)+"’ is niet herkend en wordt niet gelezen. Is het een eigen blad, zet dan _ voor de naam.")
	f.Found, f.Expected = sheet, "een blad dat het programma kent"
	return f
}

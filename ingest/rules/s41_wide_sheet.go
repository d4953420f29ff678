package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// WideSheet is rule S41: the same where it can't be read.
var WideSheet = finding.Rule{
	Code: "S41", Family: finding.Structure, Level: finding.Error,
	Title: "Waarden in kolommen die niet te lezen zijn",
	Explanation: "Het blad heeft een kolom voor elk thema, elk jaar of elke soort, en mist andere kolommen die het nodig heeft. " +
		"Zo is niet te zien waar elk getal bij hoort, en telt niets van het blad mee.",
	Wrong: "een blad VTE met de kolommen jaar, Wonen en Onderwijs", Right: "een blad VTE met de kolommen jaar, thema, vte_met_doelgroep en vte_zonder_doelgroep",
	Who: "projectwerker",
}

// Wide makes the finding of such a sheet; rows counts the rows that aren't
// read, wanted are the required columns.
func Wide(at At, values []string, rows int, wanted []string) finding.Finding {
	f := at.make(&WideSheet, "De waarden van ‘"+at.Column+"’ staan hier in kolommen: "+dutch.Join(values)+". Zo "+
		onesOrMany(rows, "is ", "zijn ")+dutch.Plural(rows, "rij", "rijen")+" niet te lezen. Zet elke waarde op een eigen rij, onder de kolommen "+dutch.Join(wanted)+".")
	f.Found, f.Expected = dutch.Join(values), dutch.Join(wanted)
	return f
}

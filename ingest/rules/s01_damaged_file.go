package rules

import (
	"fmt"

	"voortgang/internal/finding"
)

// DamagedFile is rule S01: a file or sheet that is damaged.
var DamagedFile = finding.Rule{
	Code: "S01", Family: finding.Structure, Level: finding.Error,
	Title:       "Bestand is beschadigd",
	Explanation: "Het bestand of een blad ervan is niet volledig of niet wat zijn naam zegt. Wat gelezen kon worden, telt mee; de rest niet.",
	Wrong:       "een half gekopieerd werkboek", Right: "een werkboek dat in Excel zonder melding opent",
	Who: "wie het rapport bouwt",
}

// Damaged makes the finding of a file that can't be read at all. what says in
// Dutch what it is instead, and may be empty.
func Damaged(at At, what string) finding.Finding {
	message := "Dit bestand is beschadigd en kan niet gelezen worden. "
	if what != "" {
		message = "Dit is geen werkboek maar " + what + ". "
	}
	f := at.make(&DamagedFile, message+"Open het in Excel en bewaar het opnieuw als Excel-werkmap (.xlsx), of haal een oudere versie terug.")
	f.Found, f.Expected = what, "een Excel-werkmap (.xlsx) of een CSV-bestand"
	return f
}

// DamagedSheet makes the finding of a sheet that breaks off after a row.
func DamagedSheet(at At, lastRow int) finding.Finding {
	message := "Dit blad is beschadigd en kan niet gelezen worden. "
	if lastRow > 0 {
		message = fmt.Sprintf("Dit blad is beschadigd: na rij %d breekt het af, en wat daarna komt is niet gelezen. ", lastRow)
	}
	return at.make(&DamagedFile, message+"Open het werkboek in Excel, laat Excel het herstellen en bewaar het opnieuw.")
}

package rules

import (
	"fmt"

	"voortgang/ingest/grid"
	"voortgang/internal/dutch"
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

// ManyRows makes the finding of a CSV file with more rows than a sheet.
func ManyRows(at At) finding.Finding {
	return at.make(&DamagedFile, "Dit bestand heeft meer rijen dan een werkblad kan hebben ("+dutch.Int(grid.MaxRow)+"). Wat daarna komt, is niet gelezen. Haal lege rijen weg, of verdeel het over meer bestanden.")
}

// ManyColumns makes the finding of a row of a CSV file with more cells than a
// sheet has columns.
func ManyColumns(at At) finding.Finding {
	return at.make(&DamagedFile, "Deze rij heeft meer cellen dan een werkblad kolommen heeft ("+dutch.Int(grid.MaxCol)+"). Vanaf deze rij is het bestand niet gelezen. Er ontbreken wellicht regeleinden: bewaar het opnieuw vanuit Excel.")
}

// LongCell makes the finding of a row of a CSV file with a cell that is longer
// than any text.
func LongCell(at At) finding.Finding {
	return at.make(&DamagedFile, "In deze rij staat een cel met meer dan een miljoen tekens. Vanaf deze rij is het bestand niet gelezen. Er ontbreekt wellicht een aanhalingsteken of een regeleinde: bewaar het opnieuw vanuit Excel.")
}

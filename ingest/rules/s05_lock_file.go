package rules

import (
	"voortgang/internal/finding"
)

// LockFile is rule S05: a lock file of Excel.
var LockFile = finding.Rule{
	Code: "S05", Family: finding.Structure, Level: finding.Info,
	Title:       "Werkboek staat nog open",
	Explanation: "Excel zet een bestand met ~$ voor de naam naast een werkboek dat open staat. Wijzigingen die nog niet bewaard zijn, leest het programma niet.",
	Wrong:       "~$activiteiten.xlsx", Right: "geen bestanden met ~$",
	Who: "wie het rapport bouwt",
}

// Locked makes the finding of a lock file. workbook is the name of the
// workbook that is open.
func Locked(at At, workbook string) finding.Finding {
	f := at.make(&LockFile, "Het werkboek "+workbook+" staat open bij iemand, of Excel is er fout afgesloten. Bewaar en sluit het, en kijk daarna opnieuw na.")
	f.Found = workbook
	return f
}

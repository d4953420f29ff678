package rules

import (
	"voortgang/internal/finding"
)

// LockFile is rule S05: a lock file of Excel.
var LockFile = finding.ByCode("S05")

// Locked makes the finding of a lock file. workbook is the name of the
// workbook that is open.
func Locked(at At, workbook string) finding.Finding {
	f := at.make(LockFile, "Het werkboek "+workbook+" staat open bij iemand, of Excel is er fout afgesloten. Bewaar en sluit het, en kijk daarna opnieuw na.")
	f.Found = workbook
	return f
}

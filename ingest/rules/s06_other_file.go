package rules

import (
	"voortgang/internal/finding"
)

// OtherFile is rule S06: a file that isn't read.
var OtherFile = finding.ByCode("S06")

// Annotated makes the finding of a copy with notes that stands beside its
// workbook.
func Annotated(at At, of string) finding.Finding {
	f := at.make(OtherFile, "Dit is de kopie met opmerkingen van "+of+", die het programma maakte; ze wordt niet gelezen. "+
		"Heb je hierin verbeterd, breng dat dan over naar het werkboek zelf. Haal daarna de kopie weg.")
	f.Level, f.Found, f.Expected = finding.Warning, "een kopie van "+of, "alleen het werkboek zelf"
	return f
}

// Other makes the finding of a file that is passed over. extension is with
// its dot, or "".
func Other(at At, extension string) finding.Finding {
	message := "Bestanden van het type " + extension + " worden niet gelezen. "
	if extension == "" {
		message = "Een bestand zonder extensie wordt niet gelezen. "
	}
	f := at.make(OtherFile, message+"Bewaar gegevens als .xlsx of .csv; zet andere bestanden liever buiten de map gegevens.")
	f.Found, f.Expected = extension, ".xlsx, .xlsm of .csv"
	return f
}

package rules

import (
	"voortgang/internal/finding"
)

// OtherFile is rule S06: a file that isn't read.
var OtherFile = finding.Rule{
	Code: "S06", Family: finding.Structure, Level: finding.Info,
	Title:       "Bestand dat niet gelezen wordt",
	Explanation: "In gegevens horen alleen .xlsx, .xlsm en .csv. Andere bestanden slaat het programma over.",
	Wrong:       "gegevens/nota.docx", Right: "een andere map voor nota’s",
	Who: "wie het rapport bouwt",
}

// Other makes the finding of a file that is passed over. extension is with
// its dot, or "".
func Other(at At, extension string) finding.Finding {
	message := "Bestanden van het type " + extension + " worden niet gelezen. "
	if extension == "" {
		message = "Een bestand zonder extensie wordt niet gelezen. "
	}
	f := at.make(&OtherFile, message+"Bewaar gegevens als .xlsx of .csv; zet andere bestanden liever buiten de map gegevens.")
	f.Found, f.Expected = extension, ".xlsx, .xlsm of .csv"
	return f
}

package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// LookAlike is rule W19: letters of another script that look like Latin ones.
var LookAlike = finding.Rule{
	Code: "W19", Family: finding.Values, Level: finding.Warning,
	Title: "Letter die op een andere lijkt",
	Explanation: "In een naam of code staat een letter uit een ander schrift die er net zo uitziet, meestal door kopiëren uit een website of pdf. " +
		"Voor een computer zijn het twee verschillende namen. Het programma leest de naam met gewone letters.",
	Wrong: "ОCMW Pelt, met een Cyrillische O", Right: "OCMW Pelt",
	Who: "projectwerker",
}

func lookAlike(at At, p *value.Problem) finding.Finding {
	return at.refuse(&LookAlike, p, quote(p.Found)+" bevat letters die er alleen maar zo uitzien", "")
}

package rules

import (
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/garbled"
)

// OldEncoding is rule W27: a CSV file in an encoding that leaves doubt.
var OldEncoding = finding.ByCode("W27")

// Encoded makes the finding of how a CSV file was read.
func Encoded(at At, e garbled.Encoding) finding.Finding {
	f := at.make(OldEncoding, strings.Replace(e.Note("Dit bestand"), "het in UTF-8", "het als ‘CSV UTF-8’", 1))
	if !e.Doubtful {
		f.Level = finding.Info
	}
	f.Found, f.Expected = e.Name, "UTF-8"
	return f
}

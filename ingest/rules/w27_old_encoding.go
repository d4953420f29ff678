package rules

import (
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/garbled"
)

// OldEncoding is rule W27: a CSV file in an encoding that leaves doubt.
var OldEncoding = finding.Rule{
	Code: "W27", Family: finding.Values, Level: finding.Warning,
	Title: "CSV in een oude tekenset",
	Explanation: "Een CSV-bestand zegt niet in welke tekenset het bewaard is. Het programma kiest de tekenset waarin alle letters met een accent op hun plaats staan. " +
		"Bewaar een CSV als ‘CSV UTF-8 (door komma’s gescheiden)’: dan is er geen twijfel.",
	Wrong: "een CSV van Excel voor Mac, bewaard als ‘CSV (Macintosh)’", Right: "dezelfde tabel, bewaard als ‘CSV UTF-8’",
	Who: "projectwerker",
}

// Encoded makes the finding of how a CSV file was read.
func Encoded(at At, e garbled.Encoding) finding.Finding {
	f := at.make(&OldEncoding, strings.Replace(e.Note("Dit bestand"), "het in UTF-8", "het als ‘CSV UTF-8’", 1))
	if !e.Doubtful {
		f.Level = finding.Info
	}
	f.Found, f.Expected = e.Name, "UTF-8"
	return f
}

package rules

import (
	"voortgang/internal/finding"
)

// RenamedSheet is rule S11: a sheet that looks like a known one.
var RenamedSheet = finding.Rule{
	Code: "S11", Family: finding.Structure, Level: finding.Warning,
	Title:       "Blad met een naam die er sterk op lijkt",
	Explanation: "De naam of de kolommen van dit blad lijken op die van een blad dat het programma kent. Met de verkeerde naam telt niets van het blad mee.",
	Wrong:       "Activitieten", Right: "Activiteiten",
	Who: "projectwerker",
}

// Renamed makes the finding of a sheet that isn't read but looks like a known
// one, by its name or by its columns.
func Renamed(at At, sheet, known string, byColumns bool) finding.Finding {
	why := ""
	if byColumns {
		why = ", al heeft het de kolommen van " + known
	}
	f := at.make(&RenamedSheet, "Het blad ‘"+clip(sheet)+"’ is niet herkend en wordt niet gelezen"+why+". Bedoel je "+known+"? Geef het blad dan die naam.")
	f.Found, f.Expected, f.Proposal = sheet, known, known
	return f
}

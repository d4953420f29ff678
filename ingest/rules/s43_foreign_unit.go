package rules

import (
	"voortgang/internal/finding"
)

// ForeignUnit is rule S43: a column in a unit that can't be converted.
var ForeignUnit = finding.Rule{
	Code: "S43", Family: finding.Structure, Level: finding.Error,
	Title:       "Kolom in een eenheid die niet om te rekenen is",
	Explanation: "De naam van een kolom zegt dat de getallen in een eenheid staan die het programma niet kan omrekenen, zoals dagen in plaats van uren of dollar in plaats van euro. Geen enkele waarde van de kolom telt mee.",
	Wrong:       "uren (in dagen)", Right: "uren",
	Who: "wie het rapport bouwt",
}

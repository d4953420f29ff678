package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// UnnamedColumn is rule S17: values in a column without a name.
var UnnamedColumn = finding.Rule{
	Code: "S17", Family: finding.Structure, Level: finding.Warning,
	Title:       "Waarden in een kolom zonder naam",
	Explanation: "Boven deze waarden staat geen kolomnaam. Ze worden niet gelezen. In een CSV-bestand komt dit vaak door een scheidingsteken in een tekst zonder aanhalingstekens.",
	Wrong:       "een waarde naast de laatste kolom", Right: "elke waarde onder een kolomnaam",
	Who: "projectwerker",
}

// Unnamed makes the finding of a column without a name that holds values.
// found is the first of them; count is how many there are.
func Unnamed(at At, found string, count int) finding.Finding {
	f := at.make(&UnnamedColumn, "Deze kolom heeft geen naam; "+dutch.Plural(count, "waarde eronder wordt", "waarden eronder worden")+" niet gelezen. Geef de kolom een naam of haal de waarden weg.")
	f.Found, f.Expected = cut(found, 500), "een kolomnaam boven de waarden"
	return f
}

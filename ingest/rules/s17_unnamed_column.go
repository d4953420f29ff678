package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// UnnamedColumn is rule S17: values in a column without a name.
var UnnamedColumn = finding.ByCode("S17")

// Unnamed makes the finding of a column without a name that holds values.
// found is the first of them; count is how many there are.
func Unnamed(at At, found string, count int) finding.Finding {
	f := at.make(UnnamedColumn, "Deze kolom heeft geen naam; "+dutch.Plural(count, "waarde eronder wordt", "waarden eronder worden")+" niet gelezen. Geef de kolom een naam of haal de waarden weg.")
	f.Found, f.Expected = cut(found, 500), "een kolomnaam boven de waarden"
	return f
}

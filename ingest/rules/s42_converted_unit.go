package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// ConvertedUnit is rule S42: a column in another unit, converted.
var ConvertedUnit = finding.ByCode("S42")

// OtherUnit makes the finding of columns in another unit, written as text: of
// rule S42 when they are multiplied by factor, of rule S43 when factor is 0.
// plain is the unit that they should be in.
func OtherUnit(at At, columns []string, text, plain string, factor float64) finding.Finding {
	names := make([]string, len(columns))
	for i, name := range columns {
		names[i] = "‘" + name + "’"
	}
	subject := onesOrMany(len(names), "De kolom ", "De kolommen ") + dutch.Join(names) + onesOrMany(len(names), " staat", " staan")
	if factor == 0 {
		f := at.make(ForeignUnit, subject+" volgens ‘"+clip(text)+"’ niet in "+plain+", en dat kan het programma niet omrekenen. Er is geen waarde van gelezen. Zet ze om naar "+plain+" en haal ‘"+clip(text)+"’ weg.")
		f.Found, f.Expected = text, plain
		return f
	}
	done := "maal " + dutch.Number(factor, 0)
	if factor < 1 {
		done = "gedeeld door " + dutch.Number(1/factor, 0)
	}
	f := at.make(ConvertedUnit, subject+" volgens ‘"+clip(text)+"’ niet in "+plain+". Elke waarde is omgerekend: "+done+". Klopt dat niet, haal dan ‘"+clip(text)+"’ weg.")
	f.Found, f.Expected = text, plain
	return f
}

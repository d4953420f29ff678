package rules

import (
	"strconv"

	"voortgang/internal/finding"
)

// CutText is rule W18: a text of exactly as many characters as some programs
// keep.
var CutText = finding.ByCode("W18")

// Cut makes the finding of a text of length characters that ends in tail.
func Cut(at At, length int, tail string) finding.Finding {
	f := at.make(CutText, "Deze tekst telt precies "+strconv.Itoa(length)+" tekens en eindigt op ‘…"+tail+"’. Kijk na of het einde ontbreekt, en vul het aan.")
	f.Found, f.Expected = "…"+tail, "een volledige tekst"
	return f
}

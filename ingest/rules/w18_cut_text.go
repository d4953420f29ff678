package rules

import (
	"strconv"

	"voortgang/internal/finding"
)

// CutText is rule W18: a text of exactly as many characters as some programs
// keep.
var CutText = finding.Rule{
	Code: "W18", Family: finding.Values, Level: finding.Warning,
	Title: "Tekst die afgekapt lijkt",
	Explanation: "Sommige programma’s en formulieren bewaren niet meer dan 255 tekens in een veld; Excel zelf bewaart er 32.767. " +
		"Een tekst van precies die lengte die niet met een leesteken eindigt, mist waarschijnlijk haar einde.",
	Wrong: "een tekst van 255 tekens die eindigt op ‘samen met de bewo’", Right: "de volledige tekst",
	Who: "projectwerker",
}

// Cut makes the finding of a text of length characters that ends in tail.
func Cut(at At, length int, tail string) finding.Finding {
	f := at.make(&CutText, "Deze tekst telt precies "+strconv.Itoa(length)+" tekens en eindigt op ‘…"+tail+"’. Kijk na of het einde ontbreekt, en vul het aan.")
	f.Found, f.Expected = "…"+tail, "een volledige tekst"
	return f
}

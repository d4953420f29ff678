package rules

import "voortgang/internal/finding"

// StruckText is rule W22: a cell of which something is struck through.
var StruckText = finding.ByCode("W22")

// StruckIn makes the finding of a cell of which something is struck through;
// rest is what isn't, "" when all is.
func StruckIn(at At, found, rest string) finding.Finding {
	message := quote(found) + " is doorgehaald, maar telt wel mee. Maak de cel leeg als dat vervalt, of haal de streep weg."
	if rest != "" {
		message = "In " + quote(found) + " is een deel doorgehaald, maar dat wordt wel gelezen. Bedoel je " + clip(rest) + "?"
	}
	f := at.make(StruckText, message)
	f.Found, f.Expected, f.Proposal = cut(found, 500), "een cel zonder doorgehaalde tekst", rest
	return f
}

package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// TooSlow is rule S08: a file that took too long.
var TooSlow = finding.Rule{
	Code: "S08", Family: finding.Structure, Level: finding.Error,
	Title:       "Lezen duurde te lang",
	Explanation: "Voor elk bestand is er een tijdslimiet (grenzen.bestand_seconden in voortgang.yaml), zodat één vreemd bestand het werk niet ophoudt.",
	Wrong:       "een werkboek met een miljoen opgemaakte lege rijen", Right: "hetzelfde werkboek met alleen de ingevulde rijen",
	Who: "wie het rapport bouwt",
}

// Slow makes the finding of a file that wasn't read within the time allowed.
func Slow(at At, seconds int) finding.Finding {
	f := at.make(&TooSlow, "Het lezen van dit bestand duurde langer dan "+dutch.Plural(seconds, "seconde", "seconden")+" en is gestopt. Haal lege opgemaakte rijen weg, of zet grenzen.bestand_seconden hoger in voortgang.yaml.")
	f.Expected = "hoogstens " + dutch.Plural(seconds, "seconde", "seconden")
	return f
}

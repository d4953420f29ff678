package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// TooSlow is rule S08: a file that took too long.
var TooSlow = finding.ByCode("S08")

// Slow makes the finding of a file that wasn't read within the time allowed.
func Slow(at At, seconds int) finding.Finding {
	f := at.make(TooSlow, "Het lezen van dit bestand duurde langer dan "+dutch.Plural(seconds, "seconde", "seconden")+" en is gestopt. Haal lege opgemaakte rijen weg, of zet grenzen.bestand_seconden hoger in voortgang.yaml.")
	f.Expected = "hoogstens " + dutch.Plural(seconds, "seconde", "seconden")
	return f
}

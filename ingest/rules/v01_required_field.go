package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// RequiredField is rule V01: an empty required field.
var RequiredField = finding.ByCode("V01")

// Required makes the finding of an empty required field. example is a value
// that is right; allowed are all such values, where there are few.
func Required(at At, example string, allowed []string) finding.Finding {
	mend, expected := "Vul het in, bijvoorbeeld "+clip(example)+".", "een waarde, bijvoorbeeld "+example
	if len(allowed) > 0 {
		// One example would be taken for the answer.
		mend, expected = "Kies uit: "+dutch.JoinOr(allowed)+".", dutch.JoinOr(allowed)
	}
	f := at.make(RequiredField, "Het verplichte veld ‘"+at.Column+"’ is leeg. "+mend)
	f.Expected = expected
	return f
}

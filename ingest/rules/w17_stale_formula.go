package rules

import (
	"voortgang/internal/finding"
)

// StaleFormula is rule W17: a formula whose stored value isn't its result.
var StaleFormula = finding.ByCode("W17")

// Stale makes the finding of a formula whose stored value differs from its
// result.
func Stale(at At, formula, stored, result string) finding.Finding {
	f := at.make(StaleFormula, "De formule ="+clip(formula)+" geeft "+quote(result)+", maar de bewaarde uitkomst is "+quote(stored)+
		". Open het werkboek in Excel, druk op F9 en bewaar het; kijk na welke van de twee juist is.")
	f.Found, f.Expected, f.Proposal = stored, result, result
	return f
}

package rules

import (
	"voortgang/internal/finding"
)

// StaleFormula is rule W17: a formula whose stored value isn't its result.
var StaleFormula = finding.Rule{
	Code: "W17", Family: finding.Values, Level: finding.Warning,
	Title: "Formule met een verouderde uitkomst",
	Explanation: "Een werkboek bewaart bij elke formule wat ze de laatste keer opleverde, en die waarde telt mee. Heeft een ander programma de cellen veranderd, " +
		"of staat automatisch berekenen af, dan is ze verouderd. Het programma rekent eenvoudige formules na.",
	Wrong: "=B2+C2 met bewaarde uitkomst 10, terwijl B2 en C2 samen 12 zijn", Right: "=B2+C2 met bewaarde uitkomst 12",
	Who: "projectwerker",
}

// Stale makes the finding of a formula whose stored value differs from its
// result.
func Stale(at At, formula, stored, result string) finding.Finding {
	f := at.make(&StaleFormula, "De formule ="+clip(formula)+" geeft "+quote(result)+", maar de bewaarde uitkomst is "+quote(stored)+
		". Open het werkboek in Excel, druk op F9 en bewaar het; kijk na welke van de twee juist is.")
	f.Found, f.Expected, f.Proposal = stored, result, result
	return f
}

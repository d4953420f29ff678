package validate

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleUncounted = finding.Rule{
	Code: "O10", Family: finding.Sums, Level: finding.Info, Who: projectWorker,
	Title: "Activiteit zonder deelnames",
	Explanation: "Van een project met honderd activiteiten of meer staat er bij alle activiteiten een rij in Deelnames, op een enkele na. Die rij is misschien vergeten. " +
		"Kwam er niemand, vul dan 0 in.",
	Wrong: "A017 staat niet in Deelnames, de 207 andere wel", Right: "A017 met het aantal deelnames",
}

// uncounted looks for activities without participations where nearly all
// others have them.
func uncounted(c *checker) {
	const enough, share = 100, 50
	all := map[string]int{}
	var without []model.Record
	for _, a := range c.data.Activities {
		if !a.Base().Usable(model.ActivityID, model.ActivityProject) {
			continue
		}
		if all[a.Project]++; !c.index.activities.met(a.Project, a.ID) {
			without = append(without, a)
		}
	}
	for _, list := range grouped(without, func(r model.Record) string { return r.(*model.Activity).Project }) {
		n := all[list[0].(*model.Activity).Project]
		if n < enough || len(list)*share > n {
			continue
		}
		for _, part := range grouped(list, sheetOf) {
			f := c.sayCells(&ruleUncounted, &model.ActivitySheet, part, model.ActivityID, fmt.Sprintf(
				"Bij deze activiteit staat er niets in Deelnames, bij de %s andere van het project wel. Vul de deelnames in, of 0 als er niemand kwam.", dutch.Int(n-len(list))))
			f.Found, f.Expected = part[0].(*model.Activity).ID, "een rij in Deelnames"
		}
	}
}

package validate

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleUncounted = finding.ByCode("O10")

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
			f := c.sayCells(ruleUncounted, &model.ActivitySheet, part, model.ActivityID, fmt.Sprintf(
				"Bij deze activiteit staat er niets in Deelnames, bij de %s andere van het project wel. Vul de deelnames in, of 0 als er niemand kwam.", dutch.Int(n-len(list))))
			f.Found, f.Expected = part[0].(*model.Activity).ID, "een rij in Deelnames"
		}
	}
}

package validate

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleCompletedWithPlans = finding.Rule{
	Code: "O03", Family: finding.Sums, Level: finding.Warning, Who: projectWorker,
	Title:       "Voltooid, maar met een open planning",
	Explanation: "Een project met de conclusie Voltooid heeft niets meer te plannen. Staan er toch nog acties in Planning na het jaar van het rapport, dan klopt de conclusie of de planning niet.",
	Wrong:       "Voltooid, met een actie in maart 2022", Right: "Op schema, met een actie in maart 2022",
}

// completedWithPlans compares the conclusion with the planning. Where half of
// the completed projects have plans, they are meant.
func completedWithPlans(c *checker) {
	if c.cfg.Report.Year == 0 {
		return
	}
	open := map[string]int{}
	for _, p := range c.data.Plans {
		if p.Action != "" && p.Base().Usable(model.PlanProject, model.PlanWhen) && (p.When.Continuous || p.When.To.After(c.lastDay())) {
			open[p.Project]++
		}
	}
	var list []*model.Conclusion
	closed := 0
	for _, k := range c.data.Conclusions {
		if k.Status != "Voltooid" || !k.Base().Usable(model.ConclusionStatus, model.ConclusionProject) {
			continue
		}
		closed++
		if open[k.Project] > 0 {
			list = append(list, k)
		}
	}
	if len(list) > 1 && len(list)*2 > closed {
		return
	}
	for _, k := range list {
		n := open[k.Project]
		f := c.say(&ruleCompletedWithPlans, &model.ConclusionSheet, k, model.ConclusionStatus, fmt.Sprintf(
			"De conclusie is %s, maar in Planning %s nog %s na %d. Verbeter de conclusie of de planning.",
			k.Status, them(n, "staat", "staan"), dutch.Plural(n, "actie", "acties"), c.cfg.Report.Year))
		f.Found, f.Expected = k.Status, "een status die bij de planning past"
		c.doubt(k, model.ConclusionStatus)
	}
}

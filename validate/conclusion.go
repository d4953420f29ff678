package validate

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleCompletedWithPlans = finding.ByCode("O03")

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
		f := c.say(ruleCompletedWithPlans, &model.ConclusionSheet, k, model.ConclusionStatus, fmt.Sprintf(
			"De conclusie is %s, maar in Planning %s nog %s na %d. Verbeter de conclusie of de planning.",
			k.Status, them(n, "staat", "staan"), dutch.Plural(n, "actie", "acties"), c.cfg.Report.Year))
		f.Found, f.Expected = k.Status, "een status die bij de planning past"
		f.Try, f.Mend = true, []source.Edit{{At: f.Ref}}
	}
}

package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var rulePastPlanning = finding.ByCode("D11")

func pastPlanning(c *checker) {
	if c.cfg.Report.Year == 0 {
		return
	}
	for _, p := range c.data.Plans {
		if p.When.To.IsZero() || p.When.Continuous || !p.When.To.Before(c.firstDay()) ||
			!p.Base().Usable(model.PlanWhen) {
			continue
		}
		f := c.say(rulePastPlanning, &model.PlanSheet, p, model.PlanWhen, fmt.Sprintf(
			"‘%s’ was al voorbij voor %d begon. Verbeter de termijn, of haal de rij weg als ze van een vorig rapport is.", p.When.Text, c.cfg.Report.Year))
		f.Found, f.Expected = p.When.Text, fmt.Sprintf("een termijn vanaf %d", c.cfg.Report.Year+1)
	}
}

package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleOpenDossier = finding.Rule{
	Code: "R10", Family: finding.References, Level: finding.Info, Who: projectWorker,
	Title: "Dossier in ontwikkeling bij een project dat al gestopt was",
	Explanation: "Het project stopte voor het jaar van het rapport, maar een dossier ervan is nog in ontwikkeling. Werkt er niemand meer aan, dan is het afgerond of hoort het weg; " +
		"werkt een ander project eraan verder, dan hoort het daar.",
	Wrong: "In ontwikkeling, bij een project dat op 30/06/2019 stopte", Right: "Afgerond, met de datum",
}

// openDossier looks for undated dossiers that go on after their project. Those
// with a date are compared with the project's term.
func openDossier(c *checker) {
	if c.cfg.Report.Year == 0 {
		return
	}
	for _, d := range c.data.Dossiers {
		if d.Status != model.DossierRunning || !d.Date.IsZero() || !d.Base().Usable(model.DossierStatus, model.DossierProject, model.DossierDate) {
			continue
		}
		p := c.index.projects[code(d.Project)]
		if p == nil || p.End.IsZero() || !p.Base().Usable(model.ProjectEnd) || c.odd[p] || c.shifted[fileOf(p)] || !p.End.Before(c.firstDay()) {
			continue
		}
		f := c.say(&ruleOpenDossier, &model.DossierSheet, d, model.DossierStatus, fmt.Sprintf(
			"Het dossier is nog in ontwikkeling, maar het project stopte op %s. Verbeter de status, of zet het dossier bij het project dat eraan verder werkt.", short(p.End)))
		f.Found, f.Expected = d.Status, model.DossierFinished
	}
}

package validate

import (
	"fmt"
	"regexp"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleDeniedDossier = finding.ByCode("O05")

// noDossier finds a denial that is a whole statement: "geen dossier zonder
// bewoners" says something else.
var noDossier = regexp.MustCompile(`(?i)\bgeen\s+(enkel\s+|nieuwe?\s+|eigen\s+|afgewerkte?\s+|afgeronde?\s+)?(beleids)?dossiers?\b\s*(\.|;|,|$|\n|dit jaar|in \d{4}|afgewerkt|afgerond|ingediend|opgemaakt|geschreven|gemaakt|opgesteld|voor \d{4})`)

func deniedDossier(c *checker) {
	finished := map[string]int{}
	for _, d := range c.data.Dossiers {
		if d.Status == model.DossierFinished && d.Date.Year() == c.cfg.Report.Year && d.Base().Usable(model.DossierProject, model.DossierDate, model.DossierStatus) {
			finished[d.Project]++
		}
	}
	if len(finished) == 0 {
		return
	}
	deny := func(sheet *model.Sheet, r model.Record, column int, project, text string) {
		n := finished[project]
		if n == 0 || !r.Base().Usable(column) {
			return
		}
		found := noDossier.FindString(text)
		if found == "" {
			return
		}
		f := c.say(ruleDeniedDossier, sheet, r, column, fmt.Sprintf(
			"De tekst zegt ‘%s’, maar in het blad Dossiers %s %s van %d. Verbeter de tekst of het dossier.",
			excerpt(found), them(n, "staat", "staan"), dutch.Plural(n, "afgerond dossier", "afgeronde dossiers"), c.cfg.Report.Year))
		f.Found, f.Expected = excerpt(found), "een tekst die bij de dossiers past"
	}
	for _, p := range c.data.Progress {
		deny(&model.ProgressSheet, p, model.ProgressText, p.Project, p.Text)
	}
	for _, k := range c.data.Conclusions {
		deny(&model.ConclusionSheet, k, model.ConclusionText, k.Project, k.Text)
	}
}

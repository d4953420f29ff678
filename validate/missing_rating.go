package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleMissingRating = finding.ByCode("V03")

// missingRating demands a rating for each section that a project writes about.
func missingRating(c *checker) {
	rated := map[pair]bool{}
	for _, p := range c.data.Progress {
		if p.Rating != "" || !p.Base().Usable(model.ProgressRating) {
			rated[pair{p.Project, p.Section}] = true
		}
	}
	for _, p := range c.data.Progress {
		at := pair{p.Project, p.Section}
		project := c.index.projects[code(p.Project)]
		if p.Section == "" || p.Section == model.SectionAdvice || rated[at] || project == nil || project.IsTransversal() {
			continue
		}
		rated[at] = true // one finding a section
		f := finding.New(ruleMissingRating, p.Base().Place(model.ProgressRating), fmt.Sprintf(
			"De rubriek %s heeft geen score. Kies er een uit de lijst.", p.Section))
		f.Column, f.Expected, f.Project = "score", "een van de vijf scores", p.Project
		c.report(f)
	}
}

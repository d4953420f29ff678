package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleThemeMismatch = finding.Rule{
	Code: "R08", Family: finding.References, Level: finding.Warning, Who: staffOffice,
	Title:       "Thema past niet bij het project",
	Explanation: "In VTE en Middelen staat bij een rij met een project ook een thema. Is dat een ander thema dan dat van het project zelf, dan tellen de VTE of het geld bij het verkeerde thema.",
	Wrong:       "Onderwijs bij een project van Wonen", Right: "Wonen",
}

// themeMismatch compares the theme of a row with that of its project.
func themeMismatch(c *checker) {
	for _, f := range c.data.FTE {
		c.mismatch(&model.FTESheet, f, model.FTETheme, model.FTEProject, f.Theme, f.Project)
	}
	for _, f := range c.data.Funding {
		c.mismatch(&model.FundingSheet, f, model.FundingTheme, model.FundingProject, f.Theme, f.Project)
	}
}

func (c *checker) mismatch(sheet *model.Sheet, r model.Record, themeColumn, projectColumn int, theme, project string) {
	p := c.index.projects[code(project)]
	if p == nil || !r.Base().Usable(themeColumn, projectColumn) || !p.Base().Usable(model.ProjectTheme) || theme == p.Theme ||
		!realTheme(theme) || !realTheme(p.Theme) {
		return
	}
	f := c.say(&ruleThemeMismatch, sheet, r, themeColumn, fmt.Sprintf(
		"Het project ‘%s’ hoort bij %s, niet bij %s. Verbeter het thema of het project.", p.Name, p.Theme, theme))
	f.Found, f.Expected, f.Proposal = theme, "het thema van het project", p.Theme
}

func realTheme(name string) bool {
	return name != "" && name != model.Transversal && name != model.Overhead
}

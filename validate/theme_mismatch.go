package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleThemeMismatch = finding.ByCode("R08")

// misplaced is a row under another theme than its project's.
type misplaced struct {
	sheet   *model.Sheet
	record  model.Record
	column  int
	theme   string
	project *model.Project
}

// themeMismatch compares the theme of a row with that of its project. Where
// all rows of a project, two or more, agree on another theme, the project's
// own is the likely slip, and there is one finding.
func themeMismatch(c *checker) {
	var list []misplaced
	rows, themes := map[*model.Project]int{}, map[*model.Project]map[string]bool{}
	look := func(sheet *model.Sheet, r model.Record, column, projectColumn int, theme, project string) {
		p := c.index.projects[code(project)]
		if p == nil || !r.Base().Usable(column, projectColumn) || !p.Base().Usable(model.ProjectTheme) || !realTheme(theme) || !realTheme(p.Theme) {
			return
		}
		rows[p]++
		if themes[p] == nil {
			themes[p] = map[string]bool{}
		}
		themes[p][theme] = true
		if theme != p.Theme {
			list = append(list, misplaced{sheet, r, column, theme, p})
		}
	}
	for _, f := range c.data.FTE {
		look(&model.FTESheet, f, model.FTETheme, model.FTEProject, f.Theme, f.Project)
	}
	for _, f := range c.data.Funding {
		look(&model.FundingSheet, f, model.FundingTheme, model.FundingProject, f.Theme, f.Project)
	}
	told := map[*model.Project]bool{}
	for _, m := range list {
		p := m.project
		if rows[p] < 2 || len(themes[p]) > 1 {
			c.mismatch(m)
			continue
		}
		if told[p] {
			continue
		}
		told[p] = true
		f := c.say(ruleThemeMismatch, &model.ProjectSheet, p, model.ProjectTheme, fmt.Sprintf(
			"Het project staat bij %s, maar alle %d rijen ervan in VTE en Middelen staan bij %s. Verbeter het thema van het project, of dat van de rijen.", p.Theme, rows[p], m.theme))
		f.Found, f.Expected, f.Proposal = p.Theme, "het thema van de rijen in VTE en Middelen", m.theme
	}
}

func (c *checker) mismatch(m misplaced) {
	p := m.project
	f := c.say(ruleThemeMismatch, m.sheet, m.record, m.column, fmt.Sprintf(
		"Het project ‘%s’ hoort bij %s, niet bij %s. Verbeter het thema of het project.", p.Name, p.Theme, m.theme))
	f.Found, f.Expected, f.Proposal = m.theme, "het thema van het project", p.Theme
}

func realTheme(name string) bool {
	return name != "" && name != model.Transversal && name != model.Overhead
}

package validate

import (
	"fmt"
	"slices"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleMissingSection = finding.ByCode("O06")

// missingSections reports rated sections that a project skipped. A project in
// preparation may have little to say yet: it is asked for the last one only.
func missingSections(c *checker) {
	running := c.running()
	first := map[string]*model.Progress{}
	has := map[pair]bool{}
	for _, p := range c.data.Progress {
		if !p.Base().Usable(model.ProgressSection) {
			has[pair{p.Project, ""}] = true // an unreadable section may be any
			continue
		}
		if first[p.Project] == nil {
			first[p.Project] = p
		}
		has[pair{p.Project, p.Section}] = true
	}
	for _, section := range model.Sections()[:3] {
		with := c.writers(section)
		var without []*model.Project
		for _, p := range slices.Concat(running, c.nearlyRated(has)) {
			if f := first[p.Code]; f != nil && !has[pair{p.Code, section}] && !has[pair{p.Code, ""}] {
				without = append(without, p)
			}
		}
		// One project among a few is a slip; more of them are a habit.
		if with == 0 || len(without) > 1 && len(without)*5 > with+len(without) {
			continue
		}
		for _, p := range without {
			f := c.say(ruleMissingSection, &model.ProgressSheet, first[p.Code], model.ProgressSection, fmt.Sprintf(
				"De rubriek ‘%s’ ontbreekt. Voeg een rij toe met een score en een tekst; is er niets te zeggen, kies dan ‘%s’.", section, model.Ratings()[0]))
			f.Ref.Col, f.Ref.Row, f.Column = 0, 0, ""
			f.Found, f.Expected = "geen rij met rubriek "+section, "een rij met rubriek "+section
			if with == 1 {
				f.Level = finding.Info // one other project is no habit
			}
		}
	}
}

// nearlyRated lists the projects in preparation that wrote all rated sections
// but one.
func (c *checker) nearlyRated(has map[pair]bool) []*model.Project {
	var out []*model.Project
	for _, p := range c.data.Projects {
		if p.Phase != model.PhasePreparation || p.IsTransversal() || p.Code == "" || !p.Base().Usable(model.ProjectCode) || c.index.projects[code(p.Code)] != p {
			continue
		}
		wrote := 0
		for _, section := range model.Sections()[:3] {
			if has[pair{p.Code, section}] {
				wrote++
			}
		}
		if wrote == 2 {
			out = append(out, p)
		}
	}
	return out
}

// writers counts the projects, running or not, that wrote a section.
func (c *checker) writers(section string) int {
	wrote := map[string]bool{}
	for _, p := range c.data.Progress {
		if p.Section == section && p.Base().Usable(model.ProgressSection) {
			wrote[p.Project] = true
		}
	}
	return len(wrote)
}

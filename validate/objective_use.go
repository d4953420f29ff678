package validate

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleUnusedObjective = finding.ByCode("R06")
var ruleStruckObjective = finding.ByCode("R07")

// objectiveUse looks at objectives from the side of the plan.
func objectiveUse(c *checker) {
	type use struct {
		project *model.Project
		column  int
	}
	uses := map[string][]use{}
	known := true
	for _, p := range c.data.Projects {
		// A project of which no objective is known may work at any.
		known = known && (len(p.MainObjectives) > 0 || p.Base().Usable(model.ProjectMain))
		seen := map[string]bool{}
		for column, list := range map[int][]string{model.ProjectMain: p.MainObjectives, model.ProjectAlso: p.AlsoObjectives} {
			for _, od := range list {
				if k := code(od); p.Base().Usable(column) && !seen[k] {
					seen[k] = true
					uses[k] = append(uses[k], use{p, column})
				}
			}
		}
	}
	// A theme without projects leaves its objectives without them too.
	themes := map[string]bool{}
	for _, p := range c.data.Projects {
		themes[p.Theme] = true
	}
	var unused []*model.Objective
	live := 0
	for _, o := range c.data.Objectives {
		if o.Code == "" || !o.Base().Usable(model.ObjectiveCode, model.ObjectiveStatus) || c.index.objectives[code(o.Code)] != o {
			continue
		}
		users := uses[code(o.Code)]
		switch {
		case o.Status != model.ObjectiveStruck:
			live++
			if len(users) == 0 && (o.Theme == "" || themes[o.Theme]) {
				unused = append(unused, o)
			}
		case len(users) == 1:
			u := users[0]
			f := c.say(ruleStruckObjective, &model.ProjectSheet, u.project, u.column, fmt.Sprintf(
				"%s (%s) is geschrapt in het meerjarenplan. Kies een andere doelstelling, of verbeter de status in Meerjarenplan.", o.Code, o.Name))
			f.Found, f.Expected = o.Code, "een doelstelling die loopt"
		case len(users) > 1:
			var names []string
			for _, u := range users[:min(len(users), 3)] {
				names = append(names, "‘"+u.project.Name+"’")
			}
			if len(users) > 3 {
				names = append(names, "andere")
			}
			f := c.say(ruleStruckObjective, &model.ObjectiveSheet, o, model.ObjectiveStatus, fmt.Sprintf(
				"%s is geschrapt, maar %s verwijzen er nog naar: %s. Verbeter de status, of geef die projecten een andere doelstelling.",
				o.Code, dutch.Plural(len(users), "project", "projecten"), dutch.Join(names)))
			f.Found, f.Expected = o.Status, model.ObjectiveRunning
		}
	}
	// Where more than a few are unused, projects name only what matters most.
	if known && len(unused)*10 <= live {
		for _, o := range unused {
			f := c.say(ruleUnusedObjective, &model.ObjectiveSheet, o, model.ObjectiveCode, fmt.Sprintf(
				"Geen enkel project werkt aan %s (%s). Klopt dat, dan hoef je niets te doen.", o.Code, o.Name))
			f.Found, f.Expected = o.Code, "een doelstelling waaraan een project werkt"
		}
	}
}

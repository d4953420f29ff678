package validate

import (
	"fmt"
	"maps"
	"slices"

	"github.com/agext/levenshtein"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleUnknownObjective = finding.Rule{
	Code: "R03", Family: finding.References, Level: finding.Error, Who: projectWorker,
	Title: "Onbekende operationele doelstelling",
	Explanation: "Een project verwijst met een od_code naar de doelstellingen van het meerjarenplan. " +
		"De code moet in het blad Meerjarenplan staan.",
	Wrong: "OD9.9", Right: "OD1.1",
}

// unknownObjective looks up the objectives that projects contribute to.
func unknownObjective(c *checker) {
	if len(c.data.Objectives) == 0 {
		return
	}
	var known []string
	for _, o := range c.data.Objectives {
		known = append(known, o.Code)
	}
	missing, used := map[string]int{}, map[string]bool{}
	for _, p := range c.data.Projects {
		for _, od := range append(p.MainObjectives[:len(p.MainObjectives):len(p.MainObjectives)], p.AlsoObjectives...) {
			used[code(od)] = true
			if c.index.objectives[code(od)] == nil {
				missing[code(od)]++
			}
		}
	}
	lost := c.lostObjectives(missing, used)
	for _, p := range c.data.Projects {
		c.objectives(p, model.ProjectMain, "hoofdzakelijk", p.MainObjectives, known, lost)
		c.objectives(p, model.ProjectAlso, "ook", p.AlsoObjectives, known, lost)
	}
}

// lostObjectives reports codes that three projects or more name and that the
// plan lacks: then the slip is in the plan, and it is one. When one objective
// of the plan has no project, its code is the likely one; then two projects
// are enough. It gives those codes.
func (c *checker) lostObjectives(missing map[string]int, used map[string]bool) map[string]bool {
	lost := map[string]bool{}
	var unused []*model.Objective
	for _, o := range c.data.Objectives {
		if !used[code(o.Code)] && o.Code != "" && o.Base().Usable(model.ObjectiveCode) {
			unused = append(unused, o)
		}
	}
	for _, od := range slices.Sorted(maps.Keys(missing)) {
		if missing[od] < 2 {
			continue
		}
		spelled, likely := c.spelledObjective(od), -1.0
		var at *model.Objective
		for _, o := range unused {
			if s := levenshtein.Match(code(o.Code), od, nil); s > likely && s >= 0.5 {
				at, likely = o, s
			}
		}
		if missing[od] < 3 && (at == nil || likely < 0.7) {
			continue
		}
		lost[od] = true
		column, where := model.ObjectiveCode, at
		if at == nil {
			where = c.data.Objectives[0]
		}
		f := c.say(&ruleUnknownObjective, &model.ObjectiveSheet, where, column, fmt.Sprintf(
			"%d projecten noemen %s, maar die code staat niet in Meerjarenplan. Voeg de doelstelling toe, of verbeter haar code.", missing[od], spelled))
		f.Found, f.Expected, f.Proposal = where.Code, "de code die de projecten noemen", spelled
		if at == nil {
			f.Ref.Col, f.Ref.Row, f.Found, f.Proposal = 0, 0, "geen rij met "+spelled, ""
			f.Mend = lacking(&model.ObjectiveSheet, "", spelled)
		}
	}
	return lost
}

// spelledObjective gives a code as a project wrote it.
func (c *checker) spelledObjective(od string) string {
	for _, p := range c.data.Projects {
		for _, list := range [][]string{p.MainObjectives, p.AlsoObjectives} {
			for _, s := range list {
				if code(s) == od {
					return s
				}
			}
		}
	}
	return od
}

func (c *checker) objectives(p *model.Project, column int, name string, codes, known []string, lost map[string]bool) {
	if !p.Base().Usable(column) {
		return
	}
	for i, od := range codes {
		if o := c.index.objectives[code(od)]; o != nil {
			codes[i] = o.Code
			continue
		}
		proposal := c.proposals.code(proposalKey{"od_code", "", od}, func() []string { return known })
		f := finding.New(&ruleUnknownObjective, p.Base().Place(column), fmt.Sprintf(
			"Er is geen doelstelling met de code ‘%s’ in het blad Meerjarenplan. %s", od,
			meant(proposal, "Verbeter de code of voeg de doelstelling toe.")))
		f.Column, f.Found, f.Expected, f.Proposal, f.Project = name, od, "een od_code uit Meerjarenplan", proposal, p.Code
		if proposal == "" {
			f.Mend = lacking(&model.ObjectiveSheet, "", od)
		}
		if !lost[code(od)] { // the plan is asked for it
			c.report(f)
		}
		p.Base().MarkBad(column)
	}
}

package validate

import (
	"fmt"

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
	nameless := 0
	for _, o := range c.data.Objectives {
		known = append(known, o.Code)
		if o.Code == "" || !o.Base().Usable(model.ObjectiveCode) {
			nameless++
		}
	}
	// A code that could not be read may be the very one that projects name.
	missing := map[string]bool{}
	for _, p := range c.data.Projects {
		for _, od := range append(p.MainObjectives[:len(p.MainObjectives):len(p.MainObjectives)], p.AlsoObjectives...) {
			if c.index.objectives[code(od)] == nil {
				missing[code(od)] = true
			}
		}
	}
	c.quiet = c.unreadAnywhere(&model.ObjectiveSheet) || nameless > 0 && len(missing) <= nameless
	defer func() { c.quiet = false }()
	for _, p := range c.data.Projects {
		c.objectives(p, model.ProjectMain, "hoofdzakelijk", p.MainObjectives, known)
		c.objectives(p, model.ProjectAlso, "ook", p.AlsoObjectives, known)
	}
}

func (c *checker) objectives(p *model.Project, column int, name string, codes, known []string) {
	if !p.Base().Usable(column) {
		return
	}
	for i, od := range codes {
		if o := c.index.objectives[code(od)]; o != nil {
			codes[i] = o.Code
			continue
		}
		proposal := nearest(od, known)
		f := finding.New(&ruleUnknownObjective, p.Base().Place(column), fmt.Sprintf(
			"Er is geen doelstelling met de code ‘%s’ in het blad Meerjarenplan. %s", od,
			meant(proposal, "Verbeter de code of voeg de doelstelling toe.")))
		f.Column, f.Found, f.Expected, f.Proposal, f.Project = name, od, "een od_code uit Meerjarenplan", proposal, p.Code
		if !c.quiet {
			c.report(f)
		}
		p.Base().MarkBad(column)
	}
}

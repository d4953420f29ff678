package validate

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/agext/levenshtein"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/parted"
	"voortgang/internal/source"
)

var ruleUnknownObjective = finding.ByCode("R03")

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
			meant := c.meantObjectives(od)
			for _, m := range meant {
				used[code(m)] = true
			}
			if meant == nil {
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
		f := c.say(ruleUnknownObjective, &model.ObjectiveSheet, where, column, fmt.Sprintf(
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

// objectives looks up the codes of one cell. What is wrong there is one
// finding, of which the proposal is the whole cell.
func (c *checker) objectives(p *model.Project, column int, name string, codes, known []string, lost map[string]bool) {
	if !p.Base().Usable(column) {
		return
	}
	var wrong, list []string
	var unlike []source.Edit
	for i, od := range codes {
		if o := c.index.objectives[code(od)]; o != nil {
			codes[i] = o.Code
			list = append(list, o.Code)
			continue
		}
		p.Base().MarkBad(column)
		if lost[code(od)] { // the plan is asked for it
			list = append(list, od)
			continue
		}
		wrong = append(wrong, od)
		likely := c.meantObjectives(od)
		if near := c.proposals.code(proposalKey{"od_code", "", od}, func() []string { return known }); likely == nil && near != "" {
			likely = []string{near}
		}
		if likely == nil {
			likely, unlike = []string{od}, append(unlike, lacking(&model.ObjectiveSheet, "", od)...)
		}
		list = append(list, likely...)
	}
	if len(wrong) == 0 {
		return
	}
	f := finding.New(ruleUnknownObjective, p.Base().Place(column), "")
	f.Column, f.Found, f.Expected, f.Project = name, strings.Join(wrong, "; "), "een od_code uit Meerjarenplan", p.Code
	if whole := strings.Join(unique(list), "; "); len(unlike) == 0 {
		f.Proposal = whole
	} else if f.Mend = unlike; len(unlike) < len(wrong) {
		f.Mend = append(f.Mend, source.Edit{At: f.Ref, Text: whole})
	}
	f.Message = fmt.Sprintf("Er is geen doelstelling met de code ‘%s’ in het blad Meerjarenplan. %s", strings.Join(wrong, "’ of ‘"),
		meant(f.Proposal, "Verbeter de code of voeg de doelstelling toe."))
	c.report(f)
}

// meantObjectives gives the codes of the objectives that a text names with
// their name, or parts by another sign than a ';'; nil when it isn't so.
func (c *checker) meantObjectives(text string) []string {
	if one := c.namedObjective(text); one != "" {
		return []string{one}
	}
	if list := parted.Items(text, c.namedObjective); list != nil {
		return list
	}
	var list []string
	for _, w := range strings.Fields(text) {
		o := c.index.objectives[code(w)]
		if o == nil {
			return nil
		}
		list = append(list, o.Code)
	}
	return list
}

// namedObjective gives the code of the objective of which a text is the code,
// the name, or the one behind the other.
func (c *checker) namedObjective(text string) string {
	if o := c.index.objectives[code(text)]; o != nil {
		return o.Code
	}
	fold, found := dutch.Fold(text), ""
	for _, o := range c.data.Objectives {
		c.proposals.compare(0)
		if !o.Base().Usable(model.ObjectiveCode, model.ObjectiveName) || o.Name == "" || c.proposals.spent() {
			continue
		}
		bare, name := dutch.Fold(o.Code), dutch.Fold(o.Name)
		if rest, ok := strings.CutPrefix(fold, bare); fold == name || ok && nearWord(rest, name) || ok && rest == name || fold == name+bare {
			if found != "" && found != o.Code {
				return ""
			}
			found = o.Code
		}
	}
	return found
}

// unique drops what stands in a list already.
func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

package validate

import (
	"maps"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleSharedWork = finding.ByCode("K08")

// sharedWork looks for activities and finished dossiers that two projects have.
func sharedWork(c *checker) {
	c.sharedDossiers()
	c.sharedActivities()
}

func (c *checker) sharedDossiers() {
	const rare = 2
	type key struct {
		title string
		date  int64
	}
	first, uses := map[key]*model.Dossier{}, map[string]int{}
	for _, d := range c.data.Dossiers {
		uses[dutch.Fold(d.Title)]++
	}
	for _, d := range c.data.Dossiers {
		if d.Status != model.DossierFinished || d.Date.IsZero() || words(d.Title) < 2 || !d.Base().Usable(model.DossierProject, model.DossierTitle, model.DossierDate, model.DossierStatus) {
			continue
		}
		k := key{dutch.Fold(d.Title), d.Date.Unix()}
		if uses[k.title] > rare {
			continue
		}
		if f := first[k]; f == nil {
			first[k] = d
		} else if code(f.Project) != code(d.Project) {
			c.shared(&model.DossierSheet, f, d, model.DossierTitle, "Dit afgeronde dossier", d.Title)
		}
	}
}

// sharedActivities compares activities with a description that says something
// and that hardly any other has.
func (c *checker) sharedActivities() {
	const telling, rare = 12, 3
	says := func(a *model.Activity) bool {
		return len(a.Description) >= telling && strings.Count(a.Description, " ") >= 2 && !a.Date.IsZero()
	}
	uses := map[string]int{}
	for _, a := range c.data.Activities {
		if says(a) {
			uses[a.Description]++
		}
	}
	type key struct {
		date       int64
		kind, what string
		hours      float64
	}
	first := map[key]*model.Activity{}
	var pairs [][2]*model.Activity
	for _, a := range c.data.Activities {
		if n := uses[a.Description]; n < 2 || n > rare || !says(a) || !a.Base().Usable(model.ActivityProject, model.ActivityDate, model.ActivityKind, model.ActivityID) {
			continue
		}
		k := key{date: a.Date.Unix(), kind: a.Kind, what: a.Description, hours: a.Hours.Value}
		if f := first[k]; f == nil {
			first[k] = a
		} else if code(f.Project) != code(a.Project) {
			pairs = append(pairs, [2]*model.Activity{f, a})
		}
	}
	if len(pairs) == 0 {
		return
	}
	wanted := newKeySet(2 * len(pairs))
	for _, p := range pairs {
		wanted.add(p[0].Project, p[0].ID)
		wanted.add(p[1].Project, p[1].ID)
	}
	people, rows := map[uint64]map[string]float64{}, map[uint64][]model.Record{}
	for _, p := range c.data.Participations {
		if wanted.has(p.Project, p.Activity) {
			sum := wanted.sum(p.Project, p.Activity)
			if people[sum] == nil {
				people[sum] = map[string]float64{}
			}
			people[sum][p.Group] += p.Count.Value
			rows[sum] = append(rows[sum], p)
		}
	}
	for _, p := range pairs {
		second := wanted.sum(p[1].Project, p[1].ID)
		if maps.Equal(people[wanted.sum(p[0].Project, p[0].ID)], people[second]) {
			f := c.shared(&model.ActivitySheet, p[0], p[1], model.ActivityDescription, "Deze activiteit", p[1].Description)
			f.Mend = append(f.Mend, removal(rows[second])...)
		}
	}
}

func (c *checker) shared(sheet *model.Sheet, first, r model.Record, column int, what, text string) *finding.Finding {
	name := projectOf(sheet, first)
	if p := c.index.projects[code(name)]; p != nil {
		name = p.Name
	}
	f := c.say(ruleSharedWork, sheet, r, column, what+" staat ook bij het project ‘"+name+"’ ("+cellSeenFrom(first, r, column)+"). Haal de rij bij één van beide weg, anders telt ze twee keer.")
	f.Found, f.Expected = excerpt(text), "één project"
	f.Mend = removal([]model.Record{r})
	return f
}

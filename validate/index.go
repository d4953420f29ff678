package validate

import (
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// index finds records by what others call them.
type index struct {
	projects   map[string]*model.Project
	objectives map[string]*model.Objective
	employees  map[string]bool
	activities map[pair]bool
	// actors holds loosely spelled names per project.
	actors map[pair]bool
	// codes lists the project codes, for proposals.
	codes []string
}

// pair is a name within a project.
type pair struct{ project, name string }

// code gives the form in which codes are compared: case and outer spaces do
// not count, all else does.
func code(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

func newIndex(d *model.Dataset) *index {
	x := &index{
		projects:   map[string]*model.Project{},
		objectives: map[string]*model.Objective{},
		employees:  map[string]bool{},
		activities: make(map[pair]bool, len(d.Activities)),
		actors:     map[pair]bool{},
	}
	for _, p := range d.Projects {
		if key := code(p.Code); key != "" && x.projects[key] == nil && p.Base().Usable(model.ProjectCode) {
			x.projects[key] = p
			x.codes = append(x.codes, p.Code)
		}
	}
	for _, o := range d.Objectives {
		x.objectives[code(o.Code)] = o
	}
	for _, e := range d.Employees {
		x.employees[code(e.Number)] = true
	}
	for _, a := range d.Activities {
		x.activities[pair{code(a.Project), code(a.ID)}] = true
	}
	for _, a := range d.Actors {
		x.actors[pair{code(a.Project), dutch.Fold(a.Name)}] = true
	}
	return x
}

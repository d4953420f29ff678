package validate

import (
	"strconv"

	"voortgang/internal/model"
)

// freeCode is the code that a row was probably meant to have, and why; empty
// when nothing tells.
type freeCode struct{ code, why string }

// freeCode looks for the code of a row whose own one is taken: the only one
// that participations name and no activity has, or the only number that a list
// of actions passes over.
func (c *checker) freeCode(sheet *model.Sheet, r model.Record) freeCode {
	switch r := r.(type) {
	case *model.Activity:
		if id := c.onlyOrphan(r.Project); id != "" {
			return freeCode{id, "Die code staat in Deelnames, maar niet in Activiteiten."}
		}
	case *model.Communication:
		if n := c.onlyGap(); n > 0 {
			return freeCode{strconv.Itoa(n), "Dat nummer ontbreekt in de lijst."}
		}
	}
	return freeCode{}
}

// onlyOrphan gives the one activity that participations of a project name and
// that its activities lack.
func (c *checker) onlyOrphan(project string) string {
	only := ""
	for _, p := range c.data.Participations {
		if p.Project != project || p.Activity == "" || !p.Base().Usable(model.ParticipationProject) || c.index.activities.has(p.Project, p.Activity) {
			continue
		}
		if only != "" && code(only) != code(p.Activity) {
			return ""
		}
		only = p.Activity
	}
	return only
}

// onlyGap gives the one number that is missing between 1 and the last action.
func (c *checker) onlyGap() int {
	seen, last := map[int]bool{}, 0
	for _, a := range c.data.Communications {
		n := int(a.Number.Value)
		seen[n], last = true, max(last, n)
	}
	if last-len(seen) != 1 {
		return 0
	}
	for n := 1; n < last; n++ {
		if !seen[n] {
			return n
		}
	}
	return 0
}

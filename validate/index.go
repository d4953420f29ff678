package validate

import (
	"hash/maphash"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// index finds records by what others call them.
type index struct {
	projects   map[string]*model.Project
	objectives map[string]*model.Objective
	employees  map[string]bool
	activities *keySet
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
		activities: newKeySet(len(d.Activities)),
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
		x.activities.add(a.Project, a.ID)
	}
	for _, a := range d.Actors {
		x.actors[pair{code(a.Project), dutch.Fold(a.Name)}] = true
	}
	return x
}

// keySet is a set of names within a project. There are as many as a year has
// activities, so it keeps a hash of each instead of two strings; that two of
// them share one of 64 bits doesn't happen. It also notes which of its names
// are named by others.
type keySet struct {
	seed maphash.Seed
	// sums is true for what meet has met.
	sums map[uint64]bool
	buf  []byte
}

func newKeySet(n int) *keySet {
	return &keySet{seed: maphash.MakeSeed(), sums: make(map[uint64]bool, n)}
}

func (k *keySet) sum(project, name string) uint64 {
	k.buf = appendCode(append(appendCode(k.buf[:0], project), 0), name)
	return maphash.Bytes(k.seed, k.buf)
}

func (k *keySet) add(project, name string) { k.sums[k.sum(project, name)] = false }

func (k *keySet) has(project, name string) bool {
	_, ok := k.sums[k.sum(project, name)]
	return ok
}

// meet is has, and notes that the name is named.
func (k *keySet) meet(project, name string) bool {
	sum := k.sum(project, name)
	met, ok := k.sums[sum]
	if ok && !met {
		k.sums[sum] = true
	}
	return ok
}

// met tells whether meet has met a name.
func (k *keySet) met(project, name string) bool { return k.sums[k.sum(project, name)] }

// appendCode writes what code gives, without a new string for plain ASCII.
func appendCode(b []byte, s string) []byte {
	start := len(b)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x80 || c <= ' ' && (i == 0 || i == len(s)-1) {
			return append(b[:start], code(s)...)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

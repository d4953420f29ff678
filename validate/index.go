package validate

import (
	"hash/maphash"
	"math/bits"
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
// activities, so it keeps a hash of each instead of two strings, in a table of
// which one place is looked at for nearly every question; that two of them
// share one of 63 bits doesn't happen. It also notes which of its names are
// named by others.
type keySet struct {
	seed maphash.Seed
	// table holds the sums, each at the first free place from where its bits
	// point; 0 is free. The lowest bit is set for what meet has met.
	table []uint64
	used  int
	buf   []byte
	// project is the last one asked for and inProject its hash: rows of a
	// project stand together.
	project   string
	inProject uint64
}

const met = 1

func newKeySet(n int) *keySet {
	return &keySet{seed: maphash.MakeSeed(), table: make([]uint64, 1<<bits.Len(uint(2*n+8)))}
}

// sum gives the hash of a name; never 0, the lowest bit not set.
func (k *keySet) sum(project, name string) uint64 {
	if project != k.project || k.inProject == 0 {
		k.buf = appendCode(k.buf[:0], project)
		k.project, k.inProject = project, bits.RotateLeft64(maphash.Bytes(k.seed, k.buf), 32)
	}
	k.buf = appendCode(k.buf[:0], name)
	return max((maphash.Bytes(k.seed, k.buf)^k.inProject)&^met, met<<1)
}

// place gives where a sum stands, or the free place where it would.
func (k *keySet) place(sum uint64) int {
	last := uint64(len(k.table) - 1)
	at := (sum >> 1) & last
	for k.table[at] != 0 && k.table[at]&^met != sum {
		at = (at + 1) & last
	}
	return int(at)
}

func (k *keySet) add(project, name string) {
	sum := k.sum(project, name)
	at := k.place(sum)
	if k.table[at] != 0 {
		return
	}
	k.table[at] = sum
	if k.used++; 2*k.used > len(k.table) {
		k.grow()
	}
}

func (k *keySet) grow() {
	old := k.table
	k.table = make([]uint64, 2*len(old))
	for _, sum := range old {
		if sum != 0 {
			k.table[k.place(sum&^met)] = sum
		}
	}
}

func (k *keySet) has(project, name string) bool {
	return k.table[k.place(k.sum(project, name))] != 0
}

// meet is has, and notes that the name is named.
func (k *keySet) meet(project, name string) bool {
	at := k.place(k.sum(project, name))
	if k.table[at] == 0 {
		return false
	}
	k.table[at] |= met
	return true
}

// met tells whether meet has met a name.
func (k *keySet) met(project, name string) bool {
	return k.table[k.place(k.sum(project, name))]&met != 0
}

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

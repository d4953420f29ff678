package cause

import (
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// set holds what findings say of which places. Two findings are one when they
// are of the same rule, on the same column, and share a cell; of a sheet or a
// file as a whole, when they found the same.
type set map[key]bool

type key struct {
	rule   *finding.Rule
	at     source.Ref
	column string
	found  string
}

func setOf(list []finding.Finding) set {
	s := set{}
	for _, f := range list {
		s.add(f)
	}
	return s
}

func (s set) add(f finding.Finding) {
	for _, k := range keys(f) {
		s[k] = true
	}
}

// any tells whether a finding is in the set, with one of its cells at least.
func (s set) any(f finding.Finding) bool {
	for _, k := range keys(f) {
		if s[k] {
			return true
		}
	}
	return false
}

func keys(f finding.Finding) []key {
	if f.Ref.Cell() == "" {
		return []key{{f.Rule, f.Ref, f.Column, f.Found}}
	}
	cells := f.Cells
	if len(cells) == 0 {
		cells = []source.Ref{f.Ref}
	}
	out := make([]key, len(cells))
	for i, at := range cells {
		out[i] = key{f.Rule, at, f.Column, ""}
	}
	return out
}

// Package cause tells what follows from what. A finding is a follow-on of
// another one only if mending that other one makes it go away: nothing else is
// a reason to hold a finding back.
//
// It finds out by doing it. Each finding says what a person who follows it
// would change (Finding.Mend, or else its proposal in its cells). The input is
// looked at again as if that had been changed; what is gone then followed from
// it, and what shows only then was hidden by it and is told now, so that
// everything can be mended in one round.
package cause

import (
	"slices"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// Look checks the input as it would be with some edits.
type Look func(edits []source.Edit) ([]finding.Finding, error)

// Suppressed is a finding that goes away when its cause is mended.
type Suppressed struct {
	Finding finding.Finding
	// Cause is the finding that is told.
	Cause finding.Finding
}

// Bounds of the work. Past them nothing is held back: a flood is grouped, not
// silenced.
const (
	maxLooks = 12
	maxEdits = 50_000
)

// Sort splits findings in those to tell and those that follow from them. list
// is what a look without edits found. Findings for which counts is false are
// told, but cause nothing: a person said that they are right.
func Sort(list []finding.Finding, counts func(finding.Finding) bool, look Look) (told []finding.Finding, under []Suppressed, err error) {
	s := &sorter{told: list, counts: counts, look: look, done: map[place]bool{}, mended: map[identity]bool{}, held: map[identity]bool{}, tried: map[source.Ref]bool{}}
	for again := true; again; {
		if again, err = s.round(); err != nil {
			return nil, nil, err
		}
	}
	return s.told, s.under, nil
}

// Mends tells whether a finding says how it is mended, so that others may
// follow from it.
func Mends(f finding.Finding) bool { return len(mendOf(f)) > 0 }

// sorter holds where the sorting stands: what is told so far, what is held
// back, and the edits of all that was mended.
type sorter struct {
	told   []finding.Finding
	under  []Suppressed
	counts func(finding.Finding) bool
	look   Look
	looks  int
	edits  []source.Edit
	// done are the cells that an edit changes, so that no two change one.
	done map[place]bool
	// mended are the findings whose edits were made, held those held back.
	mended, held map[identity]bool
	// tried are the cells of which the value was only tried.
	tried map[source.Ref]bool
}

// identity is what makes a finding the same as another of the same look.
type identity struct {
	rule                   *finding.Rule
	at                     source.Ref
	column, found, message string
}

func identityOf(f finding.Finding) identity {
	return identity{f.Rule, f.Ref, f.Column, f.Found, f.Message}
}

type place struct {
	kind source.EditKind
	at   source.Ref
	text string
}

// round mends what can be mended, the widest first. It tells whether something
// new came to light, which may be mended in its turn.
func (s *sorter) round() (bool, error) {
	var waiting []cause
	for _, f := range s.told {
		if mend := mendOf(f); len(mend) > 0 && s.counts(f) && !s.mended[identityOf(f)] {
			waiting = append(waiting, cause{f, mend, reach(f)})
		}
	}
	if len(waiting) == 0 {
		return false, nil
	}
	slices.SortStableFunc(waiting, func(a, b cause) int { return a.reach - b.reach })
	fresh := false
	for len(waiting) > 0 {
		n := 1
		for n < len(waiting) && waiting[n].reach == waiting[0].reach {
			n++
		}
		more, err := s.mend(waiting[:n])
		if err != nil {
			return false, err
		}
		fresh = fresh || more
		waiting = slices.DeleteFunc(waiting[n:], func(c cause) bool { return s.held[identityOf(c.finding)] })
	}
	return fresh, nil
}

// cause is a finding with its edits.
type cause struct {
	finding finding.Finding
	edits   []source.Edit
	reach   int
}

// mend makes the edits of some causes, on top of those made before, and sorts
// out what went away and what came to light.
func (s *sorter) mend(list []cause) (fresh bool, err error) {
	var made []cause
	edits := s.edits
	for _, c := range list {
		if s.take(c.edits) {
			made = append(made, c)
			edits = append(edits, c.edits...)
		}
	}
	if len(made) == 0 || s.looks >= maxLooks || len(edits) > maxEdits {
		return false, nil
	}
	s.looks++
	after, err := s.look(edits)
	if err != nil {
		return false, err
	}
	for _, c := range made {
		s.mended[identityOf(c.finding)] = true
		if c.finding.Try {
			s.tried[c.finding.Ref] = true
		}
	}
	s.edits = edits
	known, there := setOf(s.told), setOf(after)
	for _, u := range s.under {
		known.add(u.Finding)
	}
	s.told = slices.DeleteFunc(slices.Clone(s.told), func(f finding.Finding) bool {
		if s.mended[identityOf(f)] || there.any(f) {
			return false
		}
		s.held[identityOf(f)] = true
		s.under = append(s.under, Suppressed{f, nearest(made, f).finding})
		return true
	})
	for _, f := range after {
		if known.any(f) || f.Ref.File == "" || s.tried[f.Ref] {
			continue
		}
		known.add(f)
		s.told = append(s.told, f)
		fresh = true
	}
	return fresh, nil
}

// take notes the cells that edits change, unless one of them was changed
// before.
func (s *sorter) take(edits []source.Edit) bool {
	for _, e := range edits {
		if s.done[placeOf(e)] {
			return false
		}
	}
	for _, e := range edits {
		s.done[placeOf(e)] = true
	}
	return true
}

func placeOf(e source.Edit) place {
	if e.Kind == source.Stand {
		return place{e.Kind, e.At, e.Project + "\x00" + e.Text}
	}
	return place{e.Kind, e.At, ""}
}

// mendOf gives the edits that mend a finding: its own, or its proposal in its
// cells.
func mendOf(f finding.Finding) []source.Edit {
	if len(f.Mend) > 0 || f.Proposal == "" || f.Ref.Cell() == "" {
		return f.Mend
	}
	cells := f.Cells
	if len(cells) == 0 {
		cells = []source.Ref{f.Ref}
	}
	var out []source.Edit
	for _, at := range cells {
		out = append(out, source.Edit{At: at, Text: f.Proposal})
	}
	return out
}

// reach says how much a finding is about, the widest first: the report's year,
// a file, a sheet, then a row that rows of other sheets name, then a row.
func reach(f finding.Finding) int {
	switch {
	case len(f.Mend) > 0 && f.Mend[0].Kind == source.Year:
		return 0
	case f.Ref.Sheet == "":
		return 1
	case f.Ref.Cell() == "":
		return 2
	case f.Try:
		return 5
	case f.Column == "code" || f.Column == "od_code":
		return 3
	}
	return 4
}

// nearest gives the cause that stands closest to a finding: of the same value,
// in the same row, sheet, file, or of the same project.
func nearest(list []cause, f finding.Finding) cause {
	best, most := list[0], -1
	for _, c := range list {
		g, n := c.finding, 0
		for i, alike := range [...]bool{g.Project == f.Project && f.Project != "", g.Ref.File == f.Ref.File, g.Ref.Sheet == f.Ref.Sheet,
			g.Ref.Row == f.Ref.Row && g.Ref.Sheet == f.Ref.Sheet && g.Ref.File == f.Ref.File, f.Found != "" && (g.Found == f.Found || g.Proposal == f.Found)} {
			if alike {
				n += 1 << i
			}
		}
		if n > most {
			best, most = c, n
		}
	}
	return best
}

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
	"path"
	"slices"
	"strings"

	"voortgang/internal/dutch"
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
	s := &sorter{told: list, counts: counts, look: look, done: map[place]bool{}, mended: map[identity]bool{}, held: map[identity]bool{}, tried: map[source.Ref]bool{}, written: map[source.Ref]bool{}}
	for again := true; again; {
		if again, err = s.round(); err != nil {
			return nil, nil, err
		}
	}
	return s.told, s.under, nil
}

// Mends tells whether a finding says how it is mended, so that others may
// follow from it.
func Mends(f finding.Finding) bool { return len(mendOf(f)) > 0 || f.Lost }

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
	// tried are the places of which the content was only tried.
	tried map[source.Ref]bool
	// written are the rows with a proposal in them.
	written map[source.Ref]bool
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
		if mend := mendOf(f); (len(mend) > 0 || f.Lost) && s.counts(f) && !s.mended[identityOf(f)] {
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
		c.edits = append(s.named(c.edits), s.lost(c.finding)...)
		if len(c.edits) > 0 && s.take(c.edits) {
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
		for _, e := range c.edits {
			s.written[source.Ref{File: e.At.File, Sheet: e.At.Sheet, Row: e.At.Row}] = true
		}
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
		// What a wrong proposal makes equal to another row says nothing.
		doubled := f.Rule.Family == finding.Keys && s.written[source.Ref{File: f.Ref.File, Sheet: f.Ref.Sheet, Row: f.Ref.Row}]
		if known.any(f) || f.Ref.File == "" || s.isTried(f.Ref) || list[0].reach >= reachLack || doubled {
			continue
		}
		known.add(f)
		f.Message += s.once(f)
		s.told = append(s.told, f)
		fresh = true
	}
	return fresh, nil
}

// once says when a finding holds that shows only now.
func (s *sorter) once(f finding.Finding) string {
	if s.written[source.Ref{File: f.Ref.File, Sheet: f.Ref.Sheet, Row: f.Ref.Row}] {
		return " (Dit geldt zodra de andere melding op deze rij verbeterd is.)"
	}
	return " (Dit geldt zodra ook de andere meldingen verbeterd zijn.)"
}

// isTried tells whether a place holds only what was tried.
func (s *sorter) isTried(at source.Ref) bool {
	file := source.Ref{File: at.File}
	sheet := source.Ref{File: at.File, Sheet: at.Sheet}
	return s.tried[at] || s.tried[file] || s.tried[sheet]
}

// lost gives what may stand in what could not be read: what rows name and is
// lacking, of the project or the sheet that was lost.
func (s *sorter) lost(f finding.Finding) []source.Edit {
	if !f.Lost {
		return nil
	}
	base := path.Base(f.Ref.File)
	stem := dutch.Fold(strings.TrimSuffix(base, path.Ext(base)))
	var out []source.Edit
	if f.Ref.Sheet == "" {
		// It may be the workbook of the project that it is named after.
		out = []source.Edit{{Kind: source.Stand, At: source.Ref{Sheet: "Projecten"}, Text: strings.TrimSuffix(base, path.Ext(base))}}
	}
	for _, g := range s.told {
		for _, m := range g.Mend {
			if m.Kind != source.Stand {
				continue
			}
			sheet := dutch.Fold(m.At.Sheet)
			switch {
			case dutch.Fold(f.Ref.Sheet) == sheet, f.Ref.Sheet == "" && (stem == sheet || stem == dutch.Fold(m.Text) || stem == dutch.Fold(m.Project)),
				f.Ref.Sheet == "" && g.Ref.Sheet == "":
				out = append(out, m)
			}
		}
	}
	return out
}

// named fills in the keys that edits are to give: the one that others name and
// that is lacking, of the same name as the edit's text if there is such.
func (s *sorter) named(edits []source.Edit) []source.Edit {
	var out []source.Edit
	for _, e := range edits {
		if e.Names == "" {
			out = append(out, e)
			continue
		}
		lacking := map[string]bool{}
		for _, f := range s.told {
			if f.Rule.Family == finding.References && f.Ref.Sheet == e.At.Sheet && f.Ref.File == e.At.File && f.Proposal != "" {
				lacking[f.Proposal] = true // another row is asked to take the name
			}
			for _, m := range f.Mend {
				if m.Kind == source.Stand && m.At.Sheet == e.Names && m.Project == e.Project {
					lacking[m.Text] = true
				}
			}
		}
		if len(lacking) == 1 && !lacking[e.Text] {
			for name := range lacking {
				e.Text = name
			}
		}
		if e.Names = ""; e.Text != "" {
			out = append(out, e)
		}
	}
	return out
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
// cells. A number or a date that only stands out is emptied: what it should be
// isn't known, but what leans on it goes away.
func mendOf(f finding.Finding) []source.Edit {
	if f.Lost {
		return nil // see lost
	}
	measured := f.Rule.Family == finding.Time || f.Rule.Family == finding.Plausibility
	if f.Mend != nil || f.Ref.Cell() == "" || f.Proposal == "" && !measured {
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

// The reaches of a finding, the widest first: the report's year, a file, a
// sheet, a key that rows of other sheets name, a row, what is lacking, and last
// what is only tried on a row.
const (
	reachYear = iota
	reachFile
	reachSheet
	reachKey
	reachRow
	reachLack
	reachTry
)

func reach(f finding.Finding) int {
	switch {
	case len(f.Mend) > 0 && f.Mend[0].Kind == source.Year:
		return reachYear
	case len(f.Mend) > 0 && f.Mend[0].Kind == source.Stand:
		return reachLack
	case f.Ref.Sheet == "":
		return reachFile
	case f.Ref.Cell() == "":
		return reachSheet
	case f.Try || len(f.Mend) == 0 && f.Proposal == "":
		return reachTry
	case len(f.Mend) > 0 && f.Mend[0].Names != "":
		return reachKey
	}
	return reachRow
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

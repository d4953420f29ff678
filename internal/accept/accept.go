// Package accept keeps what a person looked at and found right: warnings that
// are accepted with a reason, in aanvaard.yaml in the workdir. An acceptance
// goes with the row, or the words, and the value that stood there: another
// value is asked about again, and a row that moved is still accepted. Only a
// person removes one.
package accept

import (
	"slices"
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// FileName is the file's name in the workdir.
const FileName = "aanvaard.yaml"

// Entry is one acceptance.
type Entry struct {
	Code  string   `yaml:"code"`
	File  string   `yaml:"bestand"`
	Sheet string   `yaml:"blad,omitempty"`
	Cells []string `yaml:"cellen,omitempty,flow"`
	// Column and Rows say which fields it is about, wherever they stand: the
	// column's name, and the key of each row. An entry without Rows, as they
	// were written before, goes by its cells.
	Column string   `yaml:"kolom,omitempty"`
	Rows   []string `yaml:"rijen,omitempty,flow"`
	// Around are the words around a place in a text; without them its value
	// alone tells which it is.
	Around string `yaml:"rond,omitempty"`
	// Value is what was found there when it was accepted.
	Value  string `yaml:"waarde"`
	Reason string `yaml:"reden"`
	// By and On say who accepted it, and on which day (jjjj-mm-dd).
	By string `yaml:"door,omitempty"`
	On string `yaml:"op,omitempty"`

	line int
}

// Accepted is a finding that was taken out, with its acceptance.
type Accepted struct {
	Entry
	Finding finding.Finding
}

// Allowed tells whether a finding can be accepted: an error can't, it has to
// be mended, unless its rule says that it may be right.
func Allowed(f finding.Finding) bool {
	return f.Level != finding.Error || f.Rule != nil && f.Rule.MayAccept
}

// New makes the entry that accepts a finding.
func New(f finding.Finding, where *Places, reason, by, on string) Entry {
	s := where.of(f)
	return Entry{Code: f.Code(), File: f.Ref.File, Sheet: f.Ref.Sheet, Cells: cells(f), Column: s.column, Rows: s.rows, Around: s.around,
		Value: value(f), Reason: strings.TrimSpace(reason), By: strings.TrimSpace(by), On: on}
}

func cells(f finding.Finding) []string {
	var out []string
	for _, r := range all(f) {
		out = append(out, r.Cell())
	}
	return out
}

// all lists the cells of a finding.
func all(f finding.Finding) []source.Ref {
	if len(f.Cells) == 0 && f.Ref.Cell() != "" {
		return []source.Ref{f.Ref}
	}
	return f.Cells
}

// void begins what is added to the message of a finding whose value changed.
const void = " (Eerder aanvaard met een andere waarde: ‘"

// value is what an acceptance holds on to: what was found or, where a finding
// is about no single value, what it says.
func value(f finding.Finding) string {
	if f.Found != "" {
		return f.Found
	}
	message, _, _ := strings.Cut(f.Message, void)
	return message
}

// Apply takes the accepted findings out of a grouped list. A finding whose
// value isn't the accepted one stays, and says so. It can go over a list again
// when more was added.
func Apply(list []finding.Finding, entries []Entry, where *Places) (rest []finding.Finding, accepted []Accepted) {
	if len(entries) == 0 {
		return list, nil
	}
	byRule := map[string][]Entry{}
	for _, e := range entries {
		byRule[e.Code] = append(byRule[e.Code], e)
	}
	for _, f := range list {
		e, same := match(f, byRule[f.Code()], where)
		switch {
		case e == nil || !Allowed(f):
			rest = append(rest, f)
		case !same:
			if !strings.Contains(f.Message, void) {
				f.Message += void + e.Value + "’. Die aanvaarding geldt niet meer.)"
			}
			rest = append(rest, f)
		default:
			accepted = append(accepted, Accepted{*e, f})
		}
	}
	return rest, accepted
}

// match finds the entry for a finding, and tells whether its value is the one
// that was accepted; an entry with the same value goes first.
func match(f finding.Finding, entries []Entry, where *Places) (found *Entry, same bool) {
	var s spot
	for i := range entries {
		e := &entries[i]
		if e.File != f.Ref.File || e.Sheet != f.Ref.Sheet {
			continue
		}
		if s.column == "" && s.rows == nil && s.around == "" {
			s = where.of(f)
		}
		if !e.covers(f, s) {
			continue
		}
		if e.Value == value(f) || e.Value == "" && f.Found == "" {
			return e, true
		}
		// In a text nothing but the value and the words tells which place it is.
		if f.Ref.Line == 0 || e.Around != "" {
			found = e
		}
	}
	return found, false
}

// covers tells whether an entry is about all places of a finding: a cell that
// joined them wasn't looked at.
func (e *Entry) covers(f finding.Finding, s spot) bool {
	within, here := e.Rows, s.rows
	switch {
	case e.Around != "":
		return e.Around == s.around
	case len(e.Rows) == 0:
		within, here = e.Cells, cells(f)
	case e.Column != s.column:
		return false
	}
	for _, one := range here {
		if !slices.Contains(within, one) {
			return false
		}
	}
	return len(here) > 0 || len(within) == 0
}

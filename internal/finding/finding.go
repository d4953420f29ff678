// Package finding holds the one type in which every stage says what it found:
// what is wrong, where, what was expected and what to write instead. A Go
// error means trouble with the machine or a fault of ours; whatever is wrong
// in the input is a Finding.
package finding

import (
	"slices"
	"strings"

	"voortgang/internal/source"
)

// Finding is one thing that is wrong at one or more places.
type Finding struct {
	Rule *Rule
	// Level is the rule's level, unless the configuration turned it down.
	Level Level
	// Ref is the first place; Cells lists all places of a grouped finding in
	// the same sheet, the first one included. Cells is empty for a finding on
	// one place.
	Ref   source.Ref
	Cells []source.Ref
	// Column is the contract's name of the column, when there is one.
	Column string
	// Found is the value as it stands there; Expected says what should;
	// Proposal is what to write instead, when the program can tell.
	Found, Expected, Proposal string
	// Message is the full sentence in Dutch without the place, ending with
	// what to do.
	Message string
	// Project is the code of the project it concerns, when there is one.
	Project string
	// Mend is what a person who follows the finding would change; nil when that
	// is to write the proposal in its cells, or can't be told, empty when there
	// is nothing to change. It isn't shown: it tells what would go away with the
	// finding.
	Mend []source.Edit
	// Lost is true when rows could not be read: others may name what they hold.
	Lost bool
	// Try is true when Mend is but one of many changes that would do.
	Try bool
}

// Code is the code of the rule.
func (f Finding) Code() string { return f.Rule.Code }

// New makes a finding of a rule at a place. The other fields are for the one
// function that makes findings of this rule.
func New(rule *Rule, ref source.Ref, message string) Finding {
	return Finding{Rule: rule, Level: rule.Level, Ref: ref, Message: message}
}

// Sort orders findings by file, sheet, row, column, code, so that the same
// input always gives the same list.
func Sort(list []Finding) {
	slices.SortStableFunc(list, func(a, b Finding) int {
		if c := a.Ref.Compare(b.Ref); c != 0 {
			return c
		}
		if c := strings.Compare(a.Rule.Code, b.Rule.Code); c != 0 {
			return c
		}
		return strings.Compare(a.Message, b.Message)
	})
}

// Group joins findings of one rule that say the same of several cells of one
// sheet into one finding with all its cells.
func Group(list []Finding) []Finding {
	type key struct{ code, file, sheet, column, message, project string }
	at := map[key]int{}
	var out []Finding
	for _, f := range list {
		k := key{f.Rule.Code, f.Ref.File, f.Ref.Sheet, f.Column, f.Message, f.Project}
		i, seen := at[k]
		if !seen || f.Ref.Cell() == "" {
			at[k] = len(out)
			out = append(out, f)
			continue
		}
		g := &out[i]
		if len(g.Cells) == 0 {
			g.Cells = []source.Ref{g.Ref}
		}
		if len(f.Cells) > 0 {
			g.Cells = append(g.Cells, f.Cells...)
		} else {
			g.Cells = append(g.Cells, f.Ref)
		}
	}
	return out
}

// Count gives the number of findings per level.
func Count(list []Finding) (errors, warnings, infos int) {
	for _, f := range list {
		switch f.Level {
		case Error:
			errors++
		case Warning:
			warnings++
		default:
			infos++
		}
	}
	return errors, warnings, infos
}

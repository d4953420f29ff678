package accept

import (
	"fmt"
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// RuleUnreadable: a part of aanvaard.yaml can't be used.
var RuleUnreadable = finding.ByCode("C08")

// RuleStale: an acceptance that is about nothing that was found.
var RuleStale = finding.ByCode("C19")

func unreadable(line int, why string) finding.Finding {
	f := finding.New(RuleUnreadable, source.Ref{File: FileName, Line: line},
		upper(why)+". De andere aanvaardingen gelden wel. Verbeter dit in een teksteditor zoals Kladblok; het programma schrijft hier niets over.")
	f.Expected = "een lijst zoals ‘voortgang aanvaard’ ze schrijft"
	return f
}

// unusable is a file of which nothing can be read.
func unusable(why string) finding.Finding {
	return finding.New(RuleUnreadable, source.Ref{File: FileName},
		"Het bestand is niet te lezen: "+why+". Zolang geldt geen enkele aanvaarding. Zet er een gewoon bestand, of haal het weg als er geen aanvaardingen in staan.")
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// Stale tells of each entry that took no finding out and voids none that is
// left, unless its rule is turned off.
func Stale(entries []Entry, accepted []Accepted, rest []finding.Finding, where *Places, off func(code string) bool) []finding.Finding {
	used := map[int]bool{}
	for _, a := range accepted {
		used[a.line] = true
	}
	byRule := map[string][]finding.Finding{}
	for _, f := range rest {
		byRule[f.Code()] = append(byRule[f.Code()], f)
	}
	var list []finding.Finding
	for _, e := range entries {
		if !used[e.line] && !off(e.Code) && !e.answered(accepted, byRule[e.Code], where) {
			list = append(list, stale(e))
		}
	}
	return list
}

// answered tells whether another entry, or a finding that is told, is about
// the same places.
func (e *Entry) answered(accepted []Accepted, rest []finding.Finding, where *Places) bool {
	same := func(f finding.Finding) bool {
		return f.Code() == e.Code && f.Ref.File == e.File && f.Ref.Sheet == e.Sheet && (f.Ref.Line == 0 || e.Around != "") && e.covers(f, where.of(f))
	}
	for _, f := range rest {
		if same(f) {
			return true
		}
	}
	for _, a := range accepted {
		if same(a.Finding) {
			return true
		}
	}
	return false
}

func stale(e Entry) finding.Finding {
	where := e.File
	if e.Sheet != "" {
		where += ", blad " + e.Sheet
	}
	if len(e.Cells) > 0 {
		where += ", " + e.Cells[0]
	}
	f := finding.New(RuleStale, source.Ref{File: FileName, Line: e.line}, fmt.Sprintf(
		"De aanvaarding van %s in %s hoort bij geen melding meer: wat er stond is verbeterd, weg of anders. Ze blijft staan tot jij ze weghaalt.", e.Code, where))
	f.Found = e.Code + " " + e.Value
	return f
}

package accept

import (
	"fmt"
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

const builder = "wie het rapport bouwt"

// RuleUnreadable: a part of aanvaard.yaml can't be used.
var RuleUnreadable = finding.Rule{
	Code: "C08", Family: finding.Settings, Level: finding.Error, Who: builder,
	Title: "aanvaard.yaml is niet helemaal te lezen",
	Explanation: "In aanvaard.yaml staat welke meldingen nagekeken en aanvaard zijn, elk met een reden. ‘voortgang aanvaard’ schrijft dat bestand. " +
		"Een aanvaarding die niet te lezen is, of die de code, het bestand of de reden mist, geldt niet; de andere gelden wel. " +
		"Zolang er een niet te lezen is, schrijft ‘voortgang aanvaard’ niets bij.",
	Wrong: "- code: P01\n  bestand: gegevens/a.xlsx\n  waarde: \"1.200\n  reden: het buurtfeest",
	Right: "- code: P01\n  bestand: gegevens/a.xlsx\n  blad: Deelnames\n  cellen: [D14]\n  waarde: \"1.200\"\n  reden: het buurtfeest\n  door: An Peeters\n  op: 2022-03-14",
}

// RuleStale: an acceptance that is about nothing that was found.
var RuleStale = finding.Rule{
	Code: "C19", Family: finding.Settings, Level: finding.Info, Who: builder,
	Title: "Aanvaarding zonder melding",
	Explanation: "De melding die aanvaard werd, is er niet meer: wat er stond is verbeterd, weg of anders. De aanvaarding blijft staan, ook voor het geval dat het terugkomt. " +
		"Het programma haalt er nooit een weg; jij mag dat wel.",
	Wrong: "een aanvaarding van D14 = 1.200, waar nu 120 staat", Right: "haal de aanvaarding weg uit aanvaard.yaml, of laat ze staan",
}

// Rules lists the rules of this package.
func Rules() []*finding.Rule { return []*finding.Rule{&RuleUnreadable, &RuleStale} }

func unreadable(line int, why string) finding.Finding {
	f := finding.New(&RuleUnreadable, source.Ref{File: FileName, Line: line},
		upper(why)+". De andere aanvaardingen gelden wel. Verbeter dit in een teksteditor zoals Kladblok; het programma schrijft hier niets over.")
	f.Expected = "een lijst zoals ‘voortgang aanvaard’ ze schrijft"
	return f
}

// unusable is a file of which nothing can be read.
func unusable(why string) finding.Finding {
	return finding.New(&RuleUnreadable, source.Ref{File: FileName},
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
	f := finding.New(&RuleStale, source.Ref{File: FileName, Line: e.line}, fmt.Sprintf(
		"De aanvaarding van %s in %s hoort bij geen melding meer: wat er stond is verbeterd, weg of anders. Ze blijft staan tot jij ze weghaalt.", e.Code, where))
	f.Found = e.Code + " " + e.Value
	return f
}

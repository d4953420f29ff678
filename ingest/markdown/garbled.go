package markdown

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"voortgang/internal/finding"
	"voortgang/internal/garbled"
	"voortgang/internal/source"
)

var (
	RuleGarbled  = finding.ByCode("T13") // text that an encoding or escapes spoiled
	RuleEncoding = finding.ByCode("T14") // a text in an encoding that leaves doubt
)

// encoded says how the bytes of a text were read.
func encoded(file string, e garbled.Encoding) finding.Finding {
	f := finding.New(RuleEncoding, source.Ref{File: file}, e.Note("Dit bestand"))
	if !e.Doubtful {
		f.Level = finding.Info
	}
	f.Found, f.Expected = e.Name, "UTF-8"
	return f
}

// manyLines is from how many spoiled lines on a text gives one finding.
const manyLines = 4

// mend gives a text with each line as it was meant, and says which were
// spoiled. The number of lines stays.
func mend(file, text string) (string, []finding.Finding) {
	lines := strings.Split(text, "\n")
	var list []finding.Finding
	for i, line := range lines {
		meant, kind := garbled.Recode(line)
		if kind == garbled.None {
			continue
		}
		meant = strings.TrimRight(strings.ReplaceAll(meant, "\n", " "), " ")
		list = append(list, spoiledLine(file, i+1, line, meant, kind))
		lines[i] = meant
	}
	if len(list) >= manyLines {
		f := list[0]
		f.Message = fmt.Sprintf("Op %d regels van deze tekst staan vreemde tekens, de eerste keer op deze regel: ‘%s’. Haal de tekst opnieuw uit het eerste bestand, of verbeter de regels.", len(list), short(f.Found))
		if f.Proposal != "" {
			f.Message = fmt.Sprintf("Op %d regels van deze tekst staan tekens uit een verkeerde tekenset, zoals ‘%s’. Ze zijn gelezen zoals bedoeld: ‘%s’. Bewaar de tekst opnieuw in UTF-8, met de juiste tekens.", len(list), short(f.Found), short(f.Proposal))
		}
		list = []finding.Finding{f}
	}
	return strings.Join(lines, "\n"), list
}

func spoiledLine(file string, line int, spoiled, meant string, kind garbled.Kind) finding.Finding {
	const excerpt = 200
	found, proposal := garbled.Excerpt(spoiled, meant, excerpt)
	at := max(0, strings.Index(spoiled, firstWord(found)))
	ref := source.Ref{File: file, Line: line, Char: utf8.RuneCountInString(spoiled[:at]) + 1}
	f := finding.New(RuleGarbled, ref, fmt.Sprintf("‘%s’ bevat %s en is gelezen als ‘%s’. Klopt dat, schrijf het dan zo.", short(found), kind.Contains(), short(proposal)))
	f.Found, f.Expected, f.Proposal = found, "gewone tekst", proposal
	if kind == garbled.Lost {
		f.Message, f.Proposal = fmt.Sprintf("In ‘%s’ is een letter verloren: op die plaats staat �. Typ het woord opnieuw.", garbled.Around(meant, 40)), ""
	}
	return f
}

func firstWord(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

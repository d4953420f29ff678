package markdown

import (
	"bytes"
	"fmt"
	"regexp"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// Bounds of one text. The parser takes time with the square of a paragraph
// full of brackets or stars, and of how deep lists and quotations go; what
// people write is far below all three.
const (
	maxBytes     = 512 << 10
	maxParagraph = 32 << 10
	maxMargin    = 200
)

// itemOrHeading begins a paragraph of its own without an empty line.
var itemOrHeading = regexp.MustCompile(`^ {0,3}([-*+]|#{1,6}) \S`)

// beyond tells what in a text is over the bounds: a finding, or false.
func beyond(file string, src []byte) (finding.Finding, bool) {
	paragraph, begin := 0, 1
	for line := 1; len(src) > 0; line++ {
		text, rest, _ := bytes.Cut(src, []byte("\n"))
		src = rest
		content := bytes.TrimLeft(text, " \t>-*+.)0123456789")
		if len(text)-len(content) > maxMargin {
			return unusable(file, line, "begint met meer dan "+fmt.Sprint(maxMargin)+" spaties en tekens van lijsten en citaten", "Haal er niveaus uit"), true
		}
		if len(bytes.TrimSpace(text)) == 0 {
			paragraph, begin = 0, line+1
			continue
		}
		if itemOrHeading.Match(text) {
			paragraph, begin = 0, line
		}
		if paragraph += len(text) + 1; paragraph > maxParagraph {
			return unusable(file, begin, "is het begin van een alinea van meer dan "+fmt.Sprint(maxParagraph>>10)+" kB", "Verdeel ze met lege regels"), true
		}
	}
	return finding.Finding{}, false
}

func unusable(file string, line int, what, mend string) finding.Finding {
	return finding.New(RuleFile, source.Ref{File: file, Line: line},
		fmt.Sprintf("Regel %d %s. De hele tekst wordt daarom niet gebruikt. %s.", line, what, mend))
}

package grid

import (
	"regexp"
	"strings"
)

var hyperlinkCall = regexp.MustCompile(`(?i)(?:^|[^\w.])HYPERLINK\(`)

// Hyperlink gives the address that a formula links to, HYPERLINK("https://…",
// "word"), when it is written out in it, as one text or as texts joined by '&';
// "" when it isn't, when there are several, or when it lies in the workbook.
func Hyperlink(formula string) string {
	if strings.IndexByte(formula, '"') < 0 {
		return "" // as most formulas
	}
	calls := hyperlinkCall.FindAllStringIndex(formula, 2)
	if len(calls) != 1 {
		return ""
	}
	target := ""
	for rest := formula[calls[0][1]:]; ; rest = rest[1:] {
		rest = strings.TrimSpace(rest)
		text, after, ok := cutQuoted(rest)
		if !ok {
			return ""
		}
		target += text
		if rest = strings.TrimSpace(after); !strings.HasPrefix(rest, "&") {
			break
		}
	}
	if strings.HasPrefix(target, "#") {
		return ""
	}
	return target
}

// cutQuoted cuts a text in quotes off; a doubled quote is one.
func cutQuoted(s string) (text, rest string, ok bool) {
	for strings.HasPrefix(s, `"`) {
		before, after, closed := strings.Cut(s[1:], `"`)
		if !closed {
			return "", "", false
		}
		text, s, ok = text+before, after, true
		if strings.HasPrefix(s, `"`) {
			text += `"`
		}
	}
	return text, s, ok
}

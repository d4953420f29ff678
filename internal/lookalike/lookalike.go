// Package lookalike knows the letters of other scripts that pass for Latin ones.
package lookalike

import (
	"strings"
	"unicode"
)

// latin maps the letters of other scripts that look like Latin ones.
var latin = map[rune]rune{
	// Cyrillic
	'А': 'A', 'В': 'B', 'С': 'C', 'Е': 'E', 'Н': 'H', 'І': 'I', 'Ј': 'J', 'К': 'K', 'М': 'M', 'О': 'O', 'Р': 'P', 'Ѕ': 'S', 'Т': 'T', 'Х': 'X', 'У': 'Y',
	'а': 'a', 'с': 'c', 'ԁ': 'd', 'е': 'e', 'һ': 'h', 'і': 'i', 'ј': 'j', 'ӏ': 'l', 'о': 'o', 'р': 'p', 'ѕ': 's', 'у': 'y', 'х': 'x', 'ѵ': 'v', 'ԝ': 'w',
	// Greek
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X',
	'ο': 'o', 'ν': 'v',
}

// Latin recognises a name in which letters of another script pass for
// Latin ones, and gives it in Latin letters. A name that is truly in that
// script has letters that look like no Latin one, or no Latin letter at all.
func Latin(name string) (plain string, ok bool) {
	foreign, local := false, false
	for _, r := range name {
		switch {
		case r < 0x80:
			local = local || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z'
		case r >= 0xFF01 && r <= 0xFF5E:
			foreign = true
		case latin[r] != 0:
			foreign = true
		case unicode.Is(unicode.Cyrillic, r) || unicode.Is(unicode.Greek, r):
			return "", false
		case unicode.IsLetter(r):
			local = true
		}
	}
	if !foreign || !local {
		return "", false
	}
	return strings.Map(func(r rune) rune {
		if r >= 0xFF01 && r <= 0xFF5E {
			return r - 0xFF01 + '!'
		}
		if l := latin[r]; l != 0 {
			return l
		}
		return r
	}, name), true
}

// Letters says in Dutch which letters of a name are no Latin ones.
func Letters(name string) string {
	var out []string
	seen := map[rune]bool{}
	for _, r := range name {
		if l := latin[r]; l != 0 && !seen[r] {
			seen[r] = true
			script := "Griekse"
			if unicode.Is(unicode.Cyrillic, r) {
				script = "Cyrillische"
			}
			out = append(out, "de "+string(l)+" is een "+script+" letter")
		}
	}
	if len(out) == 0 {
		return "brede tekens"
	}
	if len(out) > 3 {
		return strings.Join(out[:3], ", ") + ", …"
	}
	return strings.Join(out, ", ")
}

package dutch

import "strings"

// units, teens and tens are the words that numbers are made of, folded.
// Fourteen comes before four: the longest that fits is the one meant.
var (
	units = []string{"een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"}
	teens = []string{"tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"}
	tens  = []string{"twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"}
)

// LongestNumeral is how many words a number may take when all are apart:
// "negen honderd negen en negentig duizend negen honderd en negen en negentig".
const LongestNumeral = 12

// Numeral reads the whole number, up to 999.999, that a row of words begins
// with, and tells of how many words it is: 213 and 3 for "tweehonderd", "en",
// "dertien". A number below a hundred is one word: "drie en twintig" may be two
// numbers. A word "een" by itself is an article. It gives 0 and 0 for no number.
func Numeral(words []string) (value, used int) {
	most := 0
	for most < min(len(words), LongestNumeral) && ofNumbers(words[most], most > 0) {
		most++
	}
	for used = most; used > 0; used-- {
		value, rest := belowMillion(Fold(strings.Join(words[:used], "")))
		if rest == "" && value > 0 && (used == 1 || value >= 100) {
			return value, used
		}
	}
	return 0, 0
}

// ofNumbers tells whether a word holds only words for numbers. Within a number
// it may be "en" or "één" too.
func ofNumbers(word string, within bool) bool {
	word = strings.ToLower(word)
	if word == "een" || !within && (word == "één" || word == "eén") {
		return false
	}
	rest := Fold(word)
	if rest == "en" {
		return within
	}
	for rest != "" {
		_, after := belowHundred(rest)
		for _, w := range []string{"honderd", "duizend", "en"} {
			if after == rest {
				after = strings.TrimPrefix(rest, w)
			}
		}
		if after == rest {
			return false
		}
		rest = after
	}
	return word != ""
}

// belowMillion reads a number that a folded text without spaces begins with,
// and gives what follows it. A value of 0 is none; so for the two below.
func belowMillion(s string) (int, string) {
	n, rest := hundreds(s)
	after, ok := strings.CutPrefix(rest, "duizend")
	if !ok || n > 999 {
		return n, rest
	}
	n = max(n, 1) * 1000
	if low, end := hundreds(strings.TrimPrefix(after, "en")); low > 0 && low < 1000 {
		return n + low, end
	}
	return n, after
}

// hundreds reads "dertien", "honderd en dertien", "veertienhonderd dertien".
func hundreds(s string) (int, string) {
	n, rest := belowHundred(s)
	after, ok := strings.CutPrefix(rest, "honderd")
	if !ok {
		return n, rest
	}
	n = max(n, 1) * 100
	if low, end := belowHundred(strings.TrimPrefix(after, "en")); low > 0 {
		return n + low, end
	}
	return n, after
}

// belowHundred reads "drie", "dertien", "dertig", "drieendertig".
func belowHundred(s string) (int, string) {
	if i, rest := firstOf(teens, s); i >= 0 {
		return 10 + i, rest
	}
	if i, rest := firstOf(tens, s); i >= 0 {
		return 10 * (i + 2), rest
	}
	i, rest := firstOf(units, s)
	if i < 0 {
		return 0, s
	}
	if after, ok := strings.CutPrefix(rest, "en"); ok {
		if k, end := firstOf(tens, after); k >= 0 {
			return 10*(k+2) + i + 1, end
		}
	}
	return i + 1, rest
}

// firstOf gives which of some words a text begins with, and what follows.
func firstOf(words []string, s string) (int, string) {
	for i, w := range words {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return i, rest
		}
	}
	return -1, s
}

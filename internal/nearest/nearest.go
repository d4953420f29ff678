// Package nearest finds what a misspelled word was meant to be, for the
// proposal of a finding.
package nearest

import (
	"strings"

	"github.com/agext/levenshtein"
)

// alike is how much two words must have in common, from 0 to 1. Two letters
// that changed places in a word of five are just enough.
const alike = 0.59

// To gives the name most like a word, whatever the case, or "" when none is
// like it.
func To(word string, names []string) string {
	best, score := "", alike
	word = strings.ToLower(word)
	for _, n := range names {
		if s := levenshtein.Match(word, strings.ToLower(n), nil); s > score {
			best, score = n, s
		}
	}
	return best
}

// Slip tells whether one word was probably meant as the other: they are one
// letter apart, or one is the beginning of the other.
func Slip(a, b string) bool {
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || oneApart(a, b)
}

// oneApart tells whether one word becomes the other by adding, dropping or
// changing one letter.
func oneApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == "" {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[min(i+1, len(a)):] == b[min(i+1, len(b)):]
	}
	return a[i:] == b[i+1:]
}

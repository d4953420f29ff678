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
	for _, n := range names {
		if s := levenshtein.Match(strings.ToLower(word), strings.ToLower(n), nil); s > score {
			best, score = n, s
		}
	}
	return best
}

package validate

import (
	"strings"

	"github.com/agext/levenshtein"
)

// nearest gives the name most like a word, or "" when none is like it.
func nearest(word string, names []string) string {
	best, score := "", 0.59
	for _, n := range names {
		if s := levenshtein.Match(strings.ToLower(word), strings.ToLower(n), nil); s > score {
			best, score = n, s
		}
	}
	return best
}

// meant is the question that a proposal becomes, or what to do without one.
func meant(proposal, otherwise string) string {
	if proposal == "" {
		return otherwise
	}
	return "Bedoel je ‘" + proposal + "’?"
}

// Package nearest finds what a misspelled word was meant to be, for the
// proposal of a finding.
package nearest

import (
	"strings"
	"unicode"

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

// Code does the same for codes, in which a number isn't like another one: A003
// was no slip for A001, P0O1 was one for P001.
func Code(word string, codes []string) string {
	var same []string
	for _, c := range codes {
		if numbers(c) == numbers(word) {
			same = append(same, c)
		}
	}
	if best := To(word, same); best != "" || strings.ContainsFunc(word, unicode.IsLetter) || len(same) != 1 {
		return best
	}
	return same[0] // 47 for 0047, 1,1 for OD1.1: of one code only
}

// numbers gives the numbers in a code, without leading zeros.
func numbers(code string) string {
	var b strings.Builder
	for _, n := range strings.FieldsFunc(digits(code), func(r rune) bool { return r < '0' || r > '9' }) {
		b.WriteString(strings.TrimLeft(n, "0") + " ")
	}
	return b.String()
}

// digits writes the letters that pass for a digit as that digit, where they
// stand by one or after a point.
func digits(code string) string {
	out := []byte(code)
	near := func(i int, with string) bool { return i >= 0 && i < len(out) && strings.IndexByte(with, out[i]) >= 0 }
	for i, r := range out {
		as := strings.IndexByte("OolIi", r)
		if as >= 0 && (near(i-1, "0123456789.") || near(i+1, "0123456789")) {
			out[i] = "00111"[as]
		}
	}
	return string(out)
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

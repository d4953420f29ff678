// Package written reads numbers the way people write them: Number takes what
// is a number to everybody, Meant what only a person would take for one.
package written

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Largest is the largest number that a cell keeps to the unit.
const Largest = 1e15

// Number reads a number written the Flemish way: with a decimal comma or
// point and with points or spaces between the thousands. A point with exactly
// three digits behind it parts thousands: "1.451" is 1451, "24.87" is 24,87. A
// euro sign before or behind is allowed; a unit or a percent sign is not.
func Number(text string) (float64, bool) {
	text = strings.TrimFunc(text, space)
	text = strings.TrimFunc(strings.TrimSuffix(strings.TrimPrefix(text, "€"), "€"), space)
	negative := false
	if r, size := utf8.DecodeRuneInString(text); r == '-' || r == '−' || r == '+' {
		negative = r != '+'
		text = strings.TrimFunc(text[size:], space)
		text = strings.TrimFunc(strings.TrimPrefix(text, "€"), space)
	}
	if text == "" || len(text) > 60 {
		return 0, false
	}
	digits, ok := normalise(text)
	if !ok {
		return 0, false
	}
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil || v > Largest {
		return 0, false
	}
	if negative {
		v = -v
	}
	return v, true
}

func space(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// normalise takes the thousands separators out and makes the decimal sign a
// point. It refuses groups of thousands that aren't three digits long.
func normalise(text string) (string, bool) {
	plain := make([]rune, 0, len(text))
	spaced := false
	for _, r := range text {
		if space(r) {
			r, spaced = ' ', true
		}
		plain = append(plain, r)
	}
	s := string(plain)
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	whole, fraction := s, ""
	thousands := " "
	switch {
	case commas > 1 || points > 1 && commas > 0 && strings.LastIndex(s, ",") < strings.LastIndex(s, "."):
		return "", false
	case commas == 1 && points == 1 && strings.Index(s, ",") < strings.Index(s, "."):
		whole, fraction, _ = strings.Cut(s, ".")
		thousands = ","
	case commas == 1:
		whole, fraction, _ = strings.Cut(s, ",")
		if points > 0 {
			thousands = "."
		}
	case points > 1:
		thousands = "."
	case points == 1:
		before, after, _ := strings.Cut(s, ".")
		if len(after) == 3 && len(before) <= 3 && before != "" && before != "0" && !spaced {
			thousands = "."
		} else {
			whole, fraction = before, after
		}
	}
	if strings.ContainsAny(fraction, " .,") || fraction == "" && whole != s {
		return "", false
	}
	groups := strings.Split(whole, thousands)
	for i, g := range groups {
		if !allDigits(g) || len(groups) > 1 && (i > 0 && len(g) != 3 || i == 0 && (g == "" || len(g) > 3)) {
			return "", false
		}
	}
	digits := strings.Join(groups, "")
	if !allDigits(fraction) || digits == "" && fraction == "" {
		return "", false
	}
	return "0" + digits + "." + fraction + "0", true
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// Package dutch writes numbers, dates and plurals the way readers in Flanders
// expect them, and folds names so that loose spellings meet.
package dutch

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// NBSP is the no-break space between a number and its unit.
const NBSP = "\u00a0"

// Number writes a number with the given decimals, rounded as Round does: 1451 is
// "1.451", 24.87 is "24,87". A value that is no number gives "–".
func Number(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	digits := rounded(math.Abs(v), decimals)
	whole, fraction, _ := strings.Cut(digits, ".")
	var b strings.Builder
	if v < 0 && strings.Trim(digits, "0.") != "" {
		b.WriteRune('−')
	}
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(d)
	}
	if fraction != "" {
		b.WriteByte(',')
		b.WriteString(fraction)
	}
	return b.String()
}

// Int writes a whole number: "21.873".
func Int(n int) string { return Number(float64(n), 0) }

// Percent writes a share as it is read, with a no-break space: Percent(83.5, 1)
// is "83,5 %". The value is in percent, not a fraction.
func Percent(v float64, decimals int) string { return Number(v, decimals) + NBSP + "%" }

// Euro writes an amount in whole euros: "€ 11.362.256".
func Euro(v float64) string {
	digits, debt := strings.CutPrefix(Number(v, 0), "−")
	if debt {
		return "−€" + NBSP + digits
	}
	return "€" + NBSP + digits
}

var months = [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli",
	"augustus", "september", "oktober", "november", "december"}

// Month gives the name of month 1–12.
func Month(m time.Month) string { return months[m-1] }

// LongDate writes a date for running text: "28 april 2021".
func LongDate(d time.Time) string {
	return strconv.Itoa(d.Day()) + NBSP + Month(d.Month()) + " " + strconv.Itoa(d.Year())
}

// ShortDate writes a date for tables: "28/04/2021".
func ShortDate(d time.Time) string { return d.Format("02/01/2006") }

// DotDate writes a date for the running foot: "28.04.2022".
func DotDate(d time.Time) string { return d.Format("02.01.2006") }

// Plural gives the word that goes with a count, with the count before it:
// Plural(1, "fout", "fouten") is "1 fout", Plural(2, …) is "2 fouten".
func Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Int(n) + " " + many
}

// Join writes an enumeration: "a", "a en b", "a, b en c".
func Join(words []string) string { return join(words, " en ") }

// JoinOr writes a choice: "a, b of c".
func JoinOr(words []string) string { return join(words, " of ") }

func join(words []string, last string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + last + words[n-1]
	}
}

// Fold gives the form in which names are compared: lower case, without
// accents, with only letters and digits kept. "Communicatie-acties" and
// "communicatie acties" fold to the same.
func Fold(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	plain, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn))), s)
	if err != nil {
		plain = s
	}
	var b strings.Builder
	for _, r := range strings.ToLower(plain) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldASCII does the same for plain ASCII, which most names are, without
// walking through the Unicode tables.
func foldASCII(s string) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0x80:
			return "", false
		case 'A' <= c && c <= 'Z':
			b.WriteByte(c + 'a' - 'A')
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			b.WriteByte(c)
		}
	}
	return b.String(), true
}

// Slug gives the form for keys and file names: "Krachtige steden en buurten"
// is "krachtige-steden-en-buurten".
func Slug(s string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn))), s)
	if err != nil {
		plain = s
	}
	var b strings.Builder
	for _, r := range strings.ToLower(plain) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case r == '\'' || r == '’':
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// Package unit reads in what unit numbers are given, from words such as "x
// 1000", "k€", "in minuten" or "%", as people write them in tables.
package unit

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Quantity is what numbers measure.
type Quantity int

// The quantities; None is what has no unit.
const (
	None Quantity = iota
	Money
	Hours
	FTE
	Count
)

// Plain names the unit in which a quantity is counted, in Dutch.
func (q Quantity) Plain() string {
	return [...]string{None: "", Money: "euro", Hours: "uren", FTE: "VTE", Count: "aantallen"}[q]
}

// Unit is Factor times the plain unit, or 0 times when it can't be brought to
// that. Text is how it was written; "" for no unit.
type Unit struct {
	Factor float64
	Text   string
}

// way is a way to write a unit; of says of which quantities, none of all.
type way struct {
	written *regexp.Regexp
	factor  float64
	of      []Quantity
}

func written(factor float64, words string, of ...Quantity) way {
	return way{regexp.MustCompile(`(?:^|[^\pL\d])(?:` + words + `)(?:$|[^\pL\d])`), factor, of}
}

// others are the units that change what a number means. A quantity that is
// written in the unit of another one can't be read.
var others = []way{
	written(1e6, `(?:x|maal|keer|in|per|/) ?1[. ]?000[. ]?000|10\^?6|10⁶|miljoen(?:en)?|mln|mio|m ?€|€ ?m|meur|m eur`),
	written(1e3, `(?:x|maal|keer|in|per|/) ?1[. ]?000|10\^?3|10³|duizend(?:en|tal|tallen)?|dzd|k ?€|€ ?k|keur|eurk|k eur|k euro|t€|teur|['’]000|€ ?000`),
	written(1e9, `miljard(?:en)?|mrd`, Money),
	written(100, `(?:x|maal|keer) ?100|honderd(?:en|tal|tallen)?`),
	written(10, `(?:x|maal|keer) ?10|tiental(?:len)?`),
	written(0.01, `(?:euro ?)?cent(?:en|s)?`, Money),
	written(1.0/60, `minuten|minuut|min\.?|mins`, Hours),
	written(1.0/3600, `seconden?|sec\.?`, Hours),
	written(0.25, `kwartier(?:en)?`, Hours),
	written(0.01, `%|procent(?:en)?|percent|pct\.?|procentueel`, FTE),
	written(0, `%|procent(?:en)?|percent|pct\.?|procentueel|‰|promille`),
	written(0, `[$£]|usd|dollars?|gbp|ponden?|chf|bef|bfr|frank|yen`, Money),
	written(0, `(?:halve |werk)?dag(?:en)?|dagdelen|dagdeel|weken|maanden`, Hours, FTE, Count),
	written(0, `uur|uren|u|minuten|personen|koppen|hoofden|medewerkers|werknemers`, FTE, Money),
	written(0, `vte|fte|€|eur|euro`, Hours, Count),
	written(0, `uur|uren|minuten|dozijn`, Count),
}

var (
	// plain say what is meant anyway.
	plain = map[Quantity]way{
		Money: written(1, `€|eur|euro(?:['’]?s)?`), Hours: written(1, `u\.?|uur|uren|h|hrs?|[uh]{1,2}:mm`),
		FTE: written(1, `vte|fte|voltijds|voltijdse?|equivalenten?`), Count: written(1, `aantal|stuks|deelnames|deelnemers|personen`),
	}
	// mixed are hours and minutes in one number.
	mixed = regexp.MustCompile(`\b(?:uren|uur|u\.?) ?(?:en|&|\+) ?min`)
	// alone is a thousand when it stands by itself.
	alone = written(1e3, `k|t|['’]?000|1[. ]?000`).written
	// fillers are words that say nothing of a unit.
	fillers = regexp.MustCompile(`(?:^|[^\pL\d])(?:in|uitgedrukt|van|een|alle|al|de|het|zijn|staan|bedrag(?:en)?|cijfers|getallen|waarden|tijd|duur|opgelet|let op|nb|afgerond|eenheid)(?:$|[^\pL\d])`)
	// bounds are numbers that bound a value and are no unit: "min. 0".
	bounds = regexp.MustCompile(`\b(?:min|max)\.? ?\d|\bmax\b`)
)

// In finds the unit in a text. pure is true when the text says nothing else.
func (q Quantity) In(text string) (u Unit, pure, found bool) {
	if q == None || len(text) > 100 {
		return Unit{}, false, false
	}
	rest := strings.NewReplacer("×", "x", "*", "x", "_", " ", "\u00a0", " ").Replace(strings.ToLower(text))
	if bounds.MatchString(rest) {
		return Unit{}, false, false
	}
	u = Unit{1, strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()[]:;,_-–", r) })}
	if q == Hours && mixed.MatchString(rest) {
		u.Factor = 0
		return u, true, true
	}
	take := func(w *regexp.Regexp) bool {
		at := w.FindStringIndex(rest)
		if at == nil {
			return false
		}
		rest = rest[:at[0]] + " " + rest[at[1]:]
		return true
	}
	for take(plain[q].written) {
		found = true
	}
	for _, w := range others {
		if (len(w.of) == 0 || slices.Contains(w.of, q)) && take(w.written) {
			u.Factor, found = u.Factor*w.factor, true
		}
	}
	for take(fillers) {
		continue
	}
	says := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if before := rest; q == Money && u.Factor == 1 && take(alone) {
		if strings.ContainsFunc(rest, says) {
			rest = before
		} else {
			u.Factor, found = 1e3, true
		}
	}
	pure = found && !strings.ContainsFunc(rest, says)
	if strings.Contains(u.Text, "%") && !pure {
		u.Factor = 0 // a part of something else
	}
	return u, pure, found
}

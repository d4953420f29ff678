package value

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"voortgang/ingest/grid"
	"voortgang/internal/dutch"
)

const (
	expectNumber = "een getal"
	expectWhole  = "een geheel getal"
	expectYear   = "een jaar als 2021"
	// maxNumber is the largest number that a cell keeps to the unit.
	maxNumber = 1e15
)

// Number reads a number: a number cell, or text with a decimal comma or point
// and with points or spaces between the thousands. A point with exactly three
// digits behind it parts thousands: "1.451" is 1451, "24.87" is 24,87.
func Number(c grid.Cell, ctx Context) (float64, *Problem) {
	return number(c, ctx, expectNumber)
}

func number(c grid.Cell, ctx Context, expected string) (float64, *Problem) {
	if p := broken(c, expected); p != nil {
		return 0, p
	}
	switch c.Kind {
	case grid.Number:
		if !c.Format.IsDate() && c.Format != grid.Time && math.Abs(c.Number) <= maxNumber {
			return c.Number, nil
		}
		return 0, oddNumber(c, &Problem{Reason: NoNumber, Found: Show(c, ctx), Expected: expected})
	case grid.Text:
		if v, ok := parseNumber(c.Text); ok {
			return v, nil
		}
		p := &Problem{Reason: NoNumber, Found: line(c.Text), Expected: expected, Proposal: proposeNumber(c.Text)}
		if part, ok := ofHundred(c.Text); ok {
			// 85 % is 0,85 of one; of a count it says nothing.
			if p.Proposal = ""; expected != expectWhole {
				p.Proposal = comma(part)
			}
		}
		return 0, p
	case grid.ISODate:
		return 0, &Problem{Reason: DateForNumber, Found: c.Text, Expected: expected}
	}
	return 0, &Problem{Reason: NoNumber, Found: Show(c, ctx), Expected: expected}
}

// Money reads an amount in euro. One of less than a thousand with exactly three
// decimals is given with a problem: its thousands point was taken for a decimal
// sign. What a formula works out may have any number of them.
func Money(c grid.Cell, ctx Context) (float64, *Problem) {
	v, p := Number(c, ctx)
	if p != nil || c.Formula || math.Abs(v) < 1 || math.Abs(v) >= 1000 {
		return v, p
	}
	switch thousands := v * 1000; c.Kind {
	case grid.Number:
		if whole := math.Round(thousands); math.Abs(thousands-whole) > 1e-6 || math.Mod(whole, 10) == 0 {
			return v, nil
		}
	case grid.Text:
		if _, decimals, _ := strings.Cut(strings.TrimFunc(c.Text, noDigit), ","); len(decimals) != 3 {
			return v, nil
		}
	}
	return v, &Problem{Reason: ThreeDecimals, Found: Show(c, ctx), Expected: "een bedrag met hoogstens twee decimalen", Proposal: dutch.Number(math.Round(v*1000), 0)}
}

func noDigit(r rune) bool { return !unicode.IsDigit(r) }

// oddNumber says why a number cell holds no usable number.
func oddNumber(c grid.Cell, p *Problem) *Problem {
	switch {
	case c.Format.IsDate():
		p.Reason = DateForNumber
		// A date with an hour is no number that somebody typed.
		if hundreds := c.Number * 100; math.Abs(hundreds-math.Round(hundreds)) < 1e-6 {
			p.Proposal = comma(c.Number)
		}
	case c.Format == grid.Time:
		p.Reason, p.Proposal = DateForNumber, comma(math.Round(c.Number*24*100)/100)
	default:
		p.Detail = "dat is te groot"
	}
	return p
}

// Whole reads a number without a fraction.
func Whole(c grid.Cell, ctx Context) (float64, *Problem) {
	v, p := number(c, ctx, expectWhole)
	if p == nil && v != math.Trunc(v) {
		return 0, &Problem{Reason: NotWhole, Found: Show(c, ctx), Expected: expectWhole}
	}
	return v, p
}

// Year reads a calendar year, 1900–2100.
func Year(c grid.Cell, ctx Context) (int, *Problem) {
	if p := broken(c, expectYear); p != nil {
		return 0, p
	}
	if c.Kind == grid.Number && !c.Format.IsDate() && c.Number == math.Trunc(c.Number) && c.Number >= FirstYear && c.Number <= LastYear {
		return int(c.Number), nil
	}
	p := &Problem{Reason: NoYear, Found: Show(c, ctx), Expected: expectYear}
	v := 0.0
	switch c.Kind {
	case grid.Number:
		if c.Format.IsDate() {
			return shownYear(c, ctx, p)
		}
		v = c.Number
	case grid.Text:
		p.Found = line(c.Text)
		digits, ok := digitsOnly(strings.TrimSuffix(p.Found, ".0"))
		if !ok {
			if t, problem := textDate(c.Text, ctx); problem == nil {
				p.Proposal = strconv.Itoa(t.Year())
			}
			return 0, p
		}
		v = digits
	default:
		if t, problem := textDate(c.Text, ctx); c.Kind == grid.ISODate && problem == nil {
			p.Proposal = strconv.Itoa(t.Year())
		}
		return 0, p
	}
	if v != math.Trunc(v) || v < FirstYear || v > LastYear {
		if v >= 0 && v < 1e6 && v == math.Trunc(v) {
			p.Reason, p.Expected = YearRange, "een jaar van 1900 tot 2100"
			if guess, ok := nearYear(strconv.Itoa(int(v)), ctx.Year); ok {
				p.Proposal = strconv.Itoa(guess)
			} else if v < 100 {
				p.Proposal = strconv.Itoa(century(int(v)))
			}
		}
		return 0, p
	}
	return int(v), nil
}

// shownYear reads a date where a year is expected. A date of which only the year
// is shown is that year; a year typed in such a cell is shown as 1905.
func shownYear(c grid.Cell, ctx Context, p *Problem) (int, *Problem) {
	t, ok := serial(c.Number, ctx.Date1904)
	typed := c.Number == math.Trunc(c.Number) && c.Number >= FirstYear && c.Number <= LastYear
	switch {
	case typed:
		p.Proposal = strconv.Itoa(int(c.Number))
	case ok && c.Format == grid.Year:
		return t.Year(), nil
	case ok:
		p.Proposal = strconv.Itoa(t.Year())
	}
	return 0, p
}

// parseNumber reads a number written the Flemish way. A euro sign before or
// behind is allowed; a unit or a percent sign is not.
func parseNumber(text string) (float64, bool) {
	text = strings.TrimFunc(text, isSpace)
	text = strings.TrimFunc(strings.TrimSuffix(strings.TrimPrefix(text, "€"), "€"), isSpace)
	negative := false
	if r, size := utf8.DecodeRuneInString(text); r == '-' || r == '−' || r == '+' {
		negative = r != '+'
		text = strings.TrimFunc(text[size:], isSpace)
		text = strings.TrimFunc(strings.TrimPrefix(text, "€"), isSpace)
	}
	if text == "" || len(text) > 60 {
		return 0, false
	}
	digits, ok := normalise(text)
	if !ok {
		return 0, false
	}
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil || v > maxNumber {
		return 0, false
	}
	if negative {
		v = -v
	}
	return v, true
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// normalise takes the thousands separators out and makes the decimal sign a
// point. It refuses groups of thousands that aren't three digits long.
func normalise(text string) (string, bool) {
	plain := make([]rune, 0, len(text))
	spaced := false
	for _, r := range text {
		if isSpace(r) {
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

// ofHundred reads a percentage as the fraction that it is.
func ofHundred(text string) (float64, bool) {
	digits, ok := strings.CutSuffix(strings.TrimFunc(text, isSpace), "%")
	if !ok {
		return 0, false
	}
	v, ok := parseNumber(digits)
	return math.Round(1e6*v) / 1e8, ok
}

// proposeNumber finds the one number within a text: "12 uur", "ca. 15". It
// gives "" when there is none or more than one.
func proposeNumber(text string) string {
	found, count := "", 0
	for _, word := range strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsDigit(r) && r != '.' && r != ',' && r != '-' && r != ' ' && r != '\u00a0' && r != '\u202f' && r != '\u2009'
	}) {
		word = strings.Trim(word, " .,-\u00a0\u202f\u2009")
		if word == "" {
			continue
		}
		count++
		if v, ok := parseNumber(word); ok {
			found = comma(v)
		} else if joined := strings.ReplaceAll(word, ",", ""); strings.Count(word, ",") > 1 && allDigits(joined) {
			// 11,362,256: the English way.
			v, _ := strconv.ParseFloat(joined, 64)
			found = dutch.Number(v, 0)
		}
	}
	if count != 1 || strings.Contains(found, "e") {
		return ""
	}
	return found
}

// comma writes a number the way a Dutch Excel shows it in a plain cell: a
// decimal comma and no thousands separators.
func comma(v float64) string { return strings.Replace(grid.Plain(v), ".", ",", 1) }

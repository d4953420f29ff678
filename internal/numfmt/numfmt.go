// Package numfmt reads the codes with which spreadsheets say how a number is
// shown, as far as that changes what it means.
package numfmt

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Code is what a format code says of the numbers that are shown with it.
type Code struct {
	// Day, Month and Year are true when a date is shown with them, Clock when a
	// time or a duration is. Month is true of minutes too.
	Day, Month, Year, Clock, Percent bool
	// Shows is nil unless letters or zeros are added to whole numbers.
	Shows *Pattern
}

// Parse reads a format code, of which the first section counts.
func Parse(code string) Code {
	s := section{rest: code}
	for s.rest != "" {
		s.part()
	}
	if !s.odd && s.pattern.adds() && !(s.Day || s.Month || s.Year || s.Clock || s.Percent) {
		s.Shows = &s.pattern
	}
	return s.Code
}

// section is what is known of the first section of a format code while it is
// read.
type section struct {
	Code
	rest string
	// odd is true when the digits of a number aren't shown one by one.
	odd     bool
	pattern Pattern
}

// part reads the next part of the code.
func (s *section) part() {
	r, size := utf8.DecodeRuneInString(s.rest)
	part := s.rest[:size]
	s.rest = s.rest[size:]
	switch unicode.ToLower(r) {
	case ';':
		s.pattern.zeroApart = strings.Count(s.rest, ";") > 0
		s.rest = ""
	case '"':
		text, rest, _ := strings.Cut(s.rest, `"`)
		s.literal(text)
		s.rest = rest
	case '\\', '!':
		_, size = utf8.DecodeRuneInString(s.rest)
		s.literal(s.rest[:size])
		s.rest = s.rest[size:]
	case '_', '*':
		_, size = utf8.DecodeRuneInString(s.rest)
		s.rest = s.rest[size:]
	case '[':
		inside, rest, _ := strings.Cut(s.rest, "]")
		s.rest = rest
		s.bracket(strings.ToLower(inside))
	case 'd':
		s.Day = true
	case 'm':
		s.Month = true
	case 'y':
		s.Year = true
	case 'h', 's':
		s.Clock = true
	case '%':
		s.Percent = true
	case '0', '#':
		s.pattern.places = append(s.pattern.places, place{digit: r})
	case '?', '.', ',', '/', '@', 'e':
		s.odd = true
	case 'g':
		if len(s.rest) >= 6 && strings.EqualFold(s.rest[:6], "eneral") {
			s.rest = s.rest[6:]
			s.pattern.places = append(s.pattern.places, place{digit: '0'})
		}
	case 'a':
		for _, half := range [...]string{"m/pm", "/p"} {
			if len(s.rest) >= len(half) && strings.EqualFold(s.rest[:len(half)], half) {
				s.Clock, s.rest = true, s.rest[len(half):]
				return
			}
		}
		s.literal(part)
	default:
		s.literal(part)
	}
}

// bracket reads what stands between square brackets: a colour, a condition, a
// duration, a currency or a language.
func (s *section) bracket(inside string) {
	switch {
	case inside != "" && strings.Trim(inside, "hms") == "":
		s.Clock = true
	case strings.ContainsAny(inside, "<>="):
		s.odd = true
	}
}

func (s *section) literal(text string) {
	s.pattern.places = append(s.pattern.places, place{text: text})
}

// Pattern is how whole numbers are shown: digits with text around and between.
type Pattern struct {
	places []place
	// zeroApart is true when zero is shown in a way of its own.
	zeroApart bool
}

// place is one digit of a pattern, '0' or '#', or text.
type place struct {
	text  string
	digit rune
}

// adds tells whether a pattern adds zeros, or letters or digits, to a number.
func (p *Pattern) adds() bool {
	zeros, digits, words := 0, 0, false
	for _, at := range p.places {
		if at.digit != 0 {
			digits++
		}
		if at.digit == '0' {
			zeros++
		}
		words = words || strings.ContainsFunc(at.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	}
	return digits > 0 && (zeros > 1 || words)
}

// Write shows a number; "" when it is shown as it is.
func (p *Pattern) Write(v float64) string {
	if v != math.Trunc(v) || v < 0 || v >= 1e15 || v == 0 && p.zeroApart {
		return ""
	}
	digits := strconv.FormatInt(int64(v), 10)
	wanted := 0
	for _, at := range p.places {
		if at.digit == '0' || at.digit != 0 && wanted > 0 {
			wanted++
		}
	}
	digits = strings.Repeat("0", max(0, wanted-len(digits))) + digits
	left := 0
	for _, at := range p.places {
		if at.digit != 0 {
			left++
		}
	}
	var b strings.Builder
	first := true
	for _, at := range p.places {
		if at.digit == 0 {
			b.WriteString(at.text)
			continue
		}
		// The first place takes all digits that there is no other place for.
		for len(digits) >= left && digits != "" && (first || len(digits) == left) {
			b.WriteByte(digits[0])
			digits = digits[1:]
		}
		first = false
		left--
	}
	return strings.TrimSpace(b.String())
}

package workbook

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"voortgang/ingest/grid"
)

// formatOf tells what a format code shows, from its first section.
func formatOf(code string) cellFormat {
	s := section{rest: code}
	for s.rest != "" {
		s.part()
	}
	out := cellFormat{Format: s.format()}
	if out.Format == grid.General && !s.odd && s.adds() {
		out.shows = &s.pattern
	}
	return out
}

// section is what is known of the first section of a format code while it is
// read.
type section struct {
	rest string
	// month is true of minutes too, which stand next to hours or seconds.
	day, month, year, clock, percent bool
	// odd is true when the digits of a number aren't shown one by one.
	odd bool
	pattern
}

// part reads the next part of the code.
func (s *section) part() {
	r, size := utf8.DecodeRuneInString(s.rest)
	part := s.rest[:size]
	s.rest = s.rest[size:]
	switch unicode.ToLower(r) {
	case ';':
		s.zeroApart = strings.Count(s.rest, ";") > 0
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
		s.day = true
	case 'm':
		s.month = true
	case 'y':
		s.year = true
	case 'h', 's':
		s.clock = true
	case '%':
		s.percent = true
	case '0', '#':
		s.places = append(s.places, place{digit: r})
	case '?', '.', ',', '/', '@', 'e':
		s.odd = true
	case 'g':
		if len(s.rest) >= 6 && strings.EqualFold(s.rest[:6], "eneral") {
			s.rest = s.rest[6:]
			s.places = append(s.places, place{digit: '0'})
		}
	case 'a':
		for _, half := range [...]string{"m/pm", "/p"} {
			if len(s.rest) >= len(half) && strings.EqualFold(s.rest[:len(half)], half) {
				s.clock, s.rest = true, s.rest[len(half):]
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
		s.clock = true
	case strings.ContainsAny(inside, "<>="):
		s.odd = true
	}
}

func (s *section) literal(text string) { s.places = append(s.places, place{text: text}) }

func (s *section) format() grid.Format {
	switch {
	case s.day, s.year && s.clock:
		return grid.Date
	case s.month && !s.clock:
		return grid.Month
	case s.year:
		return grid.Year
	case s.clock:
		return grid.Time
	case s.percent:
		return grid.Percent
	}
	return grid.General
}

// pattern is how whole numbers are shown: digits with text around and between.
type pattern struct {
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
func (p *pattern) adds() bool {
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

// write shows a number; "" when it is shown as it is.
func (p *pattern) write(v float64) string {
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

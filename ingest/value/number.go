package value

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"voortgang/ingest/grid"
	"voortgang/internal/dutch"
	"voortgang/internal/written"
)

const (
	expectNumber = "een getal"
	expectWhole  = "een geheel getal"
	expectYear   = "een jaar als 2021"
)

// Number reads a number: a number cell, or text as written.Number takes it.
func Number(c grid.Cell, ctx Context) (float64, *Problem) {
	of := written.Things
	if ctx.Hours {
		of = written.Hours
	}
	return number(c, ctx, of, expectNumber)
}

func number(c grid.Cell, ctx Context, of written.Of, expected string) (float64, *Problem) {
	if p := broken(c, expected); p != nil {
		return 0, p
	}
	if c.Kind == grid.Number && !c.Format.IsDate() && c.Format != grid.Time && math.Abs(c.Number) <= written.Largest {
		return c.Number, nil
	}
	if c.Kind == grid.Text {
		if v, ok := written.Number(c.Text); ok {
			return v, nil
		}
	}
	p := &Problem{Reason: NoNumber, Found: line(Show(c, ctx)), Expected: expected}
	switch c.Kind {
	case grid.Number:
		oddNumber(c, ctx, of, p)
	case grid.Text:
		if v, ok := written.Meant(c.Text, of); ok {
			p.propose(comma(v), func(proposal string) bool { _, ok := written.Number(proposal); return ok })
		} else if credit.MatchString(p.Found) {
			p.Detail = "of het bij of af is, zegt het teken: een min voor wat af gaat"
		} else {
			p.madeDate(typedAs(p.Found, ctx))
		}
	case grid.ISODate:
		p.Reason = DateForNumber
		p.madeDate(typedAs(c.Text, ctx))
	}
	return 0, p
}

// madeDate says what was typed where a date stands; "" is no date.
func (p *Problem) madeDate(typed string) {
	if typed != "" {
		p.Reason, p.Detail = DateForNumber, "wellicht is "+typed+" getypt en maakte Excel er een datum van"
	}
}

// typedAs gives what was typed in a cell that a program made a date of: 10-12
// for 10/12/2021 and for 10-dec.
func typedAs(text string, ctx Context) string {
	if t, p := textDate(text, ctx); p == nil {
		return t.Format("2-1")
	}
	if words := periodWords(text); len(words) == 2 && !strings.Contains(text, " ") && monthNumber(words[1]) > 0 && isNumber(words[0]) {
		return words[0] + "-" + strconv.Itoa(monthNumber(words[1]))
	}
	return ""
}

// credit is an amount as accounts write it, of which only they know the sign.
var credit = regexp.MustCompile(`(?i)\d ?(cr?|dr?|credit|debet)\.?$`)

// Money reads an amount in euro. One of less than a thousand with exactly three
// decimals is given with a problem: its thousands point was taken for a decimal
// sign. What a formula works out may have any number of them.
func Money(c grid.Cell, ctx Context) (float64, *Problem) {
	v, p := number(c, ctx, written.Euros, expectNumber)
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
func oddNumber(c grid.Cell, ctx Context, of written.Of, p *Problem) {
	switch {
	case c.Format.IsDate():
		p.Reason = DateForNumber
		t, ok := serial(c.Number, ctx.Date1904)
		switch hundreds := c.Number * 100; {
		case ok && t.Year() > yearOfSmall:
			typed := t.Format("2-1")
			if c.Format == grid.Month {
				typed = t.Format("1-06")
			}
			p.madeDate(typed)
		// A date with an hour is no number that somebody typed.
		case math.Abs(hundreds-math.Round(hundreds)) < 1e-6 && (of != written.Counts || c.Number == math.Trunc(c.Number)):
			p.Proposal = comma(c.Number)
		}
	case c.Format == grid.Time:
		if p.Reason = DateForNumber; of == written.Hours {
			p.Proposal = comma(math.Round(c.Number*24*100) / 100)
		}
	default:
		p.Detail = "dat is te groot"
	}
}

// yearOfSmall is up to what year a date is a number that was typed in a cell
// for dates: nobody registers what happened then.
const yearOfSmall = 1950

// Whole reads a number without a fraction.
func Whole(c grid.Cell, ctx Context) (float64, *Problem) {
	v, p := number(c, ctx, written.Counts, expectWhole)
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
	p, v := &Problem{Reason: NoYear, Found: Show(c, ctx), Expected: expectYear}, c.Number
	switch {
	case c.Kind == grid.Number && c.Format.IsDate():
		return shownYear(c, ctx, p)
	case c.Kind == grid.Text || c.Kind == grid.ISODate:
		p.Found = line(c.Text)
		digits, ok := digitsOnly(strings.TrimSuffix(p.Found, ".0"))
		if !ok {
			p.otherYear(c.Text, ctx)
			return 0, p
		}
		v = digits
	case c.Kind != grid.Number:
		return 0, p
	}
	if v == math.Trunc(v) && v >= FirstYear && v <= LastYear {
		return int(v), nil
	}
	if v > 0 && v < 1e6 && v == math.Trunc(v) {
		p.Reason, p.Expected = YearRange, "een jaar van 1900 tot 2100"
		if guess, ok := nearYear(strconv.Itoa(int(v)), ctx.Year); ok {
			p.Proposal = strconv.Itoa(guess)
		} else if v < 100 {
			p.Proposal = strconv.Itoa(century(int(v)))
		}
	}
	return 0, p
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
		p.firstDay(t)
	}
	return 0, p
}

// otherYear proposes the year of a text that is no year to the letter: with a
// point between its thousands, a letter for a digit, or of the first of January.
func (p *Problem) otherYear(text string, ctx Context) {
	if v, ok := written.Meant(text, written.Counts); ok && v >= FirstYear && v <= LastYear {
		p.Proposal = comma(v)
	} else if v, ok := written.Number(text); ok && v == math.Trunc(v) && v >= FirstYear && v <= LastYear {
		p.Proposal = comma(v)
	} else if t, problem := textDate(text, ctx); problem == nil {
		p.firstDay(t)
	}
}

// firstDay proposes the year of a day that stands for its year.
func (p *Problem) firstDay(t time.Time) {
	if t.YearDay() == 1 {
		p.Proposal = strconv.Itoa(t.Year())
	}
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// comma writes a number the way a Dutch Excel shows it in a plain cell: a
// decimal comma and no thousands separators.
func comma(v float64) string { return strings.Replace(grid.Plain(v), ".", ",", 1) }

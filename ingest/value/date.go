package value

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/agext/levenshtein"

	"voortgang/ingest/grid"
	"voortgang/internal/clock"
	"voortgang/internal/dutch"
	"voortgang/internal/written"
)

// The years that a date may have.
const (
	FirstYear = 1900
	LastYear  = 2100
)

const expectDate = "een datum als 14/04/2021"

// Date reads a day: an Excel date in either system, whatever the cell's
// format, d/m/jjjj with '/', '-' or '.', ISO 8601, or a day with the month in
// words. A time of day is dropped; one with Z or an offset is that moment in
// Brussels. The day is given as midnight UTC.
func Date(c grid.Cell, ctx Context) (time.Time, *Problem) {
	if p := broken(c, expectDate); p != nil {
		return time.Time{}, p
	}
	switch c.Kind {
	case grid.Number:
		return numberDate(c, ctx)
	case grid.ISODate, grid.Text:
		return textDate(c.Text, ctx)
	}
	return time.Time{}, &Problem{Reason: NoDate, Found: Show(c, ctx), Expected: expectDate}
}

// numberDate reads the number that Excel keeps for a date. A number that is
// no date by its format and reads as a year is taken for a year typed in the
// wrong place: as a date it would lie in 1905.
func numberDate(c grid.Cell, ctx Context) (time.Time, *Problem) {
	v := c.Number
	p := &Problem{Reason: NoDate, Found: comma(v), Expected: expectDate}
	if c.Format == grid.General && v == math.Trunc(v) {
		if v >= FirstYear && v <= LastYear {
			p.Detail = "dat is een jaar, geen dag"
			return time.Time{}, p
		}
		if t, ok := compact(v); ok {
			p.Proposal = short(t)
			return time.Time{}, p
		}
	}
	if t, ok := serial(v, ctx.Date1904); ok {
		return t, nil
	}
	if t, ok := calendar(v, ctx.Date1904); ok && c.Format.IsDate() {
		p.Found = short(t)
		return asWritten(p, strconv.Itoa(t.Day()), strconv.Itoa(int(t.Month())), strconv.Itoa(t.Year()), "/", ctx)
	}
	p.Reason, p.Detail = YearRange, "als datum valt dit getal buiten 1900–2100"
	return time.Time{}, p
}

// compact reads 20210414.
func compact(v float64) (time.Time, bool) {
	if v < 19000101 || v > 21001231 {
		return time.Time{}, false
	}
	n := int(v)
	return day(n/10000, n/100%100, n%100)
}

const (
	// secondsOf1900 is day 0 of the 1900 system as Unix time, for serials
	// from 61 on: Excel counts a 29 February 1900 that never was.
	secondsOf1900 = -2209161600
	shift1904     = 1462
	secondsInDay  = 86400
)

// serial turns Excel's day number into a day. ok is false out of 1900–2100.
func serial(v float64, date1904 bool) (time.Time, bool) {
	t, ok := calendar(v, date1904)
	return t, ok && t.Year() <= LastYear
}

// lastDay is Excel's number of its last day, 31 December 9999.
const lastDay = 2_958_465

// calendar turns a number into the day that Excel shows for it.
func calendar(v float64, date1904 bool) (time.Time, bool) {
	if math.IsNaN(v) || v < 0 || v > lastDay+1-1e-6 {
		return time.Time{}, false
	}
	// A time a hair before midnight is rounding, not the day before.
	n := int64(math.Floor(v + 1e-6))
	if date1904 {
		n += shift1904
	}
	if n < 1 {
		return time.Time{}, false
	}
	if n < 60 {
		n++
	}
	t := time.Unix(secondsOf1900+n*secondsInDay, 0).UTC()
	return t, t.Year() >= FirstYear
}

// day gives a day if the calendar has it.
func day(year, month, d int) (time.Time, bool) {
	if month < 1 || month > 12 || d < 1 || d > daysIn(year, month) {
		return time.Time{}, false
	}
	return time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC), true
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func short(t time.Time) string { return dutch.ShortDate(t) }

// shownDate writes as much of a date as its cell shows.
func shownDate(t time.Time, format grid.Format) string {
	switch format {
	case grid.Month:
		return dutch.Month(t.Month()) + " " + strconv.Itoa(t.Year())
	case grid.Year:
		return strconv.Itoa(t.Year())
	}
	return short(t)
}

// textDate reads a date that stands there as text.
func textDate(text string, ctx Context) (time.Time, *Problem) {
	text = line(text)
	p := &Problem{Reason: NoDate, Found: text, Expected: expectDate}
	day, at := clock.Cut(text)
	t, problem := textDay(p, day, ctx)
	if problem == nil {
		t = at.InBrussels(t)
	}
	return t, problem
}

// textDay reads a day without a time.
func textDay(p *Problem, text string, ctx Context) (time.Time, *Problem) {
	if parts, sep, ok := threeNumbers(text); ok {
		if len(parts[0]) >= 4 {
			return asWritten(p, parts[2], parts[1], parts[0], "", ctx)
		}
		return asWritten(p, parts[0], parts[1], parts[2], sep, ctx)
	}
	if parts, ok := wordDate(text); ok {
		return asWritten(p, parts[0], parts[1], parts[2], "", ctx)
	}
	if v, ok := digitsOnly(text); ok {
		if t, ok := compact(v); ok {
			p.Proposal = short(t)
		} else if t, ok := serial(v, ctx.Date1904); ok && v > LastYear {
			p.Proposal = short(t)
			p.Detail = "dat is het getal dat Excel voor een datum bewaart"
		} else if v >= FirstYear && v <= LastYear {
			p.Detail = "dat is een jaar, geen dag"
		}
	} else if period, problem := textPeriod(text, ctx); problem == nil && !period.Continuous {
		p.Detail = "dat is geen dag, maar een langere tijd"
	} else {
		p.Proposal = otherSigns(text, ctx)
	}
	return time.Time{}, p
}

// otherSigns proposes the day of a text that holds day, month and year with
// other signs between them, or with letters for digits: 14,4,2021 or l4/O4/2021.
func otherSigns(text string, ctx Context) string {
	if digits, ok := written.Digits(text); ok {
		text = digits
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(` /.,-–\\:;_'’`, r) })
	if len(parts) != 3 || strings.Trim(strings.Join(parts, ""), "0123456789") != "" {
		return ""
	}
	if len(parts[0]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	if len(parts[0]) > 2 || len(parts[1]) > 2 || len(parts[2]) != 2 && len(parts[2]) != 4 {
		return ""
	}
	p := &Problem{}
	if t, problem := asWritten(p, parts[0], parts[1], parts[2], "", ctx); problem == nil {
		return short(t)
	}
	return p.Proposal
}

// asWritten checks day, month and year as written. sep is the separator to use
// in a proposal; "" proposes dd/mm/jjjj.
func asWritten(p *Problem, dayText, monthText, yearText, sep string, ctx Context) (time.Time, *Problem) {
	d, month := small(dayText), small(monthText)
	year := small(yearText)
	propose := func(d, month, year int) {
		if _, ok := day(year, month, d); !ok {
			return
		}
		if sep == "" {
			p.Proposal = short(time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC))
			return
		}
		p.Proposal = padded(d, dayText) + sep + padded(month, monthText) + sep + strconv.Itoa(year)
	}
	if len(yearText) == 2 {
		p.Detail, p.ShortYear = "schrijf het jaar met vier cijfers", true
		propose(d, month, century(year))
		return time.Time{}, p
	}
	if len(yearText) != 4 || year < FirstYear || year > LastYear {
		p.Reason, p.Expected = YearRange, "een jaar van 1900 tot 2100"
		if openEnd(d, month, year) {
			p.Expected, p.Nothing, p.Detail = expectDate, true, "zo’n dag staat er voor wat nog geen einde heeft"
		} else if guess, ok := nearYear(yearText, ctx.Year); ok {
			propose(d, month, guess)
		}
		return time.Time{}, p
	}
	if month > 12 && month <= 31 && d <= 12 {
		p.MonthFirst = true
		p.Detail = "er is geen maand " + strconv.Itoa(month) + "; eerst de dag, dan de maand"
		dayText, monthText = monthText, dayText
		propose(month, d, year)
		return time.Time{}, p
	}
	t, ok := day(year, month, d)
	if ok {
		return t, nil
	}
	p.Reason, p.Expected = NoSuchDay, "een bestaande datum"
	switch {
	case month < 1 || month > 12:
		p.Detail = "er is geen maand " + strconv.Itoa(month)
	default:
		last := daysIn(year, month)
		p.Detail = dutch.Month(time.Month(month)) + " heeft " + strconv.Itoa(last) + " dagen"
		if month == 2 {
			p.Detail = "februari " + strconv.Itoa(year) + " heeft " + strconv.Itoa(last) + " dagen"
		}
		if d > last && d <= 31 {
			propose(last, month, year)
		}
	}
	return time.Time{}, p
}

// openEnd tells whether a day far ahead stands for no day at all: 31/12/9999,
// 1/1/3000, 31/12/2999.
func openEnd(d, month, year int) bool {
	edge := d == 31 && month == 12 || d == 1 && month == 1
	return edge && year > LastYear && (year%100 == 99 || year%100 == 0) || year >= 9000 && year <= 9999
}

// padded writes n with as many digits as it was written with.
func padded(n int, as string) string {
	if len(as) == 2 && n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// century reads a year of two digits as one from 1950 to 2049.
func century(year int) int {
	if year < 50 {
		return 2000 + year
	}
	return 1900 + year
}

// nearYear finds the year nearest to the report's that differs from the
// written one by one digit typed too much, too little or wrong.
func nearYear(written string, around int) (int, bool) {
	if around < FirstYear || around > LastYear || len(written) < 3 || len(written) > 5 {
		return 0, false
	}
	for off := 0; off <= 40; off++ {
		for _, year := range [2]int{around - off, around + off} {
			if levenshtein.Distance(written, strconv.Itoa(year), nil) == 1 {
				return year, true
			}
		}
	}
	return 0, false
}

// threeNumbers cuts "14/4/2021" in three.
func threeNumbers(text string) (parts [3]string, sep string, ok bool) {
	at := strings.IndexAny(text, "/-.")
	if at < 0 {
		return parts, "", false
	}
	sep = text[at : at+1]
	cut := strings.Split(text, sep)
	if len(cut) != 3 {
		return parts, "", false
	}
	for i, s := range cut {
		s = strings.TrimSpace(s)
		if _, ok := digitsOnly(s); !ok || len(s) > 6 {
			return parts, "", false
		}
		parts[i] = s
	}
	if len(parts[1]) > 2 || len(parts[0]) > 2 && len(parts[2]) > 2 {
		return parts, "", false
	}
	return parts, sep, true
}

// wordDate cuts "14 april 2021", "14-apr-'21" or "April 14, 2021" in day, month
// number and year.
func wordDate(text string) (parts [3]string, ok bool) {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" /-–.,'’", r) })
	if len(words) == 4 && weekday(words[0]) {
		words = words[1:]
	}
	if len(words) != 3 {
		return parts, false
	}
	if monthNumber(words[0]) > 0 {
		words[0], words[1] = words[1], words[0]
	}
	month := monthNumber(words[1])
	_, dayOK := digitsOnly(words[0])
	_, yearOK := digitsOnly(words[2])
	if month == 0 || !dayOK || !yearOK || len(words[0]) > 2 {
		return parts, false
	}
	return [3]string{words[0], strconv.Itoa(month), words[2]}, true
}

func weekday(word string) bool {
	switch strings.ToLower(strings.TrimRight(word, ",.")) {
	case "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "ma", "di", "wo", "do", "vr", "za", "zo":
		return true
	}
	return false
}

// digitsOnly reads a number of ASCII digits, at most nine.
func digitsOnly(s string) (float64, bool) {
	if s == "" || len(s) > 9 {
		return 0, false
	}
	v := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		v = v*10 + int(s[i]-'0')
	}
	return float64(v), true
}

// small reads a number of digits that digitsOnly has accepted.
func small(s string) int {
	v, _ := digitsOnly(s)
	return int(v)
}

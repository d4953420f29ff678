package value

import (
	"math"
	"strconv"
	"strings"
	"time"

	"voortgang/ingest/grid"
	"voortgang/internal/clock"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

const expectPeriod = "een dag, een maand (maart 2021), een kwartaal (2e kwartaal 2021), een jaar of ‘continu’"

// Period reads a day, a month, a quarter, a year or "continu".
func Period(c grid.Cell, ctx Context) (model.Period, *Problem) {
	if p := broken(c, expectPeriod); p != nil {
		return model.Period{}, p
	}
	switch c.Kind {
	case grid.Number:
		v := c.Number
		if c.Format == grid.General && v == math.Trunc(v) && v >= FirstYear && v <= LastYear {
			return span(strconv.Itoa(int(v)), int(v), 1, 12), nil
		}
		t, p := numberDate(c, ctx)
		if p != nil {
			p.Expected = expectPeriod
			if p.Reason == NoDate {
				p.Reason = NoPeriod
			}
			return model.Period{}, p
		}
		return shownPeriod(t, c.Format), nil
	case grid.ISODate:
		p, problem := textPeriod(line(c.Text), ctx)
		if problem == nil && c.Format.IsDate() {
			p = shownPeriod(p.From, c.Format)
		}
		return p, problem
	case grid.Text:
		return textPeriod(line(c.Text), ctx)
	}
	return model.Period{}, &Problem{Reason: NoPeriod, Found: Show(c, ctx), Expected: expectPeriod}
}

// shownPeriod is the period that a date stands for: its day, or the month or
// year of it that its cell shows.
func shownPeriod(t time.Time, format grid.Format) model.Period {
	switch format {
	case grid.Month:
		return span(shownDate(t, format), t.Year(), int(t.Month()), int(t.Month()))
	case grid.Year:
		return span(shownDate(t, format), t.Year(), 1, 12)
	}
	return model.Period{Text: short(t), From: t, To: t}
}

// span is a run of whole months of one year.
func span(text string, year, first, last int) model.Period {
	return model.Period{Text: text,
		From: time.Date(year, time.Month(first), 1, 0, 0, 0, 0, time.UTC),
		To:   time.Date(year, time.Month(last)+1, 0, 0, 0, 0, 0, time.UTC)}
}

func textPeriod(text string, ctx Context) (model.Period, *Problem) {
	switch dutch.Fold(text) {
	case "continu", "doorlopend", "permanent":
		return model.Period{Text: text, Continuous: true}, nil
	}
	p := &Problem{Reason: NoPeriod, Found: text, Expected: expectPeriod}
	if strings.Contains(text, ";") {
		p.Detail = "er past er maar één: schrijf de maand of het kwartaal waarin alles valt"
		return model.Period{}, p
	}
	if _, _, ok := threeNumbers(clock.Without(text)); ok {
		return dayPeriod(text, ctx)
	}
	if _, ok := wordDate(text); ok {
		return dayPeriod(text, ctx)
	}
	words := periodWords(text)
	year, rest, ok := cutYear(words)
	switch {
	case !ok:
		if p.Proposal = shortYear(words); p.Proposal == "" {
			p.Proposal = accepted(withYear(words, ctx.Year), ctx)
		}
		return model.Period{}, p
	case year < FirstYear || year > LastYear:
		p.Reason, p.Expected = YearRange, "een jaar van 1900 tot 2100"
		if guess, ok := nearYear(strconv.Itoa(year), ctx.Year); ok {
			p.Proposal = accepted(strings.Replace(text, strconv.Itoa(year), strconv.Itoa(guess), 1), ctx)
		}
		return model.Period{}, p
	}
	first, last, ok := months(rest)
	if !ok {
		p.Proposal = covering(rest, year)
		return model.Period{}, p
	}
	return span(text, year, first, last), nil
}

// accepted gives a proposal back if it would itself be read, "" otherwise.
func accepted(proposal string, ctx Context) string {
	year := ctx.Year
	ctx.Year = 0 // no proposals within proposals
	if proposal == "" || year == 0 {
		return ""
	}
	if _, p := textPeriod(proposal, ctx); p != nil {
		return ""
	}
	return proposal
}

// dayPeriod is a period of one day.
func dayPeriod(text string, ctx Context) (model.Period, *Problem) {
	t, p := textDate(text, ctx)
	if p != nil {
		return model.Period{}, p
	}
	if clock.Without(text) != text {
		text = short(t)
	}
	return model.Period{Text: text, From: t, To: t}, nil
}

// periodWords cuts a text into lower-case words; '/', '-', '.' and ',' part
// words too.
func periodWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		switch r {
		case ' ', '/', '-', '–', '—', '.', ',', '\'', '’':
			return true
		}
		return false
	})
}

// cutYear takes the year out of the words: one word of four or five digits at
// the end or at the beginning.
func cutYear(words []string) (year int, rest []string, ok bool) {
	n := len(words)
	if n == 0 {
		return 0, nil, false
	}
	for _, at := range [2]int{n - 1, 0} {
		if v, ok := digitsOnly(words[at]); ok && len(words[at]) >= 4 && len(words[at]) <= 5 {
			rest = append(append([]string{}, words[:at]...), words[at+1:]...)
			return int(v), rest, true
		}
	}
	return 0, nil, false
}

// months reads what stands next to the year: nothing, a month or a quarter.
func months(words []string) (first, last int, ok bool) {
	switch len(words) {
	case 0:
		return 1, 12, true
	case 1:
		if m := monthNumber(words[0]); m > 0 {
			return m, m, true
		}
		if v, ok := digitsOnly(words[0]); ok && len(words[0]) <= 2 && v >= 1 && v <= 12 {
			return int(v), int(v), true
		}
		if q := quarter(words[0]); q > 0 && !isDigit(words[0]) {
			return q*3 - 2, q * 3, true
		}
	case 2:
		for i, w := range words {
			if w == "kwartaal" || w == "kw" || w == "trimester" || w == "q" || w == "k" {
				if q := quarter(words[1-i]); q > 0 {
					return q*3 - 2, q * 3, true
				}
			}
		}
	}
	return 0, 0, false
}

func isDigit(s string) bool { return len(s) == 1 && s[0] >= '0' && s[0] <= '9' }

// quarter reads "q2", "k2", "2e", "2de", "tweede", "2" or "ii".
func quarter(word string) int {
	switch word {
	case "1", "q1", "k1", "kw1", "1e", "1ste", "eerste", "i":
		return 1
	case "2", "q2", "k2", "kw2", "2e", "2de", "tweede", "ii":
		return 2
	case "3", "q3", "k3", "kw3", "3e", "3de", "derde", "iii":
		return 3
	case "4", "q4", "k4", "kw4", "4e", "4de", "vierde", "laatste", "iv":
		return 4
	}
	return 0
}

// foreignMonths are the beginnings of months in English and French that the
// Dutch names don't have.
var foreignMonths = map[string]int{"mrt": 3, "mar": 3, "mars": 3, "march": 3, "fév": 2, "févr": 2, "avr": 4, "avril": 4, "may": 5, "mai": 5,
	"june": 6, "juin": 6, "july": 7, "juil": 7, "août": 8, "oct": 10, "octobre": 10, "october": 10, "déc": 12}

// monthNumber reads the name of a month or its usual abbreviation; 0 when it
// is none.
func monthNumber(word string) int {
	word = strings.TrimSuffix(strings.ToLower(word), ".")
	for m := time.January; m <= time.December; m++ {
		name := dutch.Month(m)
		if word == name || len(word) >= 3 && strings.HasPrefix(name, word) && len(word) <= 4 || word == strings.ToLower(m.String()) {
			return int(m)
		}
	}
	return foreignMonths[word]
}

// shortYear proposes a month with a year of two digits as it is meant: "mrt-21",
// as a CSV file has what Excel shows of a month.
func shortYear(words []string) string {
	if len(words) != 2 || len(words[1]) != 2 || !isNumber(words[1]) || monthNumber(words[0]) == 0 {
		return ""
	}
	return dutch.Month(time.Month(monthNumber(words[0]))) + " " + strconv.Itoa(century(small(words[1])))
}

// withYear proposes the report's year for a month or quarter without one.
func withYear(words []string, year int) string {
	if year == 0 || len(words) == 0 {
		return ""
	}
	first, last, ok := months(words)
	if !ok || last-first == 11 || len(words) == 1 && isNumber(words[0]) {
		return ""
	}
	return strings.Join(words, " ") + " " + strconv.Itoa(year)
}

func isNumber(s string) bool {
	_, ok := digitsOnly(s)
	return ok
}

// covering proposes the quarter or the year that a run of months is exactly:
// "april-juni 2021". Any other run would lose where it begins or ends.
func covering(words []string, year int) string {
	if len(words) != 2 {
		return ""
	}
	first, last := monthNumber(words[0]), monthNumber(words[1])
	switch {
	case first == 1 && last == 12:
		return strconv.Itoa(year)
	case first%3 == 1 && last == first+2:
		return strconv.Itoa(last/3) + "e kwartaal " + strconv.Itoa(year)
	}
	return ""
}

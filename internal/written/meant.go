package written

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"voortgang/internal/dutch"
)

// Of says what is counted: it decides how some ways of writing read.
type Of int

// What numbers are of.
const (
	// Things may have a fraction, and a part of hundred is a part of one.
	Things Of = iota
	// Counts are whole and never less than nothing.
	Counts
	// Euros may stand in brackets for less than nothing, and a dash is zero.
	Euros
	// Hours may be written as on a clock.
	Hours
)

// Meant reads a text that Number refuses and that a person reads in one way:
// (1.451,50), 12,5k, 2½, 1 O, 7u30. It takes the whole text into account, or
// refuses it: no digit and no word is passed over but a unit.
func Meant(text string, of Of) (float64, bool) {
	s := tidy(text)
	if of == Hours {
		if v, ok := clock(s); ok {
			return v, true
		}
	}
	r := &reading{of: of, text: s, factor: 1}
	r.unwrap()
	v, ok := r.value()
	if v *= r.factor; r.negative {
		v = -v
	}
	// What a factor leaves behind the sixth decimal is rounding.
	v = dutch.Round(v, 6)
	if !ok || math.Abs(v) > Largest || of == Counts && (v < 0 || v != math.Trunc(v)) {
		return 0, false
	}
	return v, true
}

// tidy writes a text in lower case, with plain spaces, digits, dashes and
// quotes, and without what programs put around a number.
func tidy(text string) string {
	s := strings.Map(func(r rune) rune {
		switch {
		case r == '\u200b' || r == '\ufeff' || r == '\u00ad':
			return -1
		case space(r):
			return ' '
		case r >= 0xFF01 && r <= 0xFF5E: // wide letters and digits
			return r - 0xFF01 + '!'
		case strings.ContainsRune("−–—‒‐‑", r):
			return '-'
		case strings.ContainsRune("’‘´`′", r):
			return '\''
		}
		return r
	}, text)
	s = strings.TrimLeft(strings.Trim(strings.ToLower(s), " \"“”„"), "'=")
	return strings.Trim(strings.Join(strings.Fields(s), " "), " ;")
}

// reading is a text of which sign, currency, unit and factor are taken off.
type reading struct {
	of       Of
	text     string
	negative bool
	signed   bool
	euro     bool
	percent  bool
	factor   float64
}

// before are words that may stand before a number, behind those after it, with
// what they multiply it by. Longer ones come first.
var (
	before = []string{"ongeveer", "circa", "rond", "ong.", "ca.", "ca", "±", "~", "≈"}
	behind = []struct {
		word   string
		factor float64
		of     []Of
	}{
		{"deelnemers", 1, []Of{Counts}}, {"deelnames", 1, []Of{Counts}}, {"aanwezigen", 1, []Of{Counts}}, {"personen", 1, []Of{Counts}},
		{"mensen", 1, []Of{Counts}}, {"pers.", 1, []Of{Counts}}, {"pers", 1, []Of{Counts}}, {"stuks", 1, []Of{Counts}}, {"keer", 1, []Of{Counts}},
		{"minuten", 1. / 60, []Of{Hours}}, {"min.", 1. / 60, []Of{Hours}}, {"min", 1. / 60, []Of{Hours}}, {"'", 1. / 60, []Of{Hours}},
		{"uren", 1, []Of{Hours, Things}}, {"uur", 1, []Of{Hours, Things}}, {"u.", 1, []Of{Hours}}, {"u", 1, []Of{Hours}}, {"h", 1, []Of{Hours}},
		{"vte", 1, []Of{Things}}, {"fte", 1, []Of{Things}},
		{"duizend", 1e3, nil}, {"dzd", 1e3, nil}, {"k", 1e3, nil}, {"miljoen", 1e6, nil}, {"mln.", 1e6, nil}, {"mln", 1e6, nil}, {"mio", 1e6, nil},
	}
)

// unwrap takes off what stands around the number, from the outside in.
func (r *reading) unwrap() {
	for was := ""; was != r.text; {
		was = r.text
		r.brackets()
		r.sign()
		r.currency()
		r.words()
		r.text = strings.TrimSpace(r.text)
	}
}

func (r *reading) brackets() {
	if inner, ok := cutBoth(r.text, "(", ")"); ok && r.of == Euros && !r.signed {
		r.text, r.negative, r.signed = inner, true, true
	}
}

func cutBoth(s, before, behind string) (string, bool) {
	s, a := strings.CutPrefix(s, before)
	s, b := strings.CutSuffix(s, behind)
	return s, a && b
}

// noCents is written behind an amount without cents: 1.200,-
var noCents = regexp.MustCompile(`^(.*\d)[.,] ?(-{1,2}|=)$`)

func (r *reading) sign() {
	if m := noCents.FindStringSubmatch(r.text); m != nil {
		r.text = m[1]
	}
	rest, first := strings.CutPrefix(r.text, "-")
	if !first {
		rest, first = strings.CutSuffix(r.text, "-")
	}
	if first && !r.signed && strings.ContainsAny(rest, "0123456789½¼¾") {
		r.text, r.negative, r.signed = rest, true, true
	}
}

func (r *reading) currency() {
	for _, word := range [...]string{"euro", "eur", "€"} {
		for _, cut := range [...]func(string, string) (string, bool){strings.CutPrefix, strings.CutSuffix} {
			if rest, ok := cut(r.text, word); ok && !r.euro {
				r.text, r.euro = strings.TrimSpace(rest), true
			}
		}
	}
}

func (r *reading) words() {
	for _, word := range before {
		if rest, ok := strings.CutPrefix(r.text, word); ok {
			r.text = strings.TrimSpace(rest)
		}
	}
	if rest, ok := strings.CutSuffix(r.text, "%"); ok && !r.percent && (r.of == Things || r.of == Hours) {
		r.text, r.percent, r.factor = strings.TrimSpace(rest), true, r.factor/100
	}
	for _, unit := range behind {
		rest, ok := strings.CutSuffix(r.text, unit.word)
		if !ok || !endsInNumber(rest) || minutes(rest, unit.word) || unit.of != nil && !contains(unit.of, r.of) {
			continue
		}
		r.text, r.factor = rest, r.factor*unit.factor
		return
	}
}

func contains(list []Of, of Of) bool {
	for _, o := range list {
		if o == of {
			return true
		}
	}
	return false
}

func endsInNumber(s string) bool {
	s = strings.TrimRight(s, " ")
	return s != "" && strings.ContainsAny(s[len(s)-1:], "0123456789") || strings.HasSuffix(s, "½") || strings.HasSuffix(s, "¼") || strings.HasSuffix(s, "¾")
}

// pointed is 7.30, which before an u is half past seven to one and 7,3 to
// another.
var pointed = regexp.MustCompile(`\d[.][0-5]\d *$`)

func minutes(rest, unit string) bool { return unit[0] == 'u' && pointed.MatchString(rest) }

// value reads the number that is left.
func (r *reading) value() (float64, bool) {
	s := strings.TrimRight(r.text, ".,")
	if r.of == Euros && r.euro && s == "-" {
		return 0, true // Excel's zero in an accounting format
	}
	if v, ok := bare(s); ok {
		return v, true
	}
	if v, ok := mixed(s, r.of); ok {
		return v, true
	}
	if v, used := dutch.Numeral(strings.Fields(s)); used > 0 && used == len(strings.Fields(s)) {
		return float64(v), true
	}
	return 0, s == "nul" || s == "geen" || s == "nihil"
}

// grouped are thousands written the English and the Swiss way.
var grouped = regexp.MustCompile(`^\d{1,3}((,\d{3}){2,}|('\d{3})+)$`)

// bare reads digits, some of which may be letters that look like one.
func bare(s string) (float64, bool) {
	if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "+") || strings.Contains(s, "€") {
		return 0, false // a second sign
	}
	if grouped.MatchString(s) {
		s = strings.NewReplacer(",", "", "'", "").Replace(s)
	}
	if v, ok := Number(s); ok {
		return v, true
	}
	digits, ok := Digits(s)
	if !ok {
		return 0, false
	}
	if v, ok := Number(digits); ok {
		return v, true
	}
	if strings.ContainsAny(s, "li|") {
		return 0, false // 10 l may be litres
	}
	return Number(strings.ReplaceAll(digits, " ", ""))
}

// Digits writes the letters that pass for a digit as that digit, in a text
// that holds a digit and otherwise only what numbers and dates are made of. ok
// is false when there is no such letter.
func Digits(s string) (digits string, ok bool) {
	if !strings.ContainsAny(s, "0123456789") {
		return "", false
	}
	digits = strings.NewReplacer("o", "0", "O", "0", "l", "1", "I", "1", "i", "1", "|", "1").Replace(s)
	return digits, digits != s && strings.Trim(digits, "0123456789.,/- ") == ""
}

var (
	fractions = map[string]float64{"½": 0.5, "¼": 0.25, "¾": 0.75, "⅛": 0.125, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8}
	fraction  = regexp.MustCompile(`^(?:(\d+) )?([1-9])/(2|4|5|8|10)$`)
)

// mixed reads a whole number with a fraction: 2½, 2 1/2, 4/5.
func mixed(s string, of Of) (float64, bool) {
	for sign, part := range fractions {
		whole, ok := strings.CutSuffix(s, sign)
		if !ok {
			continue
		}
		if whole = strings.TrimSpace(whole); whole == "" {
			return part, true
		}
		v, err := strconv.ParseUint(whole, 10, 32)
		return float64(v) + part, err == nil
	}
	m := fraction.FindStringSubmatch(s)
	if m == nil || m[1] == "" && of != Things {
		return 0, false
	}
	whole, _ := strconv.ParseFloat("0"+m[1], 64)
	above, _ := strconv.ParseFloat(m[2], 64)
	below, _ := strconv.ParseFloat(m[3], 64)
	return whole + above/below, above < below
}

// clocked is a time as people write how long something took: 7u30, 1:30,
// 1 uur en 30 minuten.
var clocked = regexp.MustCompile(`^(\d{1,3}) ?(?:u\.?|uur|uren|h|:)(?: ?(?:en )?(\d{1,2}) ?(?:min\.?|minuten|m|'|u)?)?(:00)?$`)

// clock reads a time in hours, to two decimals.
func clock(s string) (float64, bool) {
	m := clocked.FindStringSubmatch(s)
	if m == nil || strings.HasSuffix(s, ":") {
		return 0, false
	}
	hours, _ := strconv.ParseFloat(m[1], 64)
	past, _ := strconv.ParseFloat("0"+m[2], 64)
	return dutch.Round(hours+past/60, 2), past < 60
}

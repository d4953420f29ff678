package ingest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// quantity is what the numbers of a column measure.
type quantity int

const (
	uncounted quantity = iota
	money
	hours
	fte
	count
)

// plain names the unit in which a quantity is read.
func (q quantity) plain() string {
	return [...]string{money: "euro", hours: "uren", fte: "VTE", count: "aantallen"}[q]
}

// quantityOf tells what a column of the sheet measures.
func (l *layout) quantityOf(i int) quantity {
	switch col := &l.decl.Columns[i]; {
	case col.Money:
		return money
	case col.Kind == model.Decimal && col.Name == "uren":
		return hours
	case col.Kind == model.Decimal && (l.decl == &model.FTESheet || l.decl == &model.StaffingSheet):
		return fte
	case col.Kind == model.Whole:
		return count
	}
	return uncounted
}

// unit is in what a column's values are given: factor times the plain unit, or
// 0 when they can't be brought to it. text is how it was written.
type unit struct {
	factor float64
	text   string
}

// unitWord is a way to write a unit; of says of which quantities, none of all.
type unitWord struct {
	written *regexp.Regexp
	factor  float64
	of      []quantity
}

func unitWords(factor float64, written string, of ...quantity) unitWord {
	return unitWord{regexp.MustCompile(`(?:^|[^\pL\d])(?:` + written + `)(?:$|[^\pL\d])`), factor, of}
}

// otherUnits are those that change what a number means. A quantity that is
// written in the unit of another one can't be read.
var otherUnits = []unitWord{
	unitWords(1e6, `(?:x|maal|keer|in|per|/) ?1[. ]?000[. ]?000|10\^?6|10⁶|miljoen(?:en)?|mln|mio|m ?€|€ ?m|meur|m eur`),
	unitWords(1e3, `(?:x|maal|keer|in|per|/) ?1[. ]?000|10\^?3|10³|duizend(?:en|tal|tallen)?|dzd|k ?€|€ ?k|keur|eurk|k eur|k euro|t€|teur|['’]000|€ ?000`),
	unitWords(1e3, `k|1[. ]?000`, money),
	unitWords(1e9, `miljard(?:en)?|mrd`, money),
	unitWords(100, `(?:x|maal|keer) ?100|honderd(?:en|tal|tallen)?`),
	unitWords(10, `(?:x|maal|keer) ?10|tiental(?:len)?`),
	unitWords(0.01, `(?:euro ?)?cent(?:en|s)?`, money),
	unitWords(1.0/60, `minuten|minuut|min\.?|mins`, hours),
	unitWords(1.0/3600, `seconden?|sec\.?`, hours),
	unitWords(0.25, `kwartier(?:en)?`, hours),
	unitWords(0.01, `%|procent(?:en)?|percent|pct\.?|procentueel`, fte),
	unitWords(0, `%|procent(?:en)?|percent|pct\.?|procentueel|‰|promille`),
	unitWords(0, `[$£]|usd|dollars?|gbp|ponden?|chf|bef|bfr|frank|yen`, money),
	unitWords(0, `(?:halve |werk)?dag(?:en)?|dagdelen|dagdeel|weken|maanden`, hours, fte, count),
	unitWords(0, `uur|uren|u|minuten|personen|koppen|hoofden|medewerkers|werknemers`, fte, money),
	unitWords(0, `vte|fte|€|eur|euro`, hours, count),
	unitWords(0, `uur|uren|minuten|dozijn`, count),
}

var (
	// plainUnits say what is meant anyway, and words that say nothing of it.
	plainUnits = map[quantity]unitWord{
		money: unitWords(1, `€|eur|euro(?:['’]?s)?`), hours: unitWords(1, `u\.?|uur|uren|h|hrs?|[uh]{1,2}:mm`),
		fte: unitWords(1, `vte|fte|voltijds|voltijdse?|equivalenten?`), count: unitWords(1, `aantal|stuks|deelnames|deelnemers|personen`),
	}
	unitFillers = regexp.MustCompile(`(?:^|[^\pL\d])(?:in|uitgedrukt|van|een|alle|al|de|het|zijn|staan|bedrag(?:en)?|cijfers|getallen|waarden|tijd|duur|opgelet|let op|nb|afgerond|eenheid)(?:$|[^\pL\d])`)
	// amongWords are numbers that bound a value and are no unit: "min. 0".
	amongWords = regexp.MustCompile(`\b(?:min|max)\.? ?\d|\bmax\b`)
)

// unitIn finds the unit in a text beside the name of a column. pure is true
// when the text says nothing else.
func (q quantity) unitIn(text string) (u unit, pure, found bool) {
	if q == uncounted || len(text) > 100 {
		return unit{}, false, false
	}
	rest := strings.NewReplacer("×", "x", "*", "x", "_", " ", "\u00a0", " ").Replace(strings.ToLower(text))
	if amongWords.MatchString(rest) {
		return unit{}, false, false
	}
	u = unit{factor: 1, text: strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()[]:;,_-–", r) })}
	take := func(w unitWord) bool {
		at := w.written.FindStringIndex(rest)
		if at == nil {
			return false
		}
		rest = rest[:at[0]] + " " + rest[at[1]:]
		return true
	}
	for take(plainUnits[q]) {
		found = true
	}
	for _, w := range otherUnits {
		if len(w.of) == 0 || slices.Contains(w.of, q) {
			if take(w) {
				u.factor, found = u.factor*w.factor, true
			}
		}
	}
	for at := unitFillers.FindStringIndex(rest); at != nil; at = unitFillers.FindStringIndex(rest) {
		rest = rest[:at[0]] + " " + rest[at[1]:]
	}
	pure = found && !strings.ContainsFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if strings.Contains(u.text, "%") && !pure {
		u.factor = 0 // a part of something else
	}
	return u, pure, found
}

// longestUnit is the longest name with a unit behind it, in bytes.
const longestUnit = 80

// withUnit finds the declared column that a header names with a unit behind
// the name: "bedrag in k€", "uren minuten".
func (l *layout) withUnit(header string) (column, bool) {
	if len(header) > longestUnit {
		return column{}, false
	}
	for i := len(header) - 1; i > 0; i-- {
		if r := rune(header[i]); r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || header[i]&0xC0 == 0x80 {
			continue
		}
		c, ok := l.columns[dutch.Fold(header[:i])]
		if !ok {
			continue
		}
		if _, pure, _ := l.quantityOf(c.index).unitIn(header[i:]); pure {
			c.beside = header[i:]
			return c, true
		}
	}
	return column{}, false
}

// measure notes in which unit a column is given, as a text at a place says.
func (t *table) measure(columns []int, u unit, row, col int) {
	if u.factor == 1 || len(columns) == 0 {
		return
	}
	if t.units == nil {
		t.units = make([]unit, len(t.lay.decl.Columns))
	}
	names := make([]string, len(columns))
	for k, i := range columns {
		t.units[i] = u
		names[k] = t.lay.names[i]
	}
	place := t.place(t.sheetRef(), names[0])
	place.Ref.Row, place.Ref.Col = row, col
	t.report(rules.OtherUnit(place, names, u.text, t.lay.quantityOf(columns[0]).plain(), u.factor))
}

// measureHeader finds the units that the column names hold.
func (t *table) measureHeader() {
	for i, col := range t.head.columns {
		q := t.lay.quantityOf(i)
		if col == 0 || q == uncounted || t.head.wide != nil {
			continue
		}
		if c, ok := t.lay.columnFor(t.head.texts[col]); ok && c.beside != "" {
			if u, _, found := q.unitIn(c.beside); found {
				t.measure([]int{i}, u, t.head.row, col)
			}
		}
	}
}

// titleParts parts a title in what may be a unit by itself: "Middelen
// (bedragen x 1.000 euro)", "VTE per thema, in %".
var titleParts = regexp.MustCompile(`[()\[\]:;–]|, | - `)

// measureTitles finds a unit in the titles: "bedragen in duizend euro".
func (t *table) measureTitles(titles []*grid.Row) {
	for _, row := range titles {
		for _, cell := range row.Cells {
			if cell.Kind != grid.Text || len(cell.Text) > longestHeader {
				continue
			}
			for _, part := range titleParts.Split(cell.Text, -1) {
				for _, q := range [...]quantity{money, hours, fte} {
					u, pure, _ := q.unitIn(part)
					if columns := t.unmeasured(q); pure && (u.factor > 0 || q == money) && len(columns) > 0 {
						t.measure(columns, u, row.Number, cell.Col)
						break
					}
				}
			}
		}
	}
}

// unmeasured gives the columns of a quantity of which no unit is known.
func (t *table) unmeasured(q quantity) []int {
	var out []int
	for i, col := range t.head.columns {
		if col > 0 && t.lay.quantityOf(i) == q && (t.units == nil || t.units[i].factor == 0 && t.units[i].text == "") {
			out = append(out, i)
		}
	}
	return out
}

// measureBelow finds the units in a row right under the column names.
func (t *table) measureBelow(row *grid.Row) {
	for _, cell := range row.Cells {
		to := t.head.target(cell.Col)
		if to.role != roleField || cell.Kind != grid.Text {
			continue
		}
		q := t.lay.quantityOf(to.index)
		if u, pure, _ := q.unitIn(cell.Text); pure && slices.Contains(t.unmeasured(q), to.index) {
			t.measure([]int{to.index}, u, row.Number, cell.Col)
		}
	}
}

// inUnit brings a cell to the plain unit of its column. ok is false when that
// can't be: then nothing is read of it.
func (t *table) inUnit(i int, cell *grid.Cell) (_ *grid.Cell, ok bool) {
	if t.units == nil || t.units[i].text == "" {
		return cell, true
	}
	u := t.units[i]
	if u.factor == 0 {
		return nil, false
	}
	v, p := value.Number(*cell, t.ctx)
	if p != nil || cell.Format == grid.Percent && u.factor == 0.01 {
		return cell, true
	}
	plain := *cell
	plain.Kind, plain.Format, plain.Text, plain.Number = grid.Number, grid.General, "", dutch.Round(v*u.factor, 6)
	return &plain, true
}

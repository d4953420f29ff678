package charts

import (
	"math"
	"slices"
	"strings"

	"voortgang/internal/dutch"
)

// fewValues is how many values an alternative text spells out.
const fewValues = 12

// mostAltRunes bounds a name in an alternative text.
const mostAltRunes = 120

// speech builds an alternative text from sentences.
type speech struct{ parts []string }

// say adds a sentence, with a full stop where it has no end of its own.
func (s *speech) say(sentence string) {
	sentence = strings.TrimSpace(sentence)
	if sentence == "" {
		return
	}
	if !strings.HasSuffix(sentence, ".") && !strings.HasSuffix(sentence, "?") && !strings.HasSuffix(sentence, "!") {
		sentence += "."
	}
	s.parts = append(s.parts, sentence)
}

func (s *speech) String() string { return strings.Join(s.parts, " ") }

// opening says what kind of chart it is and what it shows.
func (b Base) opening(kind string) *speech {
	s := &speech{}
	title := altName(b.Title)
	if title == "" {
		s.say(kind)
	} else {
		s.say(kind + ": " + title)
	}
	s.say(altName(b.Subtitle))
	return s
}

func altName(name string) string {
	name = cleanText(name)
	if runes := []rune(name); len(runes) > mostAltRunes {
		name = strings.TrimSpace(string(runes[:mostAltRunes])) + "…"
	}
	return name
}

// named is a value with the words for its place.
type named struct {
	name  string
	value float64
}

// sayExtremes says which values are highest and lowest.
func (b Base) sayExtremes(s *speech, what string, values []named, text func(float64) string) {
	if len(values) < 2 {
		return
	}
	lo, hi := values[0], values[0]
	for _, v := range values {
		if v.value < lo.value {
			lo = v
		}
		if v.value > hi.value {
			hi = v
		}
	}
	least, most := text(lo.value), text(hi.value)
	if least == most {
		s.say("Elk" + wordEnding(what) + " is " + most)
		return
	}
	s.say("Hoogste " + what + ": " + most + at(values, most, text))
	s.say("Laagste " + what + ": " + least + at(values, least, text))
}

// wordEnding makes "elke waarde" and "elk totaal".
func wordEnding(what string) string {
	if what == "totaal" || strings.HasPrefix(what, "aandeel") {
		return " " + what
	}
	return "e " + what
}

// at names the places that have a value as it is written, unless they are many:
// what reads the same is a tie.
func at(values []named, value string, text func(float64) string) string {
	var names []string
	for _, v := range values {
		if text(v.value) == value {
			names = append(names, v.name)
		}
	}
	if len(names) > 3 {
		return " (" + dutch.Int(len(names)) + " keer)"
	}
	if joined := strings.Join(names, "; "); joined != "" {
		return " (" + joined + ")"
	}
	return ""
}

// sayAll lists values when they are few.
func sayAll(s *speech, values []named, text func(float64) string) {
	if len(values) == 0 || len(values) > fewValues {
		return
	}
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = text(v.value)
		if v.name != "" {
			list[i] = v.name + ": " + list[i]
		}
	}
	lead := "Waarden: "
	if len(values) == 1 {
		lead = "Waarde: "
	}
	s.say(lead + strings.Join(list, "; "))
}

func categoryName(names []string, i int) string {
	if name := altName(names[i]); name != "" {
		return name
	}
	return "categorie " + dutch.Int(i+1)
}

// Alt is the alternative text, made from the data.
func (d Donut) Alt() string {
	if b, negative := d.bars(); negative {
		return b.Alt()
	}
	s := d.opening("Ringdiagram")
	parts, total := d.donutParts(d.style())
	if len(parts) == 0 {
		s.say(noData)
		return s.String()
	}
	s.say("Totaal: " + d.withUnit(total) + " in " + dutch.Plural(len(parts), "deel", "delen"))
	shown := parts
	if len(parts) > fewValues {
		shown = parts[:3]
		s.say("De drie grootste delen")
	}
	list := make([]string, len(shown))
	for i, p := range shown {
		name := altName(p.name)
		if name == "" {
			name = "zonder naam"
		}
		list[i] = name + ": " + percent(100*p.share, 1) + " (" + d.withUnit(p.value) + ")"
	}
	s.say(strings.Join(list, "; "))
	return s.String()
}

// Alt is the alternative text, made from the data.
func (r Radar) Alt() string {
	l := r.layout()
	s := r.opening("Radardiagram")
	if !l.some {
		s.say(noData)
		return s.String()
	}
	s.say("Scores van " + number(l.rings[0], 0) + " tot " + number(l.hi, 0) + " op " +
		dutch.Plural(len(l.names), "onderdeel", "onderdelen"))
	names := padded(r.Axes, max(len(l.names), len(r.Axes)))
	for i, row := range l.values {
		var values []named
		for c, v := range row {
			if !math.IsNaN(v) {
				values = append(values, named{categoryName(names, c), v})
			}
		}
		if len(l.values) > 1 {
			s.say(altName(seriesName(r.Series[i], i)) + ":")
			s.parts[len(s.parts)-1] = strings.TrimSuffix(s.parts[len(s.parts)-1], ".")
		}
		text := func(v float64) string { return number(v, r.Decimals) }
		r.sayExtremes(s, "score", values, text)
		sayAll(s, values, text)
	}
	return s.String()
}

// Alt is the alternative text, made from the data.
func (t Timeline) Alt() string {
	s := t.opening("Tijdlijn")
	if len(t.Rows) == 0 {
		s.say(noData)
		return s.String()
	}
	l := t.layout()
	years := dutch.Number(float64(l.from), 0)
	years = strings.ReplaceAll(years, ".", "")
	until := strings.ReplaceAll(dutch.Number(float64(l.to), 0), ".", "")
	what := dutch.Plural(len(t.Rows), "looptijd", "looptijden")
	if years == until {
		s.say(what + " in " + years)
	} else {
		s.say(what + ", van " + years + " tot en met " + until)
	}
	var groups []string
	for _, g := range t.groupOrder() {
		if n := t.count(func(r Row) bool { return r.Group == g }); n > 0 && g != "" {
			groups = append(groups, altName(g)+": "+dutch.Int(n))
		}
	}
	if len(groups) > 0 {
		s.say("Per groep: " + strings.Join(groups, "; "))
	}
	var phases []string
	for _, p := range t.Phases {
		if n := t.count(func(r Row) bool { return r.Phase == p }); n > 0 && p != "" {
			phases = append(phases, altName(p)+": "+dutch.Int(n))
		}
	}
	if len(phases) > 0 {
		s.say("Per fase: " + strings.Join(phases, "; "))
	}
	if len(t.Rows) <= fewValues {
		rows := make([]string, len(t.Rows))
		for i, r := range t.Rows {
			rows[i] = altName(r.Name) + ": " + r.term()
		}
		s.say(strings.Join(rows, "; "))
	}
	return s.String()
}

func (t Timeline) count(is func(Row) bool) int {
	n := 0
	for _, r := range t.Rows {
		if is(r) {
			n++
		}
	}
	return n
}

// term says from when to when.
func (r Row) term() string {
	switch {
	case r.Start.IsZero() && r.End.IsZero():
		return "zonder data"
	case r.Start.IsZero():
		return "tot " + dutch.ShortDate(r.End)
	case r.End.IsZero():
		return "vanaf " + dutch.ShortDate(r.Start)
	}
	return "van " + dutch.ShortDate(r.Start) + " tot " + dutch.ShortDate(r.End)
}

// Alt is the alternative text, made from the data.
func (h Heat) Alt() string {
	s := h.opening("Matrix")
	l := h.layout()
	if !l.some {
		s.say(noData)
		return s.String()
	}
	rows, cols := padded(h.Rows, max(len(l.values), len(h.Rows))), padded(h.Columns, max(len(l.values[0]), len(h.Columns)))
	s.say(shape(h.RowTitle, len(l.values), "rij", "rijen") + " en " + shape(h.ColumnTitle, len(l.values[0]), "kolom", "kolommen"))
	var cells []named
	for r, line := range l.values {
		for c, v := range line {
			if !math.IsNaN(v) && v != 0 {
				cells = append(cells, named{categoryName(rows, r) + ", " + categoryName(cols, c), v})
			}
		}
	}
	if h.Marks {
		h.sayMarks(s, l, rows, cols)
		return s.String()
	}
	if len(cells) == 0 {
		s.say("Alle cellen zijn nul")
		return s.String()
	}
	most := slices.MaxFunc(cells, func(a, b named) int {
		switch {
		case a.value < b.value:
			return -1
		case a.value > b.value:
			return 1
		}
		return 0
	})
	s.say("Hoogste waarde: " + h.withUnit(most.value) + at(cells, h.withUnit(most.value), h.withUnit))
	if h.Totals {
		s.say("Totaal: " + h.withUnit(l.value(len(l.values), len(l.values[0]))))
		var totals []named
		for r := range l.values {
			if v := l.value(r, len(l.values[0])); !math.IsNaN(v) {
				totals = append(totals, named{categoryName(rows, r), v})
			}
		}
		if len(cells) > fewValues {
			sayTotals(s, totals, h.withUnit)
		}
	}
	sayAll(s, cells, h.withUnit)
	return s.String()
}

func shape(title string, n int, one, many string) string {
	text := dutch.Plural(n, one, many)
	if title = altName(title); title != "" {
		text += " (" + title + ")"
	}
	return text
}

// sayMarks says for each row which columns are marked.
func (h Heat) sayMarks(s *speech, l heatLayout, rows, cols []string) {
	if len(l.values) > fewValues {
		return
	}
	for r, line := range l.values {
		var marked []string
		for c, v := range line {
			if !math.IsNaN(v) && v != 0 {
				marked = append(marked, categoryName(cols, c))
			}
		}
		if len(marked) == 0 {
			marked = []string{"geen"}
		}
		s.say(categoryName(rows, r) + ": " + dutch.Join(marked))
	}
}

// Alt is the alternative text, made from the data.
func (s Spark) Alt() string {
	out := s.opening("Trendlijn")
	values := usableAll(s.Values)
	var all []named
	for i, v := range values {
		if !math.IsNaN(v) {
			name := ""
			if i < len(s.Labels) {
				name = altName(s.Labels[i])
			}
			all = append(all, named{name, v})
		}
	}
	if len(all) == 0 {
		out.say(noData)
		return out.String()
	}
	if len(all) > fewValues {
		out.say("Van " + s.withUnit(all[0].value) + " naar " + s.withUnit(all[len(all)-1].value))
	}
	sayAll(out, all, s.withUnit)
	return out.String()
}

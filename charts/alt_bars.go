package charts

import (
	"math"
	"strings"

	"voortgang/internal/dutch"
)

// kind names the chart.
func (b Bars) kind() string {
	switch {
	case b.NoGap:
		return "Histogram"
	case b.Mode == Percent:
		return "Staafdiagram met aandelen die samen 100" + dutch.NBSP + "% zijn"
	case b.Mode == Stacked:
		return "Gestapeld staafdiagram"
	}
	return "Staafdiagram"
}

// Alt is the alternative text, made from the data.
func (b Bars) Alt() string {
	s := b.opening(b.kind())
	d := b.data()
	if !d.some {
		s.say(noData)
		return s.String()
	}
	if !d.single() {
		names := make([]string, len(d.Series))
		for i := range d.Series {
			names[i] = altName(seriesName(d.Series[i], i))
		}
		s.say(dutch.Plural(len(d.names), "categorie", "categorieën") + " met telkens " + dutch.Join(names))
	}
	text := b.withUnit
	if b.Mode == Percent {
		text = func(v float64) string { return percent(v, b.Decimals) }
	}
	values := d.placed()
	if d.secrets {
		// The highest or lowest may be among what isn't told.
		if b.Mode == Stacked && len(values) > fewValues {
			sayTotals(s, d.placedTotals(), text)
		}
	} else if b.Mode == Stacked && !d.single() {
		totals := d.placedTotals()
		b.sayExtremes(s, "totaal", totals, text)
		if len(values) > fewValues {
			sayTotals(s, totals, text)
		}
	} else if b.Mode == Percent {
		// The shares of one series say it all when there are two.
		b.sayExtremes(s, "aandeel "+altName(seriesName(d.Series[0], 0)), d.placedIn(0), text)
	} else {
		b.sayExtremes(s, "waarde", values, text)
	}
	d.saySums(s)
	if b.Norm != nil && !math.IsNaN(d.norm) {
		label := altName(b.Norm.Label)
		if label == "" {
			label = "Norm"
		}
		if d.norms == nil {
			s.say("Lijn: " + label + ", " + b.withUnit(d.norm))
		} else {
			s.say("Lijn in stappen: " + label + ", " + strings.Join(d.normTexts(), "; "))
		}
	}
	d.sayValues(s, text)
	d.saySecrets(s)
	return s.String()
}

// normTexts lists the norms of the categories: "2020: 24,50 VTE".
func (d barData) normTexts() []string {
	var out []string
	for c, v := range d.norms {
		if !math.IsNaN(v) {
			out = append(out, categoryName(d.names, c)+": "+d.withUnit(v))
		}
	}
	return out
}

// sayValues lists the values when they are few, by category.
func (d barData) sayValues(s *speech, text func(float64) string) {
	if d.single() {
		sayAll(s, d.placed(), text)
		return
	}
	if len(d.placed()) > fewValues {
		return
	}
	var list []string
	for c := range d.names {
		var of []string
		for i := range d.Series {
			if v := d.values[i][c]; !math.IsNaN(v) {
				of = append(of, text(v)+" ("+altName(seriesName(d.Series[i], i))+")")
			}
		}
		if len(of) > 0 {
			list = append(list, categoryName(d.names, c)+": "+dutch.Join(of))
		}
	}
	s.say("Waarden: " + strings.Join(list, "; "))
}

// saySecrets names the places of which the value isn't told.
func (d barData) saySecrets(s *speech) {
	var list []string
	for c := range d.names {
		for i := range d.Series {
			if d.secret[i][c] == "" {
				continue
			}
			name := categoryName(d.names, c)
			if !d.single() {
				name += ", " + altName(seriesName(d.Series[i], i))
			}
			list = append(list, name)
		}
	}
	switch {
	case len(list) > fewValues:
		s.say(dutch.Plural(len(list), "waarde wordt", "waarden worden") + " niet getoond om de privacy")
	case len(list) > 0:
		s.say("Niet getoond om de privacy: " + strings.Join(list, "; "))
	}
}

// placedIn lists the values of a series with their category.
func (d barData) placedIn(s int) []named {
	var out []named
	for c, v := range d.values[s] {
		if !math.IsNaN(v) {
			out = append(out, named{categoryName(d.names, c), v})
		}
	}
	return out
}

func sayTotals(s *speech, totals []named, text func(float64) string) {
	if len(totals) == 0 || len(totals) > fewValues {
		return
	}
	list := make([]string, len(totals))
	for i, v := range totals {
		list[i] = v.name + ": " + text(v.value)
	}
	s.say("Totalen: " + strings.Join(list, "; "))
}

// placed lists the values with category and series.
func (d barData) placed() []named {
	var out []named
	for c := range d.names {
		for s := range d.Series {
			if v := d.values[s][c]; !math.IsNaN(v) {
				name := categoryName(d.names, c)
				if !d.single() {
					name += ", " + altName(seriesName(d.Series[s], s))
				}
				out = append(out, named{name, v})
			}
		}
	}
	return out
}

func (d barData) placedTotals() []named {
	var out []named
	for c, v := range d.totals {
		if !math.IsNaN(v) {
			out = append(out, named{categoryName(d.names, c), v})
		}
	}
	return out
}

// saySums gives the sum of each series over the categories, when that means
// something.
func (d barData) saySums(s *speech) {
	if !d.Sum || d.secrets || d.Mode == Percent || len(d.names) < 2 {
		return
	}
	var sums []string
	all := 0.0
	for i, row := range d.values {
		sum := 0.0
		for _, v := range row {
			if !math.IsNaN(v) {
				sum += v
			}
		}
		all += sum
		text := d.withUnit(sum)
		if !d.single() {
			text += " (" + altName(seriesName(d.Series[i], i)) + ")"
		}
		sums = append(sums, text)
	}
	if d.Mode == Stacked && !d.single() {
		s.say("Alles samen " + d.withUnit(all))
		return
	}
	s.say("Samen " + dutch.Join(sums))
}

// Alt is the alternative text, made from the data.
func (m Multiples) Alt() string {
	s := m.opening("Staafdiagrammen naast elkaar, met dezelfde schaal")
	d := Bars{Base: m.Base, Categories: m.Categories, Series: m.Series}.data()
	if !d.some {
		s.say(noData)
		return s.String()
	}
	names := make([]string, len(d.Series))
	for i := range d.Series {
		names[i] = altName(seriesName(d.Series[i], i))
	}
	s.say(dutch.Plural(len(names), "diagram", "diagrammen") + " (" + dutch.Join(names) + ") met telkens " +
		dutch.Plural(len(d.names), "categorie", "categorieën"))
	values := d.placed()
	m.sayExtremes(s, "waarde", values, m.withUnit)
	if len(values) > fewValues {
		sayTotals(s, d.placedTotals(), m.withUnit)
	}
	d.sayValues(s, m.withUnit)
	return s.String()
}

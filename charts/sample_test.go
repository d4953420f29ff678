package charts

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// The charts of a report, with made-up numbers.

var (
	themes = []string{"Wonen", "Sociale bescherming", "Onderwijs", "Krachtige steden en buurten", "Collectief burgerschap", "Sociale grondrechten"}
	kinds  = []string{"Individuele contacten", "Groepssamenkomsten", "Werkgroepen", "Vorming en info", "Acties", "Uitstappen"}
	care   = []string{"Analyse, evaluatie en impact", "Partnerschappen en samenwerking, gericht op preventie, gezondheidsbevordering en integrale zorg en ondersteuning",
		"Sensibiliseren en informeren", "Sociale netwerken versterken", "Sociaal gewaardeerde rollen creëren", "Zorgnoden detecteren", "Zorgtoeleiding", "Beleidsadvisering vanuit de straat"}
)

func themeByKind() []Series {
	values := [][]float64{{412, 820, 210, 960, 77, 12}, {98, 233, 120, 410, 35, 4}, {44, 80, 61, 120, 22, 9},
		{30, 66, 88, 102, 14, 3}, {12, 41, 9, 95, 31, 2}, {5, 22, 14, 48, 3, 0}}
	series := make([]Series, len(kinds))
	for i, kind := range kinds {
		series[i] = Series{Name: kind, Values: values[i]}
	}
	return series
}

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// projects are 48 terms in the six themes.
func projects() Timeline {
	t := Timeline{Base: Base{Title: "Wanneer lopen onze projecten?"}, Year: 2021, Groups: themes, Colors: DefaultStyle().Many,
		Phases: []string{"Projectvoorbereiding", "Projectuitvoering", "Afgerond"}}
	names := []string{"Buurtwerk", "Open huis", "Woonwerking", "Onderzoek naar verdoken armoede", "Zorgzame buurt", "Werkgroep energie en water", "Sterk onderwijs in de stad en de omliggende gemeenten", "Kruidenier op wielen"}
	for i := range 48 {
		start := date(1998+(i*7)%24, 1+i%12, 1)
		t.Rows = append(t.Rows, Row{
			Name:  fmt.Sprintf("%s %d", names[i%len(names)], i+1),
			Group: themes[i*len(themes)/48], Phase: t.Phases[[]int{1, 1, 0, 1, 2, 1, 1}[i%7]],
			Start: start, End: date(max(2021, start.Year()+1+i%5), 12, 31)})
	}
	t.Rows[3].End = time.Time{}
	t.Rows[20].Start, t.Rows[20].End = time.Time{}, time.Time{}
	return t
}

type sample struct {
	name  string
	chart Chart
}

// samples are the charts that a report needs, one or more of each type.
func samples() []sample {
	st := DefaultStyle()
	nan := math.NaN()
	return []sample{
		{"bars-withheld", Bars{Base: Base{Title: "Deelnames per thema, kleine groepen niet getoond", Unit: "deelnames"}, Categories: themes[:3], Sum: true,
			Series: []Series{{Name: "2020", Pale: true, Values: []float64{9, nan, 0}, Withheld: []string{"", "< 5"}}, {Name: "2021", Values: []float64{12, nan, 7}, Withheld: []string{"", "*"}}}}},
		{"bars-withheld-lying", Bars{Base: Base{Title: "Vrijwilligers per thema, een kleine groep niet getoond", Unit: "vrijwilligers"}, Categories: themes[:3], Sum: true, Horizontal: true,
			Series: []Series{{Name: "2021", Values: []float64{12, nan, 7}, Withheld: []string{"", "< 5"}}}}},
		{"bars-withheld-stacked", Bars{Base: Base{Title: "Deelnames per thema en soort, kleine groepen niet getoond", Unit: "deelnames"}, Categories: themes[:2], Mode: Stacked, Sum: true,
			Series: []Series{{Name: "Acties", Values: []float64{12, 5}, Withheld: nil}, {Name: "Uitstappen", Values: []float64{nan, 7}, Withheld: []string{"< 5"}}}}},
		{"bars-norm", Bars{Base: Base{Title: "Halen we de opgelegde formatie?", Unit: "VTE", Decimals: 2}, Categories: []string{"2019", "2020", "2021"},
			Series: []Series{{Name: "Formatie", Values: []float64{25.2, 25.21, 24.45}}}, Norm: &Norm{Label: "Opgelegde formatie", Value: 24.57}}},
		{"bars-norm-steps", Bars{Base: Base{Title: "Halen we de formatie van elk jaar?", Unit: "VTE", Decimals: 2}, Categories: []string{"2019", "2020", "2021"},
			Series: []Series{{Name: "Formatie", Values: []float64{25.2, 25.21, 24.45}}}, Norm: &Norm{Label: "norm 2021", Values: []float64{23.9, 24.6, 25.2}}}},
		{"bars-years", Bars{Base: Base{Title: "Waaraan werken we?", Subtitle: "VTE per thema, 2020 en 2021", ShowTitle: true, Unit: "VTE", Decimals: 2}, Categories: themes, Colors: st.Many, Sum: true,
			Series: []Series{{Name: "2020", Pale: true, Values: []float64{9.1, 13.2, 6.4, 10.26, 7.57, 0}}, {Name: "2021", Values: []float64{9.8, 14.1, 6.9, 13.93, 7.06, 0}}}}},
		{"bars-share", Bars{Base: Base{Title: "Hoeveel werk doen we met de doelgroep?", Decimals: 1}, Mode: Percent, Horizontal: true, Categories: append([]string{"Alle thema’s"}, themes[:5]...),
			Series: []Series{{Name: "Met de doelgroep", Values: []float64{83.5, 70, 90, 60, 88, 99}}, {Name: "Zonder de doelgroep", Values: []float64{16.5, 30, 10, 40, 12, 1}}}}},
		{"bars-stacked", Bars{Base: Base{Title: "Welke activiteiten doen we?", Unit: "activiteiten"}, Mode: Stacked, Sum: true, Categories: themes, Series: themeByKind()}},
		{"bars-stacked-lying", Bars{Base: Base{Title: "Welke activiteiten doen we?", Unit: "activiteiten"}, Mode: Stacked, Horizontal: true, Categories: themes, Series: themeByKind()}},
		{"bars-lying", Bars{Base: Base{Title: "Met wie hebben we contact?", Width: ColumnWidth}, Horizontal: true, Categories: []string{"Lokaal bestuur", "OCMW", "Vlaamse overheid", "Sociale huisvestingsmaatschappij", "Onderwijs", "Welzijn en gezondheid"},
			Series: []Series{{Values: []float64{1451, 820, 77, 410, 233, 12}}}}},
		{"bars-lying-years", Bars{Base: Base{Title: "Hoeveel vrijwilligers zijn er?"}, Horizontal: true, Categories: themes, Norm: &Norm{Label: "Doel", Value: 800},
			Series: []Series{{Name: "2020", Pale: true, Values: []float64{1351, 720, 87, 310, 203, 10}}, {Name: "2021", Values: []float64{1451, 820, 77, 410, 233, 12}}}}},
		{"bars-training", Bars{Base: Base{Title: "Hoeveel uren vorming volgden we?", Unit: "uren"}, Mode: Stacked, Categories: []string{"2019", "2020", "2021"},
			Series: []Series{{Name: "Formele vorming", Values: []float64{1300, 1112, 1451}}, {Name: "Informele vorming", Values: []float64{430, 610, 521}}}}},
		{"bars-histogram", Bars{Base: Base{Title: "Hoe lang zijn we al in dienst?", Unit: "personeelsleden", UnitOne: "personeelslid", Width: ColumnWidth}, NoGap: true, Sum: true,
			Categories: []string{"0–4 jaar", "5–9 jaar", "10–14 jaar", "15–19 jaar", "20–24 jaar", "25 jaar en meer"},
			Series:     []Series{{Name: "2021", Values: []float64{13, 12, 1, 16, 13, 16}}}}},
		{"multiples", Multiples{Base: Base{Title: "Welke activiteiten doen we?", Unit: "activiteiten"}, Categories: themes, Colors: st.Many, Series: themeByKind()}},
		{"donut", Donut{Base: Base{Title: "Waar komen onze middelen vandaan?", Subtitle: "2021", Unit: "euro"}, Slices: []Slice{{"Vlaamse overheid: enveloppe", 1812345}, {"Sociale Maribel", 121000},
			{"Steden en gemeenten", 2305111}, {"Provincie", 33000}, {"Europese projecten", 41000}, {"Giften en eigen inkomsten", 18000}, {"Stichtingen", 9000}}}},
		{"donut-negative", Donut{Base: Base{Title: "Waar komen onze middelen vandaan?", Subtitle: "2021", Unit: "euro"}, Slices: []Slice{{"Enveloppe", 1750000}, {"Lokaal bestuur", 120000}, {"Andere", -12500}}}},
		{"radar", Radar{Base: Base{Title: "Hoe zorgzaam is de buurt?", Subtitle: "Score van 1 tot 5"}, Axes: care, Series: []Series{{Name: "2021", Values: []float64{4, 4, 3, 4, 4, 3, 3, 4}}}}},
		{"radar-years", Radar{Base: Base{Title: "Hoe zorgzaam is de buurt?", Width: FullWidth}, Axes: kinds,
			Series: []Series{{Name: "2020", Pale: true, Values: []float64{2, 3, 3, 1, 4, 2}}, {Name: "2021", Values: []float64{4, 4, math.NaN(), 2, 5, 3}}}}},
		{"timeline", projects()},
		{"heat", Heat{Base: Base{Title: "Wie bereiken we langs welk kanaal?", Unit: "acties", UnitOne: "actie"}, RowTitle: "Kanaal", ColumnTitle: "Doelgroep", Totals: true,
			Rows: []string{"Sociale media", "Eigen website", "Krant", "Weekblad", "Nieuwsbrief", "Radio en televisie"}, Columns: []string{"Breed publiek", "Doelgroep", "Beleid", "Partners en professionals", "Pers"},
			Values: [][]float64{{12, 8, 1, 4, 0}, {6, 2, 2, 5, 1}, {9, 0, 3, 0, 0}, {4, 0, 1, 0, 0}, {2, 1, 1, 7, 0}, {1, 0, 0, 0, 2}}}},
		{"heat-marks", Heat{Base: Base{Title: "Welke kanalen gebruiken we?", Width: ColumnWidth}, Marks: true, Rows: []string{"Sociale media", "Eigen website", "Krant"}, Columns: []string{"Breed publiek", "Doelgroep", "Beleid", "Partners en professionals", "Pers"},
			Values: [][]float64{{1, 1, 1, 1, 0}, {1, 1, 1, 1, 1}, {0, 0, 0, 0, 0}}}},
		{"spark", Spark{Base: Base{Title: "VTE", Unit: "VTE"}, Labels: []string{"2018", "2019", "2020", "2021"}, Values: []float64{44, 45, math.NaN(), 52}}},
	}
}

// ugly data: sizes and shapes that no one planned for.
type ugly struct {
	name       string
	categories []string
	rows       [][]float64 // by series
}

func uglyData() []ugly {
	nan, inf := math.NaN(), math.Inf(1)
	long := strings.Repeat("Meervoudige persoonlijkheidsontwikkeling ", 5)
	unbroken := strings.Repeat("Arbeidsongeschiktheidsverzekering", 6)
	sixty := make([]string, 60)
	values := make([]float64, 60)
	for i := range sixty {
		sixty[i] = fmt.Sprintf("Categorie nummer %d", i+1)
		values[i] = float64((i * 37) % 101)
	}
	return []ugly{
		{"empty", nil, nil},
		{"no-values", []string{"Wonen"}, [][]float64{{}}},
		{"all-missing", []string{"Wonen", "Onderwijs"}, [][]float64{{nan, inf}}},
		{"all-zero", themes, [][]float64{{0, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0}}},
		{"single", []string{"Wonen"}, [][]float64{{7}}},
		{"equal", themes, [][]float64{{5, 5, 5, 5, 5, 5}}},
		{"negative", themes, [][]float64{{-3, 5, 0, 12, -8, 1}, {2, -5, 3, -1, -9, 4}}},
		{"enormous", themes, [][]float64{{1e12, 2.5e12, 1, 0, 9.99e11, 3e12}, {2e12, 1e11, 5, 3, 1e12, 1}}},
		{"beyond", themes, [][]float64{{1e300, -1e300, math.MaxFloat64, 5e-324, 1, inf}, {1, 2, 3, 4, nan, -inf}}},
		{"tiny", themes, [][]float64{{1e-9, 2e-9, 3e-9, 1e-9, 0, 5e-9}}},
		{"long-names", []string{long, long + "tweede", unbroken, "kort", "", "A&B <C> \"D\""}, [][]float64{{1, 20, 3, 4, 5, 6}, {6, 5, 4, 3, 2, 1}}},
		{"sixty", sixty, [][]float64{values}},
		{"sixty-stacked", sixty, [][]float64{values, values, values}},
		{"ragged", []string{"a"}, [][]float64{{1}, {1, 2, 3}, nil}},
		{"many-series", themes[:3], [][]float64{{1, 2, 3}, {3, 1, 2}, {9, 8, 7}, {1, 1, 1}, {2, 2, 2}, {3, 3, 3}, {4, 4, 4}, {5, 5, 5}}},
		{"strange-letters", []string{"Ἀθήνα", "Łódź", "Şişli", "Київ", "👍 emoji", "tab\tnieuwe\nregel"}, [][]float64{{1, 2, 3, 4, 5, 6}}},
	}
}

// ofEachType makes every type of chart from ugly data.
func (u ugly) ofEachType() []sample {
	var series []Series
	for i, row := range u.rows {
		name := fmt.Sprintf("Reeks %d", i+1)
		if u.name == "long-names" {
			name = u.categories[i]
		}
		series = append(series, Series{Name: name, Values: row, Pale: i == 0 && len(u.rows) > 1})
	}
	base := Base{Title: "Titel", Unit: "stuks", Decimals: 1, ShowTitle: true}
	narrow := base
	narrow.Width, narrow.Height = 135, 90
	norm := &Norm{Label: "Norm met een nogal lange omschrijving", Value: 4}
	first := []float64(nil)
	if len(u.rows) > 0 {
		first = u.rows[0]
	}
	var slices []Slice
	var rows []Row
	for i, name := range u.categories {
		v := math.NaN()
		if i < len(first) {
			v = first[i]
		}
		slices = append(slices, Slice{name, v})
		rows = append(rows, Row{Name: name, Group: []string{"", name}[i%2], Phase: "b", Start: date(2000+i, 3, 1), End: date(2001+2*i, 5, 1)})
	}
	var out []sample
	add := func(name string, c Chart) { out = append(out, sample{u.name + "/" + name, c}) }
	for mode, modeName := range []string{"grouped", "stacked", "percent"} {
		for _, lying := range []bool{false, true} {
			name := modeName + map[bool]string{true: "-lying"}[lying]
			b := Bars{Base: base, Categories: u.categories, Series: series, Mode: Mode(mode), Horizontal: lying}
			add(name, b)
			b.Norm, b.NoGap, b.Colors = norm, true, DefaultStyle().Many
			add(name+"-norm", b)
			b.Base = narrow
			add(name+"-narrow", b)
		}
	}
	add("multiples", Multiples{Base: base, Categories: u.categories, Series: series})
	add("multiples-narrow", Multiples{Base: narrow, Categories: u.categories, Series: series})
	add("donut", Donut{Base: base, Slices: slices})
	add("donut-narrow", Donut{Base: narrow, Slices: slices})
	add("radar", Radar{Base: base, Axes: u.categories, Series: series})
	add("radar-narrow", Radar{Base: narrow, Axes: u.categories, Series: series})
	add("radar-wide", Radar{Base: base, Axes: u.categories, Series: series, Min: -1e12, Max: 1e12})
	heat := Heat{Base: base, Rows: u.categories, Columns: u.categories, Values: u.rows, Totals: true, RowTitle: "Rijen", ColumnTitle: "Kolommen"}
	add("heat", heat)
	heat.Base, heat.Marks, heat.Totals = narrow, true, false
	add("heat-narrow", heat)
	add("timeline", Timeline{Base: base, Rows: rows, Phases: []string{"a", "b", "c"}, Year: 2021})
	add("timeline-narrow", Timeline{Base: narrow, Rows: rows, Phases: []string{"b"}, From: 1, To: 9999})
	add("spark", Spark{Base: base, Values: first})
	return out
}

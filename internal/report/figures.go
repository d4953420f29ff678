package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"voortgang/charts"
	"voortgang/internal/cite"
	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// split is one part that a figure comes in: a theme, a kind of activity.
type split struct{ slug, label string }

// setSplits finds the parts of all figures by their keys: "vte.thema.wonen" is
// part "wonen" of "vte.thema", and "activiteiten.thema.wonen.soort.acties" is
// none of its own (both its parts are listed by shorter keys).
func (b *builder) setSplits() {
	b.splits = map[string][]split{}
	for _, f := range b.in.Figures.All() {
		if len(f.Parts) != 1 {
			continue
		}
		if dot := strings.LastIndexByte(f.Key, '.'); dot > 0 {
			b.splits[f.Key[:dot]] = append(b.splits[f.Key[:dot]], split{slug: f.Key[dot+1:], label: f.Parts[0]})
		}
	}
}

// parts lists the parts of a figure in the order of the keys.
func (b *builder) parts(prefix string) []split { return b.splits[prefix] }

// keys makes the keys of a figure in all its parts.
func keys(prefix string, parts []split, suffix string) []string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = prefix + "." + p.slug + suffix
	}
	return out
}

func labels(parts []split) []string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = upperFirst(p.label)
	}
	return out
}

// fig looks a figure up and notes that the report shows it. A key that isn't
// there gives a figure without a value.
func (b *builder) fig(key string) *model.Figure {
	f := b.in.Figures.Get(key)
	if f == nil {
		return &model.Figure{Key: key, Unit: model.UnitCount, Now: model.Value{Year: b.year}}
	}
	b.shown[key] = true
	return f
}

// has tells whether any of the keys has a value in the report's year.
func (b *builder) has(keys ...string) bool {
	for _, k := range keys {
		if f := b.in.Figures.Get(k); f != nil && f.Now.HasData() {
			return true
		}
	}
	return false
}

// compared tells whether any of the keys has a value for the year before.
func (b *builder) compared(keys ...string) bool {
	for _, k := range keys {
		if f := b.in.Figures.Get(k); f != nil && f.Previous().HasData() {
			return true
		}
	}
	return false
}

// dash stands in a table where there is no value.
const dash = cite.Unknown

// bare writes a value for a table whose head names the unit.
func bare(f *model.Figure, v model.Value) string { return cite.WriteBare(f, v) }

// written writes a value with its unit, for text.
func written(f *model.Figure, v model.Value) string {
	if f.Unit == model.UnitHours && v.Known {
		return cite.Write(f, v) + dutch.NBSP + "uur"
	}
	return cite.WriteUnit(f, v)
}

// counted writes a count with its noun: "geen dossiers", "1 dossier", "34
// dossiers", "minder dan 5 vrijwilligers".
func counted(f *model.Figure, one, many string) string {
	switch {
	case f.Now.Withheld == model.Small:
		return cite.FewerThan(f.Now) + " " + many
	case f.Now.Withheld == model.Covered:
		return "een niet getoond aantal " + many
	case !f.Now.Known:
		return "een onbekend aantal " + many
	case f.Now.Value == 0:
		return "geen " + many
	}
	return amount(f.Now.Value, one, many)
}

func amount(v float64, one, many string) string {
	return dutch.Plural(int(dutch.Round(v, 0)), one, many)
}

// change says how a figure differs from the year before: "5,26 meer dan in
// 2020", or "" when that can't be told.
func change(f *model.Figure) string {
	before := f.Previous()
	if !f.Now.Known || !before.Known {
		return ""
	}
	diff := cite.Difference(f, f.Now.Value-before.Value)
	if strings.HasSuffix(diff, "evenveel") {
		return diff + " als in " + strconv.Itoa(before.Year)
	}
	return diff + " dan in " + strconv.Itoa(before.Year)
}

// withChange puts the change behind a part of a sentence, after a comma.
func withChange(f *model.Figure) string {
	if c := change(f); c != "" {
		return ", " + c
	}
	return ""
}

// series gives the values of the keys in a year, for a chart: NaN for what
// isn't known, and in words what is withheld.
func (b *builder) series(name string, year int, keys []string) charts.Series {
	s := charts.Series{Name: name, Values: make([]float64, len(keys)), Withheld: make([]string, len(keys))}
	for i, k := range keys {
		v := b.fig(k).In(year)
		s.Values[i], s.Withheld[i] = number(v), cite.Withheld(v)
	}
	return s
}

func number(v model.Value) float64 {
	if !v.Known {
		return math.NaN()
	}
	return v.Value
}

// keyFigures makes the large figures of an opening: those that have a value,
// and one other than 0, with their change and a spark line. Those that have a
// line come first, so that like stands beside like.
func (b *builder) keyFigures(list []keyLine) []document.KeyFigure {
	var out []document.KeyFigure
	for _, k := range list {
		if f := b.fig(k.Key); f.Now.Known && f.Now.Value != 0 {
			out = append(out, b.keyFigure(k, f))
		}
	}
	slices.SortStableFunc(out, func(x, y document.KeyFigure) int {
		switch {
		case x.Spark != nil && y.Spark == nil:
			return -1
		case x.Spark == nil && y.Spark != nil:
			return 1
		}
		return 0
	})
	return out
}

func (b *builder) keyFigure(k keyLine, f *model.Figure) document.KeyFigure {
	out := document.KeyFigure{Label: k.Name, Value: written(f, f.Now), Change: change(f), Link: target(f)}
	if spark := sparkOf(f); len(spark.Values) > 1 {
		spark.Style, spark.Title = b.chart, k.Name
		out.Spark = spark
	}
	if out.Change == "" {
		out.Change = b.keyNote(k)
	}
	return out
}

// keyNote says what a figure is made of: "43 in uitvoering en 2 afgerond".
func (b *builder) keyNote(k keyLine) string {
	var parts []string
	for _, p := range k.Parts {
		if f := b.fig(p.Key); f.Now.Known && f.Now.Value != 0 {
			parts = append(parts, counted(f, p.One, p.Many))
		}
	}
	if len(parts) == 0 {
		return k.Note
	}
	return dutch.Join(parts)
}

// target is where a figure is treated: the page of its indicator, or the
// timeline of the projects.
func target(f *model.Figure) string {
	switch {
	case strings.HasPrefix(f.Indicator, "2."):
		return "#" + indicatorID(f.Indicator)
	case f.Indicator == "3":
		return "#" + timelineID
	}
	return ""
}

func indicatorID(number string) string { return "indicator-" + strings.ReplaceAll(number, ".", "-") }

// sparkYears is how many years a spark line goes back.
const sparkYears = 8

func sparkOf(f *model.Figure) charts.Spark {
	years := f.Years
	if len(years) > sparkYears {
		years = years[len(years)-sparkYears:]
	}
	s := charts.Spark{Base: charts.Base{Unit: chartUnit(f), UnitOne: chartUnitOne(f), Decimals: f.Decimals}}
	for _, v := range years {
		if !v.Known {
			continue
		}
		s.Labels = append(s.Labels, strconv.Itoa(v.Year))
		s.Values = append(s.Values, v.Value)
	}
	return s
}

// chartUnit is the unit that a chart writes behind a number.
func chartUnit(f *model.Figure) string {
	switch f.Unit {
	case model.UnitCount:
		return f.Of
	case model.UnitHours:
		return "uur"
	}
	return string(f.Unit)
}

// chartUnitOne is that unit behind the number 1.
func chartUnitOne(f *model.Figure) string {
	if f.Unit != model.UnitCount {
		return chartUnit(f)
	}
	if one, ok := singular[f.Of]; ok {
		return one
	}
	return f.Of
}

// singular gives the word for one of what figures count.
var singular = map[string]string{
	"activiteiten": "activiteit", "deelnames": "deelname", "partners": "partner", "oplossingsactoren": "oplossingsactor",
	"actoren": "actor", "contacten": "contact", "beleidscontacten": "beleidscontact", "beleidsdossiers": "beleidsdossier",
	"vrijwilligers": "vrijwilliger", "communicatieacties": "communicatieactie", "medewerkers": "medewerker",
	"jobstudenten": "jobstudent", "projecten": "project",
}

// leftOut is the largest number of rows that any of an indicator's figures
// misses, and the number that its first figure misses.
func (b *builder) leftOut(number string) (first, most int) {
	seen := false
	for _, f := range b.in.Figures.All() {
		if f.Indicator != number {
			continue
		}
		if !seen {
			first, seen = f.Now.LeftOut, true
		}
		most = max(most, f.Now.LeftOut)
	}
	return first, most
}

// sheets lists where an indicator's figures come from: "blad VTE in
// gegevens/organisatie.xlsx", "blad Activiteiten in 45 bestanden".
func (b *builder) sheets(number string) string {
	files := map[string][]string{}
	var names []string
	for _, f := range b.in.Figures.All() {
		if f.Indicator != number {
			continue
		}
		for _, area := range f.Now.Sources {
			name := sheetName(area.Sheet.Name)
			if _, seen := files[name]; !seen {
				names = append(names, name)
			}
			if path := area.Sheet.File.Path; !slices.Contains(files[name], path) {
				files[name] = append(files[name], path)
			}
		}
	}
	var out []string
	for _, name := range names {
		where := files[name][0]
		if n := len(files[name]); n > 1 {
			where = dutch.Plural(n, "bestand", "bestanden")
		}
		out = append(out, "blad "+name+" in "+where)
	}
	return dutch.Join(out)
}

// sheetName gives the contract's name of a sheet when it is one of its names.
func sheetName(name string) string {
	folded := dutch.Fold(name)
	for _, s := range model.Sheets() {
		if dutch.Fold(s.Name) == folded {
			return s.Name
		}
	}
	return name
}

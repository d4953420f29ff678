package report

import (
	"slices"
	"strconv"
	"strings"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// content is what a page says of an indicator: the answer in a sentence or
// two, the charts and tables, and the keys of which the formulas are printed.
type content struct {
	answer   string
	blocks   []document.Block
	formulas []string
	// after are long lists that stand behind the commentary.
	after []document.Block
}

func (c *content) add(blocks ...document.Block) { c.blocks = append(c.blocks, blocks...) }

// writers gives the content of each indicator by the prefix of its keys.
func (b *builder) writers() map[string]func() content {
	return map[string]func() content{
		"personeelsformatie": b.staffing,
		"vte":                b.fte,
		"activiteiten":       b.activities,
		"deelnames":          b.participations,
		"actoren":            b.actors,
		"contacten":          b.contacts,
		"beleidscontacten":   b.policyContacts,
		"dossiers":           b.dossiers,
		"vrijwilligers":      b.volunteers,
		"communicatie":       b.communications,
		"middelen":           b.funding,
		"vorming":            b.training,
		"ancienniteit":       b.seniority,
	}
}

// indicators writes chapter 2.
func (b *builder) indicators() {
	l := b.layout.Figures
	b.opening(l.chapter, "hoofdstuk-2", b.keyFigures(l.Figures))
	b.text(1, l.Texts...)
	writers := b.writers()
	for i, page := range l.Pages {
		b.counts[1] = i // an indicator keeps its number when another is left out
		b.indicator(page, "2."+strconv.Itoa(i+1), writers[page.Key])
	}
}

// indicator writes one page: the question, the answer, charts and tables, the
// commentary, and in small type how it was computed.
func (b *builder) indicator(page indicatorPage, number string, write func() content) {
	names := []string{"indicatoren/" + page.Key}
	for _, t := range append(page.Texts, dutch.Slug(page.Name)) {
		names = append(names, "indicatoren/"+t)
	}
	known := b.measured(number)
	if !known && b.leavesOut() && !b.hasText(names...) {
		return
	}
	h := b.numbered(2, page.Question, b.id(indicatorID(number)))
	h.Short, h.NewPage = page.Name, true
	b.keys[h.ID] = page.Key
	b.add(h)
	if !known {
		b.missing(b.layout.Empty.Data)
		b.text(2, names...)
		return
	}
	c := write()
	b.paragraph(document.Lead, c.answer)
	b.add(c.blocks...)
	b.text(2, names...)
	b.method(page, number, c.formulas)
	b.add(c.after...)
}

// measured tells whether an indicator has any value in the report's year.
func (b *builder) measured(number string) bool {
	for _, f := range b.in.Figures.All() {
		if f.Indicator == number && f.Now.HasData() {
			return true
		}
	}
	return false
}

// method says in small type how an indicator was computed, from what, and what
// is missing in it.
func (b *builder) method(page indicatorPage, number string, formulas []string) {
	lines := []prose.Inline{{Text: "Indicator " + number + dutch.NBSP + page.Name + ".", Bold: true}, {Text: " Zo berekend:"}}
	add := func(head, text string) {
		lines = append(lines, prose.Inline{Text: " "}, prose.Inline{Text: head, Bold: true}, prose.Inline{Text: " " + text})
	}
	for i, k := range formulas {
		f := b.fig(k)
		if f.Formula == "" {
			continue
		}
		end := ";"
		if i == len(formulas)-1 {
			end = "."
		}
		add(f.Key, "= "+lowerFirst(strings.TrimRight(f.Formula, ".;"))+end)
	}
	if where := b.sheets(number); where != "" {
		add("Bron:", where+".")
	}
	if first, most := b.leftOut(number); most > 0 {
		text := dutch.Plural(most, "rij met een fout telt", "rijen met een fout tellen") + " niet mee in een deel van deze cijfers."
		if first == most {
			text = dutch.Plural(most, "rij met een fout telt", "rijen met een fout tellen") + " niet mee in dit cijfer."
		}
		add("Niet meegeteld:", text)
		lines = append(lines, prose.Inline{Text: " Zie "}, link(b.layout.Account.Title, accountID), prose.Inline{Text: "."})
	}
	if b.withheld(number) {
		add("Kleine groepen:", smallGroups(b.in.Figures.Least))
	}
	if len(formulas) > 0 {
		add("Herleiden:", "voortgang herleid "+formulas[0])
	}
	b.add(document.Paragraph{Text: lines, Tone: document.Small})
}

// withheld tells whether a page of an indicator keeps any value from readers,
// of the report's year or the one before. Figures that are split twice are
// shown for the report's year only.
func (b *builder) withheld(number string) bool {
	for _, f := range b.in.Figures.All() {
		if f.Indicator == number && (f.Now.Withheld != model.Shown || len(f.Parts) < 2 && f.Previous().Withheld != model.Shown) {
			return true
		}
	}
	return false
}

// smallGroups explains what stands in the place of values that are withheld.
func smallGroups(least int) string {
	n := dutch.Int(least)
	return "‘<" + dutch.NBSP + n + "’ is minder dan " + n + ". ‘*’ wordt niet getoond, omdat een kleine groep er anders uit te berekenen is."
}

// base makes what every chart has.
func (b *builder) base(key, title, subtitle string) charts.Base {
	f := b.fig(key)
	return charts.Base{Title: title, Subtitle: subtitle, Unit: chartUnit(f), UnitOne: chartUnitOne(f), Decimals: f.Decimals, Style: b.chart}
}

// uprightHeight is the height of upright bars in points: with its table and its
// commentary an indicator then takes one page.
const uprightHeight = 172

// upright makes what every chart of upright bars has.
func (b *builder) upright(key, title, subtitle string) charts.Base {
	base := b.base(key, title, subtitle)
	base.Height = uprightHeight
	return base
}

// figure puts a chart in the document, with the key of what it shows.
func figure(base charts.Base, c charts.Chart, pattern string) document.Chart {
	return document.Chart{Title: base.Title, Subtitle: base.Subtitle, Chart: c, Note: key(pattern)}
}

// years says which years a chart shows: "2020 en 2021".
func (b *builder) years(compared bool) string {
	if compared {
		return strconv.Itoa(b.year-1) + " en " + b.yearText
	}
	return b.yearText
}

// byTheme shows a figure per theme in the themes' colours, last year paler
// beside this year.
func (b *builder) byTheme(total, prefix, title, unit string) document.Chart {
	parts := b.parts(prefix)
	compared := b.compared(total)
	base := b.upright(total, title, unit+", "+b.years(compared))
	c := charts.Bars{Base: base, Categories: labels(parts), Colors: b.themeColors(parts), Sum: true}
	if compared {
		before := b.series(strconv.Itoa(b.year-1), b.year-1, keys(prefix, parts, ""))
		before.Pale = true
		c.Series = append(c.Series, before)
	}
	c.Series = append(c.Series, b.series(b.yearText, b.year, keys(prefix, parts, "")))
	return figure(base, c, prefix+".<thema>")
}

// lying shows a figure per part as lying bars with their values, in the
// themes' colours when the parts are themes. apart tells that nothing is in two
// parts, so that they may be added up.
func (b *builder) lying(total, prefix, title, unit string, parts []split, themes, apart bool) document.Chart {
	base := b.base(total, title, unit+", "+b.yearText)
	c := charts.Bars{Base: base, Categories: labels(parts), Horizontal: true, Sum: apart,
		Series: []charts.Series{b.series(b.yearText, b.year, keys(prefix, parts, ""))}}
	if themes {
		c.Colors = b.themeColors(parts)
	}
	return figure(base, c, prefix+".<"+prefix[strings.LastIndexByte(prefix, '.')+1:]+">")
}

// crossed shows a figure per theme, stacked by what it is split into.
func (b *builder) crossed(total, prefix, dim, title, unit string) document.Chart {
	themes, kinds := b.parts(prefix+".thema"), b.parts(prefix+"."+dim)
	base := b.upright(total, title, unit+", "+b.yearText)
	c := charts.Bars{Base: base, Categories: labels(themes), Mode: charts.Stacked, SeriesColors: b.kindColorsFor(len(kinds)), Sum: true}
	for _, k := range kinds {
		c.Series = append(c.Series, b.series(k.label, b.year, keys(prefix+".thema", themes, "."+dim+"."+k.slug)))
	}
	return figure(base, c, prefix+".thema.<thema>."+dim+".<"+dim+">")
}

// kindColorsFor gives colours for a number of kinds; past the palette come
// greys, then the palette again.
func (b *builder) kindColorsFor(n int) []charts.Color {
	palette := append(slices.Clone(b.kindColors()), charts.Hex("#7A7A7A"), charts.Hex("#D0D0D0"))
	out := make([]charts.Color, n)
	for i := range out {
		out[i] = palette[i%len(palette)]
	}
	return out
}

// matrix is the table of themes by what a figure is split into, with totals on
// both sides; and with those of the year before when that is wished and there
// are any.
func (b *builder) matrix(caption, total, prefix, dim string, compare bool) document.Table {
	themes, kinds := b.parts(prefix+".thema"), b.parts(prefix+"."+dim)
	compared := compare && b.compared(total)
	before := strconv.Itoa(b.year - 1)
	name := "Totaal"
	if compared {
		name = "Totaal " + b.yearText
	}
	var columns []measure
	for _, k := range kinds {
		columns = append(columns, measure{head: upperFirst(k.label), prefix: prefix + ".thema", suffix: "." + dim + "." + k.slug, total: prefix + "." + dim + "." + k.slug})
	}
	columns = append(columns, measure{head: name, prefix: prefix + ".thema", total: total})
	if compared {
		columns = append(columns, measure{head: "Totaal " + before, prefix: prefix + ".thema", year: b.year - 1})
	}
	t := b.table(caption, "Thema", themes, columns)
	t.Full = len(columns) > 5
	b.total(&t, name, columns)
	if compared {
		earlier := make([]measure, len(columns))
		for i, k := range kinds {
			earlier[i] = measure{total: prefix + "." + dim + "." + k.slug, year: b.year - 1}
		}
		earlier[len(columns)-1] = measure{total: total, year: b.year - 1}
		b.total(&t, "Totaal "+before, earlier)
	}
	t.Note = key(prefix + ".thema.<thema>." + dim + ".<" + dim + ">")
	return t
}

// columnsOf gives the same columns for another prefix.
func columnsOf(columns []measure, prefix string) []measure {
	out := make([]measure, len(columns))
	for i, m := range columns {
		m.prefix = prefix
		out[i] = m
	}
	return out
}

// mostNamed is how many parts that tie are still named.
const mostNamed = 3

// most is the parts that have the greatest value in the report's year.
type most struct {
	parts []split
	fig   *model.Figure
	// all tells that the others have none.
	all bool
}

// largest gives all the parts with the greatest value, so that a sentence names
// each of them. It gives none where that says nothing: every part that has a
// value has the same, or too many tie to be named.
func (b *builder) largest(prefix string) (most, bool) {
	var m most
	some := 0
	for _, p := range b.parts(prefix) {
		f := b.fig(prefix + "." + p.slug)
		switch {
		case p.label == model.NotFilledIn:
			continue
		case f.Now.Withheld != model.Shown:
			return most{}, false // it might be the greatest
		case !f.Now.Known || f.Now.Value <= 0:
			continue
		case m.fig == nil || f.Now.Value > m.fig.Now.Value:
			m.parts, m.fig = []split{p}, f
		case f.Now.Value == m.fig.Now.Value:
			m.parts = append(m.parts, p)
		}
		some++
	}
	m.all = some == 1
	return m, m.fig != nil && len(m.parts) <= mostNamed && (m.all || len(m.parts) < some)
}

// each writes the value, "elk" before it when more than one part has it.
func (m most) each() string {
	if len(m.parts) > 1 {
		return "elk " + bare(m.fig, m.fig.Now)
	}
	return bare(m.fig, m.fig.Now)
}

// names lists the parts, each written by name.
func (m most) names(name func(label string) string) string {
	var list []string
	for _, p := range m.parts {
		list = append(list, name(p.label))
	}
	return dutch.Join(list)
}

// quoted writes a word of the data in a sentence of ours.
func quoted(word string) string { return "‘" + word + "’" }

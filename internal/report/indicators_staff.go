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

// mostYears is how many years a chart or table goes back at most.
const mostYears = 6

// yearsOf lists the years for which any of the figures is known, oldest first.
func yearsOf(figs ...*model.Figure) []int {
	var years []int
	for _, f := range figs {
		for _, v := range f.Years {
			if !slices.Contains(years, v.Year) {
				years = append(years, v.Year)
			}
		}
	}
	slices.Sort(years)
	if len(years) > mostYears {
		years = years[len(years)-mostYears:]
	}
	return years
}

// over gives the values of a figure in years, for a chart.
func over(f *model.Figure, years []int) []float64 {
	out := make([]float64, len(years))
	for i, y := range years {
		out[i] = number(f.In(y))
	}
	return out
}

func yearNames(years []int) []string {
	out := make([]string, len(years))
	for i, y := range years {
		out[i] = strconv.Itoa(y)
	}
	return out
}

// norms gives the norm of each year as a line in steps; nil when none is known.
func norms(norm *model.Figure, years []int) *charts.Norm {
	out := &charts.Norm{Label: "norm", Values: over(norm, years)}
	last, some, same := 0, 0, true
	for i, v := range out.Values {
		if math.IsNaN(v) {
			continue
		}
		same = same && (some == 0 || v == out.Values[last])
		last = i
		some++
	}
	if some == 0 {
		return nil
	}
	if !same || some < len(years) {
		out.Label += " " + strconv.Itoa(years[last])
	}
	return out
}

// meanYears lists the years of which the means of 2.1 are: the last that have
// both numbers, as many as the configuration says.
func (b *builder) meanYears() []int {
	norm, realised := b.fig("personeelsformatie.norm"), b.fig("personeelsformatie.gerealiseerd")
	rows := yearsOf(norm, realised)
	for _, s := range b.in.Data.Staffing { // a row of which nothing can be used takes a year's place
		if s.Base().Usable(model.StaffingYear) && s.Year != 0 && s.Year <= b.year && !slices.Contains(rows, s.Year) {
			rows = append(rows, s.Year)
		}
	}
	slices.Sort(rows)
	var years []int
	for _, y := range rows[max(0, len(rows)-max(1, b.in.Config.Thresholds.StaffYears)):] {
		if norm.In(y).Known && realised.In(y).Known {
			years = append(years, y)
		}
	}
	return years
}

// span writes years: "2021", "2019–2021", "2018, 2020 en 2021".
func span(years []int) string {
	n := len(years)
	if n > 1 && years[n-1]-years[0] == n-1 {
		return strconv.Itoa(years[0]) + "–" + strconv.Itoa(years[n-1])
	}
	return dutch.Join(yearNames(years))
}

// staffing is 2.1: bars per year with the norm of each as a line in steps.
func (b *builder) staffing() content {
	norm, realised, maribel := b.fig("personeelsformatie.norm"), b.fig("personeelsformatie.gerealiseerd"), b.fig("personeelsformatie.maribel")
	mean, meanNorm := b.fig("personeelsformatie.gemiddelde"), b.fig("personeelsformatie.gemiddelde_norm")
	c := content{answer: b.staffingAnswer(), formulas: []string{"personeelsformatie.gemiddelde", "personeelsformatie.surplus", "personeelsformatie.aandeel"}}

	years := yearsOf(realised, norm)
	base := b.upright(realised.Key, "Gerealiseerde personeelsformatie", "in VTE per jaar, met de norm van elk jaar als lijn")
	chart := charts.Bars{Base: base, Categories: yearNames(years), Series: []charts.Series{{Name: "Gerealiseerd", Values: over(realised, years)}}, Norm: norms(norm, years)}
	c.add(figure(base, chart, "personeelsformatie.gerealiseerd, personeelsformatie.norm"))

	t := document.Table{Caption: "Personeelsformatie per jaar, in VTE", RowHeaders: true,
		Columns: []document.Column{left("Jaar"), right("Norm"), right("Gerealiseerd"), right("Sociale Maribel")},
		Note:    key("personeelsformatie.<onderdeel>")}
	for _, y := range years {
		t.Rows = append(t.Rows, row(strconv.Itoa(y), bare(norm, norm.In(y)), bare(realised, realised.In(y)), bare(maribel, maribel.In(y))))
	}
	meanMaribel := b.fig("personeelsformatie.gemiddelde_maribel")
	t.Rows = append(t.Rows, totalRow(strings.TrimSpace("Gemiddelde "+span(b.meanYears())), bare(meanNorm, meanNorm.Now), bare(mean, mean.Now), bare(meanMaribel, meanMaribel.Now)))
	surplus, share := b.fig("personeelsformatie.surplus"), b.fig("personeelsformatie.aandeel")
	label := "Overschot"
	if surplus.Now.Known && surplus.Now.Value < 0 {
		label = "Tekort"
	}
	t.Rows = append(t.Rows, totalRow(label, "", bare(surplus, surplus.Now), ""), totalRow("Invulling van de norm", "", shareText(share), ""))
	c.add(t)
	return c
}

// shareText writes a percentage with its sign; a dash when it isn't known.
func shareText(f *model.Figure) string {
	if !f.Now.Known {
		return dash
	}
	return cite.Write(f, f.Now)
}

func (b *builder) staffingAnswer() string {
	mean, norm := b.fig("personeelsformatie.gemiddelde"), b.fig("personeelsformatie.gemiddelde_norm")
	surplus, share := b.fig("personeelsformatie.surplus"), b.fig("personeelsformatie.aandeel")
	if !mean.Now.Known || !norm.Now.Known || !surplus.Now.Known || !share.Now.Known {
		return "De personeelsformatie van " + b.yearText + " kan niet met de norm vergeleken worden."
	}
	years := b.meanYears()
	when, theNorm := "In "+b.yearText+" realiseerden we ", "de norm van "+bare(norm, norm.Now)
	if len(years) > 1 || len(years) == 1 && years[0] != b.year {
		when, theNorm = "Over "+span(years)+" realiseerden we gemiddeld ", "de gemiddelde norm van "+bare(norm, norm.Now)
	}
	text := when + written(mean, mean.Now)
	size := dutch.Round(math.Abs(surplus.Now.Value), surplus.Decimals)
	switch shown := dutch.Number(size, surplus.Decimals); {
	case surplus.Now.Value == 0:
		text += ", precies " + strings.Replace(theNorm, " van "+bare(norm, norm.Now), "", 1)
	case size == 0 && surplus.Now.Value > 0:
		text += ", net boven " + theNorm
	case size == 0:
		text += ", net onder " + theNorm
	case surplus.Now.Value > 0:
		text += ", " + shown + " meer dan " + theNorm
	default:
		text += ", " + shown + " minder dan " + theNorm
	}
	least := b.in.Config.Thresholds.StaffShare
	text += ". Dat is " + shareBeside(share, least) + " van de norm; "
	if share.Now.Value < least {
		text += "het minimum van " + dutch.Full(least) + dutch.NBSP + "% is niet gehaald."
	} else {
		text += "het minimum is " + dutch.Full(least) + dutch.NBSP + "%."
	}
	return text + b.yearBelow(len(years))
}

// shareBeside writes a share with as many decimals as it takes to see on which
// side of a limit it is: 99.96 isn't 100,0.
func shareBeside(share *model.Figure, limit float64) string {
	v, decimals := share.Now.Value, share.Decimals
	for decimals < 6 && v < limit && dutch.Round(v, decimals) >= limit {
		decimals++
	}
	return dutch.Percent(v, decimals)
}

// yearBelow says that the report's year is itself under its norm, which a mean
// of several years may hide.
func (b *builder) yearBelow(years int) string {
	norm, realised := b.fig("personeelsformatie.norm"), b.fig("personeelsformatie.gerealiseerd")
	if years < 2 || !norm.Now.Known || !realised.Now.Known {
		return ""
	}
	short := dutch.Round(norm.Now.Value-realised.Now.Value, norm.Decimals)
	if short <= 0 {
		return ""
	}
	return " In " + b.yearText + " zelf bleven we met " + written(realised, realised.Now) + " onder de norm van dat jaar, " + bare(norm, norm.Now) + "."
}

// fte is 2.2: grouped bars per theme, and the shares with and without the
// target group.
func (b *builder) fte() content {
	total, share := b.fig("vte.totaal"), b.fig("vte.aandeel_doelgroep")
	c := content{formulas: []string{"vte.totaal", "vte.aandeel_doelgroep"}}
	c.answer = "Voor " + b.yearText + " is de personeelsinzet niet bekend."
	if total.Now.Known {
		c.answer = "In " + b.yearText + " zetten we " + written(total, total.Now) + " in" + withChange(total) + "."
		if share.Now.Known {
			c.answer += " " + cite.Write(share, share.Now) + " daarvan werkt rechtstreeks met de doelgroep."
		}
	}
	c.add(b.byTheme("vte.totaal", "vte.thema", "Personeelsinzet per thema", "in VTE"), b.fteShares())

	parts := b.parts("vte.thema")
	columns := append(b.yearly("", "vte.thema", "", "vte.totaal"),
		measure{head: "Met doelgroep", prefix: "vte.met_doelgroep.thema", total: "vte.met_doelgroep"},
		measure{head: "Zonder doelgroep", prefix: "vte.zonder_doelgroep.thema", total: "vte.zonder_doelgroep"},
		measure{head: "Met doelgroep (%)", prefix: "vte.aandeel_doelgroep.thema", total: "vte.aandeel_doelgroep"})
	t := b.table("Personeelsinzet in VTE, en het deel dat rechtstreeks met de doelgroep werkt ("+b.yearText+")", "Thema", parts, columns)
	t.Full, t.Note = true, key("vte.thema.<thema>, vte.met_doelgroep.thema.<thema>")
	b.total(&t, "Totaal", columns)
	c.add(t)
	return c
}

// fteShares shows the shares with and without the target group. A theme
// without staff has none and is left out.
func (b *builder) fteShares() document.Chart {
	var parts []split
	for _, p := range b.parts("vte.aandeel_doelgroep.thema") {
		if b.has("vte.aandeel_doelgroep.thema." + p.slug) {
			parts = append(parts, p)
		}
	}
	with := append(keys("vte.aandeel_doelgroep.thema", parts, ""), "vte.aandeel_doelgroep")
	without := append(keys("vte.aandeel_zonder_doelgroep.thema", parts, ""), "vte.aandeel_zonder_doelgroep")
	base := b.base("vte.aandeel_doelgroep", "Inzet met en zonder de doelgroep", "aandeel van de VTE per thema, "+b.yearText)
	return figure(base, charts.Bars{Base: base, Categories: append(labels(parts), "Alle inzet"), Mode: charts.Percent, Horizontal: true, Series: []charts.Series{
		b.series("Met de doelgroep", b.year, with),
		b.series("Zonder de doelgroep", b.year, without),
	}}, "vte.aandeel_doelgroep.thema.<thema>")
}

// training is 2.12: stacked bars per year.
func (b *builder) training() content {
	formal, informal, all := b.fig("vorming.formeel"), b.fig("vorming.informeel"), b.fig("vorming.totaal")
	people, share := b.fig("vorming.deelnemers"), b.fig("vorming.deelnemers_aandeel")
	c := content{formulas: []string{"vorming.formeel", "vorming.informeel", "vorming.deelnemers"}}
	c.answer = "Voor " + b.yearText + " zijn de vormingsuren niet bekend."
	if formal.Now.Known {
		c.answer = "In " + b.yearText + " volgden onze medewerkers " + hours(formal) + " formele vorming" + withChange(formal)
		if informal.Now.Known {
			c.answer += ", en " + hours(informal) + " informele vorming"
		}
		c.answer += "."
	}
	if people.Now.HasData() {
		c.answer += " " + upperFirst(counted(people, "medewerker volgde", "medewerkers volgden")) + " minstens één uur formele vorming"
		if share.Now.Known {
			c.answer += ", " + cite.Write(share, share.Now) + " van het aantal medewerkers op 31" + dutch.NBSP + "december"
		}
		c.answer += "."
	}
	years := yearsOf(formal, informal)
	base := b.upright(formal.Key, "Vormingsuren per jaar", "in uren, formeel en informeel")
	c.add(figure(base, charts.Bars{Base: base, Categories: yearNames(years), Mode: charts.Stacked, Series: []charts.Series{
		{Name: "Formele vorming", Values: over(formal, years)}, {Name: "Informele vorming", Values: over(informal, years)}}},
		"vorming.formeel, vorming.informeel"))

	t := document.Table{Caption: "Vorming van medewerkers", RowHeaders: true, Columns: []document.Column{left("Onderdeel")}, Note: key("vorming.<onderdeel>")}
	compared := b.compared(formal.Key, informal.Key)
	if compared {
		t.Columns = append(t.Columns, right(strconv.Itoa(b.year-1)))
	}
	t.Columns = append(t.Columns, right(b.yearText))
	if compared {
		t.Columns = append(t.Columns, right("Verschil"))
	}
	add := func(kind document.RowKind, label string, f *model.Figure) {
		cells := textCells(label)
		if compared {
			cells = append(cells, textCell(bare(f, f.Previous())))
		}
		cells = append(cells, textCell(bare(f, f.Now)))
		if compared {
			cells = append(cells, textCell(difference(f)))
		}
		t.Rows = append(t.Rows, document.Row{Kind: kind, Cells: cells})
	}
	add(document.Plain, "Formele vorming (uren)", formal)
	add(document.Plain, "Informele vorming (uren)", informal)
	add(document.Total, "Alle vorming (uren)", all)
	add(document.Plain, "Medewerkers met minstens één uur formele vorming", people)
	add(document.Plain, "Aandeel van het personeel (%)", share)
	c.add(t)
	return c
}

// hours writes a number of hours in a sentence: "1.451 uur", "geen".
func hours(f *model.Figure) string {
	if f.Now.Value == 0 {
		return "geen"
	}
	return written(f, f.Now)
}

// seniority is 2.13: a histogram of classes of five years.
func (b *builder) seniority() content {
	staff, mean, students := b.fig("personeel.aantal"), b.fig("ancienniteit.gemiddelde"), b.fig("ancienniteit.jobstudenten")
	c := content{formulas: []string{"ancienniteit.gemiddelde", "personeel.aantal"}}
	c.answer = "Op 31" + dutch.NBSP + "december " + b.yearText + " is de anciënniteit niet bekend."
	if staff.Now.HasData() {
		verb := "waren "
		if staff.Now.Value == 1 {
			verb = "was "
		}
		c.answer = "Op 31" + dutch.NBSP + "december " + b.yearText + " " + verb + counted(staff, "medewerker", "medewerkers") + " in dienst"
		if mean.Now.Known {
			c.answer += ", gemiddeld " + written(mean, mean.Now)
			if before := mean.Previous(); before.Known {
				c.answer += " (een jaar eerder " + written(mean, before) + ")"
			}
		}
		c.answer += "."
	}
	if students.Now.Value > 0 || students.Now.Withheld != model.Shown {
		c.answer += " " + upperFirst(counted(students, "jobstudent is", "jobstudenten zijn")) + " daarbij niet geteld."
	}
	parts := b.parts("ancienniteit.klasse")
	base := b.upright("ancienniteit.klasse."+first(parts), "Spreiding van de anciënniteit", "aantal medewerkers per klasse van vijf jaar, op 31"+dutch.NBSP+"december "+b.yearText)
	c.add(figure(base, charts.Bars{Base: base, Categories: labels(parts), NoGap: true, Sum: true,
		Series: []charts.Series{b.series("Medewerkers", b.year, keys("ancienniteit.klasse", parts, ""))}}, "ancienniteit.klasse.<klasse>"))

	columns := append(withoutDifference(b.yearly("", "ancienniteit.klasse", "", "personeel.aantal")),
		measure{head: "Aandeel " + b.yearText + " (%)", prefix: "ancienniteit.aandeel"})
	t := b.table("Medewerkers per klasse van anciënniteit", "Anciënniteit", parts, columns)
	t.Note = key("ancienniteit.klasse.<klasse>, ancienniteit.aandeel.<klasse>")
	b.total(&t, "Medewerkers zonder jobstudenten", columns)
	c.add(t)
	return c
}

// first gives the slug of the first part; "" when there is none.
func first(parts []split) string {
	if len(parts) == 0 {
		return ""
	}
	return parts[0].slug
}

package report

import (
	"math"
	"slices"
	"strconv"

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

// staffing is 2.1: bars per year with the norm as a line.
func (b *builder) staffing() content {
	norm, realised, maribel := b.fig("personeelsformatie.norm"), b.fig("personeelsformatie.gerealiseerd"), b.fig("personeelsformatie.maribel")
	mean, meanNorm := b.fig("personeelsformatie.gemiddelde"), b.fig("personeelsformatie.gemiddelde_norm")
	c := content{answer: b.staffingAnswer(), formulas: []string{"personeelsformatie.gemiddelde", "personeelsformatie.surplus", "personeelsformatie.aandeel"}}

	years := yearsOf(realised, norm)
	base := b.upright(realised.Key, "Gerealiseerde personeelsformatie", "in VTE per jaar, met de norm als lijn")
	chart := charts.Bars{Base: base, Categories: yearNames(years), Series: []charts.Series{{Name: "Gerealiseerd", Values: over(realised, years)}}}
	if meanNorm.Now.Known {
		chart.Norm = &charts.Norm{Label: "norm", Value: meanNorm.Now.Value}
	}
	c.add(figure(base, chart, "personeelsformatie.gerealiseerd, personeelsformatie.norm"))

	t := document.Table{Caption: "Personeelsformatie per jaar, in VTE", RowHeaders: true,
		Columns: []document.Column{left("Jaar"), right("Norm"), right("Gerealiseerd"), right("Sociale Maribel")},
		Note:    key("personeelsformatie.<onderdeel>")}
	for _, y := range years {
		t.Rows = append(t.Rows, row(strconv.Itoa(y), bare(norm, norm.In(y)), bare(realised, realised.In(y)), bare(maribel, maribel.In(y))))
	}
	meanMaribel := b.fig("personeelsformatie.gemiddelde_maribel")
	t.Rows = append(t.Rows, totalRow("Gemiddelde", bare(meanNorm, meanNorm.Now), bare(mean, mean.Now), bare(meanMaribel, meanMaribel.Now)))
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
	span := b.in.Config.Thresholds.StaffYears
	when := "In " + b.yearText + " realiseerden we "
	if years := yearsOf(b.fig("personeelsformatie.gerealiseerd")); span > 1 && len(years) > 1 {
		first := years[max(0, len(years)-span)]
		when = "Over " + strconv.Itoa(first) + "–" + b.yearText + " realiseerden we gemiddeld "
	}
	text := when + written(mean, mean.Now)
	size := dutch.Number(math.Abs(dutch.Round(surplus.Now.Value, surplus.Decimals)), surplus.Decimals)
	switch diff := dutch.Round(surplus.Now.Value, surplus.Decimals); {
	case diff > 0:
		text += ", " + size + " meer dan de norm van " + bare(norm, norm.Now)
	case diff < 0:
		text += ", " + size + " minder dan de norm van " + bare(norm, norm.Now)
	default:
		text += ", precies de norm"
	}
	least := b.in.Config.Thresholds.StaffShare
	text += ". Dat is " + cite.Write(share, share.Now) + " van de norm; "
	decimals := 0
	if least != math.Trunc(least) {
		decimals = 1
	}
	if share.Now.Value < least {
		return text + "het minimum van " + dutch.Percent(least, decimals) + " is niet gehaald."
	}
	return text + "het minimum is " + dutch.Percent(least, decimals) + "."
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
		c.answer = "In " + b.yearText + " volgden onze medewerkers " + written(formal, formal.Now) + " formele vorming" + withChange(formal)
		if informal.Now.Known {
			c.answer += ", en " + written(informal, informal.Now) + " informele vorming"
		}
		c.answer += "."
	}
	if people.Now.HasData() {
		c.answer += " " + upperFirst(counted(people, "medewerker volgde", "medewerkers volgden")) + " minstens één uur formele vorming"
		if share.Now.Known {
			c.answer += ", " + cite.Write(share, share.Now) + " van het personeel"
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

// seniority is 2.13: a histogram of classes of five years.
func (b *builder) seniority() content {
	staff, mean, students := b.fig("personeel.aantal"), b.fig("ancienniteit.gemiddelde"), b.fig("ancienniteit.jobstudenten")
	c := content{formulas: []string{"ancienniteit.gemiddelde", "personeel.aantal"}}
	c.answer = "Op 31" + dutch.NBSP + "december " + b.yearText + " is de anciënniteit niet bekend."
	if staff.Now.HasData() {
		verb := "waren "
		if dutch.Round(staff.Now.Value, 0) == 1 {
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

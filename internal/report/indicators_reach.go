package report

import (
	"slices"

	"voortgang/charts"
	"voortgang/internal/model"
)

// activities is 2.3: stacked bars, theme by kind.
func (b *builder) activities() content {
	total := b.fig("activiteiten.totaal")
	c := content{formulas: []string{"activiteiten.totaal"}}
	c.answer = b.countAnswer(total, "organiseerden we", "activiteit", "activiteiten", "Het aantal activiteiten")
	if m, ok := b.largest("activiteiten.soort"); ok && total.Now.Known && m.fig.Now.Value < total.Now.Value {
		name := quoted
		if len(m.parts) == 1 {
			name = func(label string) string { return label }
		}
		c.answer += " " + m.names(name) + " kwamen het meest voor: " + m.each() + "."
	}
	c.add(b.crossed("activiteiten.totaal", "activiteiten", "soort", "Activiteiten per thema en soort", "aantal activiteiten"),
		b.matrix("Activiteiten per thema en soort, "+b.yearText, "activiteiten.totaal", "activiteiten", "soort", true))
	return c
}

// participations is 2.4: stacked bars, theme by kind.
func (b *builder) participations() content {
	total := b.fig("deelnames.totaal")
	c := content{formulas: []string{"deelnames.totaal"}}
	c.answer = "Hoeveel deelnames er in " + b.yearText + " waren, is niet bekend."
	if total.Now.HasData() {
		c.answer = "De activiteiten van " + b.yearText + " telden samen " + counted(total, "deelname", "deelnames") + withChange(total) + "."
		if total.Now.Withheld != model.Shown || total.Now.Value > 0 {
			c.answer += " Dat zijn geen unieke personen: wie aan tien activiteiten meedoet, telt tien keer."
		}
	}
	c.add(b.crossed("deelnames.totaal", "deelnames", "soort", "Deelnames per thema en soort activiteit", "aantal deelnames"),
		b.matrix("Deelnames per thema en soort activiteit, "+b.yearText, "deelnames.totaal", "deelnames", "soort", true))
	columns := b.yearly("", "deelnames.groep", "", "deelnames.totaal")
	t := b.table("Deelnames per groep", "Groep", b.parts("deelnames.groep"), columns)
	b.total(&t, "Totaal", columns)
	t.Note = key("deelnames.groep.<groep>")
	c.add(t)
	return c
}

// countAnswer says how many there were this year and how that compares:
// "In 2021 organiseerden we 3.412 activiteiten, 1.006 meer dan in 2020."
func (b *builder) countAnswer(f *model.Figure, verb, one, many, subject string) string {
	switch {
	case !f.Now.Known:
		return subject + " in " + b.yearText + " is niet bekend."
	case f.Now.Value == 0:
		return "In " + b.yearText + " " + verb + " geen " + many + withChange(f) + "."
	}
	return "In " + b.yearText + " " + verb + " " + amount(f.Now.Value, one, many) + withChange(f) + "."
}

// dossiers is 2.8: lying bars with value labels.
func (b *builder) dossiers() content {
	total := b.fig("dossiers.totaal")
	c := content{formulas: []string{"dossiers.totaal"}}
	c.answer = "Hoeveel beleidsdossiers er in " + b.yearText + " afgerond zijn, is niet bekend."
	if total.Now.Known {
		count := amount(total.Now.Value, "beleidsdossier", "beleidsdossiers")
		if total.Now.Value == 0 {
			count = "geen beleidsdossiers"
		}
		c.answer = "In " + b.yearText + " rondden we " + count + " af" + withChange(total) + "."
	}
	if m, ok := b.largest("dossiers.niveau"); ok && total.Now.Value > 1 {
		if m.fig.Now.Value == total.Now.Value {
			c.answer += " Ze waren allemaal voor " + m.names(government) + "."
		} else {
			c.answer += " Het vaakst waren ze voor " + m.names(government) + ": " + m.each() + "."
		}
	}
	c.add(b.lying("dossiers.totaal", "dossiers.thema", "Afgeronde beleidsdossiers per thema", "aantal dossiers", b.parts("dossiers.thema"), true, true),
		b.matrix("Afgeronde beleidsdossiers per thema en soort, "+b.yearText, "dossiers.totaal", "dossiers", "soort", true),
		b.matrix("Afgeronde beleidsdossiers per thema en bestuursniveau, "+b.yearText, "dossiers.totaal", "dossiers", "niveau", true))
	return c
}

// government names a level of government within a sentence.
func government(level string) string {
	switch level {
	case "Lokaal":
		return "het lokale bestuur"
	case "Provinciaal":
		return "het provinciebestuur"
	case "Federaal":
		return "het federale niveau"
	case "Europees":
		return "het Europese niveau"
	}
	return "het " + level + "e niveau"
}

// volunteers is 2.9: lying bars with value labels.
func (b *builder) volunteers() content {
	total, hours := b.fig("vrijwilligers.totaal"), b.fig("vrijwilligers.uren")
	c := content{formulas: []string{"vrijwilligers.totaal"}}
	c.answer = "Het aantal vrijwilligers in " + b.yearText + " is niet bekend."
	if total.Now.HasData() {
		verb := "waren "
		if total.Now.Value == 1 {
			verb = "was "
		}
		c.answer = "In " + b.yearText + " " + verb + counted(total, "vrijwilliger", "vrijwilligers") + " actief" + withChange(total) + "."
	}
	if hours.Now.Known && hours.Now.Value > 0 {
		c.answer += " Samen zetten ze zich " + written(hours, hours.Now) + " in."
		c.formulas = append(c.formulas, "vrijwilligers.uren")
	}
	parts := b.parts("vrijwilligers.thema")
	c.add(b.lying("vrijwilligers.totaal", "vrijwilligers.thema", "Vrijwilligers per thema", "aantal vrijwilligers", parts, true, false))
	columns := append(b.yearly("", "vrijwilligers.thema", "", "vrijwilligers.totaal"), measure{head: "Uren " + b.yearText, prefix: "vrijwilligers.uren.thema", total: "vrijwilligers.uren"})
	t := b.table("Vrijwilligers per thema", "Thema", parts, columns)
	t.Note = key("vrijwilligers.thema.<thema>, vrijwilligers.uren.thema.<thema>")
	sums := columnsOf(columns, "")
	for i := range sums {
		if sums[i].total == "vrijwilligers.totaal" {
			sums[i].total = "vrijwilligers.som"
		} else {
			sums[i].total = ""
		}
	}
	b.total(&t, "Som van de thema’s", sums)
	b.total(&t, "Verschillende vrijwilligers", columns)
	c.add(t)
	return c
}

// funding is 2.11: a donut of sources and stacked bars per theme.
func (b *builder) funding() content {
	total, outside, local := b.fig("middelen.totaal"), b.fig("middelen.aandeel_buiten_enveloppe"), b.fig("middelen.aandeel_lokaal")
	c := content{formulas: []string{"middelen.totaal", "middelen.aandeel_buiten_enveloppe", "middelen.aandeel_lokaal"}}
	c.answer = "De middelen van " + b.yearText + " zijn niet bekend."
	if total.Now.Known {
		c.answer = "In " + b.yearText + " werkten we met " + written(total, total.Now) + withChange(total) + "."
	}
	sources := b.parts("middelen.bron")
	values := b.series("", b.year, keys("middelen.bron", sources, "")).Values
	subtitle := "in euro en in procent van het totaal, "
	switch {
	case slices.ContainsFunc(values, func(v float64) bool { return v < 0 }):
		subtitle = "in euro, "
		c.answer += " Omdat een bron een negatief bedrag heeft, noemen we hier geen aandelen."
	case outside.Now.Known && local.Now.Known:
		c.answer += " " + written(outside, outside.Now) + " daarvan komt van buiten de enveloppe; lokale besturen zijn goed voor " + written(local, local.Now) + "."
	}
	base := b.base("middelen.totaal", "Middelen per bron", subtitle+b.yearText)
	donut := charts.Donut{Base: base, Colors: b.kindColorsFor(len(sources)), Of: "bronnen"}
	for i, s := range sources {
		donut.Slices = append(donut.Slices, charts.Slice{Name: s.label, Value: values[i]})
	}
	c.add(figure(base, donut, "middelen.bron.<bron>"))

	columns := append(b.yearly("", "middelen.bron", "", "middelen.totaal"), measure{head: "Aandeel " + b.yearText + " (%)", prefix: "middelen.aandeel.bron"})
	t := b.table("Middelen per bron, in euro", "Bron", sources, columns)
	t.Note = key("middelen.bron.<bron>, middelen.aandeel.bron.<bron>")
	b.total(&t, "Totaal", columns)
	c.add(t, b.crossed("middelen.totaal", "middelen", "bron", "Middelen per thema en bron", "in euro"))

	columns = append(b.yearly("", "middelen.thema", "", "middelen.totaal"),
		measure{head: "Buiten de enveloppe (%)", prefix: "middelen.aandeel_buiten_enveloppe.thema", total: "middelen.aandeel_buiten_enveloppe"},
		measure{head: "Lokaal bestuur (%)", prefix: "middelen.aandeel_lokaal.thema", total: "middelen.aandeel_lokaal"})
	t = b.table("Middelen per thema, in euro, en het aandeel van andere bronnen in "+b.yearText, "Thema", b.parts("middelen.thema"), columns)
	t.Full, t.Note = true, key("middelen.thema.<thema>, middelen.aandeel_lokaal.thema.<thema>")
	b.total(&t, "Totaal", columns)
	c.add(b.matrix("Middelen per thema en bron, in euro, "+b.yearText, "middelen.totaal", "middelen", "bron", false), t)
	return c
}

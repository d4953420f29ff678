package report

import (
	"voortgang/charts"
	"voortgang/internal/cite"
	"voortgang/internal/document"
)

// actors is 2.5: grouped bars per theme. A total counts each actor once, so
// the sum of the themes is named beside it.
func (b *builder) actors() content {
	all, partners, solvers := b.fig("actoren.totaal"), b.fig("actoren.partners.totaal"), b.fig("actoren.oplossingsactoren.totaal")
	c := content{formulas: []string{"actoren.partners.totaal", "actoren.oplossingsactoren.totaal"}}
	c.answer = "Het aantal partners en oplossingsactoren in " + b.yearText + " is niet bekend."
	switch {
	case all.Now.Known && all.Now.Value == 0:
		c.answer = "In " + b.yearText + " waren er geen partners of oplossingsactoren."
	case partners.Now.Known && solvers.Now.Known:
		c.answer = "In " + b.yearText + " werkten we samen met " + counted(partners, "partner", "partners") + " en " +
			counted(solvers, "oplossingsactor", "oplossingsactoren")
		if all.Now.Known {
			c.answer += ", samen " + counted(all, "verschillende actor", "verschillende actoren")
		}
		c.answer += "." + b.bothNote("actoren")
	}
	parts := b.parts("actoren.thema")
	c.add(b.pair("actoren.totaal", "actoren", parts, "Partners en oplossingsactoren per thema", "aantal actoren"))
	columns := []measure{
		{head: "Partners", prefix: "actoren.partners.thema", total: "actoren.partners.totaal"},
		{head: "Oplossingsactoren", prefix: "actoren.oplossingsactoren.thema", total: "actoren.oplossingsactoren.totaal"},
		{head: "Alle actoren", prefix: "actoren.thema", total: "actoren.totaal"}}
	t := b.table("Partners en oplossingsactoren per thema, "+b.yearText, "Thema", parts, columns)
	t.Note = key("actoren.partners.thema.<thema>, actoren.oplossingsactoren.thema.<thema>")
	b.total(&t, "Som van de thema’s", []measure{{total: "actoren.partners.som"}, {total: "actoren.oplossingsactoren.som"}, {}})
	b.total(&t, "Verschillende actoren", columns)
	c.add(t)
	return c
}

// both tells whether something counts as partner and as solution actor.
func (b *builder) both(prefix string) bool {
	all, partners, solvers := b.fig(prefix+".totaal").Now, b.fig(prefix+".partners.totaal").Now, b.fig(prefix+".oplossingsactoren.totaal").Now
	return all.Known && partners.Known && solvers.Known && partners.Value+solvers.Value > all.Value
}

// bothNote says that the parts overlap, where they do.
func (b *builder) bothNote(prefix string) string {
	if b.both(prefix) {
		return " Wie beide is, telt in beide mee."
	}
	return ""
}

// pair shows partners beside solution actors, per theme.
func (b *builder) pair(total, prefix string, parts []split, title, unit string) document.Chart {
	subtitle := unit + ", " + b.yearText
	if b.both(prefix) {
		subtitle += "; wie beide is, telt in beide mee"
	}
	base := b.upright(total, title, subtitle)
	return figure(base, charts.Bars{Base: base, Categories: labels(parts), Series: []charts.Series{
		b.series("Partners", b.year, keys(prefix+".partners.thema", parts, "")),
		b.series("Oplossingsactoren", b.year, keys(prefix+".oplossingsactoren.thema", parts, "")),
	}}, prefix+".partners.thema.<thema>, "+prefix+".oplossingsactoren.thema.<thema>")
}

// contacts is 2.6: grouped bars per theme.
func (b *builder) contacts() content {
	total := b.fig("contacten.totaal")
	partners, solvers := b.fig("contacten.partners.totaal"), b.fig("contacten.oplossingsactoren.totaal")
	c := content{formulas: []string{"contacten.totaal", "contacten.partners.totaal", "contacten.oplossingsactoren.totaal"}}
	c.answer = b.countAnswer(total, "hadden we", "contact", "contacten", "Het aantal contacten")
	if partners.Now.Known && solvers.Now.Known && total.Now.Value > 0 {
		c.answer += " Het ging " + times(partners.Now.Value) + " om een partner en " + times(solvers.Now.Value) + " om een oplossingsactor." + b.bothNote("contacten")
	}
	parts := b.parts("contacten.thema")
	c.add(b.pair("contacten.totaal", "contacten", parts, "Contacten met partners en oplossingsactoren per thema", "aantal contacten"))
	columns := append([]measure{
		{head: "Met partners", prefix: "contacten.partners.thema", total: "contacten.partners.totaal"},
		{head: "Met oplossingsactoren", prefix: "contacten.oplossingsactoren.thema", total: "contacten.oplossingsactoren.totaal"}},
		b.yearly("Alle", "contacten.thema", "", "contacten.totaal")...)
	t := b.table("Contacten per thema, "+b.yearText, "Thema", parts, columns)
	t.Full, t.Note = len(columns) > 3, key("contacten.thema.<thema>, contacten.partners.thema.<thema>")
	b.total(&t, "Totaal", columns)
	c.add(t)
	return c
}

// times writes how often: "1 keer", "1.936 keer".
func times(v float64) string { return amount(v, "keer", "keer") }

// policyContacts is 2.7: stacked bars per theme, with and without the target
// group.
func (b *builder) policyContacts() content {
	total, with, share := b.fig("beleidscontacten.totaal"), b.fig("beleidscontacten.met_doelgroep"), b.fig("beleidscontacten.aandeel_doelgroep")
	c := content{formulas: []string{"beleidscontacten.totaal", "beleidscontacten.met_doelgroep", "beleidscontacten.aandeel_doelgroep"}}
	c.answer = b.countAnswer(total, "hadden we", "beleidscontact", "beleidscontacten", "Het aantal beleidscontacten")
	if with.Now.Known && share.Now.Known && total.Now.Value > 0 {
		some := bare(with, with.Now)
		if with.Now.Value == 0 {
			some = "geen enkel"
		}
		c.answer += " Bij " + some + " daarvan (" + cite.Write(share, share.Now) + ") was de doelgroep er zelf bij."
	}
	parts := b.parts("beleidscontacten.thema")
	base := b.upright("beleidscontacten.totaal", "Beleidscontacten per thema, met en zonder de doelgroep", "aantal contacten, "+b.yearText)
	c.add(figure(base, charts.Bars{Base: base, Categories: labels(parts), Mode: charts.Stacked, Sum: true, Series: []charts.Series{
		b.series("Met de doelgroep", b.year, keys("beleidscontacten.met_doelgroep.thema", parts, "")),
		b.series("Zonder de doelgroep", b.year, keys("beleidscontacten.zonder_doelgroep.thema", parts, "")),
	}}, "beleidscontacten.met_doelgroep.thema.<thema>"))
	columns := append([]measure{
		{head: "Met doelgroep", prefix: "beleidscontacten.met_doelgroep.thema", total: "beleidscontacten.met_doelgroep"},
		{head: "Zonder doelgroep", prefix: "beleidscontacten.zonder_doelgroep.thema", total: "beleidscontacten.zonder_doelgroep"},
		{head: "Met doelgroep (%)", prefix: "beleidscontacten.aandeel_doelgroep.thema", total: "beleidscontacten.aandeel_doelgroep"}},
		b.yearly("Alle", "beleidscontacten.thema", "", "beleidscontacten.totaal")...)
	t := b.table("Beleidscontacten per thema, "+b.yearText, "Thema", parts, columns)
	t.Full, t.Note = true, key("beleidscontacten.thema.<thema>, beleidscontacten.met_doelgroep.thema.<thema>")
	b.total(&t, "Totaal", columns)
	c.add(t)
	return c
}

package indicator

import "voortgang/internal/model"

// funding computes 2.11: the funding of the year per source and theme, which
// share comes from outside the envelope and which from local government. The
// total is all that the sheet holds for the year, Transversaal and Overhead
// included.
func (r *run) funding() {
	s := &scope{last: r.year}
	themes := r.themeDim(ownTheme)
	sources := choices("bron", "de bron", model.FundingSources())
	all := newGrid(s, []*dim{themes, sources}, []int{0}, []int{1}, []int{0, 1})
	// Shares need rows with a known source only.
	outside := newGrid(s, []*dim{themes}, []int{0})
	local := newGrid(s, []*dim{themes}, []int{0})

	cells := []int{model.FundingAmount}
	for _, f := range r.data.Funding {
		b := f.Base()
		year, double := statedYear(f, model.FundingYear, f.Year)
		from := sources.find(f.Source, b.Usable(model.FundingSource))
		e := entry{row: b.Row, columns: cells, year: year, value: f.Amount.Value,
			at:     [3]int{r.theme(f.Theme, b.Usable(model.FundingTheme)), from},
			broken: double || !known(f, model.FundingAmount, f.Amount)}
		all.put(&e)
		e.broken = e.broken || from == unknown
		if f.Source != model.SourceEnvelope {
			e.part = e.value
		}
		outside.put(&e)
		e.part = 0
		if f.Source == model.SourceLocal {
			e.part = e.value
		}
		local.put(&e)
	}

	figs := all.all(series{total: "middelen.totaal", prefix: "middelen", read: total, Figure: model.Figure{
		Indicator: "2.11", Title: "Middelen", Unit: model.UnitEuro, Formula: "Som van bedrag_eur van het jaar in Middelen"}})
	r.add(figs...)
	for i, source := range all.figures(series{prefix: "middelen.aandeel", read: total}, 2) {
		p := sources.parts[i]
		r.add(ratio(model.Figure{Key: source.Key, Indicator: "2.11", Title: "Aandeel in de middelen: " + p.label, Parts: source.Parts,
			Formula: "Som van bedrag_eur met bron ‘" + p.label + "’ gedeeld door de som van alle bedragen van het jaar in Middelen"}, source, figs[0]))
	}
	percent := func(title, formula string) model.Figure {
		return model.Figure{Indicator: "2.11", Title: title, Unit: model.UnitPercent, Decimals: 1, Formula: formula}
	}
	r.publish(outside, series{total: "middelen.aandeel_buiten_enveloppe", prefix: "middelen.aandeel_buiten_enveloppe", read: share,
		Figure: percent("Aandeel van de middelen buiten de enveloppe", "Som van bedrag_eur met een andere bron dan ‘Enveloppe’ gedeeld door de som van alle bedragen van het jaar in Middelen")})
	r.publish(local, series{total: "middelen.aandeel_lokaal", prefix: "middelen.aandeel_lokaal", read: share,
		Figure: percent("Aandeel van lokale besturen in de middelen", "Som van bedrag_eur met bron ‘Lokaal bestuur’ gedeeld door de som van alle bedragen van het jaar in Middelen")})
}

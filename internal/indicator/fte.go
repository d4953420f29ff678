package indicator

import "voortgang/internal/model"

// fte computes 2.2: the FTE per theme, and which share of it works directly
// with the target group. The total is all that the sheet holds for the year,
// Transversaal and Overhead included.
func (r *run) fte() {
	s := &scope{last: r.year}
	themes := []*dim{r.themeDim(ownTheme)}
	all := newGrid(s, themes, []int{0})
	with := newGrid(s, themes, []int{0})
	without := newGrid(s, themes, []int{0})

	both, first, second := []int{model.FTEWith, model.FTEWithout}, []int{model.FTEWith}, []int{model.FTEWithout}
	for _, f := range r.data.FTE {
		e := entry{row: f.Base().Row, at: [3]int{r.theme(f.Theme, f.Base().Usable(model.FTETheme))}}
		year, double := statedYear(f, model.FTEYear, f.Year)
		e.year = year
		withOK := known(f, model.FTEWith, f.With) && !double
		withoutOK := known(f, model.FTEWithout, f.Without) && !double

		e.columns, e.value, e.broken = first, f.With.Value, !withOK
		with.put(&e)
		e.columns, e.value, e.broken = second, f.Without.Value, !withoutOK
		without.put(&e)
		e.columns, e.broken = both, !withOK || !withoutOK
		e.value, e.part = f.With.Value+f.Without.Value, f.With.Value
		all.put(&e)
	}

	fig := func(title, formula string) model.Figure {
		return model.Figure{Indicator: "2.2", Title: title, Of: "VTE", Unit: model.UnitFTE, Decimals: 2, Formula: formula}
	}
	r.publish(all, series{total: "vte.totaal", prefix: "vte", read: total,
		Figure: fig("Personeelsinzet", "Som van vte_met_doelgroep en vte_zonder_doelgroep van het jaar in VTE")})
	r.publish(with, series{total: "vte.met_doelgroep", prefix: "vte.met_doelgroep", read: total,
		Figure: fig("Personeelsinzet met de doelgroep", "Som van vte_met_doelgroep van het jaar in VTE")})
	r.publish(without, series{total: "vte.zonder_doelgroep", prefix: "vte.zonder_doelgroep", read: total,
		Figure: fig("Personeelsinzet zonder de doelgroep", "Som van vte_zonder_doelgroep van het jaar in VTE")})

	percent := func(title, formula string) model.Figure {
		return model.Figure{Indicator: "2.2", Title: title, Unit: model.UnitPercent, Decimals: 1, Formula: formula}
	}
	r.publish(all, series{total: "vte.aandeel_doelgroep", prefix: "vte.aandeel_doelgroep", read: share,
		Figure: percent("Aandeel van de inzet met de doelgroep", "Som van vte_met_doelgroep gedeeld door de som van vte_met_doelgroep en vte_zonder_doelgroep van het jaar in VTE")})
	r.publish(all, series{total: "vte.aandeel_zonder_doelgroep", prefix: "vte.aandeel_zonder_doelgroep", read: rest,
		Figure: percent("Aandeel van de inzet zonder de doelgroep", "Som van vte_zonder_doelgroep gedeeld door de som van vte_met_doelgroep en vte_zonder_doelgroep van het jaar in VTE")})
}

package indicator

import "voortgang/internal/model"

// dossiers computes 2.8: the policy dossiers finished in the year, per theme,
// kind and level of government. A finished dossier without a date may be of
// any year and is left out.
func (r *run) dossiers() {
	s := &scope{last: r.year, always: len(r.data.Dossiers) > 0}
	columns := model.DossierSheet.Columns
	kinds := newWords("soort", "de soort", columns[model.DossierKind].Allowed, nil)
	levels := choices("niveau", "het niveau", columns[model.DossierGovernment].Allowed)
	g := newGrid(s, []*dim{r.themeDim(projectTheme), kinds.dim, levels}, []int{0}, []int{1}, []int{2}, []int{0, 1}, []int{0, 2})

	cells := []int{model.DossierTitle}
	for _, d := range r.data.Dossiers {
		b := d.Base()
		status := b.Usable(model.DossierStatus)
		if status && d.Status != model.DossierFinished {
			continue
		}
		g.put(&entry{row: b.Row, columns: cells, value: 1,
			year: yearOf(d.Date, b.Usable(model.DossierDate)),
			at: [3]int{r.themeOf(d.Project, b.Usable(model.DossierProject)),
				kinds.find(d.Kind, b.Usable(model.DossierKind)), levels.find(d.Government, b.Usable(model.DossierGovernment))},
			broken: !status || !b.Usable(model.DossierTitle)})
	}
	r.publish(g, series{total: "dossiers.totaal", prefix: "dossiers", read: total, Figure: model.Figure{
		Indicator: "2.8", Title: "Afgeronde beleidsdossiers", Of: "beleidsdossiers", Unit: model.UnitCount,
		Formula: "Aantal rijen in Dossiers met status ‘Afgerond’ en een datum in het jaar"}})
}

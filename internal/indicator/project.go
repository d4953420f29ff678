package indicator

import "voortgang/internal/model"

// projectCounts counts the project records per theme and phase. They have no
// year of their own; transversal actions have no phase.
func (r *run) projectCounts() {
	s := &scope{last: r.year, always: len(r.data.Projects) > 0}
	phases := choices("fase", "de fase", model.ProjectSheet.Columns[model.ProjectPhase].Allowed)
	all := newGrid(s, []*dim{r.themeDim(ownTheme)}, []int{0})
	byPhase := newGrid(s, []*dim{r.themeDim(ownTheme), phases}, []int{1}, []int{0, 1})

	cells := []int{model.ProjectCode}
	for _, p := range r.data.Projects {
		b := p.Base()
		e := entry{row: b.Row, columns: cells, year: r.year, value: 1, broken: !b.Usable(model.ProjectCode),
			at: [3]int{r.theme(p.Theme, b.Usable(model.ProjectTheme)), phases.find(p.Phase, b.Usable(model.ProjectPhase))}}
		all.put(&e)
		if !p.IsTransversal() {
			byPhase.put(&e)
		}
	}
	named := series{total: "projecten.totaal", prefix: "projecten", read: total, Figure: model.Figure{Indicator: "3", Title: "Projecten",
		Of: "projecten", Unit: model.UnitCount, Formula: "Aantal projecten in Projecten en in de fiches van de werkboeken"}}
	r.publish(all, named)
	for split := 1; split < len(byPhase.tables); split++ {
		r.add(byPhase.figures(named, split)...)
	}
}

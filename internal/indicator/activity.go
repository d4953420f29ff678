package indicator

import (
	"time"

	"voortgang/internal/model"
)

// activities computes 2.3: the activities of the year per theme and kind.
func (r *run) activities() {
	s := &scope{last: r.year, always: len(r.data.Activities) > 0}
	kinds := choices("soort", "de soort", model.ActivityKinds())
	g := newGrid(s, []*dim{r.themeDim(projectTheme), kinds}, []int{0}, []int{1}, []int{0, 1})

	cells := []int{model.ActivityID}
	for _, a := range r.data.Activities {
		b := a.Base()
		g.put(&entry{row: b.Row, columns: cells, value: 1,
			year:   yearOf(a.Date, b.Usable(model.ActivityDate)),
			at:     [3]int{r.themeOf(a.Project, b.Usable(model.ActivityProject)), kinds.find(a.Kind, b.Usable(model.ActivityKind))},
			broken: !b.Usable(model.ActivityID)})
	}
	r.publish(g, series{total: "activiteiten.totaal", prefix: "activiteiten", read: total, Figure: model.Figure{
		Indicator: "2.3", Title: "Georganiseerde activiteiten", Of: "activiteiten", Unit: model.UnitCount,
		Formula: "Aantal rijen in Activiteiten met een datum in het jaar"}})
}

// yearOf gives the year of a date; 0 when it is empty or can't be used.
func yearOf(d time.Time, usable bool) int {
	if !usable || d.IsZero() {
		return 0
	}
	return d.Year()
}

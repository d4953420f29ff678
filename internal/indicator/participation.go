package indicator

import (
	"strings"

	"voortgang/internal/model"
)

// participations computes 2.4: the participations at the activities of the
// year, per theme, kind and group. Year, theme and kind are the activity's.
func (r *run) participations() {
	s := &scope{last: r.year, always: len(r.data.Participations) > 0}
	kinds := choices("soort", "de soort van de activiteit", model.ActivityKinds())
	sheet := model.ParticipationSheet
	groups := choices("groep", "de groep", sheet.Columns[model.ParticipationGroup].Allowed)
	g := newGrid(s, []*dim{r.themeDim(projectTheme), kinds, groups}, []int{0}, []int{1}, []int{0, 1}, []int{2})

	cells := []int{model.ParticipationCount}
	find := r.activityFinder()
	for _, p := range r.data.Participations {
		b := p.Base()
		e := entry{row: b.Row, columns: cells, value: p.Count.Value,
			broken: !known(p, model.ParticipationCount, p.Count) || !b.Usable(model.ParticipationActivity),
			at: [3]int{r.themeOf(p.Project, b.Usable(model.ParticipationProject)), unknown,
				groups.find(p.Group, b.Usable(model.ParticipationGroup))}}
		if double := groups.find(p.Group, true); double != e.at[2] {
			// A group that reads well and yet is marked: the second row of
			// one key. A group that was refused spoils the split only.
			e.at[2], e.broken = double, true
		}
		a := find(p.Project, p.Activity)
		if a == nil {
			e.broken = true
		} else {
			e.year = yearOf(a.Date, a.Base().Usable(model.ActivityDate))
			e.at[1] = kinds.find(a.Kind, a.Base().Usable(model.ActivityKind))
		}
		g.put(&e)
	}
	r.publish(g, series{total: "deelnames.totaal", prefix: "deelnames", read: total, Figure: model.Figure{
		Indicator: "2.4", Title: "Deelnames", Of: "deelnames", Unit: model.UnitCount,
		Formula: "Som van aantal in Deelnames, voor de activiteiten met een datum in het jaar; deelnames, geen unieke personen"}})
}

// activityFinder gives a function that finds the activity of a project by its
// code, in whatever case; nil when there is none.
func (r *run) activityFinder() func(project, id string) *model.Activity {
	type key struct{ project, id string }
	index := func(spell func(string) string) map[key]*model.Activity {
		m := make(map[key]*model.Activity, len(r.data.Activities))
		for _, a := range r.data.Activities {
			if !a.Base().Usable(model.ActivityID) || a.ID == "" {
				continue
			}
			k := key{a.Project, spell(a.ID)}
			if m[k] == nil {
				m[k] = a
			}
		}
		return m
	}
	exact := index(func(id string) string { return id })
	var loose map[key]*model.Activity // made only when someone needs it
	return func(project, id string) *model.Activity {
		if a := exact[key{project, id}]; a != nil {
			return a
		}
		if loose == nil {
			loose = index(pseudonym)
		}
		return loose[key{project, pseudonym(id)}]
	}
}

// pseudonym gives the form in which codes and pseudonyms are compared: their
// case doesn't count, their punctuation does.
func pseudonym(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

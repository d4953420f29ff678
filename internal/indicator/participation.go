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
	named := series{total: "deelnames.totaal", prefix: "deelnames", read: total, Figure: model.Figure{
		Indicator: "2.4", Title: "Deelnames", Of: "deelnames", Unit: model.UnitCount, People: true,
		Formula: "Som van aantal in Deelnames, voor de activiteiten met een datum in het jaar; deelnames, geen unieke personen"}}
	r.publish(g, named)
	r.figs.Sums = append(r.figs.Sums, g.sums(named)...)
}

// projectActivities are the activities of one project that can be referred to.
type projectActivities struct {
	list []*model.Activity
	// at is the one that was found last.
	at int
	// exact and loose find them by code, as written and in whatever case.
	// They are made when they are first needed.
	exact, loose map[string]*model.Activity
}

// activityFinder gives a function that finds the activity of a project by its
// code, in whatever case; nil when there is none.
func (r *run) activityFinder() func(project, id string) *model.Activity {
	byProject := make(map[string]*projectActivities, len(r.projectTheme))
	for _, a := range r.data.Activities {
		if !a.Base().Usable(model.ActivityID) || a.ID == "" {
			continue
		}
		p := byProject[a.Project]
		if p == nil {
			p = &projectActivities{}
			byProject[a.Project] = p
		}
		p.list = append(p.list, a)
	}
	return func(project, id string) *model.Activity {
		if p := byProject[project]; p != nil {
			return p.find(id)
		}
		return nil
	}
}

// find looks first where it found the one before, and right after it: people
// write participations in the order of the activities.
func (p *projectActivities) find(id string) *model.Activity {
	for _, at := range [...]int{p.at, p.at + 1} {
		if at < len(p.list) && p.list[at].ID == id {
			p.at = at
			return p.list[at]
		}
	}
	if p.exact == nil {
		p.exact = p.index(func(id string) string { return id })
	}
	if a := p.exact[id]; a != nil {
		return a
	}
	if p.loose == nil {
		p.loose = p.index(pseudonym)
	}
	return p.loose[pseudonym(id)]
}

func (p *projectActivities) index(spell func(string) string) map[string]*model.Activity {
	m := make(map[string]*model.Activity, len(p.list))
	for _, a := range p.list {
		if key := spell(a.ID); m[key] == nil {
			m[key] = a
		}
	}
	return m
}

// pseudonym gives the form in which codes and pseudonyms are compared: their
// case doesn't count, their punctuation does.
func pseudonym(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

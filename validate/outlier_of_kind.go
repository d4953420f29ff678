package validate

import (
	"math"
	"slices"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/spread"
)

var ruleKindOutlier = finding.ByCode("P09")

// kindOutlier compares participations and hours within a kind of activity and
// a theme. The groups differ too much for one measure over all of them.
func kindOutlier(c *checker) {
	const people, hours = 60, 10
	factor := c.cfg.Thresholds.OutlierFactor
	var list []measured
	for _, t := range c.data.Trainings {
		list = c.take(list, &model.TrainingSheet, t, model.TrainingHours, t.Hours)
	}
	c.above(list, question{rule: ruleKindOutlier, unit: "uren", of: "een vorming", look: "het getal", many: gap(min(factor/2, 4), 2.5, 40), few: 5})
	list = nil
	for _, v := range c.data.Volunteers {
		list = c.take(list, &model.VolunteerSheet, v, model.VolunteerHours, v.Hours)
	}
	c.above(list, question{rule: ruleKindOutlier, unit: "uren", of: "een vrijwilliger", look: "het getal", many: gap(6, 2, 500)})
	c.byKind(people, hours)
	c.individual(people)
}

// byKind compares within the groups. Sizes of groups are spread evenly in
// their logarithms, and only what is far outside of that spread is asked about.
func (c *checker) byKind(people, hours float64) {
	groups := c.kindGroups(people, hours)
	if groups == nil {
		return
	}
	counts := func(visit func(g uint8, m measured)) {
		last, at, known := (*model.Participation)(nil), uint8(0), false
		for _, p := range c.data.Participations {
			if !p.Count.Known || p.Count.Value <= 0 || !p.Base().Usable(model.ParticipationCount, model.ParticipationActivity, model.ParticipationProject) {
				continue
			}
			if last == nil || p.Activity != last.Activity || p.Project != last.Project {
				last = p
				at, known = groups.of[groups.keys.sum(p.Project, p.Activity)]
			}
			if known {
				visit(at, measured{p.Count.Value, &model.ParticipationSheet, p, model.ParticipationCount})
			}
		}
	}
	lengths := func(visit func(g uint8, m measured)) {
		for _, a := range c.data.Activities {
			if !a.Hours.Known || a.Hours.Value <= 0 || !a.Base().Usable(model.ActivityHours) {
				continue
			}
			if g, ok := groups.of[groups.keys.sum(a.Project, a.ID)]; ok {
				visit(g, measured{a.Hours.Value, &model.ActivitySheet, a, model.ActivityHours})
			}
		}
	}
	c.outliersOfKind(groups.names, counts, people, "deelnames")
	c.outliersOfKind(groups.names, lengths, hours, "uren")
}

// outliersOfKind looks for groups with numbers that lie apart, and only of
// those it gathers all: nearly no group has them.
func (c *checker) outliersOfKind(names []string, numbers func(func(uint8, measured)), least float64, unit string) {
	const enough, spreads = 30, 6
	q := question{rule: ruleKindOutlier, unit: unit, look: "het getal en de soort"}
	q.many = gap(c.cfg.Thresholds.OutlierFactor, 1, least)
	q.many.Spreads = spreads
	sizes := make([]spread.Sizes, len(names))
	numbers(func(g uint8, m measured) {
		if len(c.big) == 0 || !c.big[cellOf(m)] {
			sizes[g].Add(m.value)
		}
	})
	for g := range sizes {
		bound, ok := sizes[g].Above(q.many)
		if !ok || sizes[g].Count() < enough {
			continue
		}
		var list []measured
		numbers(func(of uint8, m measured) {
			if int(of) == g && !c.big[cellOf(m)] {
				list = append(list, m)
			}
		})
		q.of = names[g]
		if unit == "deelnames" {
			list, _ = c.crowds(list, bound)
		}
		c.apart(list, bound, q)
	}
}

// individual looks for individual contacts with far more people than all
// others. Where there are many, and nearly all with one or two people, a
// smaller group is told as well.
func (c *checker) individual(least float64) {
	const small, usual, enough = 15, 2, 30
	if !c.bigParticipations(small) {
		return
	}
	alone := newKeySet(0)
	for _, a := range c.data.Activities {
		if a.Kind == model.ActivityKinds()[0] && a.Base().Usable(model.ActivityID, model.ActivityProject, model.ActivityKind) {
			alone.add(a.Project, a.ID)
		}
	}
	if alone.used == 0 {
		return
	}
	var list []measured
	last, known := (*model.Participation)(nil), false
	for _, p := range c.data.Participations {
		if !p.Base().Usable(model.ParticipationActivity, model.ParticipationProject) {
			continue
		}
		if last == nil || p.Activity != last.Activity || p.Project != last.Project {
			last, known = p, alone.has(p.Project, p.Activity)
		}
		if known {
			list = c.take(list, &model.ParticipationSheet, p, model.ParticipationCount, p.Count)
		}
	}
	if len(list) < fewNumbers {
		return
	}
	factor := c.cfg.Thresholds.OutlierFactor
	few := 0
	for _, m := range list {
		if m.value <= usual {
			few++
		}
	}
	if len(list) >= enough && 2*few > len(list) {
		least, factor = small, min(5, factor)
	}
	c.above(list, question{rule: ruleKindOutlier, unit: "deelnames", of: "een individueel contact", look: "het getal en de soort", many: gap(factor, 2, least), few: factor})
}

// kindGroups gives each activity the number of its kind and theme.
type kindGroups struct {
	keys  *keySet
	of    map[uint64]uint8
	names []string
}

// kindGroups is nil when no number is large enough to ask about, which is the
// rule.
func (c *checker) kindGroups(people, hours float64) *kindGroups {
	if !c.bigParticipations(people) && !slices.ContainsFunc(c.data.Activities, func(a *model.Activity) bool { return a.Hours.Value >= hours }) {
		return nil
	}
	g := &kindGroups{keys: newKeySet(0), of: make(map[uint64]uint8, len(c.data.Activities))}
	number := map[string]uint8{}
	for _, a := range c.data.Activities {
		p := c.index.projects[code(a.Project)]
		if p == nil || a.Kind == "" || !a.Base().Usable(model.ActivityID, model.ActivityProject, model.ActivityKind) || !p.Base().Usable(model.ProjectTheme) {
			continue
		}
		name := "‘" + a.Kind + "’ bij " + p.Theme
		n, ok := number[name]
		if !ok {
			if len(g.names) > math.MaxUint8 {
				continue
			}
			n = uint8(len(g.names))
			number[name] = n
			g.names = append(g.names, name)
		}
		g.of[g.keys.sum(a.Project, a.ID)] = n
	}
	return g
}

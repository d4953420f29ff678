package validate

import (
	"regexp"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// bigCounts looks for rows of Deelnames that lie far above all others.
func (c *checker) bigCounts() {
	const least = 500
	if !c.bigParticipations(least) {
		return
	}
	var list []measured
	for _, p := range c.data.Participations {
		list = c.take(list, &model.ParticipationSheet, p, model.ParticipationCount, p.Count)
	}
	factor := c.cfg.Thresholds.OutlierFactor
	q := question{unit: "deelnames", many: gap(factor, 1.5, least), few: 3 * factor}
	if bound, ok := c.sizesOf(list).Above(q.many); ok {
		list, q.info = c.crowds(list, bound)
	}
	c.above(list, q)
}

// crowd finds words for what hundreds come to.
var crowd = regexp.MustCompile(`(?i)feest|festival|kermis|markt|beurs|concert|optreden|betoging|manifestatie|stoet|parade|evenement|braderie|happening|(buurt|deur|wereld|straat|speel|sport)dag`)

// happening is something that is done once or every year: the activities of a
// project that are of one kind and have one description.
type happening struct {
	// large counts the rows that are large, all those that are there.
	large, all int
	crowd      bool
}

// crowds leaves out the numbers from a bound on that are borne out by others of
// the same event, or of the same event in another year: a feast is large in all
// its groups and every time. What is called a feast is no more than remarked.
func (c *checker) crowds(list []measured, bound float64) (rest []measured, info func(measured) bool) {
	const muchAlike = 4
	suspects, high := newKeySet(0), 0
	for _, m := range list {
		if m.value >= bound {
			p := m.record.(*model.Participation)
			suspects.add(p.Project, p.Activity)
			high++
		}
	}
	of := c.happenings(suspects)
	at := func(m measured) *happening {
		p := m.record.(*model.Participation)
		return of[suspects.sum(p.Project, p.Activity)]
	}
	for _, m := range list {
		if h := at(m); h != nil {
			h.all++
			if m.value >= bound/muchAlike {
				h.large++
			}
		}
	}
	// Among many wrong ones a few of one event are chance.
	enough := 3
	if high*20 > len(list) {
		enough = 4
	}
	for _, m := range list {
		h := at(m)
		borneOut := h != nil && h.large*2 >= h.all && (h.large >= enough || h.crowd && h.large > 1)
		if m.value < bound || !borneOut {
			rest = append(rest, m)
		}
	}
	return rest, func(m measured) bool { h := at(m); return h != nil && h.crowd }
}

// happenings gives for each activity of the events of some activities what it
// belongs to.
func (c *checker) happenings(suspects *keySet) map[uint64]*happening {
	type event struct{ project, kind, what string }
	eventOf := func(a *model.Activity) event {
		if a.Description == "" {
			return event{code(a.Project), "", code(a.ID)}
		}
		return event{code(a.Project), a.Kind, dutch.Fold(a.Description)}
	}
	events := map[event]*happening{}
	for _, a := range c.data.Activities {
		if suspects.has(a.Project, a.ID) {
			events[eventOf(a)] = &happening{crowd: crowd.MatchString(a.Description)}
		}
	}
	of := map[uint64]*happening{}
	for _, a := range c.data.Activities {
		if h := events[eventOf(a)]; h != nil {
			of[suspects.sum(a.Project, a.ID)] = h
		}
	}
	return of
}

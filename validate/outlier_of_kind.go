package validate

import (
	"fmt"
	"math"
	"slices"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleKindOutlier = finding.Rule{
	Code: "P09", Family: finding.Plausibility, Level: finding.Info, Who: projectWorker,
	Title: "Getal dat niet past bij zijn soort en thema",
	Explanation: "Bij deze soort activiteit en dit thema ligt het getal ver boven alle andere: vele malen het volgende (drempels.uitschieter_factor), en ver buiten de spreiding rond de mediaan. " +
		"Over alle soorten samen valt het niet op. Soms is de soort verkeerd gekozen, soms het getal. " +
		"Individuele contacten, vormingen en de uren van vrijwilligers worden over alle thema’s vergeleken, ook als er maar weinig zijn.",
	Wrong: "85 deelnames bij een individueel contact, waar 1 of 2 gewoon is", Right: "5 deelnames, of de soort Groepssamenkomsten",
}

// kindOutlier compares participations and hours within a kind of activity and
// a theme. The groups differ too much for one measure over all of them.
func kindOutlier(c *checker) {
	const people, hours = 60, 10
	c.longTraining()
	c.longService()
	c.byKind(people, hours)
	c.individual(people)
}

// byKind compares within the groups.
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

// individual looks for the one individual contact with far more people than
// all others. Where there are many, and nearly all with one or two people, a
// smaller group is told as well.
func (c *checker) individual(least float64) {
	const small, usual = 15, 2
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
	if _, median := summit(list, 1); len(list) >= enoughOfKind && median <= usual {
		least, factor = small, min(5, factor)
	}
	c.standOutOfFew(list, least, factor, "deelnames", "een individueel contact", "het getal en de soort")
}

// longService looks for the one volunteer with far more hours than all others.
func (c *checker) longService() {
	var list []measured
	for _, v := range c.data.Volunteers {
		list = c.take(list, &model.VolunteerSheet, v, model.VolunteerHours, v.Hours)
	}
	if len(list) >= manyNumbers {
		c.standOutOfFew(list, 500, 6, "uren", "een vrijwilliger", "het getal")
	}
}

// longTraining looks for the one training that is far longer than all others.
func (c *checker) longTraining() {
	var list []measured
	for _, t := range c.data.Trainings {
		list = c.take(list, &model.TrainingSheet, t, model.TrainingHours, t.Hours)
	}
	c.standOutOfFew(list, 40, 5, "uren", "een vorming", "het getal")
}

// standOutOfFew reports the largest number of a kind of which all others are
// much alike, so that a few of them are enough: so many times the next, and
// twice that many times the median.
func (c *checker) standOutOfFew(list []measured, least, factor float64, unit, kind, look string) {
	if len(list) < fewNumbers {
		return
	}
	top, median := summit(list, 2)
	m, next := top[0], top[1].value
	if m.value < least || m.value < factor*next || m.value < 2*factor*median || c.big[cellOf(m)] {
		return
	}
	c.tooMuchOfKind(m, next, median, unit, kind, look)
}

// tooMuchOfKind reports a number; look says what to look at.
func (c *checker) tooMuchOfKind(m measured, next, median float64, unit, kind, look string) {
	f := c.say(&ruleKindOutlier, m.sheet, m.record, m.column, fmt.Sprintf(
		"%s %s is veel voor %s: daar is %s het hoogste en %s gewoon. Kijk %s na.", number(m.value), unit, kind, number(next), number(median), look))
	f.Found, f.Expected = number(m.value), "een getal zoals bij de andere"
	c.big[cellOf(m)] = true
}

// outliersOfKind looks for groups with a gap at the top, and only of those it
// gathers all numbers: nearly no group has one.
func (c *checker) outliersOfKind(names []string, numbers func(func(uint8, measured)), least float64, unit string) {
	tops := make([][kindMost + 1]float64, len(names))
	numbers(func(g uint8, m measured) {
		top := &tops[g]
		for i, v := range top {
			if m.value > v {
				copy(top[i+1:], top[i:])
				top[i] = m.value
				break
			}
		}
	})
	for g, top := range tops {
		gap := false
		for n := 1; n <= kindMost; n++ {
			gap = gap || top[n-1] >= least && top[n-1] >= c.cfg.Thresholds.OutlierFactor*top[n]
		}
		if !gap {
			continue
		}
		var list []measured
		numbers(func(of uint8, m measured) {
			if int(of) == g {
				list = append(list, m)
			}
		})
		c.standOutOfKind(list, least, unit, names[g])
	}
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

// kindMost is how many numbers of one kind and theme may stand out,
// enoughOfKind how many there must be to say what is ordinary there.
const (
	kindMost     = 2
	enoughOfKind = 30
)

// standOutOfKind reports at most two numbers above a gap: each the factor
// times the next one, and six times the spread above the median. Sizes of
// groups are spread evenly in their logarithms, so that is where the median
// and the deviation from it (the MAD, made comparable with a standard
// deviation) are taken.
func (c *checker) standOutOfKind(list []measured, least float64, unit, kind string) {
	const spreads, narrowest = 6, 0.35
	if len(list) < enoughOfKind {
		return
	}
	top, median := summit(list, kindMost+1)
	logs := make([]float64, len(list))
	for i, m := range list {
		logs[i] = math.Abs(math.Log(m.value / median))
	}
	slices.Sort(logs)
	spread := max(1.4826*logs[len(logs)/2], narrowest)
	for n := kindMost; n >= 1; n-- {
		lowest, next := top[n-1].value, top[n].value
		if lowest < least || lowest < c.cfg.Thresholds.OutlierFactor*next || math.Log(lowest/median) < spreads*spread {
			continue
		}
		for _, m := range top[:n] {
			if c.big[cellOf(m)] {
				continue
			}
			c.tooMuchOfKind(m, next, median, unit, kind, "het getal en de soort")
		}
		return
	}
}

package report

import (
	"fmt"
	"math/rand/v2"
	"time"

	"voortgang/config"
	"voortgang/internal/model"
)

// anyData makes registrations by chance, with all that makes sentences go
// wrong: ties, nothing, one of each, halves, amounts below zero, years without
// a year before, themes without a project, names in two themes.
type anyData struct {
	*rand.Rand
	cfg *config.Config
	model.Dataset
	// few is the most rows that a list has; tied makes everything come as
	// often; halves gives values that end in a five.
	few            int
	tied, halves   bool
	negative, last bool
	year           int
}

// generate gives the data of a seed; projects is how many there are, 0 for a few.
func generate(seed uint64, projects int) *anyData {
	g := &anyData{Rand: rand.New(rand.NewPCG(seed, 9)), year: 2021}
	g.few = []int{0, 1, 2, 6, 40}[g.IntN(5)]
	g.tied, g.halves, g.negative, g.last = g.IntN(3) == 0, g.IntN(2) == 0, g.IntN(3) == 0, g.IntN(4) > 0
	g.cfg = configure([]string{"Wonen", "Onderwijs", "Sociale bescherming", "Vrije tijd & sport"}[:1+g.IntN(4)]...)
	g.cfg.Thresholds.StaffYears = 1 + g.IntN(4)
	if g.IntN(3) == 0 {
		g.cfg.Thresholds.SmallGroup = 5
	}
	if projects == 0 {
		projects = []int{1, 2, 7}[g.IntN(3)]
	}
	for i := range projects {
		g.project(i)
	}
	for range g.some() {
		g.Employees = append(g.Employees, g.employee(len(g.Employees)))
	}
	for _, y := range g.years() {
		g.organisation(y)
	}
	if len(g.cfg.Themes) > 1 && g.IntN(2) == 0 {
		g.Partnerships = append(g.Partnerships, &model.Partnership{Kind: model.PartnershipFormal, Partner: "Stad", Goal: "Doel"})
	}
	return g
}

// some is a number of rows: often none or one.
func (g *anyData) some() int {
	if g.tied {
		return min(g.few, 2)
	}
	return g.IntN(g.few + 1)
}

// years are those that have rows.
func (g *anyData) years() []int {
	if !g.last {
		return []int{g.year}
	}
	return []int{g.year - 3, g.year - 2, g.year - 1, g.year}[g.IntN(4):]
}

func pick[T any](g *anyData, list []T) T { return list[g.IntN(len(list))] }

func (g *anyData) theme() string { return pick(g, g.cfg.Themes).Name }

func (g *anyData) day(year int) time.Time {
	return time.Date(year, time.Month(1+g.IntN(12)), 1+g.IntN(28), 0, 0, 0, 0, time.UTC)
}

// amount is a number with up to three decimals, now and then 0.
func (g *anyData) amount(most float64) model.Number {
	switch {
	case g.tied:
		return known(most / 4)
	case g.IntN(8) == 0:
		return known(0)
	case g.halves:
		return known(float64(g.IntN(int(most))) + pick(g, []float64{0.5, 0.05, 0.005, 0.125, 0.375, 0.285, 0.015}))
	}
	return known(float64(g.IntN(int(100*most))) / 100)
}

func (g *anyData) project(i int) {
	p := &model.Project{Code: fmt.Sprint("p", i), Name: fmt.Sprint("Project ", i), Theme: g.theme(), Phase: pick(g, []string{model.PhasePreparation, model.PhaseRunning, model.PhaseEnded}),
		Start: g.day(2018 + g.IntN(4)), End: g.day(2021 + g.IntN(4)), Description: "Iets.", Municipalities: []string{"Hasselt"}}
	if g.IntN(6) == 0 {
		p.Theme, p.Phase, p.Start, p.End = model.Transversal, "", time.Time{}, time.Time{}
	}
	g.Projects = append(g.Projects, p)
	for _, y := range g.years() {
		g.activities(p.Code, y)
		g.contacts(p.Code, y)
	}
	for n := range g.some() {
		v := &model.Volunteer{Project: p.Code, Name: fmt.Sprint("V", g.IntN(n+3)), Since: g.day(2017 + g.IntN(5))}
		if v.Name = fmt.Sprint(v.Name, "-", n); g.IntN(2) == 0 {
			v.Name = fmt.Sprint("V", n) // in more projects
		}
		if g.IntN(4) == 0 {
			v.Until = g.day(2019 + g.IntN(3))
		}
		if v.Until.Before(v.Since) {
			v.Until = time.Time{}
		}
		if g.IntN(2) == 0 {
			v.Hours = g.amount(80)
		}
		g.Volunteers = append(g.Volunteers, v)
	}
}

func (g *anyData) activities(project string, year int) {
	add := func(kind string, n int) {
		a := &model.Activity{ID: fmt.Sprint(year, "-", kind, "-", n), Project: project, Date: g.day(year), Kind: kind}
		g.Activities = append(g.Activities, a)
		for _, group := range model.ParticipationSheet.Columns[model.ParticipationGroup].Allowed {
			if g.tied || g.IntN(3) == 0 {
				count := 3
				if !g.tied {
					count = g.IntN(30)
				}
				g.Participations = append(g.Participations, &model.Participation{Activity: a.ID, Project: project, Group: group, Count: known(float64(count))})
			}
		}
	}
	if g.tied {
		for i, kind := range model.ActivityKinds() {
			if i < 2+int(project[1]-'0')%4 {
				for n := range g.some() {
					add(kind, n)
				}
			}
		}
		return
	}
	for n := range g.some() {
		add(pick(g, model.ActivityKinds()), n)
	}
}

func (g *anyData) contacts(project string, year int) {
	names := []string{"OCMW", "VDAB", "Stad Genk", "CAW", "Huis van het Kind"}
	for _, name := range names[:g.IntN(len(names)+1)] {
		kind := pick(g, []string{model.ActorPartner, model.ActorSolution, model.ActorBoth})
		if g.tied {
			kind = model.ActorPartner
		}
		if !g.has(project, name) {
			g.Actors = append(g.Actors, &model.Actor{Project: project, Name: name, Type: kind})
		}
	}
	for range g.some() {
		g.Contacts = append(g.Contacts, &model.Contact{Project: project, Date: g.day(year), Actor: pick(g, names), Policy: g.IntN(2) == 0, TargetGroup: g.IntN(2) == 0})
	}
	levels := model.DossierSheet.Columns[model.DossierGovernment].Allowed
	for n := range g.some() {
		d := &model.Dossier{Project: project, Title: fmt.Sprint("Dossier ", year, n), Government: pick(g, levels), Status: model.DossierFinished, Date: g.day(year)}
		if g.IntN(4) == 0 {
			d.Status = model.DossierRunning
		}
		if g.tied {
			d.Government = levels[n%len(levels)]
		}
		g.Dossiers = append(g.Dossiers, d)
	}
}

func (g *anyData) has(project, name string) bool {
	for _, a := range g.Actors {
		if a.Project == project && a.Name == name {
			return true
		}
	}
	return false
}

func (g *anyData) employee(i int) *model.Employee {
	e := &model.Employee{Number: fmt.Sprint("P", i), Hired: g.day(1985 + g.IntN(37)), Student: g.IntN(6) == 0}
	if g.IntN(4) == 0 {
		e.Left = g.day(2019 + g.IntN(3))
	}
	if e.Left.Before(e.Hired) {
		e.Left = time.Time{}
	}
	return e
}

// organisation makes the rows of the organisation for a year.
func (g *anyData) organisation(year int) {
	if g.IntN(5) > 0 {
		s := &model.Staffing{Year: year, Norm: g.amount(30), Realised: g.amount(30), SocialeMaribel: known(1)}
		if g.IntN(3) == 0 {
			s.Realised = known(s.Norm.Value + float64(g.IntN(5)-2)/1000)
			s.Realised.Value = max(0, s.Realised.Value)
		}
		if g.IntN(12) == 0 {
			s.Base().MarkBad(model.StaffingRealised)
		}
		g.Staffing = append(g.Staffing, s)
	}
	for _, t := range append(g.cfg.ThemeNames(), model.Transversal, model.Overhead) {
		if g.IntN(3) > 0 {
			g.FTE = append(g.FTE, &model.FTE{Year: year, Theme: t, With: g.amount(8), Without: g.amount(4)})
		}
		for _, from := range model.FundingSources() {
			if g.IntN(3) > 0 {
				continue
			}
			f := &model.Funding{Year: year, Theme: t, Source: from, Amount: g.amount(50000)}
			if g.negative && g.IntN(4) == 0 {
				f.Amount.Value = -f.Amount.Value
			}
			g.Funding = append(g.Funding, f)
		}
	}
	for range g.some() {
		t := &model.Training{Date: g.day(year), Employee: fmt.Sprint("P", g.IntN(8)), Kind: pick(g, []string{model.TrainingFormal, model.TrainingInformal}), Hours: known(float64(g.IntN(9)))}
		if g.halves {
			t.Hours.Value += pick(g, []float64{0.5, 0.25, 0.75})
		}
		g.Trainings = append(g.Trainings, t)
	}
	for n := range g.some() {
		d := g.day(year)
		c := &model.Communication{Number: known(float64(100*year + n)), Action: "Actie", When: model.Period{From: d, To: d}, Kind: pick(g, []string{"artikel", "folder", "website", ""}),
			Medium: pick(g, []string{"krant", "radio", "eigen website", ""}), Carrier: pick(g, []string{"online", "print", "beide", ""}), Audiences: [][]string{nil, {"Pers"}, {"Pers", "Partners"}}[g.IntN(3)]}
		if g.tied {
			c.Kind = []string{"artikel", "folder"}[n%2]
		}
		g.Communications = append(g.Communications, c)
	}
	for _, f := range []string{"Zorg", "Netwerken", "Ontmoeting"} {
		if g.IntN(3) == 0 {
			g.Scores = append(g.Scores, &model.Score{Year: year, Neighbourhood: "Runkst", Framework: "Kader", Function: f, Score: known(float64(1 + g.IntN(5)))})
		}
	}
}

package validate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"voortgang/config"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// plain makes a werkmap in which nothing is wrong, by chance and without much
// thought: dates on any day, texts of a few phrases, ratings and statuses drawn
// apart from the texts. What it makes is ordinary, so no rule may object.
type plain struct {
	*book
	r    *rand.Rand
	cfg  *config.Config
	year int
}

func newPlain(seed uint64) *plain {
	cfg := config.Defaults()
	cfg.Report.Year = 2018 + int(seed%8)
	cfg.Report.Date = day(cfg.Report.Year+1, 4, 28)
	for _, name := range []string{"Wonen", "Onderwijs", "Sociale bescherming", "Krachtige steden en buurten"}[:2+seed%3] {
		cfg.Themes = append(cfg.Themes, config.Theme{Name: name})
	}
	p := &plain{book: newBook(), r: rand.New(rand.NewPCG(seed, 7)), cfg: &cfg, year: cfg.Report.Year}
	p.make()
	return p
}

func (p *plain) maybe(share float64) bool { return p.r.Float64() < share }
func (p *plain) between(a, b int) int     { return a + p.r.IntN(b-a+1) }
func (p *plain) of(list ...string) string { return list[p.r.IntN(len(list))] }
func (p *plain) dayIn(a, b time.Time) time.Time {
	return a.AddDate(0, 0, p.r.IntN(int(b.Sub(a).Hours()/24)+1))
}

func (p *plain) words(n int) string {
	list := strings.Fields("het overleg met de gemeente en de school loopt goed we zien dat bewoners vaker komen en dat de groep groeit samen met partners werken we aan een plan voor volgend jaar")
	var out []string
	for range n {
		out = append(out, list[p.r.IntN(len(list))])
	}
	return strings.Join(out, " ") + "."
}

func (p *plain) make() {
	y := p.year
	for i := range p.between(3, 14) {
		p.add(&model.ObjectiveSheet, fmt.Sprint("SD", i/4+1), fmt.Sprint("Doel ", i/4), "", fmt.Sprint("OD", i), fmt.Sprint("Iets ", i), p.cfg.Themes[i%len(p.cfg.Themes)].Name, "lopend")
	}
	objectives := len(p.data.Objectives)
	for i := range 3 {
		p.add(&model.StaffingSheet, y-i, 20+p.r.Float64()*2, 19+p.r.Float64()*4, p.r.Float64())
	}
	projects := p.between(1, 30)
	for i := range projects {
		p.project(i, objectives)
	}
	p.staff()
	for _, theme := range p.cfg.Themes {
		for year := y - 1; year <= y; year++ {
			p.add(&model.FundingSheet, year, theme.Name, "", model.SourceEnvelope, float64(p.between(400, 2000)*250))
		}
	}
	for i := range p.between(0, 50) {
		p.addPeriod(&model.CommunicationSheet, []any{float64(i + 1), p.of("Artikel over het buurthuis", "Nieuwsbrief", "Persbericht") + fmt.Sprint(" ", i), p.words(5)}, p.dayIn(day(y, 1, 1), day(y, 12, 31)))
	}
}

// staff adds people, enough for the work, and what they learned.
func (p *plain) staff() {
	y := p.year
	people := p.between(3, 30)
	for _, f := range p.data.FTE {
		people += int(f.With.Value + f.Without.Value + 0.5)
	}
	left := map[string]time.Time{}
	for i := range people {
		values := []any{fmt.Sprintf("P%03d", i+1), p.dayIn(day(y-30, 1, 1), day(y-1, 1, 1)), nil, p.of("Opbouwwerker", "Staf", ""), false}
		if p.maybe(0.2) {
			day := p.dayIn(day(y-1, 7, 1), day(y, 12, 31))
			values[2], left[fmt.Sprintf("P%03d", i+1)] = day, day
		}
		p.add(&model.EmployeeSheet, values...)
	}
	for range p.between(0, 200) {
		number, last := fmt.Sprintf("P%03d", p.between(1, people)), day(y, 12, 31)
		if day, ok := left[number]; ok {
			last = day
		}
		p.add(&model.TrainingSheet, p.dayIn(day(y-1, 1, 1), last), number, p.of("formeel", "informeel"),
			float64(p.between(1, 60))/2, p.of("", "EHBO", "Gesprekstechniek", "Participatie"))
	}
}

// addPeriod adds a row of which the next column is a period of one day.
func (p *plain) addPeriod(sheet *model.Sheet, values []any, d time.Time) {
	r := p.add(sheet, values...)
	*r.Fields(nil)[len(values)].(*model.Period) = model.Period{Text: short(d), From: d, To: d}
}

// objectives makes sure that each objective has a project.
func (p *plain) objectives(i, n int) []string {
	out := []string{fmt.Sprint("OD", p.r.IntN(n))}
	if i == 0 {
		for k := range n {
			out = append(out, fmt.Sprint("OD", k))
		}
	}
	return out
}

func (p *plain) project(i, objectives int) {
	y := p.year
	code, theme := fmt.Sprintf("project-%02d", i), p.cfg.Themes[p.r.IntN(len(p.cfg.Themes))].Name
	start := p.dayIn(day(y-8, 1, 1), day(y, 9, 1))
	end, phase := p.dayIn(day(y, 12, 31), day(y+5, 12, 31)), model.PhaseRunning
	if p.maybe(0.15) {
		end, phase = p.dayIn(later(start, day(y, 1, 31)).AddDate(0, 1, 0), day(y, 12, 30)), model.PhaseEnded
	}
	p.add(&model.ProjectSheet, code, fmt.Sprintf("Buurtwerk %s %d", p.of("Noord", "Zuid", "Oost"), i), theme, p.maybe(0.2), []string{"Pelt"}, phase, start, end, p.words(12), p.objectives(i, objectives), nil)
	from, to := start, end
	if from.Before(day(y-1, 1, 1)) || p.maybe(0.3) {
		from = later(start, day(y-p.r.IntN(2), 1, 1))
	}
	if to.After(day(y, 12, 31)) {
		to = day(y, 12, 31)
	}
	size := p.between(0, 120)
	for k := range size {
		id := fmt.Sprintf("A%03d", k+1)
		p.add(&model.ActivitySheet, id, code, p.dayIn(from, to), model.ActivityKinds()[p.r.IntN(6)], p.of("", "Overleg", "Huisbezoek", "Koffie in de buurt"), float64(p.between(1, 16))/2)
		for _, group := range []string{"Volwassenen", "Jongeren", "Kinderen", "Senioren"} {
			if p.maybe(0.4) {
				count := math.Round(math.Exp(p.r.NormFloat64()*0.9 + 2))
				if p.maybe(0.3) {
					count = float64(5 * p.between(0, 12))
				}
				p.add(&model.ParticipationSheet, id, code, group, count)
			}
		}
	}
	names := p.r.Perm(12)
	actors := p.between(2, 10)
	for k := range actors {
		p.add(&model.ActorSheet, code, actorNames[names[k]], p.of("partner", "oplossingsactor", "beide"), p.of("", "structureel", "nieuw"))
	}
	for range p.between(0, 80) {
		p.add(&model.ContactSheet, code, p.dayIn(from, to), actorNames[names[p.r.IntN(actors)]], p.of("", "fysiek", "digitaal"), p.maybe(0.3), p.maybe(0.3))
	}
	for k := range p.between(0, 3) {
		values := []any{code, fmt.Sprintf("%s %d", p.of("Nota energie", "Analyse van de buurt", "Advies"), k), "", "Lokaal", model.DossierRunning}
		if p.maybe(0.6) {
			values[4] = model.DossierFinished
			values = append(values, p.dayIn(from, to))
		}
		p.add(&model.DossierSheet, values...)
	}
	for k := range p.between(0, 12) {
		values := []any{code, fmt.Sprintf("V%03d", i*20+k), p.dayIn(day(y-15, 1, 1), day(y, 6, 1))}
		if p.maybe(0.2) {
			values = append(values, p.dayIn(day(y, 6, 2), day(y, 12, 31)))
		} else {
			values = append(values, nil)
		}
		if p.maybe(0.5) {
			// Who came late in the year or left early worked fewer hours.
			values = append(values, float64(p.between(0, 400)))
			if until, ok := values[3].(time.Time); ok {
				days := until.Sub(later(values[2].(time.Time), day(y, 1, 1))).Hours() / 24
				values[4] = min(values[4].(float64), 5*math.Floor(days+1))
			}
		}
		p.add(&model.VolunteerSheet, values...)
	}
	for _, section := range model.Sections() {
		rating := model.Ratings()[p.r.IntN(5)]
		if section == model.SectionAdvice {
			rating = ""
		}
		text := p.words(p.between(4, 60))
		if rating == model.Ratings()[0] {
			text = p.words(p.between(2, 8))
		}
		p.add(&model.ProgressSheet, code, section, rating, "", text)
	}
	status := model.ConclusionStatuses()[p.r.IntN(6)]
	switch { // what can't be isn't drawn
	case status == "Nog niet opgestart" && size > 1,
		status == "Nieuw" && start.Year() < y-1,
		status == "Voltooid" && phase != model.PhaseEnded:
		status = "Bijgestuurd"
	}
	p.add(&model.ConclusionSheet, code, status, p.words(p.between(5, 30)))
	for range p.between(0, 4) {
		if status == "Voltooid" {
			break
		}
		p.addPeriod(&model.PlanSheet, []any{code, p.words(4)}, p.dayIn(day(y, 6, 1), day(y+1, 12, 31)))
	}
	with := float64(p.between(0, 300)) / 100
	p.add(&model.FTESheet, y, theme, code, with, float64(p.between(0, 80))/100)
	p.add(&model.FTESheet, y-1, theme, code, with*(0.7+p.r.Float64()/2), float64(p.between(0, 80))/100)
	for range p.between(0, 3) {
		p.add(&model.FundingSheet, y-p.r.IntN(2), theme, code, p.of(model.FundingSources()[1:]...), float64(p.between(2, 400)*250))
	}
}

var actorNames = []string{"Gemeente Pelt", "OCMW Pelt", "Stad Genk", "CAW Limburg", "Basisschool Sint-Jozef 1", "Basisschool Sint-Jozef 2", "De Lijn",
	"Huis van het Kind", "Politie Noord", "Politie Zuid", "Welzijnsregio Noord-Limburg", "Woonmaatschappij Kempen"}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// TestPlainWerkmappen: ordinary data give nothing at all.
func TestPlainWerkmappen(t *testing.T) {
	counts := map[string]int{}
	for seed := range uint64(300) {
		p := newPlain(seed)
		list := Data(p.data, p.cfg)
		for _, f := range list {
			if f.Rule == ruleSameRow && f.Level == finding.Info {
				continue // drawn twice by chance, which is asked
			}
			counts[f.Code()]++
			if counts[f.Code()] <= 3 {
				t.Errorf("seed %d: %s %s %s %s: %s", seed, f.Code(), f.Level, f.Ref.Sheet, f.Ref.Cell(), f.Message)
			}
		}
	}
	if len(counts) > 0 {
		t.Errorf("%v", counts)
	}
}

package sample

import (
	"math"
	"slices"
	"time"

	"voortgang/internal/model"
)

// The published staff figures for 2021 and what is made up around them. Classes
// hold, for each group of five years of service, how many people and between
// which years they were hired; the published ones are the first, the fourth
// and the last (16 with 25 years or more).
var (
	hired = []struct{ count, from, to int }{
		{6, 2021, 2021}, {7, 2017, 2020}, {5, 2012, 2016}, {8, 2007, 2011}, {16, 2002, 2006}, {13, 1997, 2001}, {16, 1986, 1996},
	}
	// leavers left in 2021: a few, so that last year's mean can be computed.
	leavers = 8
)

const (
	meanNow    = 17.25 // published for 31 December 2021
	meanBefore = 16.0  // published for 31 December 2020
	yearDays   = 365.25
)

// staff makes the sheets Personeelsformatie, VTE, Personeel and Vorming.
func staff(s *Sample, profiles map[string]profile) {
	d := &s.Organisation
	for _, y := range []struct {
		year              int
		realised, maribel float64
	}{{2019, 25.2, .77}, {2020, 25.21, .78}, {2021, 24.45, .69}} {
		d.Staffing = append(d.Staffing, &model.Staffing{Year: y.year, Norm: known(24.57), Realised: known(y.realised), SocialeMaribel: known(y.maribel)})
	}
	for _, year := range []int{Year - 1, Year} {
		d.FTE = append(d.FTE, fte(s, profiles, year)...)
	}
	d.Employees = employees()
	for _, t := range []struct {
		year, people int
		kind         string
		hours        float64
	}{
		{2020, 39, model.TrainingFormal, 1112}, {2020, 34, model.TrainingInformal, 438},
		{2021, 46, model.TrainingFormal, 1451}, {2021, 41, model.TrainingInformal, 521},
	} {
		d.Trainings = append(d.Trainings, trainings(d.Employees, t.year, t.people, t.kind, t.hours)...)
	}
	slices.SortStableFunc(d.Trainings, func(a, b *model.Training) int { return a.Date.Compare(b.Date) })
}

// themeFTE are hundredths of FTE by theme, this year and last. Published are
// the totals (5179, 4653) and Krachtige steden en buurten (1393, 1026).
var themeFTE = map[int]map[string]int{
	2021: {"Wonen": 545, "Sociale bescherming": 1750, "Onderwijs": 441, "Krachtige steden en buurten": 1393, "Collectief burgerschap": 230},
	2020: {"Wonen": 520, "Sociale bescherming": 1630, "Onderwijs": 415, "Krachtige steden en buurten": 1026, "Collectief burgerschap": 240},
}

// otherFTE are hundredths of FTE without a project: transversal and overhead.
var otherFTE = map[int][2]int{2021: {170, 650}, 2020: {162, 660}}

// fte makes one year's rows: each theme parted over the projects that ran.
// Outside Sociale bescherming all of it is with the target group; there two
// percent is not, in the two projects that mostly support organisations.
func fte(s *Sample, profiles map[string]profile, year int) []*model.FTE {
	var rows []*model.FTE
	for _, theme := range Themes() {
		var projects []string
		var weights []float64
		for _, p := range s.Projects {
			if p.Record.Theme == theme && profiles[p.Record.Code].fte > 0 && termShare(p.Record, year) > 0 {
				projects = append(projects, p.Record.Code)
				weights = append(weights, profiles[p.Record.Code].fte*yearWeight(p.Record, year))
			}
		}
		if len(projects) == 0 {
			rows = append(rows, &model.FTE{Year: year, Theme: theme, With: known(0), Without: known(0)})
			continue
		}
		without := shares(themeFTE[year][theme]*2/100, []float64{4, 3})
		for i, part := range shares(themeFTE[year][theme], weights) {
			row := &model.FTE{Year: year, Theme: theme, Project: projects[i]}
			apart := 0
			switch projects[i] {
			case "zorgzame-buurten":
				apart = without[0]
			case "depot-margo":
				apart = without[1]
			}
			row.With, row.Without = known(hundredths(part-apart)), known(hundredths(apart))
			rows = append(rows, row)
		}
	}
	other := otherFTE[year]
	return append(rows,
		&model.FTE{Year: year, Theme: model.Transversal, With: known(0), Without: known(hundredths(other[0]))},
		&model.FTE{Year: year, Theme: model.Overhead, With: known(0), Without: known(hundredths(other[1]))})
}

func hundredths(n int) float64 { return math.Round(float64(n)) / 100 }

// employees makes the staff: hiring dates drawn within the classes, then the
// longest-serving shifted by months until the published mean comes out, and
// the leavers so that last year's does.
func employees() []*model.Employee {
	c := chanceOf("personeel")
	functions := []string{"Opbouwwerker", "Opbouwwerker", "Opbouwwerker", "Opbouwwerker", "Opbouwwerker", "Buurtwerker", "Buurtwerker", "Projectmedewerker", "Stafmedewerker", "Administratie", "Logistiek medewerker"}
	var list []*model.Employee
	for _, class := range hired {
		for range class.count {
			e := &model.Employee{Function: one(c, functions), Hired: date(c.between(class.from, class.to), time.Month(c.between(1, 12)), 1)}
			if class.from == Year {
				e.Hired = date(Year, time.Month(c.between(2, 11)), 1)
			}
			list = append(list, e)
		}
	}
	last := len(list) - hired[len(hired)-1].count
	tune(list, list[last:], date(Year, 12, 31), meanNow, 1984, 1996)
	gone := make([]*model.Employee, leavers)
	for i := range gone {
		gone[i] = &model.Employee{Function: one(c, functions[:8]), Hired: date(c.between(2018, 2020), time.Month(c.between(1, 9)), 1),
			Left: date(Year, time.Month(i+2), 0)}
	}
	var before []*model.Employee
	for _, e := range append(slices.Clone(list), gone...) {
		if e.Hired.Year() < Year {
			before = append(before, e)
		}
	}
	tune(before, gone, date(Year-1, 12, 31), meanBefore, 2015, 2020)
	list = append(list, gone...)
	longest := slices.MinFunc(list, func(a, b *model.Employee) int { return a.Hired.Compare(b.Hired) })
	longest.Function = "Directie"
	list = append(list, &model.Employee{Function: "Jobstudent", Hired: date(Year, 10, 1), Student: true})
	slices.SortStableFunc(list, func(a, b *model.Employee) int { return a.Hired.Compare(b.Hired) })
	for i, e := range list {
		e.Number = codeNumber("P", i+1)
	}
	return list
}

// tune shifts the hiring dates of some by months, keeping them within years,
// until the mean seniority of all on a day is the wanted one to two decimals.
func tune(all, some []*model.Employee, on time.Time, mean float64, first, last int) {
	for round := range 600 {
		total := 0.0
		for _, e := range all {
			total += on.Sub(e.Hired).Hours() / 24
		}
		off := total - mean*yearDays*float64(len(all))
		if math.Abs(off) <= 16 {
			return
		}
		e, months := some[round%len(some)], -1
		if off > 0 {
			months = 1
		}
		if to := e.Hired.AddDate(0, months, 0); to.Year() >= first && to.Year() <= last && !to.After(on) {
			e.Hired = to
		}
	}
}

// trainings makes one year's training of one kind: so many people, so many
// hours in all.
func trainings(staff []*model.Employee, year, people int, kind string, total float64) []*model.Training {
	c := chanceOf("vorming " + kind + date(year, 1, 1).Format("2006"))
	var pool []*model.Employee
	for _, e := range staff {
		wholeYear := !e.Student && e.Hired.Before(date(year, 2, 1)) && (e.Left.IsZero() || e.Left.After(date(year, 12, 1)))
		if wholeYear {
			pool = append(pool, e)
		}
	}
	c.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
	lengths, least, most := []float64{3, 3.5, 6, 6.5, 7, 7.5, 7.5, 14}, 2, 6
	if kind == model.TrainingInformal {
		lengths, least, most = []float64{1, 1.5, 2, 2, 2.5, 3}, 4, 9
	}
	var rows []*model.Training
	var hours []float64
	for _, e := range pool[:people] {
		for range c.between(least, most) {
			month := time.Month(c.weighted([]float64{8, 9, 10, 9, 10, 9, 1, 2, 11, 13, 12, 6}) + 1)
			rows = append(rows, &model.Training{
				Date: c.workday(year, month, max2(e.Hired, date(year, 1, 1)), date(year, 12, 31), false), Employee: e.Number, Kind: kind, Subject: one(c, subjects[kind]),
			})
			hours = append(hours, one(c, lengths))
		}
	}
	settle(hours, total, 0.5, lengths[0], lengths[len(lengths)-1])
	for i, row := range rows {
		row.Hours = known(hours[i])
	}
	return rows
}

func max2(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

var subjects = map[string][]string{
	model.TrainingFormal: {
		"Participatief werken", "Beleidsbeïnvloeding voor opbouwwerkers", "Motiverende gespreksvoering", "Online vergaderen en begeleiden",
		"Buurtanalyse maken", "Omgaan met agressie", "Sociaal recht in de praktijk", "Energiearmoede herkennen", "Traumasensitief werken",
		"Digitale inclusie", "EHBO", "Klare taal", "Interculturele communicatie", "Werken met vrijwilligers", "Gegevensbescherming", "Coachend leidinggeven",
	},
	model.TrainingInformal: {
		"Intervisie opbouwwerk", "Uitwisseling tussen STEK-praktijken", "Collegiaal bezoek aan een buurtwerking", "Webinar armoede en gezondheid",
		"Leestafel woonbeleid", "Uitwisseling zorgzame buurten", "Intervisie onderwijsopbouwwerk", "Studiedag van een partner",
	},
}

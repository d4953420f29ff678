package sample

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"voortgang/internal/model"
)

// The scales bring the sizes in the profiles to the size of the source's own
// totals; lastYear says how the year before compares: corona closed houses in
// both, but 2020 had the longer standstill.
const (
	activityScale = 0.89
	contactScale  = 0.87
	lastYear      = 0.80
)

// registrations makes activities, participations, contacts and volunteers.
func registrations(projects []Project, profiles map[string]profile, returning map[string][]recurring) {
	pool := &volunteerPool{chance: chanceOf("vrijwilligers")}
	for i := range projects {
		p := &projects[i]
		profile := profiles[p.Record.Code]
		activities(p, profile, returning[p.Record.Code])
		contacts(p, profile)
		pool.addTo(p, profile.volunteers)
	}
}

// happening is an activity with the people who came, before it has its number.
type happening struct {
	activity *model.Activity
	came     []*model.Participation
}

func activities(p *Project, profile profile, returning []recurring) {
	c := chanceOf("activiteiten " + p.Record.Code)
	var all []happening
	for _, year := range []int{Year - 1, Year} {
		var here []happening
		for _, r := range returning {
			here = append(here, repeat(c, p.Record, r, year)...)
		}
		size := float64(profile.activities) * activityScale * yearWeight(p.Record, year)
		if year < Year {
			size *= lastYear
		}
		for range max(int(size)-len(here), int(size*0.3)) {
			if h, ok := occasion(c, p.Record, profile, year); ok {
				here = append(here, h)
			}
		}
		all = append(all, here...)
	}
	slices.SortStableFunc(all, func(a, b happening) int { return a.activity.Date.Compare(b.activity.Date) })
	for i, h := range all {
		h.activity.ID, h.activity.Project = codeNumber("A", i+1), p.Record.Code
		p.Data.Activities = append(p.Data.Activities, h.activity)
		for _, part := range h.came {
			part.Activity, part.Project = h.activity.ID, p.Record.Code
			p.Data.Participations = append(p.Data.Participations, part)
		}
	}
}

// repeat makes one year's occasions of a returning activity: spread over the
// days of the week that it is on, without holidays and, for groups, without
// the months in which they could not meet.
func repeat(c chance, p *model.Project, r recurring, year int) []happening {
	from, to := later(later(r.from, p.Start), date(year, 1, 1)), earlier(earlier(r.to, p.End), date(year, 12, 31))
	var days []time.Time
	for d := from; !d.After(to); d = d.AddDate(0, 0, 1) {
		second := r.perYear > 44 && d.Weekday() == r.weekday+2
		if (d.Weekday() == r.weekday || second) && !isHoliday(d) && (r.total > 0 || !closed(r.kind, d)) {
			days = append(days, d)
		}
	}
	n := min(r.perYear, len(days))
	sizes := make([]int, n)
	if r.total > 0 && n > 0 {
		weights := make([]float64, n)
		for i := range weights {
			weights[i] = 0.6 + c.Float64()
		}
		sizes = shares(r.total, weights)
	}
	var out []happening
	for i := range n {
		h := happening{activity: &model.Activity{Date: days[i*len(days)/n], Kind: r.kind, Description: r.what, Hours: known(r.hours)}}
		for g, group := range r.groups {
			count := max(1, int(group.mean*(0.7+0.6*c.Float64())+0.5))
			if r.total > 0 && g == 0 {
				count = sizes[i]
			}
			h.came = append(h.came, &model.Participation{Group: group.group, Count: known(float64(count))})
		}
		out = append(out, h)
	}
	return out
}

// closed tells whether groups could not meet on a day.
func closed(kind string, d time.Time) bool {
	if kind == kindIndividual {
		return false
	}
	in := func(from, to string) bool {
		day := d.Format(time.DateOnly)
		return from <= day && day <= to
	}
	return in("2020-03-14", "2020-06-08") || in("2020-11-01", "2021-02-21") || d.Month() == time.August && d.Day() <= 15
}

// Kinds of activity, by the model's order.
const (
	kindIndividual = "Individuele contacten"
	kindGroup      = "Groepssamenkomsten"
	kindWorking    = "Werkgroepen"
	kindTraining   = "Vorming en info"
	kindAction     = "Acties"
	kindOuting     = "Uitstappen"
)

// kindWeights gives how often each kind occurs in a theme, in the model's order.
var kindWeights = map[string][]float64{
	"Wonen":                       {46, 18, 14, 9, 10, 3},
	"Sociale bescherming":         {36, 32, 13, 9, 7, 3},
	"Onderwijs":                   {24, 26, 22, 20, 5, 3},
	"Krachtige steden en buurten": {34, 24, 17, 7, 14, 4},
	"Collectief burgerschap":      {10, 26, 30, 14, 19, 1},
}

// season gives the weight of each month for a kind: corona kept groups apart
// until May 2021, and more was done one to one.
func season(kind string, year int) []float64 {
	switch {
	case kind == kindIndividual && year == Year:
		return []float64{12, 12, 13, 12, 11, 9, 6, 6, 9, 9, 10, 7}
	case kind == kindIndividual:
		return []float64{7, 7, 10, 13, 12, 9, 6, 6, 9, 9, 12, 8}
	case year == Year:
		return []float64{3, 3, 4, 4, 6, 11, 7, 7, 13, 15, 11, 5}
	default:
		return []float64{14, 14, 6, 1, 2, 7, 7, 7, 12, 10, 2, 1}
	}
}

// occasion makes one activity in a year; false when no day could be found.
func occasion(c chance, p *model.Project, profile profile, year int) (happening, bool) {
	kinds := model.ActivityKinds()
	kind := kinds[c.weighted(kindWeights[p.Theme])]
	weekend := (kind == kindAction || kind == kindOuting || kind == kindGroup) && c.happens(0.14)
	day := c.termDay(p, year, season(kind, year), weekend)
	if day.IsZero() {
		return happening{}, false
	}
	a := &model.Activity{Date: day, Kind: kind}
	if c.happens(0.9) {
		a.Description = one(c, phrases(kind, profile.public))
	}
	if c.happens(0.85) {
		a.Hours = known(one(c, hoursOf[kind]))
	}
	return happening{activity: a, came: came(c, kind, profile.public)}, true
}

// termDay draws a day within a project's term and year by the weight of the
// months; the zero time says that there is none.
func (c chance) termDay(p *model.Project, year int, months []float64, weekend bool) time.Time {
	from, to := date(year, 1, 1), date(year, 12, 31)
	if !p.IsTransversal() {
		from, to = later(from, p.Start), earlier(to, p.End)
	}
	weights := slices.Clone(months)
	possible := false
	for m := range weights {
		first := date(year, time.Month(m+1), 1)
		if first.After(to) || first.AddDate(0, 1, -1).Before(from) {
			weights[m] = 0
		}
		possible = possible || weights[m] > 0
	}
	if !possible {
		return time.Time{}
	}
	return c.workday(year, time.Month(c.weighted(weights)+1), from, to, weekend)
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// came draws who came to an activity: a few at an individual contact, more at
// a group, with the age groups that the project's public brings.
func came(c chance, kind, public string) []*model.Participation {
	low, high := 4, 13
	switch kind {
	case kindIndividual:
		low, high = 1, 2
	case kindWorking:
		low, high = 3, 10
	case kindTraining:
		low, high = 5, 15
	case kindAction:
		low, high = 8, 34
	case kindOuting:
		low, high = 9, 24
	}
	mix := publics[public]
	var rows []*model.Participation
	for i, group := range groups {
		share := mix[i]
		if kind == kindWorking && group == "Kinderen" {
			share *= 0.15
		}
		if i != leading(mix) && !c.happens(share*1.1) {
			continue
		}
		count := int(float64(c.between(low, high))*share*1.5 + 0.5)
		if kind == kindIndividual {
			if i != leading(mix) && !c.happens(0.45) {
				continue
			}
			count = c.between(low, high)
		}
		rows = append(rows, &model.Participation{Group: group, Count: known(float64(max(1, count)))})
	}
	return rows
}

// groups are the age groups, and publics how much each is there.
var (
	groups  = []string{"Volwassenen", "Jongeren", "Kinderen", "Senioren"}
	publics = map[string][4]float64{
		"volwassenen": {0.85, 0.16, 0.08, 0.30},
		"gezinnen":    {0.80, 0.16, 0.55, 0.14},
		"kinderen":    {0.45, 0.35, 0.85, 0.05},
		"ouderen":     {0.55, 0.06, 0.05, 0.85},
		"buurt":       {0.75, 0.30, 0.38, 0.36},
	}
)

func leading(mix [4]float64) int {
	at := 0
	for i, v := range mix {
		if v > mix[at] {
			at = i
		}
	}
	return at
}

var hoursOf = map[string][]float64{
	kindIndividual: {0.5, 0.5, 1, 1, 1.5},
	kindGroup:      {1.5, 2, 2, 2.5, 3},
	kindWorking:    {1.5, 2, 2, 2.5},
	kindTraining:   {1.5, 2, 2, 3},
	kindAction:     {2, 3, 4, 5},
	kindOuting:     {4, 6, 7, 8},
}

// contacts makes the contacts with a project's actors. The first actors in the
// list, who are named first for a reason, are met most.
func contacts(p *Project, profile profile) {
	c := chanceOf("contacten " + p.Record.Code)
	if len(p.Data.Actors) == 0 {
		return
	}
	weights := make([]float64, len(p.Data.Actors))
	for i := range weights {
		weights[i] = 1 / float64(i+3)
	}
	seen := map[model.Contact]bool{}
	for _, year := range []int{Year - 1, Year} {
		size := float64(profile.contacts) * contactScale * yearWeight(p.Record, year)
		if year < Year {
			size *= lastYear
		}
		for range int(size + 0.5) {
			day := c.termDay(p.Record, year, []float64{9, 9, 10, 9, 9, 9, 4, 4, 10, 10, 10, 7}, false)
			if day.IsZero() {
				continue
			}
			a := p.Data.Actors[c.weighted(weights)]
			policy := c.happens(map[string]float64{model.ActorSolution: 0.5, model.ActorBoth: 0.4, model.ActorPartner: 0.12}[a.Type])
			with := 0.16
			if policy {
				with = 0.3
			}
			contact := model.Contact{Project: p.Record.Code, Date: day, Actor: a.Name, Channel: channel(c, day), Policy: policy, TargetGroup: c.happens(with)}
			for i := 0; seen[contact] && i < len(channels); i++ {
				contact.Channel = channels[i] // no row is there twice
			}
			seen[contact] = true
			p.Data.Contacts = append(p.Data.Contacts, &contact)
		}
	}
	slices.SortStableFunc(p.Data.Contacts, func(a, b *model.Contact) int { return a.Date.Compare(b.Date) })
}

// channels are the ways in which people meet.
var channels = []string{"fysiek", "digitaal", "telefonisch"}

func channel(c chance, day time.Time) string {
	weights := []float64{52, 28, 20}
	if closed(kindGroup, day) && day.Month() != time.August {
		weights = []float64{16, 56, 28}
	}
	return channels[c.weighted(weights)]
}

// volunteerPool hands out pseudonyms. Some volunteers help in more than one
// project of the same municipality, so that a sum over themes counts them
// twice and the distinct number does not.
type volunteerPool struct {
	chance chance
	last   int
	by     map[string][]string
}

func (v *volunteerPool) addTo(p *Project, count int) {
	if v.by == nil {
		v.by = map[string][]string{}
	}
	c, town, used := v.chance, strings.Join(p.Record.Municipalities, ", "), map[string]bool{}
	// An eighth more stopped in the year before: they count in 2020 only.
	stopped := count / 8
	if p.Record.Start.After(date(Year-1, 6, 1)) {
		stopped = 0
	}
	for i := range count + stopped {
		name := ""
		if known := v.by[town]; len(known) > 0 && c.happens(0.2) {
			name = one(c, known)
		}
		if name == "" || used[name] {
			v.last++
			name = codeNumber("V", v.last)
			v.by[town] = append(v.by[town], name)
		}
		used[name] = true
		row := &model.Volunteer{Project: p.Record.Code, Name: name, Since: v.since(p.Record, i >= count || c.happens(0.8))}
		if i >= count {
			row.Until = date(Year-1, 12, 0).AddDate(0, 0, -30*c.between(0, 3))
		} else if c.happens(0.09) {
			row.Until = later(date(Year, time.Month(c.between(3, 12)), 0), row.Since.AddDate(0, 1, 0))
		}
		if i < count && c.happens(0.75) {
			row.Hours = known(float64(c.between(2, 36) * 4))
		}
		p.Data.Volunteers = append(p.Data.Volunteers, row)
	}
	slices.SortStableFunc(p.Data.Volunteers, func(a, b *model.Volunteer) int { return strings.Compare(a.Name, b.Name) })
}

// since draws the first day of a volunteer, within the project's term; before
// the report's year when old.
func (v *volunteerPool) since(p *model.Project, old bool) time.Time {
	from, to := later(p.Start, date(2013, 1, 1)), date(Year, 9, 1)
	if old {
		to = date(Year-1, 8, 1)
	}
	if !to.After(from) {
		to = later(from.AddDate(0, 1, 0), from)
	}
	days := int(to.Sub(from).Hours() / 24)
	d := from.AddDate(0, 0, v.chance.IntN(max(days, 1)))
	first := date(d.Year(), d.Month(), 1)
	return later(first, p.Start)
}

// phrases gives what activities of a kind are called.
func phrases(kind, public string) []string {
	list, ok := described[kind+"/"+public]
	if !ok {
		list = described[kind]
	}
	if len(list) == 0 {
		panic(fmt.Sprintf("sample: no phrase for %q", kind))
	}
	return list
}

var described = map[string][]string{
	kindIndividual:               {"Gesprek aan het onthaal", "Huisbezoek", "Telefonische opvolging", "Hulp bij een formulier", "Samen naar een afspraak", "Gesprek tijdens een wandeling", "Doorverwijzing en opvolging"},
	kindIndividual + "/buurt":    {"Stoepbezoek", "Huisbezoek", "Gesprek op het plein", "Vraag van een bewoner", "Hulp bij een formulier", "Telefonische opvolging", "Babbel aan het buurthuis"},
	kindIndividual + "/gezinnen": {"Huisbezoek bij een gezin", "Gesprek aan de schoolpoort", "Hulp bij een aanvraag", "Telefonische opvolging", "Toeleiding naar vrijetijdsaanbod", "Hulp met laptop of inschrijving"},
	kindIndividual + "/ouderen":  {"Interview voor de buurtanalyse", "Huisbezoek bij een oudere bewoner", "Gesprek aan de klapbus", "Telefoonronde", "Opvolging van een zorgvraag"},
	kindGroup:                    {"Open inloop", "Praatgroep", "Koffiemoment", "Samen koken", "Creatieve namiddag", "Wandeling met de groep", "Bewegen in groep"},
	kindGroup + "/buurt":         {"Buurtbabbel", "Koffie in het buurthuis", "Huiswerkklas", "Naaiatelier", "Buurtwandeling", "Moestuinmoment", "Speelnamiddag"},
	kindGroup + "/gezinnen":      {"Open inloop", "Oudergroep", "Spelnamiddag", "Samen koken", "Praatgroep", "Creatief atelier", "Weggeefmoment"},
	kindGroup + "/kinderen":      {"Spelnamiddag in de wijk", "Sportnamiddag", "Voorleesmoment", "Knutselatelier", "Vakantiewerking"},
	kindGroup + "/ouderen":       {"Buurtmoment", "Koffiekar", "Praatcafé", "Soepnamiddag", "Wandeling met buren"},
	kindWorking:                  {"Stuurgroep", "Werkgroep met deelnemers", "Kernvergadering", "Voorbereiding van een actie", "Overleg met ervaringsdeskundigen", "Evaluatiemoment"},
	kindWorking + "/buurt":       {"Wijkteam met bewoners", "Bewonersgroep", "Werkgroep publieke ruimte", "Vrijwilligersoverleg", "Voorbereiding van het buurtfeest"},
	kindTraining:                 {"Infomoment rechten", "Infosessie energie", "Digitale basisvaardigheden", "Infomoment gezondheid", "Les Nederlands in de praktijk", "Uitleg over het sociaal tarief"},
	kindAction:                   {"Actie op straat", "Deur-aan-deuractie", "Actie rond de dag van verzet tegen armoede", "Verdeling van pakketten", "Opruimactie", "Buurtmarkt", "Campagnemoment"},
	kindOuting:                   {"Daguitstap", "Bezoek aan een museum", "Uitstap naar zee", "Bezoek aan een andere werking", "Boswandeling met de bus"},
}

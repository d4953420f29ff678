package sample

import (
	"fmt"
	"strconv"
	"time"

	"voortgang/internal/model"
)

// profile says how big a project's registrations are (made/profielen.csv).
type profile struct {
	// activities, contacts and volunteers are about how many there are in
	// the report's year.
	activities, contacts, volunteers int
	// public names who comes: volwassenen, gezinnen, kinderen, ouderen, buurt.
	public string
	fte    float64
}

func readProfiles(rows []record) (map[string]profile, error) {
	out := map[string]profile{}
	for _, row := range rows {
		var p profile
		var err error
		for column, into := range map[string]*int{"activiteiten": &p.activities, "contacten": &p.contacts, "vrijwilligers": &p.volunteers} {
			if *into, err = strconv.Atoi(row[column]); err != nil {
				return nil, fmt.Errorf("profielen.csv: %w", err)
			}
		}
		if p.fte, err = strconv.ParseFloat(row["vte"], 64); err != nil {
			return nil, fmt.Errorf("profielen.csv: %w", err)
		}
		p.public = row["publiek"]
		out[row["project_code"]] = p
	}
	return out, nil
}

// recurring is an activity that returns (made/recurring.csv); how often, and
// for most also how many come, are facts.
type recurring struct {
	what, kind string
	perYear    int
	weekday    time.Weekday
	from, to   time.Time
	hours      float64
	groups     []groupSize
	// total is how many come in all in the report's year; 0 leaves it to the
	// mean.
	total int
}

// groupSize is how many of a group come on average.
type groupSize struct {
	group string
	mean  float64
}

func readRecurring(rows []record) (map[string][]recurring, error) {
	out := map[string][]recurring{}
	for _, row := range rows {
		r := recurring{what: row["omschrijving"], kind: row["soort"]}
		numbers := map[string]float64{}
		for _, column := range []string{"per_jaar", "dag", "uren", "gemiddeld", "gemiddeld2", "totaal_2021"} {
			if row[column] == "" {
				continue
			}
			v, err := strconv.ParseFloat(row[column], 64)
			if err != nil {
				return nil, fmt.Errorf("recurring.csv: %w", err)
			}
			numbers[column] = v
		}
		r.perYear, r.weekday, r.hours, r.total = int(numbers["per_jaar"]), time.Weekday(numbers["dag"]), numbers["uren"], int(numbers["totaal_2021"])
		for _, n := range []string{"", "2"} {
			if g := row["groep"+n]; g != "" {
				r.groups = append(r.groups, groupSize{g, numbers["gemiddeld"+n]})
			}
		}
		var err error
		if r.from, err = isoDate(row["van"]); err != nil {
			return nil, err
		}
		if r.to, err = isoDate(row["tot"]); err != nil {
			return nil, err
		}
		out[row["project_code"]] = append(out[row["project_code"]], r)
	}
	return out, nil
}

// termShare gives the part of a year in which a project ran, 0 to 1.
func termShare(p *model.Project, year int) float64 {
	if p.IsTransversal() {
		return 1
	}
	first, last := date(year, 1, 1), date(year, 12, 31)
	from, to := first, last
	if p.Start.After(from) {
		from = p.Start
	}
	if p.End.Before(to) {
		to = p.End
	}
	if to.Before(from) {
		return 0
	}
	return (to.Sub(from).Hours()/24 + 1) / (last.Sub(first).Hours()/24 + 1)
}

// yearWeight gives how a project's size in a year compares with the size in
// its profile, which is that of the report's year.
func yearWeight(p *model.Project, year int) float64 {
	if year == Year {
		return 1
	}
	now := termShare(p, Year)
	if now == 0 {
		return 0
	}
	return min(termShare(p, year)/now, 2)
}

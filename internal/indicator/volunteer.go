package indicator

import (
	"math"
	"strings"
	"time"

	"voortgang/internal/model"
)

// historyYears is how many years before the report's a list of people is
// counted back.
const historyYears = 4

// volunteers computes 2.9: the different volunteers who were active in the
// year, per theme, and their hours. The sheet says since and until when a
// person was a volunteer, not in which year the row was written, so earlier
// years can be counted back; but only from the first year in which someone
// stopped: a list without leavers evidently holds only the volunteers of now.
func (r *run) volunteers() {
	s := &scope{last: r.year, always: len(r.data.Volunteers) > 0}
	themes := []*dim{r.themeDim(projectTheme)}
	g := newGrid(s, themes, []int{0})
	sum := newGrid(s, nil)
	hours := newGrid(&scope{last: r.year}, themes, []int{0})

	cells, hourCells := []int{model.VolunteerName}, []int{model.VolunteerHours}
	names := newNumbering()
	for year := r.firstVolunteerYear(); year <= r.year; year++ {
		for _, v := range r.data.Volunteers {
			b := v.Base()
			if !mayBeActive(v, year) {
				continue
			}
			theme := r.themeOf(v.Project, b.Usable(model.VolunteerProject))
			e := entry{row: b.Row, columns: cells, year: year, value: 1, at: [3]int{theme}, id: names.number(pseudonym(v.Name)),
				broken: !b.Usable(model.VolunteerName, model.VolunteerSince, model.VolunteerUntil) || v.Name == "" || v.Since.IsZero()}
			g.put(&e)
			ofTheme := e
			ofTheme.id, ofTheme.broken = inTheme(e.id, theme), e.broken || theme == unknown
			sum.put(&ofTheme)
			if year == r.year && (v.Hours.Known || !b.Usable(model.VolunteerHours)) {
				e.columns, e.value, e.id = hourCells, v.Hours.Value, 0
				e.broken = e.broken || !b.Usable(model.VolunteerHours)
				hours.put(&e)
			}
		}
	}

	fig := func(title, formula string) model.Figure {
		return model.Figure{Indicator: "2.9", Title: title, Of: "vrijwilligers", Unit: model.UnitCount, People: true, Formula: formula}
	}
	const active = "sinds ten laatste op 31 december en tot leeg of ten vroegste op 1 januari van het jaar"
	r.publish(g, series{total: "vrijwilligers.totaal", prefix: "vrijwilligers", read: distinct,
		Figure: fig("Vrijwilligers", "Aantal verschillende vrijwilligers in Vrijwilligers met "+active)})
	r.publish(sum, series{total: "vrijwilligers.som", read: distinct,
		Figure: fig("Vrijwilligers, som van de thema’s", "Som van het aantal vrijwilligers per thema; wie bij meer thema’s actief is, telt bij elk thema mee")})
	r.figs.Sums = append(r.figs.Sums, g.sums(series{total: "vrijwilligers.som", prefix: "vrijwilligers"})...)
	named := series{total: "vrijwilligers.uren", prefix: "vrijwilligers.uren", read: total,
		Figure: model.Figure{Indicator: "2.9", Title: "Uren van vrijwilligers", Of: "uren", Unit: model.UnitHours,
			Formula: "Som van uren in Vrijwilligers, voor vrijwilligers met " + active}}
	figs := hours.all(named)
	setHourDecimals(figs)
	// The hours of a small group are those of people that can be told.
	for _, f := range figs {
		f.Behind = []string{strings.Replace(f.Key, ".uren", "", 1)}
	}
	figs[0].Behind = []string{"vrijwilligers.totaal"}
	r.figs.Sums = append(r.figs.Sums, hours.sums(named)...)
	r.add(figs...)
}

// firstVolunteerYear is the first year that can be counted back to.
func (r *run) firstVolunteerYear() int {
	first := r.year
	for _, v := range r.data.Volunteers {
		if !v.Until.IsZero() && v.Base().Usable(model.VolunteerUntil) {
			first = min(first, v.Until.Year())
		}
	}
	return max(first, r.year-historyYears)
}

// mayBeActive tells whether a volunteer was active in a year, as far as the
// dates can be read: one that can't be leaves it open.
func mayBeActive(v *model.Volunteer, year int) bool {
	b := v.Base()
	if b.Usable(model.VolunteerSince) && v.Since.Year() > year {
		return false
	}
	if b.Usable(model.VolunteerUntil) && !v.Until.IsZero() && v.Until.Before(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)) {
		return false
	}
	return true
}

// setHourDecimals gives hours a decimal only where one of them needs it, and
// then all of them: they stand in one column.
func setHourDecimals(figs []*model.Figure) {
	decimals := 0
	for _, f := range figs {
		for _, v := range append([]model.Value{f.Now}, f.Years...) {
			if v.Value != math.Trunc(v.Value) {
				decimals = 1
			}
		}
	}
	for _, f := range figs {
		f.Decimals = decimals
	}
}

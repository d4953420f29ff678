package indicator

import (
	"time"

	"voortgang/internal/model"
)

// staffFigures are the figures of 2.13; count is the number of staff.
type staffFigures struct {
	count   *model.Figure
	figures []*model.Figure
}

// seniorityClasses are classes of five full years of service.
func seniorityClasses() []part {
	return []part{{label: "0–4 jaar", slug: "0-4"}, {label: "5–9 jaar", slug: "5-9"}, {label: "10–14 jaar", slug: "10-14"},
		{label: "15–19 jaar", slug: "15-19"}, {label: "20–24 jaar", slug: "20-24"}, {label: "25 jaar en meer", slug: "25-plus"}}
}

// seniority computes 2.13: who is in service on 31 December (hired then or
// before, and not left before: uit_dienst is the last working day), the mean
// of their years of service (days / 365.25) and the spread in classes of five
// full years. Job students are counted apart and are in no other figure. As
// with the volunteers, an earlier 31 December is counted back only when the
// list holds someone who left after it.
func (r *run) seniority() staffFigures {
	s := &scope{last: r.year, always: len(r.data.Employees) > 0}
	classes := newDim("klasse", "de anciënniteit", seniorityClasses())
	staff := newGrid(s, []*dim{classes}, []int{0})
	years := newGrid(s, nil)
	students := newGrid(s, nil)

	cells, hired := []int{model.EmployeeNumber}, []int{model.EmployeeHired}
	for year := r.firstStaffYear(); year <= r.year; year++ {
		day := time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC)
		for _, m := range r.data.Employees {
			b := m.Base()
			if !mayBeInService(m, day) {
				continue
			}
			dates := b.Usable(model.EmployeeHired, model.EmployeeLeft) && !m.Hired.IsZero()
			role := b.Usable(model.EmployeeStudent)
			e := entry{row: b.Row, columns: cells, year: year, value: 1, broken: !dates || !role || !b.Usable(model.EmployeeNumber)}
			if m.Student || !role {
				students.put(&e)
			}
			if m.Student && role {
				continue
			}
			e.at[0] = unknown
			if dates {
				// On the last day of the year every anniversary has passed.
				e.at[0] = min((year-m.Hired.Year())/5, len(classes.parts)-1)
			}
			staff.put(&e)
			e.columns = hired
			e.value = day.Sub(m.Hired).Hours() / 24 / 365.25
			years.put(&e)
		}
	}

	const who = "in Personeel met in_dienst ten laatste op 31 december en uit_dienst leeg of ten vroegste op 31 december"
	people := func(title, formula string) model.Figure {
		return model.Figure{Indicator: "2.13", Title: title, Of: "medewerkers", Unit: model.UnitCount, People: true, Formula: formula}
	}
	named := series{total: "personeel.aantal", prefix: "ancienniteit", read: total, Figure: people("Medewerkers in dienst op 31 december",
		"Aantal rijen "+who+", zonder jobstudenten")}
	count := staff.figures(named, 0)[0]
	named.Figure = people("Anciënniteit", "Aantal medewerkers (zonder jobstudenten) in dienst op 31 december")
	spread := staff.figures(named, 1)
	r.figs.Sums = append(r.figs.Sums, staff.sums(named)...)

	jobs := people("Jobstudenten", "Aantal rijen "+who+" en jobstudent ‘ja’; ze tellen nergens anders mee")
	jobs.Key, jobs.Of = "ancienniteit.jobstudenten", "jobstudenten"
	out := []*model.Figure{s.figure(model.Figure{Key: "ancienniteit.gemiddelde", Indicator: "2.13", Title: "Gemiddelde anciënniteit", Of: "jaar",
		Unit: model.UnitYears, Decimals: 2, Behind: []string{count.Key}, Formula: "Gemiddelde van het aantal dagen van in_dienst tot 31 december, gedeeld door 365,25, van de medewerkers in dienst zonder jobstudenten"},
		&years.tables[0].tallies[0], mean)}
	out = append(out, spread...)
	for i, f := range spread {
		p := classes.parts[i]
		out = append(out, ratio(model.Figure{Key: "ancienniteit.aandeel." + p.slug, Indicator: "2.13", Title: "Aandeel van de medewerkers: " + p.label,
			Parts: f.Parts, Formula: "Medewerkers met een anciënniteit van " + p.label + " gedeeld door het aantal medewerkers in dienst op 31 december, zonder jobstudenten"}, f, count))
	}
	out = append(out, s.figure(jobs, &students.tables[0].tallies[0], total), count)
	return staffFigures{count: count, figures: out}
}

// firstStaffYear is the first year whose 31 December can be counted back to.
func (r *run) firstStaffYear() int {
	first := r.year
	for _, m := range r.data.Employees {
		if !m.Left.IsZero() && m.Base().Usable(model.EmployeeLeft) {
			first = min(first, m.Left.Year()-1)
		}
	}
	return max(first, r.year-historyYears)
}

// mayBeInService tells whether someone was in service on a day, as far as the
// dates can be read: one that can't be leaves it open.
func mayBeInService(m *model.Employee, day time.Time) bool {
	b := m.Base()
	if b.Usable(model.EmployeeHired) && m.Hired.After(day) {
		return false
	}
	if b.Usable(model.EmployeeLeft) && !m.Left.IsZero() && m.Left.Before(day) {
		return false
	}
	return true
}

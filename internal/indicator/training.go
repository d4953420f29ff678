package indicator

import "voortgang/internal/model"

// training computes 2.12: the hours of formal and informal training in the
// year, and how many members of staff had at least one hour of formal
// training. staff is the number of staff of 2.13.
func (r *run) training(staff *model.Figure) {
	s := &scope{last: r.year, always: len(r.data.Trainings) > 0}
	kinds := choices("soort", "de soort", []string{model.TrainingFormal, model.TrainingInformal})
	hours := newGrid(s, []*dim{kinds}, []int{0})

	type personYear struct {
		person string
		year   int
	}
	formal := map[personYear]float64{}
	cells := []int{model.TrainingHours}
	for _, t := range r.data.Trainings {
		b := t.Base()
		e := entry{row: b.Row, columns: cells, value: t.Hours.Value, broken: !known(t, model.TrainingHours, t.Hours),
			year: yearOf(t.Date, b.Usable(model.TrainingDate)),
			at:   [3]int{kinds.find(t.Kind, b.Usable(model.TrainingKind))}}
		hours.put(&e)
		if !e.broken && e.year != 0 && e.at[0] == 0 && usablePerson(t) {
			formal[personYear{pseudonym(t.Employee), e.year}] += t.Hours.Value
		}
	}

	people := newGrid(s, nil)
	names := newNumbering()
	cellsOfPeople := []int{model.TrainingEmployee}
	for _, t := range r.data.Trainings {
		b := t.Base()
		e := entry{row: b.Row, columns: cellsOfPeople, value: 1, year: yearOf(t.Date, b.Usable(model.TrainingDate))}
		kind := kinds.find(t.Kind, b.Usable(model.TrainingKind))
		if kind > 0 { // informal
			continue
		}
		e.broken = kind == unknown || e.year == 0 || !usablePerson(t) || !known(t, model.TrainingHours, t.Hours)
		person := pseudonym(t.Employee)
		e.id = names.number(person)
		if e.broken || formal[personYear{person, e.year}] >= 1 {
			people.put(&e)
		}
	}

	fig := func(title, formula string) model.Figure {
		return model.Figure{Indicator: "2.12", Title: title, Of: "uren", Unit: model.UnitHours, Formula: formula}
	}
	kind := func(key, title, label string, at int) *model.Figure {
		f := fig(title, "Som van uren in Vorming met een datum in het jaar en soort ‘"+label+"’")
		f.Key = key
		return s.figure(f, &hours.tables[1].tallies[at], total)
	}
	all := fig("Vormingsuren", "Som van uren in Vorming met een datum in het jaar, formeel en informeel")
	all.Key = "vorming.totaal"
	figs := []*model.Figure{
		kind("vorming.formeel", "Uren formele vorming", model.TrainingFormal, 0),
		kind("vorming.informeel", "Uren informele vorming", model.TrainingInformal, 1),
		s.figure(all, &hours.tables[0].tallies[0], total),
	}
	setHourDecimals(figs)
	r.add(figs...)

	trained := s.figure(model.Figure{Key: "vorming.deelnemers", Indicator: "2.12", Title: "Medewerkers met formele vorming", Of: "medewerkers", Unit: model.UnitCount, People: true,
		Formula: "Aantal verschillende personeelsnummers in Vorming met samen minstens één uur formele vorming in het jaar"},
		&people.tables[0].tallies[0], distinct)
	r.add(trained, ratio(model.Figure{Key: "vorming.deelnemers_aandeel", Indicator: "2.12", Title: "Aandeel van de medewerkers met formele vorming",
		Formula: "Medewerkers met minstens één uur formele vorming in het jaar gedeeld door het aantal medewerkers in dienst op 31 december"}, trained, staff))
}

// usablePerson tells whether the member of staff of a training is known.
func usablePerson(t *model.Training) bool {
	return t.Base().Usable(model.TrainingEmployee) && t.Employee != ""
}

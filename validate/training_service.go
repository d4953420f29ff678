package validate

import (
	"fmt"
	"time"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleTrainingService = finding.ByCode("D12")

// service is one member of staff and the trainings outside the time of
// service.
type service struct {
	employee      *model.Employee
	all           int
	before, after []*model.Training
}

// trainingService compares trainings with the time of service. Where it often
// doesn't fit, dates of service are kept in another way, and nothing is said.
func trainingService(c *checker) {
	const grace = 31 * 24 * time.Hour
	staff := map[string]*service{}
	for _, e := range c.data.Employees {
		if e.Base().Usable(model.EmployeeNumber) && staff[code(e.Number)] == nil {
			staff[code(e.Number)] = &service{employee: e}
		}
	}
	var order []*service
	off := 0
	for _, t := range c.data.Trainings {
		s := staff[code(t.Employee)]
		if s == nil || t.Date.IsZero() || !t.Base().Usable(model.TrainingDate, model.TrainingEmployee) {
			continue
		}
		s.all++
		e := s.employee
		early := !e.Hired.IsZero() && e.Base().Usable(model.EmployeeHired) && t.Date.Add(grace).Before(e.Hired)
		late := !e.Left.IsZero() && e.Base().Usable(model.EmployeeLeft) && t.Date.Add(-grace).After(e.Left)
		if !early && !late {
			continue
		}
		if len(s.before)+len(s.after) == 0 {
			order = append(order, s)
		}
		off++
		if early {
			s.before = append(s.before, t)
		} else {
			s.after = append(s.after, t)
		}
	}
	first, last := c.trainingDays()
	if off*25 > boundTrainings(staff, first, last) && !slip(order, kept(staff, first)) {
		return
	}
	for _, s := range order {
		c.service(s, model.EmployeeHired, s.before, s.employee.Hired, "voor de medewerker in dienst kwam")
		c.service(s, model.EmployeeLeft, s.after, s.employee.Left, "na de dag waarop de medewerker uit dienst ging")
	}
}

// slip tells whether what doesn't fit is of one person: trainings after he or
// she left, which no way of keeping dates explains, or one training before,
// where the others do fit. A new contract explains more of those, unless all
// others who came lately have none.
func slip(order []*service, kept int) bool {
	if len(order) != 1 {
		return false
	}
	s := order[0]
	switch {
	case len(s.before) == 0:
		return true
	case len(s.after) > 0:
		return false
	case len(s.before) == 1 && s.all > 1:
		return s.all > 2 || kept >= 2
	}
	return len(s.before) > 1 && kept >= 3
}

// kept counts the people who came while trainings were kept, and of whom all
// trainings fit.
func kept(staff map[string]*service, first time.Time) int {
	n := 0
	for _, s := range staff {
		if s.all > 0 && len(s.before)+len(s.after) == 0 && s.employee.Hired.After(first) {
			n++
		}
	}
	return n
}

// trainingDays gives the first and the last day of a training.
func (c *checker) trainingDays() (first, last time.Time) {
	for _, t := range c.data.Trainings {
		if t.Date.IsZero() {
			continue
		}
		if first.IsZero() || t.Date.Before(first) {
			first = t.Date
		}
		if t.Date.After(last) {
			last = t.Date
		}
	}
	return first, last
}

// boundTrainings counts the trainings of those who came or left while trainings
// were kept: only they show whether the dates are kept with care.
func boundTrainings(staff map[string]*service, first, last time.Time) int {
	n := 0
	for _, s := range staff {
		e := s.employee
		if e.Hired.After(first) || !e.Left.IsZero() && e.Left.Before(last) {
			n += s.all
		}
	}
	return n
}

func (c *checker) service(s *service, column int, list []*model.Training, limit time.Time, side string) {
	if len(list) == 0 {
		return
	}
	if len(list) >= 2 && len(list)*2 > s.all {
		f := c.say(ruleTrainingService, &model.EmployeeSheet, s.employee, column, fmt.Sprintf(
			"%d van de %d vormingen van deze medewerker vallen %s (%s). Kijk deze datum na.", len(list), s.all, side, short(limit)))
		f.Found, f.Expected = short(limit), "een datum waar de vormingen bij passen"
		return
	}
	var rows []model.Record
	for _, t := range list {
		rows = append(rows, t)
	}
	for _, part := range grouped(rows, sheetOf) {
		f := c.sayCells(ruleTrainingService, &model.TrainingSheet, part, model.TrainingDate, fmt.Sprintf(
			"Deze vorming valt %s (%s). Kijk de datum en het personeelsnummer na.", side, short(limit)))
		f.Found, f.Expected = short(list[0].Date), "een dag waarop de medewerker in dienst was"
	}
}

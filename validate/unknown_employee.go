package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleUnknownEmployee = finding.ByCode("R05")

// unknownEmployee looks up who followed a training.
func unknownEmployee(c *checker) {
	if len(c.data.Employees) == 0 {
		return
	}
	var known []string
	for _, e := range c.data.Employees {
		known = append(known, e.Number)
	}
	var strangers []*model.Training
	for _, t := range c.data.Trainings {
		if !t.Base().Usable(model.TrainingEmployee) || t.Employee == "" || c.index.employees[code(t.Employee)] {
			continue
		}
		strangers = append(strangers, t)
		t.Base().MarkBad(model.TrainingEmployee)
	}
	for _, t := range strangers {
		proposal := c.proposals.code(proposalKey{"personeelsnummer", "", t.Employee}, func() []string { return known })
		f := finding.New(ruleUnknownEmployee, t.Base().Place(model.TrainingEmployee), fmt.Sprintf(
			"Personeelsnummer ‘%s’ staat niet in het blad Personeel. %s", t.Employee,
			meant(proposal, "Voeg de medewerker toe of verbeter het nummer.")))
		f.Column, f.Found, f.Expected, f.Proposal = "personeelsnummer", t.Employee, "een nummer uit het blad Personeel", proposal
		if proposal == "" {
			f.Mend = lacking(&model.EmployeeSheet, "", t.Employee)
		}
		c.report(f)
	}
}

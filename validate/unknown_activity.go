package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleUnknownActivity = finding.Rule{
	Code: "R02", Family: finding.References, Level: finding.Error, Who: projectWorker,
	Title: "Deelname aan een onbekende activiteit",
	Explanation: "Elke rij in Deelnames hoort bij een activiteit uit het blad Activiteiten van hetzelfde project. " +
		"Zonder activiteit is niet te weten in welk jaar en bij welke soort de deelnames tellen.",
	Wrong: "A0l7 (met een letter l)", Right: "A017",
}

// unknownActivity demands that participations belong to an activity.
func unknownActivity(c *checker) {
	for _, p := range c.data.Participations {
		if !p.Base().Usable(model.ParticipationActivity, model.ParticipationProject) || p.Activity == "" {
			continue
		}
		if c.index.activities[pair{code(p.Project), code(p.Activity)}] {
			continue
		}
		proposal := nearest(p.Activity, c.activityIDs(p.Project))
		f := finding.New(&ruleUnknownActivity, p.Base().Place(model.ParticipationActivity), fmt.Sprintf(
			"Activiteit ‘%s’ staat niet in het blad Activiteiten van dit project. %s", p.Activity,
			meant(proposal, "Voeg de activiteit toe of verbeter de code.")))
		f.Column, f.Found, f.Expected, f.Proposal, f.Project = "activiteit_id", p.Activity, "een activiteit van hetzelfde project", proposal, p.Project
		c.report(f)
		p.Base().MarkBad(model.ParticipationActivity)
	}
}

// activityIDs lists the activities of a project; it is called only for what is
// wrong.
func (c *checker) activityIDs(project string) []string {
	var ids []string
	for _, a := range c.data.Activities {
		if a.Project == project {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

package validate

import (
	"fmt"
	"slices"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleUnknownActivity = finding.ByCode("R02")

// unknownActivity demands that participations belong to an activity.
func unknownActivity(c *checker) {
	var orphans []*model.Participation
	last, known := pair{}, false
	for _, p := range c.data.Participations {
		if !p.Base().Usable(model.ParticipationActivity, model.ParticipationProject) || p.Activity == "" {
			continue
		}
		if at := (pair{p.Project, p.Activity}); at != last {
			last, known = at, c.index.activities.meet(p.Project, p.Activity)
		}
		if !known {
			if !p.Base().Foreign(model.ParticipationActivity) { // else the date is reported
				orphans = append(orphans, p)
			}
			p.Base().MarkBad(model.ParticipationActivity)
		}
	}
	if len(orphans) == 0 {
		return
	}
	activities, rows := map[string]int{}, map[string]int{}
	for _, a := range c.data.Activities {
		activities[a.Project]++
	}
	for _, p := range c.data.Participations {
		rows[p.Project]++
	}
	for _, list := range grouped(orphans, func(p *model.Participation) string { return p.Project }) {
		project := list[0].Project
		if activities[project] == 0 && len(list) > 1 {
			c.noActivities(list)
			continue
		}
		if strange(len(list), rows[project]) {
			c.otherActivities(list)
			continue
		}
		for _, p := range list {
			c.orphan(p)
		}
	}
}

// shelf says among which files a row of a project may have strayed: within the
// workbook of one project, or among all files that projects share, where
// activities and participations may each have a file.
func (c *checker) shelf(file *source.File) string {
	for _, f := range c.data.Files {
		if f.Path == file.Path && f.Project != "" {
			return f.Path
		}
	}
	return ""
}

func (c *checker) orphan(p *model.Participation) {
	proposal, of := "", c.elsewhere(p)
	if len(of) == 0 {
		proposal = c.proposals.code(proposalKey{"activiteit_id", p.Project, p.Activity}, func() []string { return c.activityIDs(p.Project) })
	}
	f := finding.New(ruleUnknownActivity, p.Base().Place(model.ParticipationActivity), fmt.Sprintf(
		"Activiteit ‘%s’ staat niet in het blad Activiteiten van dit project. %s", p.Activity,
		meant(proposal, "Voeg de activiteit toe of verbeter de code.")))
	f.Column, f.Found, f.Expected, f.Proposal, f.Project = "activiteit_id", p.Activity, "een activiteit van hetzelfde project", proposal, p.Project
	switch {
	case len(of) == 1:
		f.Mend = []source.Edit{{At: p.Base().Place(model.ParticipationProject), Text: of[0]}}
	case proposal == "":
		f.Mend = lacking(&model.ActivitySheet, p.Project, p.Activity)
	}
	c.report(f)
}

// strange tells whether so many of a project's rows name nothing of the
// project that the sheet as a whole is another's.
func strange(strangers, all int) bool { return strangers >= 10 && strangers*5 >= all*4 }

// otherActivities says once that hardly any participation of a project is at
// one of its activities.
func (c *checker) otherActivities(list []*model.Participation) {
	f := c.say(ruleUnknownActivity, &model.ParticipationSheet, list[0], model.ParticipationActivity, fmt.Sprintf(
		"Bijna geen enkele rij hoort bij een activiteit van dit project: %s, zoals ‘%s’, staan niet in Activiteiten. Is dit het blad van een ander jaar of van een ander project?",
		dutch.Plural(distinct(list, activityOf), "code", "codes"), list[0].Activity))
	f.Ref.Col, f.Ref.Row = 0, 0
	f.Found, f.Expected = "codes van andere activiteiten", "de codes uit het blad Activiteiten"
	f.Mend = allLacking(&model.ActivitySheet, list[0].Project, list, activityOf)
}

func activityOf(p *model.Participation) string { return p.Activity }

// elsewhere gives the other projects of the same file with an activity of that
// code: then it is the project that is wrong, or the row.
func (c *checker) elsewhere(p *model.Participation) []string {
	if c.shelf(fileOf(p)) != "" {
		return nil
	}
	var of []string
	for _, a := range c.data.Activities {
		if code(a.ID) == code(p.Activity) && !slices.Contains(of, a.Project) {
			of = append(of, a.Project)
		}
	}
	return of
}

// noActivities says once that a project has participations and no activities.
func (c *checker) noActivities(list []*model.Participation) {
	f := c.say(ruleUnknownActivity, &model.ParticipationSheet, list[0], model.ParticipationActivity, fmt.Sprintf(
		"Het project heeft %s met deelnames, maar niets in Activiteiten. Vul dat blad in.", dutch.Plural(len(list), "rij", "rijen")))
	f.Ref.Col, f.Ref.Row = 0, 0
	f.Found, f.Expected = "geen activiteiten", "een activiteit voor elke rij met deelnames"
	f.Mend = allLacking(&model.ActivitySheet, list[0].Project, list, activityOf)
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

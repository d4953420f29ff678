package validate

import (
	"fmt"
	"slices"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
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
	// An activity without a code, with that of another one or with a wrong
	// project has been reported, or will be; its participations follow.
	activities, nameless, seen := map[string]int{}, map[string]int{}, newKeySet(len(c.data.Activities))
	elsewhere := map[pair]bool{}
	for _, a := range c.data.Activities {
		activities[a.Project]++
		switch {
		case !a.Base().Usable(model.ActivityProject):
			elsewhere[pair{c.shelf(fileOf(a)), code(a.ID)}] = true
		case a.ID == "" || !a.Base().Usable(model.ActivityID) || a.Base().Foreign(model.ActivityID) || seen.has(a.Project, a.ID):
			nameless[a.Project]++
		default:
			seen.add(a.Project, a.ID)
		}
	}
	orphans = slices.DeleteFunc(orphans, func(p *model.Participation) bool {
		return elsewhere[pair{c.shelf(fileOf(p)), code(p.Activity)}]
	})
	for _, list := range byProject(orphans, func(p *model.Participation) string { return p.Project }) {
		project := list[0].Project
		switch {
		case c.unread(fileOf(list[0]), &model.ActivitySheet):
		case nameless[project] > 0 && distinct(list, func(p *model.Participation) string { return p.Activity }) <= nameless[project]:
		case activities[project] == 0 && len(list) > 1:
			c.noActivities(list)
		default:
			for _, p := range list {
				c.orphan(p)
			}
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

// byProject splits a list by project, in the order of first appearance.
func byProject[T any](list []T, of func(T) string) [][]T {
	at := map[string]int{}
	var out [][]T
	for _, v := range list {
		i, ok := at[of(v)]
		if !ok {
			i = len(out)
			at[of(v)] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], v)
	}
	return out
}

func (c *checker) orphan(p *model.Participation) {
	proposal := c.proposals.code(proposalKey{"activiteit_id", p.Project, p.Activity}, func() []string { return c.activityIDs(p.Project) })
	f := finding.New(&ruleUnknownActivity, p.Base().Place(model.ParticipationActivity), fmt.Sprintf(
		"Activiteit ‘%s’ staat niet in het blad Activiteiten van dit project. %s", p.Activity,
		meant(proposal, "Voeg de activiteit toe of verbeter de code.")))
	f.Column, f.Found, f.Expected, f.Proposal, f.Project = "activiteit_id", p.Activity, "een activiteit van hetzelfde project", proposal, p.Project
	c.report(f)
}

// noActivities says once that a project has participations and no activities.
func (c *checker) noActivities(list []*model.Participation) {
	c.without[pair{list[0].Project, model.ActivitySheet.Name}] = true
	f := c.say(&ruleUnknownActivity, &model.ParticipationSheet, list[0], model.ParticipationActivity, fmt.Sprintf(
		"Het project heeft %s met deelnames, maar niets in Activiteiten. Vul dat blad in.", dutch.Plural(len(list), "rij", "rijen")))
	f.Ref.Col, f.Ref.Row = 0, 0
	f.Found, f.Expected = "geen activiteiten", "een activiteit voor elke rij met deelnames"
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

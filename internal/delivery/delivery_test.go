package delivery

import (
	"testing"
	"time"

	"voortgang/internal/model"
)

func day(year int) time.Time { return time.Date(year, 5, 1, 0, 0, 0, 0, time.UTC) }

func TestLook(t *testing.T) {
	const p = "p"
	for _, c := range []struct {
		name    string
		data    model.Dataset
		sheet   *model.Sheet
		rows    int
		nothing bool
	}{
		{"nothing", model.Dataset{}, &model.ActivitySheet, 0, true},
		{"an activity of the year", model.Dataset{Activities: []*model.Activity{{Project: "P ", ID: "A1", Date: day(2021)}}}, &model.ActivitySheet, 1, false},
		{"last year's", model.Dataset{Activities: []*model.Activity{{Project: p, ID: "A1", Date: day(2020)}}}, &model.ActivitySheet, 0, true},
		{"next year's", model.Dataset{Activities: []*model.Activity{{Project: p, ID: "A1", Date: day(2022)}}}, &model.ActivitySheet, 0, true},
		{"a date that can't be read", model.Dataset{Activities: []*model.Activity{{Project: p, ID: "A1"}}}, &model.ActivitySheet, 1, false},
		{"another project's", model.Dataset{Activities: []*model.Activity{{Project: "q", ID: "A1", Date: day(2021)}}}, &model.ActivitySheet, 0, true},
		{"participations of last year's activity", model.Dataset{Activities: []*model.Activity{{Project: p, ID: "A1", Date: day(2020)}},
			Participations: []*model.Participation{{Project: p, Activity: "a1"}}}, &model.ParticipationSheet, 0, true},
		{"participations of an unknown activity", model.Dataset{Participations: []*model.Participation{{Project: p, Activity: "A1"}}}, &model.ParticipationSheet, 1, false},
		{"a list without dates", model.Dataset{Actors: []*model.Actor{{Project: p, Name: "Stad"}}}, &model.ActorSheet, 1, false},
		{"last year's list over again", model.Dataset{Actors: []*model.Actor{{Project: p, Name: "Stad"}},
			Before: &model.Dataset{Actors: []*model.Actor{{Project: p, Name: "STAD"}}}}, &model.ActorSheet, 1, true},
		{"a name more than last year's", model.Dataset{Actors: []*model.Actor{{Project: p, Name: "Stad"}, {Project: p, Name: "School"}},
			Before: &model.Dataset{Actors: []*model.Actor{{Project: p, Name: "STAD"}}}}, &model.ActorSheet, 2, false},
		{"a volunteer who stopped", model.Dataset{Volunteers: []*model.Volunteer{{Project: p, Name: "V1", Since: day(2019), Until: day(2020)}}}, &model.VolunteerSheet, 0, true},
		{"a volunteer who goes on", model.Dataset{Volunteers: []*model.Volunteer{{Project: p, Name: "V1", Since: day(2019)}}}, &model.VolunteerSheet, 1, false},
		{"hours of last year's volunteer", model.Dataset{Volunteers: []*model.Volunteer{{Project: p, Name: "V1", Since: day(2019), Hours: model.Number{Value: 3, Known: true}}},
			Before: &model.Dataset{Volunteers: []*model.Volunteer{{Project: p, Name: "V1"}}}}, &model.VolunteerSheet, 1, false},
		{"last year's dossier", model.Dataset{Dossiers: []*model.Dossier{{Project: p, Title: "D", Status: model.DossierFinished, Date: day(2020)}}}, &model.DossierSheet, 0, true},
		{"a conclusion", model.Dataset{Conclusions: []*model.Conclusion{{Project: p}}}, &model.ConclusionSheet, 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := Look(&c.data, 2021)
			if got := table.Rows(p, c.sheet); got != c.rows {
				t.Errorf("%d rows, want %d", got, c.rows)
			}
			if got := table.Nothing(p); got != c.nothing {
				t.Errorf("nothing: %v", got)
			}
		})
	}
}

func TestOwes(t *testing.T) {
	for _, c := range []struct {
		name    string
		project model.Project
		want    bool
	}{
		{"runs", model.Project{Theme: "Wonen", Start: day(2020), End: day(2022)}, true},
		{"ends in the year", model.Project{Theme: "Wonen", Start: day(2020), End: day(2021)}, true},
		{"ended before", model.Project{Theme: "Wonen", Start: day(2019), End: day(2020)}, false},
		{"begins after", model.Project{Theme: "Wonen", Start: day(2022), End: day(2023)}, false},
		{"without dates", model.Project{Theme: "Wonen"}, true},
		{"transversal", model.Project{Theme: model.Transversal}, false},
	} {
		if got := Owes(&c.project, 2021); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

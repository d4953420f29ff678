package validate

import (
	"fmt"
	"testing"

	"voortgang/internal/model"
)

// TestSharedWork tries what stands twice: in one project, or in two.
func TestSharedWork(t *testing.T) {
	activity := func(b *book, id, project, what string, people float64) {
		b.add(&model.ActivitySheet, id, project, day(2021, 5, 12), "Acties", what, 3.0)
		b.add(&model.ParticipationSheet, id, project, "Volwassenen", people)
	}
	dossier := func(b *book, project, title string, month int) {
		b.add(&model.DossierSheet, project, title, "advies", "Lokaal", model.DossierFinished, day(2021, 1, month))
	}
	conclude := func(text string, projects ...int) func(*book) {
		return func(b *book) {
			for _, i := range projects {
				b.data.Conclusions[i].Text = text
			}
		}
	}
	const course = "Het project zit op koers en de groep bewoners groeit, maar de gemeente laat op zich wachten."
	for _, c := range []struct {
		name   string
		change func(*book)
		want   string
	}{
		{"an activity in two projects", func(b *book) {
			activity(b, "X1", "p0", "Startdag energie in Pelt", 48)
			activity(b, "Y7", "p1", "Startdag energie in Pelt", 48)
		}, "K08 Activiteiten E103"},
		{"an activity in two projects, counted apart", func(b *book) {
			activity(b, "X1", "p0", "Startdag energie in Pelt", 48)
			activity(b, "Y7", "p1", "Startdag energie in Pelt", 12)
		}, ""},
		{"a word for many activities", func(b *book) {
			for i := range 5 {
				activity(b, "X1", fmt.Sprint("p", i), "Overleg met de buurt", 5)
			}
		}, ""},
		{"a dossier in two projects", func(b *book) {
			dossier(b, "p0", "Advies over de wachtlijsten", 8)
			dossier(b, "p1", "advies over de Wachtlijsten", 8)
		}, "K08 Dossiers B3"},
		{"a dossier of the same name", func(b *book) {
			dossier(b, "p0", "Advies over de wachtlijsten", 8)
			dossier(b, "p1", "Advies over de wachtlijsten", 9)
		}, ""},
		{"another project's conclusion", conclude(course, 0, 3), "K07 Conclusie C5"},
		{"a short conclusion of two", conclude("Alles loopt zoals gepland.", 0, 3), ""},
		{"a conclusion that all agreed on", conclude(course, 0, 1, 2, 3, 4), ""},
		{"a contact twice", func(b *book) {
			contacts(b, 3)
			b.add(&model.ContactSheet, "p0", day(2021, 3, 1), "Gemeente Pelt", "", false, false)
		}, "K07 Contacten B14"},
		{"two contacts on a day", func(b *book) {
			contacts(b, 3)
			b.add(&model.ContactSheet, "p0", day(2021, 3, 1), "Gemeente Pelt", "telefonisch", false, false)
		}, ""},
		{"a text twice", func(b *book) {
			b.add(&model.ProgressSheet, "p2", model.SectionAdvice, "", "Kop", "Ons advies kwam op de agenda.")
			b.add(&model.ProgressSheet, "p2", model.SectionAdvice, "", "Kop", "Ons advies kwam op de agenda.")
		}, "K07 Voortgang E18"},
		{"a text under two heads", func(b *book) {
			b.add(&model.ProgressSheet, "p2", model.SectionAdvice, "", "Kop", "Ons advies kwam op de agenda.")
			b.add(&model.ProgressSheet, "p2", model.SectionAdvice, "", "Andere kop", "Ons advies kwam op de agenda.")
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := five()
			c.change(b)
			judge(t, b, c.want)
		})
	}
}

package validate

import (
	"fmt"
	"testing"

	"voortgang/internal/model"
)

// TestContradictions tries what one row says against another.
func TestContradictions(t *testing.T) {
	status := func(name, text string) func(*book) {
		return func(b *book) { b.data.Conclusions[2].Status, b.data.Conclusions[2].Text = name, text }
	}
	student := func(hired, left any) func(*book) {
		return func(b *book) {
			for i := range 12 {
				b.add(&model.EmployeeSheet, fmt.Sprint("P", i), day(2010, 1, 1), nil, "", false)
			}
			b.add(&model.EmployeeSheet, "P20", hired, left, "", true)
		}
	}
	for _, c := range []struct {
		name   string
		change func(*book)
		want   string
	}{
		{"not begun, with activities", status("Nog niet opgestart", "We wachten."), "O13 Conclusie B4"},
		{"not begun, with one activity", func(b *book) {
			status("Nog niet opgestart", "We wachten.")(b)
			seen := 0
			drop(&b.data.Activities, func(a *model.Activity) bool {
				if a.Project == "p2" {
					seen++
				}
				return a.Project == "p2" && seen > 1
			})
		}, ""},
		{"new since years", status("Nieuw", "Een frisse start."), "O13 Conclusie B4"},
		{"new since last year", func(b *book) {
			status("Nieuw", "Een frisse start.")(b)
			b.data.Projects[2].Start = day(2020, 9, 1)
		}, ""},
		{"completed, with years to go", status("Voltooid", "Klaar."), "O13 Conclusie B4"},
		{"completed, in the year before its end", func(b *book) {
			status("Voltooid", "Klaar.")(b)
			b.data.Projects[2].End = day(2022, 6, 30)
		}, ""},
		{"all completed, with years to go", func(b *book) {
			for _, k := range b.data.Conclusions {
				k.Status = "Voltooid"
			}
		}, ""},
		{"on course, and stopped", status("Op schema", "Het project werd in juni stopgezet wegens gebrek aan middelen."), "O13 Conclusie B4"},
		{"adjusted, and stopped", status("Bijgestuurd", "Door het vertrek van de partner is dit project gestopt."), "O13 Conclusie B4"},
		{"on course, in one word", status("Op schema", "Stopgezet."), "O13 Conclusie B4"},
		{"stopped", status("Stopgezet", "Het project werd in juni stopgezet."), ""},
		{"on course, and not stopped", status("Op schema", "Het project werd niet stopgezet, maar loopt door."), ""},
		{"on course, and nearly stopped", status("Op schema", "Het project dreigde even stopgezet te worden."), ""},
		{"on course, and something else stopped", status("Op schema", "De subsidie van de provincie werd stopgezet, maar we gaan door."), ""},
		{"on course, and an earlier project stopped", status("Op schema", "Het vorige project werd stopgezet. Dit loopt goed."), ""},

		{"two scores", func(b *book) {
			b.add(&model.ProgressSheet, "p2", model.SectionPolitical, "Doelstellingen bereikt", "Nog iets", "Een tekst.")
		}, "O14 Voortgang C17"},
		{"the same score twice", func(b *book) {
			b.add(&model.ProgressSheet, "p2", model.SectionPolitical, "In ontwikkeling", "Nog iets", "Nog een tekst.")
		}, ""},
		{"a second row without a score", func(b *book) {
			b.add(&model.ProgressSheet, "p2", model.SectionPolitical, "", "Nog iets", "Nog een tekst.")
		}, ""},

		{"a job student since 1999", student(day(1999, 9, 1), nil), "D22 Personeel B14"},
		{"a job student of this summer", student(day(2021, 7, 1), day(2021, 8, 31)), ""},
		{"a job student since some years", student(day(2016, 7, 1), nil), ""},
		{"a job student of long ago", student(day(1999, 7, 1), day(2001, 8, 31)), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := five()
			c.change(b)
			judge(t, b, c.want)
		})
	}
}

package validate

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"voortgang/internal/model"
)

// TestSums tries the rules that hold sheets against each other, each with
// something wrong and with something right that is nearly it.
func TestSums(t *testing.T) {
	staff := func(b *book, n int) {
		for i := range n {
			b.add(&model.EmployeeSheet, fmt.Sprint("P", i), day(2015, 1, 1))
		}
	}
	gone := func(b *book, from int, on time.Time) {
		for _, e := range b.data.Employees[from:] {
			e.Left = on
		}
	}
	money := func(b *book, year int, theme, project, source string, amount float64) {
		b.add(&model.FundingSheet, year, theme, project, source, amount)
	}
	envelopes := func(b *book, years ...int) {
		for _, year := range years {
			for i, theme := range []string{"Wonen", "Onderwijs", "Krachtige steden en buurten"} {
				money(b, year, theme, "", model.SourceEnvelope, 100000+float64(1000*i+year))
			}
		}
	}
	crowd := func(b *book) {
		staff(b, 40)
		b.data.FTE[7].With.Value = 0
		for i := range 11 {
			b.add(&model.FTESheet, 2019-i, "Wonen", "p0", 1.9, 0.0)
		}
	}
	grants := func(now, before float64, others ...float64) func(*book) {
		return func(b *book) {
			money(b, 2021, "Wonen", "p0", model.SourceLocal, now)
			money(b, 2020, "Wonen", "p0", model.SourceLocal, before)
			for i, amount := range others {
				money(b, 2021, "Onderwijs", fmt.Sprint("p", 1+3*(i%2)), model.SourceLocal, amount)
			}
		}
	}
	volunteer := func(hours float64, since time.Time, until any) func(*book) {
		return func(b *book) { b.add(&model.VolunteerSheet, "p0", "V001", since, until, hours) }
	}
	volunteers := func(most float64) func(*book) {
		return func(b *book) {
			for i, hours := range []float64{12, 40, 52, 150, 36, 60, 24, 80, most} {
				b.add(&model.VolunteerSheet, "p0", fmt.Sprint("V", i), day(2019, 1, 1), nil, hours)
			}
		}
	}
	alone := func(last float64) []float64 {
		var out []float64
		for i := range 40 {
			out = append(out, []float64{1, 2, 1, 3, 2}[i%5])
		}
		return append(out, last)
	}
	group := func(kind string, counts ...float64) func(*book) {
		return func(b *book) {
			for _, a := range b.data.Activities {
				a.Kind = kind
			}
			for i, n := range counts {
				b.add(&model.ParticipationSheet, fmt.Sprint("A", i/4), "p0", []string{"Jongeren", "Kinderen", "Senioren", "Volwassenen"}[i%4], n)
			}
		}
	}
	dragged := func(rows int, step float64) []float64 {
		out := []float64{7, 9, 2, 14, 3, 6}
		for i := range rows {
			out = append(out, 12+step*float64(i))
		}
		return append(out, 4, 17, 3, 8, 21, 5)
	}
	lessons := func(hours ...float64) func(*book) {
		return func(b *book) {
			staff(b, 12)
			for i, h := range hours {
				b.add(&model.TrainingSheet, day(2021, time.Month(i+2), 3), fmt.Sprint("P", i), "formeel", h, "")
			}
		}
	}
	half := func(projects int, code, status string) func(*book) {
		return func(b *book) {
			few(b, projects)
			drop(&b.data.Activities, func(a *model.Activity) bool { return a.Project == "p1" })
			b.data.Conclusions[projects-1].Status = status
			drop(&b.data.Progress, func(p *model.Progress) bool { return p.Project == code || code == "" })
		}
	}
	preparing := func(start time.Time, activities int, status string) func(*book) {
		return func(b *book) {
			b.data.Projects[0].Phase, b.data.Projects[0].Start, b.data.Conclusions[0].Status = model.PhasePreparation, start, status
			b.data.Activities = slices.Delete(b.data.Activities, activities, 20)
		}
	}
	link := func(address string) func(*book) {
		return func(b *book) {
			b.add(&model.CommunicationSheet, 1.0, "Artikel", "Een stuk in de krant.", nil, "", "", "", nil, []string{address})
		}
	}
	counted := func(without ...int) func(*book) {
		return func(b *book) {
			for i := range 120 {
				id := fmt.Sprint("B", i)
				b.add(&model.ActivitySheet, id, "p0", day(2021, 1, 4).AddDate(0, 0, 3*i), "Acties", fmt.Sprint("Nummer ", i))
				if !slices.Contains(without, i) {
					b.add(&model.ParticipationSheet, id, "p0", "Jongeren", float64(i%7))
				}
			}
			for i := range 20 {
				for k := range 5 {
					b.add(&model.ParticipationSheet, fmt.Sprint("A", i), fmt.Sprint("p", k), "Jongeren", 3.0)
				}
			}
		}
	}
	for _, c := range []struct {
		name   string
		change func(*book)
		want   string
	}{
		// five() has 10 FTE in 2021.
		{"more than twice as many FTE as people", func(b *book) { staff(b, 4) }, "O07 VTE "},
		{"more FTE than people, as in a list that isn't complete", func(b *book) { staff(b, 5) }, ""},
		{"a row of more than all people", func(b *book) { staff(b, 12); b.data.FTE[4].Without.Value = 20 }, "O07 VTE E6"},
		{"people who left before the year", func(b *book) { staff(b, 12); gone(b, 4, day(2020, 12, 31)) }, "O07 VTE "},
		{"people who left in the year", func(b *book) { staff(b, 12); gone(b, 4, day(2021, 1, 1)) }, ""},
		{"more FTE than people last year", func(b *book) { staff(b, 11); b.data.FTE[1].With.Value = 4 }, ""},

		{"a total beside its parts", func(b *book) {
			b.add(&model.FTESheet, 2021, "Wonen", "", 4.0, 0.0)
			b.data.FTE[0].With.Value, b.data.FTE[10].With.Value = 2.2, 4.2
		}, "O08 VTE D12"},
		{"a round row that equals two others", func(b *book) { b.add(&model.FTESheet, 2021, "Wonen", "", 4.0, 0.0) }, ""},
		{"a row that is nearly the sum", func(b *book) { b.add(&model.FTESheet, 2021, "Wonen", "", 4.1, 0.0) }, ""},
		{"totals of two themes", func(b *book) {
			b.add(&model.FTESheet, 2021, "Wonen", "", 4.0, 0.0)
			b.add(&model.FTESheet, 2021, "Onderwijs", "", 4.0, 0.0)
		}, "O08 VTE D12"},
		{"a total of amounts", func(b *book) {
			money(b, 2021, "Wonen", "p0", model.SourceLocal, 12345)
			money(b, 2021, "Wonen", "p3", model.SourceLocal, 20000)
			money(b, 2021, "Wonen", "", model.SourceLocal, 32345)
		}, "O08 Middelen E4"},
		{"an amount of another source", func(b *book) {
			money(b, 2021, "Wonen", "p0", model.SourceLocal, 12345)
			money(b, 2021, "Wonen", "p3", model.SourceLocal, 20000)
			money(b, 2021, "Wonen", "", model.SourceProvince, 32345)
		}, ""},

		{"no envelope, of a small part", func(b *book) {
			envelopes(b, 2020)
			money(b, 2020, "Wonen", "p0", model.SourceEurope, 900000)
			money(b, 2021, "Wonen", "p0", model.SourceLocal, 5000)
		}, ""},
		{"no envelope", func(b *book) { envelopes(b, 2020); money(b, 2021, "Wonen", "p0", model.SourceLocal, 5000) }, "O09 Middelen "},
		{"no envelope, and an amount of a source that can't be read", func(b *book) {
			envelopes(b, 2020)
			money(b, 2021, "Wonen", "p0", model.SourceLocal, 5000)
			money(b, 2021, "Wonen", "p0", "?", 700)
			b.data.Funding[len(b.data.Funding)-1].Base().MarkBad(model.FundingSource)
		}, "O09 Middelen "},
		{"no envelope of one theme", func(b *book) {
			envelopes(b, 2020, 2021)
			b.data.Funding = append(b.data.Funding[:3], b.data.Funding[4:]...)
		}, "O09 Middelen "},
		{"envelopes", func(b *book) { envelopes(b, 2020, 2021) }, ""},
		{"never an envelope", func(b *book) {
			money(b, 2020, "Wonen", "p0", model.SourceLocal, 5000)
			money(b, 2021, "Wonen", "p0", model.SourceLocal, 6000)
		}, ""},
		{"no amounts of this year at all", func(b *book) { envelopes(b, 2020) }, ""},

		{"ten times last year's envelope", func(b *book) { envelopes(b, 2020, 2021); b.data.Funding[4].Amount.Value *= 10 }, "P10 Middelen E6"},
		{"a tenth of last year's envelope", func(b *book) { envelopes(b, 2020, 2021); b.data.Funding[4].Amount.Value /= 10 }, "P10 Middelen E6"},
		{"last year's envelope, ten times that of all others", func(b *book) { envelopes(b, 2020, 2021); b.data.Funding[1].Amount.Value *= 10 }, "P10 Middelen E3"},
		{"the only envelope, ten times last year's", func(b *book) {
			money(b, 2020, "Wonen", "", model.SourceEnvelope, 120_000)
			money(b, 2021, "Wonen", "", model.SourceEnvelope, 1_180_000)
		}, "P10 Middelen E3"},
		{"an envelope of less than a thousand, of which the point is asked about", func(b *book) {
			envelopes(b, 2020, 2021)
			b.data.Funding[4].Amount.Value = 103.021
			b.data.Funding[4].Base().MarkForeign(model.FundingAmount) // as reading does
		}, ""},
		{"five times last year's envelope", func(b *book) { envelopes(b, 2020, 2021); b.data.Funding[4].Amount.Value *= 5 }, ""},
		{"an envelope that went to another theme", func(b *book) {
			envelopes(b, 2020, 2021)
			b.data.Funding[0].Amount.Value, b.data.Funding[1].Amount.Value = 400_000, 40_000
			b.data.Funding[3].Amount.Value, b.data.Funding[4].Amount.Value = 40_000, 400_000
		}, ""},
		{"an envelope that was divided over projects", func(b *book) {
			envelopes(b, 2020, 2021)
			b.data.Funding[3].Amount.Value = 10_000
			money(b, 2021, "Wonen", "p0", model.SourceEnvelope, 93_000)
		}, ""},
		{"a grant that grew tenfold", grants(40_000, 4000, 9000, 12_000, 7000), ""},
		{"a grant over twenty times last year's, and far above all others", grants(90_000, 4000, 9000, 12_000, 7000), "P10 Middelen E2"},
		{"a grant over twenty times last year's, beside a large one", grants(90_000, 4000, 9000, 50_000, 7000), ""},
		{"a grant of more than the whole envelope", func(b *book) {
			envelopes(b, 2020, 2021)
			money(b, 2021, "Wonen", "p0", model.SourceLocal, 41_000)
			money(b, 2021, "Onderwijs", "p1", model.SourceFlemish, 2_100_000)
		}, "P01 Middelen E9"},
		{"a large grant of less than the envelope", func(b *book) {
			envelopes(b, 2020, 2021)
			money(b, 2021, "Wonen", "p0", model.SourceLocal, 11_000)
			money(b, 2021, "Onderwijs", "p1", model.SourceFlemish, 290_000)
		}, ""},
		{"large grants, of more than the envelope", func(b *book) {
			envelopes(b, 2020, 2021)
			money(b, 2021, "Wonen", "p0", model.SourceEurope, 241_000)
			money(b, 2021, "Onderwijs", "p1", model.SourceFlemish, 690_000)
		}, ""},

		{"FTE ten times last year's, and all others", func(b *book) { staff(b, 25); b.data.FTE[4].With.Value = 20 }, "P10 VTE D6"},
		{"last year's FTE ten times this year's, and all others", func(b *book) { b.data.FTE[5].With.Value = 20 }, "P10 VTE D7"},
		{"FTE ten times last year's, as another has", func(b *book) {
			b.data.FTE[5].With.Value, b.data.FTE[6].With.Value, b.data.FTE[7].With.Value = 0.2, 1, 1
		}, ""},
		{"FTE far more than all others, as last year", func(b *book) { b.data.FTE[4].With.Value, b.data.FTE[5].With.Value = 9, 8 }, ""},

		{"FTE of a new project, five times the largest", func(b *book) { crowd(b); b.data.FTE[6].With.Value = 13 }, "P01 VTE D8"},
		{"FTE of a large new project", func(b *book) { crowd(b); b.data.FTE[6].With.Value = 7.5 }, ""},
		{"FTE of a new project, five times the largest, among few", func(b *book) { staff(b, 25); b.data.FTE[4].With.Value, b.data.FTE[5].With.Value = 13, 0 }, ""},

		{"one training after leaving", trained(day(2021, 6, 1)), "D12 Vorming A4"},
		{"trainings after leaving, all of one person", trained(day(2021, 6, 1), day(2021, 6, 8), day(2021, 9, 1)), "D12 Personeel C2"},
		{"a training in the month after leaving", trained(day(2021, 4, 20)), ""},
		{"one training before being hired", trained(day(2020, 6, 1)), "D12 Vorming A4"},
		{"trainings under an earlier contract", trained(day(2020, 6, 1), day(2020, 6, 8)), ""},
		{"all trainings before being hired, where others who came have none", newcomers(3, day(2020, 6, 1), day(2020, 9, 8)), "D12 Personeel B2"},
		{"all trainings before being hired, where few came", newcomers(2, day(2020, 6, 1), day(2020, 9, 8)), ""},
		{"one of two trainings before being hired, where others came", newcomers(2, day(2020, 6, 1), day(2021, 11, 1)), "D12 Vorming A2"},
		{"one of two trainings before being hired, where nobody came", newcomers(0, day(2020, 6, 1), day(2021, 11, 1)), ""},
		{"the only training before being hired", newcomers(3, day(2020, 6, 1)), ""},
		{"a training in the month before being hired", newcomers(3, day(2021, 9, 5), day(2021, 11, 1)), ""},

		{"in preparation, but under way for years", preparing(day(2019, 1, 1), 20, "Op schema"), "D06 Projecten F2"},
		{"in preparation, with fewer activities than the others", preparing(day(2019, 1, 1), 5, "Op schema"), ""},
		{"in preparation for a year", preparing(day(2020, 2, 1), 20, "Op schema"), ""},
		{"in preparation, and not yet begun", preparing(day(2019, 1, 1), 20, "Nog niet opgestart"), ""},

		{"a hundred times too many, among few", group("Acties", 3, 10, 1100, 8, 2), "P01 Deelnames D4"},
		{"a large group, among few", group("Acties", 3, 10, 110, 8, 2), ""},
		{"a crowd with one person", group("Individuele contacten", 3, 3, 85, 2, 3, 4), "P09 Deelnames D4"},
		{"a small group among many individual contacts", group("Individuele contacten", alone(20)...), "P09 Deelnames D42"},
		{"a family among many individual contacts", group("Individuele contacten", alone(9)...), ""},
		{"a small group among many actions", group("Acties", alone(20)...), ""},
		{"a small group among few individual contacts", group("Individuele contacten", 3, 3, 20, 2, 3, 4), ""},
		{"small groups among many individual contacts", group("Individuele contacten", append(alone(20), 6)...), ""},
		{"a crowd at an action", group("Acties", 3, 3, 85, 2, 3, 4), ""},
		{"a family among individual contacts", group("Individuele contacten", 3, 3, 9, 2, 3, 4), ""},
		{"equal numbers dragged down", group("Acties", dragged(22, 0)...), "P08 Deelnames D8"},
		{"a few equal numbers", group("Acties", dragged(12, 0)...), ""},
		{"a series dragged down", group("Acties", dragged(12, 1)...), "P08 Deelnames D8"},
		{"a few numbers that rise", group("Acties", dragged(6, 1)...), ""},
		{"a long training", lessons(3, 6, 3, 75, 12), "P09 Vorming D5"},
		{"a long training among long ones", lessons(3, 6, 24, 75, 12), ""},
		{"a training of a week", lessons(3, 6, 3, 38, 7), ""},

		{"a conclusion, and no progress, of one of two", half(2, "p1", "Op schema"), "O01 Projecten A3"},
		{"a conclusion, and no progress, of one that has yet to begin", half(2, "p1", "Nog niet opgestart"), ""},
		{"a conclusion, and no progress, of both", half(2, "", "Op schema"), ""},

		{"an activity without participations", counted(17), "O10 Activiteiten A119"},
		{"many activities without participations", counted(1, 2, 3, 4, 5, 6, 7), ""},
		{"all counted", counted(), ""},
		{"participations with the code of another project", func(b *book) {
			counted()(b)
			i := slices.IndexFunc(b.data.Participations, func(p *model.Participation) bool { return p.Activity == "B17" })
			b.data.Participations[i].Project = "p1"
		}, "R02 Deelnames A19"},

		{"hours of a volunteer, a hundred times too many", volunteers(1200), "P09 Vrijwilligers E10"},
		{"hours of a volunteer who is there every week", volunteers(600), ""},
		{"hours of a volunteer, a few times those of others", volunteers(450), ""},

		{"hours of a volunteer who came last week", volunteer(400, day(2021, 12, 20), nil), "O11 Vrijwilligers E2"},
		{"hours of a volunteer who came in the autumn", volunteer(400, day(2021, 10, 1), nil), ""},
		{"hours of a volunteer who left at once", volunteer(40, day(2019, 1, 1), day(2021, 1, 2)), "O11 Vrijwilligers E2"},
		{"hours of a volunteer who left before", volunteer(400, day(2019, 1, 1), day(2020, 6, 1)), ""},

		{"a link that is no address", link("htps:/www.voorbeeld.be"), "V05 Communicatieacties I2"},
		{"a link", link("www.voorbeeld.be/artikel"), ""},
		{"a link with a key", link("https://www.voorbeeld.be/artikel?token=a1b2"), "X08 Communicatieacties I2"},
		{"a link with a password that is no address", link("https://an:geheim@intranet/x"), "X08 Communicatieacties I2, V05 Communicatieacties I2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := five()
			c.change(b)
			judge(t, b, c.want)
		})
	}
}

package validate

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"voortgang/internal/model"
	"voortgang/internal/source"
)

// TestOtherUnit: a column that is wholly of another unit is one finding, in
// large werkmappen and in small ones.
func TestOtherUnit(t *testing.T) {
	small := func() *book {
		b := five()
		for i := range 6 {
			b.add(&model.EmployeeSheet, fmt.Sprint("P", i), day(2010, 1, 4))
			b.add(&model.TrainingSheet, day(2021, 3, 1+i), fmt.Sprint("P", i), "formeel", 2.5+float64(i), fmt.Sprint("Vorming ", i))
			b.add(&model.VolunteerSheet, "p0", fmt.Sprint("V", i), day(2018, 1, 1), nil, 40+12*float64(i))
		}
		for i := range 3 {
			b.add(&model.StaffingSheet, 2019+i, 8.0, 8.5, 0.5)
		}
		for i, a := range b.data.Activities {
			a.Hours = model.Number{Value: 1.5 + float64(i%4)/2, Known: true}
		}
		for year := 2020; year <= 2021; year++ {
			for i, theme := range []string{"Wonen", "Onderwijs", "Krachtige steden en buurten"} {
				b.add(&model.FundingSheet, year, theme, "", model.SourceEnvelope, 150_000+float64(1000*i+year))
				b.add(&model.FundingSheet, year, theme, fmt.Sprint("p", i), model.SourceLocal, 20_000+float64(1000*i+year))
			}
		}
		return b
	}
	large := func() *book { return crowdedBook(rand.New(rand.NewPCG(1, 1))) }
	times := func(factor float64, sheet *model.Sheet, columns ...int) func(*book, func(model.Record) bool) {
		return func(b *book, some func(model.Record) bool) {
			for r := range b.data.Records(sheet) {
				for _, column := range columns {
					if some(r) {
						r.Fields(nil)[column].(*model.Number).Value *= factor
					}
				}
			}
		}
	}
	all := func(model.Record) bool { return true }
	of := func(year int) func(model.Record) bool {
		return func(r model.Record) bool {
			switch r := r.(type) {
			case *model.FTE:
				return r.Year == year
			case *model.Funding:
				return r.Year == year
			}
			return false
		}
	}
	fte := func(factor float64) func(*book, func(model.Record) bool) {
		return times(factor, &model.FTESheet, model.FTEWith, model.FTEWithout)
	}
	funding := func(factor float64) func(*book, func(model.Record) bool) {
		return times(factor, &model.FundingSheet, model.FundingAmount)
	}
	for _, c := range []struct {
		name   string
		change func(*book, func(model.Record) bool)
		some   func(model.Record) bool
		small  string
		large  string
	}{
		{"nothing", fte(1), all, "", ""},
		{"VTE in percent", fte(100), all, "P11 VTE D1", "P11 VTE D1"},
		{"VTE of this year in percent", fte(100), of(2021), "P11 VTE D2", "P11 VTE D2"},
		{"VTE of last year in percent", fte(100), of(2020), "P11 VTE D3", "P11 VTE D3"},
		{"VTE in hours a week", fte(38), all, "P11 VTE D1", "P11 VTE D1"},
		{"VTE of this year ten times too large", fte(10), of(2021), "P11 VTE D2", "P11 VTE D2"},
		{"VTE in percent, without other sheets", func(b *book, some func(model.Record) bool) {
			b.data.Staffing, b.data.Employees, b.data.Trainings = nil, nil, nil
			fte(50)(b, some)
		}, all, "P11 VTE D1", ""},
		{"VTE of this year one and a half times last year's", fte(1.5), of(2021), "O07 VTE ", ""},
		{"minutes of activities", times(60, &model.ActivitySheet, model.ActivityHours), all, "P11 Activiteiten F1", "P11 Activiteiten F1"},
		{"minutes of training", times(60, &model.TrainingSheet, model.TrainingHours), all, "P11 Vorming D1", "P11 Vorming D1"},
		{"minutes of volunteers", times(60, &model.VolunteerSheet, model.VolunteerHours), all, "P11 Vrijwilligers E1", "P11 Vrijwilligers E1"},
		{"thousands of euros", funding(0.001), all, "P11 Middelen E1", "P11 Middelen E1"},
		{"thousands of euros this year", funding(0.001), of(2021), "P11 Middelen E8", "P11 Middelen E2"},
		{"thousands of euros last year", funding(0.001), of(2020), "P11 Middelen E2", "P11 Middelen E3"},
		{"cents", funding(100), all, "P11 Middelen E1", "P11 Middelen E1"},
		{"cents this year", funding(100), of(2021), "P11 Middelen E8", "P11 Middelen E2"},
		{"twice the money", funding(2), of(2021), "", ""},
		{"statutory staffing in percent", times(100, &model.StaffingSheet, model.StaffingNorm, model.StaffingRealised), all, "P11 Personeelsformatie C1", "P11 Personeelsformatie C1"},
		{"statutory staffing without its comma, where nobody is listed", func(b *book, some func(model.Record) bool) {
			b.data.Employees, b.data.Trainings = nil, nil
			times(100, &model.StaffingSheet, model.StaffingNorm, model.StaffingRealised)(b, some)
		}, all, "P11 Personeelsformatie C1", "P11 Personeelsformatie C1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, size := range []struct {
				make func() *book
				want string
			}{{small, c.small}, {large, c.large}} {
				b := size.make()
				c.change(b, c.some)
				judge(t, b, size.want)
			}
		})
	}
}

// The hours of one project's workbook are minutes, where all others have hours.
func TestMinutesOfOneProject(t *testing.T) {
	b := crowdedBook(rand.New(rand.NewPCG(1, 1)))
	own := *b.sheets["Activiteiten"]
	own.File = &source.File{Path: "gegevens/p7.xlsx"}
	for _, a := range b.data.Activities {
		if a.Project == "p7" {
			a.Base().Row.Sheet = &own
			a.Hours.Value *= 60
		}
	}
	judge(t, b, "P11 Activiteiten F1")
}

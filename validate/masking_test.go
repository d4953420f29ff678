package validate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// crowdedBook is a werkmap with many rows in every sheet that counts: fifty
// projects, of which the sizes are drawn as they are in practice, evenly in
// their logarithms.
func crowdedBook(r *rand.Rand) *book {
	b := newBook()
	about := func(median, sigma, step float64) float64 {
		return max(math.Round(median*math.Exp(sigma*r.NormFloat64())/step), 1) * step
	}
	themes := []string{"Wonen", "Onderwijs", "Krachtige steden en buurten"}
	for i := range 3 {
		b.add(&model.StaffingSheet, 2019+i, 60.0, 61.0+float64(i), 2.0)
	}
	for i := range 120 {
		b.add(&model.EmployeeSheet, fmt.Sprint("P", i), day(2010, 1, 4))
	}
	for p := range 50 {
		code, theme := fmt.Sprint("p", p), themes[p%3]
		b.add(&model.ProjectSheet, code, fmt.Sprint("Buurtwerk ", p), theme, false, nil, model.PhaseRunning, day(2015, 1, 1), day(2025, 12, 31), "Iets", []string{"OD1"}, nil)
		fte := about(1, 0.5, 0.05)
		b.add(&model.FTESheet, 2021, theme, code, fte, 0.0)
		b.add(&model.FTESheet, 2020, theme, code, about(fte, 0.1, 0.05), 0.0)
		money := about(30_000, 0.6, 100)
		b.add(&model.FundingSheet, 2021, theme, code, model.SourceLocal, money)
		b.add(&model.FundingSheet, 2020, theme, code, model.SourceLocal, about(money, 0.1, 100))
		for k := range 12 {
			id := fmt.Sprint("A", k)
			b.add(&model.ActivitySheet, id, code, day(2021, 1, 4).AddDate(0, 0, 7*k+p%5), model.ActivityKinds()[k%6], fmt.Sprint("Bijeenkomst ", k), about(2, 0.3, 0.5))
			count := about(10, 0.7, 1)
			if k%6 == 0 {
				count = float64(1 + r.IntN(2))
			}
			b.add(&model.ParticipationSheet, id, code, "Volwassenen", count)
			b.add(&model.ParticipationSheet, id, code, "Jongeren", about(2, 0.4, 1))
		}
		for k := range 3 {
			b.add(&model.VolunteerSheet, code, fmt.Sprint("V", k), day(2018, 1, 1), nil, about(60, 0.6, 1))
			b.add(&model.TrainingSheet, day(2021, 2, 1).AddDate(0, 0, 3*p+k), fmt.Sprint("P", 2*p+k), "formeel", about(4, 0.5, 0.5), fmt.Sprint("Vorming ", p, k))
		}
	}
	b.add(&model.ObjectiveSheet, "SD1", "Doel", "", "OD1", "Iets", "", "lopend")
	for _, theme := range themes {
		b.add(&model.FundingSheet, 2021, theme, "", model.SourceEnvelope, 800_000.0)
		b.add(&model.FundingSheet, 2020, theme, "", model.SourceEnvelope, 790_000.0)
	}
	return b
}

// sized are the findings that say that a number is wrong in size.
func sized(list []finding.Finding) []finding.Finding {
	var out []finding.Finding
	for _, f := range list {
		if strings.Contains("P01 P02 P09 P10 P11 O07", f.Code()) {
			out = append(out, f)
		}
	}
	return out
}

// cells gives the cells of findings, each as "sheet cell".
func cells(list []finding.Finding) map[string]bool {
	out := map[string]bool{}
	for _, f := range list {
		if len(f.Cells) == 0 {
			out[f.Ref.Sheet+" "+f.Ref.Cell()] = true
		}
		for _, at := range f.Cells {
			out[at.Sheet+" "+at.Cell()] = true
		}
	}
	return out
}

// TestMasking: wrong numbers don't hide one another, one or a third of all.
func TestMasking(t *testing.T) {
	for _, c := range []struct {
		name   string
		sheet  *model.Sheet
		column int
		wrong  func(r *rand.Rand, v float64) float64
	}{
		{"VTE in percent", &model.FTESheet, model.FTEWith, func(r *rand.Rand, _ float64) float64 { return float64(50 + 5*r.IntN(15)) }},
		{"counts", &model.ParticipationSheet, model.ParticipationCount, func(r *rand.Rand, _ float64) float64 { return float64(800 + r.IntN(2200)) }},
		{"amounts in cents", &model.FundingSheet, model.FundingAmount, func(_ *rand.Rand, v float64) float64 { return 100 * v }},
		{"amounts in thousands", &model.FundingSheet, model.FundingAmount, func(_ *rand.Rand, v float64) float64 { return v / 1000 }},
		{"minutes of activities", &model.ActivitySheet, model.ActivityHours, func(_ *rand.Rand, v float64) float64 { return 60 * v }},
		{"minutes of training", &model.TrainingSheet, model.TrainingHours, func(_ *rand.Rand, v float64) float64 { return 60 * v }},
		{"minutes of volunteers", &model.VolunteerSheet, model.VolunteerHours, func(_ *rand.Rand, v float64) float64 { return 60 * v }},
	} {
		for _, share := range []float64{0, 0.01, 0.03, 0.05, 0.12, 0.3} {
			t.Run(fmt.Sprintf("%s %g", c.name, share), func(t *testing.T) {
				for seed := range uint64(5) {
					r := rand.New(rand.NewPCG(seed, 3))
					b := crowdedBook(r)
					var all []model.Record
					for rec := range b.data.Records(c.sheet) {
						n := rec.Fields(nil)[c.column].(*model.Number)
						if f, ok := rec.(*model.Funding); (!ok || f.Project != "") && n.Value >= 1 || c.sheet == &model.FTESheet {
							all = append(all, rec)
						}
					}
					want := map[string]bool{}
					for _, i := range r.Perm(len(all))[:int(math.Ceil(share*float64(len(all))))] {
						n := all[i].Fields(nil)[c.column].(*model.Number)
						n.Value = c.wrong(r, n.Value)
						want[c.sheet.Name+" "+all[i].Base().Place(c.column).Cell()] = true
					}
					cfg := testConfig()
					list := sized(Data(b.data, &cfg))
					got := cells(list)
					missed, other := 0, 0
					for at := range want {
						if !got[at] {
							missed++
						}
					}
					for at := range got {
						if !want[at] {
							other++
						}
					}
					if missed > 0 || other > 0 {
						t.Errorf("seed %d: %d of %d missed, %d too many", seed, missed, len(want), other)
						for i, f := range list {
							if i < 4 {
								t.Log(f.Code(), f.Ref.Cell(), len(f.Cells), f.Message)
							}
						}
					}
				}
			})
		}
	}
}

// TestHeavyTails: what is large for a reason gives no warning.
func TestHeavyTails(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(b *book, r *rand.Rand)
	}{
		{"amounts of very different sizes", func(b *book, r *rand.Rand) {
			for i, f := range b.data.Funding {
				if f.Project != "" && f.Year == 2021 {
					f.Amount.Value = math.Ceil(20*math.Exp(1.4*r.NormFloat64())) * 1000
					b.data.Funding[i+1].Amount.Value = f.Amount.Value * (0.8 + 0.4*r.Float64())
				}
			}
		}},
		{"one large grant, every year", func(b *book, _ *rand.Rand) {
			b.data.Funding[0].Amount.Value, b.data.Funding[1].Amount.Value = 1_450_000, 1_400_000
		}},
		{"a few large grants, every year", func(b *book, _ *rand.Rand) {
			for i := range 10 {
				b.data.Funding[i].Amount.Value = 1_400_000
			}
		}},
		{"a small gift", func(b *book, _ *rand.Rand) {
			b.add(&model.FundingSheet, 2021, "Wonen", "", model.SourceFoundation, 150.0)
			b.add(&model.FundingSheet, 2021, "Onderwijs", "", model.SourceFoundation, 75.0)
			b.add(&model.FundingSheet, 2021, "Wonen", "p0", model.SourceProvince, 500.0)
		}},
		{"a yearly feast", func(b *book, _ *rand.Rand) {
			for year := 2020; year <= 2021; year++ {
				id := fmt.Sprint("F", year)
				b.add(&model.ActivitySheet, id, "p3", day(year, 6, 5), "Acties", "Wereldmaaltijd", 8.0)
				for i, group := range []string{"Volwassenen", "Jongeren", "Kinderen"} {
					b.add(&model.ParticipationSheet, id, "p3", group, float64(1900-450*i))
				}
			}
		}},
		{"a feast, once", func(b *book, _ *rand.Rand) {
			b.add(&model.ActivitySheet, "F", "p3", day(2021, 6, 5), "Acties", "Buurtfeest aan de haven", 8.0)
			b.add(&model.ParticipationSheet, "F", "p3", "Volwassenen", 1200.0)
		}},
		{"concerts", func(b *book, r *rand.Rand) {
			for i := range 30 {
				id := fmt.Sprint("C", i)
				b.add(&model.ActivitySheet, id, "p3", day(2021, 1, 5).AddDate(0, 0, 11*i), "Acties", "Voorstelling", 3.0)
				b.add(&model.ParticipationSheet, id, "p3", "Volwassenen", float64(500+r.IntN(900)))
			}
		}},
		{"counts with a long tail", func(b *book, r *rand.Rand) {
			for _, p := range b.data.Participations {
				p.Count.Value = math.Min(math.Ceil(3/math.Pow(1-r.Float64(), 0.6)), 450)
			}
		}},
		{"themes of different sizes, without projects", func(b *book, _ *rand.Rand) {
			b.data.FTE = nil
			for year := 2020; year <= 2021; year++ {
				for i, theme := range []string{"Wonen", "Onderwijs", "Krachtige steden en buurten", model.Transversal, model.Overhead} {
					b.add(&model.FTESheet, year, theme, "", []float64{1.5, 22, 0.8, 0, 0}[i], []float64{0.2, 1, 0, 2, 9}[i])
				}
			}
		}},
		{"a volunteer who is there every day", func(b *book, _ *rand.Rand) { b.data.Volunteers[7].Hours.Value = 460 }},
		{"long courses", func(b *book, _ *rand.Rand) {
			b.data.Trainings[3].Hours.Value, b.data.Trainings[90].Hours.Value = 38, 76
		}},
		{"a camp", func(b *book, _ *rand.Rand) { b.data.Activities[5].Hours.Value = 24 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			for seed := range uint64(10) {
				r := rand.New(rand.NewPCG(seed, 4))
				b := crowdedBook(r)
				c.change(b, r)
				cfg := testConfig()
				for _, f := range sized(Data(b.data, &cfg)) {
					if f.Level != finding.Info {
						t.Errorf("seed %d: %s %s %s: %s", seed, f.Code(), f.Ref.Sheet, f.Ref.Cell(), f.Message)
					} else if seed == 0 {
						t.Logf("info %s %s %s: %s", f.Code(), f.Ref.Sheet, f.Ref.Cell(), f.Message)
					}
				}
			}
		})
	}
}

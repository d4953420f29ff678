package indicator

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"voortgang/config"
	"voortgang/internal/model"
)

func largeConfig() *config.Config {
	cfg := config.Defaults()
	cfg.Report.Year = 2021
	for i := range 6 {
		cfg.Themes = append(cfg.Themes, config.Theme{Name: fmt.Sprintf("Thema %d", i+1)})
	}
	return &cfg
}

// large makes the registrations of 48 projects: per unit of scale 125
// activities, 208 participations and 104 contacts a project, so 48 × 125 =
// 6,000 activities at scale 1. A fifth are of the year before. Kinds, groups
// and actors are scattered, which is the worst case for the runs of cells.
func large(scale int) (*model.Dataset, int) {
	random := rand.New(rand.NewPCG(7, 7))
	w := newWorkdir()
	kinds, groups := model.ActivityKinds(), []string{"Volwassenen", "Jongeren", "Kinderen", "Senioren"}
	types := []string{model.ActorPartner, model.ActorSolution, model.ActorBoth}
	date := func() time.Time {
		return time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, random.IntN(456)-91)
	}
	for p := range 48 {
		code := fmt.Sprintf("project-%02d", p)
		w.inFile("gegevens/projecten/" + code + ".xlsx")
		w.project(code, fmt.Sprintf("Thema %d", p%6+1))
		for i := range 125 * scale {
			id := fmt.Sprintf("A%05d", i)
			w.put(&model.ActivitySheet, &model.Activity{ID: id, Project: code, Date: date(), Kind: kinds[random.IntN(len(kinds))]})
			for _, g := range groups[:1+(i%3+1)/2] {
				w.put(&model.ParticipationSheet, &model.Participation{Activity: id, Project: code, Group: g, Count: number(float64(random.IntN(40)))})
			}
		}
		for i := range 14 {
			w.actor(code, fmt.Sprintf("Organisatie %d", (p*9+i)%676), types[i%3])
			w.volunteer(code, fmt.Sprintf("V%d", (p*5+i)%400), "2018-01-01", "", number(12))
		}
		for range 104 * scale {
			w.put(&model.ContactSheet, &model.Contact{Project: code, Date: date(), Actor: fmt.Sprintf("organisatie %d", (p*9+random.IntN(14))%676),
				Policy: random.IntN(3) == 0, TargetGroup: random.IntN(2) == 0})
		}
	}
	return &w.Dataset, len(w.Activities) + len(w.Participations) + len(w.Contacts)
}

func benchmark(b *testing.B, scale int) {
	d, rows := large(scale)
	cfg := largeConfig()
	b.ReportAllocs()
	b.ReportMetric(float64(rows), "rows")
	for b.Loop() {
		Compute(d, cfg)
	}
}

func BenchmarkCompute(b *testing.B)           { benchmark(b, 1) }
func BenchmarkComputeTwentyfold(b *testing.B) { benchmark(b, 20) }

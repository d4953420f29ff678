package validate

import (
	"slices"
	"strings"
	"testing"
	"time"

	"voortgang/config"
	"voortgang/internal/model"
)

func TestDelivered(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*book, *config.Config)
		// want are the findings, as "code level".
		want string
	}{
		{"all", func(*book, *config.Config) {}, ""},
		{"one project nothing", func(b *book, _ *config.Config) { empty(b, "p3") }, "O20 fout"},
		{"one project last year's rows only", func(b *book, _ *config.Config) {
			empty(b, "p3")
			b.add(&model.DossierSheet, "p3", "Een dossier", "", "Lokaal", "Afgerond", day(2020, 5, 5))
		}, "O20 fout"},
		{"one that ended before the year", func(b *book, _ *config.Config) {
			empty(b, "p3")
			b.data.Projects[3].Start, b.data.Projects[3].End, b.data.Projects[3].Phase = day(2018, 1, 1), day(2020, 12, 31), model.PhaseEnded
		}, ""},
		{"one that only repeats last year's list", func(b *book, _ *config.Config) {
			empty(b, "p3")
			b.add(&model.ActorSheet, "p3", "Stad Genk", model.ActorPartner)
			b.data.Before = &model.Dataset{Actors: b.data.Actors[len(b.data.Actors)-1:]}
		}, "O20 fout"},
		{"nobody", func(b *book, _ *config.Config) {
			for _, p := range b.data.Projects {
				empty(b, p.Code)
			}
		}, "S46 fout"},
		{"nothing at all", func(b *book, _ *config.Config) { b.data = &model.Dataset{} }, "S46 fout"},
		{"an agreed sheet isn't there", func(_ *book, cfg *config.Config) {
			cfg.Delivery.Projects = map[string]config.Duty{"p3": {Sheets: []string{"planning"}, By: "15/01/2022"}}
		}, "O21 waarschuwing"},
		{"it isn't due yet", func(_ *book, cfg *config.Config) {
			cfg.Report.Date = time.Date(2021, 12, 1, 0, 0, 0, 0, time.UTC)
			cfg.Delivery.Projects = map[string]config.Duty{"p3": {Sheets: []string{"planning"}, By: "15/01/2022"}}
		}, "O21 info"},
		{"all agreed sheets are there", func(_ *book, cfg *config.Config) { cfg.Delivery.Sheets = []string{"Conclusie", "activiteiten"} }, ""},
		{"what was agreed on needs no guess", func(b *book, cfg *config.Config) {
			drop(&b.data.Conclusions, func(k *model.Conclusion) bool { return k.Project == "p3" })
			cfg.Delivery.Sheets = []string{"Activiteiten"}
		}, ""},
		{"no sheet of a project, and no project", func(_ *book, cfg *config.Config) {
			cfg.Delivery = config.Delivery{Sheets: []string{"VTE"}, Projects: map[string]config.Duty{"p33": {}}}
		}, "C05 fout, C05 fout"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, cfg := five(), testConfig()
			c.change(b, &cfg)
			var got []string
			for _, f := range Data(b.data, &cfg) {
				if slices.Contains([]string{"O01", "O20", "O21", "S46", "C05"}, f.Code()) {
					got = append(got, f.Code()+" "+f.Level.String())
				}
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("got %v, want %s", got, c.want)
			}
		})
	}
}

// empty takes away all rows of a project but its own.
func empty(b *book, code string) {
	drop(&b.data.Activities, func(r *model.Activity) bool { return r.Project == code })
	drop(&b.data.Participations, func(r *model.Participation) bool { return r.Project == code })
	drop(&b.data.Actors, func(r *model.Actor) bool { return r.Project == code })
	drop(&b.data.Contacts, func(r *model.Contact) bool { return r.Project == code })
	drop(&b.data.Volunteers, func(r *model.Volunteer) bool { return r.Project == code })
	drop(&b.data.Progress, func(r *model.Progress) bool { return r.Project == code })
	drop(&b.data.Conclusions, func(r *model.Conclusion) bool { return r.Project == code })
	drop(&b.data.Plans, func(r *model.PlannedAction) bool { return r.Project == code })
}

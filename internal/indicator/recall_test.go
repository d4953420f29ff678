package indicator

import (
	"testing"
	"time"

	"voortgang/internal/model"
)

// The rows of last year give the values of last year, and none of this year's:
// not their projects, not their actors, not who has no end date.
func TestRecall(t *testing.T) {
	cfg := testConfig()
	year := cfg.Report.Year
	day := func(y int) time.Time { return time.Date(y, 5, 1, 0, 0, 0, 0, time.UTC) }
	theme := cfg.Themes[0].Name
	d := &model.Dataset{
		Projects:   []*model.Project{{Code: "p", Theme: theme}},
		Activities: []*model.Activity{{Project: "p", ID: "A1", Date: day(year)}},
		Actors:     []*model.Actor{{Project: "p", Name: "Stad", Type: model.ActorPartner}},
		Volunteers: []*model.Volunteer{{Project: "p", Name: "V1", Since: day(year - 3)}},
		Before: &model.Dataset{
			Projects:   []*model.Project{{Code: "p", Theme: theme}, {Code: "oud", Theme: theme, End: day(year - 1)}},
			Activities: []*model.Activity{{Project: "p", ID: "A1", Date: day(year - 1)}, {Project: "oud", ID: "A1", Date: day(year - 1)}},
			Actors:     []*model.Actor{{Project: "p", Name: "Stad", Type: model.ActorPartner}, {Project: "oud", Name: "School", Type: model.ActorPartner}},
			Contacts:   []*model.Contact{{Project: "oud", Actor: "School", Date: day(year - 1)}},
			Volunteers: []*model.Volunteer{{Project: "p", Name: "V1", Since: day(year - 3)}, {Project: "oud", Name: "V2", Since: day(year - 3)}},
		},
	}
	figs := Compute(d, cfg)
	for key, want := range map[string][2]float64{
		"activiteiten.totaal": {1, 2}, "actoren.totaal": {1, 2}, "vrijwilligers.totaal": {1, 2}, "projecten.totaal": {1, 0},
	} {
		f := figs.Get(key)
		if f.Now.Value != want[0] || f.Previous().Value != want[1] {
			t.Errorf("%s: %v against %v, want %v", key, f.Now.Value, f.Previous().Value, want)
		}
	}
	if f := figs.Get("contacten.totaal"); f.Now.Known || f.Previous().Value != 1 {
		t.Errorf("contacts: %+v", f)
	}
}

package indicator

import (
	"testing"

	"voortgang/internal/model"
)

// The sums that figures declare hold in every year, and cover every table of
// people that has a total: whoever withholds a part can rely on them.
func TestSumsHold(t *testing.T) {
	w := newWorkdir()
	w.project("p1", "Wonen")
	w.project("p2", "Onderwijs en vorming")
	for i, date := range []string{"2020-02-01", "2021-02-01", "2021-03-01", "2021-04-01"} {
		id := string(rune('a' + i))
		kind := model.ActivityKinds()[i%2]
		w.activity("p1", id, date, kind)
		w.activity("p2", id, date, kind)
		w.participation("p1", id, "Volwassenen", float64(3+i))
		w.participation("p2", id, "Kinderen", float64(10*i))
	}
	w.volunteer("p1", "V1", "2020-01-01", "", number(10))
	w.volunteer("p2", "V1", "2020-01-01", "", number(20))
	w.volunteer("p2", "V2", "2020-01-01", "2020-12-31", number(5))
	w.employee("M1", "2000-01-01", "", false)
	w.employee("M2", "2019-01-01", "", false)
	figs := w.compute()

	totals := map[string]bool{}
	for _, s := range figs.Sums {
		total := figs.Get(s.Total)
		if total == nil {
			continue // a part that has no figure: nothing was there
		}
		totals[s.Total] = true
		for _, v := range total.Years {
			sum := 0.0
			for _, key := range s.Parts {
				if part := figs.Get(key); part != nil {
					sum += part.In(v.Year).Value
				}
			}
			if sum != v.Value {
				t.Errorf("%s in %d is %g, its parts make %g: %v", s.Total, v.Year, v.Value, sum, s.Parts)
			}
		}
	}
	for _, key := range []string{"deelnames.totaal", "deelnames.thema.wonen", "deelnames.soort.acties", "vrijwilligers.som", "vrijwilligers.uren", "personeel.aantal"} {
		if !totals[key] {
			t.Errorf("no sum makes %s", key)
		}
	}
}

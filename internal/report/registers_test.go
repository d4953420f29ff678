package report

import (
	"testing"

	"voortgang/internal/model"
)

// Names stand in the order of the alphabet, whatever their accents, and
// spellings that differ a little are one name, spelled as it is most often.
func TestRegister(t *testing.T) {
	a, b := &projectPlace{Project: &model.Project{}, sheet: "a"}, &projectPlace{Project: &model.Project{}, sheet: "b"}
	r := newRegister()
	for _, use := range []struct {
		name string
		p    *projectPlace
	}{
		{"OCMW Pelt", a}, {"ocmw-pelt", b}, {"OCMW Pelt", b}, {"Élan", a}, {"Zorgpunt", a}, {"’t Kasteel", b}, {"Thuis", a}, {"8-tal", a}, {"Eik", a}, {" ", a},
	} {
		r.add(use.name, use.p)
	}
	want := []struct {
		letter, name string
		projects     int
	}{{"#", "8-tal", 1}, {"E", "Eik", 1}, {"E", "Élan", 1}, {"O", "OCMW Pelt", 2}, {"T", "’t Kasteel", 1}, {"T", "Thuis", 1}, {"Z", "Zorgpunt", 1}}
	var got int
	for _, g := range r.groups() {
		for _, e := range g.Entries {
			if got >= len(want) || g.Letter != want[got].letter || e.Name != want[got].name || len(e.Links) != want[got].projects {
				t.Errorf("entry %d is %s %s (%d), want %v", got, g.Letter, e.Name, len(e.Links), want)
			}
			got++
		}
	}
	if got != len(want) {
		t.Errorf("%d entries, want %d", got, len(want))
	}
}

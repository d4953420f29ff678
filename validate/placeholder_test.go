package validate

import (
	"strings"
	"testing"
	"voortgang/internal/model"
)

// The quick look before the search misses no mark, however long the text.
func TestPlaceholder(t *testing.T) {
	long := strings.Repeat("We werkten samen met de buurt. ", 5)
	for _, mark := range []string{"TODO", "TBD", "TBC", "FIXME", "XXX", "xxxxx", "???", "[...]", "[ … ]", "Nog in te vullen", "hier aanvullen", "nog aan te vullen",
		"hier uit te werken", "in te vullen door de projectwerker", "Lorem Ipsum", "<vul hier aan>", "<naam van de partner>", "[Naam]", "[aantal deelnames]"} {
		for _, text := range []string{mark, long + mark, mark + " " + long, long + mark + ". " + long} {
			if got, want := placeholder(text), placeholderForm.FindString(text); got == "" || got != want {
				t.Errorf("%q: found %q, want %q", text, got, want)
			}
		}
	}
	for _, text := range []string{"Tekst volgt…", long + "De uitleg volgt nog.", "…", "?", strings.Repeat("..", 40)} {
		if placeholder(text) == "" {
			t.Errorf("%q: nothing found", text)
		}
	}
	for _, text := range []string{long, "Wie volgt?", "De vulling [van 2020] < 5", "Het vervolg: wat volgt, is bekend."} {
		if got := placeholder(text); got != "" {
			t.Errorf("%q: found %q", text, got)
		}
	}
}

// In every sheet, a name or a text that must be there is more than a mark.
func TestMissingNames(t *testing.T) {
	marks := []string{"?", "??", "-", "--", "...", "…", "nvt", "NVT", "n.v.t.", "n.v.t", "N.t.b.", "ntb", "tbd", "xxx", "XX", "idem", "Idem.", "test", "zie boven", "zie hierboven", "nog in te vullen", "te bepalen", "nog niet bekend"}
	names := []string{"Testaankoop", "Idem vzw", "De Tol", "NV Tekst", "X", "Nieuw initiatief", "Volgt u mee?", "Zie je wel", "ÉÉN", "سوق", "3WPLUS"}
	places := []struct {
		add  func(b *book, text string)
		want string
	}{
		{func(b *book, text string) { b.add(&model.PartnershipSheet, "formeel", text, "Samen werken", nil) }, "T23 Samenwerkingsverbanden B2"},
		{func(b *book, text string) { b.add(&model.PartnershipSheet, "formeel", "Stad Genk", text, nil) }, "T23 Samenwerkingsverbanden C2"},
		{func(b *book, text string) { b.add(&model.ActorSheet, "p0", text, "partner") }, "T23 Actoren B7"},
		{func(b *book, text string) { b.add(&model.PlanSheet, "p0", text) }, "T23 Planning B2"},
		{func(b *book, text string) { b.data.Conclusions[1].Text = text }, "T23 Conclusie C3"},
		{func(b *book, text string) { b.data.Progress[1].Text = text }, "T23 Voortgang E3"},
		{func(b *book, text string) {
			b.add(&model.DossierSheet, "p0", text, "advies", "Lokaal", model.DossierRunning)
		}, "T23 Dossiers B2"},
		{func(b *book, text string) { b.data.Projects[1].Description = text }, "T23 Projecten I3"},
	}
	for _, p := range places {
		for _, mark := range marks {
			b := five()
			p.add(b, mark)
			judge(t, b, p.want)
		}
		for _, name := range names {
			b := five()
			p.add(b, name)
			cfg := testConfig()
			if got := briefOf(Data(b.data, &cfg), "T23"); got != "" {
				t.Errorf("%s: got %s", name, got)
			}
		}
	}
}

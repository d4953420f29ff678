package validate

import (
	"strings"
	"testing"
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

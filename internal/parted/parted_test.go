package parted

import (
	"strings"
	"testing"
)

func TestItems(t *testing.T) {
	known := map[string]bool{"Wonen": true, "Onderwijs": true, "Onderwijs en Vorming": true, "Hamont-Achel": true, "Genk": true, "Werk, inkomen": true, "Zorg/welzijn": true}
	know := func(s string) string {
		if known[s] {
			return s
		}
		return ""
	}
	for in, want := range map[string]string{
		"Wonen, Onderwijs": "Wonen|Onderwijs", "Wonen en Onderwijs": "Wonen|Onderwijs", "Wonen / Onderwijs": "Wonen|Onderwijs", "Wonen/Onderwijs": "Wonen|Onderwijs",
		"Wonen, Genk en Onderwijs": "Wonen|Genk|Onderwijs", "Wonen, Genk, en Onderwijs": "Wonen|Genk|Onderwijs", "Wonen & Genk": "Wonen|Genk",
		"Onderwijs en Vorming": "", "Wonen en Onderwijs en Vorming": "Wonen|Onderwijs en Vorming", "Werk, inkomen, Zorg/welzijn": "Werk, inkomen|Zorg/welzijn",
		"Wonen": "", "Wonen, Lummen": "", "Genk-Hamont-Achel": "", "Hamont-Achel, Genk": "Hamont-Achel|Genk", "": "", ", ": "", "Wonen,": "", "Engenk": "",
		strings.Repeat("Genk, ", 40) + "Genk": "",
	} {
		if got := strings.Join(Items(in, know), "|"); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

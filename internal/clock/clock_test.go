package clock

import (
	"testing"
	"time"
)

func TestCut(t *testing.T) {
	day := time.Date(2021, 4, 14, 0, 0, 0, 0, time.UTC)
	for in, want := range map[string]string{
		"14/04/2021":                "14/04/2021 14",
		"14/04/2021 10:30":          "14/04/2021 14",
		"2021-04-14T10:30:00.000Z":  "2021-04-14 14",
		"2021-04-14T22:30:00Z":      "2021-04-14 15", // half past twelve at night here
		"2021-04-14T22:30:00+02:00": "2021-04-14 14",
		"14/04/2021 25:30":          "14/04/2021 25:30 14",
	} {
		text, at := Cut(in)
		if got := text + at.InBrussels(day).Format(" 2"); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
	if Without("14/04/2021 10:30") != "14/04/2021" || Part(0.4375) != "10:30" || Part(2.0/48) != "1:00" {
		t.Error(Without("14/04/2021 10:30"), Part(0.4375), Part(2.0/48))
	}
}

package written

import (
	"fmt"
	"strings"
	"testing"
)

// Each way of writing reads alike for what is named; a '-' is no reading.
func TestMeant(t *testing.T) {
	names := []string{"things", "counts", "euros", "hours"}
	for text, want := range map[string]string{
		"12,5k": "12500 12500 12500 12500", "1 O": "10 10 10 10", "2½": "2.5 - 2.5 2.5", "2 1/2": "2.5 - 2.5 2.5", "4/5": "0.8 - - -", "12/15": "- - - -",
		"(12)": "- - -12 -", "12-": "-12 - -12 -12", "€ -": "- - 0 -", "-": "- - - -", "--12": "- - - -", "50 %": "0.5 - - 0.5",
		"7u30": "- - - 7.5", "1:30": "- - - 1.5", "1:75": "- - - -", "1 uur 45 min.": "- - - 1.75", "45 min": "- - - 0.75", "45'": "- - - 0.75", "7.30 u": "- - - -", "7,5 u": "- - - 7.5",
		"12 personen": "- 12 - -", "12 volwassenen": "- - - -", "0,8 VTE": "0.8 - - -", "twaalf": "12 12 12 12", "geen": "0 0 0 0", "nog geen": "- - - -",
		"１２": "12 12 12 12", "'12": "12 12 12 12", "=12": "12 12 12 12", "12 ; 13": "- - - -", "1.451.50": "- - - -", "k": "- - - -", "€": "- - - -", "": "- - - -",
	} {
		var got []string
		for of := range names {
			if v, ok := Meant(text, Of(of)); ok {
				got = append(got, fmt.Sprint(v))
			} else {
				got = append(got, "-")
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
}

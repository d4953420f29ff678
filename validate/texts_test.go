package validate

import (
	"fmt"
	"strings"
	"testing"
)

func TestPersonal(t *testing.T) {
	for text, want := range map[string]string{
		"an.voorbeeld@voorbeeld.be":                        "X01",
		"jan@voorbeeld.be":                                 "X01",
		"buurtgroep12@gmail.com":                           "X01",
		"info@voorbeeld.be en onthaal.genk@voorbeeld.be":   "",
		"pelt@voorbeeld.be":                                "",
		"bel 0470/12.34.56":                                "X02",
		"bel +32 470 12 34 56":                             "X02",
		"bel 011 22 33 44":                                 "X02",
		"op 01/02/2021 en 03/04/2021":                      "",
		"0800 12 345 is gratis":                            "",
		"ondernemingsnummer 0412.345.678":                  "",
		"85.07.30-033.28":                                  "X03",
		"85073003328":                                      "X03",
		"85.07.30-033.29":                                  "",
		"BE68 5390 0754 7034":                              "X04",
		"be68-5390-0754-7034":                              "X04",
		"85/07/30-033-28":                                  "X03",
		"geb. 12/03/1980":                                  "X05",
		"BE69 5390 0754 7034":                              "",
		"geboren op 12 maart 1980":                         "X05",
		"Zij werd geboren op 1 mei 1985":                   "X05",
		"De organisatie werd geboren op 1 mei 1985.":       "",
		"Ons huis is toen geboren op 1 mei 1985.":          "",
		"Onze jonge buurtwerking werd geboren op 1/5/1985": "",
		"De voorzitter van de vereniging werd geboren op 1 mei 1985": "X05",
		"Het blok van 12/03/1980 wordt gesloopt.":                    "",
		"geboren in een dorp, op 12/03/2021 voorgesteld":             "",
		"zie https://voorbeeld.be/0470123456?x=an.b@c.be":            "",
		"tussen 2.199.000 en 11.362.256 euro, 1 451 keer":            "",
		"an.voorbeeld@voorbeeld.be of 0470 12 34 56":                 "X01 X02",
	} {
		var got []string
		for _, h := range personal(text, nil) {
			got = append(got, h.rule.Code)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: got %q, want %q", text, s, want)
		}
	}
	if list := personal("bel 011 00 00 00", []string{"011 00 00 00"}); len(list) > 0 {
		t.Error("the organisation's own number may stand there")
	}
	for name, want := range map[string]bool{
		"An Voorbeelden": true, "Peeters, Jan": true, "Peeters Jan": true,
		"V012": false, "Rode Kers": false, "Zonnebloem": false, "vrijwilliger an": false, "An": false, "Blauwe Vogel": false,
	} {
		if personName(name) != want {
			t.Errorf("%s: a person's name: %v", name, !want)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Welzijnsregio Noord-Limburg", "Welzijnsregio Noord-Limbrug", true},
		{"Gemeente Hamont-Achel", "Gemeente Hamont-Agel", false},
		{"Basisschool Sint-Jozef 1", "Basisschool Sint-Jozef 2", false},
		{"Gemeente Ham", "Gemeente Hal", false},
		{"Politie Noord", "Politie Zuid", false},
		{"Buurthuis De Linde", "Buurthuizen De Linde", false},
		{"Partner van de school", "Partners van de school", false},
	} {
		if got := oneLetter(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
	}
	for _, c := range [][2]string{{"vzw De Hoek", "De Hoek VZW"}, {"Café De Hoek", "Cafe de  hoek"}} {
		if actorKey(c[0]) != actorKey(c[1]) {
			t.Errorf("%s and %s are the same", c[0], c[1])
		}
	}
	if pseudonymKey("V012") != pseudonymKey("v-12") || pseudonymKey("V0l2") != pseudonymKey("V012") || pseudonymKey("V012") == pseudonymKey("V013") {
		t.Error("pseudonyms")
	}
}

func TestNumbersInTexts(t *testing.T) {
	for text, want := range map[string]string{
		"We telden 1.451 uren":                   "1451",
		"bijna 20 % van":                         "20 bijna",
		"negenenveertig acties en tweeëntwintig": "49 22",
		"24,87 VTE op 12/03/2021 om 14:30":       "24.87",
		"Tweehonderd dertien activiteiten, ruim honderdtwintig, duizend en tien": "213 120 ruim 1010",
		"tweehonderd, dertien": "200 13",
		// What isn't known how many, and what lies between two numbers.
		"een paar honderd, anderhalf duizend, 15 duizend":     "15",
		"drie miljoen tweehonderdduizend euro":                "3",
		"honderden mensen, een honderdtal, de honderdste":     "",
		"tussen honderd en vijfduizend, tussen de 200 en 250": "",
		"tien tot vijftien, 200 à 250, drie of vier":          "",
		"in 2020 en 2021":             "2020 2021",
		"11.362.256 euro, versie 2/3": "11362256",
	} {
		var got []string
		for _, s := range numbersIn(text) {
			got = append(got, strings.TrimSpace(fmt.Sprint(s.value, " ", s.hedge)))
		}
		joined := strings.ReplaceAll(strings.Join(got, " "), "1.1362256e+07", "11362256")
		if joined != want {
			t.Errorf("%q: got %q, want %q", text, joined, want)
		}
	}
}

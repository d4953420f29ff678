package lookalike

import "testing"

func TestLatin(t *testing.T) {
	for in, want := range map[string]string{
		"А001":   "A001", // Cyrillic
		"Βart":   "Bart", // Greek
		"A１２":    "A12",
		"Bart":   "",
		"Müller": "",
		"Москва": "", // truly Cyrillic
	} {
		if got, ok := Latin(in); got != want || ok != (want != "") {
			t.Errorf("%s: %q %v", in, got, ok)
		}
	}
}

func TestLetters(t *testing.T) {
	if got := Letters("АΒ"); got != "de A is een Cyrillische letter, de B is een Griekse letter" {
		t.Error(got)
	}
}

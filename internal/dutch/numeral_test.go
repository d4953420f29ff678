package dutch

import (
	"strings"
	"testing"
)

func TestNumeral(t *testing.T) {
	for _, c := range []struct {
		text        string
		value, used int
	}{
		{"twee", 2, 1}, {"drieëntwintig", 23, 1}, {"Eenentwintig", 21, 1}, {"twee-entwintig", 22, 1},
		{"honderd", 100, 1}, {"honderdtwintig", 120, 1}, {"honderdeenenzestig", 161, 1}, {"honderdeen", 101, 1},
		{"tweehonderddertien activiteiten", 213, 1}, {"Tweehonderd dertien activiteiten", 213, 2},
		{"tweehonderd en dertien activiteiten", 213, 3}, {"twee honderd dertien", 213, 3}, {"tweehonderdendertien", 213, 1},
		{"honderd drie en twintig", 123, 4}, {"tweehonderd en één dossiers", 201, 3},
		{"duizend vierhonderd", 1400, 2}, {"veertienhonderd eenenvijftig", 1451, 2}, {"duizend en tien", 1010, 3},
		{"elfduizend driehonderd tweeënzestig", 11362, 3}, {"honderd twintig duizend", 120000, 3},
		{"negen honderd negen en negentig duizend negen honderd en negen en negentig", 999999, 12},
		// More than one number.
		{"drie en twintig", 3, 1}, {"honderd en tweehonderd", 100, 1}, {"duizend en elfhonderd", 1000, 1}, {"twintig dertien", 20, 1},
		{"tweehonderd en een beetje", 200, 1}, {"tweehonderd en", 200, 1}, {"vijf activiteiten", 5, 1},
		// Other words.
		{"een", 0, 0}, {"één", 0, 0}, {"en", 0, 0}, {"een honderdtal", 0, 0}, {"honderden mensen", 0, 0}, {"honderdste", 0, 0},
		{"duizendpoot", 0, 0}, {"achterstand", 0, 0}, {"vierkant", 0, 0}, {"elftal", 0, 0}, {"drieën", 0, 0}, {"enen", 0, 0},
		{"tweemaal", 0, 0}, {"anderhalf duizend", 0, 0}, {"tienduizenden", 0, 0}, {"duizendhonderdduizend", 0, 0}, {"", 0, 0},
	} {
		if value, used := Numeral(strings.Fields(c.text)); value != c.value || used != c.used {
			t.Errorf("%q: got %d of %d words, want %d of %d", c.text, value, used, c.value, c.used)
		}
	}
	if v, n := Numeral([]string{""}); v != 0 || n != 0 {
		t.Errorf("an empty word is read as %d", v)
	}
}

// spelled writes a number the way the rules of spelling do, the parts after
// honderd and duizend joined by what is given.
func spelled(n int, hundred, thousand string) string {
	const low = " een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"
	switch {
	case n < 20:
		return strings.Split(low, " ")[n]
	case n < 100:
		ten := strings.Split("twintig dertig veertig vijftig zestig zeventig tachtig negentig", " ")[n/10-2]
		one := spelled(n%10, "", "")
		if one == "" {
			return ten
		}
		if strings.HasSuffix(one, "e") {
			return one + "ën" + ten
		}
		return one + "en" + ten
	}
	size, word, join := 100, "honderd", hundred
	if n >= 1000 {
		size, word, join = 1000, "duizend", thousand
	}
	if n/size > 1 {
		word = spelled(n/size, hundred, thousand) + word
	}
	if n%size > 0 {
		word += join + spelled(n%size, hundred, thousand)
	}
	return word
}

// Every number that is written out is read back.
func TestNumeralReadsWhatIsSpelled(t *testing.T) {
	for _, by := range [][2]string{{"", ""}, {"", " "}, {"en", "en"}, {" ", " "}, {" en ", " en "}} {
		step := 1
		for n := 2; n <= 999999; n += step {
			if n > 2000 {
				step = 997
			}
			text := spelled(n, by[0], by[1])
			words := strings.Fields(strings.NewReplacer(" een", " één").Replace(text))
			if value, used := Numeral(words); value != n || used != len(words) {
				t.Fatalf("%q: got %d of %d words, want %d", text, value, used, n)
			}
		}
	}
}

// Whatever the words, what is read is a number of the first ones.
func FuzzNumeral(f *testing.F) {
	f.Add("tweehonderd en dertien activiteiten")
	f.Add("één \xff Duizend-en honderd")
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Split(text, " ")
		value, used := Numeral(words)
		if used < 0 || used > len(words) || (value == 0) != (used == 0) || value < 0 || value > 999999 {
			t.Errorf("%q: %d of %d words", text, value, used)
		}
	})
}

package charts

import (
	"math"
	"reflect"
	"testing"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		text   string
		width  float64
		lines  int
		want   []string
		forced bool
	}{
		{"Krachtige steden en buurten", 200, 3, []string{"Krachtige steden en buurten"}, false},
		{"Krachtige steden en buurten", 70, 3, []string{"Krachtige steden", "en buurten"}, false},
		{"Houthalen-Helchteren", 60, 3, []string{"Houthalen-", "Helchteren"}, false},
		{"in/uit", 300, 3, []string{"in/uit"}, false},
		{"Arbeidsongeschiktheid", 50, 3, []string{"Arbeidsonge-", "schiktheid"}, true},
		{"een twee drie vier vijf", 26, 2, []string{"een", "twee…"}, true},
		{"  te   veel\tspaties ", 300, 2, []string{"te veel spaties"}, false},
		{"", 50, 3, nil, false},
	}
	for _, test := range tests {
		got, forced := Base{}.wrap(test.text, test.width, 8, Regular, test.lines)
		if !reflect.DeepEqual(got, test.want) || forced != test.forced {
			t.Errorf("wrap(%q, %g) = %q, %v; want %q, %v", test.text, test.width, got, forced, test.want, test.forced)
		}
		for _, line := range got {
			if w := (Base{}).textWidth(line, 8, Regular); w > test.width {
				t.Errorf("%q is %g wide, the room is %g", line, w, test.width)
			}
		}
	}
}

func TestSyllables(t *testing.T) {
	tests := []struct{ word, want string }{
		{"woonbegeleiding", "woon-be-ge-lei-ding"},
		{"buurtkracht", "buurt-kracht"},
		{"grondrechten", "gron-drech-ten"}, // a rule of thumb: "gron-d" would be right only by knowing the word
		{"strak", "strak"},
	}
	for _, test := range tests {
		runes := []rune(test.word)
		got := ""
		for i, r := range runes {
			if i > 0 && syllableEnd(runes, i) {
				got += "-"
			}
			got += string(r)
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.word, got, test.want)
		}
	}
}

func TestLabelsShrinkBeforeTheyBreak(t *testing.T) {
	word := []string{"Huisvestingsmaatschappij"}
	whole := Base{}.textWidth(word[0], 8, Regular)
	if l := (Base{}).fitLabels(word, whole*0.95, 8, Regular, 3); l.forced || l.size != 7.5 {
		t.Errorf("size %g, broken %v; want 7.5 and whole", l.size, l.forced)
	}
	if l := (Base{}).fitLabels(word, whole*0.5, 8, Regular, 3); !l.forced || l.size != minSize {
		t.Errorf("size %g, broken %v; want %g and broken", l.size, l.forced, float64(minSize))
	}
}

func TestScale(t *testing.T) {
	tests := []struct {
		lo, hi float64
		whole  bool
		ticks  []string
	}{
		{0, 14.1, false, []string{"0", "5", "10", "15"}},
		{0, 1735, true, []string{"0", "500", "1.000", "1.500", "2.000"}},
		{0, 3, true, []string{"0", "1", "2", "3"}},
		{0, 1, true, []string{"0", "1"}},
		{0, 0, true, []string{"0", "1"}},
		{0, 0.9, false, []string{"0,0", "0,2", "0,4", "0,6", "0,8", "1,0"}},
		{0, 12, false, []string{"0,0", "2,5", "5,0", "7,5", "10,0", "12,5"}},
		{0, 12, true, []string{"0", "5", "10", "15"}},
		{-8, 12, true, []string{"−10", "−5", "0", "5", "10", "15"}},
		{-8, -2, true, []string{"−8", "−6", "−4", "−2", "0"}},
		{20, 25, true, []string{"0", "5", "10", "15", "20", "25"}},
	}
	for _, test := range tests {
		s := newScale(test.lo, test.hi, 5, test.whole)
		var got []string
		for _, v := range s.ticks() {
			got = append(got, s.tickText(v))
		}
		if !reflect.DeepEqual(got, test.ticks) {
			t.Errorf("scale %g to %g: %q, want %q", test.lo, test.hi, got, test.ticks)
		}
	}
}

func TestNumber(t *testing.T) {
	tests := []struct {
		value    float64
		decimals int
		want     string
	}{
		{1451, 0, "1.451"}, {24.87, 2, "24,87"}, {-3, 0, "−3"}, {1e12, 0, "1.000.000.000.000"},
		{2.5e18, 0, "2,5e18"}, {-1e100, 2, "−1,0e100"}, {math.NaN(), 0, "–"}, {0, 1, "0,0"}, {1, 99, "1,000000"},
	}
	for _, test := range tests {
		if got := number(test.value, test.decimals); got != test.want {
			t.Errorf("number(%g, %d) = %q, want %q", test.value, test.decimals, got, test.want)
		}
	}
}

func TestTextOnEveryColourCanBeRead(t *testing.T) {
	st := DefaultStyle()
	for n := 1; n <= 20; n++ {
		for i := range n {
			c := st.seriesColor(i, n)
			for _, ground := range []Color{c, pale(c)} {
				if ratio := Contrast(ground, On(ground)); ratio < 4.5 {
					t.Errorf("text on %s (series %d of %d): %.2f", ground, i, n, ratio)
				}
			}
		}
	}
	for _, c := range []Color{st.Ink, st.Grey, textColor(st.Accent, st), textColor(Hex("#FBC9EE"), st)} {
		if ratio := Contrast(c, white); ratio < 4.5 {
			t.Errorf("%s on white: %.2f", c, ratio)
		}
	}
}

func TestFaintColoursHaveAnOutline(t *testing.T) {
	for _, c := range DefaultStyle().Many {
		p := filled(c)
		if faint := Contrast(c, white) < 3; faint == p.Stroke.None() {
			t.Errorf("%s: faint %v, outline %s", c, faint, p.Stroke)
		}
	}
}

func TestHex(t *testing.T) {
	for s, want := range map[string]string{"#004488": "#004488", "FBC9EE": "#fbc9ee", "": "none", "#12": "none", "#12345g": "none", "+12345": "none"} {
		if got := Hex(s).String(); got != want {
			t.Errorf("Hex(%q) = %s, want %s", s, got, want)
		}
	}
}

func TestSpreadKeepsOrderAndDistance(t *testing.T) {
	heights := []float64{10, 10, 10, 10}
	got := spread([]float64{50, 50, 52, 95}, heights, 2, 0, 100)
	want := []float64{50, 62, 74, 95}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("spread = %v, want %v", got, want)
	}
	got = spread([]float64{90, 95, 98}, []float64{10, 10, 10}, 2, 0, 100)
	if want := []float64{71, 83, 95}; !reflect.DeepEqual(got, want) {
		t.Errorf("spread at the end = %v, want %v", got, want)
	}
}

package fonts

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestPrintable(t *testing.T) {
	for _, test := range []struct{ name, text, want, missing string }{
		{"plain", "Wonen & werk: 83,5\u00A0% – ‘goed’ €", "Wonen & werk: 83,5\u00A0% – ‘goed’ €", ""},
		{"composed", "Zoe\u0308", "Zoë", ""},
		{"European letters", "Łódź İstanbul ğ ș ő Ελλάδα Жуков", "Łódź İstanbul ğ ș ő Ελλάδα Жуков", ""},
		{"line ends and tabs", "a\tb\r\nc\u2028d", "a b  c d", ""},
		{"controls and joiners", "a\x00b\u200Cc\uFEFFd\u2060e\x7F", "abcde", ""},
		{"line breaks may stay", "on\u00ADder\u200Bweg A\u2011B", "on\u00ADder\u200Bweg A\u2011B", ""},
		{"signs of the fallback", "→ ✓ ✗ ☺", "→ ✓ ✗ ☺", ""},
		{"symbol fonts of word processors", "\uF0B7 punt \uF0FC ja \uF0E0 weg", "• punt ✓ ja → weg", ""},
		{"private use", "\uF400", "[teken U+F400]", "\uF400"},
		{"compatible", "𝒜 ﬃ Ａ", "A ﬃ A", ""},
		{"emoji", "top 🌭!", "top [emoji]!", "🌭"},
		{"emoji with selector and tone", "❤\uFE0F 👍🏽", "❤ [emoji]", "👍"},
		{"emoji sequence", "👩\u200D👩\u200D👧 samen", "[emoji] samen", "👩"},
		{"keycap", "1\uFE0F\u20E3", "1", ""},
		{"flag", "🇧🇪", "[vlag: BE]", "🇧🇪"},
		{"other scripts", "日本", "[tekst in het Chinees of Japans]", "日"},
		{"no glyph", "\U0001E900 ꙮ\U00013000", "[tekst in Adlam] ꙮ[teken U+13000]", "\U0001E900\U00013000"},
		{"right to left", "Welkom, أهلا وسهلا 12 بكم, en שלום!", "Welkom, [tekst in het Arabisch], en [tekst in het Hebreeuws]!", "أש"},
		{"joined letters", "नमस्ते สวัสดี (ありがとう 日本)", "[tekst in het Hindi] [tekst in het Thai] ([tekst in het Japans])", "नสあ"},
		{"broken UTF-8", "a\xFFb", "a\uFFFDb", ""},
		{"each missing once", "🌭🌭日🌭", "[emoji][emoji][tekst in het Chinees of Japans][emoji]", "🌭日"},
	} {
		if got := Default().Printable(test.text); got != test.want {
			t.Errorf("%s: %q becomes %q, want %q", test.name, test.text, got, test.want)
		}
		if got := string(Default().Missing(test.text)); got != test.missing {
			t.Errorf("%s: %q misses %q, want %q", test.name, test.text, got, test.missing)
		}
	}
}

func TestRuns(t *testing.T) {
	for _, test := range []struct {
		style Style
		text  string
		want  string // face: text | face: text
	}{
		{Style{}, "", ""},
		{Style{}, "Wonen", "OpenSans: Wonen"},
		{Style{Weight: Bold}, "a → b", "OpenSans-Bold: a |DejaVuSans: →|OpenSans-Bold:  b"},
		{Style{Weight: Semibold, Italic: true}, "a", "OpenSans-BoldItalic: a"},
		{Style{Weight: Light, Italic: true}, "a", "OpenSans-Italic: a"},
		{Style{}, "on\u00ADder\u200Bweg", "OpenSans: onderweg"},
		{Style{}, "on\u00AD", "OpenSans: on\u00AD"},
		{Style{}, "\u200B", ""},
		{Style{}, "10\u202F000", "OpenSans: 10|DejaVuSans: \u202F|OpenSans: 000"},
		// Base and mark stay together in the one face that has both.
		{Style{}, "ax\u0302b", "OpenSans: a|DejaVuSans: x\u0302|OpenSans: b"},
	} {
		var got []string
		for _, run := range Default().Runs(test.style, test.text) {
			got = append(got, run.Face.Name+": "+run.Text)
		}
		if joined := strings.Join(got, "|"); joined != test.want {
			t.Errorf("%q: got %q, want %q", test.text, joined, test.want)
		}
	}
}

func TestNewFamily(t *testing.T) {
	own, err := ParseFace(smallFont())
	if err != nil {
		t.Fatal(err)
	}
	family := NewFamily(Default(), own)
	var got []string
	for _, run := range family.Runs(Style{Weight: Bold}, "abz→") {
		got = append(got, run.Face.Name+": "+run.Text)
	}
	if joined := strings.Join(got, "|"); joined != "Font: ab|OpenSans: z|DejaVuSans: →" {
		t.Errorf("got %q", joined)
	}
	if empty := new(Family); empty.Face(Style{}) != nil || empty.Runs(Style{}, "a") != nil || empty.Width(Style{}, "a", 1) != 0 {
		t.Error("an empty family has something")
	}
}

// FuzzRuns holds the promise that nothing is printed as an empty box.
func FuzzRuns(f *testing.F) {
	for _, seed := range []string{"Wonen", "Zoe\u0308 → 🌭", "👩\u200D👧 🇧🇪🇧", "1\uFE0F\u20E3 x\u0302\u0301", "\xFF\x00\u00AD\u200B", "\u0302", "क्षि عربى", "\U000E0101\U0010FFFF"} {
		f.Add(seed)
	}
	family := Default()
	f.Fuzz(func(t *testing.T, text string) {
		printable := family.Printable(text)
		if again := family.Printable(printable); again != printable {
			t.Errorf("%q becomes %q, then %q", text, printable, again)
		}
		if !utf8.ValidString(printable) {
			t.Errorf("%q becomes %q", text, printable)
		}
		for _, style := range []Style{{}, {Weight: Bold, Italic: true}} {
			total := 0.0
			for _, run := range family.Runs(style, text) {
				if run.Text == "" || run.Face == nil {
					t.Fatalf("%q has an empty run", text)
				}
				for _, r := range run.Text {
					if _, ok := run.Face.GID(r); !ok {
						t.Errorf("%q: %s has no glyph for %U", text, run.Face.Name, r)
					}
				}
				total += run.Width(10)
			}
			if got := family.Width(style, text, 10); got != total {
				t.Errorf("%q is %g wide, its runs are %g", text, got, total)
			}
		}
		if missing := family.Missing(text); len(missing) > 0 {
			if !strings.Contains(printable, "[") {
				t.Errorf("%q misses %q without a placeholder", text, missing)
			}
			for _, r := range missing {
				if !strings.ContainsRune(norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD")), r) {
					t.Errorf("%q doesn't have %U", text, r)
				}
			}
			if slices.Contains(missing, ' ') {
				t.Errorf("%q misses a space", text)
			}
		}
	})
}

package fonts

import (
	"unicode"
	"unicode/utf8"
)

// script is a script that can't be set: its letters are joined, reordered or
// written from right to left, or no face has them.
type script struct {
	table *unicode.RangeTable
	// name is that of the language that people know it from.
	name string
}

var scripts = []script{
	{unicode.Arabic, "het Arabisch"}, {unicode.Hebrew, "het Hebreeuws"}, {unicode.Syriac, "het Syrisch"}, {unicode.Thaana, "het Divehi"},
	{unicode.Nko, "N’Ko"}, {unicode.Adlam, "Adlam"}, {unicode.Devanagari, "het Hindi"}, {unicode.Bengali, "het Bengaals"},
	{unicode.Gurmukhi, "het Punjabi"}, {unicode.Gujarati, "het Gujarati"}, {unicode.Oriya, "het Odia"}, {unicode.Tamil, "het Tamil"},
	{unicode.Telugu, "het Telugu"}, {unicode.Kannada, "het Kannada"}, {unicode.Malayalam, "het Malayalam"}, {unicode.Sinhala, "het Singalees"},
	{unicode.Thai, "het Thai"}, {unicode.Lao, "het Lao"}, {unicode.Tibetan, "het Tibetaans"}, {unicode.Myanmar, "het Birmaans"},
	{unicode.Khmer, "het Khmer"}, {unicode.Mongolian, "het Mongools"}, {unicode.Ethiopic, "het Amhaars of Tigrinya"},
	{unicode.Han, "het Chinees of Japans"}, {unicode.Hiragana, "het Japans"}, {unicode.Katakana, "het Japans"}, {unicode.Hangul, "het Koreaans"},
}

// UnsetScript names the language in whose script a character is, when no text
// in that script can be set; "" for any other character.
func UnsetScript(r rune) string {
	if s := scriptOf(r); s != nil {
		return s.name
	}
	return ""
}

func scriptOf(r rune) *script {
	if r < 0x590 {
		return nil
	}
	for i := range scripts {
		if unicode.Is(scripts[i].table, r) {
			return &scripts[i]
		}
	}
	return nil
}

// scriptRun gives the script of the letters at the beginning of text, and how
// many bytes they take, with the marks, figures, signs and spaces between them.
// Kana among Chinese characters is Japanese.
func scriptRun(text string) (*script, int) {
	first, n := utf8.DecodeRuneInString(text)
	s := scriptOf(first)
	if s == nil {
		return nil, 0
	}
	end := n
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		n += size
		switch next := scriptOf(r); {
		case next != nil && (next == s || isEastAsian(next) && isEastAsian(s)):
			if s.table == unicode.Han {
				s = next
			}
			end = n
		case next != nil, unicode.IsLetter(r), r == '\n':
			return s, end
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
			if end == n-size {
				end = n
			}
		}
	}
	return s, end
}

func isEastAsian(s *script) bool {
	return s.table == unicode.Han || s.table == unicode.Hiragana || s.table == unicode.Katakana
}

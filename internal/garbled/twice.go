package garbled

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misreadings are the encodings in which programs take UTF-8 for something
// else, the likeliest first, each as the byte that a character stands for.
var misreadings = sync.OnceValue(func() []map[rune]byte {
	var out []map[rune]byte
	for _, table := range []*charmap.Charmap{charmap.Windows1252, charmap.Macintosh, charmap.CodePage850, charmap.CodePage437, charmap.Windows1250} {
		bytes := map[rune]byte{}
		for b := 0x80; b <= 0xff; b++ {
			if r := table.DecodeByte(byte(b)); r != utf8.RuneError {
				bytes[r] = byte(b)
			}
		}
		for b := rune(0x80); b < 0xA0; b++ {
			if _, taken := bytes[b]; !taken {
				bytes[b] = byte(b) // as the web reads what an encoding leaves open
			}
		}
		out = append(out, bytes)
	}
	return out
})

// undoTwice reads text again that was taken for another encoding: "cafÃ©" is
// "café". It gives the text itself when there is nothing of the kind.
func undoTwice(text string) string {
	if !mayBeTwice(text) {
		return text
	}
	runes := []rune(text)
	best, most := text, 0
	for _, bytes := range misreadings() {
		if out, n := readAgain(runes, bytes); n > most {
			best, most = out, n
		}
	}
	return best
}

// mayBeTwice is quick: two characters beyond ASCII side by side, or the first
// of two of which the second has become a plain space.
func mayBeTwice(text string) bool {
	beyond := false
	for _, r := range text {
		if r >= 0x80 && beyond || r == 'Ã' || r == 'Â' {
			return true
		}
		beyond = r >= 0x80
	}
	return false
}

// readAgain replaces every sequence of characters whose bytes are a character
// in UTF-8, and counts them.
func readAgain(text []rune, bytes map[rune]byte) (string, int) {
	var b strings.Builder
	count := 0
	var last rune
	for i := 0; i < len(text); {
		r, n := sequence(text[i:], bytes)
		if n == 0 || !sensible(text, i, n, r, last, bytes) && !chained(text, i, n, r, last, bytes) {
			if r, n = spaced(text, i, bytes); n == 0 {
				b.WriteRune(text[i])
				last = 0
				i++
				continue
			}
		}
		count++
		if r != '\uFEFF' {
			b.WriteRune(r)
		}
		last = r
		i += n
	}
	return b.String(), count
}

// sequence reads one character in UTF-8 from the bytes that the first of text
// stand for, and tells how many that takes; 0 for none.
func sequence(text []rune, bytes map[rune]byte) (rune, int) {
	first, ok := bytes[text[0]]
	n := 0
	switch {
	case !ok:
	case first >= 0xC2 && first <= 0xDF:
		n = 2
	case first >= 0xE1 && first <= 0xEF:
		n = 3
	case first == 0xF0:
		n = 4
	}
	if n == 0 || n > len(text) {
		return 0, 0
	}
	buf := [4]byte{first}
	for k := 1; k < n; k++ {
		b, ok := bytes[text[k]]
		if !ok || b < 0x80 || b > 0xBF {
			return 0, 0
		}
		buf[k] = b
	}
	r, size := utf8.DecodeRune(buf[:n])
	if size != n {
		return 0, 0
	}
	return r, n
}

// sensible tells whether what a sequence stands for is something that people
// write, and the sequence itself is not.
func sensible(text []rune, i, n int, r, last rune, bytes map[rune]byte) bool {
	before, after := ' ', ' '
	if i > 0 {
		before = text[i-1]
	}
	if i+n < len(text) {
		after = text[i+n]
	}
	// A capital at the end of a word in capitals, with a sign behind it.
	if unicode.IsUpper(text[i]) && unicode.IsUpper(before) && strings.ContainsRune("’”“…–—»™\u00a0", text[i+n-1]) && !unicode.IsLetter(after) && before < 0x80 {
		return false
	}
	switch {
	case r < 0xA0:
		return false
	case r < 0x100:
		return true
	case strings.ContainsRune(commonLower+commonUpper+"đĐťňď", r):
		return unicode.IsLetter(after) || unicode.IsLower(r) && unicode.IsLetter(before)
	case script(r) != nil:
		next := rune(0)
		if i+n < len(text) {
			next, _ = sequence(text[i+n:], bytes)
		}
		return unicode.Is(script(r), next) || unicode.Is(script(r), last)
	case n == 2:
		return false
	}
	return r >= 0x1E00 && r < 0x1F00 && unicode.IsLetter(after) || unicode.Is(signs, r)
}

// signs are those beyond letters that people write.
var signs = &unicode.RangeTable{
	R16: []unicode.Range16{{0x2010, 0x2044, 1}, {0x2070, 0x209F, 1}, {0x20A0, 0x20BF, 1}, {0x2100, 0x22FF, 1}, {0x2500, 0x27BF, 1}, {0xF076, 0xF076, 1}, {0xF0A7, 0xF0A8, 1}, {0xF0B7, 0xF0B7, 1},
		{0xF0D8, 0xF0D8, 1}, {0xF0E0, 0xF0E0, 1}, {0xF0FC, 0xF0FC, 1}, {0xFB00, 0xFB06, 1}, {0xFE0F, 0xFE0F, 1}, {0xFEFF, 0xFEFF, 1}, {0xFFFD, 0xFFFD, 1}},
	R32: []unicode.Range32{{0x1F000, 0x1FAFF, 1}},
}

// chained tells whether what a sequence stands for is part of another sequence:
// the text was spoiled twice.
func chained(text []rune, i, n int, r, last rune, bytes map[rune]byte) bool {
	b, ok := bytes[r]
	if !ok {
		return false
	}
	if l, ok := bytes[last]; ok && l >= 0x80 && b >= 0x80 && b <= 0xBF {
		return true
	}
	if b < 0xC2 || i+n >= len(text) {
		return false
	}
	next, _ := sequence(text[i+n:], bytes)
	return bytes[next] >= 0x80 && bytes[next] <= 0xBF
}

// script is the script of a letter that makes sense among its like only.
func script(r rune) *unicode.RangeTable {
	for _, s := range [...]*unicode.RangeTable{unicode.Greek, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew} {
		if unicode.Is(s, r) {
			return s
		}
	}
	return nil
}

// spaced reads a sequence of which the second character, a no-break space, has
// become a plain one ("voilÃ "), or was lost: "â€" is a closing quote.
func spaced(text []rune, i int, bytes map[rune]byte) (rune, int) {
	after := rune(0)
	if i+1 < len(text) {
		after = text[i+1]
	}
	lowered := i > 0 && (unicode.IsLower(text[i-1]) || unicode.IsDigit(text[i-1]))
	switch {
	case text[i] == 'Ã' && bytes['Ã'] == 0xC3 && (after == ' ' || after == 0) && (lowered || i == 0 || text[i-1] == ' '):
		if i+2 < len(text) && text[i+2] == ' ' {
			return 'à', 2
		}
		return 'à', 1
	case text[i] == 'Â' && bytes['Â'] == 0xC2 && after == ' ' && lowered:
		return ' ', 2
	case text[i] == 'â' && bytes['â'] == 0xE2 && after == '€':
		return '”', 2
	}
	return 0, 0
}

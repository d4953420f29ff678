// Package garbled recognises text that a wrong encoding, HTML or another
// program's escapes have spoiled, and gives it as it was meant: the bytes of a
// file, and texts that were spoiled before they got here. It only speaks when
// the result is sensible.
package garbled

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Encoding is how the bytes of a file were read.
type Encoding struct {
	// Name is the encoding's, as people know it.
	Name string
	// Odd is true of an encoding that is told of: an old one, or a mixture.
	Odd bool
	// Doubtful is true when the bytes can be read in another way as well, or
	// suit no encoding.
	Doubtful bool
	// Example is a word or two with characters that tell; "" without.
	Example string
}

// Note says in Dutch how a file was read, that is named by what ("Dit
// bestand"), and what to do.
func (e Encoding) Note(what string) string {
	note := what + " is gelezen in de tekenset " + e.Name
	if e.Example != "" {
		note += ", zoals in ‘" + e.Example + "’"
	}
	if e.Doubtful {
		return note + ", maar dat is niet zeker. Kijk na of de letters met een accent kloppen, en bewaar het in UTF-8."
	}
	return note + ". Bewaar het in UTF-8."
}

// Decode gives the text of a file in UTF-8, without a byte order mark.
func Decode(data []byte) ([]byte, Encoding) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe, 0, 0}), bytes.HasPrefix(data, []byte{0, 0, 0xfe, 0xff}):
		return decodeWith(utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), data), Encoding{Name: "UTF-32"}
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data), Encoding{Name: "UTF-16"}
	case looksUTF16(data, 1):
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), data), Encoding{Name: "UTF-16"}
	case looksUTF16(data, 0):
		return decodeWith(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), data), Encoding{Name: "UTF-16"}
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if utf8.Valid(data) {
		return data, Encoding{Name: "UTF-8"}
	}
	if out, ok := mixture(data); ok {
		return out, Encoding{Name: "UTF-8, met stukken in Windows-1252", Odd: true, Example: example(out)}
	}
	return singleByte(data)
}

// decodeWith decodes bytes; what has no meaning becomes U+FFFD.
func decodeWith(e encoding.Encoding, data []byte) []byte {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return bytes.ToValidUTF8(data, []byte("\uFFFD"))
	}
	return out
}

// looksUTF16 tells whether nearly all bytes at odd (1) or even (0) places of
// the beginning are zero, as in plain text written in two bytes a character.
func looksUTF16(data []byte, parity int) bool {
	head := data[:min(len(data), 400)]
	zeros := 0
	for i := parity; i < len(head); i += 2 {
		if head[i] == 0 {
			zeros++
		}
	}
	return len(head) >= 4 && zeros*10 > len(head)/2*9
}

// mixture reads a file in UTF-8 into which pieces of another file were pasted.
func mixture(data []byte) ([]byte, bool) {
	out := make([]byte, 0, len(data)+len(data)/8)
	whole, single := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			single++
			out = utf8.AppendRune(out, charmap.Windows1252.DecodeByte(data[i]))
		default:
			if n > 1 {
				whole++
			}
			out = append(out, data[i:i+n]...)
		}
		i += n
	}
	return out, whole > single
}

// oldEncodings are the encodings of one byte a character in which programs
// here write text, the likeliest first.
var oldEncodings = [...]struct {
	name  string
	table *charmap.Charmap
}{
	{"Windows-1252", charmap.Windows1252}, {"codetabel 850 (DOS)", charmap.CodePage850}, {"MacRoman (oude Mac)", charmap.Macintosh},
}

// judgedBytes bounds how much of a file is judged.
const judgedBytes = 1 << 20

// singleByte takes the encoding whose characters best suit their places.
func singleByte(data []byte) ([]byte, Encoding) {
	sample := data[:min(len(data), judgedBytes)]
	var fits [len(oldEncodings)]fit
	best := 0
	for i, e := range oldEncodings {
		fits[i] = judge(string(decodeWith(e.table, sample)))
		a, b := fits[i], fits[best]
		if best > 0 { // one old encoding against another
			a.good, b.good = a.good+a.usual, b.good+b.usual
		}
		if a.bad < b.bad || a.bad == b.bad && a.good > b.good {
			best = i
		}
	}
	out := decodeWith(oldEncodings[best].table, data)
	e := Encoding{Name: oldEncodings[best].name, Example: example(out)}
	if best > 0 {
		other := len(oldEncodings) - best // 1 and 2 are each other's
		e.Odd, e.Doubtful = true, fits[best].bad > 0 || fits[0].bad == 0 || fits[other].bad == 0
	} else {
		e.Doubtful = fits[0].bad > 1 && 3*fits[0].bad > fits[0].good
		e.Odd = e.Doubtful
	}
	return out, e
}

// example gives the first words with characters beyond ASCII.
func example(text []byte) string {
	at := bytes.IndexFunc(text, func(r rune) bool { return r >= 0xC0 && r != utf8.RuneError })
	if at < 0 {
		return ""
	}
	edge := func(r rune) bool { return r == ';' || r == ',' || r == '\t' || r == '"' || r < ' ' }
	from := bytes.LastIndexFunc(text[:at], edge) + 1
	to := bytes.IndexFunc(text[at:], edge)
	if to < 0 {
		to = len(text) - at
	}
	word := []rune(string(bytes.TrimSpace(text[from : at+to])))
	const most = 40
	if len(word) > most {
		place := len(bytes.Runes(text[from:at]))
		begin := max(0, min(place-most/2, len(word)-most))
		word = word[begin : begin+most]
	}
	return string(word)
}

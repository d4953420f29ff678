package garbled

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// undoMisread reads text again that was read in another encoding of one byte
// a character than it was written in: "Caf‚ Belgi‰" is "Café België". It gives
// the text itself when nothing in it is out of place, or no other reading puts
// everything in place.
func undoMisread(text string) string {
	if judge(text).bad == 0 {
		return text
	}
	runes := []rune(text)
	best, most := text, 0
	for _, read := range oldEncodings {
		for _, written := range oldEncodings {
			if read == written {
				continue
			}
			again, changed := reread(runes, read.table, written.table)
			if f := judge(again); f.bad == 0 && f.good >= changed && changed > most {
				best, most = again, changed
			}
		}
	}
	return best
}

// undoControls gives the signs of Windows-1252 for the control characters that
// a program makes of them when it takes the text for ISO 8859-1.
func undoControls(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x80 && r < 0xA0 {
			if sign := charmap.Windows1252.DecodeByte(byte(r)); sign >= 0xA0 && sign != utf8.RuneError {
				return sign
			}
		}
		return r
	}, text)
}

// reread gives the text as it is in another encoding, and how many characters
// changed; 0 when it can't be.
func reread(text []rune, read, written *charmap.Charmap) (string, int) {
	out, changed := make([]rune, len(text)), 0
	for i, r := range text {
		if out[i] = r; r < 0x80 {
			continue
		}
		b, ok := read.EncodeRune(r)
		if !ok {
			return "", 0
		}
		out[i] = written.DecodeByte(b)
		if out[i] == utf8.RuneError || unicode.IsControl(out[i]) {
			return "", 0
		}
		changed++
	}
	return string(out), changed
}

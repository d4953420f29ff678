package pdfw

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf16"
)

// text writes a text string: as it is when it is ASCII, else as UTF-16
// (ISO 32000-1, 7.9.2.2). PDF/A allows 32,767 bytes; longer text is cut.
func text(s string) string {
	const limit = 16000 // UTF-16 units
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] >= ' ' && s[i] < 0x7F
	}
	if ascii {
		if len(s) > 2*limit {
			s = s[:2*limit-3] + "..."
		}
		return bytesString(s)
	}
	units := utf16.Encode([]rune(s))
	if len(units) > limit {
		units = append(units[:limit-1:limit-1], '…')
		if high := units[limit-2]; high >= 0xD800 && high < 0xDC00 { // half a pair
			units[limit-2] = '…'
			units = units[:limit-1]
		}
	}
	var out strings.Builder
	out.Grow(4*len(units) + 6)
	out.WriteString("<FEFF")
	for _, u := range units {
		const hex = "0123456789ABCDEF"
		out.Write([]byte{hex[u>>12], hex[u>>8&15], hex[u>>4&15], hex[u&15]})
	}
	out.WriteByte('>')
	return out.String()
}

// bytesString writes a byte string in brackets.
func bytesString(s string) string {
	var out strings.Builder
	out.Grow(len(s) + 2)
	out.WriteByte('(')
	for i := range len(s) {
		switch b := s[i]; {
		case b == '(' || b == ')' || b == '\\':
			out.WriteByte('\\')
			out.WriteByte(b)
		case b < ' ' || b >= 0x7F:
			fmt.Fprintf(&out, "\\%03o", b)
		default:
			out.WriteByte(b)
		}
	}
	out.WriteByte(')')
	return out.String()
}

// name writes a name object: /text#2Fcsv.
func name(s string) string {
	var out strings.Builder
	out.WriteByte('/')
	for i := range len(s) {
		b := s[i]
		if b > ' ' && b < 0x7F && !strings.ContainsRune("()<>[]{}/%#", rune(b)) {
			out.WriteByte(b)
		} else {
			fmt.Fprintf(&out, "#%02X", b)
		}
	}
	return out.String()
}

// date writes a date with its offset to UTC (ISO 32000-1, 7.9.4).
func date(t time.Time) string {
	_, offset := t.Zone()
	sign := '+'
	if offset < 0 {
		sign, offset = '-', -offset
	}
	return fmt.Sprintf("(D:%s%c%02d'%02d')", t.Format("20060102150405"), sign, offset/3600, offset/60%60)
}

// uri makes a web address the ASCII that a PDF wants, with what an address may
// not hold (RFC 3986) as %XX.
func uri(s string) string {
	var out strings.Builder
	for i := range len(s) {
		if b := s[i]; b > ' ' && b < 0x7F && strings.IndexByte("\"<>\\^`{|}", b) < 0 {
			out.WriteByte(b)
		} else {
			fmt.Fprintf(&out, "%%%02X", b)
		}
	}
	return bytesString(out.String())
}

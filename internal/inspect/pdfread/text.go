package pdfread

import (
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Text decodes a text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with a
// byte order mark, else PDFDocEncoding, of which the part above ASCII is read
// as Windows-1252, its nearest kin.
func Text(s String) string {
	switch {
	case strings.HasPrefix(string(s), "\xFE\xFF"):
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	case strings.HasPrefix(string(s), "\xEF\xBB\xBF"):
		return strings.ToValidUTF8(string(s[3:]), string(utf8.RuneError))
	}
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < utf8.RuneSelf
	}
	if ascii {
		return string(s)
	}
	out, err := charmap.Windows1252.NewDecoder().String(string(s))
	if err != nil {
		return strings.ToValidUTF8(string(s), string(utf8.RuneError))
	}
	return out
}

// Date reads a date of the document information: "D:20220428120000+02'00'"
// (ISO 32000-1, 7.9.4). A date without a zone is taken as UTC.
func Date(s string) (time.Time, bool) {
	s = strings.TrimPrefix(s, "D:")
	s = strings.ReplaceAll(s, "'", "")
	if s = strings.TrimSuffix(s, "Z"); strings.HasSuffix(s, "Z0000") {
		s = strings.TrimSuffix(s, "Z0000")
	}
	for _, layout := range []string{"20060102150405-0700", "20060102150405-07", "20060102150405", "200601021504", "20060102", "200601", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

package workbook

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"voortgang/internal/xmlscan"
)

// scanner walks over a part of a workbook.
type scanner struct{ xmlscan.Scanner }

func scan(part []byte) scanner { return scanner{xmlscan.Scan(part)} }

// relation gives the id of the relationship that an element names, as r:id;
// "id" without a prefix occurs too.
func (s *scanner) relation() (string, bool) {
	for rest := s.Attrs; ; {
		var name, value []byte
		name, value, rest = xmlscan.NextAttr(rest)
		if name == nil {
			return "", false
		}
		if _, local := xmlscan.CutPrefix(name); string(local) == "id" {
			return xmlscan.Unescape(value), true
		}
	}
}

// decodeEscapes resolves the _xHHHH_ escapes of the format's text type: a
// carriage return is kept as _x000D_, and an underscore that would start such
// an escape as _x005F_. It works in place.
func decodeEscapes(text []byte) []byte {
	at := bytes.Index(text, []byte("_x"))
	if at < 0 {
		return text
	}
	out := text[:at]
	for i := at; i < len(text); {
		if text[i] == '_' && i+7 <= len(text) && text[i+1] == 'x' && text[i+6] == '_' {
			if n, err := strconv.ParseUint(string(text[i+2:i+6]), 16, 32); err == nil && utf8.ValidRune(rune(n)) {
				// At most three bytes take the place of seven: out stays behind i.
				out = utf8.AppendRune(out, rune(n))
				i += 7
				continue
			}
		}
		out = append(out, text[i])
		i++
	}
	return out
}

package xmlscan

import (
	"bytes"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// UTF8 brings a document into UTF-8, whatever its byte order mark or its XML
// declaration says it is in.
func UTF8(part []byte) ([]byte, error) {
	if bytes.HasPrefix(part, []byte{0xef, 0xbb, 0xbf}) {
		return part[3:], nil
	}
	if bytes.HasPrefix(part, []byte{0xff, 0xfe}) || bytes.HasPrefix(part, []byte{0xfe, 0xff}) {
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Bytes(part)
	}
	for _, order := range [...]unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		wide := unicode.UTF16(order, unicode.IgnoreBOM)
		if start, err := wide.NewEncoder().Bytes([]byte("<?xml")); err == nil && bytes.HasPrefix(part, start) {
			return wide.NewDecoder().Bytes(part)
		}
	}
	head := part[:min(len(part), 200)]
	if !bytes.HasPrefix(head, []byte("<?xml")) {
		return part, nil
	}
	if end := bytes.Index(head, []byte("?>")); end > 0 {
		head = head[:end]
	}
	s := Scanner{Attrs: head[len("<?xml"):]}
	label, _ := s.Attr("encoding")
	if label == "" || strings.EqualFold(label, "utf-8") || strings.EqualFold(label, "us-ascii") {
		return part, nil
	}
	// A declaration that can be read as bytes is not UTF-16, whatever it says.
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return part, nil
	}
	encoding, err := htmlindex.Get(label)
	if err != nil {
		return part, nil
	}
	return encoding.NewDecoder().Bytes(part)
}

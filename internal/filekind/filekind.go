// Package filekind tells what a file is by its content, whatever its name says.
package filekind

import (
	"bytes"
	"unicode/utf8"
)

// Of tells what a file is: "empty", "nul" (only zero bytes, as a failed copy
// leaves them), "xls", "password" (an encrypted office document), "doc", "ppt",
// "zip" (which a workbook is too), "html", "xml", "pdf", "rtf", "image", "gzip",
// "text", or "" when it is something else.
func Of(data []byte) string {
	if len(data) == 0 {
		return "empty"
	}
	if bytes.HasPrefix(data, oleHeader) {
		return oleKind(data)
	}
	for _, k := range magic {
		if bytes.HasPrefix(data, []byte(k.head)) {
			return k.kind
		}
	}
	if bytes.HasPrefix(data, []byte("RIFF")) && bytes.HasPrefix(data[min(len(data), 8):], []byte("WEBP")) ||
		bytes.HasPrefix(data[min(len(data), 4):], []byte("ftyphei")) {
		return "image"
	}
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 512)], " \t\r\n\ufeff"))
	switch {
	case bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte("<svg")), bytes.HasPrefix(head, []byte("<svg")):
		return "image"
	case bytes.HasPrefix(head, []byte("<?xml")) && !bytes.Contains(head, []byte("<html")):
		return "xml"
	case bytes.HasPrefix(head, []byte("<")):
		return "html"
	case len(bytes.Trim(data, "\x00")) == 0:
		return "nul"
	case isText(data[:min(len(data), 4096)]):
		return "text"
	}
	return ""
}

// magic is how files begin. Excel up to version 4, and some programs after it,
// wrote the stream of a workbook without a compound file around it.
var magic = []struct{ head, kind string }{
	{"PK\x03\x04", "zip"}, {"PK\x05\x06", "zip"}, {"%PDF", "pdf"}, {`{\rtf`, "rtf"}, {"\x1f\x8b", "gzip"},
	{"\x09\x00\x04\x00", "xls"}, {"\x09\x02\x06\x00", "xls"}, {"\x09\x04\x06\x00", "xls"}, {"\x09\x08\x08\x00", "xls"}, {"\x09\x08\x10\x00", "xls"},
	{"\x89PNG", "image"}, {"\xff\xd8\xff", "image"}, {"GIF8", "image"}, {"II*\x00", "image"}, {"MM\x00*", "image"},
}

// isText tells whether the begin of a file is text: no control characters, in
// UTF-8 but for a few bytes, since old programs write other encodings.
func isText(head []byte) bool {
	strange := 0
	for i := 0; i < len(head); {
		r, n := utf8.DecodeRune(head[i:])
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' {
			return false
		}
		if r == utf8.RuneError {
			strange++
		}
		i += n
	}
	return strange <= len(head)/10+1
}

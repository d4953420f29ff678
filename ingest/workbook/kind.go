package workbook

import (
	"archive/zip"
	"bytes"
	"unicode/utf8"
)

// Kind tells what a file is by its content, whatever its name says: "empty",
// "nul" (only zero bytes, as a failed copy leaves them), "xls", "password",
// "doc", "ppt", "zip" (which a workbook is too), "html", "xml", "pdf", "rtf",
// "image", "gzip", "text", or "" when it is something else.
func Kind(data []byte) string {
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

// foreign recognises files that are no workbook of this format by how they
// begin.
func foreign(data []byte) *Failure {
	switch kind := Kind(data); kind {
	case "zip":
		return nil
	case "password":
		return &Failure{Reason: Encrypted}
	case "xls", "xml":
		return &Failure{Reason: OtherFormat, Detail: kind}
	default:
		return &Failure{Reason: NoWorkbook, Detail: kind}
	}
}

// zipKind tells what an archive without a workbook is: an office document of
// another kind, or any archive.
func (b *Book) zipKind() *Failure {
	switch mime := b.openDocument(); {
	case bytes.Contains(mime, []byte("opendocument.spreadsheet")):
		return &Failure{Reason: OtherFormat, Detail: "ods"}
	case bytes.Contains(mime, []byte("opendocument")):
		return &Failure{Reason: NoWorkbook, Detail: "odt"}
	case b.files["content.xml"] != nil && b.files["mimetype"] != nil:
		return &Failure{Reason: OtherFormat, Detail: "ods"}
	case b.files["index/document.iwa"] != nil || b.files["index.zip"] != nil:
		return &Failure{Reason: OtherFormat, Detail: "numbers"}
	case b.files["[content_types].xml"] == nil && len(b.files) > 0:
		return &Failure{Reason: NoWorkbook, Detail: "zip"}
	}
	return damaged("no part lists the sheets")
}

// openDocument gives what an OpenDocument file says that it is.
func (b *Book) openDocument() []byte {
	f := b.files["mimetype"]
	if f == nil || f.Method != zip.Store || f.UncompressedSize64 > 100 {
		return nil
	}
	mime, _ := b.unpack("mimetype") // what can't be read says nothing
	return mime
}

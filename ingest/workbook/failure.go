package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"

	"voortgang/internal/filekind"
)

// Reason says why a workbook can't be read.
type Reason int

// The reasons.
const (
	// Damaged is a package or part that isn't what it should be.
	Damaged Reason = iota
	// Encrypted is a workbook with a password to open it.
	Encrypted
	// OtherFormat is a spreadsheet of another program or of before 2007;
	// Failure.Detail names the format ("xls", "ods", "numbers", "xlsb").
	OtherFormat
	// NoWorkbook is a file of another kind; Failure.Detail may name it.
	NoWorkbook
	// TooLarge is a workbook that unpacks to more than is allowed.
	TooLarge
	// Inflated is a workbook with a part that is made to fill memory.
	Inflated
	// ManySheets is a workbook with more sheets than people can have made.
	ManySheets
)

// Failure is why a workbook, or one of its sheets, can't be read. It is a fact
// about the input and no fault of the machine.
type Failure struct {
	Reason Reason
	// Detail is for the format's name or for a developer; it may be empty.
	Detail string
	// Row is the last row read before a sheet broke off; 0 when that says
	// nothing.
	Row int
}

// Error implements error.
func (f *Failure) Error() string {
	name := [...]string{"damaged", "encrypted", "other format", "no workbook", "too large", "inflated", "many sheets"}[f.Reason]
	if f.Detail == "" {
		return "workbook: " + name
	}
	return fmt.Sprintf("workbook: %s: %s", name, f.Detail)
}

func damaged(format string, args ...any) *Failure {
	return &Failure{Reason: Damaged, Detail: fmt.Sprintf(format, args...)}
}

// foreign recognises files that are no workbook of this format by how they
// begin.
func foreign(data []byte) *Failure {
	switch kind := filekind.Of(data); kind {
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

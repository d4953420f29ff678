// Package workbook reads .xlsx and .xlsm files into typed rows.
//
// The cells are read by a scanner of our own over the sheet's XML, because Rows
// and Columns of excelize don't tell what a cell is (the text "1.451" or a
// number, an error, a boolean, an ISO date, a formula without a value), run for
// ever on absurd row numbers, end in silence where a part breaks off, and take
// about ten times as long. Nor does excelize open the package: it unpacks and
// parses parts that don't matter here, and a few kilobytes can make those fill
// memory. It works out formulas again, in calculate.go. A test holds the two
// side by side: where excelize reads a sheet well, both give the same. With
// -corpus DIR it does so for all workbooks in a folder.
package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"voortgang/internal/model"
	"voortgang/internal/xmlscan"
)

// Limits bound what a workbook may take.
type Limits struct {
	// Unpacked is the number of bytes that all parts together may unpack to.
	Unpacked int64
}

// Book is an opened workbook.
type Book struct {
	// Date1904 is true when dates count from 1904.
	Date1904 bool
	// Sheets stand in the workbook's order.
	Sheets []*Sheet
	// Unpacked is what all parts unpack to, in bytes, as the package says.
	Unpacked int64

	data   []byte
	limits Limits
	files  map[string]*zip.File
	// prepared is set once what the sheets share has been read.
	prepared bool
	texts    []string
	// formed are the texts in which something is struck through, by number.
	formed  map[int]runs
	formats []cellFormat
	// textsPart and stylesPart are the names of those parts, or "".
	textsPart, stylesPart string
	// TextsDamaged is true when the table of shared texts is missing or
	// breaks off although cells refer to it. It is known once the sheets have
	// been read.
	TextsDamaged bool
}

// Sheet is one sheet of a workbook.
type Sheet struct {
	Name string
	// Hidden is true for sheets that Excel doesn't show.
	Hidden bool
	// Worksheet is false for chart, dialog and macro sheets; they can't be read.
	Worksheet bool
	// Facts is filled by Read; the merged areas and hidden columns are known
	// before the first row is given.
	Facts *model.SheetFacts

	book *Book
	part string
	// sorted is set when rows are out of order and have to be collected first.
	sorted bool
	// complete is true once the sheet has been read to its end; lastRow and
	// lastCol say how far its cells reach, empty ones included.
	complete         bool
	lastRow, lastCol int
}

// Open looks into a workbook: its sheets and properties. No sheet is unpacked
// before it is read. The error is a *Failure.
func Open(data []byte, limits Limits) (*Book, error) {
	if f := foreign(data); f != nil {
		return nil, f
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged("%v", err)
	}
	b := &Book{data: data, limits: limits, files: make(map[string]*zip.File, len(archive.File))}
	for _, f := range archive.File {
		b.Unpacked += int64(f.UncompressedSize64)
		if b.Unpacked > limits.Unpacked || f.UncompressedSize64 > uint64(limits.Unpacked) {
			return nil, &Failure{Reason: TooLarge, Detail: fmt.Sprintf("unpacks to more than %d bytes", limits.Unpacked)}
		}
		if name := partName(f.Name); isXML(name) && inflated(f) {
			return nil, &Failure{Reason: Inflated, Detail: name}
		}
		if name := partName(f.Name); b.files[name] == nil {
			b.files[name] = f
		}
	}
	if err := b.structure(); err != nil {
		return nil, err
	}
	return b, nil
}

// inflated recognises parts that are made to fill memory. Sheets that people
// fill in unpack to five to forty times their size.
func inflated(f *zip.File) bool {
	const size, ratio = 48 << 20, 200
	return f.UncompressedSize64 > size && f.UncompressedSize64 > ratio*max(f.CompressedSize64, 1)
}

func isXML(name string) bool {
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
}

// partName folds the spellings of a part's name: some programs write
// backslashes, a leading slash or other capitals.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// unpack gives a part as UTF-8. It gives nil when there is no such part, and with an error what could be
// unpacked before it.
func (b *Book) unpack(name string) ([]byte, error) {
	f := b.files[name]
	if f == nil {
		return nil, nil
	}
	if inflated(f) {
		return nil, &Failure{Reason: Inflated, Detail: name}
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged("%s: %v", name, err)
	}
	defer r.Close()
	// The size that the package names saves growing; it may be wrong.
	var part bytes.Buffer
	part.Grow(int(min(f.UncompressedSize64, uint64(b.limits.Unpacked))) + bytes.MinRead)
	_, err = part.ReadFrom(io.LimitReader(r, b.limits.Unpacked))
	content := part.Bytes()
	if err != nil {
		return content, damaged("%s: %v", name, err)
	}
	return xmlscan.UTF8(content)
}

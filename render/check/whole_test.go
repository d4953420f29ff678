package check

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/finding"
)

// parts gives the parts of a workbook.
func parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(text)
	}
	return out
}

// with gives the workbook with some of its parts changed; a part that becomes
// empty is left out.
func with(t testing.TB, data []byte, change func(name, text string) string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts(t, data) {
		if text = change(name, text); text == "" {
			continue
		}
		part, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(part, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withChartSheet is a workbook whose second sheet is a chart.
func withChartSheet(t testing.TB) []byte {
	t.Helper()
	const main, rel = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`, "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	data := with(t, original(t), func(name, text string) string {
		switch name {
		case "xl/workbook.xml":
			return strings.Replace(text, "</sheets>", `<sheet name="Grafiek1" sheetId="9" r:id="rId99" xmlns:r="`+rel+`"/></sheets>`, 1)
		case "xl/_rels/workbook.xml.rels":
			return strings.Replace(text, "</Relationships>", `<Relationship Id="rId99" Type="`+rel+`/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`, 1)
		case "[Content_Types].xml":
			return strings.Replace(text, "</Types>", `<Override PartName="/xl/chartsheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml"/></Types>`, 1)
		}
		return text
	})
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts(t, data) {
		part, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(part, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	part, err := w.Create("xl/chartsheets/sheet1.xml")
	if err == nil {
		_, err = io.WriteString(part, `<chartsheet `+main+`><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews></chartsheet>`)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// typeForm matches an entry of the list of types.
var typeForm = regexp.MustCompile(`<Override\b[^>]*>`)

// A workbook with a chart for a sheet gets a copy as any other. Nothing but the
// list is shown when it is opened: sheets that were selected would be a group.
func TestCopyWithChartSheet(t *testing.T) {
	f, out := copyOf(t, withChartSheet(t), mistakes()...)
	if got := strings.Join(f.GetSheetList(), "|"); got != "Bevindingen|Deelnames|Mijn 'eigen' blad|Grafiek1" {
		t.Error(got)
	}
	if f.GetActiveSheetIndex() != 0 {
		t.Error("another sheet is shown")
	}
	for name, text := range parts(t, out) {
		if selectedForm.MatchString(text) {
			t.Errorf("%s is selected", name)
		}
	}
}

// Programs that leave out styles, or a part of them, write workbooks too.
func TestCopyWithoutStyles(t *testing.T) {
	bare := with(t, original(t), func(name, text string) string {
		switch name {
		case stylesPart:
			return ""
		case "xl/_rels/workbook.xml.rels", "[Content_Types].xml":
			for _, tag := range append(relationForm.FindAllString(text, -1), typeForm.FindAllString(text, -1)...) {
				if strings.Contains(tag, "styles.xml") {
					return strings.NewReplacer(tag+"</Relationship>", "", tag+"</Override>", "", tag, "").Replace(text)
				}
			}
		}
		return text
	})
	thin := with(t, original(t), func(name, text string) string {
		if name == stylesPart {
			return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`
		}
		return text
	})
	for name, data := range map[string][]byte{"no part": bare, "an empty part": thin} {
		out, err := Annotate(book, data, mistakes())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		p := parts(t, out)
		if !strings.Contains(p["xl/_rels/workbook.xml.rels"], "styles.xml") || !strings.Contains(p["[Content_Types].xml"], "/xl/styles.xml") {
			t.Errorf("%s: the styles of the copy aren't used", name)
		}
		f, err := excelize.OpenReader(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		id, err := f.GetCellStyle("Deelnames", "C4")
		style, err2 := f.GetStyle(id)
		if err != nil || err2 != nil || len(style.Fill.Color) != 1 || "#"+style.Fill.Color[0] != fillColours[finding.Warning] {
			t.Errorf("%s: the cell isn't coloured: %+v", name, style)
		}
		f.Close()
	}
}

// A row without cells at the end of the sheet, as LibreOffice leaves there,
// would make the library go over a million rows for each note.
func TestCopyOfSheetWithFarRows(t *testing.T) {
	const far = `<row r="1048575" ht="12.8"></row><row r="1048576" ht="12.8"/>`
	add := func(rows string) []byte {
		return with(t, original(t), func(name, text string) string {
			return strings.Replace(text, "</sheetData>", rows+"</sheetData>", 1)
		})
	}
	for name, c := range map[string]struct {
		rows  string
		notes bool
	}{
		"no cells": {far, true}, "hidden": {`<row r="1048576" hidden="1"/>`, false}, "a cell": {`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`, false},
	} {
		f, err := excelize.OpenReader(bytes.NewReader(add(c.rows)))
		if err != nil {
			t.Fatal(err)
		}
		lighten(f)
		if got := extents(f)["Deelnames"]; (got.lastRow < 100) != c.notes || got.merged != 1 {
			t.Errorf("%s: %+v", name, got)
		}
		if most := extents(f)["Deelnames"].mostNotes(); (most == maxNotesPerSheet) != c.notes || most < 10 {
			t.Errorf("%s: %d notes", name, most)
		}
		f.Close()
	}
}

// A sheet with nothing to mark is copied byte for byte, however strange it is;
// one with more merged areas than people make isn't marked.
func TestCopyOfStrangeSheets(t *testing.T) {
	merges := strings.Repeat(`<mergeCell ref="A1:B1"/>`, maxMerged+1)
	data := with(t, original(t), func(name, text string) string {
		if name == "xl/worksheets/sheet2.xml" {
			return strings.Replace(text, "</sheetData>", `</sheetData><mergeCells>`+merges+`</mergeCells>`, 1)
		}
		return text
	})
	list := []finding.Finding{one(unknownSheet, at(book, "Mijn 'eigen' blad", 0, 0), "a", "", "", "niet herkend.")}
	out, err := Annotate(book, data, list)
	if err != nil {
		t.Fatal(err)
	}
	if before, after := parts(t, data)["xl/worksheets/sheet2.xml"], parts(t, out)["xl/worksheets/sheet2.xml"]; before != after {
		t.Errorf("the sheet changed:\n%.300s\n%.300s", before, after)
	}
	if _, err := Annotate(book, data, mistakes()); err == nil {
		t.Error("no error for a sheet that takes minutes")
	}
}

// Package booktest makes workbooks for tests from raw XML, so that a test can
// hold exactly what some program writes, right or wrong, and needs no other
// program to make it.
package booktest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"voortgang/internal/source"
)

// Parts are the parts of a package by name.
type Parts map[string]string

// Sheet is one sheet of a workbook.
type Sheet struct {
	Name string
	// State is "hidden" or "veryHidden"; empty for a sheet that is shown.
	State string
	// Before, Rows and After are XML: before sheetData, in it, and after it.
	Before, Rows, After string
	// Part is the whole part; when set, the three above don't count.
	Part string
}

// Hide gives the sheet with some of its rows hidden.
func (s Sheet) Hide(rows ...int) Sheet {
	for _, n := range rows {
		row := fmt.Sprintf(`<row r="%d"`, n)
		s.Rows = strings.Replace(s.Rows, row+">", row+` hidden="1">`, 1)
	}
	return s
}

// Raw is the XML of a cell, in which %s stands for its address.
type Raw string

const (
	mainNS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relNS  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	pkgNS  = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// Styles has a date at style 1, a time at 2, a percentage at 3, a custom date
// at 4, a duration at 5 and a custom amount at 6.
const Styles = `<styleSheet xmlns="` + mainNS + `"><numFmts count="3">` +
	`<numFmt numFmtId="164" formatCode="[$-813]d mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/>` +
	`<numFmt numFmtId="166" formatCode="#,##0.00\ &quot;days&quot;;[Red]\-#,##0.00"/></numFmts>` +
	`<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>` +
	`<cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="10"/>` +
	`<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`

// Workbook gives the parts of a workbook with these sheets.
func Workbook(sheets ...Sheet) Parts {
	p := Parts{
		"_rels/.rels":   `<Relationships xmlns="` + pkgNS + `"><Relationship Id="rId1" Type="` + relNS + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/styles.xml": Styles,
	}
	var list, rels, types strings.Builder
	for i, s := range sheets {
		state := ""
		if s.State != "" {
			state = ` state="` + s.State + `"`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, escape(s.Name), i+1, state, i+1)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, relNS, i+1)
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, i+1)
		part := s.Part
		if part == "" {
			part = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="` + mainNS + `">` + s.Before + `<sheetData>` + s.Rows + `</sheetData>` + s.After + `</worksheet>`
		}
		p[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = part
	}
	fmt.Fprintf(&rels, `<Relationship Id="rId90" Type="%s/sharedStrings" Target="sharedStrings.xml"/>`, relNS)
	fmt.Fprintf(&rels, `<Relationship Id="rId91" Type="%s/styles" Target="styles.xml"/>`, relNS)
	p["xl/workbook.xml"] = `<workbook xmlns="` + mainNS + `" xmlns:r="` + relNS + `"><workbookPr/><sheets>` + list.String() + `</sheets></workbook>`
	p["xl/_rels/workbook.xml.rels"] = `<Relationships xmlns="` + pkgNS + `">` + rels.String() + `</Relationships>`
	p["[Content_Types].xml"] = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
		types.String() + `</Types>`
	return p
}

// Strings adds a table of shared texts.
func (p Parts) Strings(texts ...string) Parts {
	var b strings.Builder
	for _, t := range texts {
		b.WriteString(`<si><t xml:space="preserve">` + escape(t) + `</t></si>`)
	}
	p["xl/sharedStrings.xml"] = `<sst xmlns="` + mainNS + `">` + b.String() + `</sst>`
	return p
}

// Date1904 makes the workbook count its dates from 1904.
func (p Parts) Date1904() Parts {
	p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "<workbookPr/>", `<workbookPr date1904="1"/>`, 1)
	return p
}

// Bytes packs the parts.
func (p Parts) Bytes() []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		f, err := w.Create(name)
		if err != nil {
			panic(err)
		}
		if _, err := f.Write([]byte(p[name])); err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// Row writes the XML of a row: strings as inline text, numbers, booleans,
// times as dates, Raw as it stands; nil leaves a cell out.
func Row(number int, cells ...any) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, number)
	for i, c := range cells {
		b.WriteString(Cell(i+1, number, c))
	}
	b.WriteString(`</row>`)
	return b.String()
}

// Rows writes rows from a number on.
func Rows(from int, rows ...[]any) string {
	var b strings.Builder
	for i, r := range rows {
		b.WriteString(Row(from+i, r...))
	}
	return b.String()
}

// Cell writes the XML of one cell.
func Cell(col, row int, v any) string {
	at := source.Ref{Col: col, Row: row}.Cell()
	switch v := v.(type) {
	case nil:
		return ""
	case Raw:
		return strings.ReplaceAll(string(v), "%s", at)
	case string:
		if v == "" {
			return ""
		}
		return `<c r="` + at + `" t="inlineStr"><is><t>` + escape(v) + `</t></is></c>`
	case bool:
		n := 0
		if v {
			n = 1
		}
		return fmt.Sprintf(`<c r="%s" t="b"><v>%d</v></c>`, at, n)
	case time.Time:
		return fmt.Sprintf(`<c r="%s" s="1"><v>%d</v></c>`, at, v.Unix()/86400+25569)
	default:
		return fmt.Sprintf(`<c r="%s"><v>%v</v></c>`, at, v)
	}
}

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

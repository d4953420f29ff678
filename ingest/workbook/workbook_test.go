package workbook

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/unicode"

	"voortgang/ingest/grid"
	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var limits = Limits{Unpacked: 64 << 20}

// dump writes the cells of the first sheet: "A1=text", "B2=#12.5", one row a
// line.
func dump(t *testing.T, data []byte) string {
	t.Helper()
	b, err := Open(data, limits)
	if err != nil {
		t.Fatal(err)
	}
	out, err := dumpSheet(b.Sheets[0])
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func dumpSheet(s *Sheet) (string, error) {
	for {
		var lines []string
		err := s.Read(context.Background(), func(r *grid.Row) error {
			var cells []string
			for _, c := range r.Cells {
				cells = append(cells, source.Ref{Col: c.Col, Row: r.Number}.Cell()+"="+show(c))
			}
			lines = append(lines, strings.Join(cells, " "))
			return nil
		})
		if errors.Is(err, ErrAgain) {
			continue
		}
		return strings.Join(lines, "\n"), err
	}
}

func show(c grid.Cell) string {
	out := map[grid.Kind]string{grid.Text: c.Text, grid.Number: "#" + grid.Plain(c.Number), grid.Bool: fmt.Sprintf("bool %v", c.Number),
		grid.Error: "error " + c.Text, grid.ISODate: "iso " + c.Text, grid.Unstored: "unstored", grid.Lost: "lost", grid.Broken: "broken " + c.Text}[c.Kind]
	out += map[grid.Format]string{grid.Date: "(date)", grid.Time: "(time)", grid.Percent: "(%)"}[c.Format]
	if c.Formula {
		out = "f:" + out
	}
	if m := c.Marks; m != nil && m.Struck {
		out += "~" + m.Rest
	}
	if m := c.Marks; m != nil && m.Link != "" {
		out += "->" + m.Link
	}
	return out
}

// rows makes a workbook of one sheet from the XML of its rows.
func rows(xml string) booktest.Parts {
	return booktest.Workbook(booktest.Sheet{Name: "Blad1", Rows: xml})
}

// What a cell can hold, as the programs that write workbooks put it down.
func TestCells(t *testing.T) {
	for name, c := range map[string]struct {
		cell string
		want string
	}{
		"number":                     {`<c r="A1"><v>12.5</v></c>`, "A1=#12.5"},
		"number, explicit type":      {`<c r="A1" t="n"><v>-3</v></c>`, "A1=#-3"},
		"number with exponent":       {`<c r="A1"><v>1.5E-2</v></c>`, "A1=#0.015"},
		"number of seventeen digits": {`<c r="A1"><v>0.30000000000000004</v></c>`, "A1=#0.3"},
		"number with white space":    {"<c r=\"A1\"><v> 7\n</v></c>", "A1=#7"},
		"number that is none":        {`<c r="A1"><v>1e</v></c>`, "A1=broken 1e"},
		"number in hexadecimals":     {`<c r="A1"><v>0x1p4</v></c>`, "A1=broken 0x1p4"},
		"date":                       {`<c r="A1" s="1"><v>44300</v></c>`, "A1=#44300(date)"},
		"date, custom format":        {`<c r="A1" s="4"><v>44300</v></c>`, "A1=#44300(date)"},
		"time":                       {`<c r="A1" s="2"><v>0.5</v></c>`, "A1=#0.5(time)"},
		"duration":                   {`<c r="A1" s="5"><v>1.5</v></c>`, "A1=#1.5(time)"},
		"percentage":                 {`<c r="A1" s="3"><v>0.835</v></c>`, "A1=#0.835(%)"},
		"amount with letters quoted": {`<c r="A1" s="6"><v>3</v></c>`, "A1=#3"},
		"style that doesn't exist":   {`<c r="A1" s="99"><v>3</v></c>`, "A1=#3"},
		"shared text":                {`<c r="A1" t="s"><v>1</v></c>`, "A1=twee"},
		"shared text out of range":   {`<c r="A1" t="s"><v>99</v></c>`, "A1=lost"},
		"shared text, bad index":     {`<c r="A1" t="s"><v>x</v></c>`, "A1=lost"},
		"inline text":                {`<c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c>`, "A1=a & b"},
		"inline rich text":           {`<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>vet</t></r><r><t xml:space="preserve"> en niet</t></r></is></c>`, "A1=vet en niet"},
		"inline text, no type":       {`<c r="A1"><is><t>a</t></is></c>`, "A1=a"},
		"line ends":                  {"<c r=\"A1\" t=\"str\"><v>a_x000D_\r\nb&#13;c<![CDATA[\r\nd]]></v></c>", "A1=a\r\nb\rc\nd"},
		"CDATA":                      {`<c r="A1" t="str"><v><![CDATA[<a & b>]]></v></c>`, "A1=<a & b>"},
		"character references":       {`<c r="A1" t="str"><v>&#233;&#xE9;&quot;&unknown;&</v></c>`, `A1=éé"&unknown;&`},
		"escaped line end":           {`<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_c</t></is></c>`, "A1=a\rb_x000D_c"},
		"boolean":                    {`<c r="A1" t="b"><v>1</v></c>`, "A1=bool 1"},
		"boolean that is none":       {`<c r="A1" t="b"><v>2</v></c>`, "A1=broken 2"},
		"error":                      {`<c r="A1" t="e"><v>#N/A</v></c>`, "A1=error #N/A"},
		"ISO date":                   {`<c r="A1" t="d"><v>2021-04-14T00:00:00</v></c>`, "A1=iso 2021-04-14T00:00:00"},
		"formula with a number":      {`<c r="A1"><f>1+1</f><v>2</v></c>`, "A1=f:#2"},
		"formula with a text":        {`<c r="A1" t="str"><f>B1</f><v>ja</v></c>`, "A1=f:ja"},
		"formula with empty text":    {`<c r="A1" t="str"><f>""</f><v></v></c>`, ""},
		"formula with a boolean":     {`<c r="A1" t="b"><f>TRUE()</f><v>1</v></c>`, "A1=f:bool 1"},
		"formula with an error":      {`<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, "A1=f:error #DIV/0!"},
		"formula without a value":    {`<c r="A1"><f>SUM(B1:B2)</f></c>`, "A1=f:unstored"},
		"formula, empty value":       {`<c r="A1"><f>SUM(B1:B2)</f><v></v></c>`, "A1=f:unstored"},
		"formula, empty value tag":   {`<c r="A1"><f>SUM(B1:B2)</f><v/></c>`, "A1=f:unstored"},
		"shared formula":             {`<c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c>`, "A1=f:#1 B1=f:#2"},
		"styled and empty":           {`<c r="A1" s="1"/><c r="B1" s="1"></c><c r="C1"><v>1</v></c>`, "C1=#1"},
		"only white space":           {"<c r=\"A1\" t=\"inlineStr\"><is><t> \u00a0\u200b\n</t></is></c>", ""},
		"no addresses":               {`<c><v>1</v></c><c/><c><v>3</v></c>`, "A1=#1 C1=#3"},
		"out of order":               {`<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c>`, "A1=#1 C1=#3"},
		"the same cell twice":        {`<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>`, "A1=#2"},
		"lower-case address":         {`<c r="b1"><v>1</v></c>`, "B1=#1"},
		"attributes in quotes":       {`<c foo="a>b" r='A1'><v>1</v></c>`, "A1=#1"},
		"comments":                   {`<!-- <c r="Z1"><v>9</v></c> --><c r="A1"><!-- x --><v>1<!-- 2 -->3</v></c>`, "A1=#13"},
		"extensions":                 {`<c r="A1"><v>1</v><extLst><ext><v>7</v></ext></extLst></c>`, "A1=#1"},
		"bytes that are no UTF-8":    {"<c r=\"A1\" t=\"str\"><v>caf\xe9</v></c>", "A1=caf\uFFFD"},
		"last column":                {`<c r="XFD1"><v>1</v></c>`, "XFD1=#1"},
	} {
		t.Run(name, func(t *testing.T) {
			got := dump(t, rows(`<row r="1">`+c.cell+`</row>`).Strings("een", "twee").Bytes())
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Where rows stand, whatever the file leaves out.
func TestRows(t *testing.T) {
	one := `<c><v>1</v></c>`
	for name, c := range map[string]struct{ xml, want string }{
		"blank rows in between": {`<row r="2">` + one + `</row><row r="7">` + one + `</row>`, "A2=#1\nA7=#1"},
		"no numbers":            {`<row>` + one + `</row><row/><row>` + one + `</row>`, "A1=#1\nA3=#1"},
		"some numbers":          {`<row r="4">` + one + `</row><row>` + one + `</row>`, "A4=#1\nA5=#1"},
		"out of order":          {`<row r="3"><c><v>3</v></c></row><row r="1"><c><v>1</v></c></row>`, "A1=#1\nA3=#3"},
		"one number twice":      {`<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>`, "A2=#1 B2=#2"},
		"the last row":          {`<row r="1048576">` + one + `</row>`, "A1048576=#1"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := dump(t, rows(c.xml).Bytes()); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Sheets that no program should write: each ends at once, with what is wrong.
func TestDamagedSheets(t *testing.T) {
	for name, c := range map[string]struct {
		part string
		row  int
	}{
		"absurd row number":      {`<worksheet><sheetData><row r="1"><c><v>1</v></c></row><row r="231999999999940"><c><v>1</v></c></row></sheetData></worksheet>`, 1},
		"row past the last":      {`<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>`, 0},
		"row without number":     {`<worksheet><sheetData><row r="x"/></sheetData></worksheet>`, 0},
		"negative row":           {`<worksheet><sheetData><row r="-1"/></sheetData></worksheet>`, 0},
		"column past the last":   {`<worksheet><sheetData><row r="5"><c r="XFE5"><v>1</v></c></row></sheetData></worksheet>`, 4},
		"absurd column":          {`<worksheet><sheetData><row r="5"><c r="ZZZZZZZZZZZZZZZZ5"><v>1</v></c></row></sheetData></worksheet>`, 4},
		"breaks off in a row":    {`<worksheet><sheetData><row r="1"><c><v>1</v></c></row><row r="2"><c><v>1</v>`, 1},
		"breaks off in a tag":    {`<worksheet><sheetData><row r="1"><c><v>1</v></c></row><row r="2`, 1},
		"breaks off before rows": {`<worksheet><sheetV`, 0},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := Open(booktest.Workbook(booktest.Sheet{Name: "a", Part: c.part}).Bytes(), limits)
			if err != nil {
				t.Fatal(err)
			}
			_, err = dumpSheet(b.Sheets[0])
			var f *Failure
			if !errors.As(err, &f) || f.Reason != Damaged || f.Row != c.row {
				t.Errorf("%v (%+v), want damaged after row %d", err, f, c.row)
			}
		})
	}
}

func TestSharedTexts(t *testing.T) {
	const cells = `<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>`
	for name, c := range map[string]struct {
		table   string
		want    string
		damaged bool
	}{
		"rich text and a phonetic guide": {`<sst><si><r><t>Vet</t></r><r><t> plat</t></r><rPh sb="0" eb="1"><t>XX</t></rPh></si><si><t>b</t></si></sst>`, "A1=Vet plat B1=b", false},
		"prefix":                         {`<x:sst xmlns:x="y"><x:si><x:t>a</x:t></x:si><x:si><x:t>b</x:t></x:si></x:sst>`, "A1=a B1=b", false},
		"empty texts":                    {`<sst><si/><si><t/></si></sst>`, "", false},
		"escapes":                        {`<sst><si><t>a_x000D_&#10;b</t></si><si><t>_x0041_</t></si></sst>`, "A1=a\r\nb B1=A", false},
		"the second is missing":          {`<sst><si><t>a</t></si></sst>`, "A1=a B1=lost", false},
		"breaks off":                     {`<sst><si><t>a</t></si><si><t>b</t>`, "A1=a B1=lost", true},
		"breaks off between":             {`<sst><si><t>a</t></si>`, "A1=a B1=lost", true},
		"empty part":                     {``, "A1=lost B1=lost", true},
		"something else":                 {`not xml at all`, "A1=lost B1=lost", true},
		"unescaped ampersand":            {`<sst><si><t>a & b</t></si><si><t>b</t></si></sst>`, "A1=a & b B1=b", false},
	} {
		t.Run(name, func(t *testing.T) {
			p := rows(cells)
			p["xl/sharedStrings.xml"] = c.table
			b, err := Open(p.Bytes(), limits)
			if err != nil {
				t.Fatal(err)
			}
			got, err := dumpSheet(b.Sheets[0])
			if err != nil || got != c.want || b.TextsDamaged != c.damaged {
				t.Errorf("%q %v damaged %v, want %q %v", got, err, b.TextsDamaged, c.want, c.damaged)
			}
		})
	}
	t.Run("no such part", func(t *testing.T) {
		if got := dump(t, rows(cells).Bytes()); got != "A1=lost B1=lost" {
			t.Error(got)
		}
	})
}

// How other programs put a package together.
func TestPackages(t *testing.T) {
	const cells = `<row r="1"><c t="s"><v>0</v></c><c s="1"><v>44300</v></c></row>`
	const want = "A1=een B1=#44300(date)"
	base := func() booktest.Parts { return rows(cells).Strings("een") }
	move := func(p booktest.Parts, from, to string) {
		p[to] = p[from]
		delete(p, from)
	}
	for name, change := range map[string]func(booktest.Parts){
		"as it is": func(booktest.Parts) {},
		"absolute targets": func(p booktest.Parts) {
			p["xl/_rels/workbook.xml.rels"] = strings.ReplaceAll(p["xl/_rels/workbook.xml.rels"], `Target="`, `Target="/xl/`)
			p["_rels/.rels"] = strings.ReplaceAll(p["_rels/.rels"], `Target="`, `Target="/`)
		},
		"strict namespaces": func(p booktest.Parts) {
			for name, part := range p {
				part = strings.ReplaceAll(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
				p[name] = strings.ReplaceAll(part, "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
			}
		},
		"prefixes": func(p booktest.Parts) {
			for name, part := range p {
				if strings.HasPrefix(name, "xl/") && !strings.Contains(name, "_rels") {
					part = strings.ReplaceAll(part, "<", "<x:")
					part = strings.ReplaceAll(strings.ReplaceAll(part, "<x:/", "</x:"), "<x:?", "<?")
					p[name] = strings.ReplaceAll(part, "xmlns=", "xmlns:x=")
				}
			}
		},
		"other folder": func(p booktest.Parts) {
			move(p, "xl/worksheets/sheet1.xml", "xl/bladen/eerste.xml")
			p["xl/_rels/workbook.xml.rels"] = strings.Replace(p["xl/_rels/workbook.xml.rels"], "worksheets/sheet1.xml", "bladen/eerste.xml", 1)
		},
		"workbook elsewhere": func(p booktest.Parts) {
			for _, name := range []string{"workbook.xml", "styles.xml", "sharedStrings.xml", "worksheets/sheet1.xml", "_rels/workbook.xml.rels"} {
				move(p, "xl/"+name, "boek/"+name)
			}
			p["_rels/.rels"] = strings.Replace(p["_rels/.rels"], "xl/workbook.xml", "boek/workbook.xml", 1)
		},
		"capitals": func(p booktest.Parts) {
			move(p, "xl/sharedStrings.xml", "xl/SharedStrings.xml")
			move(p, "xl/worksheets/sheet1.xml", "xl/Worksheets/Sheet1.XML")
		},
		"backslashes":      func(p booktest.Parts) { move(p, "xl/worksheets/sheet1.xml", `xl\worksheets\sheet1.xml`) },
		"no root rels":     func(p booktest.Parts) { delete(p, "_rels/.rels") },
		"no content types": func(p booktest.Parts) { delete(p, "[Content_Types].xml") },
		"byte order mark": func(p booktest.Parts) {
			for name, part := range p {
				p[name] = "\ufeff" + part
			}
		},
		"UTF-16": func(p booktest.Parts) {
			out := []byte{0xff, 0xfe}
			out = append(out, wideBytes(p["xl/worksheets/sheet1.xml"])...)
			p["xl/worksheets/sheet1.xml"] = string(out)
		},
		"UTF-16 without a mark": func(p booktest.Parts) {
			wide, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(p["xl/worksheets/sheet1.xml"])
			if err != nil {
				t.Fatal(err)
			}
			p["xl/worksheets/sheet1.xml"] = wide
		},
		"theme and chain broken": func(p booktest.Parts) {
			p["xl/theme/theme1.xml"] = "<a:theme"
			p["xl/calcChain.xml"] = "<calcChain"
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := base()
			change(p)
			if got := dump(t, p.Bytes()); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
	t.Run("Latin-1", func(t *testing.T) {
		p := rows("")
		p["xl/worksheets/sheet1.xml"] = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet><sheetData><row><c t=\"str\"><v>caf\xe9</v></c></row></sheetData></worksheet>"
		if got := dump(t, p.Bytes()); got != "A1=café" {
			t.Error(got)
		}
	})
	t.Run("styles broken", func(t *testing.T) {
		p := base()
		p["xl/styles.xml"] = "<styleSheet><cellXfs"
		if got := dump(t, p.Bytes()); got != "A1=een B1=#44300" {
			t.Error(got)
		}
	})
}

func TestProperties(t *testing.T) {
	p := booktest.Workbook(booktest.Sheet{Name: "Eén & twee"}, booktest.Sheet{Name: "b", State: "hidden"},
		booktest.Sheet{Name: "c", State: "veryHidden"}, booktest.Sheet{Name: "Grafiek"},
		booktest.Sheet{Name: "Module1", State: "veryHidden"}).Date1904()
	p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], `r:id="rId5"`, `r:id=""`, 1)
	p["xl/_rels/workbook.xml.rels"] = strings.Replace(p["xl/_rels/workbook.xml.rels"], `/worksheet" Target="worksheets/sheet4.xml"`, `/chartsheet" Target="chartsheets/sheet1.xml"`, 1)
	b, err := Open(p.Bytes(), limits)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range b.Sheets {
		got = append(got, fmt.Sprintf("%s %v %v", s.Name, s.Hidden, s.Worksheet))
	}
	if want := "Eén & twee false true|b true true|c true true|Grafiek false false|Module1 true false"; strings.Join(got, "|") != want || !b.Date1904 {
		t.Errorf("%v, 1904: %v", got, b.Date1904)
	}
}

func TestFacts(t *testing.T) {
	sheet := booktest.Sheet{Name: "a",
		Before: `<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/></cols>`,
		Rows: `<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>1</v></c></row><row r="3" hidden="true"><c><f>[1]Blad1!A1</f><v>1</v></c></row>` +
			`<row r="4" hidden="1"/><row r="6" hidden="1"><c><f>Tabel1[2021]</f></c></row>`,
		After: `<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="$B$4:$B$6"/></mergeCells><hyperlinks/>`}
	b, err := Open(booktest.Workbook(sheet).Bytes(), limits)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := dumpSheet(b.Sheets[0]); err != nil {
		t.Fatal(err)
	}
	want := model.SheetFacts{
		HiddenRows: []model.Span{{First: 2, Last: 3}, {First: 6, Last: 6}}, HiddenColumns: []model.Span{{First: 2, Last: 3}},
		Merged:       []model.Area{{Left: 1, Top: 1, Right: 3, Bottom: 1}, {Left: 2, Top: 4, Right: 2, Bottom: 6}},
		Formulas:     []model.Formula{{Row: 3, Col: 1, Stored: true, External: true}, {Row: 6, Col: 1}},
		FormulaCount: 2,
	}
	if got := fmt.Sprintf("%+v", *b.Sheets[0].Facts); got != fmt.Sprintf("%+v", want) {
		t.Errorf("%s\nwant %+v", got, want)
	}
}

// wideBytes writes ASCII in UTF-16.
func wideBytes(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00" }

// Files that are no workbook of this format each have their reason.
func TestOpenFailures(t *testing.T) {
	const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	zipOf := func(names ...string) string {
		p := booktest.Parts{}
		for _, n := range names {
			p[n] = "x"
		}
		return string(p.Bytes())
	}
	good := string(rows("").Bytes())
	for name, c := range map[string]struct {
		data   string
		reason Reason
		detail string
	}{
		"empty":           {"", NoWorkbook, "empty"},
		"password":        {ole + strings.Repeat("\x00", 100) + wideBytes("EncryptedPackage"), Encrypted, ""},
		"xls":             {ole + strings.Repeat("\x00", 100) + wideBytes("Workbook"), OtherFormat, "xls"},
		"html":            {"\ufeff \n<html><table>", NoWorkbook, "html"},
		"pdf":             {"%PDF-1.7", NoWorkbook, "pdf"},
		"text":            {"a;b;c", NoWorkbook, "text"},
		"picture":         {"\x89PNG\r\n\x1a\n", NoWorkbook, "image"},
		"svg":             {"<?xml version='1.0'?>\n<svg>", NoWorkbook, "image"},
		"xml":             {"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>", OtherFormat, "xml"},
		"rtf":             {`{\rtf1 a}`, NoWorkbook, "rtf"},
		"doc":             {ole + strings.Repeat("\x00", 100) + wideBytes("WordDocument"), NoWorkbook, "doc"},
		"zeros":           {strings.Repeat("\x00", 600), NoWorkbook, "nul"},
		"bytes":           {"\x07\x01\xf3\x00\xff", NoWorkbook, ""},
		"cut short":       {good[:len(good)/2], Damaged, "*"},
		"zip of nothing":  {zipOf(), Damaged, "*"},
		"other zip":       {zipOf("a.txt"), NoWorkbook, "zip"},
		"docx":            {zipOf("[Content_Types].xml", "word/document.xml"), Damaged, "*"},
		"ods":             {zipOf("mimetype", "content.xml"), OtherFormat, "ods"},
		"numbers":         {zipOf("Index/Document.iwa"), OtherFormat, "numbers"},
		"xlsb":            {zipOf("xl/workbook.bin"), OtherFormat, "xlsb"},
		"unpacks too big": {string(booktest.Parts{"xl/workbook.xml": strings.Repeat(" ", 65<<20)}.Bytes()), TooLarge, "*"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Open([]byte(c.data), limits)
			var f *Failure
			if !errors.As(err, &f) || f.Reason != c.reason || c.detail != "*" && f.Detail != c.detail {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestDamagedPart(t *testing.T) {
	data := rows(strings.Repeat(`<row><c><v>1</v></c></row>`, 2000)).Bytes()
	// A byte in the middle of the packed sheet, which is the largest part.
	at := strings.Index(string(data), "xl/worksheets/sheet1.xml") + 80
	data[at] ^= 0xff
	b, err := Open(data, limits)
	if err != nil {
		t.Fatal(err)
	}
	_, err = dumpSheet(b.Sheets[0])
	var f *Failure
	if !errors.As(err, &f) || f.Reason != Damaged {
		t.Errorf("%v", err)
	}
}

// A million styled rows without content give nothing and are soon read.
func TestPhantomRows(t *testing.T) {
	var b strings.Builder
	b.WriteString(booktest.Row(1, "kop"))
	for i := 2; i <= grid.MaxRow; i++ {
		fmt.Fprintf(&b, `<row r="%d" s="1" customFormat="1"/>`, i)
	}
	if got := dump(t, rows(b.String()).Bytes()); got != "A1=kop" {
		t.Errorf("%.100s", got)
	}
}

func TestDeadline(t *testing.T) {
	var b strings.Builder
	for range 5000 {
		b.WriteString(`<row><c><v>1</v></c></row>`)
	}
	book, err := Open(rows(b.String()).Bytes(), limits)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer cancel()
	if err := book.Sheets[0].Read(ctx, func(*grid.Row) error { return nil }); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}

func TestFormatCodes(t *testing.T) {
	for code, want := range map[string]grid.Format{
		"General": grid.General, "0.00": grid.General, "#,##0": grid.General, `0.00" uur"`: grid.General, `0\d`: grid.General, "0.00E+00": grid.General,
		"[Red]0": grid.General, "_-* #,##0.00_-": grid.General, "@": grid.General, "": grid.General, `"dag "0`: grid.General,
		"dd/mm/yyyy": grid.Date, "d-mmm-yy": grid.Date, "mmmm": grid.Month, "mmm-yy": grid.Month, `mmmm\ yyyy;@`: grid.Month, "[$-813]mmmm yyyy": grid.Month, `"dag "mmmm" "yyyy`: grid.Month, `mm\/yyyy`: grid.Month, "yyyy": grid.Year, "yyyy h:mm": grid.Date, "[$-813]dddd d mmmm yyyy": grid.Date, "yyyy\\-mm\\-dd hh:mm": grid.Date, "YYYY": grid.Year, "dddd": grid.Date,
		"h:mm": grid.Time, "[h]:mm:ss": grid.Time, "mm:ss": grid.Time, "AM/PM": grid.Time, "h:mm a/p": grid.Time, "[mm]": grid.Time,
		"0%": grid.Percent, "0.0 %": grid.Percent, "0;d": grid.General, `"open`: grid.General, "[open": grid.General, `\`: grid.General,
	} {
		if got := formatOf(code).Format; got != want {
			t.Errorf("%q: %v, want %v", code, got, want)
		}
	}
}

// FuzzOpen reads any bytes as a workbook, and any bytes as a sheet, styles and
// texts. It must end, and never with a panic.
func FuzzOpen(f *testing.F) {
	f.Add(rows(booktest.Row(1, "a", 1, true)).Strings("x").Bytes(), []byte("x"))
	f.Add([]byte("PK"), []byte(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`))
	f.Add([]byte{}, []byte(`<worksheet><sheetData><row r="1"><row><c r="A1"><is><r><r><t>a</t>`))
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), []byte(`<sst><si><t>_x000D_</t></si></sst>`))
	f.Add([]byte{}, []byte(`<x:worksheet><x:sheetData><x:row><x:c><x:is><x:t><![CDATA[a]]></x:t></x:is></x:c></x:row>`))
	f.Add([]byte{}, []byte(`<worksheet><sheetData><row r="2"/><row r="1"><c r="B1"><f>[1]a</f><v/></c></row></sheetData>`))
	f.Fuzz(func(t *testing.T, whole, part []byte) {
		if b, err := Open(whole, Limits{Unpacked: 1 << 20}); err == nil {
			for _, s := range b.Sheets {
				_, _ = dumpSheet(s)
			}
		}
		b := &Book{prepared: true, texts: []string{"a"}, files: nil}
		s := &Sheet{Worksheet: true, Facts: &model.SheetFacts{}, book: b}
		for range 2 {
			last, r := 0, reader{scanner: scan(part), ctx: context.Background(), sheet: s, book: b, intern: grid.Interner{}}
			r.afterCells()
			r.fn = func(row *grid.Row) error {
				if row.Number <= last || row.Number > grid.MaxRow || len(row.Cells) == 0 {
					t.Fatalf("row %d after %d with %d cells", row.Number, last, len(row.Cells))
				}
				col := 0
				for _, c := range row.Cells {
					if c.Col <= col || c.Col > grid.MaxCol {
						t.Fatalf("column %d after %d", c.Col, col)
					}
					col = c.Col
				}
				last = row.Number
				return nil
			}
			if s.sorted {
				_ = r.collected()
			} else {
				_ = r.wholeSheet()
			}
		}
		readTexts(part, true)
		readFormats(part)
	})
}

// A part that unpacks to hundreds of times its size is made to fill memory.
func TestInflatedPart(t *testing.T) {
	for name, c := range map[string]struct {
		part string
		want bool
	}{
		"a bomb":          {strings.Repeat(" ", 60<<20), true},
		"a small one":     {strings.Repeat(" ", 4<<20), false},
		"many blank rows": {booktest.Row(1, "x") + blankRows(400_000), false},
	} {
		data := booktest.Workbook(booktest.Sheet{Name: "VTE", Rows: c.part}).Bytes()
		_, err := Open(data, Limits{Unpacked: 512 << 20})
		var f *Failure
		if got := errors.As(err, &f) && f.Reason == Inflated; got != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A sheet may stand in a part of any name.
func TestInflatedSheetOfAnotherName(t *testing.T) {
	p := booktest.Workbook(booktest.Sheet{Name: "VTE", Rows: strings.Repeat(" ", 60<<20)})
	p["xl/worksheets/sheet1.bin"] = p["xl/worksheets/sheet1.xml"]
	delete(p, "xl/worksheets/sheet1.xml")
	p["xl/_rels/workbook.xml.rels"] = strings.ReplaceAll(p["xl/_rels/workbook.xml.rels"], "sheet1.xml", "sheet1.bin")
	b, err := Open(p.Bytes(), Limits{Unpacked: 512 << 20})
	if err != nil {
		t.Fatal(err)
	}
	_, err = dumpSheet(b.Sheets[0])
	var f *Failure
	if !errors.As(err, &f) || f.Reason != Inflated {
		t.Error(err)
	}
}

// A few kilobytes can name any number of sheets and relationships, and give a
// sheet a name of megabytes.
func TestManySheets(t *testing.T) {
	p := booktest.Workbook(booktest.Sheet{Name: "VTE", Rows: booktest.Row(1, "x")})
	whole := p["xl/workbook.xml"]
	p["xl/workbook.xml"] = strings.Replace(whole, "</sheets>", strings.Repeat(`<sheet name="a" sheetId="9" r:id="rId1"/>`, MaxSheets)+"</sheets>", 1)
	_, err := Open(p.Bytes(), limits)
	var f *Failure
	if !errors.As(err, &f) || f.Reason != ManySheets {
		t.Error(err)
	}
	p["xl/workbook.xml"] = strings.Replace(whole, `name="VTE"`, `name="`+strings.Repeat("é", 1<<20)+`"`, 1)
	b, err := Open(p.Bytes(), limits)
	if err != nil {
		t.Fatal(err)
	}
	if n := len([]rune(b.Sheets[0].Name)); n != longestName {
		t.Errorf("a name of %d characters", n)
	}
	p["xl/_rels/workbook.xml.rels"] = strings.Replace(p["xl/_rels/workbook.xml.rels"], "</Relationships>", manyRelations()+"</Relationships>", 1)
	if b, err = Open(p.Bytes(), limits); err != nil {
		t.Fatal(err)
	}
	if list, err := b.relations("xl/workbook.xml"); err != nil || len(list) > maxRelations {
		t.Errorf("%d relationships, %v", len(list), err)
	}
}

func manyRelations() string {
	var b strings.Builder
	for i := range maxRelations + 10 {
		fmt.Fprintf(&b, `<Relationship Id="x%d" Type="x" Target="y"/>`, i)
	}
	return b.String()
}

func blankRows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<row r="%d" spans="1:4"><c r="A%d" s="1"/><c r="B%d" s="1"/><c r="C%d" s="1"/></row>`, i+2, i+2, i+2, i+2)
	}
	return b.String()
}

package workbook

import (
	"fmt"
	"strings"
	"testing"

	"voortgang/ingest/workbook/booktest"
)

const (
	mainSpace   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	strictSpace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
	x15Space    = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"
	mcSpace     = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	relSpace    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// Whether a workbook counts from 1904 stands in one place of it, whatever else
// has an element of that name.
func TestDate1904ByNameAndPlace(t *testing.T) {
	const sheets = `<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>`
	root := func(inside string) string {
		return `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `">` + inside + `</workbook>`
	}
	x15 := `<x15:workbookPr xmlns:x15="` + x15Space + `" chartTrackingRefBase="1"/>`
	for name, c := range map[string]struct {
		workbook string
		want     bool
	}{
		"plain":                    {root(`<workbookPr date1904="1"/>` + sheets), true},
		"written out":              {root(`<workbookPr date1904="true"/>` + sheets), true},
		"not set":                  {root(`<workbookPr/>` + sheets), false},
		"extension behind":         {root(`<workbookPr date1904="1"/>` + sheets + `<extLst><ext uri="{140A7094}">` + x15 + `</ext></extLst>`), true},
		"extension says 1904":      {root(`<workbookPr/>` + sheets + `<extLst><ext><x15:workbookPr xmlns:x15="` + x15Space + `" date1904="1"/></ext></extLst>`), false},
		"extension, same prefix":   {root(`<workbookPr date1904="1"/>` + sheets + `<extLst><ext><workbookPr xmlns="` + x15Space + `"/></ext></extLst>`), true},
		"own name in an extension": {root(`<workbookPr date1904="1"/>` + sheets + `<extLst><ext><workbookPr/></ext></extLst>`), true},
		"extension before":         {root(x15 + `<workbookPr date1904="1"/>` + sheets), true},
		"choice, fallback":         {root(`<mc:AlternateContent xmlns:mc="` + mcSpace + `"><mc:Choice Requires="x15"><workbookPr/>` + x15 + `</mc:Choice><mc:Fallback><workbookPr date1904="1"/></mc:Fallback></mc:AlternateContent>` + sheets), true},
		"choice of something else": {root(`<workbookPr date1904="1"/><mc:AlternateContent xmlns:mc="` + mcSpace + `"><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="urn:a" url="C:\"/></mc:Choice></mc:AlternateContent>` + sheets), true},
		"prefix for the format":    {`<x:workbook xmlns:x="` + mainSpace + `" xmlns:r="` + relSpace + `" xmlns="` + x15Space + `"><x:workbookPr date1904="1"/><workbookPr/><x:sheets><x:sheet name="A" r:id="rId1"/></x:sheets></x:workbook>`, true},
		"two prefixes":             {`<x:workbook xmlns:x="` + mainSpace + `" xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><workbookPr date1904="1"/><x:sheets><sheet name="A" r:id="rId1"/></x:sheets></x:workbook>`, true},
		"prefix declared below":    {`<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><y:workbookPr xmlns:y="` + mainSpace + `" date1904="1"/>` + sheets + `</workbook>`, true},
		"strict":                   {`<workbook xmlns="` + strictSpace + `" xmlns:rel="` + relSpace + `"><workbookPr dateCompatibility="0" date1904="1"/><sheets><sheet name="A" rel:id="rId1"/></sheets></workbook>`, true},
		"no namespace":             {`<workbook><workbookPr date1904="1"/><sheets><sheet name="A" id="rId1"/></sheets></workbook>`, true},
		"attribute of another":     {root(`<workbookPr xmlns:a="urn:a" a:date1904="1"/>` + sheets), false},
	} {
		parts := booktest.Workbook(booktest.Sheet{Name: "A", Rows: booktest.Row(1, "x")})
		parts["xl/workbook.xml"] = c.workbook
		b, err := Open(parts.Bytes(), limits)
		switch {
		case err != nil:
			t.Errorf("%s: %v", name, err)
		case b.Date1904 != c.want:
			t.Errorf("%s: %v", name, b.Date1904)
		case len(b.Sheets) != 1 || !b.Sheets[0].Worksheet || dump(t, parts.Bytes()) != "A1=x":
			t.Errorf("%s: the sheet isn't read", name)
		}
	}
}

// What extensions of a sheet hold is no row, no column, no merged cell and no
// link of it.
func TestExtensionsOfASheet(t *testing.T) {
	part := `<worksheet xmlns="` + mainSpace + `" xmlns:x14="urn:x14" xmlns:r="` + relSpace + `" xmlns:mc="` + mcSpace + `">` +
		`<x14:cols><x14:col min="2" max="2" hidden="1"/></x14:cols><cols><col min="3" max="3" hidden="1"/></cols>` +
		`<x14:sheetData><row r="1"><c r="A1"><v>9</v></c></row></x14:sheetData>` +
		`<sheetData><row r="1" x14:hidden="1"><x14:c r="A1"><x14:v>9</x14:v></x14:c><c r="B1" x14:t="s" x14:r="Z9"><x14:v>8</x14:v><v>7</v><extLst><ext><v>6</v></ext></extLst></c></row>` +
		`<mc:AlternateContent><mc:Choice Requires="z"><row r="2"><c><v>1</v></c></row></mc:Choice><mc:Fallback><row r="2"><c><v>2</v></c></row></mc:Fallback></mc:AlternateContent></sheetData>` +
		`<autoFilter ref="A1:B2"/><mergeCells><mergeCell ref="A3:B3"/><x14:mergeCell ref="A4:B4"/></mergeCells>` +
		`<hyperlinks><hyperlink ref="B1" r:id="rId1"/></hyperlinks>` +
		`<extLst><ext><x14:mergeCells><x14:mergeCell ref="A5:B5"/></x14:mergeCells><mergeCells><mergeCell ref="A6:B6"/></mergeCells>` +
		`<x14:sheetData></x14:sheetData><autoFilter><filterColumn/></autoFilter><hyperlinks><hyperlink ref="A2" r:id="rId1"/></hyperlinks></ext></extLst></worksheet>`
	parts := booktest.Workbook(booktest.Sheet{Name: "A", Part: part})
	parts["xl/worksheets/_rels/sheet1.xml.rels"] = `<Relationships><Relationship Id="rId1" Type="x/hyperlink" Target="https://a.be" TargetMode="External"/></Relationships>`
	b, err := Open(parts.Bytes(), limits)
	if err != nil {
		t.Fatal(err)
	}
	s := b.Sheets[0]
	if got, err := dumpSheet(s); got != "B1=#7->https://a.be\nA2=#2" || err != nil {
		t.Errorf("%q %v", got, err)
	}
	if got := fmt.Sprint(s.Facts.Merged, s.Facts.HiddenColumns, s.Facts.HiddenRows, s.Facts.Filtered); got != "[{1 3 2 3}] [{3 3}] [] false" {
		t.Error(got)
	}
}

// What shows in a cell besides its value.
func TestMarks(t *testing.T) {
	styles := `<styleSheet xmlns="` + mainSpace + `" xmlns:x14="urn:x"><fonts><font><b/></font><font><strike/></font><font><strike val="0"/></font><font><x14:strike/></font></fonts>` +
		`<cellStyleXfs><xf fontId="1"/></cellStyleXfs><cellXfs><xf fontId="0"/><xf fontId="1" applyFont="1"/><xf fontId="2"/><xf fontId="3"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`
	run := func(struck, text string) string {
		return `<r><rPr><sz val="11"/>` + struck + `</rPr><t>` + text + `</t></r>`
	}
	rich := func(style int, runs ...string) string {
		return fmt.Sprintf(`<c r="A1" s="%d" t="inlineStr"><is>%s</is></c>`, style, strings.Join(runs, ""))
	}
	for name, c := range map[string]struct{ cell, want string }{
		"struck number":            {`<c r="A1" s="1"><v>3</v></c>`, "A1=#3~"},
		"struck, switched off":     {`<c r="A1" s="2"><v>3</v></c>`, "A1=#3"},
		"an extension's":           {`<c r="A1" s="3"><v>3</v></c>`, "A1=#3"},
		"shared text":              {`<c r="A1" s="1" t="s"><v>0</v></c>`, "A1=een~"},
		"shared text in part":      {`<c r="A1" t="s"><v>1</v></c>`, "A1=oud nieuw~nieuw"},
		"struck, and so its runs":  {`<c r="A1" s="1" t="s"><v>1</v></c>`, "A1=oud nieuw~nieuw"},
		"all runs":                 {rich(0, run("<strike/>", "oud "), run("<strike/>", "weg")), "A1=oud weg~"},
		"all runs but a space":     {rich(0, run("<strike/>", "oud"), run("", " "), run("<strike/>", "weg")), "A1=oud weg~"},
		"a plain run before":       {rich(0, `<r><t>nieuw </t></r>`, run("<strike/>", "weg")), "A1=nieuw weg~nieuw"},
		"a plain run, cell struck": {rich(1, `<r><t>nieuw </t></r>`, run("", "niet")), "A1=nieuw niet~niet"},
		"bold runs":                {rich(0, run("<b/>", "vet")), "A1=vet"},
		"bold runs, cell struck":   {rich(1, run("<b/>", "vet")), "A1=vet~vet"},
		"link by a formula":        {`<c r="A1" t="str"><f>HYPERLINK("https://a.be/"&amp;"b","Artikel")</f><v>Artikel</v></c>`, "A1=f:Artikel->https://a.be/b"},
		"link on a condition":      {`<c r="A1" t="str"><f>IF(B1="","",HYPERLINK("https://a.be","Artikel"))</f><v>Artikel</v></c>`, "A1=f:Artikel->https://a.be"},
		"one of two links":         {`<c r="A1" t="str"><f>IF(B1="",HYPERLINK("https://a.be"),HYPERLINK("https://b.be"))</f><v>Artikel</v></c>`, "A1=f:Artikel"},
		"a quote in it":            {`<c r="A1" t="str"><f>HYPERLINK("https://a.be/""x""")</f><v>Artikel</v></c>`, `A1=f:Artikel->https://a.be/"x"`},
		"another function":         {`<c r="A1" t="str"><f>MYHYPERLINK("https://a.be")</f><v>Artikel</v></c>`, "A1=f:Artikel"},
		"link by a cell":           {`<c r="A1" t="str"><f>HYPERLINK(B1,"Artikel")</f><v>Artikel</v></c>`, "A1=f:Artikel"},
		"link within":              {`<c r="A1" t="str"><f>HYPERLINK("#Blad2!A1","Artikel")</f><v>Artikel</v></c>`, "A1=f:Artikel"},
		"shared formula":           {`<c r="A1" t="str"><f t="shared" ref="A1:B1" si="0">hyperlink("https://a.be")</f><v>x</v></c><c r="B1" t="str"><f t="shared" si="0"/><v>y</v></c>`, "A1=f:x->https://a.be B1=f:y->https://a.be"},
	} {
		parts := rows(`<row r="1">` + c.cell + `</row>`)
		parts["xl/styles.xml"] = styles
		parts["xl/sharedStrings.xml"] = `<sst><si><t>een</t></si><si>` + run("<strike/>", "oud ") + run("", "nieuw") + `</si></sst>`
		if got := dump(t, parts.Bytes()); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	parts := rows(`<row r="1" s="1" customFormat="1"><c r="A1"><v>1</v></c><c r="B1" s="0"><v>2</v></c></row><row r="2" s="1"><c r="A2"><v>3</v></c></row>`)
	parts["xl/styles.xml"] = styles
	if got := dump(t, parts.Bytes()); got != "A1=#1~ B1=#2\nA2=#3" {
		t.Errorf("row style: %q", got)
	}
}

// A link on several cells, with a place, and one within the workbook.
func TestLinks(t *testing.T) {
	sheet := booktest.Sheet{Name: "A", Rows: booktest.Rows(1, []any{"a", "b"}, []any{"c", "d"}), After: `<hyperlinks xmlns:r="` + relSpace + `"><hyperlink ref="A1:A2" r:id="r1" location="deel"/>` +
		`<hyperlink ref="B1" location="Blad2!A1" display="b"/><hyperlink ref="B2" r:id="r9"/></hyperlinks>`}
	parts := booktest.Workbook(sheet)
	parts["xl/worksheets/_rels/sheet1.xml.rels"] = `<Relationships><Relationship Id="r1" Type="x/hyperlink" Target="https://a.be/?a=1&amp;b=2" TargetMode="External"/></Relationships>`
	if got, want := dump(t, parts.Bytes()), "A1=a->https://a.be/?a=1&b=2#deel B1=b\nA2=c->https://a.be/?a=1&b=2#deel B2=d"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

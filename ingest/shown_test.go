package ingest

import (
	"fmt"
	"strings"
	"testing"

	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/finding"
)

// shownStyles has at style 1 a date, 2 to 5 dates that show a month or a year,
// 6 to 9 numbers with letters or zeros, 10 a font that strikes through.
const shownStyles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>` +
	`<numFmt numFmtId="164" formatCode="mmmm\ yyyy"/><numFmt numFmtId="165" formatCode="[$-813]mmmm yyyy;@"/><numFmt numFmtId="166" formatCode="yyyy"/>` +
	`<numFmt numFmtId="167" formatCode="&quot;A&quot;00000"/><numFmt numFmtId="168" formatCode="0000"/><numFmt numFmtId="169" formatCode="0&quot; uur&quot;"/><numFmt numFmtId="170" formatCode="\O\D0\.0"/></numFmts>` +
	`<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>` +
	`<xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="169"/><xf numFmtId="170"/><xf fontId="1"/></cellXfs></styleSheet>`

// in gives a cell with a style: a number, or a text.
func in(style int, v any) booktest.Raw {
	if text, ok := v.(string); ok {
		return booktest.Raw(fmt.Sprintf(`<c r="%%s" s="%d" t="inlineStr"><is><t>%s</t></is></c>`, style, text))
	}
	return booktest.Raw(fmt.Sprintf(`<c r="%%s" s="%d"><v>%v</v></c>`, style, v))
}

func readShown(t *testing.T, parts booktest.Parts) (periods, ids string, findings []finding.Finding) {
	t.Helper()
	parts["xl/styles.xml"] = shownStyles
	data, findings := readBook(t, parts)
	var p, i []string
	for _, a := range data.Plans {
		p = append(p, a.When.Text)
	}
	for _, a := range data.Activities {
		i = append(i, a.ID)
	}
	for _, a := range data.Participations {
		i = append(i, a.Activity)
	}
	return strings.Join(p, ", "), strings.Join(i, " "), findings
}

// A date cell is a month, or a year, where that is what it shows.
func TestPeriodsAsShown(t *testing.T) {
	rows := [][]any{{"actie", "termijn"}}
	for _, c := range []booktest.Raw{in(1, 44256), in(2, 44256), in(3, 44270), in(4, 44286), in(5, 44256), in(0, 2022)} {
		rows = append(rows, []any{"Iets doen", c})
	}
	periods, _, findings := readShown(t, projectBook(booktest.Sheet{Name: "Planning", Rows: booktest.Rows(1, rows...)}))
	if want := "01/03/2021, maart 2021, maart 2021, maart 2021, 2021, 2022"; periods != want || len(findings) > 0 {
		t.Errorf("%s, want %s; %s", periods, want, brief(findings))
	}
}

// Where a day is asked, the first of a month that nobody typed is worth a word;
// days that were typed and aren't shown are not.
func TestDaysNotShown(t *testing.T) {
	for name, c := range map[string]struct {
		first, second booktest.Raw
		want          string
	}{
		"months":         {in(2, 44256), in(3, 44287), "W24 Activiteiten!B2"},
		"one month":      {in(1, 44256), in(3, 44287), "W24 Activiteiten!B3"},
		"a year":         {in(1, 44256), in(5, 44197), "W24 Activiteiten!B3"},
		"days":           {in(2, 44270), in(3, 44287), ""},
		"shown as dates": {in(1, 44256), in(1, 44287), ""},
	} {
		_, _, findings := readShown(t, projectBook(activities(activityHead, []any{"A1", c.first, "Acties", 1}, []any{"A2", c.second, "Acties", 2})))
		if got := brief(findings); got != c.want {
			t.Errorf("%s: found %q, want %q", name, got, c.want)
		}
	}
}

// A code is what the cell shows, so that it's the same in all sheets; a number
// stays a number.
func TestCodesAsShown(t *testing.T) {
	_, ids, findings := readShown(t, projectBook(
		activities(activityHead, []any{in(6, 1), in(1, 44270), "Acties", in(8, 2)}, []any{in(7, 47), in(1, 44270), "Acties", in(7, 2)}),
		booktest.Sheet{Name: "Deelnames", Rows: booktest.Rows(1, []any{"activiteit_id", "groep", "aantal"}, []any{"A00001", "Jongeren", in(6, 12)}, []any{"0047", "Jongeren", 3})}))
	if ids != "A00001 0047 A00001 0047" || len(findings) > 0 {
		t.Errorf("%s; %s", ids, brief(findings))
	}
}

func TestStruckThrough(t *testing.T) {
	part := booktest.Raw(`<c r="%s" t="inlineStr"><is><r><rPr><strike/></rPr><t xml:space="preserve">A1 </t></r><r><rPr><b/></rPr><t>A9</t></r></is></c>`)
	line := func(id, date, kind, hours any) []any { return []any{id, date, kind, hours} }
	whole := line(in(10, "A3"), in(10, 44270), in(10, "Acties"), in(10, 2))
	for name, c := range map[string]struct {
		rows [][]any
		want string
	}{
		"a row":             {[][]any{line("A2", in(1, 44270), "Acties", 1), whole}, "S36 Activiteiten!A3"},
		"its key":           {[][]any{line(in(10, "A2"), in(1, 44270), "Acties", 1)}, "S36 Activiteiten!A2"},
		"a value":           {[][]any{line("A2", in(1, 44270), "Acties", in(10, 1))}, "W22 Activiteiten!D2"},
		"a part of a cell":  {[][]any{line(part, in(1, 44270), "Acties", 1)}, "W22 Activiteiten!A2"},
		"two rows":          {[][]any{whole, line("A2", in(1, 44270), "Acties", 1), line(in(10, "A4"), in(10, 44270), in(10, "Acties"), in(10, 2))}, "S36 Activiteiten!A2"},
		"an empty cell":     {[][]any{line("A2", in(1, 44270), "Acties", booktest.Raw(`<c r="%s" s="10"/>`))}, ""},
		"the column's name": {nil, ""},
	} {
		head := []any{"activiteit_id", "datum", "soort", "uren"}
		if c.rows == nil {
			head[3], c.rows = in(10, "uren"), [][]any{line("A2", in(1, 44270), "Acties", 1)}
		}
		_, _, findings := readShown(t, projectBook(activities(append([][]any{head}, c.rows...)...)))
		if got := brief(findings); got != c.want {
			t.Errorf("%s: found %q, want %q", name, got, c.want)
		}
		if name == "a part of a cell" && (findings[0].Proposal != "A9" || findings[0].Found != "A1 A9") {
			t.Errorf("%+v", findings[0])
		}
	}
	fiche := strings.Replace(ficheRows(), `t="inlineStr"><is><t>Wonen`, `s="10" t="inlineStr"><is><t>Wonen`, 1)
	_, _, findings := readShown(t, booktest.Workbook(booktest.Sheet{Name: "Fiche", Rows: fiche}))
	if got := brief(findings); got != "W22 Fiche!B3" {
		t.Errorf("Fiche: %q", got)
	}
}

// Where an address is asked, a word is the address behind it.
func TestAddressBehindAWord(t *testing.T) {
	const a, b = "https://www.voorbeeld.be/artikel", "https://www.ander.be/x"
	for name, c := range map[string]struct {
		cell any
		link string
		want string
	}{
		"word":                  {"Artikel", a, a},
		"words":                 {"lees het artikel hier", a, a},
		"no link":               {"Artikel", "", "Artikel"},
		"mail":                  {"Artikel", "mailto:a@b.be", "Artikel"},
		"file":                  {"artikel.pdf", "artikel.pdf", "artikel.pdf"},
		"the same":              {a, a, a},
		"the same but for form": {a, "http://voorbeeld.be/artikel/", a},
		"without a scheme":      {"voorbeeld.be/artikel", a, a},
		"shortened":             {"https://www.voorbeeld.be/art…", a, a},
		"in a sentence":         {"zie https://www.voorbeeld.be/artikel", a, a},
		"by another site":       {a, "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.voorbeeld.be%2Fartikel&data=5", a},
		"two, one linked":       {a + "; " + b, b, a + " " + b},
		"a word and another":    {"Artikel; " + b, a, a + " " + b},
		"two words":             {"Artikel; Filmpje", a, "Artikel Filmpje"},
		"another address":       {a, b, a + " W23"},
		"formula":               {booktest.Raw(`<c r="%s" t="str"><f>HYPERLINK("` + a + `","Artikel")</f><v>Artikel</v></c>`), "", a},
		"formula, no value":     {booktest.Raw(`<c r="%s"><f>HYPERLINK("` + a + `","Artikel")</f></c>`), "", a},
	} {
		sheet := booktest.Sheet{Name: "Communicatieacties", Rows: booktest.Rows(1, []any{"nr", "actie", "omschrijving", "datum", "link"}, []any{1, "Artikel", "Over wonen.", "2021", c.cell})}
		if c.link != "" {
			sheet.After = `<hyperlinks xmlns:r="x"><hyperlink ref="E2:E3" r:id="rId7"/></hyperlinks>`
		}
		parts := booktest.Workbook(sheet)
		parts["xl/worksheets/_rels/sheet1.xml.rels"] = `<Relationships><Relationship Id="rId7" Type="x/hyperlink" Target="` + strings.ReplaceAll(c.link, "&", "&amp;") + `" TargetMode="External"/></Relationships>`
		data, findings := readBook(t, parts)
		got := strings.Join(data.Communications[0].Links, " ")
		for _, f := range findings {
			got += " " + f.Code()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// A CSV file may hold the formula that makes the link.
func TestLinkFormulaInCSV(t *testing.T) {
	data, findings := read(t, map[string][]byte{"Communicatieacties.csv": []byte("nr;actie;omschrijving;datum;link\n1;Artikel;Over wonen.;2021;\"=HYPERLINK(\"\"https://a.be/x\"\";\"\"Artikel\"\")\"\n")})
	if links := data.Communications[0].Links; len(findings) > 0 || len(links) != 1 || links[0] != "https://a.be/x" {
		t.Errorf("%q %s", links, brief(findings))
	}
}

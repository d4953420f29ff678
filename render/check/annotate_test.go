package check

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/finding"
)

// original is a workbook as people make them: title rows, a format and a
// drop-down, a formula, a merged title, a note of their own, a print area.
func original(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	check := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	check(f.SetSheetName("Sheet1", "Deelnames"))
	_, err := f.NewSheet("Mijn 'eigen' blad")
	check(err)
	check(f.SetCellStr("Deelnames", "A1", "Deelnames 2021"))
	check(f.MergeCell("Deelnames", "A1", "C1"))
	check(f.SetSheetRow("Deelnames", "A3", &[]any{"activiteit_id", "groep", "aantal"}))
	check(f.SetSheetRow("Deelnames", "A4", &[]any{"a1", "Jongeren", 12.5}))
	check(f.SetSheetRow("Deelnames", "A5", &[]any{"a2", "Jongeren", 40}))
	check(f.SetCellFormula("Deelnames", "C6", "SUM(C4:C5)"))
	format := "#,##0.00"
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format, Font: &excelize.Font{Bold: true, Color: "#112233"}, Border: []excelize.Border{{Type: "left", Style: 2, Color: "#445566"}}})
	check(err)
	check(f.SetCellStyle("Deelnames", "C4", "C6", style))
	check(f.SetColWidth("Deelnames", "B", "B", 33))
	drop := excelize.NewDataValidation(true)
	drop.SetSqref("B4:B99")
	check(drop.SetDropList([]string{"Jongeren", "Kinderen"}))
	check(f.AddDataValidation("Deelnames", drop))
	check(f.AddComment("Deelnames", excelize.Comment{Cell: "C5", Author: "An", Paragraph: []excelize.RichTextRun{{Text: "nagevraagd"}}}))
	check(f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "'Mijn ''eigen'' blad'!$A$1:$B$4", Scope: "Mijn 'eigen' blad"}))
	check(f.SetCellStr("Mijn 'eigen' blad", "A1", "x"))
	var b bytes.Buffer
	check(f.Write(&b))
	return b.Bytes()
}

const book = "gegevens/projecten/a.xlsx"

func mistakes() []finding.Finding {
	grouped := one(odd, at(book, "Deelnames", 3, 4), "a", "12,5", "12", "12,5 is geen heel getal. Bedoel je 12?")
	grouped.Cells = append(grouped.Cells, at(book, "Deelnames", 3, 4), at(book, "Deelnames", 3, 5))
	return []finding.Finding{
		one(unknownSheet, at(book, "", 0, 0), "a", "", "", "er ontbreekt een blad."),
		one(noSuchDay, at(book, "Deelnames", 2, 1), "a", "", "", "de titel klopt niet."),
		grouped,
		one(noSuchDay, at(book, "Deelnames", 3, 5), "a", "=1+1", "=HYPERLINK(\"http://x.example\")", "dit is fout."),
		one(noSuchDay, at(book, "Mijn 'eigen' blad", 1, 30), "a", "", "", "hier ontbreekt iets."),
	}
}

func annotated(t testing.TB) *excelize.File {
	t.Helper()
	f, _ := copyOf(t, original(t), mistakes()...)
	return f
}

func value(t testing.TB, f *excelize.File, sheet, cell string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTheCopyKeepsWhatTheWorkbookHas(t *testing.T) {
	f := annotated(t)
	before, err := excelize.OpenReader(bytes.NewReader(original(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer before.Close()
	if formula, _ := f.GetCellFormula("Deelnames", "C6"); formula != "SUM(C4:C5)" {
		t.Errorf("the formula is %q", formula)
	}
	if w, _ := f.GetColWidth("Deelnames", "B"); w < 32 || w > 34 {
		t.Errorf("the width is %v", w)
	}
	drops, err := f.GetDataValidations("Deelnames")
	if err != nil || len(drops) != 1 || drops[0].Sqref != "B4:B99" {
		t.Errorf("drop-downs: %v, %v", drops, err)
	}
	if merged, _ := f.GetMergeCells("Deelnames"); len(merged) != 1 {
		t.Errorf("merged cells: %v", merged)
	}
	for _, cell := range []string{"C4", "C5"} {
		was, is := styleOf(t, before, cell), styleOf(t, f, cell)
		if is.CustomNumFmt == nil || *is.CustomNumFmt != *was.CustomNumFmt || !is.Font.Bold || is.Font.Color != was.Font.Color || len(is.Border) != 1 {
			t.Errorf("%s lost its format: %+v", cell, is)
		}
	}
	for _, name := range f.GetDefinedName() {
		if name.Name == "_xlnm.Print_Area" && name.Scope != "Mijn 'eigen' blad" {
			t.Errorf("the print area went to %q", name.Scope)
		}
	}
}

func styleOf(t *testing.T, f *excelize.File, cell string) *excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle("Deelnames", cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCellsAreColouredAndNoted(t *testing.T) {
	f := annotated(t)
	notes := map[string]string{}
	comments, err := f.GetComments("Deelnames")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range comments {
		text := c.Text
		for _, p := range c.Paragraph {
			text += p.Text
		}
		if notes[c.Cell] != "" {
			t.Errorf("%s has two notes", c.Cell)
		}
		notes[c.Cell] = text
	}
	for cell, want := range map[string][]string{
		"A1": {"De titel klopt niet."}, // B1 is merged into A1
		"C4": {"Waarschuwing P01", "12,5 is geen heel getal"},
		"C5": {"nagevraagd", "Waarschuwing P01", "Fout W02: Dit is fout.", "Voorstel: =HYPERLINK"},
	} {
		for _, part := range want {
			if !strings.Contains(notes[cell], part) {
				t.Errorf("the note on %s is %q, without %q", cell, notes[cell], part)
			}
		}
	}
	for cell, colour := range map[string]string{"C4": "FBE3A1", "C5": "F6C3CC", "A1": "F6C3CC"} {
		if s := styleOf(t, f, cell); len(s.Fill.Color) != 1 || s.Fill.Color[0] != colour {
			t.Errorf("the colour of %s is %v", cell, s.Fill.Color)
		}
	}
	if s := styleOf(t, f, "C6"); len(s.Fill.Color) != 0 {
		t.Error("C6 has no finding and is coloured")
	}
}

func TestTheFirstSheetLinksToTheCells(t *testing.T) {
	f := annotated(t)
	sheets := f.GetSheetList()
	if sheets[0] != "Bevindingen" || f.GetActiveSheetIndex() != 0 || len(sheets) != 3 {
		t.Fatalf("the sheets are %v", sheets)
	}
	for cell, want := range map[string]string{"C7": "'Deelnames'!B1", "C8": "'Deelnames'!C4", "C9": "'Deelnames'!C5", "C10": "'Mijn ''eigen'' blad'!A30"} {
		if ok, link, err := f.GetCellHyperLink("Bevindingen", cell); !ok || link != want || err != nil {
			t.Errorf("%s links to %q, want %q", cell, link, want)
		}
	}
	if got := value(t, f, "Bevindingen", "E9"); got != "=1+1" {
		t.Errorf("found: %q", got)
	}
	for _, cell := range []string{"E9", "F9"} {
		if formula, _ := f.GetCellFormula("Bevindingen", cell); formula != "" {
			t.Errorf("%s became a formula", cell)
		}
	}
	if got := value(t, f, "Bevindingen", "A3"); !strings.Contains(got, book) {
		t.Errorf("the sheet doesn't say which workbook to mend: %q", got)
	}
}

func TestAnnotateIsTheSameEachTime(t *testing.T) {
	data := original(t)
	kept := bytes.Clone(data)
	a, err := Annotate(book, data, mistakes())
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if b, err := Annotate(book, data, mistakes()); err != nil || !bytes.Equal(a, b) {
			t.Fatalf("the copy differs from one time to the next (%v)", err)
		}
	}
	if !bytes.Equal(data, kept) {
		t.Error("the original changed")
	}
}

// A workbook with a sheet Bevindingen of its own keeps it.
func TestASheetBevindingenStays(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "bevindingen"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	again, _ := copyOf(t, b.Bytes(), mistakes()[:1]...)
	if got := strings.Join(again.GetSheetList(), ", "); got != "Bevindingen 2, bevindingen" {
		t.Errorf("the sheets are %s", got)
	}
}

func TestWhatIsNoWorkbookIsAnError(t *testing.T) {
	for _, data := range []string{"", "kapot", "PK\x03\x04 en dan niets"} {
		if out, err := Annotate(book, []byte(data), mistakes()); err == nil || out != nil {
			t.Errorf("%q gave %d bytes and %v", data, len(out), err)
		}
	}
}

func TestATableBecomesText(t *testing.T) {
	f := one(noSuchDay, at("gegevens/x.csv", "x:y", 2, 4), "", "=1+1", "", "dit is fout.")
	out, err := AnnotateTable("gegevens/x.csv", "x:y", [][]string{{"a", "b"}, nil, nil, {"1", "=1+1\x01"}}, []finding.Finding{f})
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if formula, _ := book.GetCellFormula("x-y", "B4"); formula != "" || !strings.HasPrefix(value(t, book, "x-y", "B4"), "=1+1") {
		t.Errorf("B4 is %q, formula %q", value(t, book, "x-y", "B4"), formula)
	}
	if _, link, _ := book.GetCellHyperLink("Bevindingen", "C6"); link != "'x-y'!B4" {
		t.Errorf("the link is %q", link)
	}
}

func TestTheListIsOneRowAFinding(t *testing.T) {
	r := sample()
	out, err := Workbook(r)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Meldingen")
	if err != nil || len(rows) != len(r.Findings)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if ok, link, _ := f.GetCellHyperLink("Meldingen", "E4"); !ok || link != "geannoteerd/gegevens/projecten/energiek-pelt.xlsx#'Activiteiten'!C14" {
		t.Errorf("the link is %q", link)
	}
	if formula, _ := f.GetCellFormula("Meldingen", "G5"); formula != "" || value(t, f, "Meldingen", "G5") != `=HYPERLINK("x")` {
		t.Errorf("the text became %q, formula %q", value(t, f, "Meldingen", "G5"), formula)
	}
	if panes, _ := f.GetPanes("Meldingen"); !panes.Freeze || panes.YSplit != 1 {
		t.Error("the head isn't frozen")
	}
	golden(t, "samenvatting.txt", table(t, f, "Samenvatting"))
}

// A row is as high as its text, also in programs that don't see to that.
func TestRowsAreAsHighAsTheirText(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{{"", 10, 1}, {"kort", 10, 1}, {"een zin van dertig tekens lang", 10, 4}, {"een\ntwee", 40, 2}} {
		if n := linesIn(c.text, c.width); n != c.want {
			t.Errorf("%q takes %d lines in %.0f, want %d", c.text, n, c.width, c.want)
		}
	}
	r := sample()
	r.Findings = append(r.Findings[:1:1], r.Findings[0])
	r.Findings[0].Message, r.Findings[1].Message = strings.Repeat("woord ", 100), strings.Repeat("woord ", 10000)
	out, err := Workbook(r)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if h, _ := f.GetRowHeight("Meldingen", 2); h < 12*rowHeight || h > 15*rowHeight {
		t.Errorf("a row of 600 letters is %.0f high", h)
	}
	if h, _ := f.GetRowHeight("Meldingen", 3); h != maxRowHeight {
		t.Errorf("a very long row is %.0f high", h)
	}
	for _, at := range []string{"A1", "A2", "J2"} {
		id, _ := f.GetCellStyle("Meldingen", at)
		if style, err := f.GetStyle(id); err != nil || style.Font == nil || style.Font.Family == "" || style.Font.Size == 0 {
			t.Errorf("%s has no font of its own: %+v, %v", at, style.Font, err)
		}
	}
}

func table(t *testing.T, f *excelize.File, sheet string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, " | ") + "\n")
	}
	return b.String()
}

func BenchmarkAnnotate(b *testing.B) {
	data, list := original(b), mistakes()
	for b.Loop() {
		if _, err := Annotate(book, data, list); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	f.Add(original(f))
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, data []byte) {
		// Any bytes: a copy or an error, never a crash.
		if out, err := Annotate(book, data, mistakes()); (out == nil) == (err == nil) {
			t.Errorf("%d bytes and %v", len(out), err)
		}
	})
}

// A workbook with macros keeps them, and stays a workbook with macros.
func TestMacrosStay(t *testing.T) {
	const workbook, macro = "spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
	in, err := zip.NewReader(bytes.NewReader(original(t)), int64(len(original(t))))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	add := func(name string, data []byte) {
		w, err := out.Create(name)
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, part := range in.File {
		data := unzipped(t, part)
		if part.Name == "[Content_Types].xml" {
			data = bytes.Replace(data, []byte("application/vnd.openxmlformats-officedocument."+workbook), []byte(macro), 1)
		}
		add(part.Name, data)
	}
	add("xl/vbaProject.bin", []byte("macro"))
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	annotated, err := Annotate("gegevens/a.xlsm", b.Bytes(), mistakes())
	if err != nil {
		t.Fatal(err)
	}
	again, err := zip.NewReader(bytes.NewReader(annotated), int64(len(annotated)))
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, part := range again.File {
		data := string(unzipped(t, part))
		if part.Name == "xl/vbaProject.bin" && data == "macro" || part.Name == "[Content_Types].xml" && strings.Contains(data, macro) {
			seen++
		}
	}
	if seen != 2 {
		t.Errorf("the macros or their kind are lost (%d of 2)", seen)
	}
}

func unzipped(t *testing.T, part *zip.File) []byte {
	t.Helper()
	r, err := part.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

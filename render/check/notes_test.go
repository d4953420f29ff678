package check

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// notedElsewhere makes a workbook with a note in A1 of both sheets, with the
// parts named and pointed to as openpyxl does.
func notedElsewhere(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	_ = f.SetSheetName("Sheet1", "Een")
	_, _ = f.NewSheet("Twee")
	for _, sheet := range f.GetSheetList() {
		if err := f.AddComment(sheet, excelize.Comment{Cell: "A1", Author: "an", Text: "van " + sheet}); err != nil {
			t.Fatal(err)
		}
	}
	var plain, out bytes.Buffer
	if err := f.Write(&plain); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(plain.Bytes()), int64(plain.Len()))
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(&out)
	for _, part := range z.File {
		name, body := part.Name, string(unzipped(t, part))
		for i := 1; i <= 2; i++ {
			texts, drawing := fmt.Sprintf("xl/comments%d.xml", i), fmt.Sprintf("xl/drawings/vmlDrawing%d.vml", i)
			otherTexts, otherDrawing := fmt.Sprintf("xl/comments/comment%d.xml", i), fmt.Sprintf("xl/drawings/commentsDrawing%d.vml", i)
			name = strings.NewReplacer(texts, otherTexts, drawing, otherDrawing).Replace(name)
			body = strings.NewReplacer("../"+texts[3:], "/"+otherTexts, "../"+drawing[3:], "/"+otherDrawing, "/"+texts, "/"+otherTexts).Replace(body)
		}
		dst, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(dst, body); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Notes of other programs stay, and new ones come beside them or under them,
// on their own sheet.
func TestNotesOfOtherPrograms(t *testing.T) {
	at := func(sheet, cell string) finding.Finding {
		col, row, _ := excelize.CellNameToCoordinates(cell)
		f := mistakes()[0]
		f.Cells, f.Message = nil, "Nieuw in "+sheet+" "+cell+"."
		f.Ref = source.Ref{File: "gegevens/a.xlsx", Sheet: sheet, Col: col, Row: row}
		return f
	}
	data, err := Annotate("gegevens/a.xlsx", notedElsewhere(t), []finding.Finding{at("Een", "A1"), at("Twee", "B2")})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got := map[string]string{}
	for _, sheet := range []string{"Een", "Twee"} {
		list, err := f.GetComments(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			text := c.Text
			for _, run := range c.Paragraph {
				text += run.Text
			}
			got[sheet+" "+c.Cell] += text
		}
	}
	if len(got) != 3 || !strings.Contains(got["Een A1"], "van Een") || !strings.Contains(got["Een A1"], "Nieuw in Een") ||
		!strings.Contains(got["Twee A1"], "van Twee") || strings.Contains(got["Twee A1"], "Nieuw") || !strings.Contains(got["Twee B2"], "Nieuw in Twee B2") {
		t.Errorf("notes: %q", got)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, part := range z.File {
		if strings.HasPrefix(part.Name, "/") || seen[part.Name] {
			t.Errorf("part %s", part.Name)
		}
		seen[part.Name] = true
	}
}

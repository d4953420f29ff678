package ingest

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/model"
)

// records counts all records of a dataset.
func records(d *model.Dataset) int {
	n := 0
	for _, s := range model.Sheets() {
		n += d.Count(s)
	}
	if d.Before != nil {
		n += records(d.Before)
	}
	return n
}

// kept checks the promise that no row is dropped in silence: each row with
// data is a record, or counted as refused.
func kept(t *testing.T, r *fileReader) {
	t.Helper()
	rows, refused := 0, 0
	for _, s := range r.file.Sheets {
		rows += s.Rows
		refused += s.Refused
		if s.Refused > 0 && len(r.findings) == 0 {
			t.Errorf("%s: %d rows are refused without a word", s.Name, s.Refused)
		}
	}
	if n := records(&r.data); rows != n+refused {
		t.Errorf("%d rows, %d records, %d refused", rows, n, refused)
	}
	for _, f := range r.findings {
		if f.Message == "" || f.Ref.File == "" || f.Code() == "S09" {
			t.Errorf("%+v", f)
		}
	}
}

// FuzzCSV reads any bytes as any of the sheets.
func FuzzCSV(f *testing.F) {
	files, _ := filepath.Glob(filepath.Join("testdata", "rijen", "*.csv"))
	for i, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(uint8(i), content)
	}
	for i, s := range model.Sheets() {
		var head, row []byte
		for _, c := range s.Columns {
			head = append(append(head, c.Name...), ';')
			row = append(append(row, c.Example...), ';')
		}
		f.Add(uint8(i), append(append(head, '\n'), row...))
	}
	f.Add(uint8(19), []byte("code;p\nnaam;P\nthema;Wonen\n"))
	c := newContract(testConfig(""))
	names := []string{}
	for _, s := range model.Sheets() {
		names = append(names, s.Name)
	}
	names = append(names, model.FicheName, "Blad1")
	f.Fuzz(func(t *testing.T, sheet uint8, data []byte) {
		r := &fileReader{ctx: context.Background(), contract: c, job: job{path: "gegevens/" + names[int(sheet)%len(names)] + ".csv"}}
		r.blank()
		r.readCSV(data)
		kept(t, r)
	})
}

// FuzzWorkbook reads any XML as the sheets of a project's workbook.
func FuzzWorkbook(f *testing.F) {
	f.Add(booktest.Rows(1, activityHead, activityOne, activityBad), `<mergeCells><mergeCell ref="A2:B9"/></mergeCells>`, ficheRows())
	f.Add(booktest.Rows(1, activityHead, activityOne)+`<row r="1"><c><v>1</v></c></row>`, "", booktest.Rows(3, []any{"code", "naam"}, []any{"p", "P"}, []any{"q", "Q"}))
	c := newContract(testConfig(""))
	f.Fuzz(func(t *testing.T, rows, after, fiche string) {
		data := booktest.Workbook(booktest.Sheet{Name: "Fiche", Rows: fiche}, booktest.Sheet{Name: "Activiteiten", Rows: rows, After: after}).Strings("datum").Bytes()
		r := &fileReader{ctx: context.Background(), contract: c, heavy: new(sync.Mutex), job: job{path: "gegevens/a.xlsx"}}
		r.blank()
		r.readWorkbook(data)
		kept(t, r)
	})
}

// Every example of every column is a value that is read without a word.
func TestExamplesAreRight(t *testing.T) {
	for _, s := range model.Sheets() {
		var head, row []any
		for _, c := range s.Columns {
			head, row = append(head, c.Name), append(row, c.Example)
		}
		data, findings := readBook(t, booktest.Workbook(booktest.Sheet{Name: s.Name, Rows: booktest.Rows(1, head, row)}))
		if len(findings) > 0 || records(data) != 1 {
			t.Errorf("%s: %v", s.Name, findings)
		}
		for _, alias := range s.Aliases {
			data, findings := readBook(t, booktest.Workbook(booktest.Sheet{Name: alias, Rows: booktest.Rows(1, head, row)}))
			if len(findings) > 0 || records(data) != 1 {
				t.Errorf("%s: %v", alias, findings)
			}
		}
		for i, c := range s.Columns {
			for _, alias := range c.Aliases {
				other := append([]any{}, head...)
				other[i] = alias
				data, findings := readBook(t, booktest.Workbook(booktest.Sheet{Name: s.Name, Rows: booktest.Rows(1, other, row)}))
				if len(findings) > 0 || records(data) != 1 {
					t.Errorf("%s, %s for %s: %v", s.Name, alias, c.Name, findings)
				}
			}
		}
	}
}

package ingest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voortgang/ingest/csvfile"
	"voortgang/ingest/grid"
	"voortgang/internal/finding"
)

// Each file in testdata/rijen is a sheet. Its last column, verwacht, names the
// findings expected on that row as "code kolom"; the other columns are read.
// Rows without an expectation are right, look-alikes of wrong ones among them.
func TestRowFixtures(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "rijen", "*.csv"))
	if err != nil || len(files) < 7 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			input, want := withoutExpectations(t, content)
			_, findings := read(t, map[string][]byte{name: input})
			compareRows(t, findings, want)
		})
	}
}

// withoutExpectations cuts the last column off, and gives what it holds by
// row number.
func withoutExpectations(t *testing.T, content []byte) ([]byte, map[int]string) {
	t.Helper()
	f := csvfile.Open(content)
	var out strings.Builder
	want, last, line := map[int]string{}, 0, 1
	err := f.Read(t.Context(), func(r *grid.Row) error {
		if last == 0 {
			last = r.Cells[len(r.Cells)-1].Col
		} else if e := strings.TrimSpace(r.At(last).Text); e != "" {
			want[r.Number] = e
		}
		for ; line < r.Number; line++ {
			out.WriteString("\n")
		}
		for col := 1; col < last; col++ {
			out.WriteString(`"` + r.At(col).Text + `";`)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return []byte(strings.ReplaceAll(out.String(), ";\n", "\n")), want
}

func compareRows(t *testing.T, findings []finding.Finding, want map[int]string) {
	t.Helper()
	got := map[int][]string{}
	for _, f := range findings {
		got[f.Ref.Row] = append(got[f.Ref.Row], strings.TrimSpace(f.Code()+" "+f.Column))
	}
	rows := map[int]bool{}
	for row := range got {
		rows[row] = true
	}
	for row := range want {
		rows[row] = true
	}
	for row := range rows {
		expected := strings.Split(want[row], ", ")
		slices.Sort(expected)
		slices.Sort(got[row])
		if g := strings.Join(got[row], ", "); g != strings.Join(expected, ", ") {
			t.Errorf("row %d: found %q, want %q", row, g, want[row])
		}
	}
	if t.Failed() {
		for _, f := range findings {
			t.Log(fmt.Sprint(f.Ref.Sheet, "!", f.Ref.Cell(), " ", f.Code(), " ", f.Message))
		}
	}
}

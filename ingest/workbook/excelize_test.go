package workbook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"voortgang/ingest/grid"
	"voortgang/internal/source"
)

// raw writes a cell as excelize's Columns gives it with RawCellValue.
func raw(c grid.Cell) string {
	switch c.Kind {
	case grid.Number:
		return grid.Plain(c.Number)
	case grid.Bool:
		return grid.Plain(c.Number)
	}
	return c.Text
}

// The cells that excelize writes are read the same by excelize and by us, for
// texts, numbers, booleans and dates in all sorts of places.
func TestSameAsExcelize(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"Wonen", "a & b < c", "€ 12", "twee\nregels", "_x000D_", " spatie ", "Şükrü 🎈", strings.Repeat("lang ", 200)}
	for round := range 20 {
		f := excelize.NewFile()
		for range 200 {
			at, _ := excelize.CoordinatesToCellName(1+random.IntN(30), 1+random.IntN(60))
			var v any
			switch random.IntN(5) {
			case 0:
				v = words[random.IntN(len(words))]
			case 1:
				v = random.IntN(100000)
			case 2:
				v = float64(random.IntN(1e9)) / 1000
			case 3:
				v = random.IntN(2) == 0
			case 4:
				v = time.Date(1950+random.IntN(120), 1, 1+random.IntN(365), 0, 0, 0, 0, time.UTC)
			}
			if err := f.SetCellValue("Sheet1", at, v); err != nil {
				t.Fatal(err)
			}
		}
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		theirs, ours := bothRead(t, out.Bytes())
		if len(theirs) < 100 {
			t.Fatalf("only %d cells: the test compares nothing", len(theirs))
		}
		for _, line := range differences(ours, theirs) {
			t.Errorf("round %d, %s", round, line)
		}
	}
}

// bothRead gives the cells of the first sheet of a workbook as we read them and
// as excelize does.
func bothRead(t *testing.T, data []byte) (ours, theirs map[string]string) {
	t.Helper()
	b, err := Open(data, limits)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	ours, err1 := ourCells(b.Sheets[0])
	theirs, err2 := excelizeCells(f, b.Sheets[0].Name)
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	return ours, theirs
}

func excelizeCells(f *excelize.File, sheet string) (map[string]string, error) {
	rows, err := f.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]string{}
	for n := 1; rows.Next() && n <= grid.MaxRow; n++ {
		columns, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, err
		}
		for i, v := range columns {
			if !grid.IsBlank(v) {
				out[source.Ref{Row: n, Col: i + 1}.Cell()] = v
			}
		}
	}
	return out, rows.Error()
}

func ourCells(s *Sheet) (map[string]string, error) {
	for {
		out := map[string]string{}
		err := s.Read(context.Background(), func(r *grid.Row) error {
			for _, c := range r.Cells {
				out[source.Ref{Row: r.Number, Col: c.Col}.Cell()] = raw(c)
			}
			return nil
		})
		if !errors.Is(err, ErrAgain) {
			return out, err
		}
	}
}

// differences lists the cells that aren't the same. Numbers differ in how
// programs write them, texts in their line ends.
func differences(ours, theirs map[string]string) []string {
	var out []string
	for at := range maps.Keys(union(ours, theirs)) {
		a, b := ours[at], theirs[at]
		x, err1 := strconv.ParseFloat(a, 64)
		y, err2 := strconv.ParseFloat(b, 64)
		if a != b && !(err1 == nil && err2 == nil && math.Abs(x-y) <= 1e-12*math.Abs(x)) {
			out = append(out, fmt.Sprintf("%s: ours %.60q, excelize %.60q", at, a, b))
		}
	}
	slices.Sort(out)
	return out
}

func union(a, b map[string]string) map[string]string {
	out := maps.Clone(a)
	maps.Copy(out, b)
	return out
}

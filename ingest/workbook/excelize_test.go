package workbook

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"voortgang/ingest/grid"
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
		theirs, ours := excelizeCells(t, out.Bytes()), ourCells(t, out.Bytes())
		if len(theirs) < 100 {
			t.Fatalf("only %d cells: the test compares nothing", len(theirs))
		}
		for at, v := range theirs {
			if ours[at] != v {
				t.Errorf("round %d, %s: ours %q, excelize %q", round, at, ours[at], v)
			}
		}
		if len(ours) != len(theirs) {
			t.Errorf("round %d: ours %d cells, excelize %d", round, len(ours), len(theirs))
		}
	}
}

func excelizeCells(t *testing.T, data []byte) map[string]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.Rows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for n := 1; rows.Next(); n++ {
		columns, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range columns {
			if strings.TrimSpace(v) != "" {
				out[fmt.Sprintf("R%dC%d", n, i+1)] = v
			}
		}
	}
	return out
}

func ourCells(t *testing.T, data []byte) map[string]string {
	t.Helper()
	b, err := Open(data, limits)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	err = b.Sheets[0].Read(context.Background(), func(r *grid.Row) error {
		for _, c := range r.Cells {
			out[fmt.Sprintf("R%dC%d", r.Number, c.Col)] = raw(c)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

package charts

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares text with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (look at it, then run with -update):\n%s", path, firstDifference(string(want), got))
	}
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "was " + a[i] + "\nnow " + b[i]
		}
	}
	return "one is the other's beginning"
}

// Each chart of a report is drawn as it was when someone last looked at it;
// the alternative text stands above the drawing.
func TestDrawings(t *testing.T) {
	for _, s := range samples() {
		t.Run(s.name, func(t *testing.T) {
			golden(t, s.name, s.chart.Alt()+"\n\n"+Record(s.chart).String())
		})
	}
}

// Charts without data, one file for all types.
func TestEmptyDrawings(t *testing.T) {
	base := Base{Title: "Hoeveel?", Subtitle: "2021", ShowTitle: true}
	var b strings.Builder
	for _, c := range []Chart{
		Bars{Base: base}, Bars{Base: base, Horizontal: true, Categories: themes},
		Donut{Base: base, Slices: []Slice{{"Niets", 0}}}, Radar{Base: base, Axes: care},
		Timeline{Base: base}, Heat{Base: base, Rows: themes}, Multiples{Base: base, Series: []Series{{Name: "2021"}}},
		Spark{Base: base},
	} {
		b.WriteString(c.Alt() + "\n" + Record(c).String() + "\n")
	}
	golden(t, "empty", b.String())
}

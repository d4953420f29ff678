package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/finding"
	"voortgang/internal/finding/ruletest"
	newdir "voortgang/render/workdir"
)

// From one year's final report to the next: the new werkmap counts nothing of
// last year, compares with what was printed, also where rows were lost, and is
// refused until somebody delivers.
func TestNewYear(t *testing.T) {
	ctx := context.Background()
	old, dir := filepath.Join(t.TempDir(), "oud"), filepath.Join(t.TempDir(), "nieuw")
	if err := newdir.Example(old, nil); err != nil {
		t.Fatal(err)
	}
	was, _, err := Build(ctx, Options{Dir: old, Version: "1"})
	if err != nil {
		t.Fatal(err)
	}
	said, err := was.Published(ctx)
	if err != nil || said == nil {
		t.Fatalf("published: %v %v", said, err)
	}
	// Without the file, the same figures come out of the PDF.
	if err := os.Remove(filepath.Join(old, "uit", figuresName(2021))); err != nil {
		t.Fatal(err)
	}
	attached, err := was.Published(ctx)
	if err != nil || attached == nil || len(attached.Figures) != len(said.Figures) {
		t.Fatalf("attached: %v %v", attached, err)
	}
	if err := newdir.New(dir, newdir.Start{Previous: was.Config, Data: was.Data, Published: attached}); err != nil {
		t.Fatal(err)
	}

	fresh, _, err := Build(ctx, Options{Dir: dir, Version: "1"})
	if _, refused := err.(*RefusedError); !refused {
		t.Fatalf("a werkmap without rows of the year: %v", err)
	}
	var codes []string
	for _, f := range fresh.Findings {
		if f.Level != finding.Info {
			codes = append(codes, f.Code())
		}
	}
	if !slices.Equal(codes, []string{"S46", "O12"}) {
		t.Errorf("a fresh werkmap finds %v", codes)
	}
	compareWith(t, fresh, was)
	if f := fresh.Figures.Get("projecten.totaal"); f.Now.Value != 45 || f.Previous().Value != 48 {
		t.Errorf("projects: %v, last year %v", f.Now.Value, f.Previous().Value)
	}

	dropContacts(t, filepath.Join(dir, "gegevens", "vorig-jaar.xlsx"), 78)
	lost, err := Check(ctx, Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	compareWith(t, lost, was)
	n := 0
	for _, f := range lost.Findings {
		if slices.Contains(ruletest.Declared(t, "../published"), f.Rule) {
			n++
		}
	}
	if n != 1 {
		t.Errorf("rows that differ give %d findings, want 1", n)
	}
}

// compareWith demands that every figure compares with what was printed.
func compareWith(t *testing.T, now, was *Checked) {
	t.Helper()
	for _, f := range now.Public.All() {
		printed := was.Public.Get(f.Key)
		if printed == nil {
			if f.Previous().HasData() {
				t.Errorf("%s is compared with what wasn't printed", f.Key)
			}
			continue
		}
		if a, b := f.Previous(), printed.Now; a.Known != b.Known || a.Value != b.Value || a.Withheld != b.Withheld {
			t.Errorf("%s: compared with %v, printed was %v", f.Key, a.Value, b.Value)
		}
	}
}

func dropContacts(t *testing.T, path string, rows int) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for range rows {
		if err := f.RemoveRow("Contacten", 10); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

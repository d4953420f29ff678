package arrows

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// rounds is what rounds or writes a number by other rules than internal/dutch.
var rounds = regexp.MustCompile(`strconv\.FormatFloat|math\.Round|%[-+# 0-9]*\.[0-9*]+f|%[-+# 0-9]*[eEgG]\b`)

// otherwise are the packages and files that may: none of them writes a figure
// for people.
var otherwise = map[string]string{
	"internal/dutch":            "the place itself",
	"internal/model/figure.go":  "rids a sum of what adding up binary fractions leaves",
	"charts/canvas.go":          "places in a drawing",
	"charts/recorder.go":        "places in a drawing",
	"charts/png.go":             "sizes of a drawing",
	"charts/color.go":           "colours",
	"charts/numbers.go":         "powers of ten, and the number of steps of an axis",
	"render/pdfw":               "the syntax of a PDF",
	"render/check/notesize.go":  "the syntax of a drawing in a workbook",
	"render/workdir/sample":     "makes the example's data",
	"internal/inspect/pages.go": "the size of a page",
	"ingest/value":              "what was typed in a cell, and what to type instead",
	"ingest/grid":               "what was typed in a cell",
	"internal/accept/places.go": "what tells a row from another",
	"internal/inspect/pdfread":  "the syntax of a PDF",
}

// TestRoundingInOnePlace keeps figures from being rounded in two ways: every
// number that people read goes through internal/dutch.
func TestRoundingInOnePlace(t *testing.T) {
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		for home := range otherwise {
			if rel == home || strings.HasPrefix(rel, home+"/") {
				return nil
			}
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for i, line := range strings.Split(string(text), "\n") {
			if found := rounds.FindString(line); found != "" {
				t.Errorf("%s:%d: %s; write numbers with dutch.Number, Full or Exact, and round with dutch.Round", rel, i+1, found)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

package sample

import (
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"voortgang/internal/indicator"
	"voortgang/templates/example"
)

var (
	reference = regexp.MustCompile(`\{\{\s*(\w+)((?:\s+"[^"]+")+)(?:\s+(\d{4}))?\s*\}\}`)
	quoted    = regexp.MustCompile(`"([^"]+)"`)
)

// Every reference to a figure in the example's narrative has a value.
func TestNarrativeRefersToFiguresThatAreThere(t *testing.T) {
	_, d := build(t)
	figures := indicator.Compute(d, settings())
	count := 0
	err := fs.WalkDir(example.Files, "workdir/teksten", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(example.Files, name)
		if err != nil {
			return err
		}
		found := reference.FindAllStringSubmatch(string(content), -1)
		if strings.Count(string(content), "{{") != len(found) {
			t.Errorf("%s: a reference that can't be read", name)
		}
		for _, m := range found {
			if m[1] == "verwijs" {
				continue // to a section; the report knows those
			}
			count++
			year := Year
			if m[3] != "" {
				year, _ = strconv.Atoi(m[3])
			}
			for _, key := range quoted.FindAllStringSubmatch(m[2], -1) {
				f := figures.Get(key[1])
				if f == nil || !f.In(year).Known || m[1] == "verschil" && !f.Previous().Known {
					t.Errorf("%s: %s has no value", name, m[0])
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if count < 60 {
		t.Errorf("only %d references: the narrative should lean on figures", count)
	}
}

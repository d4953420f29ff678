package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The demonstration in the README is what the program says: each line of it,
// in that order. Dots stand for what is left out.
func TestReadmeDemonstration(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(strings.ReplaceAll(string(page), "\r\n", "\n"), "valideer gedrukt\n```")
	_, rest, begins := strings.Cut(rest, "```text\n")
	excerpt, _, ends := strings.Cut(rest, "```")
	if !found || !begins || !ends {
		t.Fatal("the README has no demonstration")
	}
	t.Chdir(t.TempDir())
	var out, progress bytes.Buffer
	for _, args := range [][]string{{"voorbeeld", "gedrukt", "--met-fouten"}, {"valideer", "gedrukt"}} {
		Run(t.Context(), args, Streams{Out: &out, Err: &progress})
	}
	said := out.String()
	for line := range strings.Lines(excerpt) {
		if strings.TrimSpace(line) == "" || strings.TrimSpace(line) == "…" {
			continue
		}
		at := strings.Index(said, line)
		if at < 0 {
			t.Fatalf("not said, or not here: %s", line)
		}
		said = said[at+len(line):]
	}
}

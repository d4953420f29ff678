// Package ruletest helps tests that demand something of every rule of a
// package.
package ruletest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"voortgang/internal/finding"
)

var use = regexp.MustCompile(`finding\.ByCode\("(\w+)"\)`)

// Declared gives the rules that the package in a folder keeps in variables.
func Declared(t testing.TB, dir string) []*finding.Rule {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var list []*finding.Rule
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range use.FindAllSubmatch(data, -1) {
			list = append(list, finding.ByCode(string(m[1])))
		}
	}
	return list
}

package separated

import (
	"strings"
	"testing"
)

// read writes the records a line each, with '|' between their cells, and '?'
// before a cell with a quote that has no counterpart.
func read(text string) string {
	var lines []string
	for r := Open([]byte(text), 100).Records(); r.More(); {
		var cells []string
		mark := ""
		r.Next(func(cell []byte) bool {
			cells = append(cells, mark+string(cell))
			mark = ""
			return true
		}, func() { mark = "?" })
		lines = append(lines, strings.Join(cells, "|"))
	}
	return strings.Join(lines, "\n")
}

func TestRecords(t *testing.T) {
	for in, want := range map[string]string{
		"a;b,c\nd;e\n":                        "a|b,c\nd|e",
		"a,b\nc,\"d,e\"":                      "a|b\nc|d,e",
		"sep=;\r\na,b;c\r\n":                  "a,b|c",
		"a\tb\r\"c\nd\"\te":                   "a|b\nc\nd|e",
		"a;\"b\"\"c\"\"\"\nd;e":               "a|b\"c\"\nd|e",
		"a;b\n\"x;y\nc;d":                     "a|b\n?x|y\nc|d",
		"a;b;c\nd;e;f\n\"x;\"y; z\";w\ng;h;i": "a|b|c\nd|e|f\n?x|y; z|w\ng|h|i",
		"":                                    "",
	} {
		if got := read(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

package filekind

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for data, want := range map[string]string{
		"":                                "empty",
		"\x00\x00\x00":                    "nul",
		"PK\x03\x04":                      "zip",
		"%PDF-1.7":                        "pdf",
		`{\rtf1`:                          "rtf",
		"\x1f\x8b":                        "gzip",
		"\x09\x08\x10\x00":                "xls",
		"\xff\xd8\xff":                    "image",
		"RIFF1234WEBP":                    "image",
		"<?xml version='1.0'?><svg>":      "image",
		"<?xml version='1.0'?><Workbook>": "xml",
		"\ufeff \n<html><table>":          "html",
		"a;b\ncaf\xe9;1":                  "text",
		"\x01\x02\x03":                    "",
	} {
		if got := Of([]byte(data)); got != want {
			t.Errorf("%q: %q, want %q", data[:min(len(data), 20)], got, want)
		}
	}
	if got := Of([]byte(strings.Repeat("é;", 4000))); got != "text" {
		t.Error(got)
	}
}

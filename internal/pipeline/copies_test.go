package pipeline

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// What the copying library would have to hold counts, whatever it is called.
func TestCopyWeight(t *testing.T) {
	for name, want := range map[string]bool{"xl/worksheets/sheet1.xml": true, "xl/media/image1.bin": true, "xl/drawings/a.vml": true, "xl/media/foto.png": false} {
		var b bytes.Buffer
		archive := zip.NewWriter(&b)
		w, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		size := largestCopy + 1
		if strings.HasSuffix(name, ".bin") {
			size = 8*largestCopy + 8
		}
		if _, err := w.Write(make([]byte, size)); err != nil {
			t.Fatal(err)
		}
		if err := archive.Close(); err != nil {
			t.Fatal(err)
		}
		if got := copyWeight(b.Bytes()) > largestCopy; got != want {
			t.Errorf("%s of %d bytes: too large is %v", name, size, got)
		}
	}
}

// A large CSV file gets no copy, and one of which no cell is marked isn't
// tried at all.
func TestLargeTableIsNotCopied(t *testing.T) {
	data := []byte(strings.Repeat("a;b;c\n", largestTable/3+1))
	if _, err := annotateCSV(context.Background(), "gegevens/a.csv", data, nil); !errors.Is(err, errManyCells) {
		t.Error(err)
	}
	info := finding.Finding{Level: finding.Info, Ref: source.Ref{File: "gegevens/a.csv", Sheet: "a"}}
	cell, warning := info, info
	cell.Ref.Row, cell.Ref.Col = 1, 1
	warning.Level = finding.Warning
	for _, f := range []struct {
		finding.Finding
		want bool
	}{{info, false}, {cell, true}, {warning, true}} {
		if got := marks([]finding.Finding{f.Finding}); got != f.want {
			t.Errorf("%+v: %v", f, got)
		}
	}
}

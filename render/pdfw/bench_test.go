package pdfw

import (
	"fmt"
	"testing"

	"voortgang/internal/fonts"
)

// report draws 143 pages with 70 paragraphs each: the size of a real report.
func report() *Doc {
	d := New(demoMeta())
	style := TextStyle{Size: 9.5, WordSpace: 0.3}
	regular := fonts.Default().Face(fonts.Style{})
	for n := range 143 {
		p := d.AddPage(595.28, 841.89)
		sect := d.Root().Add(Sect, Attrs{})
		for i := range 70 {
			e := sect.Add(P, Attrs{})
			p.BeginMarked(e)
			p.Text(57, 40+11*float64(i), style, regular, fmt.Sprintf("Regel %d van blad %d: samen bouwen we aan een buurt waar iedereen meetelt.", i, n))
			p.EndMarked()
		}
		name := fmt.Sprint("blad-", n)
		d.Dest(name, p, 40)
		d.Outline(1, name, name)
	}
	return d
}

func BenchmarkReport(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		data, err := report().Bytes()
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(data)), "bytes")
	}
}

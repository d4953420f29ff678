package report

import "testing"

// BenchmarkBuild makes the document tree of the example; drawing the charts
// and setting the pages are the renderer's.
func BenchmarkBuild(b *testing.B) {
	in := exampleInput(b)
	b.ReportAllocs()
	for b.Loop() {
		Build(in)
	}
}

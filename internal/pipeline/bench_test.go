package pipeline

import (
	"context"
	"flag"
	"path/filepath"
	"testing"

	"voortgang/config"
	"voortgang/ingest"
	"voortgang/internal/indicator"
	"voortgang/internal/report"
	"voortgang/render/pdf"
	example "voortgang/render/workdir"
	"voortgang/validate"
)

var benchDir = flag.String("werkmap", "", "the workdir to measure with, instead of the example")

func workdirForBench(b *testing.B) string {
	b.Helper()
	if *benchDir != "" {
		return *benchDir
	}
	dir := filepath.Join(b.TempDir(), "demo")
	if err := example.Example(dir, nil); err != nil {
		b.Fatal(err)
	}
	return dir
}

// BenchmarkBuild is the whole way, from the workdir to the PDF on the disk.
func BenchmarkBuild(b *testing.B) {
	o := Options{Dir: workdirForBench(b), Out: b.TempDir(), Draft: true}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Build(context.Background(), o); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStages measures the stages one by one.
func BenchmarkStages(b *testing.B) {
	dir := workdirForBench(b)
	cfg, _, err := config.Load(dir, config.Overrides{})
	if err != nil {
		b.Fatal(err)
	}
	read := func(b *testing.B) *Checked {
		data, _, err := ingest.Read(context.Background(), cfg, nil)
		if err != nil {
			b.Fatal(err)
		}
		return &Checked{Config: cfg, Data: data}
	}
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			read(b)
		}
	})
	c := read(b)
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			validate.Data(c.Data, cfg)
		}
	})
	b.Run("count", func(b *testing.B) {
		for b.Loop() {
			c.Figures = indicator.Compute(c.Data, cfg)
		}
	})
	in := report.Input{Config: cfg, Data: c.Data, Figures: c.Figures, Image: imageReader(dir)}
	b.Run("compose", func(b *testing.B) {
		for b.Loop() {
			c.Document, _ = report.Build(in)
		}
	})
	b.Run("set", func(b *testing.B) {
		for b.Loop() {
			if _, err := pdf.Render(c.Document); err != nil {
				b.Fatal(err)
			}
		}
	})
}

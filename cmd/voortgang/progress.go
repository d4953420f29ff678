package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"voortgang/internal/dutch"
)

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// progress tells what is going on: on a terminal one line that is written
// over, elsewhere a plain line for each stage.
type progress struct {
	w        io.Writer
	terminal bool
	start    time.Time
	stage    string
}

func newProgress(s Streams) *progress {
	return &progress{w: s.Err, terminal: s.Terminal, start: time.Now()}
}

// Stage implements pipeline.Progress.
func (p *progress) Stage(name string) {
	p.stage = name
	p.show("")
	if !p.terminal {
		fmt.Fprintf(p.w, "%s …\n", name)
	}
}

// File implements pipeline.Progress.
func (p *progress) File(done, total int, _ string) {
	p.show(fmt.Sprintf(" %s van %s", dutch.Int(done), dutch.Int(total)))
}

func (p *progress) show(more string) {
	if p.terminal {
		fmt.Fprintf(p.w, "\r\x1b[K%s%s … %s", p.stage, more, p.elapsed())
	}
}

// done clears the line.
func (p *progress) done() {
	if p.terminal {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

func (p *progress) elapsed() string {
	return dutch.Number(time.Since(p.start).Seconds(), 1) + " s"
}

// Package separated cuts separated text (CSV) into records and cells. It finds
// the separator, and refuses nothing: a quote in the wrong place is left out, and
// told.
package separated

import "bytes"

// Text is separated text.
type Text struct {
	text []byte
	sep  byte
	// width is how many cells most of the first records have.
	width int
}

// Open finds the separator: a first line "sep=;" tells it, else it is the one that
// cuts best. most is the most cells that a record may have. The text must not be
// changed while it is read.
func Open(text []byte, most int) Text {
	if sep, rest, ok := declared(text); ok {
		// Excel doesn't show this line, so it isn't counted.
		width, _ := widthWith(rest, sep, most)
		return Text{rest, sep, width}
	}
	sep, width := guess(text, most)
	return Text{text, sep, width}
}

// Records gives the records from the first on.
func (t Text) Records() *Records {
	return &Records{text: t.text, sep: t.sep, width: t.width, trials: maxTrials}
}

// declared reads a first line "sep=;".
func declared(text []byte) (sep byte, rest []byte, ok bool) {
	line, rest, _ := bytes.Cut(text, []byte("\n"))
	line = bytes.Trim(bytes.TrimRight(line, "\r"), `"`)
	if len(line) == 5 && bytes.EqualFold(line[:4], []byte("sep=")) {
		return line[4], rest, true
	}
	return 0, nil, false
}

// guess finds the separator: the one that cuts most of the first rows into
// the same number of cells, more than one. It gives that number too.
func guess(text []byte, most int) (sep byte, width int) {
	sep, best := byte(';'), 0
	for _, try := range [...]byte{';', '\t', ',', '|'} {
		if cells, score := widthWith(text, try, most); score > best {
			sep, width, best = try, cells, score
		}
	}
	return sep, width
}

// widthWith gives the number of cells that a separator cuts most of the first
// rows into, and how well it does so.
func widthWith(text []byte, sep byte, most int) (width, score int) {
	const enough = 1 << 20
	counts := map[int]int{}
	p := Records{text: text[:min(len(text), enough)], sep: sep}
	for rows := 0; rows < 50 && p.More(); rows++ {
		cells := 0
		p.Next(func([]byte) bool { cells++; return cells <= most }, nil)
		if cells > 1 {
			counts[cells]++
		}
	}
	for cells, n := range counts {
		if s := n*100 + min(cells, 99); s > score {
			width, score = cells, s
		}
	}
	return width, score
}

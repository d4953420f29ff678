package separated

import "bytes"

// Records gives the records of a text.
type Records struct {
	text []byte
	sep  byte
	pos  int
	// width is how many cells most records have; 0 when it isn't known.
	width int
	// col is the number of the cell that is read.
	col int
	// trials is how often doubt about a quote may still be settled.
	trials int
	// joined holds a quoted cell that is made of pieces.
	joined []byte
}

// The bounds of settling doubt: how often in a file, and how far ahead.
const (
	maxTrials = 1000
	maxAhead  = 1 << 16
)

// More tells whether there is another record.
func (p *Records) More() bool { return p.pos < len(p.text) }

// Next reads one record, with its line end, and gives its cells, until cell
// gives false. Their bytes are good until the next one. open is told, before
// the cell is given, when a quote in it has no counterpart; it may be nil.
func (p *Records) Next(cell func([]byte) bool, open func()) {
	for p.col = 1; ; p.col++ {
		text, more := p.cell(open)
		if !cell(text) || !more {
			return
		}
	}
}

// cell reads one cell; more tells whether another one follows in the record.
func (p *Records) cell(open func()) (text []byte, more bool) {
	if p.pos < len(p.text) && p.text[p.pos] == '"' {
		text, end, how := p.quoted(false)
		if how != closed {
			text, end, how = p.settle(text, end, how)
		}
		if how == odd && open != nil {
			open()
		}
		if end > 0 {
			p.pos = end
			return text, p.end()
		}
		if open != nil {
			open()
		}
		return p.unopened()
	}
	return p.plain()
}

// unopened reads a cell as if the quote that it begins with weren't there.
func (p *Records) unopened() (text []byte, more bool) {
	start := p.pos
	p.pos++
	if text, more = p.plain(); len(bytes.TrimSpace(text)) == 0 {
		text = p.text[start : start+1+len(text)]
	}
	return text, more
}

// plain reads a cell without quotes.
func (p *Records) plain() (text []byte, more bool) {
	start := p.pos
	for p.pos < len(p.text) {
		switch p.text[p.pos] {
		case p.sep, '\n', '\r':
			text = p.text[start:p.pos]
			return text, p.end()
		}
		p.pos++
	}
	return p.text[start:], false
}

// settle decides on a cell whose quotes don't pair up. The reading is right
// that leaves its record, and the one below, as wide as most: with text after
// the closing quote, without the quote at the beginning, or without those in
// between. Else what was read first stands.
func (p *Records) settle(text []byte, end int, how pairing) ([]byte, int, pairing) {
	fine := end > 0 && bytes.IndexByte(text, p.sep) < 0 && p.complete(end)
	if fine || p.width == 0 || p.trials == 0 {
		return text, end, how
	}
	p.trials--
	q := p.ahead(p.pos + 1)
	rest, _ := q.plain()
	if p.complete(p.pos + 1 + len(rest)) {
		return nil, 0, open
	}
	q = p.ahead(p.pos)
	if t, e, h := q.quoted(true); h == odd && p.complete(e) {
		return t, e, odd
	}
	return text, end, how
}

// ahead gives the records of the text from pos on, for a trial.
func (p *Records) ahead(pos int) *Records {
	return &Records{text: p.text[:min(len(p.text), p.pos+maxAhead)], sep: p.sep, pos: pos}
}

// complete tells whether the record of which a cell ends at pos is as wide as
// most, and so is the record below it.
func (p *Records) complete(pos int) bool {
	q := p.ahead(pos)
	cells := 0
	count := func([]byte) bool { cells++; return cells <= p.width }
	if cells = p.col; q.end() {
		q.Next(count, nil)
	}
	if cells != p.width {
		return false
	}
	if cells = 0; q.pos < len(p.text) {
		q.Next(count, nil)
		return cells == p.width
	}
	return true
}

// end passes over what ends a cell; true for a separator.
func (p *Records) end() bool {
	if p.pos >= len(p.text) {
		return false
	}
	c := p.text[p.pos]
	p.pos++
	if c == '\r' && p.pos < len(p.text) && p.text[p.pos] == '\n' {
		p.pos++
	}
	return c == p.sep
}

// pairing is how the quotes of a cell pair up.
type pairing int

const (
	closed pairing = iota // one at the beginning and one at the end
	loose                 // with text after the second one
	open                  // the first one has no counterpart
	odd                   // there are more in between
)

// quoted reads a cell in quotes; end is where its separator or line end
// stands, and 0 when the quote is never closed, or only lines further on by a
// quote that opens another cell. With skip, quotes in between are left out.
func (p *Records) quoted(skip bool) (text []byte, end int, how pairing) {
	p.joined = p.joined[:0]
	lines := false
	for i := p.pos + 1; i < len(p.text); {
		next := bytes.IndexByte(p.text[i:], '"')
		if next < 0 {
			return nil, 0, open
		}
		piece := p.text[i : i+next]
		lines = lines || bytes.ContainsAny(piece, "\r\n")
		p.joined = append(p.joined, piece...)
		i += next + 1
		if i < len(p.text) && p.text[i] == '"' {
			p.joined = append(p.joined, '"')
			i++
			continue
		}
		if i >= len(p.text) || p.text[i] == p.sep || p.text[i] == '\n' || p.text[i] == '\r' {
			return p.joined, i, how
		}
		if skip {
			how = odd
			continue
		}
		if lines {
			return nil, 0, open
		}
		// "De Ster" Genk: what follows the quote belongs to the cell.
		rest := bytes.IndexFunc(p.text[i:], func(r rune) bool { return r == rune(p.sep) || r == '\n' || r == '\r' })
		if rest < 0 {
			rest = len(p.text) - i
		}
		p.joined = append(p.joined, p.text[i:i+rest]...)
		return p.joined, i + rest, loose
	}
	return nil, 0, open
}

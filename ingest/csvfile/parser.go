package csvfile

import "bytes"

// parser cuts a text into records and cells. It never refuses: a quote in the
// wrong place is read as text.
type parser struct {
	text []byte
	sep  byte
	pos  int
	// joined holds a quoted cell that is made of pieces.
	joined []byte
}

// record reads one record, with its line end, and gives its cells, until cell
// gives false. Their bytes are good until the next one. open is told, before
// the cell is given, when it begins with a quote that isn't closed; it may be
// nil.
func (p *parser) record(cell func([]byte) bool, open func()) {
	for {
		text, more := p.cell(open)
		if !cell(text) || !more {
			return
		}
	}
}

// cell reads one cell; more tells whether another one follows in the record.
func (p *parser) cell(open func()) (text []byte, more bool) {
	if p.pos < len(p.text) && p.text[p.pos] == '"' {
		text, end, ok := p.quoted()
		if ok {
			p.pos = end
			return text, p.end()
		}
		if open != nil {
			open()
		}
	}
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

// end passes over what ends a cell; true for a separator.
func (p *parser) end() bool {
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

// quoted reads a cell in quotes; end is where its separator or line end
// stands. ok is false when the quote is never closed, or only lines further
// on by a quote that opens another cell.
func (p *parser) quoted() (text []byte, end int, ok bool) {
	p.joined = p.joined[:0]
	lines := false
	for i := p.pos + 1; i < len(p.text); {
		next := bytes.IndexByte(p.text[i:], '"')
		if next < 0 {
			return nil, 0, false
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
			return p.joined, i, true
		}
		if lines {
			return nil, 0, false
		}
		// "De Ster" Genk: what follows the quote belongs to the cell.
		rest := bytes.IndexFunc(p.text[i:], func(r rune) bool { return r == rune(p.sep) || r == '\n' || r == '\r' })
		if rest < 0 {
			rest = len(p.text) - i
		}
		p.joined = append(p.joined, p.text[i:i+rest]...)
		return p.joined, i + rest, true
	}
	return nil, 0, false
}

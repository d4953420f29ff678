package csvfile

import "strings"

// parser cuts a text into records and cells. It never refuses: a quote in the
// wrong place is read as text.
type parser struct {
	text string
	sep  byte
	pos  int
}

// record reads one record, with its line end, and gives its cells. open is
// told, before the cell is given, when it begins with a quote that isn't
// closed; it may be nil.
func (p *parser) record(cell func(string), open func()) {
	for {
		text, more := p.cell(open)
		cell(text)
		if !more {
			return
		}
	}
}

// cell reads one cell; more tells whether another one follows in the record.
func (p *parser) cell(open func()) (text string, more bool) {
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
func (p *parser) quoted() (text string, end int, ok bool) {
	var b strings.Builder
	lines := false
	for i := p.pos + 1; i < len(p.text); {
		next := strings.IndexByte(p.text[i:], '"')
		if next < 0 {
			return "", 0, false
		}
		piece := p.text[i : i+next]
		lines = lines || strings.ContainsAny(piece, "\r\n")
		b.WriteString(piece)
		i += next + 1
		if i < len(p.text) && p.text[i] == '"' {
			b.WriteByte('"')
			i++
			continue
		}
		if i >= len(p.text) || p.text[i] == p.sep || p.text[i] == '\n' || p.text[i] == '\r' {
			return b.String(), i, true
		}
		if lines {
			return "", 0, false
		}
		// "De Ster" Genk: what follows the quote belongs to the cell.
		rest := strings.IndexFunc(p.text[i:], func(r rune) bool { return r == rune(p.sep) || r == '\n' || r == '\r' })
		if rest < 0 {
			rest = len(p.text) - i
		}
		b.WriteString(p.text[i : i+rest])
		return b.String(), i + rest, true
	}
	return "", 0, false
}

package workbook

import "voortgang/ingest/grid"

// arenaSize is how much text is kept in one allocation. A table of shared
// texts holds thousands of short ones.
const arenaSize = 32 << 10

// arena joins short strings into large allocations.
type arena struct {
	buf  []byte
	ends []int
	out  []string
}

func (a *arena) add(text []byte) {
	if len(a.buf)+len(text) > arenaSize && len(a.ends) > 0 {
		a.flush()
	}
	a.buf = append(a.buf, text...)
	a.ends = append(a.ends, len(a.buf))
}

func (a *arena) flush() {
	all, from := string(a.buf), 0
	for _, end := range a.ends {
		a.out = append(a.out, all[from:end])
		from = end
	}
	a.buf, a.ends = a.buf[:0], a.ends[:0]
}

// readTexts reads the table of shared texts. ok is false when the table
// breaks off; the texts before the break are given.
func readTexts(part []byte) (texts []string, ok bool) {
	s := scanner{part: part}
	var a arena
	var text []byte
	complete := false
	for {
		switch s.next() {
		case tokenEnd:
			a.flush()
			return a.out, complete && !s.broken
		case tokenClose:
			complete = complete || string(s.name) == "sst"
		case tokenOpen:
			switch string(s.name) {
			case "sst":
				complete = s.empty
			case "si":
				text = s.richText(text[:0], "si")
				if s.broken {
					a.flush()
					return a.out, false
				}
				if blank(text) {
					text = text[:0]
				}
				a.add(text)
			}
		}
	}
}

// richText joins the runs of a text element up to its closing tag. Phonetic
// guides (rPh) are no part of the text.
func (s *scanner) richText(dst []byte, element string) []byte {
	if s.empty {
		return dst
	}
	start := len(dst)
	for {
		switch s.next() {
		case tokenEnd:
			s.broken = true
			return dst
		case tokenClose:
			if string(s.name) == element {
				return dst[:start+len(decodeEscapes(dst[start:]))]
			}
		case tokenOpen:
			switch {
			case s.empty:
			case string(s.name) == "t":
				dst = s.text(dst)
			case string(s.name) == "rPh":
				s.skip()
			}
		}
	}
}

// blank tells whether a text has no visible character.
func blank(text []byte) bool {
	if len(text) > 0 && text[0] > ' ' && text[0] < 0x7f {
		return false
	}
	return grid.IsBlank(string(text))
}

// interner keeps one copy of each short text that comes back.
type interner map[string]string

const (
	internLength = 64
	internCount  = 1 << 16
)

func (in interner) get(text []byte) string {
	if len(text) > internLength {
		return string(text)
	}
	if s, ok := in[string(text)]; ok {
		return s
	}
	s := string(text)
	if len(in) < internCount {
		in[s] = s
	}
	return s
}

package workbook

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// token is what scanner.next found.
type token uint8

const (
	tokenEnd token = iota // the end of the part
	tokenOpen
	tokenClose
)

// scanner walks over the tags of an XML part that stands in memory. It is
// written for speed and for the parts of a workbook only: it checks no nesting,
// and takes an undeclared entity as it stands. encoding/xml needs about twenty
// times as long for a sheet. An element counts by its namespace, which is that
// of the root, and by its place: child gives those that stand in an element.
type scanner struct {
	part []byte
	pos  int
	// name is the local name of the tag just read, nil for one of another
	// namespace than the root's; attrs is what stands between the name and the
	// closing bracket.
	name, attrs []byte
	// empty is true for <a/>; no closing tag follows.
	empty bool
	// broken is true when the part ended within a tag.
	broken bool
	// depth is how many elements stand open, without the veiled ones: those
	// around an alternative content that is read as if it stood by itself.
	depth, veiled int
	// refused is true within an alternative that is passed over.
	refused bool
	names   names
}

// scan opens a part and moves to its root element.
func scan(part []byte) scanner {
	s := scanner{part: part}
	s.names.below = true
	if s.next() == tokenOpen {
		s.names.settle()
	}
	s.names.below = bytes.Contains(part[s.pos:], []byte(declaration))
	return s
}

// inside gives the depth within the element that was just opened, for child.
func (s *scanner) inside() int {
	if s.empty {
		return s.depth + 1
	}
	return s.depth
}

// child moves to the next element that stands directly in the one that inside
// was asked of, past what wasn't read of the one before. It gives false at the
// end of that element.
func (s *scanner) child(inside int) bool {
	for s.depth > inside {
		if s.next() == tokenEnd {
			s.broken = true
			return false
		}
	}
	for s.depth == inside {
		switch s.next() {
		case tokenOpen:
			return true
		case tokenEnd:
			s.broken = true
			return false
		}
	}
	return false
}

// next moves to the next tag; what stands between is passed over.
func (s *scanner) next() token {
	for {
		at := bytes.IndexByte(s.part[s.pos:], '<')
		if at < 0 {
			s.pos = len(s.part)
			return tokenEnd
		}
		s.pos += at
		if tok, ok := s.tag(); ok {
			return tok
		}
	}
}

// text reads the characters up to the next tag and appends them, unescaped.
// It leaves the scanner in front of that tag.
func (s *scanner) text(dst []byte) []byte {
	for {
		at := bytes.IndexByte(s.part[s.pos:], '<')
		if at < 0 {
			at = len(s.part) - s.pos
		}
		dst = appendUnescaped(dst, lineEnds(s.part[s.pos:s.pos+at]))
		s.pos += at
		rest := s.part[s.pos:]
		switch {
		case bytes.HasPrefix(rest, cdataOpen):
			end := bytes.Index(rest, cdataClose)
			if end < 0 {
				s.pos, s.broken = len(s.part), true
				return dst
			}
			dst = append(dst, lineEnds(rest[len(cdataOpen):end])...)
			s.pos += end + len(cdataClose)
		case bytes.HasPrefix(rest, commentOpen):
			s.tag()
		default:
			return dst
		}
	}
}

var (
	cdataOpen    = []byte("<![CDATA[")
	cdataClose   = []byte("]]>")
	commentOpen  = []byte("<!--")
	commentClose = []byte("-->")
)

// tag reads the tag at pos, which holds '<'. It gives false for comments,
// declarations and other things that are no element.
func (s *scanner) tag() (token, bool) {
	if s.pos+1 >= len(s.part) {
		s.pos, s.broken = len(s.part), true
		return tokenEnd, true
	}
	switch s.part[s.pos+1] {
	case '!':
		s.declaration()
		return tokenEnd, false
	case '?':
		s.skipPast([]byte("?>"))
		return tokenEnd, false
	case '/':
		end := bytes.IndexByte(s.part[s.pos:], '>')
		if end < 0 {
			s.pos, s.broken = len(s.part), true
			return tokenEnd, true
		}
		name := s.part[s.pos+2 : s.pos+end]
		for len(name) > 0 && name[len(name)-1] <= ' ' {
			name = name[:len(name)-1]
		}
		s.pos += end + 1
		s.attrs, s.empty = nil, false
		var alternative string
		s.name, alternative = s.names.find(name)
		veil := alternative != "" && !s.refused
		if veil {
			s.veiled--
		} else {
			s.depth--
		}
		s.names.leave(s.depth + s.veiled)
		return tokenClose, !veil
	}
	return s.open()
}

// open reads an opening tag. A '>' may stand within quotes.
func (s *scanner) open() (token, bool) {
	start := s.pos + 1
	part := s.part
	i := start
	for i < len(part) && part[i] > ' ' && part[i] != '>' && part[i] != '/' {
		i++
	}
	nameEnd := i
	var quote byte
	for i < len(part) {
		c := part[i]
		if quote != 0 {
			if c == quote {
				quote = 0
			}
		} else if c == '"' || c == '\'' {
			quote = c
		} else if c == '>' {
			break
		}
		i++
	}
	if i >= len(part) {
		s.pos, s.broken = len(part), true
		return tokenEnd, true
	}
	s.attrs = part[nameEnd:i]
	s.empty = part[i-1] == '/'
	if s.empty && len(s.attrs) > 0 {
		s.attrs = s.attrs[:len(s.attrs)-1]
	}
	s.pos = i + 1
	if s.names.below {
		s.names.declare(s.attrs, s.depth+s.veiled+1)
	}
	var alternative string
	s.name, alternative = s.names.find(part[start:nameEnd])
	veil := alternative != "" && !s.refused
	switch {
	case s.empty:
		s.names.leave(s.depth + s.veiled)
	case veil && alternative == "Choice":
		s.depth++
		s.refused = true
		s.skip()
		s.refused = false
	case veil:
		s.veiled++
	default:
		s.depth++
	}
	return tokenOpen, !veil
}

// declaration passes over a comment, CDATA out of place, or a DOCTYPE.
func (s *scanner) declaration() {
	rest := s.part[s.pos:]
	switch {
	case bytes.HasPrefix(rest, commentOpen):
		s.skipPast(commentClose)
	case bytes.HasPrefix(rest, cdataOpen):
		s.skipPast(cdataClose)
	default:
		depth := 0
		for i, c := range rest {
			switch c {
			case '[':
				depth++
			case ']':
				depth--
			case '>':
				if depth <= 0 {
					s.pos += i + 1
					return
				}
			}
		}
		s.pos, s.broken = len(s.part), true
	}
}

func (s *scanner) skipPast(mark []byte) {
	at := bytes.Index(s.part[s.pos:], mark)
	if at < 0 {
		s.pos, s.broken = len(s.part), true
		return
	}
	s.pos += at + len(mark)
}

// skip passes over the rest of the element that was just opened.
func (s *scanner) skip() {
	for outside := s.inside() - 1; s.depth > outside; {
		if s.next() == tokenEnd {
			s.broken = true
			return
		}
	}
}

// nextAttr cuts the first attribute off: its name, its raw value and the rest.
// The name is nil when there is none left.
func nextAttr(attrs []byte) (name, value, rest []byte) {
	i := 0
	for i < len(attrs) && attrs[i] <= ' ' {
		i++
	}
	start := i
	for i < len(attrs) && attrs[i] != '=' && attrs[i] > ' ' {
		i++
	}
	name = attrs[start:i]
	for i < len(attrs) && attrs[i] != '"' && attrs[i] != '\'' {
		i++
	}
	if i >= len(attrs) || len(name) == 0 {
		return nil, nil, nil
	}
	quote := attrs[i]
	i++
	end := bytes.IndexByte(attrs[i:], quote)
	if end < 0 {
		return nil, nil, nil
	}
	return name, attrs[i : i+end], attrs[i+end+1:]
}

// attr gives the unescaped value of an attribute. Those of the format itself
// have no prefix.
func (s *scanner) attr(want string) (string, bool) {
	for rest := s.attrs; ; {
		var name, value []byte
		name, value, rest = nextAttr(rest)
		if name == nil {
			return "", false
		}
		if string(name) == want {
			return string(appendUnescaped(nil, value)), true
		}
	}
}

// relation gives the id of the relationship that an element names, as r:id;
// "id" without a prefix occurs too.
func (s *scanner) relation() (string, bool) {
	for rest := s.attrs; ; {
		var name, value []byte
		name, value, rest = nextAttr(rest)
		if name == nil {
			return "", false
		}
		if _, local := cutPrefix(name); string(local) == "id" {
			return string(appendUnescaped(nil, value)), true
		}
	}
}

// flag tells whether a boolean attribute is set.
func (s *scanner) flag(want string) bool {
	v, _ := s.attr(want)
	return v == "1" || v == "true" || v == "on"
}

// lineEnds makes the line ends of a text what XML says that they are; a carriage
// return that belongs to the text is written as a reference or an escape.
func lineEnds(raw []byte) []byte {
	if bytes.IndexByte(raw, '\r') < 0 {
		return raw
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
}

// appendUnescaped resolves entities and character references, and turns what
// is no UTF-8 into the replacement character.
func appendUnescaped(dst, raw []byte) []byte {
	for len(raw) > 0 {
		at := bytes.IndexByte(raw, '&')
		if at < 0 {
			return appendValid(dst, raw)
		}
		dst = appendValid(dst, raw[:at])
		raw = raw[at:]
		end := bytes.IndexByte(raw[:min(len(raw), 12)], ';')
		r, ok := rune(0), false
		if end > 0 {
			r, ok = entity(raw[1:end])
		}
		if !ok {
			dst = append(dst, '&')
			raw = raw[1:]
			continue
		}
		dst = utf8.AppendRune(dst, r)
		raw = raw[end+1:]
	}
	return dst
}

func appendValid(dst, raw []byte) []byte {
	if utf8.Valid(raw) {
		return append(dst, raw...)
	}
	return append(dst, bytes.ToValidUTF8(raw, []byte("\uFFFD"))...)
}

func entity(name []byte) (rune, bool) {
	switch string(name) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := string(name[1:]), 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return 0, false
	}
	return rune(n), true
}

// decodeEscapes resolves the _xHHHH_ escapes of the format's text type: a
// carriage return is kept as _x000D_, and an underscore that would start such
// an escape as _x005F_. It works in place.
func decodeEscapes(text []byte) []byte {
	at := bytes.Index(text, []byte("_x"))
	if at < 0 {
		return text
	}
	out := text[:at]
	for i := at; i < len(text); {
		if text[i] == '_' && i+7 <= len(text) && text[i+1] == 'x' && text[i+6] == '_' {
			if n, err := strconv.ParseUint(string(text[i+2:i+6]), 16, 32); err == nil && utf8.ValidRune(rune(n)) {
				// At most three bytes take the place of seven: out stays behind i.
				out = utf8.AppendRune(out, rune(n))
				i += 7
				continue
			}
		}
		out = append(out, text[i])
		i++
	}
	return out
}

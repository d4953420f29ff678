// Package xmlscan walks over the tags of an XML document that stands in memory,
// for documents of a known form that are too large for encoding/xml, which needs
// about twenty times as long. It knows namespaces and contents that a program
// may choose from (ECMA-376 part 3), takes what is broken as it comes, and
// needs no more memory than the document.
package xmlscan

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf8"
)

// Token is what Scanner.Next found.
type Token uint8

// The tokens.
const (
	End Token = iota // the end of the document
	Open
	Close
)

// Scanner walks over the tags. It checks no nesting, and takes an undeclared
// entity as it stands. An element counts by its namespace, which is that of the
// root, and by its place: Child gives those that stand in an element.
type Scanner struct {
	// Name is the local name of the tag just read, nil for one of another
	// namespace than the root's; Attrs is what stands between the name and the
	// closing bracket.
	Name, Attrs []byte
	// Empty is true for <a/>; no closing tag follows.
	Empty bool
	// Broken is true when the document ended within a tag.
	Broken bool

	part []byte
	pos  int
	// depth is how many elements stand open, without the veiled ones: those
	// around an alternative content that is read as if it stood by itself.
	depth, veiled int
	// refused is true within an alternative that is passed over.
	refused bool
	names   names
}

// Scan opens a document in UTF-8 and moves to its root element.
func Scan(part []byte) Scanner {
	s := Scanner{part: part}
	s.names.below = true
	if s.Next() == Open {
		s.names.settle()
	}
	s.names.below = bytes.Contains(part[s.pos:], []byte(declaration))
	return s
}

// Inside gives the depth within the element that was just opened, for Child.
func (s *Scanner) Inside() int {
	if s.Empty {
		return s.depth + 1
	}
	return s.depth
}

// Child moves to the next element that stands directly in the one that Inside
// was asked of, past what wasn't read of the one before. It gives false at the
// end of that element.
func (s *Scanner) Child(inside int) bool {
	for s.depth > inside {
		if s.Next() == End {
			s.Broken = true
			return false
		}
	}
	for s.depth == inside {
		switch s.Next() {
		case Open:
			return true
		case End:
			s.Broken = true
			return false
		}
	}
	return false
}

// Behind gives a scanner that stands behind the last child of the root with a
// name, which it looks for from the end: what comes after a long element is
// found without reading it. Call it before anything below the root is read.
func (s *Scanner) Behind(name string) (rest Scanner, ok bool) {
	at := -1
	for _, prefix := range s.names.ownPrefixes() {
		tag := "</" + name
		if len(prefix) > 0 {
			tag = "</" + string(prefix) + ":" + name
		}
		at = max(at, bytes.LastIndex(s.part, []byte(tag)))
	}
	if at < 0 {
		return rest, false
	}
	rest = *s
	rest.names.bound = slices.Clone(s.names.bound)
	s.names.below = s.names.below && bytes.Contains(s.part[s.pos:max(at, s.pos)], []byte(declaration))
	rest.pos, rest.depth = at, 2
	rest.Next()
	return rest, true
}

// Next moves to the next tag; what stands between is passed over.
func (s *Scanner) Next() Token {
	for {
		at := bytes.IndexByte(s.part[s.pos:], '<')
		if at < 0 {
			s.pos = len(s.part)
			return End
		}
		s.pos += at
		if tok, ok := s.tag(); ok {
			return tok
		}
	}
}

// Text reads the characters up to the next tag and appends them, unescaped.
// It leaves the scanner in front of that tag.
func (s *Scanner) Text(dst []byte) []byte {
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
				s.pos, s.Broken = len(s.part), true
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
func (s *Scanner) tag() (Token, bool) {
	if s.pos+1 >= len(s.part) {
		s.pos, s.Broken = len(s.part), true
		return End, true
	}
	switch s.part[s.pos+1] {
	case '!':
		s.declaration()
		return End, false
	case '?':
		s.skipPast([]byte("?>"))
		return End, false
	case '/':
		end := bytes.IndexByte(s.part[s.pos:], '>')
		if end < 0 {
			s.pos, s.Broken = len(s.part), true
			return End, true
		}
		name := s.part[s.pos+2 : s.pos+end]
		for len(name) > 0 && name[len(name)-1] <= ' ' {
			name = name[:len(name)-1]
		}
		s.pos += end + 1
		s.Attrs, s.Empty = nil, false
		var alternative string
		s.Name, alternative = s.names.find(name)
		veil := alternative != "" && !s.refused
		if veil {
			s.veiled--
		} else {
			s.depth--
		}
		s.names.leave(s.depth + s.veiled)
		return Close, !veil
	}
	return s.open()
}

// open reads an opening tag. A '>' may stand within quotes.
func (s *Scanner) open() (Token, bool) {
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
		s.pos, s.Broken = len(part), true
		return End, true
	}
	s.Attrs = part[nameEnd:i]
	s.Empty = part[i-1] == '/'
	if s.Empty && len(s.Attrs) > 0 {
		s.Attrs = s.Attrs[:len(s.Attrs)-1]
	}
	s.pos = i + 1
	if s.names.below {
		s.names.declare(s.Attrs, s.depth+s.veiled+1)
	}
	var alternative string
	s.Name, alternative = s.names.find(part[start:nameEnd])
	veil := alternative != "" && !s.refused
	switch {
	case s.Empty:
		s.names.leave(s.depth + s.veiled)
	case veil && alternative == "Choice":
		s.depth++
		s.refused = true
		s.Skip()
		s.refused = false
	case veil:
		s.veiled++
	default:
		s.depth++
	}
	return Open, !veil
}

// declaration passes over a comment, CDATA out of place, or a DOCTYPE.
func (s *Scanner) declaration() {
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
		s.pos, s.Broken = len(s.part), true
	}
}

func (s *Scanner) skipPast(mark []byte) {
	at := bytes.Index(s.part[s.pos:], mark)
	if at < 0 {
		s.pos, s.Broken = len(s.part), true
		return
	}
	s.pos += at + len(mark)
}

// Skip passes over the rest of the element that was just opened.
func (s *Scanner) Skip() {
	for outside := s.Inside() - 1; s.depth > outside; {
		if s.Next() == End {
			s.Broken = true
			return
		}
	}
}

// NextAttr cuts the first attribute off: its name, its raw value and the rest.
// The name is nil when there is none left.
func NextAttr(attrs []byte) (name, value, rest []byte) {
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

// Attr gives the unescaped value of an attribute. Those of the format itself
// have no prefix.
func (s *Scanner) Attr(want string) (string, bool) {
	for rest := s.Attrs; ; {
		var name, value []byte
		name, value, rest = NextAttr(rest)
		if name == nil {
			return "", false
		}
		if string(name) == want {
			return Unescape(value), true
		}
	}
}

// Flag tells whether a boolean attribute is set.
func (s *Scanner) Flag(want string) bool {
	v, _ := s.Attr(want)
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

// Unescape gives a raw value as it is meant.
func Unescape(raw []byte) string { return string(appendUnescaped(nil, raw)) }

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

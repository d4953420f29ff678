package pdfread

import (
	"errors"
	"io"
	"strconv"
)

// errSyntax is what can't be an object. Its place doesn't matter: the caller
// skips on or gives the file up.
var errSyntax = errors.New("not an object")

// Lexer reads objects one after another from bytes.
type Lexer struct {
	data  []byte
	pos   int
	limit *limits
	// refs is set within a file, where "3 0 R" is one object; a content
	// stream has none.
	refs bool
}

// Content reads the operands and operators of a content stream or a CMap.
func (f *File) Content(data []byte) *Lexer { return &Lexer{data: data, limit: f.limits} }

// Next gives the next operand or operator; the error is io.EOF at the end and
// another when a limit is exceeded. What can't be read is skipped.
func (l *Lexer) Next() (Object, error) {
	for {
		before := l.pos
		o, err := l.object(0)
		if !errors.Is(err, errSyntax) {
			return o, err
		}
		if l.pos == before {
			l.pos++
		}
	}
}

// SkipInlineImage goes past the data of an inline image, of which the ID has
// just been read (ISO 32000-1, 8.9.7).
func (l *Lexer) SkipInlineImage() {
	for i := l.pos + 1; i+1 < len(l.data); i++ {
		if l.data[i] == 'E' && l.data[i+1] == 'I' && isSpace(l.data[i-1]) && (i+2 == len(l.data) || !isRegular(l.data[i+2])) {
			l.pos = i + 2
			return
		}
	}
	l.pos = len(l.data)
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func isRegular(c byte) bool { return !isSpace(c) && !isDelimiter(c) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func (l *Lexer) space() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

// object reads one object. depth bounds nesting.
func (l *Lexer) object(depth int) (Object, error) {
	start := l.pos
	defer func() { l.limit.read(l.pos - start) }()
	l.space()
	if l.pos >= len(l.data) {
		return nil, io.EOF
	}
	if depth > maxNesting {
		return nil, ErrTooMuch
	}
	if err := l.limit.one(); err != nil {
		return nil, err
	}
	switch c := l.data[l.pos]; {
	case c == '/':
		l.pos++
		return l.name(), nil
	case c == '(':
		return l.literal()
	case c == '<' && l.at(1) == '<':
		l.pos += 2
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case c == '[':
		l.pos++
		return l.array(depth)
	case isDelimiter(c):
		return nil, errSyntax
	default:
		return l.word(), nil
	}
}

func (l *Lexer) at(ahead int) byte {
	if l.pos+ahead < len(l.data) {
		return l.data[l.pos+ahead]
	}
	return 0
}

func (l *Lexer) regular() []byte {
	start := l.pos
	for l.pos < len(l.data) && isRegular(l.data[l.pos]) {
		l.pos++
	}
	return l.data[start:l.pos]
}

func (l *Lexer) name() Name {
	raw := l.regular()
	plain := true
	for _, c := range raw {
		plain = plain && c != '#'
	}
	if plain {
		return Name(raw)
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && hexValue(raw[i+1]) >= 0 && hexValue(raw[i+2]) >= 0 {
			out = append(out, byte(hexValue(raw[i+1])<<4|hexValue(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	return Name(out)
}

// word is a number, a reference, true, false, null, or an operator.
func (l *Lexer) word() Object {
	raw := l.regular()
	if n, ok := number(raw); ok {
		if whole, isInt := n.(int); isInt && l.refs && whole >= 0 {
			if ref, ok := l.reference(whole); ok {
				return ref
			}
		}
		return n
	}
	switch string(raw) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return Operator(raw)
}

// reference reads on after a whole number: " 0 R".
func (l *Lexer) reference(number int) (Ref, bool) {
	start := l.pos
	l.space()
	digits := l.pos
	for l.pos < len(l.data) && isDigit(l.data[l.pos]) && l.pos-digits < 6 {
		l.pos++
	}
	if l.pos > digits {
		generation, _ := strconv.Atoi(string(l.data[digits:l.pos]))
		l.space()
		if l.at(0) == 'R' && !isRegular(l.at(1)) || l.at(0) == 'R' && l.pos+1 == len(l.data) {
			l.pos++
			return Ref{number, generation}, true
		}
	}
	l.pos = start
	return Ref{}, false
}

func number(raw []byte) (Object, bool) {
	if len(raw) == 0 || len(raw) > 40 {
		return nil, false
	}
	if c := raw[0]; !isDigit(c) && c != '-' && c != '+' && c != '.' {
		return nil, false
	}
	real := false
	for _, c := range raw[1:] {
		if !isDigit(c) && c != '.' {
			return nil, false
		}
	}
	for _, c := range raw {
		real = real || c == '.'
	}
	if !real {
		n, err := strconv.Atoi(string(raw))
		return n, err == nil
	}
	v, err := strconv.ParseFloat(string(raw), 64)
	return v, err == nil
}

func (l *Lexer) array(depth int) (Object, error) {
	out := Array{}
	for {
		l.space()
		if l.at(0) == ']' {
			l.pos++
			return out, nil
		}
		o, err := l.object(depth + 1)
		if err != nil {
			return nil, broken(err)
		}
		if _, keyword := o.(Operator); keyword {
			return nil, errSyntax
		}
		out = append(out, o)
	}
}

func (l *Lexer) dict(depth int) (Object, error) {
	out := Dict{}
	for {
		l.space()
		if l.at(0) == '>' && l.at(1) == '>' {
			l.pos += 2
			return out, nil
		}
		if l.at(0) != '/' {
			return nil, errSyntax
		}
		l.pos++
		key := l.name()
		value, err := l.object(depth + 1)
		if err != nil {
			return nil, broken(err)
		}
		if _, keyword := value.(Operator); keyword {
			return nil, errSyntax
		}
		out[key] = value
	}
}

// broken says of an array or dictionary that ends too soon that it is no
// object.
func broken(err error) error {
	if errors.Is(err, io.EOF) {
		return errSyntax
	}
	return err
}

func (l *Lexer) literal() (Object, error) {
	l.pos++
	var out []byte
	for level := 1; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		switch c {
		case '(':
			level++
		case ')':
			if level--; level == 0 {
				l.pos++
				l.limit.string(len(out))
				return String(out), nil
			}
		case '\\':
			l.pos++
			out = l.escape(out)
			continue
		case '\r':
			if l.at(1) == '\n' {
				l.pos++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return nil, errSyntax
}

// escape reads what follows a backslash and stays on its last byte.
func (l *Lexer) escape(out []byte) []byte {
	switch c := l.at(0); c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.at(1) == '\n' {
			l.pos++
		}
		return out
	default:
		if c < '0' || c > '7' {
			return append(out, c)
		}
		v := int(c - '0')
		for i := 0; i < 2 && l.at(1) >= '0' && l.at(1) <= '7'; i++ {
			l.pos++
			v = v<<3 | int(l.at(0)-'0')
		}
		return append(out, byte(v))
	}
}

func (l *Lexer) hex() (Object, error) {
	l.pos++
	var out []byte
	high := -1
	for ; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		if c == '>' {
			l.pos++
			if high >= 0 {
				out = append(out, byte(high<<4))
			}
			l.limit.string(len(out))
			return String(out), nil
		}
		v := hexValue(c)
		switch {
		case v < 0 && !isSpace(c):
			return nil, errSyntax
		case v < 0:
		case high < 0:
			high = v
		default:
			out = append(out, byte(high<<4|v))
			high = -1
		}
	}
	return nil, errSyntax
}

func hexValue(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

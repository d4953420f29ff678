package pdfread

import (
	"bytes"
	"context"
	"errors"
	"sort"
	"strconv"
)

// ErrNotPDF says that the bytes are no PDF at all.
var ErrNotPDF = errors.New("not a PDF")

// ErrDamaged says that no document can be found in the file.
var ErrDamaged = errors.New("the PDF is damaged")

// ErrEncrypted says that the file is encrypted. Nothing in it can be judged.
var ErrEncrypted = errors.New("the PDF is encrypted")

// File is a PDF that has been opened. It is for one goroutine.
type File struct {
	// Version is the version in the header: "1.7".
	Version string
	// Trailer is the trailer of the last revision.
	Trailer Dict
	// Damage says what was wrong with the file's own table of its objects,
	// which was then made anew; "" when it was sound.
	Damage string

	data    []byte // from the header on
	places  map[int]place
	cache   map[int]Object
	busy    map[int]bool
	packs   map[int]*pack
	limits  *limits
	lengths int
}

// place is where an object is: at an offset, or in an object stream.
type place struct {
	offset, generation int
	within, index      int // within is 0 when it isn't in an object stream
}

// pack is an object stream that was unpacked.
type pack struct {
	data    []byte
	numbers []int
	offsets []int
}

// Open reads the structure of a file. The errors are ErrNotPDF, ErrDamaged,
// ErrEncrypted, ErrTooMuch, and that of the context.
func Open(ctx context.Context, data []byte) (*File, error) {
	head := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if head < 0 {
		return nil, ErrNotPDF
	}
	if len(data) > MaxSize {
		return nil, ErrTooMuch
	}
	f := &File{data: data[head:], limits: &limits{ctx: ctx}}
	version := &Lexer{data: f.data, pos: len("%PDF-"), limit: f.limits}
	f.Version = string(version.regular())
	problem := f.readStructure()
	if problem != "" && head > 0 {
		// Where something stands before the header, some programs count
		// from the start of the file.
		f.data = data
		problem = f.readStructure()
	}
	if problem != "" && f.limits.err == nil {
		f.Damage = problem
		f.rebuild()
	}
	switch {
	case f.limits.err != nil:
		return nil, f.limits.err
	case f.Trailer["Encrypt"] != nil && f.Dict(f.Trailer["Encrypt"]) != nil:
		return nil, ErrEncrypted
	case f.root() == nil:
		return nil, ErrDamaged
	}
	return f, nil
}

// readStructure finds the objects by the tables of the file. It says what is
// wrong with them, or "".
func (f *File) readStructure() string {
	f.forget()
	problem := f.readTables()
	if problem == "" {
		problem = f.checkPlaces()
	}
	if problem == "" && f.root() == nil {
		problem = "there is no catalog"
	}
	return problem
}

func (f *File) forget() {
	f.places, f.cache, f.busy, f.packs = map[int]place{}, map[int]Object{}, map[int]bool{}, map[int]*pack{}
	f.Trailer = Dict{}
}

// Err is ErrTooMuch or the context's error when reading had to stop halfway;
// what was read after that is incomplete.
func (f *File) Err() error {
	f.limits.time()
	return f.limits.err
}

// Root is the catalog.
func (f *File) Root() Dict { return f.root() }

func (f *File) root() Dict {
	d := f.Dict(f.Trailer["Root"])
	if f.Dict(d["Pages"]) == nil {
		return nil
	}
	return d
}

// Numbers lists the objects of the file, in order.
func (f *File) Numbers() []int {
	out := make([]int, 0, len(f.places))
	for n := range f.places {
		out = append(out, n)
	}
	sort.Ints(out)
	return out
}

// object reads an object once; a broken one is nil.
func (f *File) object(number int) Object {
	if o, ok := f.cache[number]; ok {
		return o
	}
	at, ok := f.places[number]
	if !ok || f.busy[number] || f.limits.err != nil {
		return nil
	}
	f.busy[number] = true
	defer delete(f.busy, number)
	var o Object
	if at.within > 0 {
		o = f.packed(at.within, number, at.index)
	} else {
		_, o = f.indirect(at.offset)
	}
	f.cache[number] = o
	return o
}

// indirect reads "12 0 obj … endobj" at an offset; the number is -1 when
// there is none.
func (f *File) indirect(offset int) (int, Object) {
	if offset < 0 || offset >= len(f.data) {
		return -1, nil
	}
	l := &Lexer{data: f.data, pos: offset, limit: f.limits, refs: true}
	number, ok := l.header()
	if !ok {
		return -1, nil
	}
	o, err := l.object(0)
	if err != nil {
		return number, nil
	}
	d, ok := o.(Dict)
	if !ok {
		if _, keyword := o.(Operator); keyword {
			return number, nil // "endobj" at once
		}
		return number, o
	}
	l.space()
	if !bytes.HasPrefix(l.data[l.pos:], []byte("stream")) {
		return number, d
	}
	l.pos += len("stream")
	if l.at(0) == '\r' {
		l.pos++
	}
	if l.at(0) == '\n' {
		l.pos++
	}
	return number, f.stream(d, l.pos)
}

// header reads "12 0 obj".
func (l *Lexer) header() (int, bool) {
	l.space()
	number, err := strconv.Atoi(string(l.regular()))
	if err != nil || number < 0 || number > maxNumber {
		return -1, false
	}
	l.space()
	if _, err := strconv.Atoi(string(l.regular())); err != nil {
		return -1, false
	}
	l.space()
	if !bytes.HasPrefix(l.data[l.pos:], []byte("obj")) {
		return -1, false
	}
	l.pos += len("obj")
	return number, true
}

// stream takes the data at an offset. Where the length is wrong the data runs
// to "endstream".
func (f *File) stream(d Dict, start int) *Stream {
	if n, ok := f.Int(d["Length"]); ok && n >= 0 && start+n <= len(f.data) {
		after := &Lexer{data: f.data, pos: start + n, limit: f.limits}
		for after.pos < len(after.data) && isSpace(after.data[after.pos]) && after.pos < start+n+4 {
			after.pos++
		}
		if bytes.HasPrefix(f.data[after.pos:], []byte("endstream")) {
			return &Stream{Dict: d, raw: f.data[start : start+n]}
		}
	}
	end := bytes.Index(f.data[start:], []byte("endstream"))
	if end < 0 {
		end = len(f.data) - start
	}
	f.limits.read(end)
	f.lengths++
	return &Stream{Dict: d, raw: bytes.TrimRight(f.data[start:start+end], "\r\n"), wrongLength: true}
}

// WrongLengths counts the streams read so far whose length is not as stated.
func (f *File) WrongLengths() int { return f.lengths }

// packed reads an object in an object stream (ISO 32000-1, 7.5.7).
func (f *File) packed(within, number, index int) Object {
	p := f.pack(within)
	if p == nil {
		return nil
	}
	if index >= len(p.numbers) || p.numbers[index] != number {
		index = -1
		for i, n := range p.numbers {
			if n == number {
				index = i
				break
			}
		}
		f.limits.read(len(p.numbers))
	}
	if index < 0 || p.offsets[index] > len(p.data) {
		return nil
	}
	l := &Lexer{data: p.data, pos: p.offsets[index], limit: f.limits, refs: true}
	o, err := l.object(0)
	if _, keyword := o.(Operator); err != nil || keyword {
		return nil
	}
	return o
}

func (f *File) pack(number int) *pack {
	if p, ok := f.packs[number]; ok {
		return p
	}
	f.packs[number] = nil
	if f.places[number].within > 0 {
		return nil // an object stream is no object of another
	}
	s := f.Stream(Ref{Number: number})
	if s == nil {
		return nil
	}
	data, err := f.Data(s)
	count, ok := f.Int(s.Dict["N"])
	first, ok2 := f.Int(s.Dict["First"])
	if err != nil || !ok || !ok2 || first < 0 || first > len(data) || count < 0 || count > len(data) {
		return nil
	}
	p := &pack{data: data}
	l := &Lexer{data: data[:first], limit: f.limits}
	for range count {
		n, err := l.object(0)
		if err != nil {
			break
		}
		offset, err := l.object(0)
		if err != nil {
			break
		}
		a, okA := n.(int)
		b, okB := offset.(int)
		if !okA || !okB || b < 0 || first+b > len(data) {
			break
		}
		p.numbers, p.offsets = append(p.numbers, a), append(p.offsets, first+b)
	}
	f.packs[number] = p
	return p
}

package pdfread

import (
	"bytes"
	"fmt"
	"strconv"
)

// readTables reads the cross-reference tables and streams from the last to the
// first (ISO 32000-1, 7.5.4 and 7.5.8). It says what is wrong, or "".
func (f *File) readTables() string {
	tail := max(0, len(f.data)-2048)
	at := bytes.LastIndex(f.data[tail:], []byte("startxref"))
	if at < 0 {
		return "the end of the file is missing"
	}
	l := &Lexer{data: f.data, pos: tail + at + len("startxref"), limit: f.limits}
	o, _ := l.Next()
	offset, ok := o.(int)
	seen := map[int]bool{}
	for ok && !seen[offset] {
		seen[offset] = true
		trailer, problem := f.readTable(offset)
		if problem != "" {
			return problem
		}
		for key, value := range trailer {
			if _, known := f.Trailer[key]; !known {
				f.Trailer[key] = value
			}
		}
		if hybrid, has := trailer["XRefStm"].(int); has && !seen[hybrid] {
			seen[hybrid] = true
			if _, problem := f.readTable(hybrid); problem != "" {
				return problem
			}
		}
		offset, ok = trailer["Prev"].(int)
		if len(seen) > 10_000 {
			return "there are too many revisions"
		}
	}
	if len(seen) == 0 {
		return "there is no table of objects"
	}
	return ""
}

func (f *File) readTable(offset int) (Dict, string) {
	if offset < 0 || offset >= len(f.data) {
		return nil, "the table of objects isn't where the file says"
	}
	l := &Lexer{data: f.data, pos: offset, limit: f.limits, refs: true}
	l.space()
	if bytes.HasPrefix(l.data[l.pos:], []byte("xref")) {
		l.pos += len("xref")
		return f.readPlainTable(l)
	}
	_, o := f.indirect(offset)
	s, ok := o.(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		return nil, "the table of objects isn't where the file says"
	}
	return s.Dict, f.readStreamTable(s)
}

func (f *File) readPlainTable(l *Lexer) (Dict, string) {
	const problem = "the table of objects can't be read"
	for {
		l.space()
		if bytes.HasPrefix(l.data[l.pos:], []byte("trailer")) {
			l.pos += len("trailer")
			o, err := l.object(0)
			d, ok := o.(Dict)
			if err != nil || !ok {
				return nil, problem
			}
			return d, ""
		}
		first, ok := l.plainInt()
		count, ok2 := l.plainInt()
		if !ok || !ok2 || first < 0 || count < 0 || count > maxNumber {
			return nil, problem
		}
		for n := first; n < first+count; n++ {
			offset, ok := l.plainInt()
			generation, ok2 := l.plainInt()
			l.space()
			kind := string(l.regular())
			if !ok || !ok2 || kind != "n" && kind != "f" {
				return nil, problem
			}
			f.limits.read(20)
			if err := f.limits.one(); err != nil {
				return nil, problem
			}
			f.place(n, place{offset: offset, generation: generation}, kind == "n")
		}
	}
}

func (l *Lexer) plainInt() (int, bool) {
	l.space()
	n, err := strconv.Atoi(string(l.regular()))
	return n, err == nil
}

// place notes where an object is; a later revision, read earlier, wins.
func (f *File) place(number int, at place, used bool) {
	if number <= 0 || number > maxNumber {
		return
	}
	if _, known := f.places[number]; known {
		return
	}
	if !used {
		at = place{offset: -1}
	}
	f.places[number] = at
}

func (f *File) readStreamTable(s *Stream) string {
	const problem = "the table of objects can't be read"
	data, err := f.Data(s)
	if err != nil {
		return problem
	}
	var w [3]int
	widths := f.Array(s.Dict["W"])
	row := 0
	for i := range w {
		if len(widths) < 3 {
			return problem
		}
		n, ok := widths[i].(int)
		if !ok || n < 0 || n > 8 {
			return problem
		}
		w[i] = n
		row += n
	}
	size, ok := f.Int(s.Dict["Size"])
	if !ok || row == 0 {
		return problem
	}
	index := f.Array(s.Dict["Index"])
	if index == nil {
		index = Array{0, size}
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, ok := index[i].(int)
		count, ok2 := index[i+1].(int)
		if !ok || !ok2 || first < 0 || count < 0 {
			return problem
		}
		for n := first; n < first+count && len(data) >= row; n++ {
			if err := f.limits.one(); err != nil {
				return problem
			}
			f.streamRow(n, data[:row], w)
			data = data[row:]
		}
	}
	return ""
}

func (f *File) streamRow(n int, row []byte, w [3]int) {
	var field [3]int
	for i := range field {
		for _, c := range row[:w[i]] {
			field[i] = field[i]<<8 | int(c)
		}
		row = row[w[i]:]
	}
	kind := field[0]
	if w[0] == 0 {
		kind = 1
	}
	switch kind {
	case 1:
		f.place(n, place{offset: field[1], generation: field[2]}, true)
	case 2:
		f.place(n, place{within: field[1], index: field[2]}, field[1] > 0)
	default:
		f.place(n, place{}, false)
	}
}

// checkPlaces looks whether each object is where the tables say, and forgets
// those that are free.
func (f *File) checkPlaces() string {
	wrong := 0
	for n, at := range f.places {
		switch {
		case at.within > 0:
		case at.offset < 0:
			delete(f.places, n)
		case at.offset == 0:
			// Some programs write unused objects as if they were there.
			delete(f.places, n)
		default:
			l := &Lexer{data: f.data, pos: min(at.offset, len(f.data)), limit: f.limits}
			if got, ok := l.header(); !ok || got != n {
				wrong++
			}
		}
	}
	if wrong > 0 {
		return fmt.Sprintf("%d objects aren't where the table says", wrong)
	}
	return ""
}

// rebuild makes the table anew by looking for objects in the whole file.
func (f *File) rebuild() {
	f.forget()
	var packs []int
	data := f.data
	for at := 0; at < len(data); {
		i := bytes.Index(data[at:], []byte("obj"))
		if i < 0 {
			break
		}
		i += at
		at = i + len("obj")
		start, number, ok := headerBefore(data, i)
		if !ok || f.limits.one() != nil {
			continue
		}
		f.places[number] = place{offset: start}
	}
	for _, n := range f.Numbers() {
		s := f.Stream(Ref{Number: n})
		if s == nil {
			continue
		}
		switch s.Dict["Type"] {
		case Name("ObjStm"):
			packs = append(packs, n)
		case Name("XRef"):
			f.mergeTrailer(s.Dict)
		}
	}
	for _, n := range packs {
		if p := f.pack(n); p != nil {
			for i, number := range p.numbers {
				if _, known := f.places[number]; !known && number > 0 {
					f.places[number] = place{within: n, index: i}
				}
			}
		}
	}
	f.cache = map[int]Object{}
	f.findTrailers()
	if f.root() == nil {
		f.findRoot()
	}
}

// headerBefore reads "12 0 " backwards from the place of "obj".
func headerBefore(data []byte, obj int) (start, number int, ok bool) {
	i := obj
	back := func(test func(byte) bool, most int) []byte {
		end := i
		for i > 0 && end-i < most && test(data[i-1]) {
			i--
		}
		return data[i:end]
	}
	if len(back(isSpace, 8)) == 0 || len(back(isDigit, 5)) == 0 || len(back(isSpace, 8)) == 0 {
		return 0, 0, false
	}
	digits := back(isDigit, 8)
	number, err := strconv.Atoi(string(digits))
	return i, number, err == nil && number > 0 && number <= maxNumber
}

func (f *File) findTrailers() {
	for at := 0; ; {
		i := bytes.Index(f.data[at:], []byte("trailer"))
		if i < 0 || f.limits.err != nil {
			return
		}
		at += i + len("trailer")
		l := &Lexer{data: f.data, pos: at, limit: f.limits, refs: true}
		if o, err := l.object(0); err == nil {
			if d, ok := o.(Dict); ok {
				f.mergeTrailer(d)
			}
		}
	}
}

// mergeTrailer lets a later trailer win.
func (f *File) mergeTrailer(d Dict) {
	for _, key := range []Name{"Root", "Info", "ID", "Encrypt", "Size"} {
		if value, has := d[key]; has {
			f.Trailer[key] = value
		}
	}
}

func (f *File) findRoot() {
	for _, n := range f.Numbers() {
		if d, ok := f.object(n).(Dict); ok && d["Type"] == Name("Catalog") {
			f.Trailer["Root"] = Ref{Number: n}
		}
	}
}

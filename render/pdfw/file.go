package pdfw

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"runtime"
	"strconv"
	"sync"
)

// file gathers the objects of a PDF and lays them out: first the streams,
// then the other objects packed in object streams, then the cross-reference
// stream (ISO 32000-1, 7.5.7 and 7.5.8).
type file struct {
	plain   bool
	last    int // highest object number in use
	streams []*stream
	objects []object
}

type object struct {
	number int
	body   []byte
}

// stream is an object with data. dict lacks the brackets, Length and the
// filter that compression adds.
type stream struct {
	number   int
	dict     string
	data     []byte
	compress bool
}

// alloc gives the next object number.
func (f *file) alloc() int {
	f.last++
	return f.last
}

// put adds an object without a stream.
func (f *file) put(number int, body []byte) {
	f.objects = append(f.objects, object{number, body})
}

// putf adds an object from a format.
func (f *file) putf(number int, format string, args ...any) {
	f.put(number, fmt.Appendf(nil, format, args...))
}

func (f *file) putStream(number int, dict string, data []byte, compress bool) {
	f.streams = append(f.streams, &stream{number, dict, data, compress && !f.plain})
}

// perObjectStream is how many objects share one stream: enough to compress
// well, few enough for a reader to unpack at once.
const perObjectStream = 200

// place is where an object is: at an offset, or within an object stream.
type place struct {
	offset int // in the file, or
	within int // number of the object stream
	index  int
}

// bytes lays the file out. root and info are the numbers of the catalog and
// the document information.
func (f *file) bytes(root, info int) []byte {
	if !f.plain {
		f.packObjects()
	}
	compressAll(f.streams)
	size := 1024
	for _, s := range f.streams {
		size += len(s.data) + len(s.dict) + 64
	}
	out := make([]byte, 0, size+20*f.last)
	// The second line says that the file is binary (ISO 19005-3, 6.1.2).
	out = append(out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"...)
	places := make([]place, f.last+2)
	for _, s := range f.streams {
		if s.number > 0 {
			places[s.number].offset = len(out)
		}
		out = appendStream(out, s)
	}
	if f.plain {
		return f.finishPlain(out, places, root, info)
	}
	index := map[int]int{}
	for i, o := range f.objects {
		within := f.last - (len(f.objects)-1)/perObjectStream + i/perObjectStream
		places[o.number] = place{within: within, index: index[within]}
		index[within]++
	}
	return f.finish(out, places, root, info)
}

// packObjects makes the object streams; they get the highest numbers.
func (f *file) packObjects() {
	for rest := f.objects; len(rest) > 0; {
		part := rest[:min(perObjectStream, len(rest))]
		rest = rest[len(part):]
		var head, body []byte
		for _, o := range part {
			head = strconv.AppendInt(head, int64(o.number), 10)
			head = append(head, ' ')
			head = strconv.AppendInt(head, int64(len(body)), 10)
			head = append(head, ' ')
			body = append(append(body, o.body...), '\n')
		}
		dict := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(part), len(head))
		f.putStream(f.alloc(), dict, append(head, body...), true)
	}
}

func appendStream(out []byte, s *stream) []byte {
	filter := ""
	if s.compress {
		filter = "/Filter/FlateDecode"
	}
	out = fmt.Appendf(out, "%d 0 obj\n<<%s%s/Length %d>>\nstream\n", s.number, s.dict, filter, len(s.data))
	out = append(out, s.data...)
	return append(out, "\nendstream\nendobj\n"...)
}

// finish writes the cross-reference stream, which is the trailer too.
func (f *file) finish(out []byte, places []place, root, info int) []byte {
	number, start := f.alloc(), len(out)
	places[number].offset = start
	table := make([]byte, 0, 7*len(places))
	for i, p := range places[:number+1] {
		switch {
		case i == 0:
			table = append(table, 0, 0, 0, 0, 0, 0xFF, 0xFF)
		case p.within > 0:
			table = append(table, 2, byte(p.within>>24), byte(p.within>>16), byte(p.within>>8), byte(p.within), byte(p.index>>8), byte(p.index))
		default:
			table = append(table, 1, byte(p.offset>>24), byte(p.offset>>16), byte(p.offset>>8), byte(p.offset), 0, 0)
		}
	}
	// Rows differ little from the one above: the PNG filter "up" makes them
	// small.
	s := &stream{number: number, data: filterUp(table, 7), compress: true}
	s.dict = fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID%s/DecodeParms<</Predictor 12/Columns 7>>",
		number+1, root, info, fileID(out))
	compressAll([]*stream{s})
	out = appendStream(out, s)
	return fmt.Appendf(out, "startxref\n%d\n%%%%EOF\n", start)
}

// finishPlain writes the objects one by one and a cross-reference table.
func (f *file) finishPlain(out []byte, places []place, root, info int) []byte {
	for _, o := range f.objects {
		places[o.number].offset = len(out)
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", o.number, o.body)
	}
	id, start := fileID(out), len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", f.last+1)
	for _, p := range places[1 : f.last+1] {
		out = fmt.Appendf(out, "%010d 00000 n \n", p.offset)
	}
	return fmt.Appendf(out, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID%s>>\nstartxref\n%d\n%%%%EOF\n",
		f.last+1, root, info, id, start)
}

// fileID identifies the file by its content.
func fileID(content []byte) string {
	sum := sha256.Sum256(content)
	return fmt.Sprintf("[<%X><%X>]", sum[:16], sum[:16])
}

// filterUp prepares rows of n bytes for compression: each byte less the one
// above it, after the filter's number.
func filterUp(data []byte, n int) []byte {
	out := make([]byte, 0, len(data)+len(data)/n)
	for i := 0; i < len(data); i += n {
		out = append(out, 2)
		for j := i; j < i+n; j++ {
			above := byte(0)
			if i > 0 {
				above = data[j-n]
			}
			out = append(out, data[j]-above)
		}
	}
	return out
}

// compressAll compresses side by side; each result depends on its own stream
// only, so the bytes are the same on any machine.
func compressAll(streams []*stream) {
	var work []*stream
	for _, s := range streams {
		if s.compress {
			work = append(work, s)
		}
	}
	workers := min(runtime.GOMAXPROCS(0), len(work), 8)
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			var buffer bytes.Buffer
			writer := zlib.NewWriter(&buffer)
			for i := w; i < len(work); i += workers {
				buffer.Reset()
				writer.Reset(&buffer)
				writer.Write(work[i].data) // a buffer doesn't fail
				writer.Close()
				work[i].data = bytes.Clone(buffer.Bytes())
			}
		})
	}
	group.Wait()
}

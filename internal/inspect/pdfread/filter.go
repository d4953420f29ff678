package pdfread

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"fmt"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// ErrFilter says that a stream is packed in a way that this package doesn't
// unpack, as pictures are.
var ErrFilter = errors.New("a filter that isn't read")

// Filters lists the filters of a stream, the outermost first.
func (f *File) Filters(s *Stream) []Name {
	switch v := f.Resolve(s.Dict["Filter"]).(type) {
	case Name:
		return []Name{v}
	case Array:
		var out []Name
		for _, o := range v {
			out = append(out, f.Name(o))
		}
		return out
	}
	return nil
}

// Data unpacks a stream. The error is ErrFilter for pictures, ErrTooMuch, or
// says that the data is damaged.
func (f *File) Data(s *Stream) ([]byte, error) {
	data := s.raw
	filters := f.Filters(s)
	if len(filters) > 8 {
		return nil, ErrTooMuch
	}
	for i, name := range filters {
		params := f.Dict(s.Dict["DecodeParms"])
		if list := f.Array(s.Dict["DecodeParms"]); list != nil {
			params = nil
			if i < len(list) {
				params = f.Dict(list[i])
			}
		}
		var err error
		if data, err = f.unpack(name, params, data); err != nil {
			return nil, err
		}
		if err := f.limits.unpack(len(data)); err != nil {
			return nil, err
		}
	}
	return data, nil
}

func (f *File) unpack(filter Name, params Dict, data []byte) ([]byte, error) {
	var r io.Reader
	switch filter {
	case "FlateDecode", "Fl":
		z, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("unpacking: %w", err)
		}
		r = z
	case "LZWDecode", "LZW":
		if early, ok := f.Int(params["EarlyChange"]); ok && early == 0 {
			return nil, ErrFilter
		}
		r = lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8)
	case "ASCII85Decode", "A85":
		data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
		if end := bytes.Index(data, []byte("~>")); end >= 0 {
			data = data[:end]
		}
		r = ascii85.NewDecoder(bytes.NewReader(data))
	case "ASCIIHexDecode", "AHx":
		l := &Lexer{data: append([]byte{'<'}, data...), limit: f.limits}
		o, err := l.hex()
		text, _ := o.(String)
		return []byte(text), err
	case "RunLengthDecode", "RL":
		return runLength(data)
	default:
		return nil, ErrFilter
	}
	out, err := io.ReadAll(io.LimitReader(r, maxStream+1))
	switch {
	case len(out) > maxStream:
		return nil, ErrTooMuch
	case err != nil:
		return nil, fmt.Errorf("unpacking: %w", err)
	}
	if filter == "ASCII85Decode" || filter == "A85" {
		return out, nil
	}
	return f.unpredict(params, out)
}

func runLength(data []byte) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data) && data[i] != 128; {
		n := int(data[i])
		i++
		if n < 128 {
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
		} else if i < len(data) {
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		}
		if len(out) > maxStream {
			return nil, ErrTooMuch
		}
	}
	return out, nil
}

// unpredict undoes the PNG filters and that of TIFF (ISO 32000-1, 7.4.4.4).
func (f *File) unpredict(params Dict, data []byte) ([]byte, error) {
	predictor, _ := f.Int(params["Predictor"])
	if predictor < 2 {
		return data, nil
	}
	value := func(key Name, otherwise int) int {
		if n, ok := f.Int(params[key]); ok && n > 0 && n < 1<<20 {
			return n
		}
		return otherwise
	}
	colours, bits, columns := min(value("Colors", 1), 32), min(value("BitsPerComponent", 8), 16), value("Columns", 1)
	pixel := max(1, colours*bits/8)
	row := (colours*bits*columns + 7) / 8
	if predictor == 2 {
		if bits != 8 {
			return nil, ErrFilter
		}
		for start := 0; start < len(data); start += row {
			line := data[start:min(start+row, len(data))]
			for i := pixel; i < len(line); i++ {
				line[i] += line[i-pixel]
			}
		}
		return data, nil
	}
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for len(data) > 1 {
		kind := data[0]
		n := min(row, len(data)-1)
		start := len(out)
		out = append(out, data[1:1+n]...)
		line := out[start:]
		data = data[1+n:]
		undoPNG(kind, line, above, pixel)
		above = above[:row]
		copy(above, line)
	}
	return out, nil
}

func undoPNG(kind byte, line, above []byte, pixel int) {
	for i := range line {
		var left, upperLeft byte
		if i >= pixel {
			left, upperLeft = line[i-pixel], above[i-pixel]
		}
		switch kind {
		case 1:
			line[i] += left
		case 2:
			line[i] += above[i]
		case 3:
			line[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			line[i] += paeth(left, above[i], upperLeft)
		}
	}
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	distance := func(v byte) int {
		d := p - int(v)
		if d < 0 {
			return -d
		}
		return d
	}
	switch {
	case distance(a) <= distance(b) && distance(a) <= distance(c):
		return a
	case distance(b) <= distance(c):
		return b
	}
	return c
}

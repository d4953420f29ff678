package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
)

// Large is from how many pixels on a PNG is read through to see whether it is
// whole, without making the picture of it: that takes four to eight bytes a
// pixel.
const Large = 1_000_000

// Colour types of a PNG.
const (
	Grey = 0
	RGB  = 2
)

// channels are the numbers a pixel has, by colour type.
var channels = map[int]int{Grey: 1, RGB: 3, 3: 1, 4: 2, 6: 4}

// Raster is a PNG as it stands in its file, its pixels still compressed.
type Raster struct {
	Width, Height int
	// Bits is the depth of a number, Colour what the numbers mean.
	Bits, Colour int
	// Transparent is true when a chunk says that a colour is transparent.
	Transparent bool
	interlaced  bool
	orientation int
	head        []byte
	// tables are the colours of a palette and what is transparent.
	tables []byte
	// parts are the pieces of the compressed pixels.
	parts [][]byte
}

var errPNG = errors.New("the PNG is damaged")

// ReadPNG finds the parts of a PNG and compares their checksums.
func ReadPNG(data []byte) (*Raster, error) {
	const signature, frame = 8, 12
	r := &Raster{orientation: 1}
	for at := signature; ; {
		if len(data)-at < frame {
			return nil, errPNG
		}
		length := int(binary.BigEndian.Uint32(data[at:]))
		if length > len(data)-at-frame {
			return nil, errPNG
		}
		whole := data[at : at+frame+length]
		kind, body := string(data[at+4:at+8]), data[at+8:at+8+length]
		if crc32.ChecksumIEEE(data[at+4:at+8+length]) != binary.BigEndian.Uint32(data[at+8+length:]) {
			return nil, errPNG
		}
		at += frame + length
		switch kind {
		case "IHDR":
			if length != 13 || r.Width > 0 {
				return nil, errPNG
			}
			r.Width, r.Height = int(binary.BigEndian.Uint32(body)), int(binary.BigEndian.Uint32(body[4:]))
			r.head = whole
			r.Bits, r.Colour, r.interlaced = int(body[8]), int(body[9]), body[12] != 0
		case "PLTE", "tRNS":
			r.Transparent = r.Transparent || kind == "tRNS"
			r.tables = append(r.tables, whole...)
		case "eXIf":
			r.orientation = orientation(body, r.orientation)
		case "IDAT":
			r.parts = append(r.parts, body)
		case "IEND":
			if r.Width < 1 || r.Height < 1 || channels[r.Colour] == 0 || len(r.parts) == 0 {
				return nil, errPNG
			}
			return r, nil
		}
	}
}

// Whole reads through the pixels of a PNG that isn't interlaced and tells
// whether all are there, and no more.
func (r *Raster) Whole() bool {
	pieces := make([]io.Reader, len(r.parts))
	for i, p := range r.parts {
		pieces[i] = bytes.NewReader(p)
	}
	pixels, err := zlib.NewReader(io.MultiReader(pieces...))
	if err != nil {
		return false
	}
	row := make([]byte, 1+(r.Width*channels[r.Colour]*r.Bits+7)/8)
	for range r.Height {
		if _, err := io.ReadFull(pixels, row); err != nil || row[0] > 4 {
			return false
		}
	}
	n, err := pixels.Read(row[:1])
	return n == 0 && err == io.EOF
}

// Interlaced tells whether the pixels stand in another order than that of the
// rows.
func (r *Raster) Interlaced() bool { return r.interlaced }

// Deflated gives the rows of pixels, each behind the number of its filter,
// compressed as in a zlib file, without what stands behind their end.
func (r *Raster) Deflated() []byte { return trimmed(bytes.Join(r.parts, nil)) }

// file gives a PNG file with the picture and nothing else: no texts, no
// metadata, and nothing behind its end or that of its pixels.
func (r *Raster) file() []byte {
	return bytes.Join([][]byte{[]byte("\x89PNG\r\n\x1a\n"), r.head, r.tables, chunk("IDAT", r.Deflated()), chunk("IEND", nil)}, nil)
}

// mostUnpacked is more than the pixels of any PNG take that is accepted.
const mostUnpacked = 9 * MaxPNG

// trimmed cuts what stands behind the end of compressed data.
func trimmed(data []byte) []byte {
	rest := bytes.NewReader(data)
	pixels, err := zlib.NewReader(rest)
	if err != nil {
		return data
	}
	if n, err := io.Copy(io.Discard, io.LimitReader(pixels, mostUnpacked)); err != nil || n == mostUnpacked {
		return data
	}
	return data[:len(data)-rest.Len()]
}

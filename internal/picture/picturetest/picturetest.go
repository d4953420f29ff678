// Package picturetest makes pictures whose files hold more than the picture,
// for the tests of what outputs keep of them.
package picturetest

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
)

// Marker stands in every place of a file that isn't the picture.
const Marker = "GEHEIM-spoor-4711"

// Exif makes Exif data with an orientation and the marker as its description.
func Exif(orientation byte) string {
	return "MM\x00*\x00\x00\x00\x08\x00\x02\x01\x0e\x00\x02\x00\x00\x00" + string(rune(len(Marker))) + "\x00\x00\x00\x26" +
		"\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(orientation)) + "\x00\x00\x00\x00\x00\x00" + Marker
}

// JPEG gives a JPEG of a picture with the marker in every kind of segment, and
// a second picture and the marker behind its end.
func JPEG(img image.Image, orientation byte) []byte {
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, img, nil); err != nil {
		panic(err)
	}
	out := []byte("\xff\xd8")
	segment := func(kind byte, body string) {
		out = append(out, 0xff, kind)
		out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
		out = append(out, body...)
	}
	segment(0xe0, "JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x01\x01xyz"+Marker)
	segment(0xe0, "JFXX\x00\x10"+Marker)
	segment(0xe1, "Exif\x00\x00"+Exif(orientation))
	segment(0xe1, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>"+Marker)
	segment(0xe2, "ICC_PROFILE\x00\x01\x01"+Marker)
	segment(0xe2, "MPF\x00"+Marker)
	segment(0xed, "Photoshop 3.0\x008BIM\x04\x04"+Marker)
	segment(0xee, "Adobe\x00\x64\x00\x00\x00\x00\x01"+Marker)
	for kind := byte(0xe0); kind <= 0xef; kind++ {
		segment(kind, "Eigen\x00"+Marker)
	}
	segment(0xfe, Marker)
	out = append(out, plain.Bytes()[2:]...)
	return append(append(append(out, Marker...), plain.Bytes()...), Marker...)
}

// PNG gives a PNG of a picture with the marker in every kind of chunk, behind
// the end of its pixels, and behind its own end.
func PNG(img image.Image) []byte {
	var plain bytes.Buffer
	if err := png.Encode(&plain, img); err != nil {
		panic(err)
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write([]byte(Marker))
	_ = z.Close()
	data := plain.Bytes()
	out := bytes.Clone(data[:33])
	chunk := func(kind, body string) {
		out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
		at := len(out)
		out = append(append(out, kind...), body...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[at:]))
	}
	chunk("tEXt", "Comment\x00"+Marker)
	chunk("zTXt", "Comment\x00\x00"+packed.String())
	chunk("iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00"+Marker)
	chunk("eXIf", Exif(1))
	chunk("iCCP", Marker+"\x00\x00"+packed.String())
	chunk("tIME", "\x07\xe5\x01\x01\x01\x01\x01")
	chunk("prVt", Marker)
	rest := data[33:]
	for len(rest) >= 12 {
		n := int(binary.BigEndian.Uint32(rest))
		kind, body := string(rest[4:8]), string(rest[8:8+n])
		rest = rest[12+n:]
		if kind == "IEND" {
			chunk("IDAT", Marker) // behind the end of the pixels
			chunk("tEXt", "Late\x00"+Marker)
		}
		chunk(kind, body)
	}
	return append(append(out, Marker...), data...)
}

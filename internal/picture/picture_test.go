package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

func drawing() image.Image {
	img := image.NewRGBA(image.Rect(0, 0, 40, 30))
	for i := range img.Pix {
		img.Pix[i] = byte(i * 7)
	}
	img.Set(3, 3, color.RGBA{0, 0, 0, 255})
	return img
}

func samples(t testing.TB) (asPNG, asJPEG []byte) {
	var p, j bytes.Buffer
	if err := png.Encode(&p, drawing()); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&j, drawing(), nil); err != nil {
		t.Fatal(err)
	}
	return p.Bytes(), j.Bytes()
}

// sized gives a PNG another size than its pixels are.
func sized(data []byte, w, h uint32) []byte {
	out := bytes.Clone(data)
	binary.BigEndian.PutUint32(out[16:], w)
	binary.BigEndian.PutUint32(out[20:], h)
	binary.BigEndian.PutUint32(out[29:], crc32.ChecksumIEEE(out[12:29]))
	return out
}

func TestCheck(t *testing.T) {
	p, j := samples(t)
	frame := bytes.Index(j, []byte{0xff, 0xc0})
	changed := func(at int, values ...byte) []byte {
		out := bytes.Clone(j)
		copy(out[at:], values)
		return out
	}
	for name, c := range map[string]struct {
		data []byte
		why  string
	}{
		"png":                       {p, ""},
		"jpeg":                      {j, ""},
		"jpeg with an end after it": {append(bytes.Clone(j), "trailer of a telephone"...), ""},
		"empty":                     {nil, "leeg"},
		"cut png":                   {p[:len(p)/2], "breekt halverwege af"},
		"changed png":               {append(append(bytes.Clone(p[:60]), p[60]^1), p[61:]...), "beschadigd"},
		"png of 9000 by 9000":       {sized(p, 9000, 9000), "9.000 bij 9.000"},
		"png that overflows":        {sized(p, 1<<31-1, 1<<31-1), "beschadigd"},
		"png without pixels":        {sized(p, 0, 0), "beschadigd"},
		"changed jpeg":              {append(bytes.Clone(j[:bytes.Index(j, []byte{0xff, 0xda})+14]), 0x12, 0x34, 0xff, 0xd9), "deels beschadigd"},
		"cut jpeg":                  {j[:len(j)-20], "breekt halverwege af"},
		"head of a jpeg":            {j[:frame], "beschadigd"},
		"jpeg of 65535 by 65535":    {changed(frame+5, 0xff, 0xff, 0xff, 0xff), "65.535 bij 65.535"},
		"jpeg in cmyk":              {changed(frame+9, 4), "CMYK"},
		"lossless jpeg":             {changed(frame, 0xff, 0xc3), "niet kan tonen"},
		"gif":                       {[]byte("GIF89a"), "een GIF"},
		"svg":                       {[]byte(`<?xml version="1.0"?><svg/>`), "een SVG"},
		"heic":                      {[]byte("\x00\x00\x00\x18ftypheic"), "HEIC"},
		"text":                      {[]byte("hallo"), "ander soort"},
	} {
		got := Check(c.data)
		if got.None() != (c.why == "") || !strings.Contains(got.Why, c.why) || !got.None() && !strings.HasSuffix(got.Mend, ".") {
			t.Errorf("%s: %+v, want %q", name, got, c.why)
		}
	}
}

func FuzzCheck(f *testing.F) {
	p, j := samples(f)
	f.Add(p)
	f.Add(j)
	f.Fuzz(func(t *testing.T, data []byte) {
		if got := Check(data); got.None() {
			if _, _, err := image.DecodeConfig(bytes.NewReader(data)); err != nil && bytes.HasPrefix(data, []byte("\x89PNG")) {
				t.Error(err)
			}
		}
	})
}

// A large PNG is judged without decoding it, and as decoding would.
func TestLargePNG(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 1100, 1000))
	for i := range img.Pix {
		img.Pix[i] = byte(i * i >> 9)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	if got := Check(whole); !got.None() {
		t.Errorf("a whole picture: %+v", got)
	}
	changed := bytes.Clone(whole)
	changed[len(changed)/2] ^= 1
	for name, data := range map[string][]byte{
		"cut off": whole[:len(whole)-12], "changed": changed, "less wide than its pixels": sized(whole, 1099, 1000),
		"higher than its pixels": sized(whole, 1100, 1001), "lower than its pixels": sized(whole, 1100, 999),
	} {
		if got := Check(data); got.Why != cutOff.Why {
			t.Errorf("%s: %+v", name, got)
		}
		if _, err := png.Decode(bytes.NewReader(data)); err == nil {
			t.Errorf("%s can be decoded", name)
		}
	}
}

package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"voortgang/internal/picture/picturetest"
)

// quarters is a picture of four colours: red, green, blue and white, by row.
func quarters(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, []color.RGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}}[2*(2*y/h)+2*x/w])
		}
	}
	return img
}

// corners names the colours of a picture's corners: top left, top right, below
// left, below right.
func corners(t *testing.T, data []byte) (string, image.Point) {
	t.Helper()
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	b, out := img.Bounds(), ""
	for _, p := range []image.Point{{0, 0}, {b.Dx() - 1, 0}, {0, b.Dy() - 1}, {b.Dx() - 1, b.Dy() - 1}} {
		r, g, bl, _ := img.At(p.X, p.Y).RGBA()
		switch {
		case min(r, g, bl) > 0x8000:
			out += "w"
		case r > g && r > bl:
			out += "r"
		case g > bl:
			out += "g"
		default:
			out += "b"
		}
	}
	return out, b.Size()
}

// Nothing but the picture is left of a file, whether it is made smaller, turned
// or taken over, and every way of holding a camera comes out upright.
func TestFitLeavesOnlyThePicture(t *testing.T) {
	boxes := map[string]Box{"as it is": Figure, "smaller": {Width: 20, Height: 20}, "filling": {Width: 20, Height: 20, Fill: true}}
	upright := []string{"", "rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"}
	for name, box := range boxes {
		for orientation := byte(1); orientation <= 8; orientation++ {
			data := picturetest.JPEG(quarters(64, 32), orientation)
			got, err := Fit(data, box)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(got, []byte("GEHEIM")) || bytes.Contains(got, []byte("Exif")) || bytes.Contains(got, []byte("MPF")) {
				t.Errorf("%s, orientation %d: something stays of it", name, orientation)
			}
			seen, size := corners(t, got)
			long, short := max(size.X, size.Y), min(size.X, size.Y)
			want := map[string][2]int{"as it is": {64, 32}, "smaller": {20, 10}, "filling": {40, 20}}[name]
			if seen != upright[orientation] || long != want[0] || short != want[1] || (orientation >= 5) != (size.Y > size.X) {
				t.Errorf("%s, orientation %d: %s, %v, want %s", name, orientation, seen, size, upright[orientation])
			}
			if again, err := Fit(got, box); err != nil || !bytes.Equal(again, got) {
				t.Errorf("%s, orientation %d: a second time changes it (%v)", name, orientation, err)
			}
		}
		got, err := Fit(picturetest.PNG(quarters(64, 32)), box)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(got, []byte("GEHEIM")) || bytes.Contains(got, []byte("tEXt")) || bytes.Contains(got, []byte("prVt")) || bytes.Contains(got, []byte("eXIf")) {
			t.Errorf("%s: something stays of a PNG", name)
		}
		if seen, _ := corners(t, got); seen != "rgbw" {
			t.Errorf("%s: PNG %s", name, seen)
		}
	}
}

// What is decoded is the same picture: taken over to the bit, made smaller to
// the eye.
func TestFitKeepsThePicture(t *testing.T) {
	same := func(name string, a, b image.Image) {
		for y := range a.Bounds().Dy() {
			for x := range a.Bounds().Dx() {
				if a.At(x, y) != b.At(x, y) {
					t.Fatalf("%s: differs at %d, %d", name, x, y)
				}
			}
		}
	}
	grey := image.NewGray(image.Rect(0, 0, 50, 40))
	for i := range grey.Pix {
		grey.Pix[i] = byte(i)
	}
	palette := image.NewPaletted(image.Rect(0, 0, 50, 40), color.Palette{color.Transparent, color.White, color.RGBA{1, 2, 3, 255}})
	for i := range palette.Pix {
		palette.Pix[i] = byte(i % 3)
	}
	for name, img := range map[string]image.Image{"colour": drawing(), "grey": grey, "palette": palette} {
		var b, j bytes.Buffer
		_ = png.Encode(&b, img)
		_ = jpeg.Encode(&j, img, nil)
		for _, data := range [][]byte{b.Bytes(), j.Bytes()} {
			got, err := Clean(data)
			if err != nil {
				t.Fatal(name, err)
			}
			was, _, _ := image.Decode(bytes.NewReader(data))
			is, _, err := image.Decode(bytes.NewReader(got))
			if err != nil {
				t.Fatal(name, err)
			}
			same(name, was, is)
		}
	}
	flat := image.NewRGBA(image.Rect(0, 0, 333, 217))
	for i := range flat.Pix {
		flat.Pix[i] = 200
	}
	small := shrink(flat, image.Pt(100, 65), 1)
	for i, v := range small.(*image.RGBA).Pix {
		if v != 200 {
			t.Fatalf("an even picture made smaller has %d at %d", v, i)
		}
	}
}

func TestBoxes(t *testing.T) {
	for _, c := range []struct {
		box  Box
		w, h int
		want float64
	}{{Box{100, 50, false}, 200, 50, 0.5}, {Box{100, 50, false}, 50, 100, 0.5}, {Box{100, 50, true}, 200, 200, 0.5}, {Box{100, 50, true}, 400, 50, 1}, {Box{100, 50, false}, 10, 10, 1}} {
		if got := c.box.scale(c.w, c.h); got != c.want {
			t.Errorf("%v: %d by %d: %v", c.box, c.w, c.h, got)
		}
	}
}

// A progressive JPEG has segments between its scans; they are walked too.
func TestScansAreWalked(t *testing.T) {
	_, j := samples(t)
	start := bytes.Index(j, []byte{0xff, 0xda})
	between := append(bytes.Clone(j[:len(j)-2]), "\xff\xfe\x00\x08GEHEIM\xff\xda"...)
	between = append(append(between, j[start+2:len(j)-2]...), 0xff, 0xd9)
	got, err := ReadJPEG(between)
	if err != nil || bytes.Contains(got.Data, []byte("GEHEIM")) || bytes.Count(got.Data, []byte{0xff, 0xda}) != 2 {
		t.Errorf("%v", err)
	}
	if _, err := ReadJPEG(j[:len(j)-2]); err == nil {
		t.Error("a JPEG without an end is taken")
	}
}

func FuzzFit(f *testing.F) {
	f.Add(picturetest.JPEG(quarters(16, 8), 6))
	f.Add(picturetest.PNG(quarters(16, 8)))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Fit(data, Box{Width: 8, Height: 8})
		if err == nil {
			if _, err := open(got); err != nil {
				t.Error(err)
			}
		}
	})
}

package pdf

import (
	"bytes"
	"compress/zlib"
	"image"
	"io"
	"math"
	"testing"

	"voortgang/internal/document"
	"voortgang/internal/picture"
	"voortgang/internal/picture/picturetest"
)

// Of a picture file nothing but the picture gets into the report.
func TestPicturesBringNothingAlong(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 60, 40))
	for i := range img.Pix {
		img.Pix[i] = byte(i) | 0xc0
	}
	large := image.NewGray(image.Rect(0, 0, 1200, 900))
	for i := range large.Pix {
		large.Pix[i] = byte(i)
	}
	d := titled()
	d.Cover.Logo, d.Cover.Photo = picturetest.PNG(img), picturetest.JPEG(img, 3)
	for _, data := range [][]byte{picturetest.JPEG(img, 6), picturetest.PNG(img), picturetest.PNG(large), picturetest.JPEG(large, 1)} {
		d.Blocks = append(d.Blocks, document.Image{Bytes: data, Alt: "Een beeld"})
	}
	made, err := Render(d)
	if err != nil {
		t.Fatal(err)
	}
	whole := made.Bytes
	look := func(data []byte) {
		if bytes.Contains(data, []byte("GEHEIM")) || bytes.Contains(data, []byte("Exif\x00")) || bytes.Contains(data, []byte("MPF\x00")) {
			t.Error("the report holds what stood beside a picture")
		}
	}
	look(whole)
	streams := 0
	for rest := whole; ; streams++ {
		at := bytes.Index(rest, []byte("stream\n"))
		if at < 0 {
			break
		}
		rest = rest[at+7:]
		if z, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
			data, _ := io.ReadAll(z)
			look(data)
		}
	}
	if streams < 10 {
		t.Errorf("only %d streams were looked at", streams)
	}
}

// The boxes for which pictures are made are the places where they are shown.
func TestPictureBoxes(t *testing.T) {
	for name, c := range map[string]struct {
		box  picture.Box
		w, h float64
	}{
		"figure": {picture.Figure, textWidth, 0.55 * bodyHeight}, "logo": {picture.Logo, 60 * mm, 24 * mm},
		"cover": {picture.Cover, pageWidth, coverPhoto}, "sheet": {picture.Sheet, pageWidth, pageHeight - sheetFoot},
	} {
		if math.Abs(c.box.Width-c.w*300/72) > 1 || math.Abs(c.box.Height-c.h*300/72) > 1 {
			t.Errorf("%s: %v, but it is shown at %.0f by %.0f", name, c.box, c.w*300/72, c.h*300/72)
		}
	}
}

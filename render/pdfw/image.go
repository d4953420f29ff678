package pdfw

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"strconv"

	"voortgang/internal/picture"
)

// Image is a picture that pages of a document can show, any number of times.
type Image struct {
	// Width and Height are in pixels, as seen: upright.
	Width, Height int

	name        string // in the pages' resources: I1
	colours     string // DeviceRGB or DeviceGray
	w, h        int    // pixels as stored
	orientation int    // of Exif: 1 is upright
	jpeg        bool
	deflated    bool   // data is compressed already
	data        []byte // JPEG file, or rows filtered as in PNG
	object      int
}

// Image reads a JPEG or PNG picture. The same bytes give the same Image. What
// is transparent becomes white: the file uses no transparency, which old
// readers and printers get wrong. A JPEG goes into the file as it is, without
// its metadata (which may say where and when a photograph was taken); one for
// print in CMYK is refused.
func (d *Doc) Image(data []byte) (*Image, error) {
	hash := sha256.Sum256(data)
	if known := d.imageOf[hash]; known != nil {
		return known, nil
	}
	var img *Image
	var err error
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xD8")):
		img, err = readJPEG(data)
	case bytes.HasPrefix(data, []byte("\x89PNG")):
		img, err = readPNG(data)
	default:
		err = errors.New("picture is neither JPEG nor PNG")
	}
	if err != nil {
		return nil, err
	}
	img.Width, img.Height = img.w, img.h
	if img.orientation >= 5 {
		img.Width, img.Height = img.h, img.w
	}
	img.name = "I" + strconv.Itoa(len(d.images)+1)
	d.images = append(d.images, img)
	d.imageOf[hash] = img
	return img, nil
}

// Image draws a picture in a rectangle, stretched to fill it.
func (p *Page) Image(img *Image, r Rect) {
	p.paints("a picture")
	p.finishPath()
	if img == nil {
		p.fail("there is no picture to draw")
		return
	}
	used := false
	for _, other := range p.images {
		used = used || other == img
	}
	if !used {
		p.images = append(p.images, img)
	}
	// A point (u, v) of the stored picture, v downward, is seen at
	// (s, t) = (s0 + su·u + sv·v, t0 + tu·u + tv·v).
	type view struct{ s0, su, sv, t0, tu, tv float64 }
	v := [...]view{
		{0, 1, 0, 0, 0, 1}, {1, -1, 0, 0, 0, 1}, {1, -1, 0, 1, 0, -1}, {0, 1, 0, 1, 0, -1},
		{0, 0, 1, 0, 1, 0}, {1, 0, -1, 0, 1, 0}, {1, 0, -1, 1, -1, 0}, {0, 0, 1, 1, -1, 0},
	}[img.orientation-1]
	p.content = append(p.content, "q "...)
	for _, m := range []float64{
		r.W * v.su, -r.H * v.tu, -r.W * v.sv, r.H * v.tv,
		r.X + r.W*(v.s0+v.sv), p.h - r.Y - r.H + r.H*(1-v.t0-v.tv),
	} {
		p.content = append(number(p.content, m), ' ')
	}
	p.content = append(p.content, "cm /"...)
	p.content = append(p.content, img.name...)
	p.content = append(p.content, " Do Q\n"...)
}

func (a *assembler) writeImage(img *Image) {
	dict := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8", img.w, img.h, img.colours)
	if img.jpeg {
		a.putStream(img.object, dict+"/Filter/DCTDecode", img.data, false)
		return
	}
	colours := 3
	if img.colours == "DeviceGray" {
		colours = 1
	}
	dict += fmt.Sprintf("/DecodeParms<</Predictor 15/Colors %d/Columns %d>>", colours, img.w)
	if img.deflated {
		a.putStream(img.object, dict+"/Filter/FlateDecode", img.data, false)
		return
	}
	// A plain file still compresses pictures: nobody reads those.
	s := &stream{img.object, dict, img.data, true}
	a.streams = append(a.streams, s)
}

// readPNG puts a picture on white and filters its rows for compression.
func readPNG(data []byte) (*Image, error) {
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if config.Width < 1 || config.Height < 1 || config.Width > picture.MaxPNG/config.Height {
		return nil, fmt.Errorf("picture of %d by %d pixels", config.Width, config.Height)
	}
	if img := plainPNG(data); img != nil {
		return img, nil
	}
	decoded, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	img := &Image{w: config.Width, h: config.Height, colours: "DeviceRGB", orientation: 1}
	step := 3
	if isGrey(decoded) {
		img.colours, step = "DeviceGray", 1
	}
	img.data = make([]byte, 0, (1+img.w*step)*img.h)
	row, above := make([]byte, img.w*step), make([]byte, img.w*step)
	onWhite(decoded, func(pixels []byte) bool {
		for x := range img.w {
			copy(row[x*step:], pixels[4*x:4*x+step])
		}
		img.data = appendFiltered(img.data, row, above, step)
		row, above = above, row
		return true
	})
	return img, nil
}

// plainPNG takes the pixels of a large picture over as they are, compressed,
// when it has nothing transparent and its numbers are bytes: a PDF keeps pixels
// as a PNG does. It gives nil for any other picture.
func plainPNG(data []byte) *Image {
	r, err := picture.ReadPNG(data)
	if err != nil || r.Width*r.Height < picture.Large || r.Interlaced() || r.Transparent || r.Bits != 8 {
		return nil
	}
	colours := map[int]string{picture.Grey: "DeviceGray", picture.RGB: "DeviceRGB"}[r.Colour]
	if colours == "" || !r.Whole() {
		return nil
	}
	return &Image{w: r.Width, h: r.Height, colours: colours, orientation: 1, deflated: true, data: r.Deflated()}
}

// onWhite gives the rows of a picture on white, four bytes a pixel, until fn
// returns false. A row at a time: the picture itself takes enough memory.
func onWhite(img image.Image, fn func(row []byte) bool) {
	bounds := img.Bounds()
	rgba := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), 1))
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		draw.Draw(rgba, rgba.Bounds(), image.White, image.Point{}, draw.Src)
		draw.Draw(rgba, rgba.Bounds(), img, image.Pt(bounds.Min.X, y), draw.Over)
		if !fn(rgba.Pix) {
			return
		}
	}
}

func isGrey(img image.Image) bool {
	grey := true
	onWhite(img, func(pixels []byte) bool {
		for i := 0; i+3 < len(pixels) && grey; i += 4 {
			grey = pixels[i] == pixels[i+1] && pixels[i] == pixels[i+2]
		}
		return grey
	})
	return grey
}

// appendFiltered adds a row with the PNG filter (none, sub or up) that leaves
// the smallest differences, the usual guess at what compresses best.
func appendFiltered(out, row, above []byte, step int) []byte {
	best, least := 0, -1
	for filter := range 3 {
		sum := 0
		for i := range row {
			sum += abs(int(int8(filtered(filter, row, above, step, i))))
		}
		if least < 0 || sum < least {
			best, least = filter, sum
		}
	}
	out = append(out, byte(best))
	for i := range row {
		out = append(out, filtered(best, row, above, step, i))
	}
	return out
}

func filtered(filter int, row, above []byte, step, i int) byte {
	switch {
	case filter == 1 && i >= step:
		return row[i] - row[i-step]
	case filter == 2:
		return row[i] - above[i]
	}
	return row[i]
}

func abs(v int) int {
	if v < 0 {
		return -v
	}
	return v
}

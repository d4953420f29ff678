package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"
)

// Box is a place in the report, in pixels at 300 to the inch.
type Box struct {
	Width, Height float64
	// Fill is true of a place that the picture fills, the rest cut off; in
	// another one it fits.
	Fill bool
}

const pixelsPerMM = 300 / 25.4

// BoxOf makes a box of a size in millimetres.
func BoxOf(width, height float64, fill bool) Box {
	return Box{width * pixelsPerMM, height * pixelsPerMM, fill}
}

// The places of a report on A4. Cover is of a photograph under a field of
// colour, Sheet of one on a cover that is a sheet.
var (
	Figure = BoxOf(135, 137.5, false)
	Logo   = BoxOf(60, 24, false)
	Cover  = BoxOf(210, 90, true)
	Sheet  = BoxOf(210, 121, true)
)

// scale gives by how much a picture must shrink; 1 for one that is small
// enough.
func (b Box) scale(w, h int) float64 {
	x, y := b.Width/float64(w), b.Height/float64(h)
	if b.Fill {
		return min(1, max(x, y))
	}
	return min(1, x, y)
}

// mostProgressive is up to how many pixels a progressive JPEG is decoded: that
// takes over six bytes a pixel, four times what another one takes.
const mostProgressive = 40_000_000

// quality is that of a JPEG written anew: no eye sees the difference in print.
const quality = 90

// Fit makes what goes into an output of a picture: upright, with no more
// pixels than its place can show, and nothing besides: no metadata, no second
// picture behind the first. What needs neither turning nor shrinking keeps its
// pixels as they are.
func Fit(data []byte, box Box) ([]byte, error) {
	p, err := open(data)
	if err != nil {
		return nil, err
	}
	w, h := p.width, p.height
	if p.orientation >= 5 {
		w, h = h, w
	}
	scale := box.scale(w, h)
	if p.orientation == 1 && scale == 1 || p.heavy {
		return p.file(), nil
	}
	decoded, _, err := image.Decode(bytes.NewReader(p.data))
	if err != nil {
		return p.file(), nil // viewers may show some of it
	}
	size := image.Pt(shrunk(p.width, scale), shrunk(p.height, scale))
	var out bytes.Buffer
	made := shrink(decoded, size, p.orientation)
	if p.jpeg {
		err = jpeg.Encode(&out, made, &jpeg.Options{Quality: quality})
	} else {
		err = png.Encode(&out, made)
	}
	return out.Bytes(), err
}

// Clean is Fit for a picture of which the place isn't known.
func Clean(data []byte) ([]byte, error) {
	return Fit(data, Box{Width: math.Inf(1), Height: math.Inf(1)})
}

func shrunk(pixels int, scale float64) int { return max(1, int(float64(pixels)*scale)) }

// opened is a picture file with only its picture.
type opened struct {
	width, height, orientation int
	jpeg, heavy                bool
	data                       []byte
}

func open(data []byte) (*opened, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		j, err := ReadJPEG(data)
		if err != nil {
			return nil, err
		}
		return &opened{j.Width, j.Height, j.Orientation, true, j.Progressive && j.Width*j.Height > mostProgressive, j.Data}, nil
	case bytes.HasPrefix(data, []byte("\x89PNG")):
		r, err := ReadPNG(data)
		if err != nil {
			return nil, err
		}
		if r.Width > MaxPNG/r.Height {
			return nil, errPNG
		}
		return &opened{r.Width, r.Height, r.orientation, false, false, r.file()}, nil
	}
	return nil, errors.New("picture is neither JPEG nor PNG")
}

// file gives the file. One that couldn't be turned says how it must be, in
// nothing but that number.
func (p *opened) file() []byte {
	if p.orientation == 1 {
		return p.data
	}
	exif := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(p.orientation)) + "\x00\x00\x00\x00\x00\x00")
	if !p.jpeg {
		return bytes.Join([][]byte{p.data[:headPNG], chunk("eXIf", exif), p.data[headPNG:]}, nil)
	}
	head := append([]byte{0xFF, startMark, 0xFF, exifMark, 0, byte(len(exif) + 8)}, "Exif\x00\x00"...)
	return bytes.Join([][]byte{head, exif, p.data[2:]}, nil)
}

// headPNG is how long signature and IHDR are.
const headPNG = 8 + 12 + 13

func chunk(kind string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(make([]byte, 0, len(body)+12), uint32(len(body)))
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// shrink gives a picture fewer pixels, each the mean of those it comes from, and
// turns it upright, from how Exif says that it was taken. It holds one row of the
// large picture at a time besides that picture itself.
func shrink(img image.Image, size image.Point, orientation int) image.Image {
	bounds := img.Bounds()
	out := newCanvas(img, size, orientation)
	row := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), 1))
	narrow, mean := make([]float64, 4*size.X), make([]float64, 4*size.X)
	across := make([]share, bounds.Dx())
	for x := range across {
		across[x] = shareOf(x, float64(size.X)/float64(bounds.Dx()), size.X)
	}
	down := float64(size.Y) / float64(bounds.Dy())
	made := 0
	for y := range bounds.Dy() {
		draw.Draw(row, row.Bounds(), img, image.Pt(bounds.Min.X, bounds.Min.Y+y), draw.Src)
		shrinkRow(narrow, row.Pix, across)
		s := shareOf(y, down, size.Y)
		add(mean, narrow, s.here)
		if s.next > 0 || float64(y+1)*down >= float64(made+1)-1e-9 {
			out.row(made, mean)
			made++
			clear(mean)
			add(mean, narrow, s.next)
		}
	}
	if made < size.Y {
		out.row(made, mean)
	}
	return out.img
}

// share is over which of the new pixels an old one is spread: the first, and
// how much of that one and of the next it makes up.
type share struct {
	at         int
	here, next float64
}

func shareOf(i int, ratio float64, count int) share {
	from, to := float64(i)*ratio, float64(i+1)*ratio
	at := min(int(from), count-1)
	if edge := float64(at + 1); to > edge && at < count-1 {
		return share{at, edge - from, to - edge}
	}
	return share{at, to - from, 0}
}

func shrinkRow(to []float64, from []byte, across []share) {
	clear(to)
	for x, s := range across {
		old, made := from[4*x:4*x+4], to[4*s.at:4*s.at+4]
		for c, v := range old {
			made[c] += float64(v) * s.here
		}
		if s.next > 0 {
			made = to[4*s.at+4 : 4*s.at+8]
			for c, v := range old {
				made[c] += float64(v) * s.next
			}
		}
	}
}

func add(to, from []float64, share float64) {
	for i, v := range from {
		to[i] += v * share
	}
}

// canvas is a picture to which rows are written as they are stored, and that
// shows them upright.
type canvas struct {
	img         image.Image
	pix         []byte
	step        int
	w, h, wide  int
	orientation int
}

func newCanvas(img image.Image, size image.Point, orientation int) *canvas {
	c := &canvas{w: size.X, h: size.Y, wide: size.X, orientation: orientation}
	shown := image.Rectangle{Max: size}
	if orientation >= 5 {
		shown.Max, c.wide = image.Pt(size.Y, size.X), size.Y
	}
	if _, grey := img.(*image.Gray); grey {
		to := image.NewGray(shown)
		c.img, c.pix, c.step = to, to.Pix, 1
		return c
	}
	to := image.NewRGBA(shown)
	c.img, c.pix, c.step = to, to.Pix, 4
	return c
}

func (c *canvas) row(y int, row []float64) {
	for x := range c.w {
		right, under := c.w-1-x, c.h-1-y
		at := [...]image.Point{{x, y}, {right, y}, {right, under}, {x, under}, {y, x}, {under, x}, {under, right}, {y, right}}[c.orientation-1]
		for i := range c.step {
			c.pix[(at.Y*c.wide+at.X)*c.step+i] = byte(min(255, row[4*x+i]+0.5))
		}
	}
}

package charts

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"math"

	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"voortgang/internal/fonts"
)

// maxPixels bounds the picture that PNG makes: 100 megapixels is an A2 at
// 300 dpi.
const maxPixels = 100e6

// PNG draws a chart as pixels on white; dpi is pixels per inch, above 0. A
// picture of more than 100 megapixels is refused.
func PNG(c Chart, dpi float64) ([]byte, error) {
	w, h := c.Size()
	scale := dpi / 72
	pw, ph := math.Ceil(w*scale), math.Ceil(h*scale)
	if !(pw >= 1 && ph >= 1 && pw*ph <= maxPixels) {
		return nil, fmt.Errorf("charts: a picture of %.0f by %.0f pixels", pw, ph)
	}
	r, err := newPixels(int(pw), int(ph), scale)
	if err != nil {
		return nil, err
	}
	canvas := NewCanvas(r)
	canvas.fonts, r.family = typefaceOf(c), typefaceOf(c)
	c.Draw(canvas)
	var b bytes.Buffer
	if err := errors.Join(r.err, r.Save(&b)); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// pixels is a renderer on go-chart's raster context. Go-chart's own PNG
// renderer would round each coordinate to a pixel and set text 72/64 too large.
type pixels struct {
	img    *image.RGBA
	gc     *drawing.RasterGraphicContext
	scale  float64 // pixels per unit
	family *fonts.Family
	fonts  map[*fonts.Face]*truetype.Font
	fill   drawing.Color
	ink    drawing.Color
	weight Weight
	size   float64 // pixels per em
	angle  float64
	err    error
}

var _ gochart.Renderer = (*pixels)(nil)

func newPixels(w, h int, pixelsPerPoint float64) (*pixels, error) {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	gc, err := drawing.NewRasterGraphicContext(img)
	if err != nil {
		return nil, err
	}
	// The context takes size × dpi for 64ths of a pixel per em, without the 72
	// that makes it points; at 64 dpi the size is in pixels.
	gc.SetDPI(64)
	return &pixels{img: img, gc: gc, scale: pixelsPerPoint / perPoint, weight: Regular, family: fonts.Default(),
		fonts: map[*fonts.Face]*truetype.Font{}}, nil
}

func (p *pixels) at(v int) float64 { return float64(v) * p.scale }

func (p *pixels) ResetStyle()                     {}
func (p *pixels) GetDPI() float64                 { return 72 * perPoint }
func (p *pixels) SetDPI(float64)                  {}
func (p *pixels) SetClassName(name string)        { p.weight = weightNamed(name) }
func (p *pixels) SetStrokeColor(c drawing.Color)  { p.gc.SetStrokeColor(c) }
func (p *pixels) SetFillColor(c drawing.Color)    { p.fill = c; p.gc.SetFillColor(c) }
func (p *pixels) SetStrokeWidth(w float64)        { p.gc.SetLineWidth(w * p.scale) }
func (p *pixels) SetFont(*truetype.Font)          {}
func (p *pixels) SetFontColor(c drawing.Color)    { p.ink = c }
func (p *pixels) SetFontSize(size float64)        { p.size = size * p.scale }
func (p *pixels) SetTextRotation(radians float64) { p.angle = radians }
func (p *pixels) ClearTextRotation()              { p.angle = 0 }
func (p *pixels) MoveTo(x, y int)                 { p.gc.MoveTo(p.at(x), p.at(y)) }
func (p *pixels) LineTo(x, y int)                 { p.gc.LineTo(p.at(x), p.at(y)) }
func (p *pixels) Close()                          { p.gc.Close() }
func (p *pixels) Stroke()                         { p.gc.Stroke() }
func (p *pixels) Fill()                           { p.gc.Fill() }
func (p *pixels) FillStroke()                     { p.gc.FillStroke() }
func (p *pixels) Save(w io.Writer) error          { return png.Encode(w, p.img) }

func (p *pixels) SetStrokeDashArray(dash []float64) {
	scaled := make([]float64, len(dash))
	for i, d := range dash {
		scaled[i] = d * p.scale
	}
	p.gc.SetLineDash(scaled, 0)
}

func (p *pixels) QuadCurveTo(cx, cy, x, y int) {
	p.gc.QuadCurveTo(p.at(cx), p.at(cy), p.at(x), p.at(y))
}

func (p *pixels) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	p.gc.ArcTo(p.at(cx), p.at(cy), rx*p.scale, ry*p.scale, start, delta)
}

func (p *pixels) Circle(radius float64, x, y int) {
	p.gc.MoveTo(p.at(x)+radius*p.scale, p.at(y))
	p.gc.ArcTo(p.at(x), p.at(y), radius*p.scale, radius*p.scale, 0, 2*math.Pi)
	p.gc.Close()
}

// Text sets a line run by run, each in the face that has its characters.
func (p *pixels) Text(body string, x, y int) {
	p.gc.SetFillColor(p.ink)
	p.gc.SetFontSize(p.size)
	pen := 0.0
	for _, run := range p.family.Runs(fonts.Style{Weight: p.weight}, body) {
		font, err := p.font(run.Face)
		if err != nil {
			p.err = errors.Join(p.err, err)
			continue
		}
		p.gc.SetFont(font)
		p.gc.Save()
		p.gc.Translate(p.at(x), p.at(y))
		p.gc.Rotate(p.angle)
		_, err = p.gc.CreateStringPath(run.Text, pen, 0)
		p.gc.Fill()
		p.gc.Restore()
		p.err = errors.Join(p.err, err)
		pen += run.Width(p.size)
	}
	p.gc.SetFillColor(p.fill)
}

func (p *pixels) font(face *fonts.Face) (*truetype.Font, error) {
	if f := p.fonts[face]; f != nil {
		return f, nil
	}
	f, err := truetype.Parse(face.FreetypeBytes())
	if err != nil {
		return nil, fmt.Errorf("charts: font for a picture: %w", err)
	}
	p.fonts[face] = f
	return f, nil
}

// MeasureText measures with our own tables.
func (p *pixels) MeasureText(body string) gochart.Box {
	size := p.size / p.scale / perPoint
	return gochart.Box{Right: units(p.family.Width(fonts.Style{Weight: p.weight}, body, size)), Bottom: units(size)}
}

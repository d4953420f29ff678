package pdf

import (
	"bytes"
	"errors"
	"image"
	_ "image/jpeg" // sizes of pictures
	_ "image/png"
	"os"

	"github.com/johnfercher/maroto/v2/pkg/consts/align"
	"github.com/johnfercher/maroto/v2/pkg/consts/border"
	"github.com/johnfercher/maroto/v2/pkg/consts/extension"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/consts/linestyle"
	"github.com/johnfercher/maroto/v2/pkg/consts/orientation"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"

	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// provider is maroto's core.Provider on our PDF writer. Lengths are points.
// Maroto says where cells are only to components; for the grounds and borders
// of rows and columns the provider keeps a cursor: CreateCol moves it to the
// right, CreateRow down and back to the left.
type provider struct {
	pencil pencil
	x, y   float64
}

var _ core.Provider = (*provider)(nil)

func newProvider(out *pdfw.Doc, l *layout) *provider {
	return &provider{pencil: pencil{out: out, l: l}}
}

// startPage draws from now on a page: maroto has no call for it.
func (p *provider) startPage(page *pdfw.Page) {
	p.pencil.page = page
	p.x, p.y = marginSide, marginTop
}

// CreateRow moves the cursor under a row.
func (p *provider) CreateRow(height float64) {
	p.x = marginSide
	p.y += height
}

// CreateCol draws the ground and borders of a column and moves past it.
func (p *provider) CreateCol(width, height float64, _ *entity.Config, prop *props.Cell) {
	if prop != nil {
		p.cell(width, height, prop)
	}
	p.x += width
}

func (p *provider) cell(w, h float64, prop *props.Cell) {
	if prop.BackgroundColor != nil {
		p.put(mark{kind: fillMark, x: p.x, y: p.y, w: w, h: h, color: colorOf(prop.BackgroundColor, white)})
	}
	side := func(name border.Type, x, y, w, h float64) {
		if prop.BorderType == border.Full || prop.BorderType == name {
			p.put(mark{kind: ruleMark, x: x, y: y, w: w, h: h, size: max(prop.BorderThickness, 0.2), color: colorOf(prop.BorderColor, black)})
		}
	}
	side(border.Top, p.x, p.y, w, 0)
	side(border.Bottom, p.x, p.y+h, w, 0)
	side(border.Left, p.x, p.y, 0, h)
	side(border.Right, p.x+w, p.y, 0, h)
}

// put draws a mark whose place is on the paper.
func (p *provider) put(m mark) { p.pencil.mark(&m, 0, 0, false, false) }

// AddLine draws a line in a cell, as decoration.
func (p *provider) AddLine(cell *entity.Cell, prop *props.Line) {
	line := *prop
	line.MakeValid()
	x, y := marginSide+cell.X, marginTop+cell.Y
	m := mark{kind: ruleMark, size: line.Thickness, color: colorOf(line.Color, black)}
	if line.Orientation == orientation.Vertical {
		m.x, m.h = x+cell.Width*line.OffsetPercent/100, cell.Height*line.SizePercent/100
		m.y = y + (cell.Height-m.h)/2
	} else {
		m.y, m.w = y+cell.Height*line.OffsetPercent/100, cell.Width*line.SizePercent/100
		m.x = x + (cell.Width-m.w)/2
	}
	if line.Style == linestyle.Dashed {
		p.dashed(m)
		return
	}
	p.put(m)
}

// dashed draws a rule in pieces of 3 points with gaps of 2.
func (p *provider) dashed(m mark) {
	const on, off = 3.0, 2.0
	length := m.w + m.h
	for at := 0.0; at < length; at += on + off {
		piece, n := m, min(on, length-at)
		if m.w > 0 {
			piece.x, piece.w = m.x+at, n
		} else {
			piece.y, piece.h = m.y+at, n
		}
		p.put(piece)
	}
}

// AddText sets a paragraph in a cell, broken into lines.
func (p *provider) AddText(text string, cell *entity.Cell, prop *props.Text) {
	style := p.textStyle(prop)
	words := []prose.Inline{{Text: text}}
	if prop.Hyperlink != nil {
		words[0].Link = *prop.Hyperlink
	}
	links := func(target, words string) *link { return &link{target: target, words: words} }
	var root *node
	set := p.pencil.l.set
	passage := set.passage(words, style, root.child(pdfw.P), links)
	width := cell.Width - prop.Left - prop.Right
	y := marginTop + cell.Y + prop.Top
	for _, l := range set.breakLines(passage, width) {
		x := marginSide + cell.X + prop.Left
		switch prop.Align {
		case align.Right:
			x += width - l.width
		case align.Center:
			x += (width - l.width) / 2
		}
		for _, m := range passage.lineMarks(l, x, y, nil) {
			p.put(m)
		}
		y += style.leading + prop.VerticalPadding
	}
}

// GetFontHeight is the leading of a font.
func (p *provider) GetFontHeight(font *props.Font) float64 {
	return p.textStyle(font.ToTextProp(align.Left, 0, 0)).leading
}

// GetLinesQuantity is the number of lines that AddText would set.
func (p *provider) GetLinesQuantity(text string, prop *props.Text, width float64) int {
	set := p.pencil.l.set
	return len(set.breakLines(set.passage(prose.Text(text), p.textStyle(prop), nil, nil), width-prop.Left-prop.Right))
}

// textStyle is a maroto style in ours; there is one family.
func (p *provider) textStyle(prop *props.Text) textStyle {
	style := p.pencil.l.st.body
	if prop.Size > 0 {
		style.size, style.leading = prop.Size, prop.Size*1.4
	}
	switch prop.Style {
	case fontstyle.Bold:
		style.weight = bold
	case fontstyle.Italic:
		style.italic = true
	case fontstyle.BoldItalic:
		style.weight, style.italic = bold, true
	}
	style.color = colorOf(prop.Color, style.color)
	return style
}

func colorOf(c *props.Color, fallback colour) colour {
	if c == nil {
		return fallback
	}
	at := func(v int) uint8 { return uint8(min(max(v, 0), 255)) }
	return colour{R: at(c.Red), G: at(c.Green), B: at(c.Blue), A: 255}
}

// AddImageFromFile shows a picture, as decoration.
func (p *provider) AddImageFromFile(file string, cell *entity.Cell, prop *props.Rect) {
	data, err := os.ReadFile(file)
	if err != nil {
		p.AddText("De afbeelding "+file+" is niet te lezen.", cell, &props.Text{})
		return
	}
	p.AddImageFromBytes(data, cell, prop, extension.Jpg)
}

// AddImageFromBytes shows a picture in a cell, as decoration.
func (p *provider) AddImageFromBytes(data []byte, cell *entity.Cell, prop *props.Rect, _ extension.Type) {
	size, err := dimensions(data)
	if err != nil {
		p.AddText("De afbeelding is niet te lezen.", cell, &props.Text{})
		return
	}
	rect := *prop
	rect.MakeValid()
	scale := cell.Width / size.Width
	if !rect.JustReferenceWidth {
		scale = min(scale, cell.Height/size.Height)
	}
	scale *= rect.Percent / 100
	w, h := size.Width*scale, size.Height*scale
	x, y := marginSide+cell.X+rect.Left, marginTop+cell.Y+rect.Top
	if rect.Center {
		x, y = x+(cell.Width-w)/2, y+(cell.Height-h)/2
	}
	p.put(mark{kind: pictureMark, x: x, y: y, w: w, h: h, picture: data})
}

// AddBackgroundImageFromBytes fills the paper with a picture.
func (p *provider) AddBackgroundImageFromBytes(data []byte, _ *entity.Cell, _ *props.Rect, _ extension.Type) {
	if _, err := dimensions(data); err == nil {
		p.put(mark{kind: pictureMark, w: pageWidth, h: pageHeight, size: 1, picture: data, art: pdfw.Background})
	}
}

// GetDimensionsByImageByte is the size of a picture in pixels.
func (p *provider) GetDimensionsByImageByte(data []byte, _ extension.Type) (*entity.Dimensions, error) {
	return dimensions(data)
}

// GetDimensionsByImage is the size of a picture file in pixels.
func (p *provider) GetDimensionsByImage(file string) (*entity.Dimensions, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return dimensions(data)
}

func dimensions(data []byte) (*entity.Dimensions, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if config.Width < 1 || config.Height < 1 {
		return nil, errors.New("picture without pixels")
	}
	return &entity.Dimensions{Width: float64(config.Width), Height: float64(config.Height)}, nil
}

var errNoCodes = errors.New("a report has no bar codes")

// AddMatrixCode, AddQrCode and AddBarCode say that a report has no codes.
func (p *provider) AddMatrixCode(code string, cell *entity.Cell, _ *props.Rect) { p.noCode(code, cell) }

// AddQrCode is like AddMatrixCode.
func (p *provider) AddQrCode(code string, cell *entity.Cell, _ *props.Rect) { p.noCode(code, cell) }

// AddBarCode is like AddMatrixCode.
func (p *provider) AddBarCode(code string, cell *entity.Cell, _ *props.Barcode) {
	p.noCode(code, cell)
}

// noCode sets a code as text, for nothing to be lost.
func (p *provider) noCode(code string, cell *entity.Cell) { p.AddText(code, cell, &props.Text{}) }

// GetDimensionsByMatrixCode fails: there are no codes.
func (p *provider) GetDimensionsByMatrixCode(string) (*entity.Dimensions, error) {
	return nil, errNoCodes
}

// GetDimensionsByQrCode fails: there are no codes.
func (p *provider) GetDimensionsByQrCode(string) (*entity.Dimensions, error) {
	return nil, errNoCodes
}

// GenerateBytes gives the file.
func (p *provider) GenerateBytes() ([]byte, error) { return p.pencil.out.Bytes() }

// SetProtection does nothing: an archivable file has no password.
func (p *provider) SetProtection(*entity.Protection) {}

// SetCompression writes a file for people to read when it is turned off.
func (p *provider) SetCompression(compression bool) { p.pencil.out.Plain = !compression }

// SetMetadata does nothing: the document's own go in when it is started.
func (p *provider) SetMetadata(*entity.Metadata) {}

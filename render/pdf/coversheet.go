package pdf

import (
	"math"
	"strconv"

	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// Heights on the cover that is a sheet of paper, from the top of the paper.
const (
	sheetBand  = 7 * mm   // height of the band along the top
	sheetHead  = 44 * mm  // where the white with organisation and logo ends
	sheetTitle = 64 * mm  // where the title begins
	sheetFoot  = 176 * mm // where the columns or the photograph stand, at most
)

// coverSheet sets the front page as coloured letters on light paper. Under
// them stand columns in the colours of the themes, rising like the bars of a
// chart, or a photograph.
func (c *composer) coverSheet(b document.Cover) {
	within := (*node)(nil).child(pdfw.Div)
	ground := c.st.tint
	s := strip{what: "cover", bare: true, height: bodyHeight}
	field := func(x, y, w, h float64, color colour) {
		s.marks = append(s.marks, mark{kind: fillMark, x: x - marginSide, y: y - marginTop, w: w, h: h, color: color, art: pdfw.Background})
	}
	field(0, 0, pageWidth, pageHeight, ground)
	// Logos are drawn for white.
	field(0, 0, pageWidth, sheetHead, white)
	field(0, 0, pageWidth, sheetBand, c.st.strong)
	if photo := c.picture(b.Photo, "de foto van het omslag"); photo != nil {
		s.marks = append(s.marks, mark{kind: pictureMark, x: -marginSide, y: sheetFoot - marginTop, w: pageWidth, h: pageHeight - sheetFoot,
			size: 1, picture: b.Photo, art: pdfw.Background})
		field(0, sheetFoot-2*mm, pageWidth, 2*mm, c.st.accent)
	} else {
		c.coverColumns(field)
	}

	ink := legible(c.st.strong, ground)
	text := func(words string, style textStyle, x, y, width float64) float64 {
		p := c.set.passage(prose.Text(words), style, within.child(pdfw.P), nil)
		p.sparing = true
		for _, l := range c.set.breakLines(p, width) {
			s.marks = p.lineMarks(l, x, y-marginTop, s.marks)
			y += style.leading
		}
		return y
	}
	middle := (sheetBand+sheetHead)/2 - marginTop
	room := float64(fullWidth)
	if logo := c.picture(b.Logo, "het logo"); logo != nil {
		scale := math.Min(60*mm/float64(logo.Width), 22*mm/float64(logo.Height))
		w, h := float64(logo.Width)*scale, float64(logo.Height)*scale
		n := within.child(pdfw.Figure).with(pdfw.Attrs{Alt: "Logo van " + altText(b.Organisation, "de organisatie"), Placement: pdfw.Block})
		n.boxed = true
		s.marks = append(s.marks, mark{kind: pictureMark, x: fullWidth - w, y: middle - h/2, w: w, h: h, picture: b.Logo, node: n})
		room -= w + 24
	}
	organisation := textStyle{size: 13, leading: 18, weight: semibold, color: c.st.ink}
	text(b.Organisation, organisation, 0, middle+marginTop-9, room)

	title := textStyle{size: 40, leading: 47, weight: c.st.display, color: ink}
	for title.size > 18 && c.set.measure(c.set.printable(b.Title), title) > 1.6*fullWidth {
		title.size, title.leading = title.size*0.9, title.leading*0.9
	}
	y := text(b.Title, title, 0, sheetTitle, fullWidth)
	if b.Year > 0 {
		year := textStyle{size: 130, weight: c.st.display, color: legible(c.st.accent, ground)}
		label := strconv.Itoa(b.Year)
		year.size = math.Min(year.size, fullWidth/c.set.measure(label, year)*year.size)
		base := y + 6*mm + 0.714*year.size
		s.marks = append(s.marks, mark{kind: textMark, x: -0.035 * year.size, y: base - marginTop, style: year, text: label + " ",
			w: c.set.measure(label, year), node: within.child(pdfw.P)})
		y = base + 6*mm
	}
	y = text(b.Subtitle, textStyle{size: 13, leading: 18, weight: regular, color: legible(c.st.ink, ground)}, 0, y, fullWidth-60)
	text(b.Date, c.st.body.in(legible(c.st.grey, ground)), 0, y+1*mm, fullWidth)
	c.add(s)
	c.breakPage()
}

// coverColumns draws a column for each theme, up to eight, from the foot of
// the paper. Their heights are a rhythm, not figures.
func (c *composer) coverColumns(field func(x, y, w, h float64, color colour)) {
	rhythm := [...]float64{0.42, 0.63, 0.36, 0.78, 0.55, 1, 0.48, 0.7}
	count := min(max(len(c.st.themes), 3), len(rhythm))
	width := pageWidth / float64(count)
	for i := range count {
		height := rhythm[i] * (pageHeight - sheetFoot)
		// Beginning at 1: theme 0 is the strong colour.
		field(float64(i)*width, pageHeight-height, width+0.2, height, c.st.theme(i+1))
	}
}

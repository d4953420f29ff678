package pdf

import (
	"math"
	"strconv"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// Heights on the cover, from the top of the paper.
const (
	coverField = 232 * mm // where the field of colour ends
	coverYear  = 210 * mm // baseline of the year
	coverPhoto = 90 * mm  // where a photograph ends
)

// cover sets the front page: a field in the strong colour, under a photograph
// when there is one, with the title and the year very large.
func (c *composer) cover(b document.Cover) {
	if b.Organisation == "" && b.Title == "" && b.Year == 0 {
		return
	}
	if c.st.coverForm == document.Sheet {
		c.coverSheet(b)
		return
	}
	within := (*node)(nil).child(pdfw.Div)
	ground := c.st.strong
	ink := charts.On(ground)
	s := strip{what: "cover", bare: true, height: bodyHeight}
	field := func(top, bottom float64, color colour) mark {
		return mark{kind: fillMark, x: -marginSide, y: top - marginTop, w: pageWidth, h: bottom - top, color: color, art: pdfw.Background}
	}
	s.marks = append(s.marks, field(0, coverField, ground))
	top := 0.0
	if photo := c.picture(b.Photo, "de foto van het omslag"); photo != nil {
		top = coverPhoto
		s.marks = append(s.marks, mark{kind: pictureMark, x: -marginSide, y: -marginTop, w: pageWidth, h: coverPhoto,
			size: 1, picture: b.Photo, art: pdfw.Background})
	}
	s.marks = append(s.marks, field(coverField, coverField+2*mm, c.st.accent))
	text := func(words string, style textStyle, x, y, width float64, upward bool) float64 {
		p := c.set.passage(prose.Text(words), style, within.child(pdfw.P), nil)
		lines := c.set.breakLines(p, width)
		if upward {
			y -= style.leading * float64(len(lines))
		}
		for _, l := range lines {
			s.marks = p.lineMarks(l, x, y-marginTop, s.marks)
			y += style.leading
		}
		return y
	}
	organisation := textStyle{size: 13, leading: 18, weight: semibold, color: ink}
	text(b.Organisation, organisation, 0, top+16*mm, fullWidth, false)
	title := textStyle{size: 34, leading: 42, weight: c.st.display, color: ink}
	year := textStyle{size: 186, leading: 140, weight: c.st.display, color: ink}
	label := strconv.Itoa(b.Year)
	year.size = math.Min(280, fullWidth/c.set.measure(label, year)*year.size)
	above := coverYear
	if b.Year > 0 {
		above -= 0.714*year.size + 7*mm
	}
	for title.size > 18 && c.set.measure(c.set.printable(b.Title), title) > 1.6*fullWidth {
		title.size, title.leading = title.size*0.9, title.leading*0.9
	}
	text(b.Title, title, 6, above, fullWidth-6, true)
	if b.Year > 0 {
		s.marks = append(s.marks, mark{kind: textMark, x: -2, y: coverYear - marginTop, style: year, text: label + " ",
			w: c.set.measure(label, year), node: within.child(pdfw.P)})
	}
	text(b.Subtitle, textStyle{size: 12, leading: 17, weight: regular, color: ink}, 6, coverYear+6*mm, fullWidth-60, false)
	c.coverFoot(&s, b, within)
	c.add(s)
	c.breakPage()
}

// coverFoot sets logo and date on the white under the field.
func (c *composer) coverFoot(s *strip, b document.Cover, within *node) {
	const top, height = coverField + 2*mm, pageHeight - coverField - 2*mm
	middle := top + height/2 - marginTop
	if logo := c.picture(b.Logo, "het logo"); logo != nil {
		scale := math.Min(60*mm/float64(logo.Width), 24*mm/float64(logo.Height))
		w, h := float64(logo.Width)*scale, float64(logo.Height)*scale
		n := within.child(pdfw.Figure).with(pdfw.Attrs{Alt: "Logo van " + altText(b.Organisation, "de organisatie"), Placement: pdfw.Block})
		n.boxed = true
		s.marks = append(s.marks, mark{kind: pictureMark, y: middle - h/2, w: w, h: h, picture: b.Logo, node: n})
	}
	if b.Date != "" {
		style := c.st.body.in(c.st.grey)
		date := c.set.printable(b.Date)
		w := c.set.measure(date, style)
		s.marks = append(s.marks, mark{kind: textMark, x: fullWidth - w, y: middle + 0.35*style.size, style: style, text: date + " ",
			w: w, node: within.child(pdfw.P)})
	}
}

// picture reads a picture; nil when there is none or it can't be read.
func (c *composer) picture(data []byte, what string) *pdfw.Image {
	if len(data) == 0 {
		return nil
	}
	img, err := c.out.Image(data)
	if err != nil || img.Width < 1 || img.Height < 1 {
		c.note("Van %s kan het bestand niet gelezen worden.", what)
		return nil
	}
	return img
}

// back sets the colophon on a page of its own.
func (c *composer) back(blocks []document.Block) {
	if len(blocks) == 0 {
		return
	}
	c.sections, c.below = nil, 0
	s := strip{what: "back", newPage: true, bare: true, height: 60 * mm}
	s.marks = []mark{{kind: fillMark, x: -marginSide, y: -marginTop, w: pageWidth, h: 62 * mm, color: c.st.back, art: pdfw.Background},
		{kind: fillMark, x: -marginSide, y: 62*mm - marginTop, w: pageWidth, h: 2 * mm, color: c.st.accent, art: pdfw.Background}}
	c.add(s)
	c.blocks(blocks)
}

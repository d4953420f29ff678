package pdfw

import (
	"math"
	"strconv"
	"unicode/utf8"

	"voortgang/internal/fonts"
)

const softHyphen = '\u00AD'

// TextStyle is how text is drawn.
type TextStyle struct {
	// Size of the em in points.
	Size   float64
	Colour RGB
	// WordSpace is added to every space (U+0020 only, not to no-break
	// spaces), in points: it justifies a line. It may be negative.
	WordSpace float64
	// CharSpace is added to every character, in points.
	CharSpace float64
	// Rise lifts the text above its baseline, in points.
	Rise float64
}

// Text draws text in one face with its baseline at y, starting at x, and
// returns how wide it is. Neighbouring letters are kerned. The face must have
// every character: [fonts.Family.Runs] splits text so. A soft hyphen is drawn
// at the end and left out elsewhere.
func (p *Page) Text(x, y float64, style TextStyle, face *fonts.Face, text string) float64 {
	return p.Runs(x, y, style, []fonts.Run{{Face: face, Text: text}})
}

// Runs draws runs one after the other on one baseline, as one piece of text,
// and returns how wide they are together.
func (p *Page) Runs(x, y float64, style TextStyle, runs []fonts.Run) float64 {
	p.paints("text")
	p.finishPath()
	p.SetFill(style.Colour)
	if p.state.charSpace != style.CharSpace {
		p.state.charSpace = style.CharSpace
		p.content = append(decimals(p.content, style.CharSpace, 3), " Tc\n"...)
	}
	p.content = append(p.content, "BT "...)
	width := 0.0
	for i, run := range runs {
		if run.Face == nil {
			p.fail("text %q has no face", run.Text)
			continue
		}
		f := p.useFont(run.Face)
		if p.state.font != f || p.state.size != style.Size {
			p.state.font, p.state.size = f, style.Size
			p.content = append(p.content, '/')
			p.content = append(p.content, f.name...)
			p.content = append(p.content, ' ')
			p.content = append(number(p.content, style.Size), " Tf "...)
		}
		if i == 0 {
			p.content = p.point(p.content, x, y-style.Rise)
			p.content = append(p.content, "Td "...)
		}
		width += p.showRun(f, style, run.Text)
	}
	p.content = append(p.content, "ET\n"...)
	return width
}

// maxGlyphs is how many glyphs go in one string: PDF/A allows 32,767 bytes.
const maxGlyphs = 8000

// showRun writes one TJ array and returns its width.
func (p *Page) showRun(f *font, style TextStyle, text string) float64 {
	const hex = "0123456789ABCDEF"
	b := append(p.content, '[')
	perUnit := style.Size / float64(f.face.UnitsPerEm)
	// owed is how far the pen is behind where it should be: rounding of one
	// adjustment is made good in the next.
	width, owed := 0.0, 0.0
	previous, open, count := uint16(0), false, 0
	for i, r := range text {
		if r == '\u200B' || r == softHyphen && i+utf8.RuneLen(softHyphen) < len(text) {
			continue
		}
		cid, gid, ok := f.cid(r)
		if !ok {
			p.fail("%s has no glyph for %U", f.face.Name, r)
			continue
		}
		if previous != 0 {
			if kern := f.face.Kern(previous, gid); kern != 0 {
				owed += float64(kern) * perUnit
				width += float64(kern) * perUnit
				b, open, owed = adjust(b, open, owed, style.Size)
			}
		}
		if !open || count == maxGlyphs {
			if open {
				b = append(b, '>')
			}
			b, open, count = append(b, '<'), true, 0
		}
		b = append(b, hex[cid>>12], hex[cid>>8&15], hex[cid>>4&15], hex[cid&15])
		count++
		previous = gid
		width += float64(f.face.Advance(gid))*perUnit + style.CharSpace
		if r == ' ' && style.WordSpace != 0 {
			owed += style.WordSpace
			width += style.WordSpace
			b, open, owed = adjust(b, open, owed, style.Size)
		}
	}
	if open {
		b = append(b, '>')
	}
	p.content = append(b, "] TJ "...)
	return width
}

// adjust writes a TJ adjustment of about owed points, in whole thousandths of
// the size, and returns what is still owed.
func adjust(b []byte, open bool, owed, size float64) ([]byte, bool, float64) {
	if !(math.Abs(size) > 1e-6) || math.IsNaN(owed) || math.Abs(owed/size) > 1000 {
		return b, open, 0
	}
	n := math.Round(-owed * 1000 / size)
	if n == 0 {
		return b, open, owed
	}
	if open {
		b = append(b, '>')
	}
	b = strconv.AppendInt(b, int64(n), 10)
	return b, false, owed + n*size/1000
}

// Width is what [Page.Runs] would return.
func (s TextStyle) Width(runs []fonts.Run) float64 {
	width := 0.0
	for _, run := range runs {
		if run.Face == nil {
			continue
		}
		width += run.Width(s.Size)
		if s.WordSpace == 0 && s.CharSpace == 0 {
			continue
		}
		for i, r := range run.Text {
			if r == '\u200B' || r == softHyphen && i+utf8.RuneLen(softHyphen) < len(run.Text) {
				continue
			}
			if _, ok := run.Face.GID(r); ok {
				width += s.CharSpace
			}
			if r == ' ' {
				width += s.WordSpace
			}
		}
	}
	return width
}

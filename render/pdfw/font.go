package pdfw

import (
	"strconv"

	"voortgang/internal/fonts"
)

// font is a face as the document uses it. Every character gets a code (CID)
// of its own when it is first drawn, which is also its glyph's number in the
// subset. Two characters that share a glyph, such as a space and a no-break
// space, get two codes, so that text copied from the PDF tells them apart.
type font struct {
	face   *fonts.Face
	name   string // in the pages' resources: F1
	whole  bool   // the licence forbids subsets; codes are glyph numbers
	latin  [256]uint16
	others map[rune]uint16
	glyphs []uint16 // by code; glyphs[0] is the box, which no code uses
	runes  []rune   // by code
	object int
}

// useFont returns the document's font for a face and lists it on the page.
func (p *Page) useFont(face *fonts.Face) *font {
	if p.state.font != nil && p.state.font.face == face {
		return p.state.font
	}
	f := p.doc.fontOf[face]
	if f == nil {
		f = &font{face: face, name: "F" + strconv.Itoa(len(p.doc.fonts)+1), whole: !face.MaySubset()}
		f.others = map[rune]uint16{}
		n := 1
		if f.whole {
			n = face.NumGlyphs()
		}
		f.glyphs, f.runes = make([]uint16, n), make([]rune, n)
		p.doc.fonts = append(p.doc.fonts, f)
		p.doc.fontOf[face] = f
	}
	for _, used := range p.fonts {
		if used == f {
			return f
		}
	}
	p.fonts = append(p.fonts, f)
	return f
}

// cid returns the code of a character and its glyph in the face.
func (f *font) cid(r rune) (cid, gid uint16, ok bool) {
	if r >= 0 && r < 256 {
		cid = f.latin[r]
	} else {
		cid = f.others[r]
	}
	if cid != 0 {
		return cid, f.glyphs[cid], true
	}
	gid, ok = f.face.GID(r)
	if !ok {
		return 0, 0, false
	}
	if f.whole {
		cid = gid
		f.glyphs[cid] = gid
		if f.runes[cid] == 0 {
			f.runes[cid] = r
		}
	} else {
		cid = uint16(len(f.glyphs))
		f.glyphs = append(f.glyphs, gid)
		f.runes = append(f.runes, r)
	}
	if r < 256 {
		f.latin[r] = cid
	} else {
		f.others[r] = cid
	}
	return cid, gid, true
}

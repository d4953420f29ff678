package pdfw

import (
	"crypto/sha256"
	"fmt"
	"math"
	"strconv"
	"unicode/utf16"

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

// writeFont writes a composite font whose codes are the glyphs' numbers
// (ISO 32000-1, 9.7).
func (a *assembler) writeFont(f *font) {
	data, tag := f.face.Bytes(), ""
	if !f.whole {
		var err error
		if data, err = f.face.Subset(f.glyphs); err != nil {
			a.doc.fail("font %s: %v", f.face.Name, err)
			return
		}
		tag = subsetTag(data)
	}
	base := name(tag + f.face.Name)
	descendant, descriptor, program, unicode := a.alloc(), a.alloc(), a.alloc(), a.alloc()
	a.putf(f.object, "<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		base, descendant, unicode)
	a.putf(descendant, "<</Type/Font/Subtype/CIDFontType2/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW 0/W[%s]>>", base, descriptor, f.widths())
	a.put(descriptor, f.descriptor(base, program))
	a.putStream(program, fmt.Sprintf("/Length1 %d", len(data)), data, true)
	a.putStream(unicode, "", f.toUnicode(), true)
}

// subsetTag is six letters that follow from the subset's content.
func subsetTag(data []byte) string {
	sum := sha256.Sum256(data)
	tag := make([]byte, 6, 7)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(append(tag, '+'))
}

// widths lists the advances in thousandths of the em: "0[…]" for a subset,
// "code[width]" for each code used of a whole font.
func (f *font) widths() []byte {
	var b []byte
	width := func(gid uint16) {
		b = number(b, float64(f.face.Advance(gid))*1000/float64(f.face.UnitsPerEm))
	}
	if f.whole {
		for cid, r := range f.runes {
			if r != 0 {
				b = append(strconv.AppendInt(b, int64(cid), 10), '[')
				width(uint16(cid))
				b = append(b, ']')
			}
		}
		return b
	}
	b = append(b, "0["...)
	for i, gid := range f.glyphs {
		if i > 0 {
			b = append(b, ' ')
		}
		width(gid)
	}
	return append(b, ']')
}

func (f *font) descriptor(base string, program int) []byte {
	face := f.face
	flags := 4 // its own set of characters
	if face.FixedPitch {
		flags |= 1
	}
	if face.Serif {
		flags |= 2
	}
	if face.ItalicAngle != 0 {
		flags |= 64
	}
	scaled := func(v int) string {
		return strconv.Itoa(int(math.Round(float64(v) * 1000 / float64(face.UnitsPerEm))))
	}
	box := face.BBox
	return fmt.Appendf(nil, "<</Type/FontDescriptor/FontName%s/Flags %d/FontBBox[%s %s %s %s]/ItalicAngle %s/Ascent %s/Descent %s/CapHeight %s/XHeight %s/StemV %d/FontWeight %d/FontFile2 %d 0 R>>",
		base, flags, scaled(box[0]), scaled(box[1]), scaled(box[2]), scaled(box[3]),
		number(nil, face.ItalicAngle), scaled(face.Ascent), scaled(face.Descent),
		scaled(face.CapHeight), scaled(face.XHeight), face.StemV, min(max((face.Weight+50)/100*100, 100), 900), program)
}

// toUnicode maps every code to its character, so that text can be copied,
// searched and read aloud.
func (f *font) toUnicode() []byte {
	b := []byte(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	var used []int
	for cid, r := range f.runes {
		if r != 0 {
			used = append(used, cid)
		}
	}
	for len(used) > 0 {
		block := used[:min(100, len(used))] // no more in one block
		used = used[len(block):]
		b = fmt.Appendf(b, "%d beginbfchar\n", len(block))
		for _, cid := range block {
			b = fmt.Appendf(b, "<%04X> <", cid)
			for _, unit := range utf16.Encode([]rune{f.runes[cid]}) {
				b = fmt.Appendf(b, "%04X", unit)
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

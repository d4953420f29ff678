package fonts

import (
	"encoding/binary"
	"errors"
)

// Subset writes a TrueType file with only the given glyphs: glyph i of the
// result is glyphs[i] of the face. The first must be 0, the box; a glyph may
// occur more than once. The parts of composite glyphs are added behind them.
// The result holds what a PDF reader needs (no names, no characters: the PDF
// carries those), and the same glyphs give the same bytes. A face whose
// licence forbids subsets ([Face.MaySubset]) gives an error: embed it whole.
func (f *Face) Subset(glyphs []uint16) ([]byte, error) {
	s, err := f.subset(glyphs)
	if err != nil {
		return nil, err
	}
	return assemble(s.tables()), nil
}

func (f *Face) subset(glyphs []uint16) (*subset, error) {
	if f.noSubset {
		return nil, errors.New("font's licence forbids subsets (fsType)")
	}
	if len(glyphs) == 0 || glyphs[0] != 0 {
		return nil, errors.New("a subset starts with glyph 0")
	}
	s := &subset{face: f, glyphs: append([]uint16(nil), glyphs...), number: map[uint16]uint16{}}
	for i, g := range glyphs {
		if int(g) >= f.glyphs {
			return nil, errors.New("glyph outside the font")
		}
		if _, seen := s.number[g]; !seen {
			s.number[g] = uint16(i)
		}
	}
	return s, nil
}

// subset is a subset being made.
type subset struct {
	face   *Face
	glyphs []uint16          // by new number, the number in the face
	number map[uint16]uint16 // and back
}

func (s *subset) tables() map[string]table {
	var glyf, loca, hmtx []byte
	// The list grows while composites bring in their parts.
	for i := 0; i < len(s.glyphs); i++ {
		g := s.glyphs[i]
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, s.renumber(s.face.outline(g))...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(s.face.Advance(g)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(s.face.leftBearing(g)))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	if len(glyf) == 0 {
		glyf = make([]byte, 4) // an empty table is refused by some readers
	}

	head := padded(s.face.tables["head"], 54)
	binary.BigEndian.PutUint16(head[50:], 1) // long offsets in loca
	hhea := padded(s.face.tables["hhea"], 36)
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(s.glyphs)))
	maxp := padded(s.face.tables["maxp"], 32)
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(s.glyphs)))
	tables := map[string]table{"head": head, "hhea": hhea, "maxp": maxp, "hmtx": hmtx, "loca": loca, "glyf": glyf}
	for _, tag := range []string{"cvt ", "fpgm", "prep"} {
		if body := s.face.tables[tag]; len(body) > 0 {
			tables[tag] = body
		}
	}
	return tables
}

// padded copies t, at least n bytes long.
func padded(t table, n int) table {
	out := make(table, max(len(t), n))
	copy(out, t)
	return out
}

// outline is the glyf entry of a glyph; empty for a space.
func (f *Face) outline(g uint16) table {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	if f.tables["head"].i16(50) == 0 {
		return glyf.slice(2*loca.u16(2*int(g)), 2*loca.u16(2*int(g)+2))
	}
	return glyf.slice(loca.u32(4*int(g)), loca.u32(4*int(g)+4))
}

func (f *Face) leftBearing(g uint16) int {
	hmtx := f.tables["hmtx"]
	n := len(f.advances)
	if int(g) < n {
		return hmtx.i16(4*int(g) + 2)
	}
	return hmtx.i16(4*n + 2*(int(g)-n))
}

// Flags of a part of a composite glyph (OpenType specification, glyf).
const (
	wordArguments = 0x0001
	oneScale      = 0x0008
	moreParts     = 0x0020
	twoScales     = 0x0040
	twoByTwo      = 0x0080
)

// renumber returns the outline with the parts of a composite glyph under
// their new numbers, adding them to the subset.
func (s *subset) renumber(outline table) table {
	var out table
	for p := range outline.parts() {
		if out == nil {
			out = append(out, outline...)
		}
		glyph := p.glyph
		if int(glyph) >= s.face.glyphs {
			glyph = 0
		}
		number, ok := s.number[glyph]
		if !ok {
			number = uint16(len(s.glyphs))
			s.number[glyph] = number
			s.glyphs = append(s.glyphs, glyph)
		}
		binary.BigEndian.PutUint16(out[p.at:], number)
	}
	if out == nil {
		return outline
	}
	return out
}

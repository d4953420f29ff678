package fonts

import (
	"errors"
	"fmt"
)

// deepest is how far composite glyphs may be made of composite glyphs. Accents
// on letters are one deep; readers stop somewhere below ten.
const deepest = 8

// checkGlyphs refuses a font with glyphs that point outside their table, whose
// outlines break off, or that are made of themselves: readers differ in what
// they make of those, up to nothing at all.
func (f *Face) checkGlyphs() error {
	loca, entry := f.tables["loca"], 2
	if f.tables["head"].i16(50) != 0 {
		entry = 4
	}
	if len(loca) < entry*(f.glyphs+1) {
		return errors.New("font doesn't say where all its glyphs are")
	}
	offset := func(g int) int {
		if entry == 2 {
			return 2 * loca.u16(2*g)
		}
		return loca.u32(4 * g)
	}
	for g := range f.glyphs {
		if begin, end := offset(g), offset(g+1); begin > end || end > len(f.tables["glyf"]) {
			return fmt.Errorf("glyph %d lies outside its table", g)
		}
		if outline := f.outline(uint16(g)); len(outline) > 0 && outline.i16(0) >= 0 && !whole(outline) {
			return fmt.Errorf("glyph %d breaks off", g)
		}
	}
	depths := make([]uint8, f.glyphs)
	for g := range f.glyphs {
		if f.depth(uint16(g), depths, 0) > deepest {
			return fmt.Errorf("glyph %d is made of itself, or too deep", g)
		}
	}
	return nil
}

// depth is how deep a glyph is made of others; more than deepest stands for
// any that is deeper. depths remembers, one more than the depth.
func (f *Face) depth(g uint16, depths []uint8, above int) int {
	switch {
	case int(g) >= f.glyphs:
		return 0 // a part that isn't there is drawn as the box
	case depths[g] > 0:
		return int(depths[g]) - 1
	case above > deepest:
		return deepest + 1
	}
	most := 0
	for part := range f.outline(g).parts() {
		most = max(most, 1+f.depth(part.glyph, depths, above+1))
		if most > deepest {
			return most // the whole font is refused
		}
	}
	depths[g] = uint8(most + 1)
	return most
}

// part is a reference to a glyph in a composite one: at is its place in the
// outline.
type part struct {
	at    int
	glyph uint16
}

// parts gives the parts of a composite glyph, none for another.
func (t table) parts() func(yield func(part) bool) {
	return func(yield func(part) bool) {
		if len(t) < 10 || t.i16(0) >= 0 {
			return
		}
		for at := 10; at+4 <= len(t); {
			flags := t.u16(at)
			if !yield(part{at + 2, uint16(t.u16(at + 2))}) {
				return
			}
			at += 6
			if flags&wordArguments != 0 {
				at += 2
			}
			switch {
			case flags&oneScale != 0:
				at += 2
			case flags&twoScales != 0:
				at += 4
			case flags&twoByTwo != 0:
				at += 8
			}
			if flags&moreParts == 0 {
				return
			}
		}
	}
}

// Flags of a point of a simple glyph (OpenType specification, glyf).
const (
	shortX  = 0x02
	shortY  = 0x04
	repeats = 0x08
	sameX   = 0x10
	sameY   = 0x20
)

// whole tells whether the contours of a simple glyph are in order and all its
// points are there.
func whole(outline table) bool {
	contours := outline.i16(0)
	points, at := 0, 10
	for range contours {
		end := outline.u16(at) + 1
		if end < points || at+2 > len(outline) {
			return false
		}
		points, at = end, at+2
	}
	if contours == 0 {
		return true
	}
	at += 2 + outline.u16(at) // instructions
	coordinates := 0
	for n := 0; n < points; {
		if at >= len(outline) {
			return false
		}
		flag, times := outline.u8(at), 1
		at++
		if flag&repeats != 0 {
			times += outline.u8(at)
			at++
		}
		coordinates += times * (width(flag, shortX, sameX) + width(flag, shortY, sameY))
		n += times
	}
	return at+coordinates <= len(outline)
}

// width is how many bytes a coordinate takes.
func width(flag, short, same int) int {
	switch {
	case flag&short != 0:
		return 1
	case flag&same != 0:
		return 0
	}
	return 2
}

package fonts

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// Face is one font file of TrueType outlines. It is read once and safe for
// use by several goroutines. Lengths are in font units, UnitsPerEm to the em,
// y upward, unless said otherwise.
type Face struct {
	// Name is the PostScript name, such as OpenSans-Semibold.
	Name string
	// UnitsPerEm is the size of the em square: 16 to 16384.
	UnitsPerEm int
	// Ascent and Descent bound a line; Descent is negative. CapHeight and
	// XHeight are those of H and x. LineGap is what the font asks besides.
	Ascent, Descent, LineGap, CapHeight, XHeight int
	// ItalicAngle is in degrees, negative when it leans to the right.
	ItalicAngle float64
	// BBox bounds all glyphs: left, bottom, right, top.
	BBox [4]int
	// StemV is the thickness of an upright stem in thousandths of the em,
	// estimated from the weight because the font doesn't say.
	StemV int
	// Weight is the class of the OS/2 table: 300 light, 400 regular,
	// 600 semibold, 700 bold.
	Weight int
	// FixedPitch and Serif are what a PDF font descriptor wants to know.
	FixedPitch, Serif bool

	data       []byte
	tables     map[string]table
	glyphs     int
	advances   []uint16 // of the first glyphs; the last holds for the rest
	noSubset   bool
	characters charmap
	kerning    kerner
}

// What ParseFace refuses besides damaged files.
var (
	// ErrLicence: the fsType bits of the OS/2 table forbid embedding
	// (OpenType specification, OS/2).
	ErrLicence = errors.New("font's licence forbids embedding it in a document (fsType)")
	// ErrPostScript: the outlines are PostScript's (.otf).
	ErrPostScript = errors.New("font has PostScript (CFF) outlines")
	// ErrCollection: the file holds several fonts (.ttc).
	ErrCollection = errors.New("font file is a collection")
)

// ParseFace reads a TrueType font. It refuses a font that may not be embedded
// in a document (the fsType bits of its OS/2 table), one with PostScript
// outlines, one that lacks a table that drawing or embedding needs, and one
// with glyphs that are broken.
// It keeps data; don't change it afterwards.
func ParseFace(data []byte) (*Face, error) {
	f, err := parse(data)
	if err != nil {
		return nil, err
	}
	if err := f.checkGlyphs(); err != nil {
		return nil, err
	}
	return f, nil
}

// parse reads a font without a look at its glyphs.
func parse(data []byte) (*Face, error) {
	tables, err := directory(data)
	if err != nil {
		return nil, err
	}
	for _, tag := range []string{"head", "hhea", "hmtx", "maxp", "cmap", "glyf", "loca"} {
		if len(tables[tag]) == 0 {
			return nil, fmt.Errorf("font lacks the table %q", tag)
		}
	}
	head, hhea, os2, post := tables["head"], tables["hhea"], tables["OS/2"], tables["post"]
	f := &Face{
		Name:       postScriptName(tables["name"]),
		UnitsPerEm: head.u16(18),
		BBox:       [4]int{head.i16(36), head.i16(38), head.i16(40), head.i16(42)},
		Ascent:     hhea.i16(4),
		Descent:    hhea.i16(6),
		LineGap:    hhea.i16(8),
		FixedPitch: post.u32(12) != 0,
		// A 16.16 fixed number.
		ItalicAngle: float64(int32(post.u32(4))) / 65536,
		Weight:      400,
		data:        data,
		tables:      tables,
		glyphs:      tables["maxp"].u16(4),
	}
	if f.UnitsPerEm < 16 || f.UnitsPerEm > 16384 {
		return nil, fmt.Errorf("font has %d units per em", f.UnitsPerEm)
	}
	widths := hhea.u16(34)
	if f.glyphs == 0 || widths == 0 || len(tables["hmtx"]) < 4*widths {
		return nil, errors.New("font has no glyphs, or no widths for them")
	}
	f.advances = make([]uint16, widths)
	for i := range f.advances {
		f.advances[i] = uint16(tables["hmtx"].u16(4 * i))
	}
	if err := f.readOS2(os2); err != nil {
		return nil, err
	}
	if f.characters, err = readCmap(tables["cmap"], f.glyphs); err != nil {
		return nil, err
	}
	f.kerning = readKerning(tables, f.glyphs)
	return f, nil
}

// readOS2 takes over weight, heights and the embedding rights.
func (f *Face) readOS2(os2 table) error {
	// fsType: the low four bits are the right (the least strict one set
	// counts), 0x0100 forbids subsets, 0x0200 allows bitmaps only.
	rights := os2.u16(8)
	if rights&0xF == 2 {
		return fmt.Errorf("%w: restricted", ErrLicence)
	}
	if rights&0x0200 != 0 {
		return fmt.Errorf("%w: bitmaps only", ErrLicence)
	}
	f.noSubset = rights&0x0100 != 0
	if weight := os2.u16(4); weight >= 1 && weight <= 1000 {
		f.Weight = weight
	}
	f.StemV = 10 + 220*max(f.Weight-50, 0)/900
	// sFamilyClass 1 to 5 and 7 are serif designs.
	class := os2.u8(30)
	f.Serif = class >= 1 && class <= 7 && class != 6
	if os2.u16(0) >= 2 {
		f.XHeight, f.CapHeight = os2.i16(86), os2.i16(88)
	}
	if f.CapHeight == 0 {
		f.CapHeight = f.Ascent * 7 / 10
	}
	if f.XHeight == 0 {
		f.XHeight = f.Ascent / 2
	}
	return nil
}

// Bytes returns the font file. Don't change it.
func (f *Face) Bytes() []byte { return f.data }

// NumGlyphs is the number of glyphs; the first, 0, is the empty box.
func (f *Face) NumGlyphs() int { return f.glyphs }

// MaySubset tells whether the font's licence allows embedding a part of it.
func (f *Face) MaySubset() bool { return !f.noSubset }

// GID returns the glyph for r; ok is false when the face has none. A soft
// hyphen and a no-break hyphen are drawn with the hyphen.
func (f *Face) GID(r rune) (gid uint16, ok bool) {
	gid = f.characters.gid(r)
	if gid == 0 || r == softHyphen {
		switch r {
		case softHyphen, noBreakHyphen, '\u2010':
			gid = f.characters.gid('-')
		case '\u00A0':
			gid = f.characters.gid(' ')
		}
	}
	return gid, gid != 0
}

// Advance is how far the pen moves for a glyph, in font units.
func (f *Face) Advance(gid uint16) int {
	return int(f.advances[min(int(gid), len(f.advances)-1)])
}

// Kern is how much the distance between two neighbouring glyphs changes, in
// font units; negative brings them closer.
func (f *Face) Kern(left, right uint16) int { return f.kerning.kern(left, right) }

// Width is the width of text at a size in points, kerning included. A
// character without a glyph counts for nothing, a soft hyphen only at the
// end, where it is shown; [Family.Runs] gives text without the former.
func (f *Face) Width(text string, size float64) float64 {
	total, previous := 0, uint16(0)
	for i, r := range text {
		if r == '\u200B' || r == softHyphen && i+utf8.RuneLen(softHyphen) < len(text) {
			continue
		}
		gid, ok := f.GID(r)
		if !ok {
			continue
		}
		if previous != 0 {
			total += f.kerning.kern(previous, gid)
		}
		total += f.Advance(gid)
		previous = gid
	}
	return float64(total) * size / float64(f.UnitsPerEm)
}

// FreetypeBytes is the font without its kern, GPOS and GSUB tables, for
// freetype's truetype.Parse, which refuses a kern table of more than 64 kB
// and never looks at the others.
func (f *Face) FreetypeBytes() []byte {
	tables := map[string]table{}
	for tag, body := range f.tables {
		switch tag {
		case "kern", "GPOS", "GSUB", "GDEF", "DSIG":
		default:
			tables[tag] = body
		}
	}
	return assemble(tables)
}

// postScriptName finds name 6 in the name table; "Font" when there is none.
func postScriptName(name table) string {
	strings := name.from(name.u16(4))
	for i := range name.u16(2) {
		record := name.slice(6+12*i, 18+12*i)
		if record == nil || record.u16(6) != 6 {
			continue
		}
		text := strings.slice(record.u16(10), record.u16(10)+record.u16(8))
		var out []byte
		for _, b := range text {
			// A PostScript name is ASCII, so UTF-16 only adds zeros.
			if b > ' ' && b < 0x7F && !isDelimiter(b) {
				out = append(out, b)
			}
		}
		if len(out) > 0 {
			return string(out)
		}
	}
	return "Font"
}

func isDelimiter(b byte) bool {
	switch b {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%', '#', '+':
		return true
	}
	return false
}

package fonts

import (
	"bytes"
	"slices"
	"testing"
)

func TestSubset(t *testing.T) {
	face := Default().Face(Style{})
	gid := func(r rune) uint16 { g, _ := face.GID(r); return g }
	// é is a composite of e and an accent; the space comes twice, as for a
	// space and a no-break space.
	glyphs := []uint16{0, gid('é'), gid(' '), gid('A'), gid(' ')}
	data, err := face.Subset(glyphs)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := face.Subset(glyphs); !bytes.Equal(data, again) {
		t.Error("the same glyphs gave other bytes")
	}
	if len(data) > len(face.Bytes())/20 {
		t.Errorf("five glyphs take %d bytes", len(data))
	}
	if sum := checksum(data); sum != 0xB1B0AFBA {
		t.Errorf("the file's checksum is %08x", sum)
	}
	tables, err := directory(data)
	if err != nil {
		t.Fatal(err)
	}
	part := &Face{tables: tables, glyphs: tables["maxp"].u16(4), advances: make([]uint16, tables["hhea"].u16(34))}
	for i := range part.advances {
		part.advances[i] = uint16(tables["hmtx"].u16(4 * i))
	}
	if part.glyphs != 7 {
		t.Errorf("the subset has %d glyphs, want 5 and 2 parts of é", part.glyphs)
	}
	for i, g := range glyphs {
		if part.Advance(uint16(i)) != face.Advance(g) || part.leftBearing(uint16(i)) != face.leftBearing(g) {
			t.Errorf("glyph %d: width or bearing differs", i)
		}
	}
	// What the composite refers to has the shape of what it referred to.
	was, is := parts(face.outline(gid('é'))), parts(part.outline(1))
	if len(is) != 2 || len(was) != 2 {
		t.Fatalf("é has parts %v, had %v", is, was)
	}
	for i := range is {
		if !bytes.Equal(trimmed(part.outline(is[i])), trimmed(face.outline(was[i]))) {
			t.Errorf("part %d of é has another outline", i)
		}
	}
	if !bytes.Equal(trimmed(part.outline(3)), trimmed(face.outline(gid('A')))) {
		t.Error("A has another outline")
	}
}

// trimmed drops the padding to four bytes.
func trimmed(t table) []byte { return bytes.TrimRight(t, "\x00") }

func parts(outline table) []uint16 {
	s := subset{face: &Face{glyphs: 1 << 16}, number: map[uint16]uint16{}}
	s.renumber(outline)
	return slices.Clone(s.glyphs)
}

func TestSubsetRefuses(t *testing.T) {
	face := Default().Face(Style{})
	for _, glyphs := range [][]uint16{nil, {5}, {0, 65535}} {
		if _, err := face.Subset(glyphs); err == nil {
			t.Errorf("glyphs %v make a subset", glyphs)
		}
	}
}

// A font for the web stands on its own: it knows its characters.
func TestWeb(t *testing.T) {
	face := Default().Face(Style{})
	data, err := face.Web([]rune("zée → A\U0001F32D"))
	if err != nil {
		t.Fatal(err)
	}
	web, err := ParseFace(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "zé A" {
		here, ok := web.GID(r)
		there, _ := face.GID(r)
		if !ok || web.Advance(here) != face.Advance(there) || len(web.outline(here)) == 0 && r != ' ' {
			t.Errorf("%q is another glyph", r)
		}
	}
	if _, ok := web.GID('B'); ok || len(data) > 10_000 {
		t.Errorf("%d bytes hold more than was asked for", len(data))
	}
	if sum := checksum(data); sum != 0xB1B0AFBA {
		t.Errorf("the file's checksum is %08x", sum)
	}
}

func TestOwn(t *testing.T) {
	if own := Default().Own(); len(own) != 0 {
		t.Errorf("the program's own fonts are %v", own)
	}
	face := Default().fallback[0]()
	family := Default().With(map[Style]*Face{{Weight: Semibold}: face, {Weight: Bold}: face, {Bold, true}: face})
	want := []Own{{face, Semibold, Bold, false}, {face, Bold, Bold, true}}
	if own := family.Own(); !slices.Equal(own, want) {
		t.Errorf("%v, want %v", own, want)
	}
}

package fonts

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"github.com/golang/freetype/truetype"
)

func allFaces() []*Face {
	f := Default()
	var out []*Face
	for _, styled := range f.faces {
		out = append(out, styled.face())
	}
	return append(out, f.fallback[0]())
}

func TestEmbeddedFaces(t *testing.T) {
	want := []struct {
		name   string
		weight int
		italic bool
	}{
		{"OpenSans-Light", 300, false}, {"OpenSans", 400, false}, {"OpenSans-Semibold", 600, false},
		{"OpenSans-Bold", 700, false}, {"OpenSans-Italic", 400, true}, {"OpenSans-BoldItalic", 700, true},
		{"DejaVuSans", 400, false},
	}
	for i, face := range allFaces() {
		if face.Name != want[i].name || face.Weight != want[i].weight || (face.ItalicAngle != 0) != want[i].italic {
			t.Errorf("face %d is %s, weight %d, angle %g; want %+v", i, face.Name, face.Weight, face.ItalicAngle, want[i])
		}
		if face.Ascent <= face.CapHeight || face.CapHeight <= face.XHeight || face.XHeight <= 0 || face.Descent >= 0 {
			t.Errorf("%s: heights %d %d %d %d are out of order", face.Name, face.Ascent, face.CapHeight, face.XHeight, face.Descent)
		}
		if !face.MaySubset() || face.UnitsPerEm != 2048 || face.StemV < 50 {
			t.Errorf("%s: %+v", face.Name, face.BBox)
		}
		for r := rune(' '); r < 0x17F; r++ {
			if _, ok := face.GID(r); !ok && (r < 0x7F || r > 0x9F) {
				t.Errorf("%s lacks %U", face.Name, r)
			}
		}
	}
}

// The figures were read off the fonts with another program.
func TestKern(t *testing.T) {
	faces := allFaces()
	regular, dejavu := faces[1], faces[6]
	for _, test := range []struct {
		face        *Face
		left, right rune
		want        int
	}{
		{regular, 'A', 'V', -82}, // kern table
		{regular, 'n', 'n', 0},
		{dejavu, 'A', 'V', -131}, // GPOS, by class
		{dejavu, 'n', 'n', 0},
	} {
		left, _ := test.face.GID(test.left)
		right, _ := test.face.GID(test.right)
		if got := test.face.Kern(left, right); got != test.want {
			t.Errorf("%s: %c%c is kerned by %d, want %d", test.face.Name, test.left, test.right, got, test.want)
		}
	}
}

func TestWidth(t *testing.T) {
	face := Default().Face(Style{})
	a, _ := face.GID('A')
	v, _ := face.GID('V')
	want := float64(face.Advance(a)+face.Kern(a, v)+face.Advance(v)) * 10 / 2048
	for _, text := range []string{"AV", "A\u00ADV", "A\u200BV"} {
		if got := face.Width(text, 10); math.Abs(got-want) > 1e-9 {
			t.Errorf("%q is %g wide, want %g", text, got, want)
		}
	}
	if got, want := face.Width("af\u00AD", 10), face.Width("af-", 10); got != want {
		t.Errorf("a soft hyphen at the end is %g wide, want %g", got, want)
	}
	// Figures of a table stand under one another.
	one, eight := face.Width("1", 10), face.Width("8", 10)
	if one != eight {
		t.Errorf("figures differ in width: %g, %g", one, eight)
	}
}

func TestFreetypeBytes(t *testing.T) {
	for _, face := range allFaces() {
		font, err := truetype.Parse(face.FreetypeBytes())
		if err != nil {
			t.Errorf("%s: %v", face.Name, err)
			continue
		}
		want, _ := face.GID('é')
		if got := font.Index('é'); uint16(got) != want {
			t.Errorf("%s: é is glyph %d, want %d", face.Name, got, want)
		}
	}
}

func TestParseFaceRefuses(t *testing.T) {
	changed := func(change func(tables map[string]table)) []byte {
		tables := map[string]table{}
		for tag, body := range Default().Face(Style{}).tables {
			tables[tag] = append(table(nil), body...)
		}
		change(tables)
		return assemble(tables)
	}
	rights := func(bits uint16) func(map[string]table) {
		return func(tables map[string]table) { binary.BigEndian.PutUint16(tables["OS/2"][8:], bits) }
	}
	for _, test := range []struct {
		name string
		data []byte
		want string // part of the error; empty: no error
	}{
		{"installable", changed(rights(0)), ""},
		{"preview and print", changed(rights(4)), ""},
		{"restricted", changed(rights(2)), "restricted"},
		{"restricted or editable", changed(rights(2 | 8)), ""},
		{"bitmaps", changed(rights(8 | 0x200)), "bitmaps"},
		{"no outlines", changed(func(t map[string]table) { delete(t, "glyf") }), `"glyf"`},
		{"no characters", changed(func(t map[string]table) { t["cmap"] = table{0, 0, 0, 0} }), "character map"},
		{"CFF", []byte("OTTO\x00\x01"), "CFF"},
		{"collection", []byte("ttcf\x00\x01"), "collection"},
		{"nothing", nil, "not a TrueType font"},
		{"cut off", regularData[:1000], "outside the file"},
	} {
		_, err := ParseFace(test.data)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
	face, err := ParseFace(changed(rights(8 | 0x100)))
	if err != nil || face.MaySubset() {
		t.Errorf("a font that mayn't be subset: %v, %v", face, err)
	} else if _, err := face.Subset([]uint16{0}); err == nil {
		t.Error("a subset was made of a font that forbids it")
	}
}

// smallFont is a whole font of a few glyphs, to be damaged.
func smallFont() []byte {
	face := Default().Face(Style{})
	glyphs := []uint16{0}
	for r := 'a'; r <= 'e'; r++ {
		gid, _ := face.GID(r)
		glyphs = append(glyphs, gid)
	}
	data, err := face.Subset(glyphs)
	if err != nil {
		panic(err)
	}
	tables, err := directory(data)
	if err != nil {
		panic(err)
	}
	// Format 12: a to e are glyphs 1 to 5.
	tables["cmap"] = table("\x00\x00\x00\x01\x00\x03\x00\x0A\x00\x00\x00\x0C" +
		"\x00\x0C\x00\x00\x00\x00\x00\x1C\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00a\x00\x00\x00e\x00\x00\x00\x01")
	// Format 0, one pair: a and b.
	tables["kern"] = table("\x00\x00\x00\x01\x00\x00\x00\x14\x00\x01\x00\x01\x00\x06\x00\x00\x00\x00\x00\x01\x00\x02\xFF\xF6")
	delete(tables, "fpgm")
	delete(tables, "prep")
	delete(tables, "cvt ")
	return assemble(tables)
}

func TestSmallFont(t *testing.T) {
	face, err := ParseFace(smallFont())
	if err != nil {
		t.Fatal(err)
	}
	if got := face.Kern(1, 2); got != -10 {
		t.Errorf("ab is kerned by %d, want -10", got)
	}
	if want := Default().Face(Style{}).Width("cab", 10) - 100.0/2048; math.Abs(face.Width("cab", 10)-want) > 0.1 {
		t.Errorf("cab is %g wide, want about %g", face.Width("cab", 10), want)
	}
}

// FuzzParseFace: a damaged font gives an error or wrong shapes, no panic.
func FuzzParseFace(f *testing.F) {
	f.Add(smallFont())
	f.Fuzz(func(t *testing.T, data []byte) {
		face, err := ParseFace(data)
		if err != nil {
			return
		}
		face.Width("abcde é", 10)
		if face.MaySubset() {
			if _, err := face.Subset([]uint16{0, uint16(face.NumGlyphs() - 1)}); err != nil {
				t.Error(err)
			}
		}
		face.FreetypeBytes()
	})
}

func BenchmarkWidth(b *testing.B) {
	family := Default()
	const text = "Samen bouwen we aan een buurt waar iedereen meetelt, ook in Houthalen-Helchteren."
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		family.Width(Style{}, text, 9.5)
	}
}

// Glyphs that point outside, break off or are made of themselves.
func TestBrokenGlyphs(t *testing.T) {
	broken := func(change func(tables map[string]table, glyph table)) error {
		tables, err := directory(smallFont())
		if err != nil {
			t.Fatal(err)
		}
		for tag, body := range tables {
			tables[tag] = append(table(nil), body...)
		}
		glyf, loca := tables["glyf"], tables["loca"]
		change(tables, glyf[loca.u32(4):loca.u32(8)]) // the a
		_, err = ParseFace(assemble(tables))
		return err
	}
	if err := broken(func(map[string]table, table) {}); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		change func(tables map[string]table, glyph table)
		want   string
	}{
		"outside":    {func(tables map[string]table, _ table) { tables["loca"][4] = 0x7f }, "outside its table"},
		"short loca": {func(tables map[string]table, _ table) { tables["loca"] = tables["loca"][:8] }, "doesn't say where"},
		"no end":     {func(_ map[string]table, glyph table) { glyph[10] = 0x7f }, "breaks off"},
		"itself":     {func(_ map[string]table, glyph table) { copy(glyph, "\xff\xff"); copy(glyph[10:], "\x00\x00\x00\x01") }, "made of itself"},
	} {
		if err := broken(c.change); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

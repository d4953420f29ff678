package fonts

import (
	"strings"
	"unicode/utf8"
)

// Weight is the thickness of a style, as CSS counts it.
type Weight int

// The weights of the report's typography.
const (
	Light    Weight = 300
	Regular  Weight = 400
	Semibold Weight = 600
	Bold     Weight = 700
)

// Style picks a face of a family. The zero Weight means Regular.
type Style struct {
	Weight Weight
	Italic bool
}

// Family is a typeface in several styles with fallback faces behind it. It is
// safe for use by several goroutines.
type Family struct {
	faces    []styledFace
	fallback []func() *Face
}

type styledFace struct {
	style Style
	face  func() *Face
}

// NewFamily makes a family of a house style's own faces; each says its weight
// and slant itself. Characters that they lack come from the fallback family.
func NewFamily(fallback *Family, faces ...*Face) *Family {
	f := &Family{}
	for _, face := range faces {
		style := Style{Weight(face.Weight), face.ItalicAngle != 0}
		f.faces = append(f.faces, styledFace{style, func() *Face { return face }})
	}
	if fallback != nil {
		if len(fallback.faces) > 0 {
			f.fallback = append(f.fallback, fallback.nearest(Style{}).face)
		}
		f.fallback = append(f.fallback, fallback.fallback...)
	}
	return f
}

// With is the family with other faces for some of its styles. Characters that
// those lack come from the family's own regular face and its fallback.
func (f *Family) With(own map[Style]*Face) *Family {
	if len(own) == 0 {
		return f
	}
	out := &Family{}
	for _, styled := range f.faces {
		if face, ok := own[styled.style]; ok {
			styled.face = func() *Face { return face }
		}
		out.faces = append(out.faces, styled)
	}
	if len(f.faces) > 0 {
		out.fallback = append(out.fallback, f.nearest(Style{}).face)
	}
	out.fallback = append(out.fallback, f.fallback...)
	return out
}

// Face returns the face for a style, or the nearest one: the slant counts
// more than the weight. It is nil in an empty family.
func (f *Family) Face(style Style) *Face {
	if len(f.faces) == 0 {
		return nil
	}
	return f.nearest(style).face()
}

func (f *Family) nearest(style Style) styledFace {
	if style.Weight == 0 {
		style.Weight = Regular
	}
	best, distance := f.faces[0], 1<<30
	for _, candidate := range f.faces {
		d := 2 * int(candidate.style.Weight-style.Weight)
		if d < 0 {
			d = -d
		}
		// Between two equally far, the nearer to bold for bold text.
		if (style.Weight > Regular) != (candidate.style.Weight > style.Weight) {
			d++
		}
		if candidate.style.Italic != style.Italic {
			d += 1 << 16
		}
		if d < distance {
			best, distance = candidate, d
		}
	}
	return best
}

// Run is a piece of text in one face, which has a glyph for each of its
// characters.
type Run struct {
	Face *Face
	Text string
}

// Width is the width of the run at a size in points.
func (r Run) Width(size float64) float64 { return r.Face.Width(r.Text, size) }

// Runs makes text printable ([Family.Printable]) and splits it by the face
// that has its characters. Characters without a shape of their own are left
// out: zero-width spaces, and soft hyphens except at the end of the text,
// where the soft hyphen is the hyphen of a word broken over lines. Nothing in
// the result lacks a glyph.
func (f *Family) Runs(style Style, text string) []Run {
	if text == "" || len(f.faces) == 0 {
		return nil
	}
	main := f.Face(style)
	if plain(text) && main.covers(text) {
		return []Run{{main, text}}
	}
	text = shown(f.Printable(text))
	var runs []Run
	start, at := 0, 0
	var current *Face
	take := func(face *Face, n int) {
		if face != current && at > start {
			runs = append(runs, Run{current, text[start:at]})
			start = at
		}
		current = face
		at += n
	}
	for at < len(text) {
		n := clusterLen(text[at:])
		if face := f.cover(main, text[at:at+n]); face != nil {
			take(face, n)
			continue
		}
		// A base and a mark that no single face has.
		for _, r := range text[at : at+n] {
			take(f.cover(main, string(r)), utf8.RuneLen(r))
		}
	}
	if at > start {
		runs = append(runs, Run{current, text[start:]})
	}
	return runs
}

// shown leaves out what a line doesn't show: zero-width spaces, and soft
// hyphens that aren't at its end.
func shown(text string) string {
	text = strings.ReplaceAll(text, "\u200B", "")
	last := strings.HasSuffix(text, "\u00AD")
	text = strings.ReplaceAll(text, "\u00AD", "")
	if last {
		text += "\u00AD"
	}
	return text
}

// Width is the width of text in a style at a size in points, as [Family.Runs]
// prints it.
func (f *Family) Width(style Style, text string, size float64) float64 {
	if len(f.faces) == 0 {
		return 0
	}
	if main := f.Face(style); plain(text) && main.covers(text) {
		return main.Width(text, size)
	}
	total := 0.0
	for _, run := range f.Runs(style, text) {
		total += run.Width(size)
	}
	return total
}

// cover finds the first face that has every character of text: the wanted
// one, a fallback, one of another style; or nil.
func (f *Family) cover(main *Face, text string) *Face {
	if main.covers(text) {
		return main
	}
	for _, load := range f.fallback {
		if face := load(); face.covers(text) {
			return face
		}
	}
	for _, styled := range f.faces {
		if face := styled.face(); face.covers(text) {
			return face
		}
	}
	return nil
}

func (f *Face) covers(text string) bool {
	for _, r := range text {
		if _, ok := f.GID(r); !ok {
			return false
		}
	}
	return true
}

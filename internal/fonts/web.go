package fonts

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// Own is a face that isn't the program's, for the weights from Lightest to
// Heaviest.
type Own struct {
	Face               *Face
	Lightest, Heaviest Weight
	Italic             bool
}

// Own lists the faces of a family that aren't those of [Default].
func (f *Family) Own() []Own {
	var out []Own
	if f == nil {
		return nil
	}
	usual := map[*Face]bool{}
	for _, styled := range Default().faces {
		usual[styled.face()] = true
	}
	for _, styled := range f.faces {
		face := styled.face()
		if usual[face] {
			continue
		}
		i := slices.IndexFunc(out, func(o Own) bool { return o.Face == face && o.Italic == styled.style.Italic })
		if i < 0 {
			out = append(out, Own{face, styled.style.Weight, styled.style.Weight, styled.style.Italic})
			continue
		}
		out[i].Lightest, out[i].Heaviest = min(out[i].Lightest, styled.style.Weight), max(out[i].Heaviest, styled.style.Weight)
	}
	slices.SortFunc(out, func(a, b Own) int {
		if a.Italic != b.Italic {
			return map[bool]int{false: -1, true: 1}[a.Italic]
		}
		return cmp.Compare(a.Lightest, b.Lightest)
	})
	return out
}

// Web writes a font for a web page with the given characters, as far as the
// face has them, or the whole face when its licence forbids subsets.
func (f *Face) Web(characters []rune) ([]byte, error) {
	if f.noSubset {
		return f.data, nil
	}
	characters = slices.Clone(characters)
	slices.Sort(characters)
	glyphs := []uint16{0}
	var groups []byte
	n := 0
	for _, r := range slices.Compact(characters) {
		gid, ok := f.GID(r)
		if !ok {
			continue
		}
		groups = binary.BigEndian.AppendUint32(groups, uint32(r))
		groups = binary.BigEndian.AppendUint32(groups, uint32(r))
		groups = binary.BigEndian.AppendUint32(groups, uint32(len(glyphs)))
		glyphs = append(glyphs, gid)
		n++
	}
	s, err := f.subset(glyphs)
	if err != nil {
		return nil, err
	}
	tables := s.tables()
	// What a browser wants besides: characters in format 12, no glyph names, and
	// a table of names without any.
	cmap := table{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	cmap = binary.BigEndian.AppendUint32(cmap, uint32(16+len(groups)))
	cmap = binary.BigEndian.AppendUint32(cmap, 0)
	cmap = binary.BigEndian.AppendUint32(cmap, uint32(n))
	tables["cmap"] = append(cmap, groups...)
	post := padded(f.tables["post"].slice(0, min(32, len(f.tables["post"]))), 32)
	binary.BigEndian.PutUint32(post, 0x00030000)
	tables["post"] = post
	tables["name"] = table{0, 0, 0, 0, 0, 6}
	tables["OS/2"] = f.tables["OS/2"]
	return assemble(tables), nil
}

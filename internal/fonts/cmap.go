package fonts

import (
	"errors"
	"sort"
)

// lowRunes is how many code points have a direct entry: Latin to the
// punctuation and the arrows.
const lowRunes = 0x2200

// charmap maps code points to glyphs.
type charmap struct {
	low    []uint16
	groups []group
}

// group is a range of code points above lowRunes whose glyphs follow one
// another.
type group struct {
	first, last rune
	gid         uint16
}

func (c charmap) gid(r rune) uint16 {
	if r < 0 {
		return 0
	}
	if int(r) < len(c.low) {
		return c.low[r]
	}
	i := sort.Search(len(c.groups), func(i int) bool { return c.groups[i].last >= r })
	if i < len(c.groups) && c.groups[i].first <= r {
		return c.groups[i].gid + uint16(r-c.groups[i].first)
	}
	return 0
}

func (c *charmap) add(r rune, gid, glyphs int) {
	if gid <= 0 || gid >= glyphs {
		return
	}
	if int(r) < len(c.low) {
		c.low[r] = uint16(gid)
		return
	}
	if n := len(c.groups); n > 0 {
		last := &c.groups[n-1]
		if last.last+1 == r && int(last.gid)+int(r-last.first) == gid {
			last.last = r
			return
		}
	}
	c.groups = append(c.groups, group{r, r, uint16(gid)})
}

// readCmap reads the best Unicode table: format 12, else format 4.
func readCmap(t table, glyphs int) (charmap, error) {
	c := charmap{low: make([]uint16, lowRunes)}
	var four, twelve table
	for i := range t.u16(2) {
		platform, encoding := t.u16(4+8*i), t.u16(6+8*i)
		unicode := platform == 0 && encoding != 5 || platform == 3 && (encoding == 1 || encoding == 10)
		sub := t.from(t.u32(8 + 8*i))
		switch {
		case unicode && sub.u16(0) == 12:
			twelve = sub
		case unicode && sub.u16(0) == 4:
			four = sub
		}
	}
	switch {
	case twelve != nil:
		c.readFormat12(twelve, glyphs)
	case four != nil:
		c.readFormat4(four, glyphs)
	default:
		return c, errors.New("font has no Unicode character map")
	}
	sort.SliceStable(c.groups, func(i, j int) bool { return c.groups[i].first < c.groups[j].first })
	return c, nil
}

func (c *charmap) readFormat12(t table, glyphs int) {
	count := min(t.u32(12), len(t)/12)
	for i := range count {
		first, last, gid := t.u32(16+12*i), t.u32(20+12*i), t.u32(24+12*i)
		last = min(last, 0x10FFFF)
		for r := first; r <= last && gid+r-first < glyphs; r++ {
			c.add(rune(r), gid+r-first, glyphs)
		}
	}
}

func (c *charmap) readFormat4(t table, glyphs int) {
	segments := t.u16(6) / 2
	ends, starts := 14, 16+2*segments
	deltas, offsets := starts+2*segments, starts+4*segments
	for i := range segments {
		first, last := t.u16(starts+2*i), t.u16(ends+2*i)
		delta, offset := t.u16(deltas+2*i), t.u16(offsets+2*i)
		for r := first; r <= last && r < 0xFFFF; r++ {
			gid := r
			if offset != 0 {
				if gid = t.u16(offsets + 2*i + offset + 2*(r-first)); gid == 0 {
					continue
				}
			}
			c.add(rune(r), (gid+delta)&0xFFFF, glyphs)
		}
	}
}

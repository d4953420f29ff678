package pdf

import "math"

// page is a page with its strips in place.
type page struct {
	strips []placed
	// bare pages have no running head and foot.
	bare bool
	// chapter and section are the running head; "" for none.
	chapter, section string
	// asked tells that the document wanted a new page here.
	asked bool
	// used is where the last strip ends.
	used float64
	// tight is what the spaces on it are multiplied with to make room; 0
	// counts as 1.
	tight float64
}

// placed is a strip on a page, y being its top in the type area.
type placed struct {
	*strip
	y float64
	// repeated marks the head of a table that goes on: decoration.
	repeated bool
}

// position is where an anchor came to stand: a page from 0, and y on the
// paper.
type position struct {
	page int
	y    float64
}

// paginator stacks strips on pages.
type paginator struct {
	pages []*page
	// chapter and part of it are the running head of the next page.
	chapter, part string
	// squeeze is what the spaces between strips are multiplied with; below 1
	// the grid is left as well. Base is what it is at the start of a section.
	squeeze, base float64
}

// Shares of a page: a section that wishes for a page gets one when more than
// wishUsed of the last is used; a section whose last page has less than
// stubUsed is squeezed.
const (
	wishUsed = 0.74
	stubUsed = 0.16
	// tailUsed is the share of its last page below which a chapter is set
	// again with a little less space.
	tailUsed = 0.3
)

// leastGap is the height at the foot of a page that may stay empty without
// the page being tightened.
const leastGap = 2.5 * grid

// paginate puts strips on pages of a type area of bodyHeight. Strips that
// are kept together move to the next page together; when they are too much for
// one page they are parted all the same. Where the last page before a new one
// would hold a few lines only, the spaces before it shrink until they fit, if
// that is enough.
func paginate(strips []strip) []*page {
	pg := paginator{squeeze: 1, base: 1}
	for i := 0; i < len(strips); {
		end := i + 1
		for end < len(strips) && !strips[end].newPage && !strips[end].bare {
			end++
		}
		pg.chapterOf(strips[i:end])
		i = end
	}
	// A page break at the end leaves an empty page.
	if n := len(pg.pages); n > 1 && len(pg.pages[n-1].strips) == 0 {
		pg.pages = pg.pages[:n-1]
	}
	if len(pg.pages) == 0 {
		pg.start(false)
	}
	return pg.pages
}

// chapterOf places strips that begin on a page of their own. When a few lines
// are left for the last page, it tries with less space throughout.
func (pg *paginator) chapterOf(strips []strip) {
	before := *pg
	before.pages = append([]*page(nil), pg.pages...)
	var first page
	if p := pg.page(); p != nil {
		first = *p
	}
	pg.sections(strips)
	if len(pg.pages)-len(before.pages) < 2 || pg.page().used > tailUsed*bodyHeight || len(pg.page().strips) == 0 {
		return
	}
	for _, base := range []float64{0.9, 0.8, 0.7} {
		again := before.again(first)
		again.base = base
		again.sections(strips)
		if len(again.pages) < len(pg.pages) {
			again.base, again.squeeze = 1, 1
			*pg = again
			return
		}
	}
}

// again is a paginator to try once more from a state, of which last is the
// last page as it was.
func (pg paginator) again(last page) paginator {
	pg.pages = append([]*page(nil), pg.pages...)
	if n := len(pg.pages); n > 0 {
		last.strips = append([]placed(nil), last.strips...)
		pg.pages[n-1] = &last
	}
	return pg
}

// sections places strips section by section.
func (pg *paginator) sections(strips []strip) {
	for i := 0; i < len(strips); {
		end := i + 1
		for end < len(strips) && !strips[end].wishPage {
			end++
		}
		pg.squeeze = pg.base
		pg.section(strips[i:end])
		i = end
	}
	pg.squeeze = 1
}

// section places strips up to the next that starts a page.
func (pg *paginator) section(strips []strip) {
	before := *pg
	before.pages = append([]*page(nil), pg.pages...)
	var last page
	if p := pg.page(); p != nil {
		last = *p
	}
	pg.groups(strips)
	added := len(pg.pages) - len(before.pages)
	for _, squeeze := range []float64{0.8, 0.65, 0.5} {
		if added < 1 || len(pg.pages) < 2 || pg.page().used > stubUsed*bodyHeight || pg.page().bare || len(pg.page().strips) == 0 {
			return
		}
		again := before.again(last)
		again.squeeze = squeeze * pg.base
		again.groups(strips)
		if len(again.pages) < len(pg.pages) {
			*pg = again
			return
		}
	}
}

// groups places strips, those that are kept together at once.
func (pg *paginator) groups(strips []strip) {
	for i := 0; i < len(strips); {
		end := i + 1
		for end < len(strips) && strips[end-1].keep {
			end++
		}
		pg.group(strips[i:end])
		i = end
	}
}

func (pg *paginator) page() *page {
	if len(pg.pages) == 0 {
		return nil
	}
	return pg.pages[len(pg.pages)-1]
}

func (pg *paginator) start(bare bool) {
	p := &page{bare: bare, chapter: pg.chapter, section: pg.part}
	if bare {
		p.chapter, p.section = "", ""
	}
	pg.pages = append(pg.pages, p)
}

// group places strips that belong together.
func (pg *paginator) group(group []strip) {
	first := &group[0]
	if first.what == "break" {
		if p := pg.page(); p != nil && (len(p.strips) > 0) {
			pg.start(false)
			pg.page().asked = true
		}
		return
	}
	p := pg.page()
	switch {
	case p == nil, first.bare, first.newPage && len(p.strips) > 0:
		if p == nil || len(p.strips) > 0 {
			pg.start(first.bare)
		}
		if first.bare {
			pg.page().bare = true
		}
		pg.page().asked = true
	case first.wishPage && p.used > wishUsed*bodyHeight:
		pg.start(false)
		pg.page().asked = true
	case len(p.strips) > 0 && !pg.fits(group) && !pg.tighten(group):
		pg.start(false)
	}
	for i := range group {
		if i > 0 && !pg.fits(group[i:i+1]) {
			pg.start(false)
		}
		pg.put(&group[i])
	}
}

// fits tells whether strips fit under what the page holds already.
func (pg *paginator) fits(group []strip) bool {
	p := pg.page()
	y, empty := p.used, len(p.strips) == 0
	if empty {
		for _, head := range group[0].head {
			y += head.height
		}
	}
	for i := range group {
		y = pg.top(&group[i], y, empty) + group[i].height
		empty = false
	}
	return y <= bodyHeight+0.01
}

// tighten shrinks the spaces on the page a little, if that makes room for a
// group that would leave a good part of it empty.
func (pg *paginator) tighten(group []strip) bool {
	p := pg.page()
	if p.bare || bodyHeight-p.used < leastGap {
		return false
	}
	for _, tight := range []float64{0.9, 0.8, 0.7} {
		again := *p
		again.tight, again.used = tight, 0
		again.strips = make([]placed, len(p.strips))
		trial := paginator{pages: []*page{&again}, chapter: pg.chapter, squeeze: pg.squeeze}
		for i, s := range p.strips {
			if s.repeated {
				s.y = again.used
			} else {
				s.y = trial.top(s.strip, again.used, i == 0)
			}
			again.used = s.y + s.height
			again.strips[i] = s
		}
		if trial.fits(group) {
			*p = again
			return true
		}
	}
	return false
}

// top is where a strip comes to stand when the page is used down to y.
func (pg *paginator) top(s *strip, y float64, first bool) float64 {
	if first {
		return y
	}
	squeeze := pg.squeeze
	if tight := pg.page().tight; tight > 0 {
		squeeze = min(squeeze, tight)
	}
	if s.wishPage {
		y += s.above // the space about the rule above it
	} else {
		y += s.above * squeeze
	}
	if s.onGrid && squeeze == 1 {
		const half = grid / 2
		y = math.Ceil(y/half-0.01) * half
	}
	return y
}

func (pg *paginator) put(s *strip) {
	p := pg.page()
	first := len(p.strips) == 0
	if first && !s.bare {
		for i := range s.head {
			p.strips = append(p.strips, placed{&s.head[i], p.used, true})
			p.used += s.head[i].height
		}
	}
	if s.chapter != nil {
		pg.chapter, pg.part = *s.chapter, ""
		if first {
			p.chapter, p.section = "", ""
		}
	}
	if s.section != nil {
		pg.part = *s.section
		if first {
			p.section = "" // its heading stands there
		}
	}
	y := pg.top(s, p.used, first)
	p.strips = append(p.strips, placed{s, y, false})
	p.used = y + s.height
}

// positions gives where each anchor stands; the first of a name counts.
func positions(pages []*page) map[string]position {
	found := map[string]position{}
	for i, p := range pages {
		for _, s := range p.strips {
			if s.repeated {
				continue
			}
			for _, a := range s.anchors {
				if _, ok := found[a.id]; !ok {
					found[a.id] = position{i, math.Max(0, marginTop+s.y+a.y)}
				}
			}
		}
	}
	return found
}

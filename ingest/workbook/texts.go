package workbook

import (
	"slices"
	"strings"

	"voortgang/ingest/grid"
)

// arenaSize is how much text is kept in one allocation. A table of shared
// texts holds thousands of short ones.
const arenaSize = 32 << 10

// arena joins short strings into large allocations.
type arena struct {
	buf  []byte
	ends []int
	out  []string
}

func (a *arena) add(text []byte) {
	if len(a.buf)+len(text) > arenaSize && len(a.ends) > 0 {
		a.flush()
	}
	a.buf = append(a.buf, text...)
	a.ends = append(a.ends, len(a.buf))
}

func (a *arena) flush() {
	all, from := string(a.buf), 0
	for _, end := range a.ends {
		a.out = append(a.out, all[from:end])
		from = end
	}
	a.buf, a.ends = a.buf[:0], a.ends[:0]
}

// readTexts reads the table of shared texts. ok is false when the table
// breaks off; the texts before the break are given. formed are the texts of
// which runs have a form of their own, by number: those in which something is
// struck through, or all of them.
func readTexts(part []byte, all bool) (texts []string, formed map[int]runs, ok bool) {
	s := scan(part)
	var a arena
	var text []byte
	formed = map[int]runs{}
	for in := s.Inside(); s.Child(in); {
		if string(s.Name) != "si" {
			continue
		}
		var r runs
		if text, r = s.richText(text[:0]); s.Broken {
			break
		}
		if blank(text) {
			text = text[:0]
		}
		if r.struck || all && r.formed {
			formed[len(a.out)+len(a.ends)] = r
		}
		a.add(text)
	}
	a.flush()
	return a.out, formed, !s.Broken
}

// runs tells what is struck through in a text of which runs may have a form of
// their own.
type runs struct {
	formed, struck bool
	// rest is what isn't struck through; firm is what of it isn't so even in a
	// cell that is, because it stands in runs with a form.
	rest, firm []byte
}

// marks tells what of the text is struck through in a cell; nil when nothing is.
func (r *runs) marks(struckCell bool) *grid.Marks {
	rest := r.rest
	if struckCell {
		rest = r.firm
	} else if !r.struck {
		return nil
	}
	return &grid.Marks{Struck: true, Rest: strings.TrimSpace(string(decodeEscapes(slices.Clone(rest))))}
}

// richText joins the runs of the text element that was just opened. Phonetic
// guides (rPh) are no part of the text.
func (s *scanner) richText(dst []byte) ([]byte, runs) {
	start := len(dst)
	var r runs
	for in := s.Inside(); s.Child(in); {
		switch string(s.Name) {
		case "t":
			dst = s.characters(dst)
		case "r":
			dst = s.run(dst, &r)
		}
	}
	return dst[:start+len(decodeEscapes(dst[start:]))], r
}

// run appends one run of a text.
func (s *scanner) run(dst []byte, r *runs) []byte {
	start := len(dst)
	formed, struck := false, false
	for in := s.Inside(); s.Child(in); {
		switch string(s.Name) {
		case "rPr":
			formed = true
			struck = s.struck()
		case "t":
			dst = s.characters(dst)
		}
	}
	text := dst[start:]
	if struck && !blank(text) {
		r.struck, r.formed = true, true
		return dst
	}
	r.rest = append(r.rest, text...)
	if formed && !struck {
		r.formed = true
		r.firm = append(r.firm, text...)
	}
	return dst
}

// struck tells whether the font that was just opened strikes through.
func (s *scanner) struck() bool {
	struck := false
	for in := s.Inside(); s.Child(in); {
		if string(s.Name) == "strike" {
			_, given := s.Attr("val")
			struck = !given || s.Flag("val")
		}
	}
	return struck
}

// characters appends the text of the element that was just opened.
func (s *scanner) characters(dst []byte) []byte {
	if s.Empty {
		return dst
	}
	return s.Text(dst)
}

// blank tells whether a text has no visible character.
func blank(text []byte) bool {
	if len(text) > 0 && text[0] > ' ' && text[0] < 0x7f {
		return false
	}
	return grid.IsBlank(string(text))
}

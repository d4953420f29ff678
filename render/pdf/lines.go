package pdf

import (
	"math"
	"strings"

	"voortgang/internal/fonts"
)

type fontWeight = fonts.Weight

const (
	light    = fonts.Light
	regular  = fonts.Regular
	semibold = fonts.Semibold
	bold     = fonts.Bold
)

// fragment is a stretch of a line in one form.
type fragment struct {
	text     string
	run      int
	x, width float64
}

// line is a line of text; width is what is seen of it.
type line struct {
	fragments []fragment
	width     float64
}

// Penalties of lines, on a scale where a line that is short by a tenth of the
// measure costs 1.
const (
	hyphenCost      = 0.8 // a hyphen at the end
	doubleCost      = 3.0 // a second hyphen in a row
	lastHyphenCost  = 2.0 // the last line begins with the rest of a word
	shortLastCost   = 3.0 // the last line is a stub
	unitCost        = 6.0 // a number at the end, its unit on the next line
	tolerableSlack  = 0.10
	widthsTolerance = 0.01
)

// breakLines breaks a passage into ragged lines of at most width. It looks at
// the paragraph as a whole (after Knuth and Plass, Breaking Paragraphs into
// Lines, 1981), and hyphenates when words alone leave a line too short. It
// always succeeds: what doesn't fit is broken anywhere. A width of too little
// for a letter is taken as enough for one.
func (s *setter) breakLines(p *passage, width float64) []line {
	if len(p.atoms) == 0 {
		return nil
	}
	width = math.Max(width, 12+p.hang)
	atoms := p.atoms
	if p.sparing {
		atoms = s.splitWide(p, width-p.hang)
	}
	ends, worst, ok := breaks(s, atoms, p, width)
	ragged := tolerableSlack
	if p.ragged > 0 {
		ragged = p.ragged
	}
	if !ok || worst > ragged && !p.sparing {
		atoms = s.chopped(p, s.fineAtoms(p), width-p.hang)
		if ends, _, ok = breaks(s, atoms, p, width); !ok {
			// Atoms that are glued together (bold amid a word) are too wide.
			loose := append([]atom(nil), atoms...)
			for i := range loose {
				if loose[i].end == glued {
					loose[i].end = parted
				}
			}
			atoms = loose
			ends, _, _ = breaks(s, atoms, p, width)
		}
	}
	lines := make([]line, 0, len(ends))
	start := 0
	for i, end := range ends {
		lines = append(lines, s.buildLine(p, atoms[start:end], i == len(ends)-1, end < len(atoms) && atoms[end].spaced))
		start = end
	}
	return lines
}

// evenLines breaks a passage of two lines or more again so that they are about
// equally long, as a heading should be. No line is added, and no word broken.
func (s *setter) evenLines(p *passage, width float64, lines []line) []line {
	const mostEven = 4 // more lines make a text, not a heading
	if len(lines) < 2 || len(lines) > mostEven {
		return lines
	}
	least := math.Max(0.55*width, s.widestPiece(p, false))
	for narrow := 0.97 * width; narrow > least; narrow -= 0.03 * width {
		again := s.breakLines(p, narrow)
		if len(again) > len(lines) {
			break
		}
		lines = again
	}
	return lines
}

// splitWide splits the words that are wider than a line at their syllables.
func (s *setter) splitWide(p *passage, width float64) []atom {
	out := make([]atom, 0, len(p.atoms))
	for _, a := range p.atoms {
		if a.width > width {
			out = s.appendSyllables(out, a, p.runs[a.run])
		} else {
			out = append(out, a)
		}
	}
	return out
}

// breaks chooses where lines end: it gives the index after the last atom of
// each line and the largest slack of a line, and is false when some stretch
// doesn't fit.
func breaks(s *setter, atoms []atom, p *passage, width float64) (ends []int, worst float64, ok bool) {
	n := len(atoms)
	// position[k] is where atom k ends when all stand on one endless line.
	position := make([]float64, n+1)
	for k, a := range atoms {
		position[k+1] = position[k] + a.space + a.width
	}
	cost := make([]float64, n+1)
	from := make([]int32, n+1)
	feasible := make([]int32, 1, n/2+2) // break places in order; 0 is the start
	hyphenAt := func(k int) bool { return k > 0 && k < n && atoms[k-1].end == hyphened && !atoms[k].spaced }
	for k := 1; k <= n; k++ {
		last := atoms[k-1]
		if k < n && last.end == glued && !atoms[k].spaced {
			continue
		}
		closing := k == n || last.end == forced
		hyphen := hyphenAt(k)
		extra := 0.0
		if hyphen {
			extra = s.wordWidth("-", p.runs[last.run].style)
		}
		parting := 0.0
		if k < n && partsNumber(last.text, atoms[k].text) {
			parting = unitCost
		}
		best, bestFrom := math.Inf(1), int32(-1)
		for f := len(feasible) - 1; f >= 0; f-- {
			i := int(feasible[f])
			w := position[k] - position[i] - atoms[i].space + extra
			if w > width+widthsTolerance {
				break
			}
			measure := width
			if i > 0 {
				measure -= p.hang
			}
			if w > measure+widthsTolerance {
				continue
			}
			c := cost[i] + lineCost(w/measure, closing, hyphen, hyphenAt(i), i > 0) + parting
			if c < best {
				best, bestFrom = c, int32(i)
			}
			if i > 0 && atoms[i-1].end == forced {
				break
			}
		}
		if bestFrom < 0 {
			if closing {
				return nil, 0, false
			}
			continue
		}
		cost[k], from[k] = best, bestFrom
		feasible = append(feasible, int32(k))
	}
	for k := n; k > 0; k = int(from[k]) {
		ends = append(ends, k)
		if i := int(from[k]); k < n && atoms[k-1].end != forced {
			worst = math.Max(worst, 1-(position[k]-position[i]-atoms[i].space)/width)
		}
	}
	for i, j := 0, len(ends)-1; i < j; i, j = i+1, j-1 {
		ends[i], ends[j] = ends[j], ends[i]
	}
	return ends, worst, true
}

// partsNumber tells whether a line break between two words parts a number from
// its unit, or a sign from its number. People seldom type a no-break space.
func partsNumber(before, after string) bool {
	if before == "€" {
		return true
	}
	if before == "" || before[len(before)-1] < '0' || before[len(before)-1] > '9' {
		return false
	}
	switch strings.TrimRight(after, ".,;:)") {
	case "%", "‰", "€", "VTE", "uur", "euro", "keer", "jaar", "m²", "m", "km", "kWh":
		return true
	}
	return false
}

// lineCost is what a line that fills a share of the measure costs.
func lineCost(filled float64, closing, hyphen, afterHyphen, second bool) float64 {
	if closing {
		c := 0.0
		if second && filled < 0.08 {
			c += shortLastCost
		}
		if afterHyphen {
			c += lastHyphenCost
		}
		return c
	}
	slack := 10 * (1 - filled)
	c := slack * slack
	if hyphen {
		c += hyphenCost
		if afterHyphen {
			c += doubleCost
		}
	}
	return c
}

// buildLine joins the atoms of a line into fragments. A line that ends at a
// space ends in one, so that the text of the file has its words apart; one
// that ends within a word ends in a soft hyphen, so that readers join it.
func (s *setter) buildLine(p *passage, atoms []atom, last, spaceFollows bool) line {
	var l line
	var text strings.Builder
	current := atoms[0].run
	x := 0.0
	flush := func() {
		if text.Len() == 0 {
			return
		}
		f := fragment{text: text.String(), run: current, x: x}
		f.width = s.measure(f.text, p.runs[current].style)
		x += f.width
		l.fragments = append(l.fragments, f)
		text.Reset()
	}
	for i, a := range atoms {
		space := a.spaced && i > 0
		if a.run != current {
			// The space belongs to what isn't a link.
			if space && p.runs[current].link == nil {
				text.WriteByte(' ')
				space = false
			}
			flush()
			current = a.run
		}
		if space {
			text.WriteByte(' ')
		}
		text.WriteString(a.text)
	}
	end := atoms[len(atoms)-1]
	if !last && end.end == hyphened && !spaceFollows {
		text.WriteString("\u00AD")
	}
	flush()
	l.width = x
	if f := &l.fragments[len(l.fragments)-1]; !last && (spaceFollows || end.end == forced) {
		f.text += " "
	}
	return l
}

// naturalWidth is the width of the passage when no line is broken; wordWidth
// that of its widest piece that has no place to break, hyphenated when fine.
func (p *passage) naturalWidth() float64 {
	widest, sum := 0.0, 0.0
	for i, a := range p.atoms {
		if i > 0 && p.atoms[i-1].end == forced {
			sum = 0
		}
		sum += a.space + a.width
		widest = math.Max(widest, sum)
	}
	return widest
}

func (s *setter) widestPiece(p *passage, fine bool) float64 {
	atoms := p.atoms
	if fine {
		atoms = s.fineAtoms(p)
	}
	widest, sum := 0.0, 0.0
	for i, a := range atoms {
		if a.spaced || i > 0 && atoms[i-1].end != glued {
			sum = 0
		}
		sum += a.width
		w := sum
		if a.end == hyphened {
			w += s.wordWidth("-", p.runs[a.run].style)
		}
		widest = math.Max(widest, w)
	}
	return widest
}

// lineMarks turns a line into marks: its left end at x, its top at y.
func (p *passage) lineMarks(l line, x, y float64, marks []mark) []mark {
	var after []string
	for _, f := range l.fragments {
		r := p.runs[f.run]
		m := mark{kind: textMark, x: x + f.x, w: f.width, y: y, style: r.style, text: f.text, node: r.node, link: r.link, ref: r.page, after: after}
		if r.page != "" {
			after = append(after[:len(after):len(after)], r.page)
		}
		m.y = y + r.style.baseline()
		marks = append(marks, m)
		if r.link != nil && !r.link.plain {
			marks = append(marks, mark{kind: ruleMark, x: m.x, y: m.y + 0.16*r.style.size, w: m.w, size: 0.4, color: r.style.color, style: r.style, after: after})
		}
	}
	return marks
}

package pdf

import "math"

// columnGap is the space between columns of a table, narrowGap where it has
// many.
const columnGap, narrowGap = 10.0, 6.0

// narrowTable is the width of a table of few words: a name and a figure.
const narrowTable = 0.62 * textWidth

// gap is the space between columns of a table with n of them.
func gap(n int) float64 {
	if n < 8 {
		return columnGap
	}
	return narrowGap
}

// measured is what a column of a table needs in points: natural is the width
// at which nothing wraps, word that of its widest word, least that of its
// widest syllable.
type measured struct {
	natural, word, least float64
	// weight is the wish of the document; 0 for none.
	weight float64
	// figures never wrap.
	figures bool
}

// whole is the width at which no word is broken.
func (m measured) whole() float64 {
	if m.figures {
		return m.natural
	}
	return m.word
}

// comfortable is the width below which a column shouldn't go: figures whole,
// words whole unless they are very long.
func (m measured) comfortable() float64 {
	if m.figures {
		return m.natural
	}
	return math.Min(m.word, math.Max(m.least, 92))
}

// gaps is the space between n columns.
func gaps(n int) float64 { return gap(n) * float64(max(n-1, 0)) }

// width chooses between the text column and the full width. A table takes the
// full width when its words don't fit the text column, or when that saves a
// good part of its lines.
func (t *tabling) width() float64 {
	natural, words := gaps(len(t.columns)), gaps(len(t.columns))
	for _, c := range t.columns {
		natural += c.natural
		words += c.whole()
	}
	switch {
	case t.b.Full || words > textWidth:
		return fullWidth
	case len(t.columns) == 2 && t.columns[1].figures && t.columns[1].weight == 0 && natural <= narrowTable/1.15:
		// Names and figures far apart are hard to read together.
		return narrowTable
	case natural <= textWidth:
		return textWidth
	}
	const saving = 0.8
	if float64(t.lines(fullWidth)) < saving*float64(t.lines(textWidth)) {
		return fullWidth
	}
	return textWidth
}

// lines estimates the lines of all rows in a width.
func (t *tabling) lines(width float64) int {
	all := make([]int, len(t.columns))
	for i := range all {
		all[i] = i
	}
	return t.linesAt(all, columnWidths(t.columns, width))
}

func (t *tabling) linesAt(columns []int, widths []float64) int {
	sum := 0
	for _, row := range t.rows {
		sum += rowLines(row, columns, widths)
	}
	return sum
}

// mostBalanced is the number of rows up to which widths are tried out.
const mostBalanced = 250

// balanced moves width between columns of text as long as that saves lines.
func (t *tabling) balanced(columns []int, widths []float64) []float64 {
	lines := t.linesAt(columns, widths)
	if lines == len(t.rows) || len(t.rows) > mostBalanced {
		return widths
	}
	for better := true; better; {
		better = false
		for from := range widths {
			m := t.columns[columns[from]]
			for to := range widths {
				if to == from || m.figures || t.columns[columns[to]].figures {
					continue
				}
				for _, step := range []float64{12, 36} {
					if widths[from]-step < m.whole() {
						continue
					}
					widths[from], widths[to] = widths[from]-step, widths[to]+step
					if n := t.linesAt(columns, widths); n < lines {
						lines, better = n, true
						continue
					}
					widths[from], widths[to] = widths[from]+step, widths[to]-step
				}
			}
		}
	}
	return widths
}

// tableParts splits the columns of a table that is too wide into parts that
// fit, each with the first column: it gives the columns of each part.
func tableParts(columns []measured, width float64) [][]int {
	n := len(columns)
	all := make([]int, n)
	sum := gaps(n)
	for i := range columns {
		all[i] = i
		sum += math.Min(columns[i].least, columns[i].comfortable())
	}
	if sum <= width || n <= 2 {
		return [][]int{all}
	}
	parts := splitColumns(columns, width, width)
	// The same number of parts, as even as they go.
	for even := width / 2; even < width; even += width / 20 {
		if p := splitColumns(columns, width, even); len(p) <= len(parts) {
			return p
		}
	}
	return parts
}

// splitColumns fills parts up to an aim, of which the columns may use width.
func splitColumns(columns []measured, width, aim float64) [][]int {
	var parts [][]int
	first := math.Min(columns[0].comfortable(), width/3)
	part, used := []int{0}, first
	for i := 1; i < len(columns); i++ {
		need := columnGap + columns[i].comfortable()
		if used+need > aim && len(part) > 1 {
			parts = append(parts, part)
			part, used = []int{0}, first
		}
		part = append(part, i)
		used += need
	}
	return append(parts, part)
}

// columnWidths divides a width over columns.
func columnWidths(columns []measured, width float64) []float64 {
	n := len(columns)
	room := width - gaps(n)
	base, want := make([]float64, n), make([]float64, n)
	level := func(base, want func(measured) float64) func(i int) (float64, float64) {
		return func(i int) (float64, float64) { return base(columns[i]), want(columns[i]) }
	}
	natural := func(m measured) float64 { return m.natural }
	least := func(m measured) float64 { return math.Min(m.least, m.comfortable()) }
	fill := func(of func(i int) (float64, float64)) (sum float64) {
		for i := range columns {
			base[i], want[i] = of(i)
			sum += base[i]
		}
		return sum
	}
	switch {
	case fill(level(natural, natural)) <= room:
		// All fits: what is left goes to all by their width.
		for i := range want {
			want[i] = base[i] + base[i] + 24
		}
	case fill(level(measured.whole, natural)) <= room, fill(level(measured.comfortable, natural)) <= room:
		// The first column has the names: it comes before the others, as long
		// as that is no more than a fair part.
		rest := room - base[0]
		for _, b := range base[1:] {
			rest -= b
		}
		base[0] += math.Max(0, math.Min(want[0]-base[0], math.Min(rest, room/3-base[0])))
		settle(base, want, room)
		for i, m := range columns {
			want[i] = math.Max(base[i], math.Min(want[i], 2*room))
			if m.weight > 0 {
				want[i] = base[i] + (want[i]-base[i])*m.weight
			}
		}
	case fill(level(least, measured.comfortable)) <= room:
	default:
		// Not even syllables fit: by need, broken anywhere.
		sum := fill(level(least, least))
		for i := range base {
			base[i] *= room / sum
		}
		return base
	}
	return share(base, want, room)
}

// settle gives columns that ask for no more than a fair part what they ask
// for, as long as the others keep their base.
func settle(base, want []float64, room float64) {
	settled := make([]bool, len(base))
	for again := true; again; {
		again = false
		rest, open, needed := room, 0, 0.0
		for i := range base {
			if settled[i] {
				rest -= base[i]
			} else {
				open++
				needed += base[i]
			}
		}
		for i := range base {
			if settled[i] || want[i] > rest/float64(open) || needed-base[i]+want[i] > rest {
				continue
			}
			needed += want[i] - base[i]
			base[i], settled[i], again = want[i], true, true
		}
	}
}

// share gives each column its base and divides the rest by what is wanted.
func share(base, want []float64, room float64) []float64 {
	rest, wish := room, 0.0
	for i := range base {
		rest -= base[i]
		wish += math.Max(0, want[i]-base[i])
	}
	out := make([]float64, len(base))
	for i := range base {
		part := 1 / float64(len(base))
		if wish > 0 {
			part = math.Max(0, want[i]-base[i]) / wish
		}
		out[i] = base[i] + rest*part
	}
	return out
}

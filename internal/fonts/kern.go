package fonts

import "sort"

// kerner answers how two glyphs are kerned. GPOS goes before the kern table,
// as in every text engine.
type kerner struct {
	// dense answers at once for the first glyphs, which in most fonts are
	// those of ASCII.
	dense []int16
	// pairs of the kern table: those with left glyph g stand at
	// start[g]:start[g+1], sorted by right glyph.
	start []uint32
	right []uint16
	value []int16
	// lookups are the GPOS lookups of the feature kern.
	lookups [][]pairPos
}

// denseGlyphs is how many glyphs the dense table is wide and high.
const denseGlyphs = 128

// pairPos is a subtable of GPOS pair adjustment. Coverage and classes are
// unfolded to arrays by glyph, since it is asked for every letter.
type pairPos struct {
	covered []uint16 // index in the coverage table + 1
	// Format 1: per covered glyph, pairs sorted by right glyph.
	sets [][]pairValue
	// Format 2: classes of the left and right glyph, and values by class.
	class1, class2 []uint16
	matrix         []int16
	width          int
}

type pairValue struct {
	right uint16
	value int16
}

func readKerning(tables map[string]table, glyphs int) kerner {
	var k kerner
	if gpos := tables["GPOS"]; gpos != nil {
		k.lookups = readPairLookups(gpos, glyphs)
	}
	if len(k.lookups) == 0 {
		k.readKernTable(tables["kern"], glyphs)
	}
	k.dense = make([]int16, denseGlyphs*denseGlyphs)
	for i := range k.dense {
		k.dense[i] = int16(k.search(uint16(i/denseGlyphs), uint16(i%denseGlyphs)))
	}
	return k
}

func (k *kerner) kern(left, right uint16) int {
	if left < denseGlyphs && right < denseGlyphs {
		return int(k.dense[int(left)*denseGlyphs+int(right)])
	}
	return k.search(left, right)
}

func (k *kerner) search(left, right uint16) int {
	for _, lookup := range k.lookups {
		for i := range lookup {
			// The first subtable that covers the pair ends a lookup.
			if value, done := lookup[i].kern(left, right); done {
				if value != 0 {
					return value
				}
				break
			}
		}
	}
	if int(left)+1 >= len(k.start) {
		return 0
	}
	lo, hi := k.start[left], k.start[left+1]
	for lo < hi {
		mid := (lo + hi) / 2
		if k.right[mid] < right {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < k.start[left+1] && k.right[lo] == right {
		return int(k.value[lo])
	}
	return 0
}

// readKernTable reads the horizontal format 0 subtables of a kern table. The
// number of pairs counts, not the subtable's length: that is a 16-bit field
// which overflows in good fonts.
func (k *kerner) readKernTable(t table, glyphs int) {
	type pair struct {
		left, right uint16
		value       int16
	}
	if t.u16(0) != 0 || t.u16(2) == 0 {
		return
	}
	// Only the first subtable: with overflowing lengths a second one can't
	// be found reliably, and fonts that use several use GPOS too.
	sub := t.from(4)
	if coverage := sub.u16(4); coverage&0xFF07 != 1 {
		return
	}
	count := min(sub.u16(6), max(len(sub)-14, 0)/6)
	pairs := make([]pair, 0, count)
	for i := range count {
		at := 14 + 6*i
		if left := sub.u16(at); left < glyphs {
			pairs = append(pairs, pair{uint16(left), uint16(sub.u16(at + 2)), int16(sub.i16(at + 4))})
		}
	}
	inOrder := func(i, j int) bool {
		if pairs[i].left != pairs[j].left {
			return pairs[i].left < pairs[j].left
		}
		return pairs[i].right < pairs[j].right
	}
	if !sort.SliceIsSorted(pairs, inOrder) {
		sort.SliceStable(pairs, inOrder)
	}
	k.start = make([]uint32, glyphs+1)
	k.right = make([]uint16, len(pairs))
	k.value = make([]int16, len(pairs))
	for i, p := range pairs {
		k.start[p.left+1]++
		k.right[i], k.value[i] = p.right, p.value
	}
	for g := range glyphs {
		k.start[g+1] += k.start[g]
	}
}

func (p *pairPos) kern(left, right uint16) (value int, done bool) {
	if int(left) >= len(p.covered) || int(right) >= len(p.covered) || p.covered[left] == 0 {
		return 0, false
	}
	if p.matrix != nil {
		return int(p.matrix[int(p.class1[left])*p.width+int(p.class2[right])]), true
	}
	index := int(p.covered[left]) - 1
	if index >= len(p.sets) {
		return 0, false
	}
	set := p.sets[index]
	i := sort.Search(len(set), func(i int) bool { return set[i].right >= right })
	if i < len(set) && set[i].right == right {
		return int(set[i].value), true
	}
	return 0, false
}

// readPairLookups reads the pair adjustments that the feature kern uses for
// the Latin or default script.
func readPairLookups(gpos table, glyphs int) [][]pairPos {
	features, lookups := gpos.from(gpos.u16(6)), gpos.from(gpos.u16(8))
	wanted := map[int]bool{}
	for _, f := range scriptFeatures(gpos) {
		record := features.slice(2+6*f, 8+6*f)
		if record == nil || string(record[:4]) != "kern" {
			continue
		}
		feature := features.from(record.u16(4))
		for i := range feature.u16(2) {
			wanted[feature.u16(4+2*i)] = true
		}
	}
	var out [][]pairPos
	for n := range lookups.u16(0) {
		if !wanted[n] {
			continue
		}
		lookup := lookups.from(lookups.u16(2 + 2*n))
		var subtables []pairPos
		for i := range min(lookup.u16(4), 64) {
			kind, sub := lookup.u16(0), lookup.from(lookup.u16(6+2*i))
			if kind == 9 { // extension
				kind, sub = sub.u16(2), sub.from(sub.u32(4))
			}
			if kind != 2 {
				continue
			}
			if p, ok := readPairPos(sub, glyphs); ok {
				subtables = append(subtables, p)
			}
		}
		if subtables != nil {
			out = append(out, subtables)
		}
	}
	return out
}

// scriptFeatures lists the feature indices of script latn, else DFLT, else
// the first, in its default language.
func scriptFeatures(gpos table) []int {
	scripts := gpos.from(gpos.u16(4))
	best, rank := 0, 0
	for i := range scripts.u16(0) {
		record := scripts.slice(2+6*i, 8+6*i)
		if record == nil {
			break
		}
		r := 1
		switch string(record[:4]) {
		case "latn":
			r = 3
		case "DFLT":
			r = 2
		}
		if r > rank {
			best, rank = record.u16(4), r
		}
	}
	script := scripts.from(best)
	language := script.from(script.u16(0))
	if language == nil && script.u16(2) > 0 {
		language = script.from(script.u16(8))
	}
	var out []int
	for i := range min(language.u16(4), 256) {
		out = append(out, language.u16(6+2*i))
	}
	return out
}

func readPairPos(t table, glyphs int) (pairPos, bool) {
	format1, format2 := t.u16(4), t.u16(6)
	size1, size2 := valueSize(format1), valueSize(format2)
	if format1&4 == 0 { // no horizontal advance on the left glyph: no kerning
		return pairPos{}, false
	}
	// Placement fields stand before the advance.
	advance := valueSize(format1 & 3)
	p := pairPos{covered: readCoverage(t.from(t.u16(2)), glyphs)}
	switch t.u16(0) {
	case 1:
		for i := range t.u16(8) {
			set := t.from(t.u16(10 + 2*i))
			record := 2 + size1 + size2
			count := min(set.u16(0), len(set)/record)
			values := make([]pairValue, 0, count)
			for j := range count {
				at := 2 + record*j
				values = append(values, pairValue{uint16(set.u16(at)), int16(set.i16(at + 2 + advance))})
			}
			sort.SliceStable(values, func(a, b int) bool { return values[a].right < values[b].right })
			p.sets = append(p.sets, values)
		}
		return p, true
	case 2:
		rows, columns := t.u16(12), t.u16(14)
		record := size1 + size2
		if rows == 0 || columns == 0 || 16+rows*columns*record > len(t) {
			return pairPos{}, false
		}
		p.class1 = readClasses(t.from(t.u16(8)), glyphs, rows)
		p.class2 = readClasses(t.from(t.u16(10)), glyphs, columns)
		p.width = columns
		p.matrix = make([]int16, rows*columns)
		for i := range p.matrix {
			p.matrix[i] = int16(t.i16(16 + record*i + advance))
		}
		return p, true
	}
	return pairPos{}, false
}

// valueSize is the size in bytes of a value record with these fields.
func valueSize(format int) int {
	size := 0
	for ; format != 0; format >>= 1 {
		size += 2 * (format & 1)
	}
	return size
}

// readCoverage unfolds a coverage table to index + 1 by glyph.
func readCoverage(t table, glyphs int) []uint16 {
	out := make([]uint16, glyphs)
	switch t.u16(0) {
	case 1:
		for i := range t.u16(2) {
			if g := t.u16(4 + 2*i); g < glyphs {
				out[g] = uint16(i + 1)
			}
		}
	case 2:
		for i := range t.u16(2) {
			first, last, index := t.u16(4+6*i), t.u16(6+6*i), t.u16(8+6*i)
			for g := first; g <= last && g < glyphs; g++ {
				out[g] = uint16(index + g - first + 1)
			}
		}
	}
	return out
}

// readClasses unfolds a class definition to classes below limit by glyph.
func readClasses(t table, glyphs, limit int) []uint16 {
	out := make([]uint16, glyphs)
	set := func(g, class int) {
		if g < glyphs && class < limit {
			out[g] = uint16(class)
		}
	}
	switch t.u16(0) {
	case 1:
		for i := range t.u16(4) {
			set(t.u16(2)+i, t.u16(6+2*i))
		}
	case 2:
		for i := range t.u16(2) {
			for g := t.u16(4 + 6*i); g <= t.u16(6+6*i) && g < glyphs; g++ {
				set(g, t.u16(8+6*i))
			}
		}
	}
	return out
}

package indicator

import (
	"slices"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// part is one value of a dimension: a theme, a kind of activity.
type part struct {
	label, slug string
	// ifData parts are shown only when a row belongs to them.
	ifData bool
}

// dim is what figures are split by.
type dim struct {
	// name stands in keys: "thema". field says in Dutch what must be equal to
	// the part's label: "de soort".
	name, field string
	parts       []part
	hit         []bool
}

func newDim(name, field string, parts []part) *dim {
	return &dim{name: name, field: field, parts: parts, hit: make([]bool, len(parts))}
}

// choices makes a dimension of the values that the contract allows.
func choices(name, field string, labels []string) *dim {
	taken := map[string]bool{}
	parts := make([]part, len(labels))
	for i, l := range labels {
		parts[i] = part{label: l, slug: uniqueSlug(l, taken)}
	}
	return newDim(name, field, parts)
}

// find gives the part with a label; unknown when it can't be used.
func (d *dim) find(label string, usable bool) int {
	if usable {
		for i := range d.parts {
			if d.parts[i].label == label {
				return i
			}
		}
	}
	return unknown
}

// notFilledIn is the part of rows in which an optional field is empty.
const notFilledIn = model.NotFilledIn

// words is a dimension made of what people wrote themselves: loose spellings
// of one word are one part, and an empty field has a part of its own.
type words struct {
	*dim
	at map[string]int
}

// newWords makes a dimension of free words: first the ones with a fixed place,
// then the others in alphabetical order.
func newWords(name, field string, fixed, others []string) words {
	w := words{at: map[string]int{}}
	sorted := slices.Clone(others)
	slices.SortStableFunc(sorted, func(a, b string) int { return strings.Compare(dutch.Fold(a), dutch.Fold(b)) })
	taken := map[string]bool{}
	var parts []part
	for _, label := range append(slices.Clone(fixed), sorted...) {
		folded := dutch.Fold(label)
		if _, there := w.at[folded]; there || folded == "" || folded == dutch.Fold(notFilledIn) {
			continue
		}
		w.at[folded] = len(parts)
		parts = append(parts, part{label: label, slug: uniqueSlug(label, taken), ifData: true})
	}
	w.at[""] = len(parts)
	w.at[dutch.Fold(notFilledIn)] = len(parts)
	parts = append(parts, part{label: notFilledIn, slug: uniqueSlug(notFilledIn, taken), ifData: true})
	w.dim = newDim(name, field, parts)
	return w
}

// find gives the part of a word; unknown when it can't be used.
func (w words) find(label string, usable bool) int {
	if at, ok := w.at[dutch.Fold(label)]; ok && usable {
		return at
	}
	return unknown
}

// grid gathers a total and its splits in one pass over the records.
type grid struct {
	scope  *scope
	dims   []*dim
	tables []table
}

// table is a total split by some of the grid's dimensions; by none for the
// total itself.
type table struct {
	dims    []int
	sizes   []int
	tallies []tally
}

// newGrid makes a grid with the total and the given splits, each a list of
// indexes into dims.
func newGrid(s *scope, dims []*dim, splits ...[]int) *grid {
	g := &grid{scope: s, dims: dims}
	for _, split := range append([][]int{nil}, splits...) {
		t := table{dims: split}
		size := 1
		for _, d := range split {
			t.sizes = append(t.sizes, len(dims[d].parts))
			size *= len(dims[d].parts)
		}
		t.tallies = make([]tally, size)
		g.tables = append(g.tables, t)
	}
	return g
}

// put adds a record to every figure that it belongs to, or counts it there as
// left out.
func (g *grid) put(e *entry) {
	if e.year > g.scope.last {
		return
	}
	g.scope.note(e.year)
	for i, d := range g.dims {
		if e.at[i] != unknown {
			d.hit[e.at[i]] = true
		}
	}
	for i := range g.tables {
		g.tables[i].put(e, 0, 0, !e.broken)
	}
}

// put walks to the tally of the record, dimension by dimension. A record that
// has no known place in a dimension is left out of every part of it.
func (t *table) put(e *entry, depth, index int, usable bool) {
	if depth == len(t.dims) {
		if usable {
			t.tallies[index].add(e)
		} else {
			t.tallies[index].miss(e.year)
		}
		return
	}
	size := t.sizes[depth]
	if at := e.at[t.dims[depth]]; at != unknown {
		t.put(e, depth+1, index*size+at, usable)
		return
	}
	for p := range size {
		t.put(e, depth+1, index*size+p, false)
	}
}

// series says how the figures of a grid are called.
type series struct {
	model.Figure
	// total is the key of the total, prefix what the keys of parts begin
	// with: "activiteiten.totaal" and "activiteiten".
	total, prefix string
	read          reading
}

// figures makes the figures of one table of a grid.
func (g *grid) figures(s series, tableAt int) []*model.Figure {
	t := &g.tables[tableAt]
	var out []*model.Figure
	place := make([]int, len(t.dims))
	for i := range t.tallies {
		at := i
		shown := true
		for d := len(t.dims) - 1; d >= 0; d-- {
			place[d] = at % t.sizes[d]
			at /= t.sizes[d]
			split := g.dims[t.dims[d]]
			shown = shown && (split.hit[place[d]] || !split.parts[place[d]].ifData)
		}
		if shown {
			out = append(out, g.scope.figure(g.name(s, t.dims, place), &t.tallies[i], s.read))
		}
	}
	return out
}

// name gives a figure its key, title and formula.
func (g *grid) name(s series, dims, place []int) model.Figure {
	fig := s.Figure
	if len(dims) == 0 {
		fig.Key = s.total
		return fig
	}
	key := s.prefix
	var conditions []string
	for i, d := range dims {
		split := g.dims[d]
		p := split.parts[place[i]]
		key += "." + split.name + "." + p.slug
		fig.Parts = append(fig.Parts, p.label)
		conditions = append(conditions, split.field+" ‘"+p.label+"’ is")
	}
	fig.Key = key
	fig.Title += ": " + strings.Join(fig.Parts, ", ")
	fig.Formula += ", waarbij " + dutch.Join(conditions)
	return fig
}

// publish adds all figures of a grid: the total, then split by split.
func (r *run) publish(g *grid, s series) {
	r.add(g.all(s)...)
}

// all makes the figures of every table of a grid.
func (g *grid) all(s series) []*model.Figure {
	var out []*model.Figure
	for i := range g.tables {
		out = append(out, g.figures(s, i)...)
	}
	return out
}

// sums tells which figures of a grid are the sum of which others: each split
// adds up to what it splits, once for every dimension that it adds.
func (g *grid) sums(s series) []model.Sum {
	var out []model.Sum
	for i := range g.tables {
		for d := range g.tables[i].dims {
			out = append(out, g.sumsOver(s, &g.tables[i], d)...)
		}
	}
	return out
}

// sumsOver gives the sums over one dimension of a table: a sum for each
// combination of the others.
func (g *grid) sumsOver(s series, t *table, over int) []model.Sum {
	at := map[string]int{}
	var out []model.Sum
	place := make([]int, len(t.dims))
	for i := range t.tallies {
		rest := i
		for d := len(t.dims) - 1; d >= 0; d-- {
			place[d] = rest % t.sizes[d]
			rest /= t.sizes[d]
		}
		total := g.name(s, without(t.dims, over), without(place, over)).Key
		if _, there := at[total]; !there {
			at[total] = len(out)
			out = append(out, model.Sum{Total: total})
		}
		sum := &out[at[total]]
		sum.Parts = append(sum.Parts, g.name(s, t.dims, place).Key)
	}
	return out
}

// without gives a copy of a list without one of its items.
func without(list []int, at int) []int { return slices.Delete(slices.Clone(list), at, at+1) }

// ratio makes a figure that is one figure in percent of another.
func ratio(fig model.Figure, a, b *model.Figure) *model.Figure {
	fig.Unit, fig.Decimals = model.UnitPercent, 1
	for _, of := range []*model.Figure{a, b} {
		if of.People {
			fig.Behind = append(fig.Behind, of.Key)
		}
	}
	fig.Now = ratioValue(a.Now, b.Now)
	for _, v := range a.Years {
		if q := ratioValue(v, b.In(v.Year)); q.Known {
			fig.Years = append(fig.Years, q)
		}
	}
	return &fig
}

func ratioValue(a, b model.Value) model.Value {
	v := model.Value{Year: a.Year, LeftOut: max(a.LeftOut, b.LeftOut)}
	if a.Known && b.Known && b.Value != 0 {
		v.Value, v.Known = 100*a.Value/b.Value, true
		v.Sources = source.Union(a.Sources, b.Sources)
	}
	return v
}

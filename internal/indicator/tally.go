package indicator

import (
	"slices"

	"voortgang/internal/model"
	"voortgang/internal/source"
)

// entry is what one record adds to the figures of a grid.
type entry struct {
	row source.Row
	// columns are the cells that are summed or counted.
	columns []int
	// year is 0 when it can't be told.
	year int
	// at gives for each dimension of the grid the part that the record
	// belongs to, or unknown.
	at [3]int
	// value is what is summed; part is how much of it counts for a share.
	value, part float64
	// id tells things apart that are counted once; 0 where every row counts.
	id int64
	// broken is true when a field is unusable that every figure of the grid
	// needs.
	broken bool
}

// unknown is the place in a dimension of a record that can't be placed.
const unknown = -1

// tally gathers one figure over the years.
type tally struct {
	years []yearSum
	// lost counts the rows that were left out of no one knows which year.
	lost int
}

// yearSum is one figure in one year.
type yearSum struct {
	year       int
	sum, part  float64
	used, left int
	seen       map[int64]struct{}
	cells      source.Cells
}

func (t *tally) add(e *entry) {
	if e.year == 0 {
		t.lost++
		return
	}
	y := t.in(e.year)
	y.used++
	y.sum += e.value
	y.part += e.part
	if e.id != 0 {
		if y.seen == nil {
			y.seen = map[int64]struct{}{}
		}
		y.seen[e.id] = struct{}{}
	}
	for _, c := range e.columns {
		y.cells.Add(e.row, c)
	}
}

// miss counts a row that belongs to the figure but can't be used.
func (t *tally) miss(year int) {
	if year == 0 {
		t.lost++
		return
	}
	t.in(year).left++
}

// in gives the sum of a year, made when it wasn't there. The order is that of
// first use, and few years are ever in use.
func (t *tally) in(year int) *yearSum {
	for i := len(t.years) - 1; i >= 0; i-- {
		if t.years[i].year == year {
			return &t.years[i]
		}
	}
	t.years = append(t.years, yearSum{year: year})
	return &t.years[len(t.years)-1]
}

// reading makes the value of a year out of its sums.
type reading func(y *yearSum) (value float64, known bool)

func total(y *yearSum) (float64, bool)    { return y.sum, true }
func distinct(y *yearSum) (float64, bool) { return float64(len(y.seen)), true }

// share is the part in percent of the whole.
func share(y *yearSum) (float64, bool) {
	if y.sum == 0 {
		return 0, false
	}
	return 100 * y.part / y.sum, true
}

// rest is what the part leaves, in percent of the whole.
func rest(y *yearSum) (float64, bool) {
	if y.sum == 0 {
		return 0, false
	}
	return 100 * (y.sum - y.part) / y.sum, true
}

func mean(y *yearSum) (float64, bool) {
	if y.used == 0 {
		return 0, false
	}
	return y.sum / float64(y.used), true
}

// value reads the tally for a year.
func (t *tally) value(year int, read reading) model.Value {
	y := &yearSum{year: year}
	for i := range t.years {
		if t.years[i].year == year {
			y = &t.years[i]
		}
	}
	v := model.Value{Year: year, Sources: y.cells, LeftOut: y.left + t.lost}
	v.Value, v.Known = read(y)
	if y.used == 0 && v.LeftOut > 0 {
		v.Known = false
	}
	if !v.Known {
		v.Value = 0
	}
	return v
}

// scope says for which years an indicator has data.
type scope struct {
	// last is the report's year: later rows don't count.
	last int
	// always is true when the last year is covered although no row falls in
	// it: the sheet is kept, so nothing in it means none.
	always bool
	years  []int
}

// note makes that a year has data.
func (s *scope) note(year int) {
	if year == 0 || year > s.last {
		return
	}
	if n := len(s.years); n > 0 && s.years[n-1] == year {
		return
	}
	for i, y := range s.years {
		if y == year {
			// Keep the year of the latest row at the end: rows come in runs.
			s.years[i], s.years[len(s.years)-1] = s.years[len(s.years)-1], year
			return
		}
	}
	s.years = append(s.years, year)
}

// covered lists the years with data, oldest first.
func (s *scope) covered() []int {
	years := slices.Clone(s.years)
	if s.always && !slices.Contains(years, s.last) {
		years = append(years, s.last)
	}
	slices.Sort(years)
	return years
}

// figure completes a figure with its values.
func (s *scope) figure(fig model.Figure, t *tally, read reading) *model.Figure {
	fig.Now = model.Value{Year: s.last, LeftOut: t.lost}
	for _, year := range s.covered() {
		v := t.value(year, read)
		if year == s.last {
			fig.Now = v
		}
		if v.Known {
			fig.Years = append(fig.Years, v)
		}
	}
	return &fig
}

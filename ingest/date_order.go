package ingest

import (
	"time"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/dutch"
	"voortgang/internal/source"
)

// dateOrder tells how the dates of a column that are text were written: how
// many can only have the day first, and which can only have the month first.
// The latter are reported once the whole column has been seen.
type dateOrder struct {
	dayFirst   int
	monthFirst []refusedDate
	// months are the dates that are shown without a day; shown is what stands
	// in the first. days is true when one of them has a day that somebody typed.
	months      []source.Ref
	shown, read string
	days        bool
}

// refusedDate is a date that was refused and not yet reported.
type refusedDate struct {
	at      rules.At
	problem *value.Problem
}

// noteOrder counts a date.
func (t *table) noteOrder(i int, cell *grid.Cell, day time.Time, p *value.Problem) {
	if cell.Kind == grid.Text && p == nil && day.Day() > 12 {
		t.order(i).dayFirst++
	}
}

// noteMonth notes a date of which the cell shows no day.
func (t *table) noteMonth(ref source.Ref, i int, cell *grid.Cell) {
	if cell.Format != grid.Month && cell.Format != grid.Year {
		return
	}
	o, day := t.order(i), *t.fields[i].(*time.Time)
	if len(o.months) == 0 {
		o.shown, o.read = value.Show(*cell, t.ctx), dutch.ShortDate(day)
	}
	o.days = o.days || day.Day() > 1 || cell.Format == grid.Year && day.Month() > 1
	if len(o.months) < maxHiddenCells {
		o.months = append(o.months, ref)
	}
}

func (t *table) order(i int) *dateOrder {
	if t.orders == nil {
		t.orders = make([]dateOrder, len(t.lay.decl.Columns))
	}
	return &t.orders[i]
}

// hold keeps a date with the month first until the column has been read.
func (t *table) hold(i int, at rules.At, p *value.Problem) {
	o := t.order(i)
	o.monthFirst = append(o.monthFirst, refusedDate{at, p})
}

// reportOrders reports the dates with the month first. A column with some of
// them and none with the day first was written by a program with American
// settings: that is one cause, and its dates that could be read are wrong too,
// since there 05/08/2021 is the eighth of May.
func (t *table) reportOrders() {
	const sure = 3
	for i, o := range t.orders {
		if len(o.months) > 0 && !o.days {
			t.report(rules.ShownAsMonth(t.place(o.months[0], t.lay.decl.Columns[i].Name), o.months, o.shown, o.read))
		}
		if len(o.monthFirst) < sure || o.dayFirst > 0 {
			for _, r := range o.monthFirst {
				t.report(rules.Value(r.at, r.problem))
			}
			continue
		}
		cells := make([]source.Ref, len(o.monthFirst))
		first := o.monthFirst[0]
		for k, r := range o.monthFirst {
			cells[k] = r.at.Ref
			if r.at.Project != first.at.Project {
				first.at.Project = "" // a sheet of several projects
			}
		}
		cells = append(cells, t.ambiguous(i)...)
		t.report(rules.MonthFirst(first.at, cells, first.problem))
	}
}

// ambiguous gives the cells of a column whose dates are the same day or another
// one depending on what comes first, and marks them.
func (t *table) ambiguous(i int) []source.Ref {
	var cells []source.Ref
	for rec := range t.data.Records(t.lay.decl) {
		base := rec.Base()
		t.fields = rec.Fields(t.fields[:0])
		day := *t.fields[i].(*time.Time)
		if day.IsZero() || !base.Usable(i) || !base.Foreign(i) || day.Day() == int(day.Month()) {
			continue
		}
		base.MarkBad(i)
		cells = append(cells, base.Place(i))
	}
	return cells
}

package ingest

import (
	"time"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/dutch"
	"voortgang/internal/source"
)

// dateOrder tells how the dates of a column were written: how many can only
// have the day first, in text and in date cells, and which can only have the
// month first, or lack the century. The latter are reported once the whole
// column has been seen.
type dateOrder struct {
	dayFirst, dayFirstCells int
	monthFirst, shortYear   []refusedDate
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
	switch {
	case p != nil || day.Day() <= 12:
	case cell.Kind == grid.Text:
		t.order(i).dayFirst++
	default:
		t.order(i).dayFirstCells++
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

// hold keeps a date with the month first, or without its century, until the
// column has been read.
func (t *table) hold(i int, at rules.At, p *value.Problem) {
	o := t.order(i)
	if p.ShortYear {
		o.shortYear = append(o.shortYear, refusedDate{at, p})
		return
	}
	o.monthFirst = append(o.monthFirst, refusedDate{at, p})
}

// reportOrders reports the dates with the month first. A column with some of
// them and none with the day first was written by a program with American
// settings: that is one cause, and its dates that could be read are wrong too,
// since there 05/08/2021 is the eighth of May. So are its date cells, when none
// of them has a day over 12: the program that made cells of them took the month
// for the day.
func (t *table) reportOrders() {
	const sure = 3
	for i, o := range t.orders {
		if len(o.months) > 0 && !o.days {
			t.report(rules.ShownAsMonth(t.place(o.months[0], t.lay.names[i]), o.months, o.shown, o.read))
		}
		t.reportShortYears(o.shortYear)
		if len(o.monthFirst) < sure || o.dayFirst > 0 {
			for _, r := range o.monthFirst {
				t.report(rules.Value(r.at, r.problem))
			}
			continue
		}
		first, cells, mend := together(o.monthFirst)
		more, swapped := t.ambiguous(i, o.dayFirstCells == 0)
		f := rules.MonthFirst(first, append(cells, more...), o.monthFirst[0].problem)
		f.Mend = append(mend, swapped...)
		t.report(f)
	}
}

// reportShortYears reports dates without their century: one by one, or many
// together.
func (t *table) reportShortYears(list []refusedDate) {
	const few = 5
	if len(list) < few {
		for _, r := range list {
			t.report(rules.Value(r.at, r.problem))
		}
		return
	}
	first, cells, mend := together(list)
	f := rules.ShortYears(first, cells, list[0].problem)
	f.Mend = mend
	t.report(f)
}

// together gives the place, the cells and the proposals of dates that are
// reported as one.
func together(list []refusedDate) (first rules.At, cells []source.Ref, mend []source.Edit) {
	first = list[0].at
	for _, r := range list {
		cells = append(cells, r.at.Ref)
		if r.problem.Proposal != "" {
			mend = append(mend, source.Edit{At: r.at.Ref, Text: r.problem.Proposal})
		}
		if r.at.Project != first.Project {
			first.Project = "" // a sheet of several projects
		}
	}
	return first, cells, mend
}

// ambiguous gives the cells of a column whose dates are the same day or another
// one depending on what comes first, with the other day, and marks them. Date
// cells are taken when dateCells is true.
func (t *table) ambiguous(i int, dateCells bool) (cells []source.Ref, swapped []source.Edit) {
	for rec := range t.data.Records(t.lay.decl) {
		base := rec.Base()
		t.fields = rec.Fields(t.fields[:0])
		day := *t.fields[i].(*time.Time)
		if day.IsZero() || !base.Usable(i) || !base.Foreign(i) && !dateCells || day.Day() == int(day.Month()) {
			continue
		}
		base.MarkBad(i)
		cells = append(cells, base.Place(i))
		other := time.Date(day.Year(), time.Month(day.Day()), int(day.Month()), 0, 0, 0, 0, time.UTC)
		swapped = append(swapped, source.Edit{At: base.Place(i), Text: dutch.ShortDate(other)})
	}
	return cells, swapped
}

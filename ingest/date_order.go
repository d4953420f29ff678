package ingest

import (
	"time"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/dutch"
)

// dateOrder counts how the dates of a column that are text were written: those
// that can only have the day first, and those that can only have the month
// first.
type dateOrder struct{ dayFirst, monthFirst int }

// noteOrder counts a date.
func (t *table) noteOrder(i int, cell *grid.Cell, day time.Time, p *value.Problem) {
	if cell.Kind != grid.Text {
		return
	}
	if t.orders == nil {
		t.orders = make([]dateOrder, len(t.lay.decl.Columns))
	}
	switch o := &t.orders[i]; {
	case p != nil && p.MonthFirst:
		o.monthFirst++
	case p == nil && day.Day() > 12:
		o.dayFirst++
	}
}

// otherOrder reports the dates that could be read, in a column in which the
// others put the month first: a program with American settings wrote them, and
// 05/08/2021 is the eighth of May.
func (t *table) otherOrder() {
	const sure = 3
	for i, o := range t.orders {
		if o.monthFirst < sure || o.dayFirst > 0 {
			continue
		}
		for rec := range t.data.Records(t.lay.decl) {
			base := rec.Base()
			t.fields = rec.Fields(t.fields[:0])
			day := *t.fields[i].(*time.Time)
			if day.IsZero() || !base.Usable(i) || !base.Foreign(i) || day.Day() == int(day.Month()) {
				continue
			}
			base.MarkBad(i)
			at := rules.At{Ref: base.Place(i), Column: t.lay.decl.Columns[i].Name, Project: t.projectOf(rec)}
			t.report(rules.OtherOrder(at, dutch.ShortDate(day)))
		}
	}
}

package validate

import (
	"fmt"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleDraggedDates = finding.ByCode("D21")

// draggedDates looks for dates that were dragged down a column, and for projects
// of which all rows have one date.
func draggedDates(c *checker) {
	var list []event // of one project and sheet, below each other
	visit := func() {
		c.dailyDates(list)
		c.oneDate(list)
		list = list[:0]
	}
	c.eachEvent(func(e event) {
		if e.kind != activityEvent && e.kind != contactEvent {
			return
		}
		if n := len(list); n > 0 && (list[n-1].kind != e.kind || list[n-1].project != e.project || sheetOf(list[n-1].record) != sheetOf(e.record)) {
			visit()
		}
		list = append(list, e)
	})
	visit()
}

// dailyDates reports runs of rows that are each a day later than the one above.
func (c *checker) dailyDates(list []event) {
	const long = 14
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && list[to].date.Sub(list[to-1].date) == 24*time.Hour {
			to++
		}
		if to-from >= long {
			c.datesTogether(list[from:to], fmt.Sprintf("In %s na elkaar is de datum telkens een dag later, van %s tot %s, ook in het weekend. Is de cel naar beneden doorgetrokken? Vul de echte datums in.",
				dutch.Plural(to-from, "rij", "rijen"), short(list[from].date), short(list[to-1].date)), short(list[from].date)+" tot "+short(list[to-1].date))
		}
		from = to
	}
}

// oneDate reports a project of which nearly all rows have one date. New year's
// day is no day on which much is done: half of them is enough there.
func (c *checker) oneDate(list []event) {
	const many, holiday = 12, 5
	if len(list) < holiday {
		return
	}
	newYear, most := c.firstDay(), list[len(list)/2].date
	first, middle := 0, 0
	for _, e := range list {
		if e.date.Equal(newYear) {
			first++
		}
		if e.date.Equal(most) {
			middle++
		}
	}
	switch {
	case first >= holiday && first*2 >= len(list):
		most = newYear
	case middle < many || middle*10 < len(list)*9:
		return
	}
	var same []event
	for _, e := range list {
		if e.date.Equal(most) {
			same = append(same, e)
		}
	}
	c.datesTogether(same, fmt.Sprintf("%s van dit project hebben dezelfde datum, %s. Vul de dag in waarop elke rij gebeurde.",
		dutch.Plural(len(same), "rij", "rijen"), short(most)), short(most))
}

func (c *checker) datesTogether(list []event, message, found string) {
	records := make([]model.Record, len(list))
	for i, e := range list {
		records[i] = e.record
	}
	f := c.sayCells(ruleDraggedDates, list[0].sheet(), records, list[0].column(), message)
	f.Found, f.Expected = found, "de dag waarop het gebeurde"
}

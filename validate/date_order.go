package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

var ruleDateOrder = finding.ByCode("D16")

// dateOrder looks for the one action whose year breaks the order of a list
// that is sorted by date.
func dateOrder(c *checker) {
	var list []event
	c.eachEvent(func(e event) {
		if e.kind == communicationEvent {
			list = append(list, e)
		}
	})
	for _, part := range grouped(list, func(e event) *source.Sheet { return sheetOf(e.record) }) {
		c.outOfOrder(part)
	}
}

func (c *checker) outOfOrder(list []event) {
	const enough = 6
	fall := 0
	for i := 1; i < len(list); i++ {
		if list[i].date.Before(list[i-1].date) {
			if fall > 0 {
				return
			}
			fall = i
		}
	}
	if fall == 0 || len(list) < enough {
		return
	}
	// Either the date at the fall is too early or the one before is too late.
	for _, at := range []int{fall, fall - 1} {
		if at == 0 || at == len(list)-1 {
			continue // nothing on one side to tell the year by
		}
		e, before, after := list[at], list[at-1].date, list[at+1].date
		moved := day(before.Year(), e.date.Month(), e.date.Day())
		if before.After(after) || before.Year() != after.Year() || moved.Before(before) || moved.After(after) {
			continue
		}
		f := c.say(ruleDateOrder, e.sheet(), e.record, e.column(), fmt.Sprintf(
			"Deze actie van %d staat tussen acties van %s en %s, en verder staat het blad in volgorde van datum. Kijk het jaartal na.", e.date.Year(), short(before), short(after)))
		f.Found, f.Expected, f.Proposal = short(e.date), "een dag van "+short(before)+" tot "+short(after), short(moved)
		return
	}
}

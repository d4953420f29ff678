package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleNumbering = finding.ByCode("D09")

// inSeries is a row with its number. One that is lacking or double, which is
// told apart, counts as the number after the one above it.
type inSeries struct {
	record model.Record
	n      float64
}

// numbering demands that the numbers of communication actions run on, sheet by
// sheet. A sheet that is sorted in another way is left alone.
func numbering(c *checker) {
	var rows []model.Record
	for r := range c.data.Records(&model.CommunicationSheet) {
		rows = append(rows, r)
	}
	for _, part := range grouped(rows, sheetOf) {
		c.numbering(part)
	}
}

func (c *checker) numbering(rows []model.Record) {
	var list []inSeries
	seen := map[float64]bool{}
	for _, r := range rows {
		number := r.(*model.Communication).Number
		n := number.Value
		if !number.Known || !r.Base().Usable(model.CommunicationNumber) {
			if len(list) == 0 {
				continue
			}
			n = list[len(list)-1].n + 1
		}
		seen[n] = true
		list = append(list, inSeries{r, n})
	}
	falls, at := 0, 0
	for i := 1; i < len(list); i++ {
		if list[i].n < list[i-1].n {
			falls++
			at = i
		}
	}
	if len(list) < 3 || falls > 1 {
		return
	}
	if falls == 1 {
		c.jump(list, at)
	}
	c.gaps(list, seen)
}

// jump reports the one number that stands out of order, and puts in the list
// what it should be.
func (c *checker) jump(list []inSeries, at int) {
	// Either the row at the fall came too late, or the one before too early.
	culprit, should := at, list[at-1].n+1
	switch {
	case at >= 2 && list[at].n > list[at-2].n:
		culprit, should = at-1, list[at-2].n+1
	case at == 1 && list[2].n < list[0].n:
		culprit, should = 0, list[1].n-1
	}
	n, column := list[culprit].n, model.CommunicationNumber
	f := c.say(ruleNumbering, &model.CommunicationSheet, list[culprit].record, column, fmt.Sprintf(
		"Nummer %s staat niet op zijn plaats in de reeks. Verbeter het nummer, of zet de rij op haar plaats.", number(n)))
	f.Found, f.Expected = number(n), "een reeks die doorloopt"
	if culprit == at-1 && at+1 < len(list) && list[at].n == n-1 {
		// Two neighbours that changed places: both cells are wrong.
		f.Cells = []source.Ref{f.Ref, list[at].record.Base().Place(column)}
	}
	list[culprit].n = should
}

// gaps reports each number after a gap. Many gaps are a numbering of another
// kind.
func (c *checker) gaps(list []inSeries, seen map[float64]bool) {
	var after []inSeries
	before := 0.0
	for i, a := range list {
		// A list that begins later goes on from another one.
		if a.n > before+1 && !seen[a.n-1] && (i > 0 || a.n <= 3) {
			after = append(after, a)
		}
		before = a.n
	}
	if len(after) > 3 {
		return
	}
	for _, a := range after {
		n := a.n
		lack := n - 1
		for lack > 1 && !seen[lack-1] {
			lack--
		}
		text := "Nummer " + number(lack) + " ontbreekt"
		if lack < n-1 {
			text = "De nummers " + number(lack) + " tot " + number(n-1) + " ontbreken"
		}
		f := c.say(ruleNumbering, &model.CommunicationSheet, a.record, model.CommunicationNumber,
			text+" in de reeks. Voeg de vergeten rij toe, of hernummer.")
		f.Found, f.Expected = number(n), number(lack)
	}
}

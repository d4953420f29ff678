package validate

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleSameCount = finding.ByCode("P08")

// sameCount looks for numbers that were dragged down Deelnames. A column that
// is sorted by number, or holds hardly any other, says nothing.
func sameCount(c *checker) {
	long := c.cfg.Thresholds.SameRows
	if long <= 0 {
		return
	}
	list := c.data.Participations
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && list[to].Count == list[from].Count && list[to].Project == list[from].Project && sheetOf(list[to]) == sheetOf(list[from]) {
			to++
		}
		if to-from >= long && list[from].Count.Value >= 3 && !c.big[cell{list[from], model.ParticipationCount}] && c.varies(from, to) {
			records := make([]model.Record, 0, to-from)
			for _, p := range list[from:to] {
				records = append(records, p)
			}
			f := c.sayCells(ruleSameCount, &model.ParticipationSheet, records, model.ParticipationCount, fmt.Sprintf(
				"In %s na elkaar staat %s. Is de cel naar beneden doorgetrokken? Kijk de aantallen na.",
				dutch.Plural(to-from, "rij", "rijen"), number(list[from].Count.Value)))
			f.Found, f.Expected = number(list[from].Count.Value), "aantallen die verschillen"
		}
		from = to
	}
	c.series(max(long/2, 3))
}

// series looks for numbers that were dragged down and that Excel counted on:
// each one more than the one above.
func (c *checker) series(long int) {
	list := c.data.Participations
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && list[to].Count.Known && list[to].Count.Value == list[to-1].Count.Value+1 && list[to].Project == list[from].Project && sheetOf(list[to]) == sheetOf(list[from]) {
			to++
		}
		if to-from >= long {
			records := make([]model.Record, 0, to-from)
			for _, p := range list[from:to] {
				records = append(records, p)
			}
			f := c.sayCells(ruleSameCount, &model.ParticipationSheet, records, model.ParticipationCount, fmt.Sprintf(
				"In %s na elkaar loopt het aantal telkens met één op, van %s tot %s. Is de cel naar beneden doorgetrokken? Kijk de aantallen na.",
				dutch.Plural(to-from, "rij", "rijen"), number(list[from].Count.Value), number(list[to-1].Count.Value)))
			f.Found, f.Expected = number(list[from].Count.Value)+" tot "+number(list[to-1].Count.Value), "aantallen die geteld zijn"
			f.Level = finding.Warning
		}
		from = to
	}
}

// varies tells whether the project of a run of equal counts has others, in no
// order: ten or more, of four kinds, of which few are the run's.
func (c *checker) varies(from, to int) bool {
	run := c.data.Participations[from]
	others, same, turns := 0, 0, 0
	values := map[float64]bool{}
	last, rising := -1.0, false
	for i, p := range c.data.Participations {
		if i >= from && i < to || p.Project != run.Project || !p.Count.Known || !p.Base().Usable(model.ParticipationCount) {
			continue
		}
		others++
		if p.Count.Value == run.Count.Value {
			same++
		}
		values[p.Count.Value] = true
		if up := p.Count.Value > last; p.Count.Value != last {
			if last >= 0 && up != rising {
				turns++
			}
			last, rising = p.Count.Value, up
		}
	}
	return others >= 10 && len(values) >= 4 && same*4 <= others && turns*10 >= others
}

package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleNumbering = finding.Rule{
	Code: "D09", Family: finding.Time, Level: finding.Warning, Who: reportBuilder,
	Title:       "Nummering met een gat of een sprong",
	Explanation: "De communicatieacties zijn doorlopend genummerd: het laatste nummer is dan ook hun aantal. Een nummer dat ontbreekt, kan een vergeten rij zijn.",
	Wrong:       "1, 2, 4, 5", Right: "1, 2, 3, 4",
}

// numbering demands that the numbers of communication actions run on, sheet by
// sheet. A sheet that is sorted in another way is left alone.
func numbering(c *checker) {
	var list []*model.Communication
	seen := map[float64]bool{}
	for _, a := range c.data.Communications {
		if !a.Number.Known || !a.Base().Usable(model.CommunicationNumber) {
			return // a missing or a double number has been reported
		}
		seen[a.Number.Value] = true
		list = append(list, a)
	}
	if len(list) < 3 {
		return
	}
	sheet := list[0].Base().Row.Sheet
	falls, at := 0, -1
	for i, a := range list {
		if a.Base().Row.Sheet != sheet {
			return // numbered apart, by file
		}
		if i > 0 && a.Number.Value < list[i-1].Number.Value {
			falls++
			at = i
		}
	}
	if falls > 1 {
		return
	}
	if falls == 1 && c.jump(list, at) {
		return
	}
	c.gaps(list, seen)
}

// jump reports the one number that stands out of order.
func (c *checker) jump(list []*model.Communication, at int) bool {
	// Either the row at the fall came too late, or the one before too early.
	culprit := at
	if at >= 2 && list[at].Number.Value > list[at-2].Number.Value || at == 1 && len(list) > 2 && list[2].Number.Value < list[0].Number.Value {
		culprit = at - 1
	}
	n := list[culprit].Number.Value
	f := c.say(&ruleNumbering, &model.CommunicationSheet, list[culprit], model.CommunicationNumber, fmt.Sprintf(
		"Nummer %s staat niet op zijn plaats in de reeks. Verbeter het nummer, of zet de rij op haar plaats.", number(n)))
	f.Found, f.Expected = number(n), "een reeks die doorloopt"
	if culprit == at-1 && at+1 < len(list) && list[at].Number.Value == n-1 {
		// Two neighbours that changed places: both cells are wrong.
		column := model.CommunicationNumber
		f.Cells = []source.Ref{list[culprit].Base().Place(column), list[at].Base().Place(column)}
	}
	return true
}

// gaps reports each number after a gap. Many gaps are a numbering of another
// kind.
func (c *checker) gaps(list []*model.Communication, seen map[float64]bool) {
	var after []*model.Communication
	missing := 0.0
	for i, a := range list {
		before := 0.0
		if i > 0 {
			before = list[i-1].Number.Value
		} else if a.Number.Value > 3 {
			continue // a list that goes on from another one
		}
		if a.Number.Value > before+1 {
			after = append(after, a)
			missing += a.Number.Value - before - 1
		}
	}
	if len(after) > 3 {
		return
	}
	for _, a := range after {
		n := a.Number.Value
		lack := n - 1
		for lack > 1 && !seen[lack-1] {
			lack--
		}
		text := "Nummer " + number(lack) + " ontbreekt"
		if lack < n-1 {
			text = "De nummers " + number(lack) + " tot " + number(n-1) + " ontbreken"
		}
		f := c.say(&ruleNumbering, &model.CommunicationSheet, a, model.CommunicationNumber,
			text+" in de reeks. Voeg de vergeten rij toe, of hernummer.")
		f.Found, f.Expected = number(n), number(lack)
	}
}

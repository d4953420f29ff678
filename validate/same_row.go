package validate

import (
	"fmt"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleSameRow = finding.ByCode("K07")

// sameRow looks for whole rows that occur twice in sheets without a key that
// would show it. It always asks; where chance may do it, it only remarks.
func sameRow(c *checker) {
	sameIn(c, &model.TrainingSheet, model.TrainingSubject, c.data.Trainings, func(t *model.Training) bool { return t.Subject != "" })
	sameIn(c, &model.PartnershipSheet, model.PartnershipPartner, c.data.Partnerships, nil)
	sameIn(c, &model.PlanSheet, model.PlanAction, c.data.Plans, nil)
	sameIn(c, &model.ProgressSheet, model.ProgressText, c.data.Progress, nil)
	sameIn(c, &model.FundingSheet, model.FundingAmount, c.data.Funding, func(f *model.Funding) bool { return f.Amount.Known })
	sameIn(c, &model.CommunicationSheet, model.CommunicationAction, c.data.Communications, func(a *model.Communication) bool {
		return a.When.Text != "" && !a.When.Continuous
	})
	c.sameTexts()
}

// pastedRows is from how many rows one after the other that all repeat an
// earlier row in the same order they were pasted: no chance does that.
const pastedRows = 3

// sameIn compares all columns but a number that runs on. A run of rows that
// repeats another is one finding.
// tells says which rows tell so much that they are alike by chance only where
// many are; nil says that none ever is.
func sameIn[T model.Record](c *checker, sheet *model.Sheet, column int, list []T, tells func(T) bool) {
	doubles := sameRows(sheet, list)
	chance := len(doubles) > 0 && tells != nil && likely(sheet, list)
	adjacent := func(d double) bool {
		a, b := d.first.Base().Row, d.record.Base().Row
		return a.Sheet == b.Sheet && b.Number == a.Number+1
	}
	for from := 0; from < len(doubles); {
		to := from + 1
		for to < len(doubles) && doubles[to].follows(doubles[to-1]) {
			to++
		}
		if to-from >= pastedRows {
			c.pastedRun(sheet, column, doubles[from:to])
		} else {
			for _, d := range doubles[from:to] {
				// A row right under its like was entered twice.
				sure := tells == nil || adjacent(d) || tells(d.record.(T)) && !chance
				c.sameAs(sheet, column, d, sure)
			}
		}
		from = to
	}
}

// sameRows gives the rows that are in all columns equal to an earlier one.
func sameRows[T model.Record](sheet *model.Sheet, list []T) []double {
	seen := map[string]T{}
	var doubles []double
	var fields []any
	var key []byte
	for _, r := range list {
		if r.Base().Broken() {
			continue
		}
		fields, key = r.Fields(fields[:0]), key[:0]
		for i, f := range fields {
			if sheet == &model.CommunicationSheet && i == model.CommunicationNumber {
				continue
			}
			key = appendValue(key, f)
		}
		if first, again := seen[string(key)]; again {
			doubles = append(doubles, double{r, first})
		} else {
			seen[string(key)] = r
		}
	}
	return doubles
}

// pastedRun reports a run of rows that repeats an earlier one.
func (c *checker) pastedRun(sheet *model.Sheet, column int, list []double) {
	records := make([]model.Record, len(list))
	for i, d := range list {
		records[i] = d.record
	}
	n := dutch.Plural(len(list), "rij", "rijen")
	f := c.sayCells(rulePastedBlock, sheet, records, column, fmt.Sprintf(
		"Deze %s staan al eens in dit blad, vanaf cel %s. Haal ze weg als ze dubbel zijn.", n, list[0].first.Base().Place(column).Cell()))
	f.Found, f.Expected, f.Mend = n, "elke rij één keer", removal(records)
}

func (c *checker) sameAs(sheet *model.Sheet, column int, d double, sure bool) {
	at := d.first.Base().Place(column)
	where := "cel " + at.Cell()
	if here := d.record.Base().Place(column); at.File != here.File {
		where = at.File + ", " + where
	}
	f := c.say(ruleSameRow, sheet, d.record, column, fmt.Sprintf("Deze rij is in alles gelijk aan die van %s. Haal ze weg als ze dubbel is.", where))
	f.Found, f.Expected = excerpt(keyText(d.record.Fields(nil)[column])), "elke rij één keer"
	f.Mend = removal([]model.Record{d.record})
	if !sure {
		f.Level = finding.Info
	}
}

// likely tells whether two rows may well be the same by chance: many rows, few
// different values in each column. It takes the columns as independent, and
// draws the line at one pair in fifty such sheets, or in ten or two hundred where
// what the rows say makes it less or more likely.
func likely[T model.Record](sheet *model.Sheet, list []T) bool {
	pairs := float64(len(list)) * float64(len(list)-1) / 2
	values := make([]map[string]bool, len(sheet.Columns))
	for i := range values {
		values[i] = map[string]bool{}
	}
	var fields []any
	for _, r := range list {
		fields = r.Fields(fields[:0])
		for i, f := range fields {
			values[i][string(appendValue(nil, f))] = true
		}
	}
	for i := range values {
		if !(sheet == &model.CommunicationSheet && i == model.CommunicationNumber) {
			pairs /= float64(max(len(values[i]), 1))
		}
	}
	switch sheet {
	case &model.FundingSheet:
		return pairs > 0.005 // amounts are often round
	case &model.TrainingSheet:
		return pairs > 0.1 // nobody follows the same training twice on a day
	}
	return pairs > 0.02
}

// ownText is a text that belongs to one project, and to one section of it.
type ownText struct {
	sheet  *model.Sheet
	record model.Record
	column int
	place  pair
	text   string
}

// sameTexts looks for long texts and conclusions that two projects share word
// for word. Where many do, the texts were agreed on.
func (c *checker) sameTexts() {
	const long, some = 30, 10
	var list []ownText
	for _, p := range c.data.Progress {
		if len(p.Text) >= 3*long && p.Base().Usable(model.ProgressText, model.ProgressProject) && words(p.Text) >= long {
			list = append(list, ownText{&model.ProgressSheet, p, model.ProgressText, pair{code(p.Project), p.Section}, p.Text})
		}
	}
	c.sharedTexts(list)
	list = nil
	for _, k := range c.data.Conclusions {
		if k.Base().Usable(model.ConclusionText, model.ConclusionProject) && words(k.Text) >= some {
			list = append(list, ownText{&model.ConclusionSheet, k, model.ConclusionText, pair{code(k.Project), ""}, k.Text})
		}
	}
	c.sharedTexts(list)
}

func (c *checker) sharedTexts(list []ownText) {
	first := map[string]ownText{}
	var double []ownText
	for _, t := range list {
		text := strings.Join(strings.Fields(t.text), " ")
		f, again := first[text]
		if !again {
			first[text] = t
		} else if f.place != t.place {
			t.text = text
			double = append(double, t)
		}
	}
	if len(double)*10 > len(list) && len(double) > 2 {
		return
	}
	for _, t := range double {
		place := first[t.text].record.Base().Place(t.column)
		f := c.say(ruleSameRow, t.sheet, t.record, t.column, fmt.Sprintf(
			"Deze tekst staat woord voor woord ook in %s, blad %s, cel %s. Hoort hij hier?", place.File, place.Sheet, place.Cell()))
		f.Found, f.Expected = excerpt(t.text), "een eigen tekst"
	}
}

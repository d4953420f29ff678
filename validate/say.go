package validate

import (
	"strings"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// say reports a finding on one cell of a record. The pointer is good until the
// next report: it is there to fill in what was found and what was expected.
func (c *checker) say(rule *finding.Rule, sheet *model.Sheet, r model.Record, column int, message string) *finding.Finding {
	f := finding.New(rule, r.Base().Place(column), message)
	f.Column, f.Project = sheet.Columns[column].Name, projectOf(sheet, r)
	c.settle()
	c.said = &f
	return c.said
}

// sayCells reports one finding on several cells of one sheet, in the order
// given; the first is its place.
func (c *checker) sayCells(rule *finding.Rule, sheet *model.Sheet, list []model.Record, column int, message string) *finding.Finding {
	f := c.say(rule, sheet, list[0], column, message)
	if len(list) > 1 {
		for _, r := range list {
			f.Cells = append(f.Cells, r.Base().Place(column))
		}
	}
	return f
}

// projectOf gives the code of the project that a record belongs to, or "".
func projectOf(sheet *model.Sheet, r model.Record) string {
	if p, ok := r.(*model.Project); ok {
		return p.Code
	}
	if i := sheet.ProjectColumn(); i >= 0 {
		return *r.Fields(nil)[i].(*string)
	}
	return ""
}

// fileOf gives the file in which a record stands.
func fileOf(r model.Record) *source.File {
	if s := r.Base().Row.Sheet; s != nil {
		return s.File
	}
	return nil
}

// sheetOf gives the sheet in which a record stands.
func sheetOf(r model.Record) *source.Sheet { return r.Base().Row.Sheet }

// grouped splits a list by what of gives, in the order of first appearance.
func grouped[T any, K comparable](list []T, of func(T) K) [][]T {
	at := map[K]int{}
	var out [][]T
	for _, v := range list {
		i, ok := at[of(v)]
		if !ok {
			i = len(out)
			at[of(v)] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], v)
	}
	return out
}

// hasColumn tells whether the sheet of a record has a column at all.
func hasColumn(r model.Record, column int) bool {
	s := r.Base().Row.Sheet
	return s != nil && column < len(s.Columns) && s.Columns[column] > 0
}

func short(d time.Time) string { return dutch.ShortDate(d) }

// words counts the words of a text.
func words(s string) int { return len(strings.Fields(s)) }

// number writes a number with as many decimals as it has, two at most.
func number(v float64) string {
	if v == float64(int64(v)) {
		return dutch.Number(v, 0)
	}
	return dutch.Number(v, 2)
}

// excerpt shortens a text for a message.
func excerpt(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + " …"
	}
	return s
}

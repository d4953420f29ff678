package ingest

import (
	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// unanswered are the empty cells of a column that asks yes or no. They say no
// in a column of nothing but crosses; elsewhere nobody knows.
type unanswered struct {
	answered bool
	empty    []model.Record
}

// answers notes what a row says in the required columns of yes and no.
func (t *table) answers(rec model.Record, row *grid.Row) {
	for i, needed := range t.required {
		col := t.head.columns[i]
		if !needed || col == 0 || t.lay.decl.Columns[i].Kind != model.YesNo {
			continue
		}
		if t.unanswered == nil {
			t.unanswered = make([]unanswered, len(t.required))
		}
		u := &t.unanswered[i]
		switch {
		case t.filled[i]:
			u.answered = u.answered || !isCross(row, col)
		case !t.merged.covers(row.Number, col):
			u.empty = append(u.empty, rec)
		}
	}
}

func isCross(row *grid.Row, col int) bool {
	for _, c := range row.Cells {
		if c.Col == col {
			return c.Kind == grid.Text && dutch.Fold(c.Text) == "x"
		}
	}
	return false
}

// reportUnanswered asks for the cells that are empty.
func (t *table) reportUnanswered() {
	for i, u := range t.unanswered {
		if !u.answered {
			continue
		}
		for _, rec := range u.empty {
			rec.Base().MarkBad(i)
			t.fields = rec.Fields(t.fields[:0]) // it says whose the row is
			t.report(rules.Required(t.fieldPlace(rec, i), "", []string{"ja", "nee"}))
		}
	}
}

package ingest

import (
	"time"

	"voortgang/ingest/grid"
	"voortgang/ingest/value"
	"voortgang/internal/model"
)

// set reads a cell into a field of the record at hand.
func (t *table) set(i int, cell *grid.Cell) *value.Problem {
	switch t.lay.decl.Columns[i].Kind {
	case model.Text:
		if len(cell.Text) >= cutLength {
			t.noteLength(i, cell)
		}
		return store(t.fields[i].(*string), value.Text, cell, t.ctx)
	case model.Name:
		to := t.fields[i].(*string)
		p := store(to, value.Name, cell, t.ctx)
		if len(*to) != len(cell.Text) && cell.Kind == grid.Text && p == nil {
			t.noteSpaces(i, cell, *to)
		}
		return p
	case model.Date:
		return store(t.fields[i].(*time.Time), value.Date, cell, t.ctx)
	case model.Term:
		return store(t.fields[i].(*model.Period), value.Period, cell, t.ctx)
	case model.Year:
		return store(t.fields[i].(*int), value.Year, cell, t.ctx)
	case model.YesNo:
		return store(t.fields[i].(*bool), value.YesNo, cell, t.ctx)
	case model.List:
		return store(t.fields[i].(*[]string), value.List, cell, t.ctx)
	case model.ChoiceList:
		return store(t.fields[i].(*[]string), t.lay.choices[i].ReadList, cell, t.ctx)
	case model.Decimal:
		return setNumber(t.fields[i].(*model.Number), value.Number, cell, t.ctx)
	case model.Whole:
		return setNumber(t.fields[i].(*model.Number), value.Whole, cell, t.ctx)
	default:
		return t.setChoice(i, cell)
	}
}

func store[T any](to *T, read func(grid.Cell, value.Context) (T, *value.Problem), cell *grid.Cell, ctx value.Context) *value.Problem {
	v, p := read(*cell, ctx)
	*to = v
	return p
}

func setNumber(to *model.Number, read func(grid.Cell, value.Context) (float64, *value.Problem), cell *grid.Cell, ctx value.Context) *value.Problem {
	v, p := read(*cell, ctx)
	*to = model.Number{Value: v, Known: p == nil}
	return p
}

// maxCache bounds how many spellings of a choice are remembered for a column.
const maxCache = 1000

// setChoice reads a choice. A column has few spellings and many rows, so what
// a text means is remembered.
func (t *table) setChoice(i int, cell *grid.Cell) *value.Problem {
	to := t.fields[i].(*string)
	if cell.Kind == grid.Text {
		if v, ok := t.caches[i][cell.Text]; ok {
			*to = v
			return nil
		}
	}
	v, p := t.lay.choices[i].Read(*cell, t.ctx)
	*to = v
	if p == nil && cell.Kind == grid.Text && len(t.caches[i]) < maxCache {
		if t.caches[i] == nil {
			t.caches[i] = map[string]string{}
		}
		t.caches[i][cell.Text] = v
	}
	return p
}

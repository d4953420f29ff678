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
		if len(cell.Text) >= longText {
			return t.remembered(i, cell, value.Text)
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
		to := t.fields[i].(*time.Time)
		p := store(to, value.Date, cell, t.ctx)
		t.noteOrder(i, cell, *to, p)
		return p
	case model.Term:
		return store(t.fields[i].(*model.Period), value.Period, cell, t.ctx)
	case model.Year:
		return store(t.fields[i].(*int), value.Year, cell, t.ctx)
	case model.YesNo:
		return store(t.fields[i].(*bool), value.YesNo, cell, t.ctx)
	case model.List:
		if t.lay.decl.Columns[i].Addresses {
			return store(t.fields[i].(*[]string), value.Addresses, cell, t.ctx)
		}
		to := t.fields[i].(*[]string)
		p := store(to, value.List, cell, t.ctx)
		if len(*to) == 1 && !t.required[i] && value.SaysNothing((*to)[0], false) {
			*to = nil // a dash in a list that may be empty
		}
		return p
	case model.ChoiceList:
		return store(t.fields[i].(*[]string), t.lay.choices[i].ReadList, cell, t.ctx)
	case model.Decimal:
		if t.lay.decl.Columns[i].Money {
			return setNumber(t.fields[i].(*model.Number), value.Money, cell, t.ctx)
		}
		ctx := t.ctx
		ctx.Hours = t.lay.decl.Columns[i].Hours
		return setNumber(t.fields[i].(*model.Number), value.Number, cell, ctx)
	case model.Whole:
		return setNumber(t.fields[i].(*model.Number), value.Whole, cell, t.ctx)
	default:
		return t.remembered(i, cell, t.lay.choices[i].Read)
	}
}

func store[T any](to *T, read func(grid.Cell, value.Context) (T, *value.Problem), cell *grid.Cell, ctx value.Context) *value.Problem {
	v, p := read(*cell, ctx)
	*to = v
	return p
}

func setNumber(to *model.Number, read func(grid.Cell, value.Context) (float64, *value.Problem), cell *grid.Cell, ctx value.Context) *value.Problem {
	v, p := read(*cell, ctx)
	*to = model.Number{Value: v, Known: p == nil || p.Doubtful()}
	return p
}

// maxCache bounds how many texts are remembered for a column.
const maxCache = 1000

// longText is from what length on, in bytes, a free text is remembered: a
// workbook keeps a text once, however many cells show it.
const longText = 4096

// remembered reads a cell of a column that has few texts and many rows, so
// that what a text means is found out once.
func (t *table) remembered(i int, cell *grid.Cell, read func(grid.Cell, value.Context) (string, *value.Problem)) *value.Problem {
	to := t.fields[i].(*string)
	if cell.Kind == grid.Text {
		if v, ok := t.caches[i][cell.Text]; ok {
			*to = v
			return nil
		}
	}
	v, p := read(*cell, t.ctx)
	*to = v
	if p == nil && cell.Kind == grid.Text && len(t.caches[i]) < maxCache {
		if t.caches[i] == nil {
			t.caches[i] = map[string]string{}
		}
		t.caches[i][cell.Text] = v
	}
	return p
}

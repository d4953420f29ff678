package ingest

import (
	"voortgang/ingest/grid"
	"voortgang/ingest/value"
	"voortgang/internal/model"
)

// fitting says how a cell goes with a column.
type fitting int

const (
	fitsNot  fitting = iota
	fitsText         // any text would do
	fitsKind         // it is a date, number or choice as the column holds
)

// fits tells whether a cell can be read as a value of a column, without
// reading it into a record.
func (l *layout) fits(i int, cell grid.Cell, ctx value.Context) fitting {
	var p *value.Problem
	switch l.decl.Columns[i].Kind {
	case model.Text, model.Name, model.List:
		return fitsText
	case model.Date:
		_, p = value.Date(cell, ctx)
	case model.Term:
		_, p = value.Period(cell, ctx)
	case model.Year:
		_, p = value.Year(cell, ctx)
	case model.YesNo:
		_, p = value.YesNo(cell, ctx)
	case model.ChoiceList:
		_, p = l.choices[i].ReadList(cell, ctx)
	case model.Decimal, model.Whole:
		_, p = value.Number(cell, ctx)
	default:
		_, p = l.choices[i].Read(cell, ctx)
	}
	if p != nil && !p.Doubtful() || cell.Blank() {
		return fitsNot
	}
	return fitsKind
}

package ingest

import (
	"regexp"
	"slices"
	"unicode"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/unit"
)

// quantityOf tells what a column of the sheet measures.
func (l *layout) quantityOf(i int) unit.Quantity {
	switch col := &l.decl.Columns[i]; {
	case col.Money:
		return unit.Money
	case col.Kind == model.Decimal && col.Name == "uren":
		return unit.Hours
	case col.Kind == model.Decimal && (l.decl == &model.FTESheet || l.decl == &model.StaffingSheet):
		return unit.FTE
	case col.Kind == model.Whole:
		return unit.Count
	}
	return unit.None
}

// longestUnit is the longest name with a unit behind it, in bytes.
const longestUnit = 80

// withUnit finds the declared column that a header names with a unit behind
// the name: "bedrag in k€", "uren minuten".
func (l *layout) withUnit(header string) (column, bool) {
	if len(header) > longestUnit {
		return column{}, false
	}
	for i := len(header) - 1; i > 0; i-- {
		if r := rune(header[i]); r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || header[i]&0xC0 == 0x80 {
			continue
		}
		c, ok := l.columns[dutch.Fold(header[:i])]
		if !ok {
			continue
		}
		if _, pure, _ := l.quantityOf(c.index).In(header[i:]); pure {
			c.beside = header[i:]
			return c, true
		}
	}
	return column{}, false
}

// measure notes in which unit a column is given, as a text at a place says.
func (t *table) measure(columns []int, u unit.Unit, row, col int) {
	if u.Factor == 1 || len(columns) == 0 {
		return
	}
	if t.units == nil {
		t.units = make([]unit.Unit, len(t.lay.decl.Columns))
	}
	names := make([]string, len(columns))
	for k, i := range columns {
		t.units[i] = u
		names[k] = t.lay.names[i]
	}
	place := t.cellPlace(row, col, names[0])
	t.report(rules.OtherUnit(place, names, u.Text, t.lay.quantityOf(columns[0]).Plain(), u.Factor))
}

// measureHeader finds the units that the column names hold.
func (t *table) measureHeader() {
	for i, col := range t.head.columns {
		q := t.lay.quantityOf(i)
		if col == 0 || q == unit.None || t.head.wide != nil {
			continue
		}
		beside := t.head.texts[col]
		if c, ok := t.lay.columnFor(beside); ok {
			beside = c.beside
		}
		if u, _, found := q.In(beside); found {
			t.measure([]int{i}, u, t.head.row, col)
		}
	}
}

// titleParts parts a title in what may be a unit by itself: "Middelen
// (bedragen x 1.000 euro)", "VTE per thema, in %".
var titleParts = regexp.MustCompile(`[()\[\]:;–]|, | - `)

// measureTitles finds a unit in the titles: "bedragen in duizend euro".
func (t *table) measureTitles(titles []*grid.Row) {
	for _, row := range titles {
		for _, cell := range row.Cells {
			if cell.Kind != grid.Text || len(cell.Text) > longestHeader {
				continue
			}
			for _, part := range titleParts.Split(cell.Text, -1) {
				for _, q := range [...]unit.Quantity{unit.Money, unit.Hours, unit.FTE} {
					columns := t.unmeasured(q)
					if len(columns) == 0 {
						continue
					}
					if u, pure, _ := q.In(part); pure && (u.Factor > 0 || q == unit.Money) {
						t.measure(columns, u, row.Number, cell.Col)
						break
					}
				}
			}
		}
	}
}

// unmeasured gives the columns of a quantity of which no unit is known.
func (t *table) unmeasured(q unit.Quantity) []int {
	var out []int
	for i, col := range t.head.columns {
		if col > 0 && t.lay.quantityOf(i) == q && (t.units == nil || t.units[i].Factor == 0 && t.units[i].Text == "") {
			out = append(out, i)
		}
	}
	return out
}

// measureBelow finds the units in a row right under the column names.
func (t *table) measureBelow(row *grid.Row) {
	for _, cell := range row.Cells {
		to := t.head.target(cell.Col)
		if to.role != roleField || cell.Kind != grid.Text {
			continue
		}
		q := t.lay.quantityOf(to.index)
		if u, pure, _ := q.In(cell.Text); pure && slices.Contains(t.unmeasured(q), to.index) {
			t.measure([]int{to.index}, u, row.Number, cell.Col)
		}
	}
}

// inUnit brings a cell to the plain unit of its column. ok is false when that
// can't be: then nothing is read of it.
func (t *table) inUnit(i int, cell *grid.Cell) (_ *grid.Cell, ok bool) {
	if t.units == nil || t.units[i].Text == "" {
		return cell, true
	}
	u := t.units[i]
	if u.Factor == 0 {
		return nil, false
	}
	v, p := value.Number(*cell, t.ctx)
	if p != nil || cell.Format == grid.Percent && u.Factor == 0.01 {
		return cell, true
	}
	plain := *cell
	plain.Kind, plain.Format, plain.Text, plain.Number = grid.Number, grid.General, "", dutch.Round(v*u.Factor, 6)
	return &plain, true
}

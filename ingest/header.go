package ingest

import (
	"slices"
	"strings"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// headerRows is how many rows with content are looked at for column names.
const headerRows = 60

// headerCells is how many cells of such a row are looked at.
const headerCells = 300

// match says how well a row names the columns of a sheet.
type match struct {
	// count is the number of columns named, near the number of names that
	// are nearly one.
	count, near int
	// required is true when all required columns are named: named of the
	// needed ones are.
	required      bool
	named, needed int
}

// match compares a row with the declared columns; with near, names that are
// nearly one are counted too.
func (l *layout) match(row *grid.Row, near bool) match {
	var m match
	named := make([]bool, len(l.decl.Columns))
	for _, cell := range row.Cells[:min(len(row.Cells), headerCells)] {
		if cell.Kind != grid.Text {
			continue
		}
		if c, ok := l.columnFor(cell.Text); ok {
			if !named[c.index] {
				named[c.index] = true
				m.count++
			}
		} else if near && l.near.Nearest(cell.Text) != "" {
			m.near++
		}
	}
	for i := range l.decl.Columns {
		if l.decl.Columns[i].Required {
			m.needed++
			if named[i] {
				m.named++
			}
		}
	}
	m.required = m.named == m.needed
	return m
}

// likely tells whether a row with this match may be the header row.
func (m match) likely(columns int) bool {
	return m.count >= 2 || m.count >= 1 && (m.required || (m.count+m.near)*2 >= columns || m.near > 0)
}

func (m match) score() int { return m.count*3 + m.near }

// bestHeader gives the index of the row that names the columns best, the
// first of equals; -1 when none does.
func (l *layout) bestHeader(rows []*grid.Row) int {
	best, most := -1, 0
	for i, row := range rows {
		m := l.match(row, i < headerRows)
		if m.likely(len(l.decl.Columns)) && m.score() > most {
			best, most = i, m.score()
		}
	}
	return best
}

// role says what stands in a column of the sheet.
type role uint8

const (
	roleNone role = iota
	roleField
	roleUnknown
	roleTwice
)

// target is where the cells of one column go.
type target struct {
	role  role
	index int
}

// header is what the header row says.
type header struct {
	row int
	// top is the row above the first of data: mostly the same.
	top int
	// wide is set when the values of a column are columns themselves.
	wide *wideHead
	// at gives the target of a column (1-based).
	at []target
	// texts gives the text of a column (1-based).
	texts []string
	// columns maps declared columns to where they stand, 0 when absent.
	columns []int
	// unknown are the columns that aren't declared, in order.
	unknown []*strayColumn
	// twice are declared columns that occur again.
	twice []repeated
}

// repeated is a column that names a declared one again.
type repeated struct {
	index, col int
	text       string
}

// strayColumn is a column that isn't read, with what was seen in it.
type strayColumn struct {
	col   int
	text  string
	first source.Ref
	found string
	count int
	// spoken is true of one that is read after all, or that needs no word.
	spoken bool
}

// newHeader reads a header row. A name goes before an alias: where both occur
// the alias is taken for an unknown column.
func (l *layout) newHeader(row *grid.Row) *header {
	last := row.Cells[len(row.Cells)-1].Col
	h := &header{row: row.Number, top: row.Number, at: make([]target, last+1), texts: make([]string, last+1), columns: make([]int, len(l.decl.Columns))}
	byAlias := make([]bool, len(l.decl.Columns))
	for _, aliases := range [...]bool{false, true} {
		for _, cell := range row.Cells {
			c, ok := l.columnFor(cell.Text)
			if !ok || c.alias != aliases || cell.Kind != grid.Text {
				continue
			}
			switch {
			case h.columns[c.index] == 0:
				h.columns[c.index], byAlias[c.index] = cell.Col, aliases
				h.at[cell.Col] = target{roleField, c.index}
			case byAlias[c.index] == aliases:
				h.at[cell.Col] = target{roleTwice, c.index}
				h.twice = append(h.twice, repeated{index: c.index, col: cell.Col, text: cell.Text})
			}
		}
	}
	for _, cell := range row.Cells {
		h.texts[cell.Col] = cell.Text
		if h.at[cell.Col].role == roleNone {
			h.at[cell.Col] = target{roleUnknown, len(h.unknown)}
			h.unknown = append(h.unknown, &strayColumn{col: cell.Col, text: cell.Text})
		}
	}
	return h
}

// target gives where the cells of a column go.
func (h *header) target(col int) target {
	if col < len(h.at) {
		return h.at[col]
	}
	return target{}
}

// reportTwice reports the columns that name a declared one again.
func (t *table) reportTwice() {
	for _, twice := range t.head.twice {
		first := t.cellRef(t.head.row, t.head.columns[twice.index]).Cell()
		t.report(rules.Twice(t.cellPlace(t.head.row, twice.col, t.lay.names[twice.index]), twice.text, first))
	}
}

// missing reports the required columns that aren't there. An unknown column
// that may well be the one is named, and isn't reported as unknown then: one
// with nearly that name, or the only one when one column is missing.
func (t *table) missing(required []bool) {
	var lost []model.Column
	for i, col := range t.lay.decl.Columns {
		if !required[i] || t.head.columns[i] != 0 {
			continue
		}
		if u := t.head.nearUnknown(col); u != nil {
			t.report(rules.Missing(t.instead(u, col), u.text, t.src.Vertical))
			continue
		}
		lost = append(lost, col)
	}
	if only := t.onlyUnknown(); len(lost) == 1 && only != nil && !t.src.Vertical {
		t.report(rules.Renaming(t.instead(only, lost[0]), only.text))
		return
	}
	for _, col := range lost {
		t.report(rules.Missing(t.sheetPlace(col.Name), "", t.src.Vertical))
	}
}

// instead takes an unknown column for a declared one that is missing, and
// gives its place.
func (t *table) instead(u *strayColumn, col model.Column) rules.At {
	t.head.unknown = slices.DeleteFunc(t.head.unknown, func(o *strayColumn) bool { return o == u })
	u.count = 0
	place := t.cellPlace(t.head.row, u.col, col.Name)
	return place
}

// onlyUnknown gives the unknown column that holds something and isn't nearly
// another column that the sheet lacks; nil when there is none or more than one.
func (t *table) onlyUnknown() *strayColumn {
	var only *strayColumn
	for _, u := range t.head.unknown {
		if u.count == 0 || u.spoken || t.freeName(u.text) != "" {
			continue
		}
		if only != nil {
			return nil
		}
		only = u
	}
	return only
}

// nearUnknown gives the unknown column whose name is nearly that of col.
func (h *header) nearUnknown(col model.Column) *strayColumn {
	for _, u := range h.unknown {
		if !u.spoken && value.Nearest(u.text, append([]string{col.Name}, col.Aliases...)) != "" {
			return u
		}
	}
	return nil
}

// strays reports the columns that aren't read although they hold something.
func (t *table) strays() {
	for _, u := range t.head.unknown {
		if u.count == 0 || u.spoken {
			continue
		}
		place := t.cellPlace(t.head.row, u.col, "")
		t.report(rules.Strange(place, strings.TrimRight(u.text, ": "), t.freeName(u.text)))
	}
	for _, u := range t.unnamed {
		if t.src.Vertical {
			t.report(rules.Loose(t.place(u.first, ""), u.found))
			continue
		}
		t.report(rules.Unnamed(t.place(u.first, ""), u.found, u.count))
	}
}

// freeName proposes a declared column that the sheet lacks.
func (t *table) freeName(text string) string {
	var free []string
	for i, col := range t.lay.decl.Columns {
		if t.head.columns[i] == 0 {
			free = append(free, col.Name)
		}
	}
	return value.Nearest(text, free)
}

package ingest

import (
	"slices"
	"strings"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// wideHead is a header row in which the values of one column are columns
// themselves: a column for each group, source or year.
type wideHead struct {
	// choice is the column whose values they are, number the one whose values
	// stand under them; -1 when the sheet can't be read so.
	choice, number int
	// values are the cells of the header row with those values.
	values []grid.Cell
	// sheets are the sheet as the records of each of them point at it.
	sheets []*source.Sheet
}

// wide recognises such a row; nil for any other.
func (l *layout) wide(row *grid.Row, ctx value.Context) *wideHead {
	if len(row.Cells) < 2 {
		return nil
	}
	named, count := make([]bool, len(l.decl.Columns)), 0
	for _, cell := range row.Cells[:min(len(row.Cells), headerCells)] {
		if c, ok := l.columnFor(cell.Text); ok && cell.Kind == grid.Text {
			named[c.index] = true
			count++
		}
	}
	for i := range l.decl.Columns {
		col := &l.decl.Columns[i]
		if named[i] || !col.Required || col.Kind != model.Choice && col.Kind != model.Year || col.Open {
			continue
		}
		w := &wideHead{choice: i, number: l.onlyNumber()}
		seen := map[string]bool{}
		for _, cell := range row.Cells {
			if v := l.heads(i, cell, ctx); v != "" && !seen[v] {
				seen[v] = true
				w.values = append(w.values, cell)
			}
		}
		if len(w.values) < 2 || count == 0 && len(w.values) < len(row.Cells)-1 || slices.ContainsFunc(l.numbers(), func(n int) bool { return named[n] }) {
			continue
		}
		for k := range l.decl.Columns {
			if l.decl.Columns[k].Required && !named[k] && k != i && k != w.number {
				w.number = -1
			}
		}
		return w
	}
	return nil
}

// heads gives the value of a column that a header cell is: "Jongeren", "aantal
// jongeren", 2021; "" when it is none.
func (l *layout) heads(i int, cell grid.Cell, ctx value.Context) string {
	if cell.Kind == grid.Number {
		if l.fits(i, cell, ctx) == fitsKind {
			return grid.Plain(cell.Number)
		}
		return ""
	}
	if cell.Kind != grid.Text || len(cell.Text) > longestHeader {
		return ""
	}
	bare := strings.Join(slices.DeleteFunc(strings.Fields(withoutBrackets(cell.Text)), func(word string) bool {
		c, ok := l.columnFor(word)
		return ok && slices.Contains(l.numbers(), c.index) || dutch.Fold(word) == "aantal" || dutch.Fold(word) == dutch.Fold(l.decl.Name)
	}), " ")
	for _, text := range [...]string{cell.Text, bare} {
		if l.fits(i, grid.Cell{Kind: grid.Text, Text: text}, ctx) == fitsKind {
			return dutch.Fold(text)
		}
	}
	return l.begun(i, bare)
}

// begun gives the only value of a choice that begins with a text: "volw.".
func (l *layout) begun(i int, text string) string {
	fold, only := dutch.Fold(text), ""
	if len(fold) < 3 {
		return ""
	}
	for _, v := range l.values(i) {
		if strings.HasPrefix(dutch.Fold(v), fold) {
			if only != "" {
				return ""
			}
			only = v
		}
	}
	return dutch.Fold(only)
}

// numbers gives the required columns that hold numbers, onlyNumber the only one
// or -1.
func (l *layout) numbers() []int {
	var list []int
	for i, col := range l.decl.Columns {
		if col.Required && (col.Kind == model.Decimal || col.Kind == model.Whole) {
			list = append(list, i)
		}
	}
	return list
}

func (l *layout) onlyNumber() int {
	if list := l.numbers(); len(list) == 1 {
		return list[0]
	}
	return -1
}

// spread lets each of the columns of a wide header row hold the number, in
// records of its own.
func (t *table) spread(w *wideHead) {
	t.head.wide = w
	for _, cell := range w.values {
		place := *t.src
		place.Columns = slices.Clone(t.head.columns)
		place.Columns[w.choice], place.Columns[w.number] = cell.Col, cell.Col
		w.sheets = append(w.sheets, &place)
		t.head.at[cell.Col] = target{roleField, w.number}
	}
	for _, u := range t.head.unknown {
		u.spoken = slices.ContainsFunc(w.values, func(c grid.Cell) bool { return c.Col == u.col }) || totalityOf(u.text) != noTotal
	}
	t.head.columns[w.choice], t.head.columns[w.number] = w.values[0].Col, w.values[0].Col
	place := t.cellPlace(t.head.row, w.values[0].Col, t.lay.names[w.choice])
	t.report(rules.Unfolded(place, t.shown(w), t.lay.names[w.number]))
}

// shown gives the names of the columns as they stand there.
func (t *table) shown(w *wideHead) []string {
	names := make([]string, len(w.values))
	for i, cell := range w.values {
		names[i] = value.Show(cell, t.ctx)
	}
	return names
}

// unfold makes a record for each cell under a value of a wide header row.
func (t *table) unfold(row *grid.Row) {
	w := t.head.wide
	rest := grid.Row{Number: row.Number, Hidden: row.Hidden}
	own := map[int]grid.Cell{}
	for _, cell := range row.Cells {
		if slices.ContainsFunc(w.values, func(c grid.Cell) bool { return c.Col == cell.Col }) {
			own[cell.Col] = cell
		} else {
			rest.Cells = append(rest.Cells, cell)
		}
	}
	made := 0
	for i, head := range w.values {
		cell, filled := own[head.Col]
		if !filled && (i > 0 || len(own) > 0) {
			continue
		}
		one := rest
		if one.Cells = slices.Clone(rest.Cells); filled {
			one.Cells = append(one.Cells, cell)
			slices.SortFunc(one.Cells, func(a, b grid.Cell) int { return a.Col - b.Col })
		}
		t.src = w.sheets[i]
		t.recordOf(&one, &w.values[i])
		made++
	}
	t.in.Rows += made - 1
}

// fix fills in the value that the column of a cell stands for.
func (t *table) fix(base *model.Base, head *grid.Cell) {
	i := t.head.wide.choice
	t.filled[i], t.seen[i] = true, true
	text := *head
	if text.Kind == grid.Text && t.lay.fits(i, text, t.ctx) != fitsKind {
		text.Text = t.lay.heads(i, text, t.ctx)
	}
	t.take(base, i, &text)
}

package ingest

import (
	"slices"

	"voortgang/ingest/rules"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// maxHiddenCells bounds the places of one finding on hidden rows.
const maxHiddenCells = 1000

// hidden reports what the sheet holds but Excel doesn't show. All of it is
// read: nobody asked to leave it out.
func (t *table) hidden() {
	facts := t.in.Facts
	if t.in.Hidden && t.in.Rows > 0 {
		t.report(rules.HiddenData(t.sheetPlace(""), t.in.Rows))
		return
	}
	if facts == nil {
		return
	}
	t.hiddenRows(facts)
	t.hiddenColumns(facts)
}

// hiddenRows reports the hidden rows below the header row.
func (t *table) hiddenRows(facts *model.SheetFacts) {
	var cells []source.Ref
	for _, span := range facts.HiddenRows {
		for row := max(span.First, t.head.top+1); row <= span.Last && len(cells) < maxHiddenCells; row++ {
			if row == t.head.row {
				continue
			}
			cells = append(cells, t.cellRef(row, t.head.first()))
		}
	}
	if len(cells) > 0 {
		t.report(rules.Hidden(t.place(cells[0], ""), cells, facts.Filtered))
	}
}

// hiddenColumns reports the hidden columns that are read and hold something.
func (t *table) hiddenColumns(facts *model.SheetFacts) {
	if len(facts.HiddenColumns) == 0 {
		return
	}
	var cells []source.Ref
	for i, col := range t.head.columns {
		if col > 0 && t.seen[i] && within(facts.HiddenColumns, col) {
			cells = append(cells, t.cellRef(t.head.row, col))
		}
	}
	if len(cells) == 0 {
		return
	}
	slices.SortFunc(cells, func(a, b source.Ref) int { return a.Col - b.Col })
	names := make([]string, len(cells))
	for k, cell := range cells {
		names[k] = t.lay.names[t.head.at[cell.Col].index]
	}
	t.report(rules.HiddenColumn(t.place(cells[0], names[0]), names, cells))
}

// hidden reports the hidden rows of a Fiche that stands upright.
func (f *fiche) hidden(valueCol int) {
	facts := f.in.Facts
	if f.in.Hidden {
		f.report(rules.HiddenData(f.sheetPlace(""), f.in.Rows))
		return
	}
	if facts == nil {
		return
	}
	var cells []source.Ref
	for _, row := range f.rows {
		if row.Hidden && slices.Contains(f.head.columns, row.Number) && !row.At(valueCol).Blank() {
			cells = append(cells, f.cellRef(valueCol, row.Number))
		}
	}
	if len(cells) > 0 {
		f.report(rules.Hidden(f.place(cells[0], ""), cells, facts.Filtered))
	}
	if within(facts.HiddenColumns, valueCol) {
		at := f.cellPlace(valueCol, f.rows[0].Number, "")
		f.report(rules.HiddenColumn(at, []string{"de waarden van de fiche"}, []source.Ref{at.Ref}))
	}
}

func within(spans []model.Span, n int) bool {
	for _, s := range spans {
		if s.First <= n && n <= s.Last {
			return true
		}
	}
	return false
}

package ingest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// aside recognises rows that are no records: a total, the header again, an
// explanation of it, a title over merged cells, or a note. It gives "" for any
// other row, and the cell that says so.
func (t *table) aside(row *grid.Row, missing int) (string, *grid.Cell) {
	again, words, filled := 0, 0, 0
	text := false // a text stands where one is required: half of a record
	var first grid.Cell
	for _, cell := range row.Cells {
		to := t.head.target(cell.Col)
		if to.role != roleField {
			continue
		}
		if filled++; filled == 1 {
			first = cell
			text = t.lay.decl.Columns[to.index].Kind == model.Text && t.required[to.index]
		}
		if cell.Kind == grid.Text && strings.ContainsFunc(cell.Text, unicode.IsLetter) { // in CSV numbers are text too
			words++
			if c, ok := t.lay.columnFor(cell.Text); ok && c.index == to.index {
				again++
			}
		}
	}
	if sum := t.total(row, missing, words); sum != nil && again < 2 {
		return rules.TotalRow, sum
	}
	switch {
	case again >= 2 || again == filled && filled > 0:
		return rules.HeaderRow, &row.Cells[0]
	case t.counted == 0 && row.Number > t.head.row && t.explains(row):
		return rules.ExplanationRow, &row.Cells[0]
	case filled == 1 && words == 1 && t.merged.wide(row.Number, first.Col):
		return rules.TitleRow, &row.Cells[0]
	case filled == 1 && words == 1 && missing >= 1 && !text && (isNote(first.Text) || t.noteBelow(row, first) || t.noCode(first)):
		t.noted = row.Number
		return rules.NoteRow, &row.Cells[0]
	}
	return "", nil
}

// noteWords are words with which notes begin.
var noteWords = regexp.MustCompile(`(?i)^(bron(nen)?|nota|noot|opmerking(en)?|opm|let op|toelichting|legende|ps|nb|n\.b\.|laatst (bijgewerkt|gewijzigd|aangepast)|bijgewerkt|ingevuld|stand op)\b|^[*(]`)

// isNote tells whether a text is written as a note.
func isNote(text string) bool {
	return len(strings.Fields(text)) >= 2 && (noteWords.MatchString(text) || strings.HasSuffix(text, ".") && len(strings.Fields(text)) >= 4)
}

// noteBelow tells whether a text that its column refuses stands apart from the
// rows above it, or right under another note.
func (t *table) noteBelow(row *grid.Row, first grid.Cell) bool {
	apart := row.Number > t.last+1 || t.noted > 0 && row.Number == t.noted+1
	return apart && len(t.problems) > 0 && len(strings.Fields(first.Text)) >= 2
}

// noCode tells whether a sentence stands where the code of a project belongs.
func (t *table) noCode(first grid.Cell) bool {
	return t.project >= 0 && first.Col == t.head.columns[t.project] && len(strings.Fields(first.Text)) >= 4
}

// refuse passes over a row that is no record; says is the cell that shows it.
func (t *table) refuse(row *grid.Row, kind string, says *grid.Cell) {
	t.in.Refused++
	if t.passed == row.Number {
		return // of each of its columns that is a value
	}
	t.passed = row.Number
	ref := t.cellRef(row.Number, row.Cells[0].Col)
	f := rules.Aside(t.place(ref, ""), kind, value.Show(*says, t.ctx))
	if kind == rules.ExplanationRow {
		t.measureBelow(row)
	}
	if kind == rules.TotalRow {
		t.unstray(says, row.Number)
		t.totals = append(t.totals, f)
		return
	}
	t.report(f)
}

// reportTotals reports the rows that look like totals. Where there are no
// others, what they hold is missed: that is an error.
func (t *table) reportTotals() {
	for _, f := range t.totals {
		if t.counted == 0 {
			f.Level = finding.Error
		}
		t.report(f)
	}
}

// unstray takes back that a cell stands in a column that isn't read: it has been
// spoken of.
func (t *table) unstray(cell *grid.Cell, row int) {
	if to := t.head.target(cell.Col); to.role == roleUnknown {
		t.head.unknown[to.index].count--
	}
	t.unnamed = slices.DeleteFunc(t.unnamed, func(u *strayColumn) bool { return u.count == 1 && u.first.Row == row && u.first.Col == cell.Col })
}

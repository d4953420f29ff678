package ingest

import (
	"strings"
	"unicode"

	"voortgang/ingest/grid"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// totalWords say that a row is a total, or an average; sumWords do so only by themselves,
// since names hold them too; besideTotal may stand beside either.
var (
	totalWords = words("totaal totalen subtotaal subtotalen eindtotaal deeltotaal tussentotaal jaartotaal maandtotaal totaalbedrag totaalsom total totals subtotal subtotals gemiddelde gemiddelden gemiddeld average")
	sumWords   = words("som sum tot ttl")
	// besideTotal holds words that make no name of a total.
	besideTotal = words("algemeen algemene generaal grand sub eind alles samen van de het per jaar")
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// totality says how far a text names a total.
type totality int

const (
	noTotal   totality = iota
	sumOnly            // "Som": a name may be so
	partTotal          // "Onderwijs totaal", "Totaalbedrag 2021"
	allTotal           // "Totaal", "Algemeen totaal:"
)

// totalityOf looks for the words of a total in a text.
func totalityOf(text string) totality {
	if len(text) > 60 {
		return noTotal
	}
	total, sum, others := false, false, false
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch {
		case totalWords[word]:
			total = true
		case sumWords[word]:
			sum = true
		case !besideTotal[word]:
			others = true
		}
	}
	switch {
	case total && !others:
		return allTotal
	case total:
		return partTotal
	case sum && !others:
		return sumOnly
	}
	return noTotal
}

// namesTotal tells whether a name in the row is a word for a total: such a row
// is none of data, even when nothing in it is refused.
func (t *table) namesTotal(row *grid.Row) bool {
	for _, cell := range row.Cells {
		if cell.Kind != grid.Text || len(cell.Text) > 24 {
			continue
		}
		if to := t.head.target(cell.Col); to.role == roleField && t.lay.decl.Columns[to.index].Kind == model.Name && totalityOf(cell.Text) == allTotal {
			return true
		}
	}
	return false
}

// total gives the cell that says that a row is a total; nil when there is
// none. words is how many of its cells hold letters.
func (t *table) total(row *grid.Row, missing, words int) *grid.Cell {
	for i := range row.Cells {
		cell := &row.Cells[i]
		if cell.Kind != grid.Text {
			continue
		}
		to, says := t.head.target(cell.Col), totalityOf(cell.Text)
		if to.role != roleField {
			if says == allTotal && missing > 0 {
				return cell
			}
			continue
		}
		col := &t.lay.decl.Columns[to.index]
		counts := col.Kind == model.Decimal || col.Kind == model.Whole
		switch {
		case says == noTotal && !(t.refused(to.index) && t.ofAll(col, cell.Text)):
		case t.refused(to.index) && !counts:
			return cell
		case says == allTotal && (missing > 0 || col.Kind == model.Name):
			return cell
		case missing > 0 && words == 1 && (col.Kind != model.Text || !t.required[to.index]):
			return cell
		case says == partTotal && missing > 0 && i == 0 && col.Kind == model.Name:
			return cell
		}
	}
	return nil
}

// ofAll recognises "Alle thema's" where one belongs, below amounts of each.
func (t *table) ofAll(col *model.Column, text string) bool {
	fold := dutch.Fold(text)
	return t.counted > 0 && col.Kind == model.Choice && (col.Themes || t.lay.counts()) && (fold == "alle" || fold == "alles" || strings.HasPrefix(fold, "alle"+dutch.Fold(col.Name)) ||
		strings.HasPrefix(fold, "allebron") || strings.HasPrefix(fold, "alleth"))
}

// counts tells whether the rows of the sheet hold an amount.
func (l *layout) counts() bool {
	for i := range l.decl.Columns {
		if l.decl.Columns[i].Money {
			return true
		}
	}
	return false
}

// refused tells whether the value of a column of the row at hand was refused.
func (t *table) refused(i int) bool {
	for _, p := range t.problems {
		if p.index == i && !p.problem.Doubtful() {
			return true
		}
	}
	return false
}

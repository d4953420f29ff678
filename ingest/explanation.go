package ingest

import (
	"regexp"
	"strings"

	"voortgang/ingest/grid"
	"voortgang/internal/model"
)

// exampleMark begins an example: "bv. A001", "vb: 14/04/2021".
var exampleMark = regexp.MustCompile(`(?i)^\(?(b\.?v\.?b?|bijv|vb|e\.g|vbd)(\.\s*|:\s*|\s+)\S|^\(?(bijvoorbeeld|voorbeeld|voorbeeldrij|example)\b(:|\s*\d*\)?$|\s+\d)`)

// instruction is what tells how to fill in a column, and is no value of one.
var instruction = regexp.MustCompile(`(?i)^\(?(dd?|jj(jj)?|yyyy|mm?)[\s/.-]+(dd?|mm?)\b` +
	`|\b(kies|selecteer|duid aan|vul|geef|noteer|schrijf|beschrijf|vermeld|gebruik|typ)\b.*\S|\b(keuzelijst|uitklaplijst|dropdown|verplicht|optioneel|facultatief|invullen|in te vullen)\b` +
	`|\bbv\.|\bbijv\.|\bmax\.? ?\d|^(vrije |korte |lange )?(tekst|text|omschrijving|beschrijving|titel)( van .*)?$` +
	`|^(een )?(geheel |decimaal |positief )?(getal|nummer|number)\b|^numeriek\b|^(datum|date|jaartal|bedrag|aantal)( in .*| \(.*\)| van .*)?$` +
	`|^(uniek|uniek nummer|volgnummer|project ?code|code van .*|code uit .*|naam van .*|pseudoniem|zie (blad|toelichting|lijst).*)$|^in (uren|euro|minuten|vte|€)\b`)

// explains recognises a row right under the column names that says how to fill
// them in, or gives an example: most of its cells do so.
func (t *table) explains(row *grid.Row) bool {
	filled, says, examples := 0, 0, 0
	for _, cell := range row.Cells {
		to := t.head.target(cell.Col)
		if to.role != roleField {
			continue
		}
		filled++
		if cell.Kind != grid.Text {
			continue
		}
		text := strings.TrimSpace(cell.Text)
		switch kind := t.lay.decl.Columns[to.index].Kind; {
		case exampleMark.MatchString(text):
			says++
			if kind == model.Name && t.required[to.index] || t.refused(to.index) {
				examples++
			}
		case len(text) > 200:
		case kind == model.Text && len(strings.Fields(text)) > 8:
		case t.refused(to.index) && (t.listsValues(to.index, text) || t.saysUnit(to.index, text)), instruction.MatchString(text):
			says++
		}
	}
	return says*2 >= filled && (says >= 2 || filled == 1 && len(t.problems) > 0 && says > 0) || examples > 0
}

// listsValues tells whether a text names the values that its column takes, two
// or more.
func (t *table) listsValues(i int, text string) bool {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/|,;\n", r) })
	if t.lay.decl.Columns[i].Kind == model.YesNo {
		return len(parts) == 2
	}
	known := 0
	for _, part := range parts {
		if t.lay.choices[i] == nil {
			return false
		}
		if _, p := t.lay.choices[i].Read(grid.Cell{Kind: grid.Text, Text: strings.TrimSpace(part)}, t.ctx); p == nil {
			known++
		}
	}
	return known >= 2
}

// saysUnit tells whether a text is nothing but a unit.
func (t *table) saysUnit(i int, text string) bool {
	_, pure, _ := t.lay.quantityOf(i).In(text)
	return pure
}

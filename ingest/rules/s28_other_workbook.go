package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// OtherWorkbook is rule S28: formulas that read another workbook.
var OtherWorkbook = finding.ByCode("S28")

// External makes the finding of the cells of a sheet whose formulas read
// another workbook.
func External(at At, cells []source.Ref) finding.Finding {
	f := at.make(OtherWorkbook, dutch.Plural(len(cells), "cel haalt haar waarde", "cellen halen hun waarde")+
		" met een formule uit een ander werkboek. Kijk na of de waarde nog klopt en zet ze er als gewone waarde (kopiëren, plakken als waarde).")
	f.Found, f.Expected = "een formule naar een ander werkboek", "een gewone waarde"
	if len(cells) > 1 {
		f.Cells = cells
	}
	return f
}

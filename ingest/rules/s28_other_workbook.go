package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// OtherWorkbook is rule S28: formulas that read another workbook.
var OtherWorkbook = finding.Rule{
	Code: "S28", Family: finding.Structure, Level: finding.Warning,
	Title: "Formule die een ander werkboek leest",
	Explanation: "De cel toont wat er de laatste keer in het andere werkboek stond. Is dat veranderd, verplaatst of hernoemd, " +
		"dan klopt het getal niet meer en ziet niemand dat.",
	Wrong: "=[vrijwilligers.xlsx]Blad1!B7", Right: "12",
	Who: "projectwerker",
}

// External makes the finding of the cells of a sheet whose formulas read
// another workbook.
func External(at At, cells []source.Ref) finding.Finding {
	f := at.make(&OtherWorkbook, dutch.Plural(len(cells), "cel haalt haar waarde", "cellen halen hun waarde")+
		" met een formule uit een ander werkboek. Kijk na of de waarde nog klopt en zet ze er als gewone waarde (kopiëren, plakken als waarde).")
	f.Found, f.Expected = "een formule naar een ander werkboek", "een gewone waarde"
	if len(cells) > 1 {
		f.Cells = cells
	}
	return f
}

package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// HiddenColumns is rule S25: hidden columns that hold data.
var HiddenColumns = finding.ByCode("S25")

// HiddenColumn makes the finding of hidden columns with data. cells are their
// names in the header row.
func HiddenColumn(at At, names []string, cells []source.Ref) finding.Finding {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = source.ColumnName(cells[i].Col) + " (" + name + ")"
	}
	f := at.make(HiddenColumns, onesOrMany(len(list), "Kolom ", "De kolommen ")+dutch.Join(list)+
		onesOrMany(len(list), " is verborgen, maar wordt wel gelezen. Maak ze zichtbaar en kijk ze na.", " zijn verborgen, maar worden wel gelezen. Maak ze zichtbaar en kijk ze na."))
	f.Found, f.Expected = dutch.Plural(len(list), "verborgen kolom", "verborgen kolommen"), "kolommen die te zien zijn"
	if len(cells) > 1 {
		f.Cells = cells
	}
	return f
}

package rules

import (
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// MergedHeader is rule S27: a column name over merged cells.
var MergedHeader = finding.ByCode("S27")

// MergedHead makes the finding of a column name over merged cells; text may be
// empty. area is
// written as "B1:C1"; columns are the letters of the columns that hold data
// but have no name of their own.
func MergedHead(at At, text, area string, cells []source.Ref, columns []string) finding.Finding {
	message := "De kolomkop ‘" + clip(text) + "’ is samengevoegd over " + area + "; "
	if text == "" {
		message = "De cellen " + area + " in de kolomkoppen zijn samengevoegd; "
	}
	message += onesOrMany(len(columns), "kolom ", "de kolommen ") +
		dutch.Join(columns) + onesOrMany(len(columns), " heeft", " hebben") + " zo geen eigen naam. Hef de samenvoeging op en zet boven elke kolom haar naam."
	f := at.make(MergedHeader, message)
	f.Found, f.Expected, f.Cells = area, "een naam boven elke kolom", cells
	return f
}

// LostNames is the sentence on required columns that are missing too, and
// that the columns without a name may be.
func LostNames(lost []string) string {
	names := make([]string, len(lost))
	for i, name := range lost {
		names[i] = "‘" + name + "’"
	}
	return onesOrMany(len(lost), " De verplichte kolom ", " De verplichte kolommen ") + dutch.Join(names) + onesOrMany(len(lost), " ontbreekt nu.", " ontbreken nu.")
}

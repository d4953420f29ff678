package rules

import (
	"strconv"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// SortedHeader is rule S39: column names among the rows of data.
var SortedHeader = finding.ByCode("S39")

// Sorted makes the finding of column names with rows of data above them.
func Sorted(at At, rows int) finding.Finding {
	f := at.make(SortedHeader, "De kolomnamen staan in rij "+strconv.Itoa(at.Ref.Row)+", onder "+dutch.Plural(rows, "rij", "rijen")+
		" met gegevens. Wellicht is het blad gesorteerd met de kop erbij. De rijen zijn gelezen; zet de kolomnamen er weer boven.")
	f.Found, f.Expected = "kolomnamen in rij "+strconv.Itoa(at.Ref.Row), "kolomnamen boven de gegevens"
	return f
}

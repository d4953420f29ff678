package rules

import (
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// NoDataRow is rule S22: a row that is no record.
var NoDataRow = finding.ByCode("S22")

// The kinds of rows that are no record, for Aside.
const (
	TotalRow  = "een totaal"
	HeaderRow = "een herhaling van de kolomnamen"
	TitleRow  = "een tussentitel"
	NoteRow   = "een nota"
	// ExplanationRow stands under the column names and says how to fill them in.
	ExplanationRow = "uitleg of een voorbeeld bij de kolommen"
)

// Aside makes the finding of a row that is passed over. kind is TotalRow,
// HeaderRow, TitleRow, NoteRow or ExplanationRow.
func Aside(at At, kind, found string) finding.Finding {
	mend := "Haal ze weg, of vul de verplichte velden in als het wel gegevens zijn."
	switch kind {
	case HeaderRow:
		mend = "Haal ze weg."
	case TotalRow:
		mend = "Haal ze weg, of schrijf er iets anders dan ‘" + clip(found) + "’ als het wel gegevens zijn."
	case ExplanationRow:
		mend = "Zet ze boven de kolomnamen of op een blad Toelichting, of verbeter ze als het wel gegevens zijn."
	case NoteRow:
		mend = "Zet ze boven de kolomnamen of op een blad Toelichting, of vul de verplichte velden in als het wel gegevens zijn."
	}
	if kind == TotalRow && strings.Contains(dutch.Fold(found), "gemiddeld") {
		kind = "een gemiddelde"
	}
	f := at.make(NoDataRow, "Deze rij lijkt "+kind+" te zijn en telt niet mee. "+mend)
	f.Found, f.Expected = cut(found, 500), "alleen rijen met gegevens"
	f.Mend = []source.Edit{{Kind: source.Remove, At: at.Ref}}
	return f
}

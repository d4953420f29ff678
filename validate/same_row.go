package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleSameRow = finding.Rule{
	Code: "K07", Family: finding.Keys, Level: finding.Warning, Who: reportBuilder,
	Title: "Rij die er al eens staat",
	Explanation: "Een vorming, een samenwerkingsverband, een geplande actie, een bedrag of een communicatieactie staat er twee keer met precies dezelfde gegevens. " +
		"Dan telt ze waarschijnlijk dubbel. Van een lange tekst die bij twee projecten gelijk is, wordt de tweede gemeld.",
	Wrong: "twee keer dezelfde vorming van dezelfde medewerker op dezelfde dag", Right: "één rij",
}

// sameRow looks for whole rows that occur twice in sheets without a key that
// would show it. Rows that are often alike (contacts, round amounts) are left
// out.
func sameRow(c *checker) {
	sameIn(c, &model.TrainingSheet, model.TrainingSubject, func(t *model.Training) bool { return t.Subject != "" }, c.data.Trainings)
	sameIn(c, &model.PartnershipSheet, model.PartnershipPartner, func(*model.Partnership) bool { return true }, c.data.Partnerships)
	sameIn(c, &model.PlanSheet, model.PlanAction, func(p *model.PlannedAction) bool { return words(p.Action) >= 3 }, c.data.Plans)
	sameIn(c, &model.FundingSheet, model.FundingAmount, func(f *model.Funding) bool {
		return f.Amount.Known
	}, c.data.Funding)
	sameIn(c, &model.CommunicationSheet, model.CommunicationAction, func(a *model.Communication) bool { return a.When.Text != "" && !a.When.Continuous }, c.data.Communications)
	c.sameTexts()
}

// sameIn compares all columns but a number that runs on.
func sameIn[T model.Record](c *checker, sheet *model.Sheet, column int, tells func(T) bool, list []T) {
	if likely(sheet, list) {
		return
	}
	seen := map[string]T{}
	var fields []any
	var key []byte
	for _, r := range list {
		if r.Base().Broken() || !tells(r) {
			continue
		}
		fields, key = r.Fields(fields[:0]), key[:0]
		for i, f := range fields {
			if sheet == &model.CommunicationSheet && i == model.CommunicationNumber {
				continue
			}
			key = appendValue(key, f)
		}
		first, double := seen[string(key)]
		if !double {
			seen[string(key)] = r
			continue
		}
		at := first.Base().Place(column)
		where := "cel " + at.Cell()
		if here := r.Base().Place(column); at.File != here.File {
			where = at.File + ", " + where
		}
		f := c.say(&ruleSameRow, sheet, r, column, fmt.Sprintf("Deze rij is in alles gelijk aan die van %s. Haal ze weg als ze dubbel is.", where))
		f.Found, f.Expected = excerpt(keyText(fields[column])), "elke rij één keer"
	}
}

// likely tells whether two rows may well be the same by chance: many rows, few
// different values in each column. It takes the columns as independent, and
// draws the line at one pair in fifty such sheets.
func likely[T model.Record](sheet *model.Sheet, list []T) bool {
	pairs := float64(len(list)) * float64(len(list)-1) / 2
	values := make([]map[string]bool, len(sheet.Columns))
	for i := range values {
		values[i] = map[string]bool{}
	}
	var fields []any
	for _, r := range list {
		fields = r.Fields(fields[:0])
		for i, f := range fields {
			values[i][string(appendValue(nil, f))] = true
		}
	}
	for i := range values {
		if !(sheet == &model.CommunicationSheet && i == model.CommunicationNumber) {
			pairs /= float64(max(len(values[i]), 1))
		}
	}
	if sheet == &model.FundingSheet {
		return pairs > 0.005 // amounts are often round
	}
	return pairs > 0.02
}

// sameTexts looks for long texts that two projects share word for word. Where
// many do, the texts were agreed on.
func (c *checker) sameTexts() {
	const long = 40
	first := map[string]*model.Progress{}
	var double []*model.Progress
	all := 0
	for _, p := range c.data.Progress {
		if len(p.Text) < 3*long || !p.Base().Usable(model.ProgressText, model.ProgressProject) || words(p.Text) < long {
			continue
		}
		all++
		if f := first[p.Text]; f == nil {
			first[p.Text] = p
		} else {
			double = append(double, p)
		}
	}
	if len(double)*10 > all && len(double) > 2 {
		return
	}
	for _, p := range double {
		at := first[p.Text]
		place := at.Base().Place(model.ProgressText)
		f := c.say(&ruleSameRow, &model.ProgressSheet, p, model.ProgressText, fmt.Sprintf(
			"Deze tekst staat woord voor woord ook in %s, blad %s, cel %s. Hoort hij hier?", place.File, place.Sheet, place.Cell()))
		f.Found, f.Expected = excerpt(p.Text), "een eigen tekst"
	}
}

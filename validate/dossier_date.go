package validate

import (
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleDossierDate = finding.ByCode("D10")

// dossierDate asks for the date of finished dossiers, where others have one.
func dossierDate(c *checker) {
	var without []*model.Dossier
	with := 0
	for _, d := range c.data.Dossiers {
		switch {
		case d.Status != model.DossierFinished || !d.Base().Usable(model.DossierDate, model.DossierStatus):
		case d.Date.IsZero() && hasColumn(d, model.DossierDate):
			without = append(without, d)
		case !d.Date.IsZero():
			with++
		}
	}
	// Where most of many have none, dates aren't kept here.
	if len(without) > with && len(without) > 2 {
		return
	}
	for _, d := range without {
		f := c.say(ruleDossierDate, &model.DossierSheet, d, model.DossierDate,
			"Het dossier is afgerond, maar heeft geen datum en telt daarom niet mee. Vul de dag in waarop het afgerond werd.")
		f.Expected = "een datum"
	}
}

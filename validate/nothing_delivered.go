package validate

import (
	"fmt"

	"voortgang/internal/delivery"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleNothingDelivered = finding.Rule{
	Code: "O20", Family: finding.Sums, Level: finding.Error, Who: projectWorker, MayAccept: true,
	Title: "Project dat niets bezorgde",
	Explanation: "Van dit project is er geen enkele rij van het jaar: geen activiteiten, geen contacten, geen teksten. Rijen van vorig jaar, bladen met alleen kolomnamen, en lijsten die ‘voortgang nieuw --van’ overnam, tellen niet als bezorgd. " +
		"Een eindrapport zonder dat project zou onvolledig zijn. Transversale acties, en projecten die voor het jaar eindigden of er pas na beginnen, hoeven niets te bezorgen. " +
		"Is er echt niets te melden, aanvaard het dan met een reden: ‘voortgang aanvaard’.",
	Wrong: "een werkboek met alleen een ingevulde fiche", Right: "een werkboek met de activiteiten en een conclusie, of een aanvaarding met een reden",
}

var ruleNoData = finding.Rule{
	Code: "S46", Family: finding.Structure, Level: finding.Error, Who: reportBuilder, MayAccept: true,
	Title: "Er is nog niets van dit jaar",
	Explanation: "Geen enkel project bezorgde een rij van het jaar van het rapport, of er staat helemaal niets in de werkmap. Een eindrapport daarvan zou leeg zijn. " +
		"Zijn er wel werkboeken, kijk dan na of ‘jaar’ in voortgang.yaml klopt, en of de werkboeken in de map gegevens staan.",
	Wrong: "een nieuwe werkmap waarin nog niemand iets invulde", Right: "per project een werkboek met rijen van het jaar",
}

// nothingDelivered reports the projects that delivered nothing; when that are
// all of them, once.
func nothingDelivered(c *checker) {
	year := c.cfg.Report.Year
	if year == 0 {
		return
	}
	var without []*model.Project
	owe := 0
	for _, p := range c.data.Projects {
		if !p.Base().Usable(model.ProjectCode) || c.index.projects[code(p.Code)] != p || !delivery.Owes(p, year) {
			continue
		}
		owe++
		if c.deliveries.Nothing(p.Code) {
			without = append(without, p)
		}
	}
	switch {
	case owe == 0 && c.deliveries.Empty() && c.bare():
		c.noData("Er staat nog niets in de werkmap. Vul de werkboeken in de map gegevens in; begin met een werkboek per project.")
		return
	case owe > 1 && len(without) == owe:
		c.noData(fmt.Sprintf("Van %d is er nog niets: geen van de %s bezorgde een rij van dat jaar. Vul de werkboeken in, of kijk na of ‘jaar’ in voortgang.yaml klopt.",
			year, dutch.Plural(owe, "project", "projecten")))
		return
	}
	for _, p := range without {
		f := c.say(&ruleNothingDelivered, &model.ProjectSheet, p, model.ProjectCode, fmt.Sprintf(
			"Project ‘%s’ bezorgde niets van %d: er is geen activiteit, geen contact en geen tekst. Vul het werkboek in; is er niets te melden, aanvaard dat dan met een reden.", p.Name, year))
		f.Found, f.Expected, f.Column = "niets van "+fmt.Sprint(year), "gegevens van "+fmt.Sprint(year), ""
	}
}

// bare tells whether there is no row at all.
func (c *checker) bare() bool {
	for _, s := range model.Sheets() {
		if c.data.Count(s) > 0 {
			return false
		}
	}
	return true
}

func (c *checker) noData(message string) {
	f := finding.New(&ruleNoData, source.Ref{File: "gegevens"}, message)
	f.Found, f.Expected = "niets van "+fmt.Sprint(c.cfg.Report.Year), "rijen van "+fmt.Sprint(c.cfg.Report.Year)
	c.report(f)
}

package validate

import (
	"fmt"

	"voortgang/internal/delivery"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleNothingDelivered = finding.ByCode("O20")
var ruleNoData = finding.ByCode("S46")

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
		f := c.say(ruleNothingDelivered, &model.ProjectSheet, p, model.ProjectCode, fmt.Sprintf(
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
	f := finding.New(ruleNoData, source.Ref{File: "gegevens"}, message)
	f.Found, f.Expected = "niets van "+fmt.Sprint(c.cfg.Report.Year), "rijen van "+fmt.Sprint(c.cfg.Report.Year)
	c.report(f)
}

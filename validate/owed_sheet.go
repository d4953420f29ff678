package validate

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"voortgang/config"
	"voortgang/internal/delivery"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleOwedSheet = finding.ByCode("O21")

// owedSheets reports what the configuration asks of projects and isn't there,
// and what it asks that can't be.
func owedSheets(c *checker) {
	d := c.cfg.Delivery
	c.checkSheets("levering.bladen", d.Sheets)
	for _, project := range slices.Sorted(maps.Keys(d.Projects)) {
		key := "levering.projecten." + project
		if c.index.projects[code(project)] == nil && len(c.data.Projects) > 0 {
			c.report(c.cfg.WrongValue(key, project, "de code van een project"))
		}
		c.checkSheets(key+".bladen", d.Projects[project].Sheets)
	}
	for _, p := range c.data.Projects {
		if !p.Base().Usable(model.ProjectCode) || c.index.projects[code(p.Code)] != p || c.deliveries.Nothing(p.Code) {
			continue
		}
		c.owes(p)
	}
}

func (c *checker) owes(p *model.Project) {
	duty := delivery.DutyOf(c.cfg, p)
	var names []string
	for _, s := range duty.Sheets {
		if c.deliveries.Rows(p.Code, s) == 0 {
			names = append(names, s.Name)
		}
	}
	if len(names) == 0 {
		return
	}
	by := ""
	if !duty.By.IsZero() {
		by = ", te bezorgen tegen " + short(duty.By)
	}
	f := c.say(ruleOwedSheet, &model.ProjectSheet, p, model.ProjectCode, fmt.Sprintf(
		"Van project ‘%s’ is er niets van %d in %s%s. Vul %s in, of bezorg het werkboek.", p.Name, c.cfg.Report.Year, dutch.Join(names), by, them(len(names), "het blad", "de bladen")))
	f.Found, f.Expected, f.Column = "niets in "+dutch.Join(names), "gegevens in "+dutch.Join(names), ""
	if date := c.cfg.Report.Date; !date.IsZero() && date.Before(duty.By) {
		f.Level = finding.Info
	}
}

// checkSheets reports names that aren't those of a sheet of a project.
func (c *checker) checkSheets(key string, names []string) {
	for _, name := range names {
		if delivery.Sheet(name) == nil {
			c.report(c.cfg.WrongValue(key, name, "een blad van een project: "+strings.Join(projectSheets(), ", ")))
		}
	}
}

func projectSheets() []string {
	var out []string
	for _, s := range model.Sheets() {
		if s.Level == model.OfProject {
			out = append(out, s.Name)
		}
	}
	return out
}

// agreed tells whether the configuration says what a project owes.
func agreed(cfg *config.Config, p *model.Project) bool {
	return len(delivery.DutyOf(cfg, p).Sheets) > 0
}

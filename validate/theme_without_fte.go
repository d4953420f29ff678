package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleThemeWithoutFTE = finding.ByCode("O02")

// themeWithoutFTE asks for the staff of each theme that has running projects.
func themeWithoutFTE(c *checker) {
	sum, rows, earlier := map[string]float64{}, map[string]*model.FTE{}, map[string]float64{}
	unread := map[string]bool{}
	var any *model.FTE
	for _, f := range c.data.FTE {
		if !f.Base().Usable(model.FTEYear, model.FTETheme) {
			continue
		}
		staff := f.With.Value + f.Without.Value
		switch f.Year {
		case c.cfg.Report.Year:
			any, rows[f.Theme] = f, f
			sum[f.Theme] += staff
			unread[f.Theme] = unread[f.Theme] || !f.Base().Usable(model.FTEWith, model.FTEWithout)
		case c.cfg.Report.Year - 1:
			earlier[f.Theme] += staff
		}
	}
	if any == nil {
		return
	}
	themes, count := map[string]bool{}, 0
	for _, p := range c.running() {
		if p.Base().Usable(model.ProjectTheme) {
			themes[p.Theme] = true
		}
	}
	var without []string
	for _, name := range c.cfg.ThemeNames() {
		if themes[name] {
			count++
			if sum[name] == 0 && !unread[name] {
				without = append(without, name)
			}
		}
	}
	lapsed := count > 1 && len(without) == 1 && earlier[without[0]] > 0
	if !lapsed && (count < 3 || len(without)*3 > count) {
		return
	}
	for _, name := range without {
		if r := rows[name]; r != nil {
			if earlier[name] == 0 {
				continue // a theme that runs without staff of its own
			}
			f := c.say(ruleThemeWithoutFTE, &model.FTESheet, r, model.FTEWith, fmt.Sprintf(
				"Het thema %s heeft lopende projecten en had vorig jaar %s VTE, maar staat nu op 0. Vul de inzet in.", name, number(earlier[name])))
			f.Found, f.Expected = "0", "de inzet in VTE"
			continue
		}
		f := c.say(ruleThemeWithoutFTE, &model.FTESheet, any, model.FTETheme, fmt.Sprintf(
			"Het thema %s heeft lopende projecten, maar geen rij voor %d. Voeg een rij toe met de inzet.", name, c.cfg.Report.Year))
		f.Ref.Col, f.Ref.Row, f.Column = 0, 0, ""
		f.Found, f.Expected = "geen rij", fmt.Sprintf("een rij voor %s in %d", name, c.cfg.Report.Year)
	}
}

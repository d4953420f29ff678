package validate

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleNoWorkbook = finding.Rule{
	Code: "S31", Family: finding.Structure, Level: finding.Error, Who: reportBuilder,
	Title: "Project zonder werkboek",
	Explanation: "Een project staat in meer dan één blad van de organisatie, bijvoorbeeld met VTE en met middelen, maar er is geen werkboek met een fiche voor. " +
		"Meestal is het werkboek nog niet bezorgd. Komt een onbekende code maar op één plaats voor, dan is ze eerder verkeerd geschreven.",
	Wrong: "energiek-pelt in VTE en Middelen, zonder energiek-pelt.xlsx", Right: "energiek-pelt.xlsx in gegevens/projecten",
}

// withoutWorkbook reports the unknown codes that several sheets of the
// organisation agree on: those are projects whose workbook is missing. It
// gives the codes.
func (c *checker) withoutWorkbook(list []stray, explained map[string]bool) map[string]bool {
	workbooks := 0
	for _, f := range c.data.Files {
		if f.Project != "" {
			workbooks++
		}
	}
	out := map[string]bool{}
	if workbooks == 0 {
		return out
	}
	rows := map[string][]stray{}
	var order []string
	for _, s := range list {
		name := code(s.name)
		if explained[name] {
			continue
		}
		if rows[name] == nil {
			order = append(order, name)
		}
		rows[name] = append(rows[name], s)
	}
	for _, name := range order {
		sheets := sheetsOf(rows[name])
		if len(sheets) < 2 {
			continue
		}
		out[name] = true
		first := rows[name][0]
		f := c.say(&ruleNoWorkbook, first.sheet, first.record, first.column, fmt.Sprintf(
			"Project ‘%s’ staat in %s, maar heeft geen werkboek met een fiche. Zet het werkboek in gegevens/projecten, of verbeter de code.", first.name, dutch.Join(sheets)))
		f.Found, f.Expected, f.Project = first.name, "een werkboek voor elk project", ""
	}
	return out
}

// sheetsOf names the sheets of the organisation that rows stand in; none when
// a row stands in a sheet of a project.
func sheetsOf(rows []stray) []string {
	var names []string
	for _, s := range rows {
		if s.sheet.Level != model.Organisation {
			return nil
		}
		if n := len(names); n == 0 || names[n-1] != s.sheet.Name {
			names = append(names, s.sheet.Name)
		}
	}
	return names
}

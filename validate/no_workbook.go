package validate

import (
	"fmt"
	"slices"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleNoWorkbook = finding.ByCode("S31")

// withoutWorkbook reports the unknown codes that several sheets agree on: those
// are projects whose workbook is missing, or that the list lacks. It gives the
// codes. Rows in the workbook of another project don't speak for that.
func (c *checker) withoutWorkbook(list []stray) map[string]bool {
	remedy := "maar staat niet in het blad Projecten. Voeg het daar toe, of verbeter de code."
	for _, f := range c.data.Files {
		if f.Project != "" {
			remedy = "maar heeft geen werkboek met een fiche. Zet het werkboek in gegevens/projecten, of verbeter de code."
		}
	}
	out := map[string]bool{}
	for _, rows := range grouped(list, func(s stray) string { return code(s.name) }) {
		first := rows[0]
		sheets, shared := sheetsOf(rows)
		if len(sheets) < 2 || slices.ContainsFunc(rows, c.inOwnWorkbook) ||
			shared && len(sheets) < 3 && c.likeProject(first.name) != "" {
			continue
		}
		out[code(first.name)] = true
		f := c.say(ruleNoWorkbook, first.sheet, first.record, first.column, fmt.Sprintf(
			"Project ‘%s’ staat in %s, %s", first.name, dutch.Join(sheets), remedy))
		f.Found, f.Expected, f.Project = first.name, "een werkboek of een rij voor elk project", ""
		f.Mend = lacking(&model.ProjectSheet, "", first.name)
	}
	return out
}

// inOwnWorkbook tells whether a row of a project stands in the workbook of one.
func (c *checker) inOwnWorkbook(s stray) bool {
	return s.sheet.Level == model.OfProject && c.shelf(fileOf(s.record)) != ""
}

// sheetsOf names the sheets that rows stand in, and tells whether one of them is
// a sheet of projects. There a code is typed over and over, so that the same
// slip in two of them is no rarity.
func sheetsOf(rows []stray) (names []string, ofProjects bool) {
	for _, s := range rows {
		ofProjects = ofProjects || s.sheet.Level != model.Organisation
		if !slices.Contains(names, s.sheet.Name) {
			names = append(names, s.sheet.Name)
		}
	}
	return names, ofProjects
}

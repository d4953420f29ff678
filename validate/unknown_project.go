package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleUnknownProject = finding.Rule{
	Code: "R01", Family: finding.References, Level: finding.Error, Who: projectWorker,
	Title: "Onbekend project",
	Explanation: "Een rij noemt een project met de code uit het blad Projecten, of uit de fiche van zijn werkboek. " +
		"Rijen met een onbekende code kunnen bij geen thema geteld worden.",
	Wrong: "energiek-pellt", Right: "energiek-pelt",
}

// unknownProject looks up every project that a row names, and puts spellings
// right that differ in case or spaces only.
func unknownProject(c *checker) {
	for _, sheet := range model.Sheets() {
		column := sheet.ProjectColumn()
		if column < 0 {
			continue
		}
		var fields []any
		for r := range c.data.Records(sheet) {
			fields = r.Fields(fields[:0])
			name := fields[column].(*string)
			if *name == "" || !r.Base().Usable(column) {
				continue
			}
			if p := c.index.projects[code(*name)]; p != nil {
				*name = p.Code
				continue
			}
			c.report(newUnknownProject(r.Base().Place(column), *name, nearest(*name, c.index.codes)))
			r.Base().MarkBad(column)
		}
	}
}

func newUnknownProject(ref source.Ref, found, proposal string) finding.Finding {
	f := finding.New(&ruleUnknownProject, ref, fmt.Sprintf("Er is geen project met de code ‘%s’. %s", found,
		meant(proposal, "Zet het project in het blad Projecten (of in een Fiche), of verbeter de code.")))
	f.Column, f.Found, f.Expected, f.Proposal = "project", found, "de code van een project", proposal
	return f
}

package validate

import (
	"fmt"
	"slices"
	"strings"

	"voortgang/config"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleAbsentSheet = finding.ByCode("S34")

// noProjects reports that there are no projects at all while rows name some,
// and marks those rows.
func (c *checker) noProjects(list []stray) {
	for _, s := range list {
		s.record.Base().MarkBad(s.column)
	}
	var names []string
	for _, rows := range grouped(list, func(s stray) string { return code(s.name) }) {
		names = append(names, "‘"+rows[0].name+"’")
	}
	named := dutch.Join(names)
	if len(names) > 3 {
		named = strings.Join(names[:3], ", ") + " …"
	}
	f := c.sayAbsent(fileOf(list[0].record), finding.Error, fmt.Sprintf(
		"Er is geen enkel project: geen rij in een blad Projecten en geen werkboek met een fiche. Toch noemen %s een project (%s). Voeg het blad Projecten toe, of zet de werkboeken in gegevens/projecten.",
		dutch.Plural(len(list), "rij", "rijen"), named), "Projecten")
	f.Mend = allLacking(&model.ProjectSheet, "", list, func(s stray) string { return s.name })
}

// absentSheets reports the sheets of the organisation that others lean on, and
// those that are the odd ones out.
func absentSheets(c *checker) {
	present := map[*model.Sheet]bool{}
	var home *source.File
	kept := map[*source.File]int{}
	for _, f := range c.data.Files {
		for _, s := range f.Sheets {
			if s.Decl == nil {
				continue
			}
			present[s.Decl] = true
			if s.Decl.Level == model.Organisation && s.Decl != &model.ProjectSheet {
				kept[&f.File]++
				if home == nil || kept[&f.File] > kept[home] {
					home = &f.File
				}
			}
		}
	}
	absent := func(s *model.Sheet) bool { return !present[s] && c.data.Count(s) == 0 }
	if home == nil {
		return
	}
	if kept[home] == 1 && len(kept) > 1 {
		home = &source.File{Path: config.DataDir} // a file for each sheet: none of them lacks it
	}
	if n := c.namedObjectives(); n > 0 && absent(&model.ObjectiveSheet) {
		present[&model.ObjectiveSheet] = true
		c.sayAbsent(home, finding.Warning, fmt.Sprintf(
			"Er is geen blad Meerjarenplan, terwijl de projecten naar %s verwijzen. Voeg het blad toe.", dutch.Plural(n, "doelstelling", "doelstellingen")), "Meerjarenplan")
	}
	if n := distinct(c.data.Trainings, func(t *model.Training) string { return t.Employee }); n > 0 && absent(&model.EmployeeSheet) {
		present[&model.EmployeeSheet] = true
		c.sayAbsent(home, finding.Warning, fmt.Sprintf(
			"Er is geen blad Personeel, terwijl Vorming %s noemt. Voeg het blad toe.", dutch.Plural(n, "medewerker", "medewerkers")), "Personeel")
	}
	c.oddOnesOut(home, present, absent)
}

// counted are the sheets of the organisation that the chapter on figures needs.
var counted = []*model.Sheet{
	&model.ObjectiveSheet, &model.StaffingSheet, &model.FTESheet, &model.EmployeeSheet, &model.TrainingSheet,
	&model.FundingSheet, &model.CommunicationSheet, &model.PartnershipSheet,
}

// oddOnesOut tells which one or two of the organisation's sheets there aren't,
// when all others are. An organisation that keeps less isn't asked.
func (c *checker) oddOnesOut(home *source.File, present map[*model.Sheet]bool, absent func(*model.Sheet) bool) {
	var names []string
	for _, s := range counted {
		if !present[s] {
			if !absent(s) {
				return
			}
			names = append(names, s.Name)
		}
	}
	if n := len(names); n == 0 || n > 2 {
		return
	}
	level := finding.Info
	if slices.Contains(names, model.FTESheet.Name) {
		level = finding.Warning // every organisation deploys staff
	}
	c.sayAbsent(home, level, fmt.Sprintf("De werkmap heeft geen %s %s. Wat daarin hoort, blijft leeg in het rapport. Hoort het erbij, bezorg het dan nog.",
		them(len(names), "blad", "bladen"), dutch.Join(names)), names...)
}

// namedObjectives counts the objectives that projects name.
func (c *checker) namedObjectives() int {
	seen := map[string]bool{}
	for _, p := range c.data.Projects {
		for _, od := range slices.Concat(p.MainObjectives, p.AlsoObjectives) {
			seen[code(od)] = true
		}
	}
	return len(seen)
}

func (c *checker) sayAbsent(file *source.File, level finding.Level, message string, names ...string) *finding.Finding {
	f := finding.New(ruleAbsentSheet, source.Ref{File: file.Path}, message)
	f.Level, f.Found, f.Expected = level, "geen blad "+dutch.Join(names), "een blad "+dutch.Join(names)
	c.settle()
	c.said = &f
	return c.said
}

package validate

import (
	"fmt"
	"slices"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleUnknownProject = finding.Rule{
	Code: "R01", Family: finding.References, Level: finding.Error, Who: projectWorker,
	Title: "Onbekend project",
	Explanation: "Een project wordt genoemd met zijn code uit het blad Projecten of uit de Fiche van zijn werkboek. " +
		"Rijen met een onbekende code kunnen bij geen thema geteld worden.",
	Wrong: "energiek-pellt", Right: "energiek-pelt",
}

// unknownProject looks up every project that a row names, and puts spellings
// right that differ in case or spaces only.
func unknownProject(c *checker) {
	if list := c.unknownNames(); len(list) > 0 {
		c.strays(list)
	}
}

// unknownNames gives the rows that name no project of the list.
func (c *checker) unknownNames() []stray {
	var list []stray
	for _, sheet := range model.Sheets() {
		column := sheet.ProjectColumn()
		if column < 0 {
			continue
		}
		var fields []any
		last, known := "", (*model.Project)(nil)
		for r := range c.data.Records(sheet) {
			fields = r.Fields(fields[:0])
			name := fields[column].(*string)
			if *name == "" || !r.Base().Usable(column) {
				continue
			}
			if *name != last || known == nil {
				last, known = *name, c.index.projects[code(*name)]
			}
			if known != nil {
				*name = known.Code
				continue
			}
			list = append(list, stray{sheet, r, column, *name})
		}
	}
	return list
}

// stray is a row that names an unknown project.
type stray struct {
	sheet  *model.Sheet
	record model.Record
	column int
	name   string
}

// strays reports the rows. One wrong code in the list or on a Fiche makes every
// row of its project stray: then it is reported there.
func (c *checker) strays(list []stray) {
	if len(c.index.projects) == 0 {
		c.noProjects(list)
		return
	}
	wrong := c.wrongFiches(list)
	c.unnamedProjects(list, wrong)
	list = c.rename(list, wrong)
	for _, s := range list {
		s.record.Base().MarkBad(s.column)
	}
	gone := c.withoutWorkbook(list)
	for _, s := range list {
		if gone[code(s.name)] {
			continue
		}
		like := c.likeProject(s.name)
		f := newUnknownProject(s.record.Base().Place(s.column), s.name, like)
		if c.shelf(fileOf(s.record)) == "" {
			// In a file that projects share, it is most likely that one's row.
			f.Project = like
		}
		if like == "" {
			f.Mend = lacking(&model.ProjectSheet, "", s.name)
		}
		c.report(f)
	}
}

// rename reports the codes that are wrong in the list of projects, wrong gives
// them by the code that rows use, and lets those rows belong to their project:
// nothing else is wrong with them. It gives the rows that remain.
func (c *checker) rename(list []stray, wrong map[string]*model.Project) []stray {
	if len(wrong) == 0 {
		return list
	}
	var rest []stray
	said := map[*model.Project]bool{}
	for _, s := range list {
		p := wrong[code(s.name)]
		if p == nil {
			rest = append(rest, s)
			continue
		}
		if !said[p] {
			said[p] = true
			m := c.say(&ruleUnknownProject, &model.ProjectSheet, p, model.ProjectCode, fmt.Sprintf(
				"De code van het project is hier ‘%s’, maar de andere bladen noemen het ‘%s’. Bedoel je ‘%s’?", p.Code, s.name, s.name))
			m.Found, m.Expected, m.Proposal = p.Code, "de code die de rijen gebruiken", s.name
		}
		*s.record.Fields(nil)[s.column].(*string) = p.Code
	}
	c.index = newIndex(c.data)
	return rest
}

// wrongFiches gives, by the unknown code, the project whose Fiche stands in a
// workbook in which every row with a project, five or more, names that code.
func (c *checker) wrongFiches(list []stray) map[string]*model.Project {
	fiche, taken := map[*source.File]*model.Project{}, map[*source.File]int{}
	for _, p := range c.data.Projects {
		fiche[fileOf(p)] = p
		taken[fileOf(p)]++
	}
	names, count := map[*source.File]string{}, map[*source.File]int{}
	mixed := map[*source.File]bool{}
	for _, s := range list {
		f := fileOf(s.record)
		if names[f] == "" {
			names[f] = code(s.name)
		}
		mixed[f] = mixed[f] || names[f] != code(s.name)
		count[f]++
	}
	out := map[string]*model.Project{}
	for f, name := range names {
		if taken[f] == 1 && fiche[f].Base().Usable(model.ProjectCode) && !mixed[f] && count[f] >= 5 && count[f] == c.rowsWithProject(f) {
			out[name] = fiche[f]
		}
	}
	return out
}

// unnamedProjects adds the projects whose code nobody names, outside their own
// workbook if they have one, while several rows name one that is nearly it: a
// whole sheet of the workbook, or rows of two sheets.
func (c *checker) unnamedProjects(list []stray, out map[string]*model.Project) {
	named := c.namedByRows()
	for _, rows := range byProject(list, func(s stray) string { return code(s.name) }) {
		name := code(rows[0].name)
		p := c.index.projects[code(c.likeProject(rows[0].name))]
		if out[name] != nil || p == nil || named[p.Code] {
			continue
		}
		near := slices.DeleteFunc(slices.Clone(rows), func(s stray) bool {
			return c.shelf(fileOf(s.record)) != "" && fileOf(s.record) != fileOf(p)
		})
		if c.wholeSheet(rows, fileOf(p)) || distinct(near, func(s stray) string { return s.sheet.Name }) > 1 {
			out[name] = p
		}
	}
}

// likeProject gives the code of the project that an unknown one was meant to
// be, or "".
func (c *checker) likeProject(name string) string {
	return c.proposals.to(proposalKey{"project", "", name}, func() []string { return c.index.codes })
}

// wholeSheet tells whether the rows are all of some sheet of a file, three or
// more.
func (c *checker) wholeSheet(rows []stray, file *source.File) bool {
	count := map[*model.Sheet]int{}
	for _, s := range rows {
		if fileOf(s.record) == file {
			count[s.sheet]++
		}
	}
	for sheet, n := range count {
		if n < 3 {
			continue
		}
		all := 0
		for r := range c.data.Records(sheet) {
			if fileOf(r) == file {
				all++
			}
		}
		if n == all {
			return true
		}
	}
	return false
}

// namedByRows gives the codes of projects that rows name; those in the project's
// own workbook don't count, since they take its code from the Fiche.
func (c *checker) namedByRows() map[string]bool {
	out := map[string]bool{}
	own := map[*source.File]bool{}
	for _, p := range c.data.Projects {
		own[fileOf(p)] = c.shelf(fileOf(p)) != ""
	}
	var fields []any
	for _, sheet := range model.Sheets() {
		column := sheet.ProjectColumn()
		if column < 0 {
			continue
		}
		for r := range c.data.Records(sheet) {
			fields = r.Fields(fields[:0])
			name := *fields[column].(*string)
			if out[name] {
				continue
			}
			if p := c.index.projects[code(name)]; p != nil && !(own[fileOf(r)] && fileOf(p) == fileOf(r)) {
				out[name] = true
			}
		}
	}
	return out
}

// rowsWithProject counts the rows of a file that name a project.
func (c *checker) rowsWithProject(f *source.File) int {
	n := 0
	var fields []any
	for _, sheet := range model.Sheets() {
		column := sheet.ProjectColumn()
		if column < 0 {
			continue
		}
		for r := range c.data.Records(sheet) {
			if fileOf(r) == f {
				if fields = r.Fields(fields[:0]); *fields[column].(*string) != "" {
					n++
				}
			}
		}
	}
	return n
}

func newUnknownProject(ref source.Ref, found, proposal string) finding.Finding {
	f := finding.New(&ruleUnknownProject, ref, fmt.Sprintf("Er is geen project met de code ‘%s’. %s", found,
		meant(proposal, "Zet het project in het blad Projecten (of in een Fiche), of verbeter de code.")))
	f.Column, f.Found, f.Expected, f.Proposal = "project", found, "de code van een project", proposal
	return f
}

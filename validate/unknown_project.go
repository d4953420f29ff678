package validate

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/nearest"
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
			r.Base().MarkBad(column)
		}
	}
	if len(list) > 0 {
		c.strays(list)
	}
}

// stray is a row that names an unknown project.
type stray struct {
	sheet  *model.Sheet
	record model.Record
	column int
	name   string
}

// strays reports the rows, unless a project's record explains them. One wrong
// code on a Fiche makes every row of its workbook stray, and those that name
// the project elsewhere.
func (c *checker) strays(list []stray) {
	explained := c.unreadProjects(list)
	fiches := c.wrongFiches(list)
	c.unnamedFiches(list, fiches)
	for name := range fiches {
		explained[name] = true
	}
	gone := c.withoutWorkbook(list, explained)
	c.absent = len(gone) > 0
	for _, s := range list {
		if explained[code(s.name)] || gone[code(s.name)] {
			continue
		}
		like := nearest.To(s.name, c.index.codes)
		c.absent = c.absent || like == ""
		f := newUnknownProject(s.record.Base().Place(s.column), s.name, like)
		if c.shelf(fileOf(s.record)) == "" {
			// In a file that projects share, it is most likely that one's row.
			f.Project = like
		}
		c.report(f)
	}
	for _, p := range c.data.Projects {
		for name, f := range fiches {
			if f != p {
				continue
			}
			if p.Code == "" || !p.Base().Usable(model.ProjectCode) {
				continue // reading has asked for it
			}
			spelled := name
			for _, s := range list {
				if code(s.name) == name {
					spelled = s.name
					break
				}
			}
			m := c.say(&ruleUnknownProject, &model.ProjectSheet, p, model.ProjectCode, fmt.Sprintf(
				"De code op de fiche is ‘%s’, maar de andere bladen noemen het project ‘%s’. Bedoel je ‘%s’?", p.Code, spelled, spelled))
			m.Found, m.Expected, m.Proposal = p.Code, "de code die de rijen gebruiken", spelled
			// What the project lacks under this code isn't told as well.
			p.Base().MarkBad(model.ProjectCode)
		}
	}
}

// unreadProjects gives the unknown codes of projects whose record or workbook
// could not be read: reading has reported those.
func (c *checker) unreadProjects(list []stray) map[string]bool {
	out := map[string]bool{}
	unread := 0
	several := c.severalInFiles()
	for _, p := range c.data.Projects {
		if p.Code == "" || !p.Base().Usable(model.ProjectCode) || c.index.projects[code(p.Code)] != p {
			unread++
		}
	}
	for _, f := range c.data.Files {
		if unreadable(f) {
			unread++
			if several {
				unread += len(list) // there may be any number of projects in it
			}
			out[code(strings.TrimSuffix(path.Base(f.Path), path.Ext(f.Path)))] = true
			continue
		}
		if f.Unclaimed {
			unread++
			out[code(strings.TrimSuffix(path.Base(f.Path), path.Ext(f.Path)))] = true
		}
		for _, s := range f.Sheets {
			if s.Decl == &model.ProjectSheet {
				unread += s.Refused
				if s.Partial {
					unread += len(list)
				}
			}
			if s.Like == model.ProjectSheet.Name || s.Like == model.FicheName {
				unread++
			}
		}
	}
	if distinct(list, func(s stray) string { return s.name }) <= unread {
		for _, s := range list {
			out[code(s.name)] = true
		}
	}
	return out
}

// severalInFiles tells whether the werkmap keeps its projects in several files
// with more than one project each, such as a file for each theme.
func (c *checker) severalInFiles() bool {
	count := map[*source.File]int{}
	for _, p := range c.data.Projects {
		count[fileOf(p)]++
	}
	files := 0
	for _, n := range count {
		if n > 1 {
			files++
		}
	}
	return files > 1
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
		if taken[f] == 1 && !mixed[f] && count[f] >= 5 && count[f] == c.rowsWithProject(f) {
			out[name] = fiche[f]
		}
	}
	return out
}

// unnamedFiches adds the projects whose code nobody names outside their own
// workbook, while a whole sheet there, or rows of two sheets there or of the
// organisation, name one that is nearly it.
func (c *checker) unnamedFiches(list []stray, out map[string]*model.Project) {
	named := c.namedElsewhere()
	for _, rows := range byProject(list, func(s stray) string { return code(s.name) }) {
		name := code(rows[0].name)
		p := c.index.projects[code(nearest.To(rows[0].name, c.index.codes))]
		if out[name] != nil || p == nil || named[p.Code] || c.shelf(fileOf(p)) == "" {
			continue
		}
		near := slices.DeleteFunc(slices.Clone(rows), func(s stray) bool {
			return fileOf(s.record) != fileOf(p) && s.sheet.Level == model.OfProject
		})
		if c.wholeSheet(rows, fileOf(p)) || distinct(near, func(s stray) string { return s.sheet.Name }) > 1 {
			out[name] = p
		}
	}
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
		all := 0
		for r := range c.data.Records(sheet) {
			if fileOf(r) == file {
				all++
			}
		}
		if n >= 3 && n == all {
			return true
		}
	}
	return false
}

// namedElsewhere gives the codes of projects that rows outside the workbook of
// the project name.
func (c *checker) namedElsewhere() map[string]bool {
	out := map[string]bool{}
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
			if p := c.index.projects[code(name)]; p != nil && fileOf(p) != fileOf(r) {
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

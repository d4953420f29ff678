package validate

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleUnknownProject = finding.ByCode("R01")

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
	list = c.rename(list, c.wrongCodes(list))
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
			m := c.say(ruleUnknownProject, &model.ProjectSheet, p, model.ProjectCode, fmt.Sprintf(
				"De code van het project is hier ‘%s’, maar de andere bladen noemen het ‘%s’. Bedoel je ‘%s’?", p.Code, s.name, s.name))
			m.Found, m.Expected, m.Proposal = p.Code, "de code die de rijen gebruiken", s.name
		}
		*s.record.Fields(nil)[s.column].(*string) = p.Code
	}
	c.index = newIndex(c.data)
	return rest
}

// wrongCodes gives, by the unknown code, the project whose own code is wrong:
// all rows of its workbook, five or more, say the unknown one; or that is
// nearly its code, which nobody names.
func (c *checker) wrongCodes(list []stray) map[string]*model.Project {
	all, named := c.projectUse()
	out := map[string]*model.Project{}
	for _, rows := range grouped(list, func(s stray) string { return code(s.name) }) {
		in := map[*source.Sheet]int{}
		for _, s := range rows {
			in[sheetOf(s.record)]++
		}
		name, like := code(rows[0].name), c.index.projects[code(c.likeProject(rows[0].name))]
		for _, p := range c.data.Projects {
			n := rowsIn(in, fileOf(p))
			whole := n >= 5 && n == rowsIn(all, fileOf(p)) && c.shelf(fileOf(p)) != "" && p.Base().Usable(model.ProjectCode)
			if whole || p == like && !named[p.Code] && c.agree(in, all, fileOf(p)) {
				out[name] = p
				break
			}
		}
	}
	return out
}

// agree tells whether rows with an unknown code are enough to doubt the code of
// a project: they fill a sheet of its workbook, or stand in two sheets. Those in
// the workbooks of other projects don't count.
func (c *checker) agree(in, all map[*source.Sheet]int, own *source.File) bool {
	sheets := map[string]bool{}
	for sheet, n := range in {
		switch {
		case sheet.File == own && n >= 3 && n == all[sheet]:
			return true
		case sheet.File == own || c.shelf(sheet.File) == "":
			sheets[sheet.Name] = true
		}
	}
	return len(sheets) > 1
}

func rowsIn(rows map[*source.Sheet]int, f *source.File) int {
	n := 0
	for sheet, count := range rows {
		if sheet.File == f {
			n += count
		}
	}
	return n
}

// projectUse counts the rows that name a project, by sheet, and gives the codes
// that they name. Those in the project's own workbook don't count, since they
// take its code from the Fiche.
func (c *checker) projectUse() (rows map[*source.Sheet]int, named map[string]bool) {
	rows, named = map[*source.Sheet]int{}, map[string]bool{}
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
			if name == "" {
				continue
			}
			rows[sheetOf(r)]++
			if named[name] {
				continue
			}
			if p := c.index.projects[code(name)]; p != nil && !(own[fileOf(r)] && fileOf(p) == fileOf(r)) {
				named[name] = true
			}
		}
	}
	return rows, named
}

// likeProject gives the code of the project that an unknown one was meant to
// be, or "".
func (c *checker) likeProject(name string) string {
	return c.proposals.to(proposalKey{"project", "", name}, func() []string { return c.index.codes })
}

func newUnknownProject(ref source.Ref, found, proposal string) finding.Finding {
	f := finding.New(ruleUnknownProject, ref, fmt.Sprintf("Er is geen project met de code ‘%s’. %s", found,
		meant(proposal, "Zet het project in het blad Projecten (of in een Fiche), of verbeter de code.")))
	f.Column, f.Found, f.Expected, f.Proposal = "project", found, "de code van een project", proposal
	return f
}

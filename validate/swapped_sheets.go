package validate

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleSwappedSheets = finding.ByCode("S50")

// pairing is a sheet whose rows name rows of another sheet of the workbook.
type pairing struct {
	child, parent *model.Sheet
	// naming is the column of the child that holds what stands in the column
	// named of the parent; names are compared by their key.
	naming, named int
	key           func(string) string
}

var pairings = []pairing{
	{&model.ParticipationSheet, &model.ActivitySheet, model.ParticipationActivity, model.ActivityID, code},
	{&model.ContactSheet, &model.ActorSheet, model.ContactActor, model.ActorName, dutch.Fold},
}

// namesByFile gives what a column holds, by workbook.
func (c *checker) namesByFile(sheet *model.Sheet, column int, key func(string) string) map[*source.File]map[string]bool {
	out := map[*source.File]map[string]bool{}
	var fields []any
	for r := range c.data.Records(sheet) {
		f := fileOf(r)
		if out[f] == nil {
			out[f] = map[string]bool{}
		}
		fields = r.Fields(fields[:0])
		out[f][key(*fields[column].(*string))] = true
	}
	return out
}

// swappedSheets looks for two workbooks of which the rows of a sheet fit the
// other's workbook and not their own.
func swappedSheets(c *checker) {
	c.settle()
	if !c.list.Has(func(f finding.Finding) bool { return f.Rule == ruleUnknownActivity || f.Rule == ruleUnknownActor }) {
		return
	}
	for _, p := range pairings {
		child, parent := c.namesByFile(p.child, p.naming, p.key), c.namesByFile(p.parent, p.named, p.key)
		var books, odd []*model.InputFile
		at := map[string]*source.File{}
		for f := range child {
			if f != nil {
				at[f.Path] = f
			}
		}
		for _, f := range c.data.Files {
			if f.Project == "" || at[f.Path] == nil {
				continue
			}
			books = append(books, f)
			if own := at[f.Path]; strangers(child[own], parent[own]) >= 5 {
				odd = append(odd, f)
			}
		}
		said := map[*model.InputFile]bool{}
		for _, a := range odd {
			var best *model.InputFile
			most := 1.8
			for _, b := range books {
				fa, fb := at[a.Path], at[b.Path]
				crossed := overlap(child[fa], parent[fb]) + overlap(child[fb], parent[fa])
				own := overlap(child[fa], parent[fa]) + overlap(child[fb], parent[fb])
				if a != b && crossed > most && crossed > own+0.3 {
					best, most = b, crossed
				}
			}
			if best != nil && !said[a] && !said[best] {
				said[a], said[best] = true, true
				c.sayCrossed(p, a, best)
			}
		}
	}
}

// sayCrossed reports two workbooks with each other's sheet.
func (c *checker) sayCrossed(p pairing, a, b *model.InputFile) {
	sheet := func(f *model.InputFile) string {
		for _, s := range f.Sheets {
			if s.Decl == p.child {
				return s.Name
			}
		}
		return p.child.Name
	}
	f := finding.New(ruleSwappedSheets, source.Ref{File: a.Path, Sheet: sheet(a)}, fmt.Sprintf(
		"De rijen van dit blad horen niet bij het blad %s van dit werkboek, maar wel bij dat van %s, en omgekeerd. Een van de bladen %s en %s is verwisseld: zet ze elk in hun eigen werkboek.",
		p.parent.Name, b.Path, p.child.Name, p.parent.Name))
	f.Found, f.Expected, f.Project = "rijen van "+b.Project, "rijen van "+a.Project, a.Project
	f.Mend = []source.Edit{
		{Kind: source.Belong, At: f.Ref, Text: b.Project},
		{Kind: source.Belong, At: source.Ref{File: b.Path, Sheet: sheet(b)}, Text: a.Project},
	}
	c.report(f)
}

// strangers counts the names that the other set lacks.
func strangers(names, in map[string]bool) int {
	n := 0
	for name := range names {
		if !in[name] {
			n++
		}
	}
	return n
}

// overlap gives the share of all names that are in both sets.
func overlap(a, b map[string]bool) float64 {
	both := len(a) - strangers(a, b)
	if all := len(a) + len(b) - both; all > 0 {
		return float64(both) / float64(all)
	}
	return 0
}

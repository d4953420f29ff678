package validate

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleSameSheet = finding.ByCode("S32")
var ruleSecondSheet = finding.ByCode("S33")

// sameSheet looks at workbooks with two sheets that are one sheet of the
// contract. The rows of the second that the first has too are marked, so that
// nothing else is said of them and no figure counts them.
func sameSheet(c *checker) {
	marked := false
	for _, f := range c.data.Files {
		first := map[*model.Sheet]*model.InputSheet{}
		for _, s := range f.Sheets {
			if s.Decl == nil || s.Source == nil || s.Source.Vertical || s.Rows == 0 {
				continue
			}
			if other := first[s.Decl]; other == nil {
				first[s.Decl] = s
			} else {
				marked = c.secondSheet(f, other, s) || marked
			}
			if s.Guessed && f.Project == "" {
				marked = c.overview(f, s) || marked
			}
		}
	}
	if marked {
		c.index = newIndex(c.data)
	}
}

// secondSheet compares two sheets and tells whether rows were marked. A hidden
// sheet is the copy, then one that was guessed, else the one that stands later.
func (c *checker) secondSheet(f *model.InputFile, first, second *model.InputSheet) bool {
	if first.Hidden && !second.Hidden || first.Guessed && !second.Guessed && first.Hidden == second.Hidden {
		first, second = second, first
	}
	same, _, all := c.rowsOfBoth(func(at *source.Sheet) bool { return at == first.Source }, second)
	if all == 0 {
		return false // the whole file is a copy, and said to be one
	}
	rule, message := ruleSecondSheet, fmt.Sprintf("De bladen ‘%s’ en ‘%s’ zijn allebei het blad %s. Beide tellen mee. Zet de rijen samen in één blad.",
		first.Name, second.Name, first.Decl.Name)
	if first.Guessed || second.Guessed {
		message = fmt.Sprintf("De bladen ‘%s’ en ‘%s’ zijn allebei gelezen als %s, en beide tellen mee. Zet de rijen samen in één blad, of zet _ voor de naam van het blad dat er niet bij hoort.",
			first.Name, second.Name, first.Decl.Name)
	}
	copied := mostly(len(same), all)
	if copied {
		rule, message = ruleSameSheet, alsoIn(len(same), all, "het blad ‘"+first.Name+"’")
	}
	m := finding.New(rule, source.Ref{File: f.Path, Sheet: second.Name}, message)
	if !copied && (first.Guessed || second.Guessed) {
		m.Level = finding.Error // one of them may be an older version
	}
	m.Found, m.Expected, m.Project = second.Name, "één blad "+first.Decl.Name, f.Project
	if len(same) == all {
		m.Mend = []source.Edit{{Kind: source.Remove, At: m.Ref}}
	}
	c.report(m)
	if !copied {
		return false
	}
	markAll(same, first.Decl)
	return true
}

// overview looks whether the rows of a sheet that was guessed stand in sheets
// of other files too, as in an overview of all projects. Then they are marked.
func (c *checker) overview(f *model.InputFile, s *model.InputSheet) bool {
	same, first, all := c.rowsOfBoth(func(at *source.Sheet) bool { return at.File.Path != f.Path }, s)
	if all == 0 || !mostly(len(same), all) || len(same) < 3 {
		return false
	}
	m := finding.New(ruleSameSheet, source.Ref{File: f.Path, Sheet: s.Name},
		alsoIn(len(same), all, first.File.Path)+" Is het een overzicht, zet dan _ voor de naam.")
	m.Found, m.Expected, m.Project = s.Name, "elke rij één keer", f.Project
	if len(same) == all {
		m.Mend = []source.Edit{{Kind: source.Remove, At: m.Ref}}
	}
	c.report(m)
	markAll(same, s.Decl)
	return true
}

// mostly tells whether so many of all rows are the same that it is no chance.
func mostly(same, all int) bool { return same == all || same >= 3 && same*2 >= all }

func alsoIn(same, all int, where string) string {
	return fmt.Sprintf("%s van dit blad %s ook in %s en %s niet mee. Haal een van de twee bladen weg.",
		partOf(same, all), them(same, "staat", "staan"), where, them(same, "telt", "tellen"))
}

func markAll(rows []model.Record, sheet *model.Sheet) {
	for _, r := range rows {
		for i := range sheet.Columns {
			r.Base().MarkBad(i)
		}
	}
}

// partOf says how many rows of all there are.
func partOf(n, all int) string {
	switch {
	case n == all && n == 1:
		return "De rij"
	case n == all:
		return "Alle " + dutch.Plural(n, "rij", "rijen")
	}
	return dutch.Int(n) + " van de " + dutch.Plural(all, "rij", "rijen")
}

// rowsOfBoth gives the rows of the second sheet that stand in one of the others
// too, each of those for one of the second, and how many rows the second has.
// Only the columns that the second has are compared. Rows that are marked in
// full have been spoken of.
func (c *checker) rowsOfBoth(others func(*source.Sheet) bool, second *model.InputSheet) (same []model.Record, first *source.Sheet, all int) {
	there := map[string][]*source.Sheet{}
	var fields []any
	var key []byte
	project := second.Decl.ProjectColumn()
	content := func(r model.Record) string {
		fields, key = r.Fields(fields[:0]), key[:0]
		for i, v := range fields {
			if i == project || i < len(second.Source.Columns) && second.Source.Columns[i] > 0 {
				key = appendValue(key, v)
			}
		}
		return string(key)
	}
	var rows []model.Record
	for r := range c.data.Records(second.Decl) {
		switch at := r.Base().Row.Sheet; {
		case at == second.Source:
			if !allBad(r, second.Decl) {
				rows = append(rows, r)
			}
		case at != nil && others(at) && !allBad(r, second.Decl):
			k := content(r)
			there[k] = append(there[k], at)
		}
	}
	for _, r := range rows {
		if k := content(r); len(there[k]) > 0 {
			if first == nil {
				first = there[k][0]
			}
			there[k] = there[k][1:]
			same = append(same, r)
		}
	}
	return same, first, len(rows)
}

func allBad(r model.Record, sheet *model.Sheet) bool {
	for i := range sheet.Columns {
		if r.Base().Usable(i) {
			return false
		}
	}
	return true
}

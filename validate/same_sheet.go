package validate

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleSameSheet = finding.Rule{
	Code: "S32", Family: finding.Structure, Level: finding.Error, Who: projectWorker,
	Title: "Blad dat twee keer in het werkboek staat",
	Explanation: "Twee bladen van één werkboek zijn hetzelfde blad, want hoofdletters, spaties en _ in een naam tellen niet, en ze bevatten dezelfde rijen. " +
		"Die rijen tellen één keer mee; van de kopie wordt geen enkele rij apart gemeld.",
	Wrong: "de bladen Contacten en Contacten_ met dezelfde rijen", Right: "alleen het blad Contacten",
}

var ruleSecondSheet = finding.Rule{
	Code: "S33", Family: finding.Structure, Level: finding.Info, Who: projectWorker,
	Title:       "Twee bladen met dezelfde soort gegevens",
	Explanation: "Twee bladen van één werkboek zijn hetzelfde blad van de werkmap, met andere rijen. Alle rijen tellen mee. Zet ze liever samen, dan kan niemand er een vergeten. Heet een van de twee anders dan het programma verwacht (Contacten (2)), dan is het een fout: het kan een oudere versie zijn.",
	Wrong:       "de bladen Middelen en Lokale middelen in één werkboek", Right: "één blad Middelen met alle rijen",
}

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
	same, all := c.rowsOfBoth(first, second)
	if all == 0 {
		return false // the whole file is a copy, and said to be one
	}
	rule, message := &ruleSecondSheet, fmt.Sprintf("De bladen ‘%s’ en ‘%s’ zijn allebei het blad %s. Beide tellen mee. Zet de rijen samen in één blad.",
		first.Name, second.Name, first.Decl.Name)
	if first.Guessed || second.Guessed {
		message = fmt.Sprintf("De bladen ‘%s’ en ‘%s’ zijn allebei gelezen als %s, en beide tellen mee. Zet de rijen samen in één blad, of zet _ voor de naam van het blad dat er niet bij hoort.",
			first.Name, second.Name, first.Decl.Name)
	}
	copied := len(same) == all || len(same) >= 3 && len(same)*2 >= all
	if copied {
		rule, message = &ruleSameSheet, fmt.Sprintf("%s van dit blad %s ook in het blad ‘%s’ en %s niet mee. Haal een van de twee bladen weg.",
			partOf(len(same), all), them(len(same), "staat", "staan"), first.Name, them(len(same), "telt", "tellen"))
	}
	m := finding.New(rule, source.Ref{File: f.Path, Sheet: second.Name}, message)
	if !copied && (first.Guessed || second.Guessed) {
		m.Level = finding.Error // one of them may be an older version
	}
	m.Found, m.Expected, m.Project = second.Name, "één blad "+first.Decl.Name, f.Project
	c.report(m)
	if !copied {
		return false
	}
	for _, r := range same {
		for i := range first.Decl.Columns {
			r.Base().MarkBad(i)
		}
	}
	return true
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

// rowsOfBoth gives the rows of the second sheet that the first one has too,
// each row of the first for one of the second, and how many rows the second
// has. Rows that are marked in full have been spoken of.
func (c *checker) rowsOfBoth(first, second *model.InputSheet) (same []model.Record, all int) {
	there := map[string]int{}
	var fields []any
	var key []byte
	content := func(r model.Record) string {
		fields, key = r.Fields(fields[:0]), key[:0]
		for _, v := range fields {
			key = appendValue(key, v)
		}
		return string(key)
	}
	var rows []model.Record
	for r := range c.data.Records(first.Decl) {
		switch r.Base().Row.Sheet {
		case first.Source:
			there[content(r)]++
		case second.Source:
			if !allBad(r, first.Decl) {
				rows = append(rows, r)
			}
		}
	}
	for _, r := range rows {
		if k := content(r); there[k] > 0 {
			there[k]--
			same = append(same, r)
		}
	}
	return same, len(rows)
}

func allBad(r model.Record, sheet *model.Sheet) bool {
	for i := range sheet.Columns {
		if r.Base().Usable(i) {
			return false
		}
	}
	return true
}

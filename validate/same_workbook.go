package validate

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleSameWorkbook = finding.ByCode("K06")

// sameWorkbook finds files that hold the same rows, and versions of one file.
// All rows of the copy are marked, so that nothing else is said of them and no
// figure counts them.
func sameWorkbook(c *checker) {
	copies := c.copies()
	if len(copies) == 0 {
		return
	}
	for _, f := range c.data.Files {
		if of := copies[f]; of != nil {
			c.reportCopy(f, of)
		}
	}
	gone := map[string]bool{}
	for f := range copies {
		gone[f.Path] = true
	}
	for _, sheet := range model.Sheets() {
		for r := range c.data.Records(sheet) {
			if f := fileOf(r); f != nil && gone[f.Path] {
				markAll([]model.Record{r}, sheet)
			}
		}
	}
	c.index = newIndex(c.data)
}

// copies gives the files that are a copy of another one, with that one.
func (c *checker) copies() map[*model.InputFile]*model.InputFile {
	type keyed struct {
		key  string
		file *model.InputFile
	}
	var list []keyed
	for _, f := range c.data.Files {
		sheets, rows := shapeOf(f)
		if rows == 0 {
			continue
		}
		list = append(list, keyed{"same " + f.SHA256, f}, keyed{"name " + dutch.Fold(withoutMarks(f.Path)), f})
		// Two small lists may well be the same.
		if rows >= 3 {
			list = append(list, keyed{sheets, f})
		}
		if f.Project != "" {
			list = append(list, keyed{"project " + code(f.Project), f})
		}
	}
	copies := map[*model.InputFile]*model.InputFile{}
	contents := map[*model.InputFile]*content{}
	for _, group := range grouped(list, func(k keyed) string { return k.key }) {
		for i, k := range group {
			for _, o := range group[:i] {
				f, other := k.file, o.file
				if copies[f] == nil && copies[other] == nil && c.versions(f, other, contents) {
					copied, of := f, other
					if likelierCopy(other, f) {
						copied, of = other, f
					}
					copies[copied] = of
				}
			}
		}
	}
	for f, of := range copies {
		for copies[of] != nil {
			of = copies[of]
		}
		copies[f] = of
	}
	return copies
}

// versions tells whether two files are one, or two versions of one: they hold
// the same, or are of one project and are named alike or share most rows, or
// are named alike and share most rows.
func (c *checker) versions(a, b *model.InputFile, contents map[*model.InputFile]*content) bool {
	if a.SHA256 == b.SHA256 && a.SHA256 != "" {
		return true
	}
	if a.Project != "" && b.Project != "" && code(a.Project) != code(b.Project) {
		return false
	}
	for _, f := range []*model.InputFile{a, b} {
		if contents[f] == nil {
			contents[f] = c.contentOf(f)
		}
	}
	x, y := contents[a], contents[b]
	both := x.common(y)
	alike := (withoutMarks(a.Path) != stem(a.Path) || withoutMarks(b.Path) != stem(b.Path)) && dutch.Fold(withoutMarks(a.Path)) == dutch.Fold(withoutMarks(b.Path))
	project := a.Project != "" && b.Project != ""
	switch {
	case both == x.rows && both == y.rows:
		return both >= 3
	case project && alike:
		return true
	}
	return (project || alike) && both >= 3 && both*2 >= min(x.rows, y.rows)
}

// likelierCopy tells whether a is the copy rather than b, which stands first:
// by its name, else by when it was saved, else by having less.
func likelierCopy(a, b *model.InputFile) bool {
	marked, other := withoutMarks(a.Path) != stem(a.Path), withoutMarks(b.Path) != stem(b.Path)
	switch {
	case marked != other:
		return marked
	case !a.Saved.IsZero() && !b.Saved.IsZero() && !a.Saved.Equal(b.Saved):
		return a.Saved.Before(b.Saved)
	}
	_, x := shapeOf(a)
	_, y := shapeOf(b)
	return x < y
}

func (c *checker) reportCopy(f, of *model.InputFile) {
	x, y := c.contentOf(f), c.contentOf(of)
	message := "Dit bestand heeft precies dezelfde inhoud als " + of.Path + "."
	if differs := x.differences(y); len(differs) > 0 {
		message = "Dit bestand en " + of.Path + " hebben grotendeels dezelfde rijen; dit lijkt een kopie."
		if f.Project != "" && of.Project != "" {
			message = fmt.Sprintf("Dit bestand en %s zijn allebei van project ‘%s’; dit lijkt een kopie.", of.Path, f.Project)
		}
		message += " Verschil: " + dutch.Join(differs) + "."
	}
	switch {
	case f.Saved.IsZero() || of.Saved.IsZero():
	case f.Saved.Equal(of.Saved):
		message += " Beide zijn op hetzelfde moment bewaard, op " + moment(f.Saved) + "."
	default:
		message += " Het is bewaard op " + moment(f.Saved) + ", het andere op " + moment(of.Saved) + "."
	}
	message += " Dit bestand telt niet mee. Kies welk van de twee het goede is en haal het andere weg uit de map gegevens."
	if f.Project != "" && dutch.Fold(withoutMarks(f.Path)) != dutch.Fold(withoutMarks(of.Path)) {
		message += " Is dit bestand van een ander project, zet dan de code daarvan op de fiche en vul het in."
	}
	m := finding.New(ruleSameWorkbook, source.Ref{File: f.Path}, message)
	m.Found, m.Expected, m.Project = path.Base(f.Path), "elk werkboek één keer", f.Project
	m.Mend = []source.Edit{{Kind: source.Remove, At: m.Ref}}
	c.report(m)
}

// moment writes when a file was saved.
func moment(t time.Time) string { return dutch.LongDate(t) + " om " + t.Format("15.04") + " uur" }

// shapeOf says which sheets a file holds and how long they are; only files of
// one shape can hold the same.
func shapeOf(f *model.InputFile) (sheets string, rows int) {
	var b strings.Builder
	for _, s := range f.Sheets {
		if s.Decl != nil {
			b.WriteString(s.Decl.Name + " " + strconv.Itoa(s.Rows) + ";")
			rows += s.Rows
		}
	}
	return b.String(), rows
}

// content is what the rows of a file hold, by sheet.
type content struct {
	rows   int
	counts map[*model.Sheet]map[string]int
}

// contentOf gathers the values of a file.
func (c *checker) contentOf(file *model.InputFile) *content {
	out := &content{counts: map[*model.Sheet]map[string]int{}}
	var fields []any
	var key []byte
	for _, sheet := range model.Sheets() {
		for r := range c.data.Records(sheet) {
			if f := fileOf(r); f == nil || f.Path != file.Path {
				continue
			}
			fields, key = r.Fields(fields[:0]), key[:0]
			for _, v := range fields {
				key = appendValue(key, v)
			}
			if out.counts[sheet] == nil {
				out.counts[sheet] = map[string]int{}
			}
			out.counts[sheet][string(key)]++
			out.rows++
		}
	}
	return out
}

// common counts the rows that both have.
func (x *content) common(y *content) int {
	n := 0
	for sheet := range x.counts {
		n += common(x.counts[sheet], y.counts[sheet])
	}
	return n
}

func common(a, b map[string]int) int {
	n := 0
	for key, count := range a {
		n += min(count, b[key])
	}
	return n
}

// differences says in which sheets x differs from y.
func (x *content) differences(y *content) []string {
	var out []string
	for _, sheet := range model.Sheets() {
		a, b := x.counts[sheet], y.counts[sheet]
		here, there := total(a), total(b)
		switch both := common(a, b); {
		case here != there:
			out = append(out, fmt.Sprintf("%s heeft hier %s en daar %s", sheet.Name, dutch.Plural(here, "rij", "rijen"), dutch.Int(there)))
		case both < here:
			out = append(out, fmt.Sprintf("in %s %s %s anders", sheet.Name, them(here-both, "is", "zijn"), dutch.Plural(here-both, "rij", "rijen")))
		}
	}
	return out
}

func total(counts map[string]int) int {
	n := 0
	for _, count := range counts {
		n += count
	}
	return n
}

// appendValue writes a field, ended by a zero byte.
func appendValue(b []byte, field any) []byte {
	switch v := field.(type) {
	case *string:
		b = append(b, *v...)
	case *int:
		b = strconv.AppendInt(b, int64(*v), 10)
	case *bool:
		b = strconv.AppendBool(b, *v)
	case *model.Number:
		if v.Known {
			b = strconv.AppendFloat(b, v.Value, 'g', -1, 64)
		}
	case *time.Time:
		if !v.IsZero() {
			b = strconv.AppendInt(b, v.Unix(), 10)
		}
	case *model.Period:
		b = append(b, v.Text...)
	case *[]string:
		for _, s := range *v {
			b = append(append(b, s...), ';')
		}
	}
	return append(b, 0)
}

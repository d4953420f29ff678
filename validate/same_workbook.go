package validate

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"time"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleSameWorkbook = finding.Rule{
	Code: "K06", Family: finding.Keys, Level: finding.Error, Who: reportBuilder,
	Title:       "Hetzelfde werkboek twee keer",
	Explanation: "Twee bestanden in de werkmap hebben precies dezelfde inhoud, bijvoorbeeld omdat er een kopie bleef staan. Alleen het eerste telt mee; van het tweede wordt geen enkele rij apart gemeld.",
	Wrong:       "energiek-pelt.xlsx en energiek-pelt - kopie.xlsx", Right: "alleen energiek-pelt.xlsx",
}

// sameWorkbook finds files that hold the same rows. All rows of the copy are
// marked, so that nothing else is said of them and no figure counts them.
func sameWorkbook(c *checker) {
	groups, order := map[string][]*model.InputFile{}, []string(nil)
	put := func(key string, f *model.InputFile) {
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], f)
	}
	copies := map[string]string{} // by path: the file it is a copy of
	for _, f := range c.data.Files {
		if shape := shapeOf(f); shape != "" {
			put(shape, f)
		}
		if f.CopyOf != "" {
			copies[f.Path] = f.CopyOf
		}
	}
	for _, key := range order {
		c.copiesAmong(groups[key], copies)
	}
	if len(copies) == 0 {
		return
	}
	for _, f := range c.data.Files {
		if of := copies[f.Path]; of != "" {
			m := finding.New(&ruleSameWorkbook, source.Ref{File: f.Path}, fmt.Sprintf(
				"Dit bestand heeft precies dezelfde inhoud als %s. Haal een van de twee weg; dit bestand telt niet mee.", of))
			m.Found, m.Expected, m.Project = path.Base(f.Path), "elk werkboek één keer", f.Project
			c.report(m)
		}
	}
	for _, sheet := range model.Sheets() {
		for r := range c.data.Records(sheet) {
			if f := fileOf(r); f != nil && copies[f.Path] != "" {
				for i := range sheet.Columns {
					r.Base().MarkBad(i)
				}
			}
		}
	}
	c.index = newIndex(c.data)
}

// shapeOf says which sheets a file holds and how long they are; only files of
// one shape can be copies. A file with hardly any rows has none: two small
// lists may well be the same.
func shapeOf(f *model.InputFile) string {
	var b strings.Builder
	rows := 0
	for _, s := range f.Sheets {
		if s.Decl != nil {
			b.WriteString(s.Decl.Name + " " + strconv.Itoa(s.Rows) + ";")
			rows += s.Rows
		}
	}
	if rows < 3 {
		return ""
	}
	return b.String()
}

func (c *checker) copiesAmong(files []*model.InputFile, copies map[string]string) {
	if len(files) < 2 {
		return
	}
	contents := map[string]string{}
	first := map[string]*model.InputFile{}
	for _, f := range files {
		key := f.SHA256
		if other := first[key]; other == nil || key == "" {
			// Other bytes may hold the same rows: Excel saves the time in them.
			if contents[f.Path] == "" {
				contents[f.Path] = c.contentOf(f.Path)
			}
			key = contents[f.Path]
		}
		of := first[key]
		if of == nil {
			first[key] = f
			if f.SHA256 != "" {
				first[f.SHA256] = f
			}
			continue
		}
		// The one that is named a copy is the copy.
		if looksCopied(of.Path) && !looksCopied(f.Path) {
			first[key], of, f = f, f, of
		}
		copies[f.Path] = of.Path
	}
}

func looksCopied(name string) bool {
	name = strings.ToLower(path.Base(name))
	for _, mark := range []string{"kopie", "copy", "(1)", "(2)", "backup", "oud"} {
		if strings.Contains(name, mark) {
			return true
		}
	}
	return false
}

// contentOf writes all values of a file after each other.
func (c *checker) contentOf(file string) string {
	var b []byte
	var fields []any
	for _, sheet := range model.Sheets() {
		for r := range c.data.Records(sheet) {
			if f := fileOf(r); f == nil || f.Path != file {
				continue
			}
			fields = r.Fields(fields[:0])
			for _, v := range fields {
				b = appendValue(b, v)
			}
		}
	}
	return string(b)
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

package validate

import (
	"fmt"
	"slices"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/fonts"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleUnprintable = finding.ByCode("W30")

// unprintable warns of characters that the report can only describe.
func unprintable(c *checker) {
	for _, sheet := range model.Sheets() {
		var fields []any
		for r := range c.data.Records(sheet) {
			fields = r.Fields(fields[:0])
			for i := range sheet.Columns {
				var text string
				switch field := fields[i].(type) {
				case *string:
					text = *field
				case *[]string:
					text = strings.Join(*field, " ")
				}
				if f, ok := unprintableIn(text, r.Base().Place(i)); ok {
					f.Column, f.Project = sheet.Columns[i].Name, projectOf(sheet, r)
					c.report(f)
				}
			}
		}
	}
	c.cfg.EachValue(func(_, value string, place source.Ref) {
		if f, ok := unprintableIn(value, place); ok {
			c.report(f)
		}
	})
}

// unprintable warns once of what the report can only describe of a text.
func (t *textChecker) unprintable(n *model.Narrative, lines []textLine) {
	for _, line := range lines {
		if _, ok := unprintableIn(line.prose, source.Ref{}); ok {
			ref := source.Ref{File: n.Path, Line: line.number, Char: 1}
			f, _ := unprintableIn(n.Text, ref)
			t.list = append(t.list, f)
			return
		}
	}
}

// unprintableIn makes the finding of what the report can only describe of a
// text.
func unprintableIn(text string, place source.Ref) (finding.Finding, bool) {
	if plainASCII(text) {
		return finding.Finding{}, false
	}
	var signs, scripts, found []string
	for _, r := range fonts.Default().Missing(text) {
		found = append(found, "‘"+string(r)+"’")
		if name := fonts.UnsetScript(r); name == "" {
			signs = append(signs, "‘"+string(r)+"’")
		} else if !slices.Contains(scripts, "tekst in "+name) {
			scripts = append(scripts, "tekst in "+name)
		}
	}
	if len(found) == 0 {
		return finding.Finding{}, false
	}
	mend := "Haal het teken weg of schrijf het in woorden."
	if len(scripts) > 0 {
		scripts[0] = "T" + scripts[0][1:]
		mend = "Schrijf het in gewone letters, met de betekenis erbij, of laat het weg."
	}
	f := finding.New(ruleUnprintable, place, fmt.Sprintf("%s kan het rapport niet drukken; er komt een omschrijving tussen haakjes. %s",
		dutch.Join(append(scripts, signs...)), mend))
	f.Found, f.Expected = strings.Join(found, " "), "letters, cijfers en gewone leestekens"
	return f, true
}

// plainASCII is quick, and true of nearly every cell.
func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

package validate

import (
	"fmt"
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/markup"
	"voortgang/internal/model"
	"voortgang/internal/prose"
	"voortgang/internal/source"
)

var ruleLeftMarkup = finding.ByCode("T30")

func leftMarkup(ref source.Ref, text string, l markup.Left) finding.Finding {
	found := text[l.Start:l.End]
	f := finding.New(ruleLeftMarkup, ref, fmt.Sprintf("‘%s’ komt zo in het rapport, met de tekens erbij. %s", excerpt(found), l.Mend))
	f.Found, f.Expected = found, "tekst zonder losse opmaaktekens"
	return f
}

// unprinted are the sheets whose texts the report doesn't print.
var unprinted = map[*model.Sheet]bool{&model.ActivitySheet: true, &model.TrainingSheet: true, &model.EmployeeSheet: true, &model.VolunteerSheet: true, &model.ContactSheet: true}

// cellMarkup looks for form in cells, where there is none.
func cellMarkup(c *checker) {
	for _, sheet := range model.Sheets() {
		if unprinted[sheet] {
			continue
		}
		var fields []any
		columns := textColumns(sheet)
		for r := range c.data.Records(sheet) {
			fields = r.Fields(fields[:0])
			for _, i := range columns {
				text := *fields[i].(*string)
				if !strings.ContainsAny(text, "*_#{[|`~=\\<:+-") {
					continue
				}
				footnotes := markup.Footnotes(text)
				prose.EachText(prose.FromCell(text), func(line string, _ source.Ref) {
					for _, l := range markup.Find(line, footnotes, markup.Cell) {
						if hashtag(line[l.Start:l.End]) && !strings.Contains(text, "\n") {
							continue
						}
						f := leftMarkup(r.Base().Place(i), line, l)
						f.Column, f.Project = sheet.Columns[i].Name, projectOf(sheet, r)
						c.report(f)
					}
				})
			}
		}
	}
}

// hashtag tells whether what looks like a heading may be one in a cell that
// holds nothing else: "#Iedereenmee".
func hashtag(found string) bool {
	return strings.HasPrefix(found, "#") && !strings.HasPrefix(found, "##") && !strings.HasPrefix(found, "# ")
}

// leftMarkup looks for form that Markdown didn't understand, and tells the line
// on which it was typed.
func (t *textChecker) leftMarkup(n *model.Narrative, lines []textLine) {
	at, footnotes := 0, markup.Footnotes(n.Text)
	prose.EachText(n.Blocks, func(text string, place source.Ref) {
		at = max(at, place.Line-1)
		for _, l := range markup.Find(text, footnotes, markup.Markdown) {
			ref := source.Ref{File: n.Path, Line: at + 1, Char: 1}
			needle := firstPart(text[l.Start:l.End])
			for i := at; i < min(len(lines), at+farLines); i++ {
				if char := strings.Index(lines[i].raw, needle); char >= 0 {
					at = i
					ref.Line, ref.Char = i+1, len([]rune(lines[i].raw[:char]))+1
					break
				}
			}
			t.list = append(t.list, leftMarkup(ref, text, l))
		}
	})
	t.fences(n, lines)
}

// farLines is how far below its block what was found is looked for.
const farLines = 500

// firstPart gives the beginning of what was found as it is typed too: quotes
// and dashes are set otherwise.
func firstPart(found string) string {
	if i := strings.IndexAny(found, "‘’“”–—…"); i > 0 {
		return found[:i]
	}
	return found
}

// fences reports lines that fence code in, and the settings that other
// programs keep before a text. Neither is printed, what they hold is.
func (t *textChecker) fences(n *model.Narrative, lines []textLine) {
	open := false
	for i, l := range lines {
		trimmed := strings.TrimSpace(l.raw)
		fence := strings.HasPrefix(trimmed, "```") || strings.HasPrefix(trimmed, "~~~")
		set := i == 0 && trimmed == "---" && len(lines) > 1 && strings.Contains(lines[1].raw, ":")
		if fence {
			open = !open
		}
		if set || fence && open {
			t.list = append(t.list, leftMarkup(source.Ref{File: n.Path, Line: l.number, Char: 1}, trimmed,
				markup.Left{End: len(trimmed), Mend: "Wat erna staat, wordt als gewone tekst gedrukt, zonder vet, kop of lijst. Haal de regel weg, en ook die waarmee het eindigt."}))
		}
	}
}

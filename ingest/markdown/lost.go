package markdown

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"voortgang/internal/finding"
	"voortgang/internal/markup"
	"voortgang/internal/prose"
)

var (
	RuleComment = finding.ByCode("T31") // a comment that isn't closed
	RuleWideRow = finding.ByCode("T32") // a row of a table with more cells than the table has columns
)

// openComments reports comments that aren't closed; their text is printed.
func (r *reader) openComments(body string) {
	_, open := markup.Comments(body)
	for _, at := range open {
		f := finding.New(RuleComment, r.place(at), "De opmerking die hier met <!-- begint, wordt niet gesloten. Zet --> waar ze stopt. Het rapport drukt nu alles wat erna komt.")
		f.Found, f.Expected = "<!--", "-->"
		r.list = append(r.list, f)
	}
}

// settings are those that other programs keep before a text.
var settings = regexp.MustCompile(`^---[ \t]*\n(?:[\p{L}_-]+:[^\n]*\n|[ \t]+[^\n]*\n)+(?:---|\.\.\.)[ \t]*(?:\n|$)`)

// withoutSettings blots out the lines around settings, which would make a
// heading of them.
func withoutSettings(text string) string {
	at := settings.FindStringIndex(text)
	if at == nil {
		return text
	}
	lines := strings.Split(text[:at[1]], "\n")
	for i, l := range lines {
		if strings.Trim(l, "-. \t") == "" {
			lines[i] = strings.Repeat(" ", len(l))
		}
	}
	return strings.Join(lines, "\n") + text[at[1]:]
}

// extraCells puts the cells that a row has too many in its last one.
func (r *reader) extraCells(row ast.Node, cells [][]prose.Inline) [][]prose.Inline {
	at := r.start(row)
	if at < 0 || len(cells) == 0 {
		return cells
	}
	place := r.place(at)
	line := string(r.src[r.lines[place.Line-1]:])
	line, _, _ = strings.Cut(line, "\n")
	written := splitRow(line)
	if len(written) <= len(cells) {
		return cells
	}
	extra := strings.TrimSpace(strings.Join(written[len(cells):], " | "))
	if strings.Trim(extra, " |") == "" {
		return cells
	}
	place.Char = 1
	f := finding.New(RuleWideRow, place, fmt.Sprintf("Deze rij heeft %d vakken, de tabel %d. Geef de eerste rij en de streepjes eronder evenveel vakken, of haal het teveel (‘%s’) weg.", len(written), len(cells), short(extra)))
	f.Found, f.Expected = short(extra), fmt.Sprintf("%d vakken", len(cells))
	r.list = append(r.list, f)
	last := &cells[len(cells)-1]
	*last = append(*last, prose.Inline{Text: " | " + extra})
	return cells
}

// splitRow gives the cells of a row as they are written.
func splitRow(line string) []string {
	line = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(line), "|"), "|")
	var out []string
	for line != "" || len(out) == 0 {
		end := 0
		for end < len(line) && line[end] != '|' {
			if line[end] == '\\' {
				end++
			}
			end++
		}
		end = min(end, len(line))
		out = append(out, line[:end])
		line = line[min(end+1, len(line)):]
	}
	return out
}

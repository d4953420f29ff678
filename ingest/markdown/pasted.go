package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"voortgang/internal/prose"
)

// pastedLists writes the lists that were pasted from a word processor as
// Markdown has them. It gives, for each line that changed, how many characters
// its text moved to the right.
func pastedLists(text string) (string, map[int]int) {
	lines := strings.Split(text, "\n")
	marks := prose.Marks(lines)
	moved := map[int]int{}
	fenced := false
	for i := 0; i < len(lines); {
		if fence := strings.TrimSpace(lines[i]); strings.HasPrefix(fence, "```") || strings.HasPrefix(fence, "~~~") {
			fenced = !fenced
		}
		end, foreign := i, false
		for end < len(lines) && marks[end].Level > 0 {
			foreign = foreign || isForeign(marks[end])
			end++
		}
		if foreign && end == i+1 && i > 0 && goesOn(lines[i-1]) {
			foreign = false // a dash within a sentence
		}
		if foreign && !fenced {
			for k := i; k < end; k++ {
				moved[k+1] = rewrite(&lines[k], marks[k])
			}
		}
		i = max(end, i+1)
	}
	if len(moved) == 0 {
		return text, nil
	}
	return strings.Join(lines, "\n"), moved
}

// goesOn tells whether a line is one of a paragraph that may go on in the next.
func goesOn(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && !strings.HasSuffix(line, ":") && !strings.HasPrefix(line, "#")
}

// isForeign tells whether Markdown doesn't know a mark.
func isForeign(m prose.Mark) bool { return m.Number == 0 && m.Sign != "-" && m.Sign != "*" }

// rewrite gives a line the mark that Markdown knows.
func rewrite(line *string, m prose.Mark) int {
	mark := "- "
	if m.Number > 0 {
		mark = strconv.Itoa(m.Number) + ". "
	}
	if m.Level == 2 {
		mark = "    " + mark
	}
	was := utf8.RuneCountInString(strings.TrimRight(*line, " \t\u00a0\r")) - utf8.RuneCountInString(m.Rest)
	*line = mark + m.Rest
	return len(mark) - was
}

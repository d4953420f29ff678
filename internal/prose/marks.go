package prose

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mark is how a line of a list begins.
type Mark struct {
	// Level is 1 or 2, or 0 for a line that is no item.
	Level int
	// Number is the item's own, 0 for a bullet.
	Number int
	// Sign is what stood for the bullet: "•", "o", "1)".
	Sign string
	// Rest is what follows the mark, or the line itself.
	Rest string
}

// Signs with which programs mark items. Those of the second kind are commonly
// of the second level. Word writes some of them with codes of its symbol fonts.
const (
	firstSigns  = "•●·‣➢➤►▶❖*\uF0B7\uF0D8\uF076\uF0FC\uF0E0\uF06C"
	secondSigns = "▬-–o§▪■◦○▫□\uF0A7\uF06E\uF0A8\uF071\uF06F\uF02D"
	// sureSigns need no space behind them.
	sureSigns = "•●‣➢➤►▪■\uF0B7\uF0D8\uF0A7\uF076"
)

// Marks tells of each line whether it is an item of a list, also of one that
// was pasted from a word processor. Lines that look like items and stand alone,
// such as a footnote with a star or "o ja", are none.
func Marks(lines []string) []Mark {
	out := make([]Mark, len(lines))
	starred, numbers := false, map[string]bool{}
	for i, line := range lines {
		out[i] = mark(line)
		starred = starred || starAfterWord.MatchString(line)
		if out[i].Number > 0 {
			numbers[out[i].Sign] = true
		}
	}
	for i := range out {
		if m := &out[i]; m.Level > 0 && !belongs(out, i, lines[i], starred, numbers) {
			*m = Mark{Rest: strings.TrimSpace(lines[i])}
		}
	}
	setLevels(out, lines)
	return out
}

var (
	starAfterWord = regexp.MustCompile(`[\p{L}\d)]\*(\s|[.,;:)]|$)`)
	numbered      = regexp.MustCompile(`^(\d{1,2})([.)])[ \t\x{a0}]+(\S.*)$`)
	space         = " \t\u00a0"
)

// mark reads the mark of a line by itself.
func mark(line string) Mark {
	line = strings.TrimSpace(line)
	if m := numbered.FindStringSubmatch(line); m != nil {
		n, _ := strconv.Atoi(m[1])
		if n > 0 {
			return Mark{Level: 1, Number: n, Sign: m[1] + m[2], Rest: m[3]}
		}
	}
	sign, size := utf8.DecodeRuneInString(line)
	level := 0
	switch {
	case line == "":
	case strings.ContainsRune(firstSigns, sign):
		level = 1
	case strings.ContainsRune(secondSigns, sign):
		level = 2
	}
	if level == 0 {
		return Mark{Rest: line}
	}
	rest := line[size:]
	next, _ := utf8.DecodeRuneInString(rest)
	if rest != "" && !strings.ContainsRune(space, next) && !(strings.ContainsRune(sureSigns, sign) && (unicode.IsLetter(next) || unicode.IsDigit(next))) {
		return Mark{Rest: line}
	}
	return Mark{Level: level, Sign: line[:size], Rest: strings.TrimSpace(rest)}
}

// belongs refuses what looks like an item and is something else.
func belongs(marks []Mark, i int, line string, starred bool, numbers map[string]bool) bool {
	m := marks[i]
	beside := i > 0 && marks[i-1].Level > 0 || i+1 < len(marks) && marks[i+1].Level > 0
	switch m.Sign {
	case "*": // a footnote?
		return beside && !starred
	case "o": // "o ja"
		_, after, _ := strings.Cut(line, "o")
		return beside || strings.HasPrefix(after, "\t") || strings.HasPrefix(after, "  ") || strings.HasPrefix(after, "\u00a0")
	case "§": // "§ 2 van het decreet"
		return m.Rest == "" || !unicode.IsDigit([]rune(m.Rest)[0])
	}
	if m.Number == 0 {
		return true
	}
	end := m.Sign[len(m.Sign)-1:]
	return numbers[strconv.Itoa(m.Number-1)+end] || numbers[strconv.Itoa(m.Number+1)+end]
}

// setLevels settles the levels of lists: the first item is of the first level,
// and so are those with its sign; one that stands further in is of the second,
// and so are bullets among numbers.
func setLevels(marks []Mark, lines []string) {
	var first Mark
	margin := 0
	for i := range marks {
		m := &marks[i]
		if m.Level == 0 {
			first = Mark{}
			continue
		}
		in := indentOf(lines[i])
		switch {
		case first.Level == 0:
			m.Level = 1
		case in >= margin+2:
			m.Level = 2
		case m.Number > 0 || m.Sign == first.Sign:
			m.Level = 1
		case first.Number > 0:
			m.Level = 2
		}
		if first.Level == 0 || m.Level == 1 && (m.Number > 0) != (first.Number > 0) {
			first, margin = *m, in
		}
	}
}

func indentOf(line string) int {
	n := 0
	for _, r := range line {
		switch r {
		case ' ', '\u00a0':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}

package charts

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sizes of text in points. Nothing is smaller than minSize.
const (
	labelSize = 8
	smallSize = 7.5
	minSize   = 7
)

// maxLabel bounds the characters of a label that are looked at; a chart has
// no room for more.
const maxLabel = 400

// labels are texts broken into lines at one common size.
type labels struct {
	size   float64
	weight Weight
	lines  [][]string
	// forced tells that a word had to be broken or a text cut short.
	forced bool
	// width of the widest line, and the most lines that one has.
	width float64
	deep  int
}

// height of the block of one label.
func (l labels) height(i int) float64 { return blockHeight(len(l.lines[i]), l.size) }

// maxHeight is the height of the deepest block.
func (l labels) maxHeight() float64 { return blockHeight(l.deep, l.size) }

// fitLabels sets all texts in the largest size, from size down to minSize, at
// which no word need be broken and nothing cut off; failing that, at minSize
// with broken words and ellipses.
func (b Base) fitLabels(texts []string, width, size float64, weight Weight, maxLines int) labels {
	var l labels
	for {
		l = b.breakLabels(texts, width, size, weight, maxLines)
		if !l.forced || size <= minSize {
			return l
		}
		size = math.Max(minSize, size-0.5)
	}
}

func (b Base) breakLabels(texts []string, width, size float64, weight Weight, maxLines int) labels {
	l := labels{size: size, weight: weight, lines: make([][]string, len(texts))}
	for i, text := range texts {
		lines, forced := b.wrap(text, width, size, weight, maxLines)
		if len(lines) > 1 && !forced {
			lines = b.balance(text, lines, width, size, weight)
		}
		l.lines[i] = lines
		l.forced = l.forced || forced
		l.deep = max(l.deep, len(lines))
		for _, line := range lines {
			l.width = math.Max(l.width, b.textWidth(line, size, weight))
		}
	}
	return l
}

// balance makes the lines of a label about equally long, so that no word
// stands alone: it wraps to the least width that needs no more lines.
func (b Base) balance(text string, lines []string, width, size float64, weight Weight) []string {
	lo, hi := width/float64(len(lines)+1), width
	for range 5 {
		middle := (lo + hi) / 2
		tighter, forced := b.wrap(text, middle, size, weight, len(lines))
		if forced {
			lo = middle
		} else {
			lines, hi = tighter, middle
		}
	}
	return lines
}

// wrap breaks text into at most maxLines lines no wider than width. Forced
// tells that a word had to be broken or the text cut short with an ellipsis.
func (b Base) wrap(text string, width, size float64, weight Weight, maxLines int) (lines []string, forced bool) {
	measure := func(s string) float64 { return b.textWidth(s, size, weight) }
	line := ""
	for _, part := range breakable(b.cleanText(text)) {
		candidate := line + part
		if line == "" {
			candidate = strings.TrimLeft(part, " ")
		}
		if measure(strings.TrimRight(candidate, " ")) <= width {
			line = candidate
			continue
		}
		if line != "" {
			lines = append(lines, strings.TrimRight(line, " "))
			line = strings.TrimLeft(part, " ")
		} else {
			line = candidate
		}
		for measure(line) > width && len(lines) <= maxLines {
			head, tail := breakWord(line, width, measure)
			if tail == "" {
				break
			}
			lines, line, forced = append(lines, head), tail, true
		}
		if len(lines) > maxLines {
			break
		}
	}
	if line != "" {
		lines = append(lines, strings.TrimRight(line, " "))
	}
	if len(lines) > maxLines {
		lines, forced = lines[:maxLines], true
		lines[maxLines-1] = ellipsis(lines[maxLines-1], width, measure)
	}
	return lines, forced
}

// breakable splits printable text into parts after which a line may end: words with the
// space before them, and pieces of words after a hyphen or slash.
func breakable(text string) []string {
	text = strings.NewReplacer("\u00ad", "", "\u200b", "").Replace(text)
	if utf8.RuneCountInString(text) > maxLabel {
		text = string([]rune(text)[:maxLabel]) + "…"
	}
	var parts []string
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' }) {
		prefix := " "
		for {
			i := strings.IndexAny(word, "-/–")
			if i < 1 {
				break
			}
			_, n := utf8.DecodeRuneInString(word[i:])
			if i+n >= len(word) {
				break
			}
			parts = append(parts, prefix+word[:i+n])
			word, prefix = word[i+n:], ""
		}
		parts = append(parts, prefix+word)
	}
	return parts
}

// ellipsis shortens a line until it fits with an ellipsis behind it.
func ellipsis(line string, width float64, measure func(string) float64) string {
	runes := []rune(strings.TrimRight(line, "-… "))
	for len(runes) > 0 && measure(strings.TrimRight(string(runes), " ,;:")+"…") > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ,;:") + "…"
}

// breakWord breaks a word that is wider than width in two, with a hyphen: at
// the last place where a Dutch syllable seems to end, else wherever it fits.
// The tail is empty when the word is a single character.
func breakWord(word string, width float64, measure func(string) float64) (head, tail string) {
	runes := []rune(word)
	fits := 0
	for n := 1; n < len(runes) && measure(string(runes[:n])+"-") <= width; n++ {
		fits = n
	}
	if fits == 0 {
		if len(runes) < 2 {
			return word, ""
		}
		fits = 1
	}
	// A syllable needs letters on both sides; don't give up more than half the
	// line for it.
	for n := fits; n >= 2 && n > fits/2; n-- {
		if len(runes)-n >= 2 && syllableEnd(runes, n) {
			return string(runes[:n]) + "-", string(runes[n:])
		}
	}
	if !unicode.IsLetter(runes[fits-1]) || !unicode.IsLetter(runes[fits]) {
		return string(runes[:fits]), string(runes[fits:])
	}
	return string(runes[:fits]) + "-", string(runes[fits:])
}

// syllableEnd tells whether a Dutch syllable may end before runes[n]: a vowel
// on both sides of the break, and what follows a single consonant or a cluster
// that words begin with. It is a rule of thumb, for labels of charts only.
func syllableEnd(runes []rune, n int) bool {
	if !hasVowel(runes[:n]) || !hasVowel(runes[n:]) || isVowel(runes[n]) {
		return false
	}
	start := n
	for start > 0 && !isVowel(runes[start-1]) {
		start-- // the consonants before the next vowel begin here
	}
	end := n
	for end < len(runes) && !isVowel(runes[end]) {
		end++
	}
	cluster := strings.ToLower(string(runes[n:end]))
	for longer := start; longer < n; longer++ {
		if onset(strings.ToLower(string(runes[longer:end]))) {
			return false // the break would tear a cluster apart
		}
	}
	return len([]rune(cluster)) == 1 && unicode.IsLetter(runes[n]) || onset(cluster)
}

// onset tells whether a Dutch syllable can begin with these consonants.
func onset(cluster string) bool {
	switch cluster {
	case "bl", "br", "ch", "dr", "fl", "fr", "gl", "gr", "kl", "kn", "kr", "pl", "pr",
		"sch", "schr", "sl", "sm", "sn", "sp", "spr", "st", "str", "tr", "vl", "vr", "wr", "zw":
		return true
	}
	return false
}

func hasVowel(runes []rune) bool {
	for _, r := range runes {
		if isVowel(r) {
			return true
		}
	}
	return false
}

func isVowel(r rune) bool {
	return strings.ContainsRune("aeiouyáàâäéèêëíìîïóòôöúùûü", unicode.ToLower(r))
}

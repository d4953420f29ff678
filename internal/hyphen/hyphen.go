// Package hyphen finds where Dutch words may be broken over lines, by Frank
// Liang's pattern method (Word Hy-phen-a-tion by Com-put-er, Stanford 1983).
//
// The patterns are hyph-nl.tex of the hyph-utf8 collection, by Piet Tutelaers,
// unchanged, under the LaTeX Project Public Licence (see LICENSE-patterns).
// They never leave a syllable of one letter, and don't break where the
// spelling would change (menuutje, menu-tje).
package hyphen

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed hyph-nl.tex
var dutchPatterns string

// Patterns are the hyphenation rules of a language. They are safe for use by
// several goroutines.
type Patterns struct {
	// levels of a pattern by its letters: one more than there are letters.
	levels     map[string]string
	longest    int // letters of the longest pattern, dots included
	exceptions map[string][]int
}

// Dutch are the patterns of Dutch, read at the first call.
func Dutch() *Patterns { return dutch() }

var dutch = sync.OnceValue(func() *Patterns { return parse(dutchPatterns) })

// parse reads a pattern file of TeX: \patterns{…} and \hyphenation{…}.
func parse(tex string) *Patterns {
	p := &Patterns{levels: make(map[string]string, 13000), exceptions: map[string][]int{}}
	section := ""
	for line := range strings.SplitSeq(tex, "\n") {
		line, _, _ = strings.Cut(line, "%")
		for _, word := range strings.Fields(line) {
			switch {
			case word[0] == '\\':
				section = word
			case word == "}":
				section = ""
			case section == `\patterns{`:
				p.addPattern(word)
			case section == `\hyphenation{`:
				p.addException(word)
			}
		}
	}
	return p
}

// addPattern takes ".aan5": letters with, between them, the levels that aren't 0.
func (p *Patterns) addPattern(pattern string) {
	letters := make([]byte, 0, len(pattern))
	levels := make([]byte, 1, len(pattern)+1)
	for _, r := range pattern {
		if r >= '0' && r <= '9' {
			levels[len(levels)-1] = byte(r - '0')
			continue
		}
		letters = utf8.AppendRune(letters, r)
		levels = append(levels, 0)
	}
	p.levels[string(letters)] = string(levels)
	p.longest = max(p.longest, len(levels)-1)
}

// addException takes "or-don-nan-tie".
func (p *Patterns) addException(word string) {
	var points []int
	plain := ""
	for i, part := range strings.Split(word, "-") {
		if i > 0 {
			points = append(points, len(plain))
		}
		plain += part
	}
	p.exceptions[plain] = points
}

// Points gives the byte offsets in a word of letters where a hyphen may come,
// in order, with at least left letters before and right letters after it (2
// is the least for each). A word with anything but letters, or of more than
// 100, has none.
func (p *Patterns) Points(word string, left, right int) []int {
	const most = 100
	var offsets [most + 3]int // where each letter of ".word." begins
	var values [most + 3]byte
	text := make([]byte, 0, 64)
	text = append(text, '.')
	offsets[0] = 0
	n := 1
	for _, r := range word {
		if !unicode.IsLetter(r) || n > most {
			return nil
		}
		offsets[n] = len(text)
		text = utf8.AppendRune(text, unicode.ToLower(r))
		n++
	}
	offsets[n] = len(text)
	text = append(text, '.')
	n++
	offsets[n] = len(text)
	letters := n - 2
	left, right = max(left, 2), max(right, 2)
	if letters < left+right || len(text)-2 != len(word) {
		// The second: a letter whose lower case has another length.
		return nil
	}
	if points, ok := p.exceptions[string(text[1:len(text)-1])]; ok {
		return points
	}
	for i := range n {
		for j := i + 1; j <= min(n, i+p.longest); j++ {
			levels, ok := p.levels[string(text[offsets[i]:offsets[j]])]
			if !ok {
				continue
			}
			for k := range len(levels) {
				values[i+k] = max(values[i+k], levels[k])
			}
		}
	}
	var points []int
	for k := left; k <= letters-right; k++ {
		// values[k+1] stands before letter k of the word (counted from 0).
		if values[k+1]%2 == 1 {
			points = append(points, offsets[k+1]-1)
		}
	}
	return points
}

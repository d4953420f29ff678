package validate

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleMisspelled = finding.ByCode("T21")
var ruleNameCase = finding.ByCode("T26")

// spelling is a name of several words that texts may get wrong.
type spelling struct {
	name, what string
	// words are its words, folded the same without case and marks, sorted
	// those in alphabetical order.
	words, folded, sorted []string
	letters               int
	alias                 bool
	right                 string
}

// nameSpellings lists the names of two words or more of themes and projects,
// and the other names of themes.
func (t *textChecker) nameSpellings() []spelling {
	if t.spellings != nil {
		return t.spellings
	}
	add := func(name, what, right string, alias bool) {
		s := spelling{name: name, what: what, right: right, alias: alias}
		for _, w := range strings.Fields(name) {
			if f := dutch.Fold(w); f != "" {
				s.words, s.folded = append(s.words, w), append(s.folded, f)
				s.letters += len(f)
			}
		}
		if len(s.folded) < 2 || s.letters < 8 || alias && dutch.Fold(name) == dutch.Fold(right) {
			return
		}
		s.sorted = slices.Clone(s.folded)
		slices.Sort(s.sorted)
		t.spellings = append(t.spellings, s)
	}
	for _, theme := range t.cfg.Themes {
		add(theme.Name, "het thema", theme.Name, false)
		for _, a := range theme.Aliases {
			add(a, "het thema", theme.Name, true)
		}
	}
	for _, p := range t.data.Projects {
		if p.Base().Usable(model.ProjectName) {
			add(p.Name, "het project", p.Name, false)
		}
	}
	return t.spellings
}

// word is one word of a line and where it stands.
type word struct {
	text, folded string
	start, end   int
	capital      bool
}

func wordsOf(line string) []word {
	var out []word
	start := -1
	flush := func(end int) {
		if start >= 0 {
			text := line[start:end]
			if f := dutch.Fold(text); f != "" {
				r := []rune(text)[0]
				out = append(out, word{text, f, start, end, unicode.IsUpper(r)})
			}
			start = -1
		}
	}
	for i, r := range line {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '’' || r == '\''
		if !letter {
			flush(i)
		} else if start < 0 {
			start = i
		}
	}
	flush(len(line))
	return out
}

// names looks for near misses: the same words in another order, or one wrong
// letter. The first word must have a capital: without one it is no name, unless
// it is a heading of its own.
func (t *textChecker) names(n *model.Narrative, lines []textLine) {
	list := t.nameSpellings()
	for _, l := range lines {
		all := wordsOf(l.prose)
		for i, w := range all {
			for _, s := range list {
				if i+len(s.folded) > len(all) {
					continue
				}
				part := all[i : i+len(s.folded)]
				if !w.capital && !(len(part) == len(all) && strings.HasPrefix(l.prose, "#")) {
					continue
				}
				if t.otherCase(part, s) {
					found := l.prose[part[0].start:part[len(part)-1].end]
					f := t.say(ruleNameCase, n, l, w.start, fmt.Sprintf("‘%s’ staat in de lijst als ‘%s’. Schrijf %s met dezelfde hoofdletters.", found, s.right, s.what))
					f.Found, f.Expected, f.Proposal = found, "de naam zoals in de lijst", s.right
					break
				}
				if !t.nearMiss(part, s) || strings.ContainsAny(l.prose[part[0].start:part[len(part)-1].end], ".;:!?()") {
					continue
				}
				found := l.prose[part[0].start:part[len(part)-1].end]
				f := t.say(ruleMisspelled, n, l, w.start, fmt.Sprintf("‘%s’ heet in de lijst ‘%s’. Schrijf %s zoals in de lijst.", found, s.right, s.what))
				f.Found, f.Expected, f.Proposal = found, "de naam zoals in de lijst", s.right
				break
			}
		}
	}
}

// otherCase tells whether words are a name with capitals of its own. Words
// that stand apart in the list in that very way, or are all capitals, are not.
func (t *textChecker) otherCase(part []word, s spelling) bool {
	differ, lower := false, false
	for k, w := range part {
		if s.alias || !strings.EqualFold(w.text, s.words[k]) {
			return false
		}
		differ = differ || w.text != s.words[k]
		lower = lower || w.text != strings.ToUpper(w.text)
	}
	if !differ || !lower {
		return false
	}
	for _, other := range t.spellings {
		if len(other.words) == len(part) && slices.EqualFunc(part, other.words, func(w word, name string) bool { return w.text == name }) {
			return false
		}
	}
	return true
}

// sameLetters tells whether two acronyms have the same letters in another
// order: SAMO and SOMA.
func sameLetters(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	if a == b || len(ra) < 4 || len(ra) != len(rb) || strings.ToUpper(a) != a || strings.ToUpper(b) != b {
		return false
	}
	slices.Sort(ra)
	slices.Sort(rb)
	return slices.Equal(ra, rb)
}

func (t *textChecker) nearMiss(part []word, s spelling) bool {
	if s.letters < 12 {
		return false // short names are near too many words
	}
	same, off := 0, -1
	for k, f := range s.folded {
		if part[k].folded == f {
			same++
		} else {
			off = k
		}
	}
	switch {
	case same == len(s.folded):
		return s.alias
	case s.alias:
		return false
	case same == len(s.folded)-1 && len(s.folded) >= 2:
		return (nearWord(s.folded[off], part[off].folded) || sameLetters(s.words[off], part[off].text)) && !t.exact(part)
	case len(s.folded) >= 3:
		words := make([]string, len(part))
		for k := range part {
			words[k] = part[k].folded
		}
		slices.Sort(words)
		return slices.Equal(words, s.sorted)
	}
	return false
}

// exact tells whether words are the name of something else.
func (t *textChecker) exact(part []word) bool {
	for _, s := range t.spellings {
		if len(s.folded) != len(part) {
			continue
		}
		same := true
		for k := range part {
			same = same && part[k].folded == s.folded[k]
		}
		if same {
			return true
		}
	}
	return false
}

package value

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agext/levenshtein"

	"voortgang/ingest/grid"
	"voortgang/internal/dutch"
	"voortgang/internal/parted"
)

// andSign writes out the signs that people put for "en".
var andSign = strings.NewReplacer("&", " en ", "+", " en ")

// Choices are the values that a column takes.
type Choices struct {
	allowed []string
	folded  []string
	known   map[string]string
	open    bool
}

// NewChoices makes the choices of a column: the allowed values, other
// spellings (dutch.Fold) of them, and whether any other value is taken too.
func NewChoices(allowed []string, synonyms map[string]string, open bool) *Choices {
	c := &Choices{allowed: allowed, known: make(map[string]string, len(allowed)+len(synonyms)), open: open}
	for spelling, v := range synonyms {
		c.known[spelling] = v
	}
	for _, v := range allowed {
		fold := dutch.Fold(v)
		c.known[fold] = v
		c.folded = append(c.folded, fold)
	}
	return c
}

// Allowed lists the values in the declared order.
func (ch *Choices) Allowed() []string { return ch.allowed }

// Read reads one of the values, whatever its case, accents, white space and
// punctuation.
func (ch *Choices) Read(c grid.Cell, ctx Context) (string, *Problem) {
	expected := ch.expected()
	if p := broken(c, expected); p != nil {
		return "", p
	}
	text := Show(c, ctx)
	if c.Kind == grid.Number {
		text = grid.Plain(c.Number)
	}
	return ch.text(line(text), expected)
}

// ReadList reads several values, parted by ';' or line ends. The values that
// are right are given together with one problem for those that aren't; its
// proposal is the whole list, with a ';' where another sign parts values.
func (ch *Choices) ReadList(c grid.Cell, ctx Context) ([]string, *Problem) {
	items, p := List(c, ctx)
	if p != nil && p.Proposal != "" {
		if _, again := ch.ReadList(grid.Cell{Kind: grid.Text, Text: p.Proposal}, ctx); again != nil {
			p.Proposal = again.Proposal
		}
	}
	if p != nil {
		return nil, p
	}
	expected := ch.expected()
	var out, meant, wrong []string
	lost := false
	for _, item := range items {
		v, p := ch.text(item, expected)
		if p == nil {
			out, meant = append(out, v), append(meant, v)
			continue
		}
		wrong = append(wrong, item)
		exact := func(part string) string { return ch.known[dutch.Fold(part)] }
		parts := parted.Items(item, exact)
		if len(parts) == 0 {
			parts = parted.Items(item, func(part string) string { return cmp.Or(exact(part), ch.nearest(part)) })
		}
		if len(parts) == 0 && p.Proposal != "" {
			parts = []string{p.Proposal}
		}
		meant, lost = append(meant, parts...), lost || len(parts) == 0
	}
	if len(wrong) == 0 {
		return out, nil
	}
	p = &Problem{Reason: NotAllowed, Found: strings.Join(wrong, "; "), Expected: expected}
	if !lost {
		p.Proposal = strings.Join(meant, "; ")
	}
	return out, p
}

func (ch *Choices) text(text, expected string) (string, *Problem) {
	fold := dutch.Fold(text)
	p := &Problem{Reason: NotAllowed, Found: text, Expected: expected}
	for _, spelling := range [...]string{text, andSign.Replace(text)} {
		v, ok := ch.known[dutch.Fold(spelling)]
		if !ok || fold == "" {
			continue
		}
		if doubted(text) && !doubted(v) {
			p.Proposal = v
			return "", p
		}
		return v, nil
	}
	if ch.open && fold != "" {
		if bad := controls(text, " "); bad != nil {
			return "", bad
		}
		return text, nil
	}
	p.Proposal = ch.nearest(text)
	return "", p
}

// doubted tells whether a person put a question mark behind a value: they aren't
// sure of it themselves.
func doubted(text string) bool { return strings.Contains(text, "?") }

func (ch *Choices) expected() string { return dutch.JoinOr(ch.allowed) }

// nearest finds the allowed value or synonym with the least edit distance,
// when it is near enough to be what was meant.
func (ch *Choices) nearest(text string) string {
	fold := dutch.Fold(text)
	if fold == "" || len(fold) > longestName {
		return ""
	}
	best, distance := nearest(fold, ch.folded, len(fold)/3+1)
	if best != "" && distance >= 0 {
		if !everyWordCounts(text, best, distance) {
			return ""
		}
		return ch.known[best]
	}
	// A part of a value: "Groeps".
	hit := ""
	for i, f := range ch.folded {
		if len(fold) >= 4 && strings.HasPrefix(f, fold) {
			if hit != "" {
				return ""
			}
			hit = ch.allowed[i]
		}
	}
	return hit
}

// everyWordCounts tells whether a text comes nearer to a value by each of its
// words: of "Wonen, Genk" or "werkgroep 2" the value would lose one.
func everyWordCounts(text, value string, distance int) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i := range words {
		rest := dutch.Fold(strings.Join(slices.Concat(words[:i], words[i+1:]), " "))
		if len(words) > 1 && levenshtein.Distance(rest, value, nil) <= distance {
			return false
		}
	}
	return true
}

// nearest gives the candidate with the least edit distance of at most limit,
// the first of equals.
func nearest(word string, candidates []string, limit int) (string, int) {
	best, at := "", limit+1
	length := utf8.RuneCountInString(word)
	for _, c := range candidates {
		// The distance is at least the difference in length.
		if off := utf8.RuneCountInString(c) - length; off >= at || -off >= at {
			continue
		}
		if d := levenshtein.Distance(word, c, nil); d < at {
			best, at = c, d
		}
	}
	return best, at
}

// Names are names to find the nearest of.
type Names struct{ names, folded []string }

// NewNames makes a list of names for proposals.
func NewNames(names ...string) *Names {
	n := &Names{names: names, folded: make([]string, len(names))}
	for i, name := range names {
		n.folded[i] = dutch.Fold(name)
	}
	return n
}

// longestName is the longest word, folded, that is compared with names.
const longestName = 60

// Nearest gives the name whose folded form is nearest to that of a word, for
// proposals; "" when none is near.
func (n *Names) Nearest(word string) string {
	fold := dutch.Fold(word)
	if len(fold) > longestName {
		return ""
	}
	limit := max(1, min(3, len(fold)/3))
	best, at := "", limit+1
	for i, f := range n.folded {
		// The distance is at least the difference in length.
		if off := len(f) - len(fold); off >= at || -off >= at {
			continue
		}
		if d := levenshtein.Distance(fold, f, nil); d < at {
			best, at = n.names[i], d
		}
	}
	return best
}

// Nearest gives the nearest of a few names; see Names.
func Nearest(word string, names []string) string { return NewNames(names...).Nearest(word) }

package pdf

import (
	"voortgang/internal/fonts"
	"voortgang/internal/hyphen"
)

// setter measures text, hyphenates it, and remembers what couldn't be printed.
type setter struct {
	family *fonts.Family
	dutch  *hyphen.Patterns
	// widths of words by font, per point of size: a report uses the same words
	// over and over.
	widths  map[fonts.Style]map[string]float64
	points  map[string][]int
	missing map[rune]int
	// files are the names of the attachments that a text can open.
	files map[string]bool
}

func newSetter(family *fonts.Family) *setter {
	return &setter{
		family:  family,
		dutch:   hyphen.Dutch(),
		widths:  map[fonts.Style]map[string]float64{},
		points:  map[string][]int{},
		missing: map[rune]int{},
		files:   map[string]bool{},
	}
}

// printable makes text printable, and counts the characters that were lost.
func (s *setter) printable(text string) string {
	out := s.family.Printable(text)
	if out != text {
		for _, r := range s.family.Missing(text) {
			s.missing[r]++
		}
	}
	return out
}

// measure is the width of text on a line.
func (s *setter) measure(text string, style textStyle) float64 {
	return s.family.Width(style.font(), text, style.size)
}

// wordWidth is measure with a memory, for words.
func (s *setter) wordWidth(word string, style textStyle) float64 {
	font := style.font()
	words := s.widths[font]
	if words == nil {
		words = map[string]float64{}
		s.widths[font] = words
	}
	w, ok := words[word]
	if !ok {
		w = s.family.Width(font, word, 1)
		words[word] = w
	}
	return w * style.size
}

// syllables gives the places in a word of letters where it may be broken.
func (s *setter) syllables(word string) []int {
	at, ok := s.points[word]
	if !ok {
		at = s.dutch.Points(word, 2, 3)
		s.points[word] = at
	}
	return at
}

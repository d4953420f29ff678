package html

import (
	"strconv"
	"strings"
	"unicode"

	"voortgang/internal/document"
)

// ids gives every place in the document one id of its own on the page.
type ids struct {
	// byPlace is the id on the page of the nth place, in the order of the
	// blocks; byName that of a name in the document.
	byPlace []string
	byName  map[string]string
	used    map[string]bool
	next    int
}

// reserved are the ids of the frame.
var reserved = []string{"pagina-tekst", "pagina-inhoud"}

// collect names all places of a document: headings, tables and charts.
func collect(doc *document.Document) *ids {
	s := &ids{byName: map[string]string{}, used: map[string]bool{}}
	for _, id := range reserved {
		s.used[id] = true
	}
	for _, list := range [][]document.Block{doc.Blocks, doc.Back} {
		for _, block := range list {
			switch b := block.(type) {
			case document.Table:
				s.add(b.ID, "tabel")
			case document.Chart:
				s.add(b.ID, "grafiek")
			case document.ChartRow:
				for _, c := range b.Charts {
					s.add(c.ID, "grafiek")
				}
			case document.Notes:
				for _, n := range b.Items {
					s.name(n.ID)
					s.name(strings.TrimPrefix(n.Back, "#"))
				}
			default:
				if h, ok := headingOf(block); ok {
					s.add(h.ID, "deel")
				}
			}
		}
	}
	return s
}

// headingOf gives the heading that a block is or carries.
func headingOf(block document.Block) (document.Heading, bool) {
	switch b := block.(type) {
	case document.Heading:
		return b, true
	case document.ChapterOpening:
		return b.Heading, true
	case document.ThemeOpening:
		return b.Heading, true
	}
	return document.Heading{}, false
}

func (s *ids) add(name, kind string) {
	id := fitID(name)
	if id == "" {
		id = kind + "-" + strconv.Itoa(len(s.byPlace)+1)
	}
	for base, n := id, 2; s.taken(id); n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	s.used[id] = true
	s.byPlace = append(s.byPlace, id)
	if _, known := s.byName[name]; name != "" && !known {
		s.byName[name] = id
	}
}

// name gives a piece of text that has a name of its own an id on the page.
func (s *ids) name(name string) {
	id := fitID(name)
	if _, known := s.byName[name]; known || id == "" || s.taken(id) {
		return
	}
	s.used[id] = true
	s.byName[name] = id
}

// taken tells whether an id is in use, or one that a drawing makes from it.
func (s *ids) taken(id string) bool {
	for _, end := range []string{"-naam", "-tekst"} {
		if base, ok := strings.CutSuffix(id, end); ok && s.used[base] || s.used[id+end] {
			return true
		}
	}
	return s.used[id]
}

// take gives the id of the next place; places are written in the order in
// which they were collected.
func (s *ids) take() string {
	id := s.byPlace[s.next]
	s.next++
	return id
}

// fitID makes a name that can be an id and a fragment of an address.
func fitID(name string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)), r == '-', r == '_', r == '.':
			return r
		}
		return '-'
	}, name), "-.")
}

package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// ending says what a line does when it ends after an atom that touches the
// next.
type ending uint8

const (
	// glued: no line ends here.
	glued ending = iota
	// parted: a line may end here as it is, after a hyphen or a slash.
	parted
	// hyphened: a line that ends here gets a hyphen.
	hyphened
	// forced: the line ends here.
	forced
)

// run is the form of a stretch of text: all of its atoms look alike.
type run struct {
	style textStyle
	node  *node
	link  *link
	// page is the place of which the run is the page number, without "#".
	page string
	// id makes it a place that links lead to.
	id string
	// dutch tells that words may be hyphenated by the Dutch patterns.
	dutch bool
}

// atom is a piece of text that no line break parts.
type atom struct {
	text  string
	run   int
	width float64
	// space is the width of the space before it; spaced tells there is one.
	space  float64
	spaced bool
	end    ending
}

// passage is text ready to be broken into lines.
type passage struct {
	runs  []run
	atoms []atom
	// fine are the atoms with words split at their syllables, made when
	// first needed.
	fine []atom
	// sparing hyphenates only words that are wider than a line, as in
	// headings and labels.
	sparing bool
	// ragged is the share of a line that may stay empty before words are
	// hyphenated; 0 is tolerableSlack.
	ragged float64
	// hang is how far the lines after the first are indented.
	hang float64
}

// passage prepares inlines in a style, within a structure element. Links and
// pieces in another language become elements of their own within it.
func (s *setter) passage(text []prose.Inline, style textStyle, within *node, links linkMaker) *passage {
	p := &passage{}
	s.extend(p, text, style, within, links)
	return p
}

// extend goes on with a passage, in another style perhaps.
func (s *setter) extend(p *passage, text []prose.Inline, style textStyle, within *node, links linkMaker) {
	spaced := false
	for _, in := range text {
		if in.Break {
			if n := len(p.atoms); n > 0 {
				p.atoms[n-1].end = forced
			}
			spaced = false
			continue
		}
		words := in.Text
		if in.Ref != nil {
			words = in.Ref.Raw
		}
		if words == "" {
			continue
		}
		p.runs = append(p.runs, s.inlineRun(in, style, within, links))
		words = s.printable(words)
		if l := p.runs[len(p.runs)-1].link; l != nil && l.file != "" {
			words += clipRoom
		}
		spaced = s.addWords(p, words, spaced)
		if in.Paged && p.runs[len(p.runs)-1].link != nil {
			s.addPage(p, in.Link[1:], style, within)
			spaced = false
		}
	}
}

// addPage says behind a reference on which page its target stands. The number
// isn't known yet: room is kept for the widest, and what follows on its line
// moves up when it is narrower.
func (s *setter) addPage(p *passage, id string, style textStyle, within *node) {
	plain := run{style: style, node: within}
	number := plain
	number.page = id
	for i, part := range []struct {
		text string
		run
	}{{"(bladzijde\u00A0", plain}, {widestPage, number}, {")", plain}} {
		p.runs = append(p.runs, part.run)
		s.addWords(p, part.text, i == 0)
	}
}

// widestPage has the room of any page number: figures are equally wide.
const widestPage = "000"

// clipRoom is the room for the paperclip behind the name of an attachment.
const clipRoom = "\u00A0\u00A0\u00A0\u00A0"

// linkMaker gives the link for a target, or nil when there is nothing there.
type linkMaker func(target, words string) *link

func (s *setter) inlineRun(in prose.Inline, style textStyle, within *node, links linkMaker) run {
	r := run{style: style, node: within, dutch: in.Lang == "" || strings.HasPrefix(in.Lang, "nl")}
	if in.Bold {
		r.style.weight = boldOf(style.weight)
	}
	r.style.italic = style.italic || in.Italic
	if in.Lang != "" && within != nil {
		r.node = within.child("Span")
		r.node.attrs.Lang = in.Lang
	}
	if in.Link != "" && links != nil && within != nil {
		if in.Mark {
			r.node = r.node.child("Reference")
		}
		words := in.Text
		if in.Mark {
			words = "Voetnoot " + in.Text
		}
		if r.link = links(in.Link, words); r.link != nil {
			r.link.plain = r.link.plain || in.Mark
			r.node = r.node.child("Link")
		}
	}
	r.id = in.ID
	if s.files[in.File] && links != nil && within != nil {
		r.node = r.node.child(pdfw.Annot)
		r.link = &link{file: in.File, words: "Opent het bestand " + in.File, plain: true}
	}
	return r
}

// boldOf is the weight of bold text amid text of a weight.
func boldOf(w fontWeight) fontWeight {
	if w >= semibold {
		return bold
	}
	return semibold
}

// addWords cuts text of the last run into atoms. It takes and gives whether a
// space comes before the next word.
func (s *setter) addWords(p *passage, text string, spaced bool) bool {
	start := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !breakingSpace(r) {
			i += size
			continue
		}
		if i > start {
			s.addWord(p, text[start:i], spaced)
		}
		spaced = true
		i += size
		start = i
	}
	if start < len(text) {
		s.addWord(p, text[start:], spaced)
		spaced = false
	}
	return spaced
}

// breakingSpace tells whether a line may end at a space: not at the no-break
// space, the narrow one and the figure space.
func breakingSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r':
		return true
	case '\u2007':
		return false
	}
	return r >= '\u2000' && r <= '\u200A' || r == '\u205F' || r == '\u3000'
}

// addWord cuts a word where a line may end without a hyphen of ours.
func (s *setter) addWord(p *passage, word string, spaced bool) {
	last := len(p.runs) - 1
	style := p.runs[last].style
	first := true
	add := func(text string, end ending) {
		a := atom{text: text, run: last, width: s.wordWidth(text, style), end: end}
		if first && spaced && len(p.atoms) > 0 && p.atoms[len(p.atoms)-1].end != forced {
			a.spaced, a.space = true, s.wordWidth(" ", style)
		}
		first = false
		p.atoms = append(p.atoms, a)
	}
	if !strings.ContainsAny(word, "-/\u00AD\u200B@–_.?&=\u2010") {
		add(word, glued)
		return
	}
	address := strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.Contains(word, "@")
	start := 0
	for i, r := range word {
		after := i + utf8.RuneLen(r)
		switch {
		case r == '\u00AD' || r == '\u200B':
			if i > start {
				end := parted
				if r == '\u00AD' {
					end = hyphened
				}
				add(word[start:i], end)
			}
			start = after
		case after < len(word) && after > start && breaksAfter(word, start, i, r, address):
			add(word[start:after], parted)
			start = after
		}
	}
	if start < len(word) {
		add(word[start:], glued)
	}
}

// breaksAfter tells whether a line may end after the character r at i, in a
// word of which the current piece begins at start.
func breaksAfter(word string, start, i int, r rune, address bool) bool {
	if address {
		next := word[i+utf8.RuneLen(r)]
		return strings.ContainsRune("/-._&?=@", r) && next != '/' && i > 0
	}
	switch r {
	case '-', '/', '–', '\u2010', '_':
	default:
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(word[:i])
	after, _ := utf8.DecodeRuneInString(word[i+utf8.RuneLen(r):])
	// "e-mail", "3-4" and "km/u" stay whole.
	return unicode.IsLetter(before) && unicode.IsLetter(after) && i-start >= 2 && len(word)-i > 3
}

// fineAtoms splits the words of a passage at their syllables.
func (s *setter) fineAtoms(p *passage) []atom {
	if p.fine == nil {
		p.fine = make([]atom, 0, len(p.atoms)*2)
		for _, a := range p.atoms {
			p.fine = s.appendSyllables(p.fine, a, p.runs[a.run])
		}
	}
	return p.fine
}

// appendSyllables appends an atom in pieces. Only stretches of letters are
// split, and no abbreviations in capitals.
func (s *setter) appendSyllables(list []atom, a atom, r run) []atom {
	const least = 6
	if !r.dutch || len(a.text) < least || strings.Contains(a.text, "://") || strings.Contains(a.text, "@") {
		return append(list, a)
	}
	start, wordStart := 0, -1
	cut := func(at int) {
		piece := a
		piece.text, piece.end = a.text[start:at], hyphened
		piece.width = s.wordWidth(piece.text, r.style)
		if start > 0 {
			piece.space, piece.spaced = 0, false
		}
		list = append(list, piece)
		start = at
	}
	word := func(end int) {
		letters := a.text[wordStart:end]
		if utf8.RuneCountInString(letters) >= least && letters != strings.ToUpper(letters) {
			for _, at := range s.syllables(letters) {
				cut(wordStart + at)
			}
		}
		wordStart = -1
	}
	for i, c := range a.text {
		switch letter := unicode.IsLetter(c); {
		case letter && wordStart < 0:
			wordStart = i
		case !letter && wordStart >= 0:
			word(i)
		}
	}
	if wordStart >= 0 {
		word(len(a.text))
	}
	if start == 0 {
		return append(list, a)
	}
	last := a
	last.text, last.space, last.spaced = a.text[start:], 0, false
	last.width = s.wordWidth(last.text, r.style)
	return append(list, last)
}

// chopped splits atoms that are wider than a line anywhere between characters,
// as the last resort for a name without spaces.
func (s *setter) chopped(p *passage, atoms []atom, width float64) []atom {
	whole := true
	for i := range atoms {
		whole = whole && atoms[i].width <= width
	}
	if whole {
		return atoms
	}
	var out []atom
	for _, a := range atoms {
		if a.width <= width {
			out = append(out, a)
			continue
		}
		out = s.chop(out, a, p.runs[a.run], width)
	}
	return out
}

func (s *setter) chop(out []atom, a atom, r run, width float64) []atom {
	start, sum := 0, 0.0
	for i, c := range a.text {
		w := s.wordWidth(string(c), r.style)
		if sum+w > width && i > start && !unicode.Is(unicode.Mn, c) {
			piece := a
			piece.text, piece.end = a.text[start:i], parted
			piece.width = s.measure(piece.text, r.style)
			if start > 0 {
				piece.space, piece.spaced = 0, false
			}
			out = append(out, piece)
			start, sum = i, 0
		}
		sum += w
	}
	last := a
	last.text = a.text[start:]
	last.width = s.measure(last.text, r.style)
	if start > 0 {
		last.space, last.spaced = 0, false
	}
	return append(out, last)
}

package garbled

import "strings"

// Kind says what spoiled a text.
type Kind int

// The kinds.
const (
	// None: the text is sound.
	None Kind = iota
	// WrongEncoding: it was read in another encoding than it was written in.
	WrongEncoding
	// Markup: it holds tags or entities of HTML.
	Markup
	// Escape: it holds codes such as _x000D_.
	Escape
	// Lost: it holds U+FFFD, which stands for a character that is gone.
	Lost
)

// Contains says in Dutch what a text that was spoiled contains.
func (k Kind) Contains() string {
	switch k {
	case Markup:
		return "codes van HTML"
	case Escape:
		return "codes voor een regeleinde of een ander teken"
	case Lost:
		return "een teken voor een letter die weg is"
	}
	return "tekens uit een verkeerde tekenset"
}

// rounds is how often a text may have been spoiled.
const rounds = 4

// Mend gives a text as it was meant, and what spoiled it. A text of which
// something is lost can't be mended: it is given as far as it can.
func Mend(text string) (string, Kind) {
	if sound(text) {
		return text, None
	}
	kind := None
	for range rounds {
		before := text
		for range rounds {
			text = undoTwice(text)
		}
		text = undoControls(text)
		if text != before {
			kind = first(kind, WrongEncoding)
		}
		for _, undo := range [...]struct {
			kind Kind
			do   func(string) string
		}{
			{WrongEncoding, undoMisread}, {Markup, undoEntities}, {Markup, undoTags}, {Escape, undoEscapes},
		} {
			if out := undo.do(text); out != text {
				text, kind = out, first(kind, undo.kind)
			}
		}
		if text == before {
			break
		}
	}
	if strings.ContainsRune(text, '\uFFFD') {
		kind = Lost
	}
	return text, kind
}

// Recode is Mend for a text in which tags and entities have a meaning, such as
// Markdown: it leaves them alone, but for an entity of an entity.
func Recode(text string) (string, Kind) {
	if sound(text) {
		return text, None
	}
	kind := None
	out := undoControls(text)
	for range rounds {
		out = undoTwice(out)
	}
	if out = undoMisread(out); out != text {
		kind = WrongEncoding
	}
	if once := undoEntities(out); undoEntities(once) != once {
		out, kind = once, first(kind, Markup)
	}
	if plain := undoEscapes(out); plain != out {
		out, kind = plain, first(kind, Escape)
	}
	if strings.ContainsRune(out, '\uFFFD') {
		kind = Lost
	}
	return out, kind
}

func first(a, b Kind) Kind {
	if a != None {
		return a
	}
	return b
}

// sound is quick, and true of nearly every text.
func sound(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 0x80 || c == '&' || c == '<' || c == '\\' || c == '=' || c == '%', c == '_' && i+1 < len(text) && text[i+1] == 'x':
			return false
		}
	}
	return true
}

// Excerpt gives the place where two texts begin to differ, in both, from the
// beginning of a word and at most length characters long.
func Excerpt(spoiled, meant string, length int) (string, string) {
	a, b := []rune(spoiled), []rune(meant)
	from := 0
	for at := 0; at < len(a) && at < len(b) && a[at] == b[at]; at++ {
		if a[at] == ' ' || a[at] == '\n' {
			from = at + 1
		}
	}
	if len(a) <= length {
		from = 0
	}
	return clip(a[from:], length), clip(b[min(from, len(b)):], length)
}

// Around gives the beginning of the text from the word in which a letter is
// lost.
func Around(text string, length int) string {
	at := max(0, strings.IndexRune(text, '\uFFFD'))
	from := strings.LastIndexAny(text[:at], " \t\n") + 1
	return clip([]rune(text[from:]), length)
}

func clip(text []rune, length int) string {
	s := string(text)
	if len(text) > length {
		s = string(text[:length-1]) + "…"
	}
	return strings.Join(strings.Fields(s), " ")
}

package fonts

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	softHyphen    = '\u00AD'
	noBreakHyphen = '\u2011'
)

// plain tells whether text needs no more than a look at the face: no
// combining marks, invisible or private characters, in NFC, no controls.
// Everything in Latin up to U+02FF and in general punctuation from the dashes
// to the bullet is.
func plain(text string) bool {
	for i := 0; i < len(text); i++ {
		if b := text[i]; b < ' ' || b >= 0x7F {
			return plainRunes(text[i:])
		}
	}
	return true
}

func plainRunes(text string) bool {
	for _, r := range text {
		switch {
		case r >= ' ' && r < 0x7F:
		case r >= 0xA0 && r < 0x300 && r != softHyphen:
		case r >= 0x2012 && r <= 0x2022, r == 0x2026, r == 0x20AC:
		default:
			return false
		}
	}
	return true
}

// Printable returns text in NFC in which every character has a glyph in the
// family. Tabs and line ends become spaces; controls, joiners and other
// invisible characters disappear; what no face has becomes what Unicode calls
// compatible with it, or a placeholder such as "[emoji]" or "[teken U+1F842]".
// Text in a script that can't be set becomes "[tekst in het Arabisch]". Soft hyphens and zero-width spaces stay, as places where
// a line may break; no-break spaces and hyphens stay too. Applying it twice
// changes nothing.
func (f *Family) Printable(text string) string {
	if plain(text) && f.known(text) {
		return text
	}
	text, _ = f.substitute(text)
	return text
}

// Missing lists the characters of text for which [Family.Printable] puts a
// placeholder, each once, in the order of the text. Of text in a script that
// can't be set, that is its first character.
func (f *Family) Missing(text string) []rune {
	if f.simplyKnown(text) {
		return nil
	}
	_, missing := f.substitute(text)
	return missing
}

// known tells whether the family can print every character of text.
func (f *Family) known(text string) bool {
	if len(f.faces) == 0 {
		return false
	}
	main := f.Face(Style{})
	for _, r := range text {
		if _, ok := main.GID(r); !ok && r != '\u200B' && f.cover(main, string(r)) == nil {
			return false
		}
	}
	return true
}

// simplyKnown is a quick answer for nearly every text of a report: it tells
// whether each character stands alone (line ends, Latin, ordinary
// punctuation, arrows and the shapes that serve as bullets) and has a glyph.
func (f *Family) simplyKnown(text string) bool {
	if len(f.faces) == 0 {
		return false
	}
	main := f.Face(Style{})
	for _, r := range text {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			continue
		case r >= ' ' && r < 0x7F, r >= 0xA0 && r < 0x300, r >= 0x2010 && r <= 0x2027, r == 0x20AC, r >= 0x2190 && r < 0x2200, r >= 0x2500 && r < 0x2600:
		default:
			return false
		}
		if _, ok := main.GID(r); !ok && r != softHyphen && r != noBreakHyphen && f.cover(main, string(r)) == nil {
			return false
		}
	}
	return true
}

// substitute does the work of Printable and Missing. What one pass drops may
// bring together characters that compose, so it goes on till nothing changes;
// each further pass is over text that is printable already.
func (f *Family) substitute(text string) (string, []rune) {
	text = strings.ToValidUTF8(text, "\uFFFD")
	var missing []rune
	for range 4 {
		var out strings.Builder
		out.Grow(len(text))
		for rest := norm.NFC.String(text); len(rest) > 0; {
			kept, lost, n := f.substituteFirst(rest)
			rest = rest[n:]
			out.WriteString(kept)
			for _, r := range lost {
				if !slices.Contains(missing, r) {
					missing = append(missing, r)
				}
			}
		}
		if out.String() == text {
			break
		}
		text = out.String()
	}
	return text, missing
}

// substituteFirst returns what to print for what text begins with, which of
// its characters are lost, and how many bytes it took.
func (f *Family) substituteFirst(text string) (string, []rune, int) {
	if s, n := scriptRun(text); n > 0 {
		first, _ := utf8.DecodeRuneInString(text)
		return "[tekst in " + s.name + "]", []rune{first}, n
	}
	n := clusterLen(text)
	kept, lost := f.substituteCluster(text[:n])
	return kept, lost, n
}

// substituteCluster returns what to print for one user-perceived character,
// and which of its characters are lost to a placeholder.
func (f *Family) substituteCluster(cluster string) (string, []rune) {
	var kept []rune
	for _, r := range cluster {
		if r = replaced(r); r != 0 {
			kept = append(kept, r)
		}
	}
	visible := string(kept)
	if visible == "" || f.hasPublic(visible) {
		return visible, nil
	}
	// Unicode's own equivalents: composed, taken apart, compatible.
	for _, form := range []norm.Form{norm.NFC, norm.NFD, norm.NFKC, norm.NFKD} {
		if other := form.String(visible); f.hasPublic(other) {
			return other, nil
		}
	}
	first := kept[0]
	switch {
	case isRegional(first) && len(kept) == 2:
		letters := []rune{first - 0x1F1E6 + 'A', kept[1] - 0x1F1E6 + 'A'}
		return "[vlag: " + string(letters) + "]", kept
	case isEmoji(first):
		return placeholder(first), kept[:1]
	}
	var out strings.Builder
	var lost []rune
	for _, r := range kept {
		switch {
		case f.hasPublic(string(r)):
			out.WriteRune(r)
		case isEmojiPart(r) || r == '\u20E3':
			// A keycap or a skin tone: the base carries the sense.
		default:
			out.WriteString(placeholder(r))
			lost = append(lost, r)
		}
	}
	return out.String(), lost
}

// hasPublic tells whether every character of text has a glyph and a public
// meaning: a private-use code says nothing to a reader of the text.
func (f *Family) hasPublic(text string) bool {
	for _, r := range text {
		if unicode.Is(unicode.Co, r) {
			return false
		}
	}
	return text != "" && f.known(text)
}

// replaced maps single characters to what is printed for them; 0 drops one.
func replaced(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return ' '
	case r == softHyphen || r == '\u200B':
		return r
	case r == noBreakHyphen || r == '\uFFFD':
		return r
	case isSpace(r):
		return r
	case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r):
		return 0
	case r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF:
		return 0 // variation selectors
	case r == 0x034F || r == 0x115F || r == 0x1160 || r == 0x3164 || r == 0xFFA0 || r == 0x17B4 || r == 0x17B5:
		return 0 // other characters that are ignored by default
	case r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF:
		return 0 // not characters
	}
	if public, ok := symbolFont[r]; ok {
		return public
	}
	return r
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\u00A0' || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x3000
}

// symbolFont maps the codes that word processors use for bullets, arrows and
// ticks of their symbol fonts, which come along when text is pasted.
var symbolFont = map[rune]rune{
	0xF0A7: '▪', 0xF0B7: '•', 0xF0D8: '➢', 0xF0E0: '→', 0xF0E8: '➔',
	0xF0FC: '✓', 0xF0FB: '✗', 0xF0FE: '☑', 0xF06F: '□', 0xF071: '❑',
	0xF076: '❖', 0xF0A8: '◻', 0xF04A: '☺', 0xF02D: '-', 0xF0DF: '←',
}

// placeholder names a character that can't be printed.
func placeholder(r rune) string {
	if isEmoji(r) {
		return "[emoji]"
	}
	return fmt.Sprintf("[teken U+%04X]", r)
}

func isRegional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF && !isRegional(r) || r >= 0x2600 && r <= 0x27BF || r >= 0x2B00 && r <= 0x2BFF
}

// isEmojiPart tells whether r only changes the emoji before it: skin tones
// and the tags of regional flags.
func isEmojiPart(r rune) bool {
	return r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F
}

// clusterLen is the length in bytes of the first user-perceived character of
// text: a base with its marks, an emoji sequence held together by joiners, or
// the two letters of a flag. (A shortened form of Unicode's annex 29: enough
// to keep together what must be in one face.)
func clusterLen(text string) int {
	first, n := utf8.DecodeRuneInString(text)
	joined, regional := false, isRegional(first)
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		switch {
		case joined && isEmoji(r):
			joined = false
		case r == '\u200D':
			joined = true
		case regional && isRegional(r):
			regional = false
		case r >= 0x300 && (unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r)) || isEmojiPart(r):
			joined = false
		default:
			return n
		}
		n += size
	}
	return n
}

package value

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"voortgang/ingest/grid"
	"voortgang/internal/dutch"
	"voortgang/internal/lookalike"
	"voortgang/internal/prose"
)

const expectText = "gewone tekst"

// Text reads free text: line ends are kept (as "\n"), white space around it
// is not. Control characters are refused.
func Text(c grid.Cell, ctx Context) (string, *Problem) {
	if p := broken(c, expectText); p != nil {
		return "", p
	}
	if c.Kind != grid.Text {
		return Show(c, ctx), nil
	}
	text := strings.TrimFunc(withLineEnds(c.Text), isSpace)
	if p := controls(text, " "); p != nil {
		return "", p
	}
	return text, nil
}

// lineEnds are what programs end a line with, in a cell or within a paragraph.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n")

// withLineEnds writes every line end as "\n".
func withLineEnds(text string) string {
	if !strings.ContainsAny(text, "\r\v\f\u2028\u2029") {
		return text
	}
	return lineEnds.Replace(text)
}

// controls refuses characters that can't be printed. The proposal has between
// in the place of one that stands between two words.
func controls(text, between string) *Problem {
	for _, r := range text {
		if r >= ' ' && r < 0x7f || r == '\n' || r == '\t' || !unicode.IsControl(r) {
			continue
		}
		clean := withoutControls(text, between)
		p := &Problem{Reason: ControlCharacter, Found: visible(text), Expected: expectText,
			Detail: fmt.Sprintf("teken U+%04X", r)}
		if len(clean) <= 200 {
			p.Proposal = strings.TrimSpace(clean)
		}
		return p
	}
	return nil
}

// withoutControls leaves out control characters. Word's own stand for a hyphen
// (U+001E), a place to break (U+001F) and the end of a table's cell (U+0007).
func withoutControls(text, between string) string {
	var b strings.Builder
	before := ' '
	for i, r := range text {
		if !unicode.IsControl(r) || r == '\n' || r == '\t' {
			b.WriteRune(r)
			before = r
			continue
		}
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		switch {
		case r == '\x1e':
			b.WriteByte('-')
		case r != '\x1f' && isWord(before) && isWord(after):
			b.WriteString(between)
		}
	}
	return b.String()
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// visible shows control characters as the replacement character.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return '\uFFFD'
		}
		return r
	}, text)
}

// Name reads one line of text: a name, a code, a pseudonym. White space is
// folded and invisible characters are left out. A number gives its digits,
// as it is shown: 1 as A00001. A code that Excel has turned into a date is given as that date, with a
// Problem of reason DateForCode.
func Name(c grid.Cell, ctx Context) (string, *Problem) {
	if p := broken(c, expectText); p != nil {
		return "", p
	}
	switch c.Kind {
	case grid.Text:
		name := line(c.Text)
		if p := controls(name, ""); p != nil {
			return "", p
		}
		if isASCII(name) {
			return name, nil
		}
		if plain, alike := lookalike.Latin(name); alike {
			return plain, &Problem{Reason: LookAlike, Found: name, Expected: "gewone letters", Proposal: plain, Detail: lookalike.Letters(name)}
		}
		return name, nil
	case grid.Number:
		if c.Format.IsDate() {
			shown := Show(c, ctx)
			return shown, &Problem{Reason: DateForCode, Found: shown, Expected: "een naam of code"}
		}
		if c.Text != "" {
			return c.Text, nil
		}
		return grid.Plain(c.Number), nil
	}
	return Show(c, ctx), nil
}

// line folds white space, line ends included, and drops invisible characters.
// Text that needs neither is given back as it is.
func line(text string) string {
	if isPlainLine(text) {
		return text
	}
	var b strings.Builder
	space := false
	for _, r := range text {
		switch r {
		case '\u200b', '\u2060', '\ufeff', '\u00ad':
			continue
		}
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func isPlainLine(text string) bool {
	space := true
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= 0x7f || c < ' ' || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return text == "" || !space
}

// YesNo reads yes or no: ja/nee, j/n, x, waar/onwaar, true/false, 1/0. An
// empty cell is no.
func YesNo(c grid.Cell, ctx Context) (bool, *Problem) {
	const expected = "ja of nee"
	if p := broken(c, expected); p != nil {
		return false, p
	}
	switch c.Kind {
	case grid.Empty:
		return false, nil
	case grid.Bool:
		return c.Number != 0, nil
	case grid.Number:
		if c.Number == 1 || c.Number == 0 {
			return c.Number == 1, nil
		}
	case grid.Text:
		switch c.Text {
		case "ja", "Ja", "x", "X":
			return true, nil
		case "nee", "Nee":
			return false, nil
		}
		if doubted(c.Text) {
			break
		}
		switch dutch.Fold(c.Text) {
		case "ja", "j", "x", "waar", "true", "1":
			return true, nil
		case "nee", "neen", "n", "onwaar", "false", "0":
			return false, nil
		}
	}
	p := &Problem{Reason: NoYesNo, Found: line(Show(c, ctx)), Expected: expected}
	if c.Kind == grid.Text && !doubted(c.Text) {
		switch dutch.Fold(c.Text) {
		case "yes", "y", "v", "jaa", "jawel", "ok", "oui":
			p.Proposal = "ja"
		case "no", "nooit", "non", "geen", "nvt", "nietvantoepassing":
			p.Proposal = "nee"
		default:
			p.Proposal, _ = nearest(dutch.Fold(c.Text), []string{"ja", "nee"}, 1)
		}
	}
	return false, p
}

// List reads values parted by ';' or line ends, which may have bullets. Empty
// ones are left out.
func List(c grid.Cell, ctx Context) ([]string, *Problem) {
	text, p := Text(c, ctx)
	if p != nil {
		return nil, p
	}
	var out []string
	for _, mark := range prose.Marks(strings.Split(text, "\n")) {
		for item := range strings.SplitSeq(mark.Rest, ";") {
			if item = line(item); item != "" {
				out = append(out, item)
			}
		}
	}
	return out, nil
}

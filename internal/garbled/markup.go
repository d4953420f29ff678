package garbled

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	entity = regexp.MustCompile(`&(#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}[1-4]?);`)
	// openEntity lacks its semicolon.
	openEntity = regexp.MustCompile(`&(amp|nbsp|quot|eacute|egrave|ecirc|euml|iuml|ouml|uuml|ccedil|agrave)([^\p{L}\d;=]|$)`)
	// tag is an HTML tag that people don't write between angle brackets for
	// anything else; a name of one letter wants a counterpart.
	tag = regexp.MustCompile(`(?i)<(/?)(br|p|div|span|strong|em|ul|ol|li|h[1-6]|table|thead|tbody|tr|td|th|blockquote|font|center|small|sup|sub|img|hr|o:p|b|i|u|s|a)(\s[^<>]*)?\s*/?>`)
	// fragment is what a clipboard puts around pasted HTML.
	fragment = regexp.MustCompile(`<!--(Start|End)Fragment-->`)
	address  = regexp.MustCompile(`(?i)\b(?:href|src)\s*=\s*["']?([^"'\s>]+)`)
	// programEscape is of JSON, or of rich text; byteEscape of mail and addresses.
	programEscape = regexp.MustCompile(`\\u[0-9a-fA-F]{4}|\\'[89a-fA-F][0-9a-fA-F]`)
	byteEscape    = regexp.MustCompile(`(?:=[0-9A-F]{2}){2,}|(?:%[0-9A-Fa-f]{2}){2,}`)
	escape        = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)
)

// undoEntities resolves character entities of HTML: those of letters and signs
// that people write.
func undoEntities(text string) string {
	if strings.IndexByte(text, '&') < 0 {
		return text
	}
	text = openEntity.ReplaceAllString(text, "&$1;$2")
	return entity.ReplaceAllStringFunc(text, func(s string) string {
		out := html.UnescapeString(s)
		r, n := utf8.DecodeRuneInString(out)
		switch {
		case n < len(out) || out == s || r < ' ' && r != '\n' && r != '\r' && r != '\t' || r >= 0x7f && r < 0xA0:
			return s
		case s[1] != '#' && r >= 0x180 && (r < 0x2010 || r > 0x2044) && r != '€' && r != '™' && (r < 0x2190 || r > 0x2194) && r != 'ˆ' && r != '˜' && r != '≤' && r != '≥':
			return s
		case r == '\r':
			return ""
		}
		return out
	})
}

// undoTags leaves HTML tags out. What parts lines becomes a line end and a list
// item gets a bullet; the address of a link is kept.
func undoTags(text string) string {
	if strings.IndexByte(text, '<') < 0 {
		return text
	}
	text = fragment.ReplaceAllString(text, "")
	found := tag.FindAllStringSubmatchIndex(text, -1)
	names := map[string]bool{}
	for _, at := range found {
		names[strings.ToLower(text[at[2]:at[3]]+text[at[4]:at[5]])] = true
	}
	var b strings.Builder
	from, link := 0, ""
	for _, at := range found {
		name, closing := strings.ToLower(text[at[4]:at[5]]), at[2] < at[3]
		if len(name) == 1 && !(names[name] && names["/"+name]) {
			continue
		}
		b.WriteString(text[from:at[0]])
		from = at[1]
		switch name {
		case "a", "img":
			if m := address.FindStringSubmatch(text[at[0]:at[1]]); m != nil {
				link = m[1]
			}
			if link != "" && (closing || name == "img") {
				if link = strings.TrimPrefix(link, "mailto:"); !strings.Contains(b.String(), link) {
					b.WriteString(" (" + link + ")")
				}
				link = ""
			}
		default:
			b.WriteString(between(name, closing))
		}
	}
	if b.Len() == 0 && from == 0 {
		return text
	}
	b.WriteString(text[from:])
	return tidy(b.String())
}

var (
	boldTag   = regexp.MustCompile(`(?i)</?(?:b|strong)\s*>`)
	italicTag = regexp.MustCompile(`(?i)</?(?:i|em)\s*>`)
	linkTag   = regexp.MustCompile(`(?i)<a\s[^<>]*\bhref\s*=\s*["']?([^"'\s>]+)[^<>]*>([^<>]*)</a>`)
	breakTag  = regexp.MustCompile(`(?i)<br\s*/?>\s*`)
)

// ToMarkdown gives a line of Markdown with the form that its tags stand for.
func ToMarkdown(line string) string {
	line = boldTag.ReplaceAllString(line, "**")
	line = italicTag.ReplaceAllString(line, "*")
	line = linkTag.ReplaceAllString(line, "[$2]($1)")
	return undoTags(breakTag.ReplaceAllString(line, "\\\n"))
}

// PartsWords tells whether a tag stands between words: what is on both sides
// of it is on two lines, or in two cells.
func PartsWords(html string) bool {
	m := tag.FindStringSubmatch(html)
	return m != nil && between(strings.ToLower(m[2]), m[1] != "") != ""
}

// between is what stands for a tag between the words on both sides of it.
func between(name string, closing bool) string {
	switch name {
	case "li":
		if closing {
			return ""
		}
		return "\n• "
	case "td", "th":
		return " "
	case "br", "p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "blockquote", "hr", "center":
		return "\n"
	}
	return ""
}

var (
	aroundEnd = regexp.MustCompile(`[ \t\r]*\n[ \t\r]*`)
	manyEnds  = regexp.MustCompile(`\n{3,}`)
)

// tidy leaves at most one empty line where tags parted lines.
func tidy(text string) string {
	text = manyEnds.ReplaceAllString(aroundEnd.ReplaceAllString(text, "\n"), "\n\n")
	return strings.TrimSpace(text)
}

// undoEscapes resolves the codes for characters of workbooks (_x000D_), of
// programs (\u00e9), of mail (=C3=A9), of addresses (%C3%A9) and of rich text
// (\'e9).
func undoEscapes(text string) string {
	if strings.Contains(text, `\`) {
		text = programEscape.ReplaceAllStringFunc(text, func(s string) string {
			n, err := strconv.ParseUint(s[2:], 16, 32)
			if err != nil || n < 0xA0 || !unicode.IsPrint(rune(n)) {
				return s
			}
			return string(rune(n))
		})
	}
	if strings.ContainsAny(text, "=%") && !strings.Contains(text, "://") && !strings.Contains(text, "www.") {
		text = byteEscape.ReplaceAllStringFunc(text, undoBytes)
	}
	if !strings.Contains(text, "_x") {
		return text
	}
	for _, end := range []string{"_x000D_\r\n", "_x000D_\n", "_x000d_\n", "_x000D__x000A_", "_x000D_", "_x000d_", "_x000A_", "_x000a_", "_x000B_", "_x000b_"} {
		text = strings.ReplaceAll(text, end, "\n")
	}
	return escape.ReplaceAllStringFunc(text, func(s string) string {
		n, err := strconv.ParseUint(s[2:6], 16, 32)
		if r := rune(n); err == nil && (r == '\t' || r >= ' ' && r < 0x7f || r >= 0xA0 && utf8.ValidRune(r)) {
			return string(r)
		}
		return s
	})
}

// undoBytes reads bytes that are written as codes, when they are letters or
// signs beyond ASCII.
func undoBytes(codes string) string {
	var out []byte
	for i := 0; i+3 <= len(codes); i += 3 {
		b, err := strconv.ParseUint(codes[i+1:i+3], 16, 8)
		if err != nil {
			return codes
		}
		out = append(out, byte(b))
	}
	if r, _ := utf8.DecodeRune(out); r < 0xA0 || !utf8.Valid(out) {
		return codes
	}
	return string(out)
}

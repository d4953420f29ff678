package html

import (
	"html"
	"html/template"
	"net/url"
	"strings"
	"unicode"

	"voortgang/internal/prose"
)

// writer collects markup. Only raw writes its argument as it is; everything
// that comes from a document goes through text or attribute.
type writer struct {
	strings.Builder
	ids *ids
	// files are the addresses of the attachments that can be saved from the
	// page, by name.
	files map[string]template.URL
	// themes is how many themes have a colour.
	themes int
	// sections are the levels of the sections that are open.
	sections []int
	// top is the level of the last heading element, heading its words.
	top     int
	heading string
	// drawings counts the charts without an id of their own.
	drawings int
}

func (w *writer) raw(s string) *writer {
	w.WriteString(s)
	return w
}

func (w *writer) text(s string) *writer {
	w.WriteString(html.EscapeString(clean(s)))
	return w
}

// attribute writes a name and value, with a space before it, unless the value
// is empty.
func (w *writer) attribute(name, value string) *writer {
	if value == "" {
		return w
	}
	return w.raw(" " + name + `="`).text(value).raw(`"`)
}

// clean drops what HTML can't hold: control characters and code points that
// are no characters.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r' || r == '\v' || r == '\f':
			return ' '
		case unicode.IsControl(r), r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// inline writes running text.
func (w *writer) inline(list []prose.Inline) *writer {
	for i := 0; i < len(list); {
		if list[i].File != "" {
			w.file(list[i])
			i++
			continue
		}
		// Pieces in different type that share a link are one link.
		end := i + 1
		for list[i].Link != "" && end < len(list) && list[end].Link == list[i].Link {
			end++
		}
		href := w.href(list[i].Link)
		if href != "" && strings.TrimSpace(clean(prose.Plain(list[i:end]))) == "" {
			href = ""
		}
		if href != "" {
			w.raw("<a").attribute("href", href)
			if in := list[i]; in.Mark {
				w.attribute("id", w.ids.byName[in.ID]).attribute("role", "doc-noteref")
			}
			w.raw(">")
		}
		for _, in := range list[i:end] {
			w.piece(in)
		}
		if href != "" {
			w.raw("</a>")
		}
		i = end
	}
	return w
}

// file writes a name that saves an attachment, or says where that is.
func (w *writer) file(in prose.Inline) {
	address, ok := w.files[in.File]
	if !ok {
		w.piece(in)
		w.raw(" (alleen in het PDF)")
		return
	}
	w.raw("<a").attribute("download", in.File).attribute("href", string(address)).raw(">")
	w.piece(in)
	w.raw("</a>")
}

func (w *writer) piece(in prose.Inline) {
	switch {
	case in.Break:
		w.raw("<br>\n")
		return
	case in.Ref != nil:
		w.text(in.Ref.Raw)
		return
	}
	var tags []string
	if validLanguage(in.Lang) {
		w.raw("<span").attribute("lang", in.Lang).raw(">")
		tags = append(tags, "span")
	}
	if in.Bold {
		w.raw("<strong>")
		tags = append(tags, "strong")
	}
	if in.Italic {
		w.raw("<em>")
		tags = append(tags, "em")
	}
	w.text(in.Text)
	for i := len(tags) - 1; i >= 0; i-- {
		w.raw("</" + tags[i] + ">")
	}
}

// link writes words that lead somewhere, or the words alone.
func (w *writer) link(text, target string) *writer {
	return w.inline([]prose.Inline{{Text: text, Link: target}})
}

// href gives the address for a link, or "" where it leads nowhere or can't be
// trusted.
func (w *writer) href(target string) string {
	if name, ok := strings.CutPrefix(target, "#"); ok {
		if w.ids == nil || w.ids.byName[name] == "" {
			return ""
		}
		return "#" + w.ids.byName[name]
	}
	u, err := url.Parse(strings.TrimSpace(target))
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto", "tel":
		if u.Opaque == "" {
			return ""
		}
	default:
		return ""
	}
	return fitURL(u.String())
}

// fitURL writes what may not stand in an address as %XX. What is written so
// already stays.
func fitURL(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	fragment := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		bad := c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 || c == '#' && fragment ||
			c == '%' && !(i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]))
		fragment = fragment || c == '#'
		if bad {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool { return strings.IndexByte("0123456789abcdefABCDEF", c) >= 0 }

// validLanguage tells whether a tag looks as BCP 47 asks: "nl", "nl-BE".
func validLanguage(tag string) bool {
	parts := strings.Split(tag, "-")
	for i, p := range parts {
		if len(p) < 2 || len(p) > 8 || i == 0 && len(p) > 3 {
			return false
		}
		for _, r := range p {
			if r > unicode.MaxASCII || !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
				return false
			}
		}
	}
	return true
}

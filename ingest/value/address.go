package value

import (
	"net/url"
	"regexp"
	"strings"

	"voortgang/ingest/grid"
)

// Addresses reads a list of web addresses. A cell that holds a word, or only a
// part of an address, is read as the address that a click on it opens.
func Addresses(c grid.Cell, ctx Context) ([]string, *Problem) {
	link := ""
	if c.Marks != nil && onWeb.MatchString(c.Marks.Link) {
		link = line(c.Marks.Link)
	}
	if link != "" && (c.Kind == grid.Unstored || strings.HasPrefix(c.Text, "=")) {
		return []string{link}, nil // a formula that only makes the link
	}
	list, p := List(c, ctx)
	if p != nil || link == "" || len(list) == 0 {
		return list, p
	}
	at, words := 0, 0
	for i, part := range list {
		switch same, whole := sameAddress(part, link); {
		case same && whole:
			return list, nil
		case same:
			list[i] = link
			return list, nil
		case !address.MatchString(part):
			at = i
			words++
		}
	}
	switch words {
	case 0:
		return list, &Problem{Reason: OtherAddress, Found: list[0], Expected: "hetzelfde adres in de cel en in de link", Detail: link}
	case 1:
		list[at] = link
	}
	return list, nil
}

var (
	onWeb = regexp.MustCompile(`(?i)^\s*(https?://|www\.)\S+\s*$`)
	// address is what a person takes for one, "voorbeeld.be/artikel" too.
	address = regexp.MustCompile(`(?i)^(\w+://\S+|[\w-]+(\.[\w-]+)*\.(be|nl|com|org|net|eu|info|vlaanderen|brussels|fr|de)(/\S*)?)$`)
)

// sameAddress tells whether a text is the address that a link leads to, or the
// begin of it, or holds it in a sentence; whole is true when the text itself can
// be opened. Programs add the scheme and a slash, shorten what they show, and
// lead by way of another site.
func sameAddress(text, link string) (same, whole bool) {
	target, bare := bareAddress(link), bareAddress(text)
	short := strings.TrimRight(text, ".…")
	switch {
	case bare == target:
		return true, onWeb.MatchString(text)
	case strings.Contains(bare, target):
		return true, false
	case short != text && strings.HasPrefix(target, bareAddress(short)) && address.MatchString(short):
		return true, false
	case !address.MatchString(text):
		return false, false
	case strings.HasPrefix(target, bare+"/"):
		return true, false
	}
	return strings.Contains(target, "="+bare) || strings.Contains(target, "/"+bare), true
}

// bareAddress leaves out what doesn't change where an address leads.
func bareAddress(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if plain, err := url.PathUnescape(s); err == nil {
		s = plain
	}
	s = strings.NewReplacer("https://", "", "http://", "", "www.", "", "&amp;", "&").Replace(s)
	return strings.TrimRight(s, "/#?")
}

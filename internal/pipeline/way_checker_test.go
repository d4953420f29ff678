package pipeline

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"voortgang/internal/document"
	"voortgang/internal/fonts"
	"voortgang/internal/prose"
)

// ways checks that a finished report leads where it says: links, bookmarks and
// page numbers against the document that it was made from.
type ways struct {
	*book
	doc     *document.Document
	targets map[string]target
	// checked counts what was looked at, by kind.
	checked map[string]int
	wrong   []string
}

// target is what a place in the document is called, and where it came to stand.
type target struct {
	name string
	head *element // of a heading
	// opening tells that the whole page opens a chapter: it is shown from its
	// top.
	opening bool
}

func (w *ways) fail(format string, args ...any) {
	w.wrong = append(w.wrong, fmt.Sprintf(format, args...))
}

// checkWays gives what was looked at, and what is wrong.
func checkWays(t *testing.T, doc *document.Document, data []byte) (map[string]int, []string) {
	t.Helper()
	w := &ways{book: openBook(t, data), doc: doc, targets: map[string]target{}, checked: map[string]int{}}
	w.collect()
	w.labels()
	w.bookmarks()
	for _, s := range w.sheets {
		w.rectangles(s)
		for _, l := range s.links {
			w.link(l)
		}
	}
	w.numbers(w.root)
	return w.checked, w.wrong
}

// onPaper is a text as the fonts of the program print it, without its spaces.
func onPaper(s string) string { return bones(fonts.Default().Printable(s)) }

// headingsOf are the headings of a document in order, with that of the
// contents.
func headingsOf(doc *document.Document) (out []document.Heading, opening map[int]bool) {
	opening = map[int]bool{}
	for _, block := range slices.Concat(doc.Blocks, doc.Back) {
		switch b := block.(type) {
		case document.Heading:
			out = append(out, b)
		case document.ChapterOpening:
			opening[len(out)] = true
			out = append(out, b.Heading)
		case document.ThemeOpening:
			out = append(out, b.Heading)
		case document.Contents:
			out = append(out, document.Heading{Level: 1, Text: b.Title, ID: "\x00contents"})
		}
	}
	return out, opening
}

// collect ties the headings, tables and charts of the document to the file.
func (w *ways) collect() {
	headings, opening := headingsOf(w.doc)
	if len(headings) != len(w.heads) {
		w.fail("%d headings in the structure, %d in the document", len(w.heads), len(headings))
		return
	}
	for i, h := range headings {
		if said, want := onPaper(words(w.heads[i].all())), onPaper(h.Number+h.Text); !strings.HasPrefix(said, want) {
			w.fail("heading %d reads %q, not %q", i, said, want)
		}
		if _, taken := w.targets[h.ID]; h.ID != "" && !taken {
			w.targets[h.ID] = target{h.Number + h.Text, w.heads[i], opening[i]}
		}
	}
	add := func(id, name string) {
		if _, taken := w.targets[id]; id != "" && !taken {
			w.targets[id] = target{name: name}
		}
	}
	for _, block := range w.doc.Blocks {
		switch b := block.(type) {
		case document.Paragraph:
			for _, in := range b.Text {
				add(in.ID, in.Text)
			}
		case document.List:
			for _, item := range b.Items {
				for _, in := range item.Text {
					add(in.ID, in.Text)
				}
			}
		case document.Notes:
			for _, n := range b.Items {
				add(n.ID, n.Mark+prose.Plain(n.Text))
			}
		case document.Table:
			add(b.ID, b.Caption)
		case document.Chart:
			add(b.ID, b.Title)
		case document.ChartRow:
			for _, c := range b.Charts {
				add(c.ID, c.Title)
			}
		}
	}
}

// labels checks that the label of a page is the number printed on it, where
// there is one.
func (w *ways) labels() {
	seen := map[string]bool{}
	for _, s := range w.sheets {
		if s.label == "" || seen[s.label] {
			w.fail("page %d has the label %q", s.index+1, s.label)
		}
		seen[s.label] = true
		for _, p := range s.pieces {
			if p.box.bottom < 60 && p.box.right > s.paper.right-70 && isNumber(p.text) {
				w.checked["printed"]++
				if p.text != s.label {
					w.fail("page %d has the number %q and the label %q", s.index+1, p.text, s.label)
				}
			}
		}
	}
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// arrives checks that a place shows its target at the top of the window.
func (w *ways) arrives(what string, at target, s *sheet, y float64) {
	if s == nil {
		w.fail("%s leads to no page", what)
		return
	}
	if y > s.paper.top || y < s.paper.bottom {
		w.fail("%s leads outside page %d, to %.0f", what, s.index+1, y)
		return
	}
	if at.opening && y == s.paper.top && at.head.all()[0].sheet == s {
		return
	}
	pieces := s.pieces
	if at.head != nil {
		pieces = at.head.all()
		if len(pieces) > 0 && pieces[0].sheet != s {
			w.fail("%s leads to page %d, its heading is on page %d", what, s.index+1, pieces[0].sheet.index+1)
			return
		}
	}
	pieces = slices.DeleteFunc(slices.Clone(pieces), func(p piece) bool { return p.sheet != s })
	// The text in sight first, in reading order, begins with the name.
	var first []piece
	for _, p := range pieces {
		if p.box.top <= y+1 && p.box.top >= y-above {
			first = append(first, p)
		}
	}
	want := onPaper(at.name)
	if at.head == nil {
		want = string([]rune(want)[:min(utf8.RuneCountInString(want), 12)])
	} else if bounds(pieces) != bounds(first) && bounds(pieces).top-bounds(first).top > 0.1 {
		w.fail("%s leads to %.0f on page %s, under the top of %q at %.0f", what, y, s.label, at.name, bounds(pieces).top)
	}
	if said := onPaper(words(first)); !strings.Contains(said, want) && (at.head == nil || said == "") {
		w.fail("%s leads to %.0f on page %s, where %.60q stands and not %q", what, y, s.label, said, at.name)
	}
}

// bookmarks checks them one by one against the headings.
func (w *ways) bookmarks() {
	var want []bookmark
	var at []target
	depth := 0
	headings, opening := headingsOf(w.doc)
	for i, h := range headings {
		if h.Unlisted || len(w.heads) <= i {
			continue
		}
		level := min(max(h.Level, 1), depth+1)
		depth = level
		if level > 3 {
			continue
		}
		title := h.Text
		if h.Short != "" {
			title = h.Short
		}
		want = append(want, bookmark{level: level, title: strings.TrimSpace(h.Number + " " + title)})
		at = append(at, target{h.Number + h.Text, w.heads[i], opening[i]})
	}
	if len(want) != len(w.marks) {
		w.fail("%d bookmarks for %d headings", len(w.marks), len(want))
		return
	}
	for i, m := range w.marks {
		w.checked["bookmark"]++
		if onPaper(m.title) != onPaper(want[i].title) && want[i].title != "" || m.level != want[i].level {
			w.fail("bookmark %d is %q at level %d, not %q at level %d", i, m.title, m.level, want[i].title, want[i].level)
		}
		s, y := w.place(m.dest)
		w.arrives(fmt.Sprintf("bookmark %q", m.title), at[i], s, y)
	}
}

// link checks where an annotation leads.
func (w *ways) link(l *wayOut) {
	if l.elem == nil {
		w.fail("an annotation on page %s isn't in the structure", l.sheet.label)
		return
	}
	shown := strings.TrimSpace(words(l.elem.all()))
	what := fmt.Sprintf("the link %.40q on page %s", shown, l.sheet.label)
	switch {
	case l.kind == "FileAttachment":
		w.checked["file"]++
	case l.dest != "":
		w.checked["link"]++
		at, ok := w.targets[l.dest]
		dest, placed := w.places[l.dest]
		if !ok && strings.HasPrefix(l.dest, "kop-") {
			ok = true // a heading without a name of its own: bookmarks see to it
			at.head = nil
		}
		if !ok || !placed {
			w.fail("%s leads to %q, which isn't there", what, l.dest)
			return
		}
		s, y := w.place(dest)
		w.arrives(what, at, s, y)
	default:
		w.checked["address"]++
		w.address(what, shown, l.uri)
	}
}

var looksLikeAddress = regexp.MustCompile(`^(https?://|www\.|mailto:)|^[\w.+-]+@[\w-]+\.[\w.]+$|^([\w-]+\.)+[a-z]{2,4}(/\S*)?$`)

// address checks a web address, and that it is the one shown.
func (w *ways) address(what, shown, uri string) {
	u, err := url.Parse(uri)
	if err != nil || !u.IsAbs() || u.Host == "" && u.Opaque == "" {
		w.fail("%s has the address %q", what, uri)
		return
	}
	for _, c := range uri {
		if c <= ' ' || c > '~' || strings.ContainsRune(`<>"{}|\^`+"`", c) {
			w.fail("%s has %q in its address %q", what, c, uri)
		}
	}
	shown, _, _ = strings.Cut(shown, " (")
	if shown = bones(shown); !looksLikeAddress.MatchString(shown) {
		return
	}
	w.checked["address shown"]++
	if !strings.Contains(bare(uri), bare(shown)) {
		w.fail("%s goes to %q", what, uri)
	}
}

// bare is an address without what people leave out.
func bare(address string) string {
	if plain, err := url.PathUnescape(address); err == nil {
		address = plain
	}
	address = strings.ToLower(address)
	for _, prefix := range []string{"https://", "http://", "mailto:", "www."} {
		address = strings.TrimPrefix(address, prefix)
	}
	return strings.TrimSuffix(address, "/")
}

// rectangles checks that annotations lie on the page, over their text and not
// over each other.
func (w *ways) rectangles(s *sheet) {
	for i, l := range s.links {
		if !l.box.within(s.paper, 0) || l.box.right-l.box.left < 1 || l.box.top-l.box.bottom < 5 {
			w.fail("page %s: a link at %.1f", s.label, l.box)
		}
		for _, other := range s.links[:i] {
			if l.box.meets(other.box) {
				w.fail("page %s: the links %.40q and %.40q overlap: %.1f, %.1f", s.label, words(l.elem.all()), words(other.elem.all()), l.box, other.box)
			}
		}
	}
	// Every text of a link is under one of its rectangles, and every rectangle
	// is over some text.
	used := map[*wayOut]bool{}
	done := map[*element]bool{}
	for _, l := range s.links {
		if l.elem == nil || done[l.elem] {
			continue
		}
		done[l.elem] = true
		for _, p := range l.elem.all() {
			if p.sheet != s || strings.TrimSpace(p.text) == "" {
				continue
			}
			covered := false
			for _, other := range l.elem.links {
				if other.sheet == s && p.box.within(other.box, 1.5) {
					covered, used[other] = true, true
				}
			}
			if !covered {
				w.fail("page %s: no link covers %.40q of %.60q", s.label, p.text, words(l.elem.all()))
			}
		}
	}
	for _, l := range s.links {
		if l.elem != nil && !used[l] {
			w.fail("page %s: a link of %.40q covers nothing, at %.1f", s.label, words(l.elem.all()), l.box)
		}
	}
}

// numbers checks the page numbers that are printed in and after links.
func (w *ways) numbers(e *element) {
	for i, p := range e.parts {
		if p.kid == nil {
			continue
		}
		if p.kid.tag == "Link" && len(p.kid.links) > 0 && p.kid.links[0].dest != "" {
			w.number(p.kid, e.parts[i+1:])
		}
		w.numbers(p.kid)
	}
}

var paged = regexp.MustCompile(`^\s*\(bladzijde[\s\x{A0}](\d+)`)

func (w *ways) number(link *element, after []part) {
	s, _ := w.place(w.places[link.links[0].dest])
	if s == nil {
		return // told already
	}
	kind := "number"
	for up := link; up != nil; up = up.parent {
		switch up.tag {
		case "TOCI":
			kind = "contents"
		case "Note":
			return // its number leads back to the text
		}
	}
	var rest strings.Builder
	for _, p := range after {
		if p.kid != nil {
			break
		}
		rest.WriteString(words(p.pieces))
	}
	if found := paged.FindStringSubmatch(rest.String()); found != nil {
		w.checked["reference"]++
		if found[1] != s.label {
			w.fail("%q is followed by page %s, but leads to page %s", words(link.all()), found[1], s.label)
		}
		return
	}
	pieces := link.all()
	if last := strings.TrimSpace(pieces[len(pieces)-1].text); isNumber(last) && len(last) < 4 {
		w.checked[kind]++
		if last != s.label {
			w.fail("%q says page %s, but leads to page %s", words(pieces), last, s.label)
		}
	} else if kind == "contents" {
		w.fail("%q in the contents has no page number", words(pieces))
	}
}

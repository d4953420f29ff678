package pipeline

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/fonts"
	"voortgang/internal/prose"
	"voortgang/render/pdf"
	"voortgang/render/pdfw"
	example "voortgang/render/workdir"
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

// above is how far over its target a place may be: enough to see the target's
// top with some air.
const above = 40

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

func exampleDocument(t *testing.T) *document.Document {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "demo")
	if err := example.Example(dir, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	checked, err := Check(context.Background(), Options{Dir: dir, Version: "1"})
	if err != nil {
		t.Fatal(err)
	}
	return checked.Document
}

func rendered(t *testing.T, doc *document.Document) []byte {
	t.Helper()
	made, err := pdf.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	return made.Bytes
}

// TestEveryWayLeadsWhereItSays goes over the whole example.
func TestEveryWayLeadsWhereItSays(t *testing.T) {
	doc := exampleDocument(t)
	checked, wrong := checkWays(t, doc, rendered(t, doc))
	for _, text := range wrong {
		t.Error(text)
	}
	// Each line of the contents and of the list of figures, and enough of the
	// rest to mean something.
	lines := checked["bookmark"] - 1
	for _, block := range doc.Blocks {
		if list, ok := block.(document.FigureList); ok {
			lines += len(list.Links)
		}
	}
	if checked["contents"] != lines || checked["bookmark"] < 100 || checked["printed"] < 100 || checked["number"] < 500 ||
		checked["reference"] < 1 || checked["address shown"] < 30 || checked["file"] != len(doc.Attachments) {
		t.Errorf("%d lines in the contents; looked at %v", lines, checked)
	}
}

// TestWrongWaysAreSeen breaks a small document in each way that checkWays is
// for.
func TestWrongWaysAreSeen(t *testing.T) {
	for _, c := range []struct {
		name string
		at   func(*wayward)
		want string
	}{
		{"nothing", func(*wayward) {}, ""},
		{"a place on another page", func(w *wayward) { w.page = 0 }, "leads to page 1, its heading is on page 2"},
		{"a place too high", func(w *wayward) { w.y = 20 }, `where ""`},
		{"a place under its heading", func(w *wayward) { w.y = 105 }, `where ""`},
		{"a place off the page", func(w *wayward) { w.y = -30 }, `where ""`},
		{"another page number", func(w *wayward) { w.number = "3" }, `says page 3, but leads to page 2`},
		{"no page number", func(w *wayward) { w.number = "" }, "has no page number"},
		{"another number after a reference", func(w *wayward) { w.after = "(bladzijde 4)" }, "is followed by page 4"},
		{"another bookmark", func(w *wayward) { w.title = "1 Kap" }, `is "1 Kap" at level 1, not "1 Kop"`},
		{"no bookmark", func(w *wayward) { w.title = "" }, "0 bookmarks for 1 headings"},
		{"another heading", func(w *wayward) { w.heading = "1 Kip" }, `reads "1Kip", not "1Kop"`},
		{"another address", func(w *wayward) { w.uri = "https://elders.be/" }, `goes to "https://elders.be/"`},
		{"no address", func(w *wayward) { w.uri = "voorbeeld.be" }, `has the address "voorbeeld.be"`},
		{"a link off the page", func(w *wayward) { w.over.X = -20 }, "a link at {-20.0"},
		{"a link beside its text", func(w *wayward) { w.over.X = 200 }, "no link covers"},
		{"a link too small for its text", func(w *wayward) { w.over.W = 20 }, "no link covers"},
		{"links on one another", func(w *wayward) { w.over.H = 60 }, "overlap"},
		{"another label", func(w *wayward) { w.label = 5 }, `has the number "2" and the label "6"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := wayward{page: 1, y: 90, number: "2", after: "(bladzijde 2)", title: "1 Kop", heading: "1 Kop",
				uri: "https://www.voorbeeld.be/", over: pdfw.Rect{X: 20, Y: 90, W: 80, H: 14}, label: 1}
			c.at(&w)
			doc, data := w.make(t)
			_, wrong := checkWays(t, doc, data)
			if told := strings.Join(wrong, "\n"); !strings.Contains(told, c.want) || c.want == "" && told != "" {
				t.Errorf("told %q, want %q", told, c.want)
			}
		})
	}
}

// wayward is a document of two pages with a line of a contents, a reference, a
// web address and a heading.
type wayward struct {
	page                               int
	y                                  float64
	number, after, title, heading, uri string
	over                               pdfw.Rect
	label                              int
}

func (w wayward) make(t *testing.T) (*document.Document, []byte) {
	d := pdfw.New(pdfw.Meta{Title: "Proef", Lang: "nl-BE", Created: time.Date(2022, 4, 28, 0, 0, 0, 0, time.UTC)})
	pages := []*pdfw.Page{d.AddPage(300, 400), d.AddPage(300, 400)}
	say := func(p *pdfw.Page, e *pdfw.Elem, x, y float64, text string) {
		p.BeginMarked(e)
		p.Text(x, y, pdfw.TextStyle{Size: 10}, fonts.Default().Face(fonts.Style{}), text)
		p.EndMarked()
	}
	line := d.Root().Add(pdfw.TOC, pdfw.Attrs{}).Add(pdfw.TOCI, pdfw.Attrs{}).Add(pdfw.Link, pdfw.Attrs{})
	say(pages[0], line, 20, 100, "1 Kop ")
	if w.number != "" {
		say(pages[0], line, 80, 100, w.number)
	}
	pages[0].Link(line, "#kop", "1 Kop", w.over)
	p := d.Root().Add(pdfw.P, pdfw.Attrs{})
	reference := p.Add(pdfw.Link, pdfw.Attrs{})
	say(pages[0], reference, 20, 120, "1 ")
	say(pages[0], p, 40, 120, w.after)
	pages[0].Link(reference, "#kop", "1", pdfw.Rect{X: 20, Y: 110, W: 10, H: 14})
	site := d.Root().Add(pdfw.P, pdfw.Attrs{}).Add(pdfw.Link, pdfw.Attrs{})
	say(pages[0], site, 20, 140, "voorbeeld.be")
	pages[0].Link(site, w.uri, "voorbeeld.be", pdfw.Rect{X: 20, Y: 130, W: 80, H: 14})
	say(pages[1], d.Root().Add(pdfw.H1, pdfw.Attrs{}), 20, 100, w.heading)
	pages[1].BeginArtifact(pdfw.Footer, pdfw.Rect{})
	pages[1].Text(270, 380, pdfw.TextStyle{Size: 8}, fonts.Default().Face(fonts.Style{}), "2")
	pages[1].EndMarked()
	d.Dest("kop", pages[w.page], w.y)
	if w.title != "" {
		d.Outline(1, w.title, "kop")
	}
	d.PageLabel(1, pdfw.Decimal, "", w.label)
	data, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return &document.Document{Blocks: []document.Block{document.Heading{Level: 1, Number: "1", Text: "Kop", ID: "kop"}}}, data
}

// TestWaysOfAnyDocument goes over documents that nobody would write.
func TestWaysOfAnyDocument(t *testing.T) {
	seeds := 25
	if testing.Short() {
		seeds = 5
	}
	all := map[string]int{}
	for seed := range seeds {
		t.Run(strconv.Itoa(seed), func(t *testing.T) {
			doc := anyDocument(rand.New(rand.NewPCG(uint64(seed), 4)))
			checked, wrong := checkWays(t, doc, rendered(t, doc))
			for _, text := range wrong {
				t.Error(text)
			}
			for kind, n := range checked {
				all[kind] += n
			}
		})
	}
	for _, kind := range []string{"link", "bookmark", "contents", "number", "reference", "address", "printed"} {
		if all[kind] < 10*seeds {
			t.Errorf("only %d looked at: %s", all[kind], kind)
		}
	}
}

// anyDocument is headings of any level with tables, charts, lists of links and
// references to all of them, in words of any length.
func anyDocument(r *rand.Rand) *document.Document {
	doc := &document.Document{Title: "Proef", Language: "nl-BE", Year: 2021, Foot: "Proef 2021", Cover: document.Cover{Title: "Proef", Year: 2021}}
	names := []string{"Wonen", "Samenlevingsopbouwwerkersvergadering", "É", "2021", "a/b", "Ĳzer – en ‘staal’", "שלום", "🌭", strings.Repeat("Onafgebroken", 12),
		"een", "twee", "f\u00ADf\u00ADi", "e\u0301e\u0323n", "100\u00A0%", "W.A.V.E."}
	name := func() string {
		list := []string{"Deel"}
		for range 1 + r.IntN(9) {
			list = append(list, names[r.IntN(len(names))])
		}
		return strings.Join(list, " ")
	}
	var ids []string
	id := func() string {
		ids = append(ids, "plaats-"+strconv.Itoa(len(ids)))
		return ids[len(ids)-1]
	}
	addresses := []string{"https://www.voorbeeld.be/pad?a=1&b=%20", "http://voorbeeld.be/é", "mailto:info@voorbeeld.be", "https://voorbeeld.be/(haakjes)/[x]/'y'", "https://voorbeeld.be/#deel"}
	n := 6 + r.IntN(30)
	level := 0
	for i := range n {
		level = 1 + r.IntN(min(level+1, 5))
		h := document.Heading{Level: level, Text: name(), ID: id(), NewPage: r.IntN(4) == 0, Theme: r.IntN(3), Unlisted: level > 3}
		if r.IntN(3) > 0 && level < 4 {
			h.Number = strings.Repeat("1.", level-1) + strconv.Itoa(i)
		}
		if r.IntN(5) == 0 {
			h.Short = "Kort " + strconv.Itoa(i)
		}
		switch {
		case level == 1 && r.IntN(2) == 0:
			doc.Blocks = append(doc.Blocks, document.ChapterOpening{Heading: h, Lead: prose.Text(name())})
		case level == 2 && r.IntN(3) == 0:
			doc.Blocks = append(doc.Blocks, document.ThemeOpening{Heading: h})
		default:
			doc.Blocks = append(doc.Blocks, h)
		}
		for range r.IntN(4) {
			doc.Blocks = append(doc.Blocks, anyBlock(r, name, id))
		}
	}
	text := func() []prose.Inline {
		var out []prose.Inline
		for range 1 + r.IntN(8) {
			out = append(out, prose.Inline{Text: "zie "}, prose.Inline{Text: "het " + name(), Link: "#" + ids[r.IntN(len(ids))], Paged: r.IntN(2) == 0, Italic: r.IntN(4) == 0},
				prose.Inline{Text: " en "}, prose.Inline{Text: "de site", Link: addresses[r.IntN(len(addresses))]}, prose.Inline{Text: ", "})
		}
		return out
	}
	links := func() []document.Link {
		var out []document.Link
		for range 1 + r.IntN(20) {
			out = append(out, document.Link{Text: name(), Target: "#" + ids[r.IntN(len(ids))], Note: []string{"", "Hasselt"}[r.IntN(2)]})
		}
		return out
	}
	for range n {
		at := 1 + r.IntN(len(doc.Blocks))
		var b document.Block
		switch r.IntN(4) {
		case 0:
			b = document.Paragraph{Text: text()}
		case 1:
			b = document.LinkList{Links: links(), Columns: 1 + r.IntN(2)}
		case 2:
			b = document.Index{Named: r.IntN(2) == 0, Groups: []document.IndexGroup{{Letter: "D", Entries: []document.IndexEntry{{Name: name(), Links: links()}, {Name: name(), Links: links()}}}}}
		default:
			b = document.Table{Columns: []document.Column{{Head: "A"}, {Head: "B"}}, Rows: []document.Row{{Cells: []document.Cell{{Text: text()}, {Text: text()}}}}}
		}
		doc.Blocks = slices.Insert(doc.Blocks, at, b)
	}
	doc.Blocks = slices.Insert[[]document.Block, document.Block](doc.Blocks, 0, document.Contents{Title: "Inhoud", Depth: 3})
	return doc
}

// anyBlock is something that a link can lead to, or that takes room.
func anyBlock(r *rand.Rand, name, id func() string) document.Block {
	switch r.IntN(4) {
	case 0:
		t := document.Table{ID: id(), Caption: name(), Columns: []document.Column{{Head: "Wat"}, {Head: "Hoeveel"}}}
		for range r.IntN(60) {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: prose.Text(name())}, {Text: prose.Text(strconv.Itoa(r.IntN(1000)))}}})
		}
		return t
	case 1:
		chart := func() document.Chart {
			title := name()
			return document.Chart{ID: id(), Title: title, Chart: charts.Spark{Base: charts.Base{Title: title}, Values: []float64{1, 2, 3}}}
		}
		if r.IntN(3) == 0 {
			return document.ChartRow{Charts: []document.Chart{chart(), chart()}}
		}
		return chart()
	default:
		return document.Paragraph{Text: prose.Text(strings.Repeat(name()+" ", r.IntN(20)))}
	}
}

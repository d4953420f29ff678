package html

import (
	"strings"

	"voortgang/internal/document"
)

// entry is a line of the contents with the lines under it.
type entry struct {
	level    int
	heading  document.Heading
	id       string
	children []*entry
}

// contents writes the table of contents where the document asks for one: as
// the page's navigation, beside the text on a wide screen.
func contents(doc *document.Document, s *ids) string {
	for _, block := range doc.Blocks {
		if c, ok := block.(document.Contents); ok {
			return navigation(c, entries(doc.Blocks, s, max(c.Depth, 1)))
		}
	}
	return ""
}

// entries gathers the headings to a level in a tree.
func entries(blocks []document.Block, s *ids, depth int) []*entry {
	root := &entry{}
	path := []*entry{root}
	place := 0
	for _, block := range blocks {
		switch b := block.(type) {
		case document.Table, document.Chart:
			place++
			continue
		case document.ChartRow:
			place += len(b.Charts)
			continue
		}
		h, ok := headingOf(block)
		if !ok {
			continue
		}
		id := s.byPlace[place]
		place++
		if h.Unlisted || h.Level > depth || clean(h.Number+h.Text) == "" {
			continue
		}
		e := &entry{level: max(h.Level, 1), heading: h, id: id}
		for len(path) > 1 && path[len(path)-1].level >= e.level {
			path = path[:len(path)-1]
		}
		parent := path[len(path)-1]
		parent.children = append(parent.children, e)
		path = append(path, e)
	}
	return root.children
}

func navigation(c document.Contents, list []*entry) string {
	if len(list) == 0 {
		return ""
	}
	w := &writer{}
	title := clean(c.Title)
	if title == "" {
		title = "Inhoud"
	}
	w.raw(`<nav class="contents" aria-labelledby="pagina-inhoud">` + "\n")
	w.raw(`<h2 id="pagina-inhoud">`).text(title).raw("</h2>\n<ul>\n")
	for _, e := range list {
		w.raw("<li>").entryLink(e)
		if len(e.children) > 0 {
			// Folded: a contents list of a hundred lines hides the chapters.
			w.raw(`<details><summary>Onderdelen<span class="vh"> van `).text(e.heading.Text).raw("</span></summary>\n")
			w.entryList(e.children)
			w.raw("</details>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n" + `<a class="to-contents" href="#pagina-inhoud">Inhoud</a>` + "\n</nav>\n")
	return w.String()
}

func (w *writer) entryList(list []*entry) {
	w.raw("<ul>\n")
	for _, e := range list {
		w.raw("<li>").entryLink(e)
		if len(e.children) > 0 {
			w.raw("\n").entryList(e.children)
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) entryLink(e *entry) *writer {
	w.raw(`<a href="#` + e.id + `">`)
	if e.heading.Number != "" {
		w.raw(`<span class="num">`).text(e.heading.Number).raw("</span> ")
	}
	text := e.heading.Text
	if strings.TrimSpace(text) == "" {
		text = e.heading.Short
	}
	return w.raw("<span>").text(text).raw("</span></a>")
}

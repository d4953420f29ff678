package html

import (
	"fmt"
	"strconv"
	"strings"

	"voortgang/internal/document"
	"voortgang/internal/prose"
)

// deepestSection is the lowest heading that opens a section of its own.
const deepestSection = 3

// blocks writes blocks in their order and closes what they opened.
func (w *writer) blocks(list []document.Block) string {
	start := w.Len()
	w.top, w.heading = 1, ""
	for _, b := range list {
		w.block(b)
	}
	w.closeSections(0)
	return w.String()[start:]
}

func (w *writer) block(block document.Block) {
	switch b := block.(type) {
	case document.Heading:
		w.section(b)
		w.headingElement(b)
	case document.ChapterOpening:
		w.chapterOpening(b)
	case document.ThemeOpening:
		w.themeOpening(b)
	case document.Paragraph:
		w.paragraph(b)
	case document.List:
		w.list(b.List)
	case document.Table:
		w.table(b)
	case document.Chart:
		w.chart(b)
	case document.ChartRow:
		w.raw("<div class=\"charts\">\n")
		for _, c := range b.Charts {
			w.chart(c)
		}
		w.raw("</div>\n")
	case document.Image:
		w.image(b)
	case document.Scale:
		w.scale(b)
	case document.Card:
		w.card(b)
	case document.Terms:
		w.terms(b)
	case document.LinkList:
		w.links(b.Links, b.Columns)
	case document.Index:
		w.index(b)
	case document.Notes:
		w.footnotes(b)
	case document.Contents, document.FigureList, document.PageBreak:
		// The contents are the page's navigation; a screen has no pages.
	default:
		panic(fmt.Sprintf("html: no way to write a %T", block))
	}
}

// section closes the sections that a heading ends and opens its own.
func (w *writer) section(h document.Heading) {
	w.closeSections(max(h.Level, 1))
	if h.Level > deepestSection {
		return
	}
	w.sections = append(w.sections, max(h.Level, 1))
	w.raw(fmt.Sprintf(`<section class="s%d%s">`, max(h.Level, 1), w.themeClass(h.Theme)) + "\n")
}

// closeSections closes the open sections of a level and lower.
func (w *writer) closeSections(level int) {
	for len(w.sections) > 0 && w.sections[len(w.sections)-1] >= level {
		w.sections = w.sections[:len(w.sections)-1]
		w.raw("</section>\n")
	}
}

// themeClass is the class that gives the colours of a theme; with more themes
// than colours these come back.
func (w *writer) themeClass(theme int) string {
	if theme < 1 || w.themes < 1 {
		return ""
	}
	return fmt.Sprintf(" t%d", (theme-1)%w.themes+1)
}

// headingElement writes a heading one level lower than in the document, since
// the title of the page is the h1, and never skips a level. Its class keeps
// the level it has in the document.
func (w *writer) headingElement(h document.Heading) {
	id := w.ids.take()
	if strings.TrimSpace(clean(h.Number+h.Text)) == "" {
		return
	}
	level := min(max(h.Level, 1)+1, w.top+1, 6)
	w.top, w.heading = level, clean(h.Text)
	w.raw(fmt.Sprintf(`<h%d class="k%d%s" id="%s">`, level, min(max(h.Level, 1), 5), w.themeClass(h.Theme), id))
	if h.Number != "" {
		w.raw(`<span class="num">`).text(h.Number).raw("</span> ")
	}
	w.text(h.Text).raw(fmt.Sprintf("</h%d>\n", level))
}

func (w *writer) chapterOpening(b document.ChapterOpening) {
	w.section(b.Heading)
	w.raw("<header class=\"opening" + w.themeClass(b.Heading.Theme) + "\">\n")
	w.headingElement(b.Heading)
	if len(b.Lead) > 0 {
		w.raw(`<p class="lead">`).inline(b.Lead).raw("</p>\n")
	}
	w.raw("</header>\n")
	if len(b.Figures) == 0 {
		return
	}
	w.raw("<ul class=\"figures\">\n")
	for _, f := range b.Figures {
		w.raw(`<li><p class="label">`).link(f.Label, f.Link).raw(`</p><p class="value">`).text(f.Value).raw("</p>")
		if f.Change != "" {
			w.raw(`<p class="change">`).text(f.Change).raw("</p>")
		}
		if f.Spark != nil {
			w.raw(`<div class="spark">`).drawing(f.Spark, "").raw("</div>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) themeOpening(b document.ThemeOpening) {
	w.section(b.Heading)
	w.raw("<header class=\"band" + w.themeClass(b.Heading.Theme) + "\">\n")
	w.headingElement(b.Heading)
	if len(b.Lead) > 0 {
		w.raw("<p>").inline(b.Lead).raw("</p>\n")
	}
	columns := 2
	if len(b.Projects) < 4 {
		columns = 1
	}
	w.links(b.Projects, columns)
	w.raw("</header>\n")
}

func (w *writer) paragraph(b document.Paragraph) {
	class := [...]string{document.Body: "", document.Lead: "lead", document.Small: "small", document.Missing: "missing"}[b.Tone]
	w.raw("<p").attribute("class", class).raw(">").inline(b.Text).raw("</p>\n")
}

func (w *writer) list(l prose.List) {
	if len(l.Items) == 0 {
		return
	}
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	w.raw("<" + tag + ">\n")
	numbers := l.Numbers()
	for i, item := range l.Items {
		w.raw("<li")
		if l.Ordered && (i == 0 && numbers[0] != 1 || i > 0 && numbers[i] != numbers[i-1]+1) {
			w.raw(` value="` + strconv.Itoa(numbers[i]) + `"`)
		}
		w.raw(">").inline(item.Text)
		if item.Sub != nil {
			w.raw("\n").list(*item.Sub)
		}
		w.raw("</li>\n")
	}
	w.raw("</" + tag + ">\n")
}

func (w *writer) links(list []document.Link, columns int) {
	if len(list) == 0 {
		return
	}
	w.raw(`<ul class="links columns-` + strconv.Itoa(min(max(columns, 1), 2)) + "\">\n")
	for _, l := range list {
		w.raw("<li>").link(l.Text, l.Target)
		w.note(l.Note)
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) note(note string) {
	if note != "" {
		w.raw(` <span class="note">`).text(note).raw("</span>")
	}
}

// footnotes writes the footnotes of the text before them, each with a way back.
func (w *writer) footnotes(b document.Notes) {
	w.raw("<div class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Voetnoten\">\n")
	for _, n := range b.Items {
		w.raw("<p").attribute("id", w.ids.byName[n.ID]).raw(">").inline([]prose.Inline{{Text: n.Mark, Link: n.Back}}).raw(" ").inline(n.Text).raw("</p>\n")
	}
	w.raw("</div>\n")
}

// card writes labelled facts; a fact with items has one description for each.
func (w *writer) card(b document.Card) {
	w.raw("<div class=\"card" + w.themeClass(b.Theme) + "\">\n")
	if b.Title != "" {
		w.raw(`<p class="card-title">`).text(b.Title).raw("</p>\n")
	}
	if len(b.Facts) > 0 {
		w.raw("<dl>\n")
		for _, f := range b.Facts {
			w.raw("<div><dt>").text(orDash(f.Label)).raw("</dt>")
			if len(f.Text) > 0 || len(f.Items) == 0 {
				w.raw("<dd>").inline(f.Text).raw("</dd>")
			}
			for _, item := range f.Items {
				w.raw("<dd>").inline(item).raw("</dd>")
			}
			w.raw("</div>\n")
		}
		w.raw("</dl>\n")
	}
	w.links(b.Links, 1)
	w.raw("</div>\n")
}

// terms writes what stands under the same date as descriptions of one term.
func (w *writer) terms(b document.Terms) {
	if len(b.Items) == 0 {
		return
	}
	w.raw("<dl class=\"terms\">\n")
	for i, t := range b.Items {
		if same := i > 0 && t.When == b.Items[i-1].When; !same {
			w.raw(when(i > 0, "</div>\n") + "<div><dt>").text(orDash(t.When)).raw("</dt>")
		}
		w.raw("<dd>").inline(t.Text).raw("</dd>")
	}
	w.raw("</div>\n</dl>\n")
}

// orDash names what has no name: a term without a date.
func orDash(s string) string {
	if strings.TrimSpace(clean(s)) == "" {
		return "–"
	}
	return s
}

// index writes names with the places where they occur, letter by letter.
func (w *writer) index(b document.Index) {
	for _, g := range b.Groups {
		w.raw(`<ul class="links columns-2 index">` + "\n")
		for _, e := range g.Entries {
			w.raw("<li>").text(e.Name).raw(": ")
			for i, l := range e.Links {
				w.raw(when(i > 0, ", ")).link(l.Text, l.Target)
			}
			w.raw("</li>\n")
		}
		w.raw("</ul>\n")
	}
}

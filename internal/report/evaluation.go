package report

import (
	"strconv"
	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// evaluation writes chapter 1.
func (b *builder) evaluation() {
	l := b.layout.Review
	b.opening(l.chapter, "hoofdstuk-1", b.keyFigures(l.Figures))
	b.text(1, l.Texts...)

	b.section(2, l.Themes.Title, "evaluatie")
	for _, t := range b.themes {
		b.review(t)
	}
	if b.hasText(l.Reach.Texts...) {
		b.textSection(3, l.Reach)
	}
	b.partnerships(l.Partnerships)
	b.textSection(2, l.Signals)
	b.textSection(2, l.Shifts)
}

// review writes what a theme achieved and what asks for attention.
func (b *builder) review(t theme) {
	name := "themas/" + t.slug
	if b.leavesOut() && !b.hasText(name) {
		return
	}
	h := b.numbered(3, t.name, b.id("evaluatie", t.slug))
	h.Theme = t.number
	b.add(h)
	if !b.text(3, name) {
		b.missing(b.layout.Empty.Text)
	}
}

// partnerships writes the three tables of partners.
func (b *builder) partnerships(l titled) {
	rows := map[string][]*model.Partnership{}
	for _, p := range b.in.Data.Partnerships {
		if p.Base().Usable(model.PartnershipKind) {
			rows[p.Kind] = append(rows[p.Kind], p)
		}
	}
	if b.leavesOut() && len(rows) == 0 && !b.hasText(l.Texts...) {
		return
	}
	b.section(3, l.Title, "partnerschappen")
	some := b.text(3, l.Texts...)
	for _, kind := range []struct{ kind, title, id string }{
		{model.PartnershipFormal, "Formele samenwerkingsverbanden", "samenwerking-formeel"},
		{model.PartnershipInside, "Tweedelijnswerk binnen de sector", "samenwerking-binnen-sector"},
		{model.PartnershipOutside, "Tweedelijnswerk buiten de sector", "samenwerking-buiten-sector"},
	} {
		list := rows[kind.kind]
		if len(list) == 0 {
			continue
		}
		some = true
		t := document.Table{ID: b.id(kind.id), Full: true, RowHeaders: true,
			Caption: kind.title + ": " + dutch.Plural(len(list), "samenwerking", "samenwerkingen"),
			Columns: []document.Column{{Head: "Partner", Weight: 3}, {Head: "Doel", Weight: 5}, {Head: "Link met het meerjarenplan", Weight: 3}}}
		for _, p := range list {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{textCell(p.Partner), b.flat(p.Goal), textCell(dutch.Join(p.Themes))}})
		}
		b.add(t)
	}
	if !some {
		b.missing(b.layout.Empty.Data)
	}
}

// flat is the text of a long cell within a table: its lines follow one
// another, an item of a list behind its mark.
func (b *builder) flat(text string) document.Cell {
	var out []prose.Inline
	line := func(mark string, list []prose.Inline) {
		if len(out) > 0 {
			out = append(out, prose.Inline{Break: true})
		}
		if mark != "" {
			out = append(out, prose.Inline{Text: mark + dutch.NBSP})
		}
		out = append(out, list...)
	}
	for _, block := range prose.FromCell(text) {
		switch block := block.(type) {
		case prose.Paragraph:
			line("", block.Text)
		case prose.List:
			numbers := block.Numbers()
			for i, item := range block.Items {
				mark := "•"
				if block.Ordered {
					mark = strconv.Itoa(numbers[i]) + "."
				}
				line(mark, item.Text)
				if item.Sub != nil {
					for _, sub := range item.Sub.Items {
						line("–", sub.Text)
					}
				}
			}
		}
	}
	return document.Cell{Text: out}
}

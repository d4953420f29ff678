package report

import (
	"slices"
	"strings"

	"voortgang/internal/cite"
	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/nearest"
	"voortgang/internal/picture"
	"voortgang/internal/prose"
)

// text is a narrative and whether the report has used it.
type text struct {
	*model.Narrative
	used bool
	// section is the identifier of the heading that it stands under.
	section string
}

func (b *builder) setTexts() {
	b.texts = make(map[string]*text, len(b.in.Texts))
	for _, n := range b.in.Texts {
		if n != nil && b.texts[n.Name] == nil {
			b.texts[n.Name] = &text{Narrative: n}
		}
	}
	b.places = nil
}

// text adds the texts that have one of the names, under a heading of the given
// level, and tells whether there was one with something in it.
func (b *builder) text(level int, names ...string) bool {
	b.places = append(b.places, names[:min(1, len(names))]...)
	done := false
	for i, name := range names {
		t := b.texts[name]
		if t == nil || slices.Contains(names[:i], name) {
			continue
		}
		t.used = true
		t.section = b.lastSection()
		blocks := b.prose(b.withoutTitle(t.Blocks, names), level)
		b.add(blocks...)
		done = done || len(blocks) > 0
	}
	return done
}

// section adds a numbered section with its text, or a line that says that
// there is none.
func (b *builder) textSection(level int, t titled) {
	if b.leavesOut() && !b.hasText(t.Texts...) {
		return
	}
	b.section(level, t.Title, t.Title)
	if !b.text(level, t.Texts...) {
		b.missing(b.layout.Empty.Text)
	}
}

// hasText tells whether one of the names has a text with more than headings.
func (b *builder) hasText(names ...string) bool {
	for _, name := range names {
		t := b.texts[name]
		if t != nil && slices.ContainsFunc(t.Blocks, func(block prose.Block) bool { _, head := block.(prose.Heading); return !head }) {
			return true
		}
	}
	return false
}

// lowest is the level of the deepest heading.
const lowest = 5

// withoutTitle drops the title that a text begins with when it says no more than
// the heading that the text stands under, or its name.
func (b *builder) withoutTitle(blocks []prose.Block, names []string) []prose.Block {
	if len(blocks) == 0 {
		return blocks
	}
	h, ok := blocks[0].(prose.Heading)
	if !ok || h.Level != 1 {
		return blocks
	}
	title := dutch.Fold(prose.Plain(h.Text))
	like := func(own string) bool {
		own = dutch.Fold(own)
		return own != "" && (strings.Contains(title, own) || strings.Contains(own, title) || nearest.Slip(title, own))
	}
	for _, name := range names {
		if like(lastPart(name)) {
			return blocks[1:]
		}
	}
	for i := len(b.blocks) - 1; i >= 0; i-- {
		if h, ok := headingOf(b.blocks[i]); ok {
			if like(h.Text) || like(h.Short) {
				return blocks[1:]
			}
			break
		}
	}
	return blocks
}

// prose turns a narrative into blocks that stand under a heading of a level.
// Headings follow the level of the section, with no
// level skipped.
func (b *builder) prose(blocks []prose.Block, level int) []document.Block {
	highest := 0
	for _, block := range blocks {
		if h, ok := block.(prose.Heading); ok {
			if highest == 0 || h.Level < highest {
				highest = h.Level
			}
		}
	}
	var out []document.Block
	last := level
	for _, block := range blocks {
		switch p := block.(type) {
		case prose.Heading:
			last = min(level+1+p.Level-highest, last+1, lowest)
			out = append(out, under(last, prose.Plain(b.resolve(p.Text))))
		case prose.Paragraph:
			out = append(out, document.Paragraph{Text: b.resolve(p.Text)})
		case prose.List:
			out = append(out, document.List{List: b.resolveList(p)})
		case prose.Table:
			out = append(out, b.proseTable(p))
		case prose.Image:
			if data := b.picture(p.Path); data != nil {
				out = append(out, document.Image{Bytes: data, Alt: p.Alt, Caption: p.Title})
			}
		}
	}
	return append(b.filled(out), b.takeNotes()...)
}

// filled says under a heading of a text that nothing is written there, or leaves
// the heading out when the configuration says so.
func (b *builder) filled(blocks []document.Block) []document.Block {
	out := make([]document.Block, 0, len(blocks))
	var has [lowest + 1]bool // text up to the next heading of a level or higher
	for i := len(blocks) - 1; i >= 0; i-- {
		h, ok := blocks[i].(document.Heading)
		if !ok {
			for l := range has {
				has[l] = true
			}
			out = append(out, blocks[i])
			continue
		}
		last := true // nothing lower under it either
		if i+1 < len(blocks) {
			next, heads := blocks[i+1].(document.Heading)
			last = heads && next.Level <= h.Level
		}
		switch {
		case has[h.Level]:
			out = append(out, h)
		case b.leavesOut():
		case last:
			out = append(out, document.Paragraph{Text: prose.Text(b.layout.Empty.Text), Tone: document.Missing}, h)
		default:
			out = append(out, h)
		}
		for l := h.Level; l < len(has); l++ {
			has[l] = false
		}
	}
	slices.Reverse(out)
	return out
}

// picture reads a picture of a text; the reader of the text has already said
// what is wrong with one that isn't there.
func (b *builder) picture(path string) []byte {
	if b.in.Image == nil {
		return nil
	}
	if made := b.pictures[shown{path, picture.Figure}]; made != nil {
		return made
	}
	data, err := b.in.Image(path)
	if err != nil {
		return nil
	}
	if made := b.fitted(path, data, picture.Figure); made != nil {
		return made
	}
	return data[:0] // named in the report as what can't be shown
}

// resolve fills in the references to figures. One that can't be filled in
// stays as it was written; the validation reports it.
func (b *builder) resolve(list []prose.Inline) []prose.Inline {
	out := make([]prose.Inline, len(list))
	for i, in := range list {
		if in.LinkPlace.File != "" {
			in = b.inside(in)
		}
		if in.Ref != nil && in.Ref.Name == cite.SectionFunction {
			out[i] = b.refer(in)
			continue
		}
		if in.Note != nil {
			out[i] = b.noteMark(in.Note)
			continue
		}
		if in.Ref != nil {
			text, problem := cite.Resolve(*in.Ref, b.in.Figures)
			if problem != nil {
				text = in.Ref.Raw
			}
			in.Text, in.Ref = text, nil
		}
		out[i] = in
		if i > 0 && list[i-1].Ref != nil && list[i-1].Ref.Name == "verschil" {
			out[i].Text = asMany(out[i-1].Text, in.Text)
		}
	}
	return out
}

// asMany makes what follows a difference go with it: "5 meer dan in 2020", but
// "evenveel als in 2020".
func asMany(difference, after string) string {
	if rest, ok := strings.CutPrefix(after, " dan "); ok && strings.HasSuffix(difference, "evenveel") {
		return " als " + rest
	}
	return after
}

func (b *builder) resolveList(l prose.List) prose.List {
	out := prose.List{Ordered: l.Ordered, Items: make([]prose.Item, len(l.Items))}
	for i, item := range l.Items {
		out.Items[i] = prose.Item{Number: item.Number, Text: b.resolve(item.Text)}
		if item.Sub != nil {
			sub := b.resolveList(*item.Sub)
			out.Items[i].Sub = &sub
		}
	}
	return out
}

func (b *builder) proseTable(t prose.Table) document.Table {
	out := document.Table{RowHeaders: false}
	for i, head := range t.Head {
		c := document.Column{Head: prose.Plain(b.resolve(head))}
		if i < len(t.Align) {
			c.Align = t.Align[i]
		}
		out.Columns = append(out.Columns, c)
	}
	for _, row := range t.Rows {
		r := document.Row{Cells: make([]document.Cell, len(out.Columns))}
		for i := range min(len(row), len(out.Columns)) {
			r.Cells[i].Text = b.resolve(row[i])
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

// cell turns the text of a spreadsheet cell into blocks.
func (b *builder) cell(text string) []document.Block { return b.prose(prose.FromCell(text), lowest) }

// reportUnused makes a finding of each text that has no place in the report,
// with the place that it may have been meant for.
func (b *builder) reportUnused() {
	for _, n := range b.in.Texts {
		// An empty text has a finding of its own.
		if n == nil || b.texts[n.Name] == nil || b.texts[n.Name].used || len(n.Blocks) == 0 {
			continue
		}
		b.findings = append(b.findings, unusedText(n, b.nearestPlace(n.Name)))
	}
}

// nearestPlace gives the name of a text that the report would have used and
// that folds to nearly the same; "" when there is none.
func (b *builder) nearestPlace(name string) string {
	folded := dutch.Fold(lastPart(name))
	for _, place := range b.places {
		want := dutch.Fold(lastPart(place))
		if b.texts[place] == nil && nearest.Slip(folded, want) {
			return place
		}
	}
	return ""
}

func lastPart(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

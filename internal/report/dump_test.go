package report

import (
	"fmt"
	"strings"

	"voortgang/internal/document"
	"voortgang/internal/prose"
)

// dump writes a document as text that a person can read and compare: a line a
// block, headings with their numbers, tables with a line a row.
func dump(d *document.Document) string {
	var w dumper
	w.line("DOCUMENT %s | %s | %s | %s", d.Title, d.Subject, d.Language, strings.Join(d.Keywords, "; "))
	w.line("VOET %s | %s", d.Foot, d.Producer)
	w.line("OMSLAG %s | %s | %s | %d | %s | logo %d bytes", d.Cover.Organisation, d.Cover.Title, d.Cover.Subtitle, d.Cover.Year, d.Cover.Date, len(d.Cover.Logo))
	for _, b := range d.Blocks {
		w.block(b)
	}
	w.line("ACHTERAAN")
	for _, b := range d.Back {
		w.block(b)
	}
	return w.String()
}

type dumper struct{ strings.Builder }

func (w *dumper) line(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

func (w *dumper) heading(mark string, h document.Heading) {
	text := strings.Repeat("#", h.Level) + " " + h.Text
	if h.Number != "" {
		text = strings.Repeat("#", h.Level) + " " + h.Number + " " + h.Text
	}
	for _, part := range []struct {
		when bool
		text string
	}{{h.ID != "", "#" + h.ID}, {h.Short != "", "kort: " + h.Short}, {h.NewPage, "nieuwe bladzijde"}, {h.Theme > 0, fmt.Sprint("thema ", h.Theme)}, {h.Unlisted, "niet in de inhoud"}} {
		if part.when {
			text += " [" + part.text + "]"
		}
	}
	if h.Level < 4 {
		w.line("")
	}
	w.line("%s%s", mark, text)
}

func (w *dumper) block(block document.Block) {
	switch b := block.(type) {
	case document.Heading:
		w.heading("", b)
	case document.Notes:
		for _, n := range b.Items {
			w.line("VOETNOOT %s [#%s, terug naar %s] %s", n.Mark, n.ID, n.Back, inline(n.Text))
		}
	case document.ChapterOpening:
		w.heading("HOOFDSTUK ", b.Heading)
		w.line("  %s", inline(b.Lead))
		for _, f := range b.Figures {
			w.line("  kerncijfer %s: %s (%s) -> %s, vonk: %t", f.Label, f.Value, f.Change, f.Link, f.Spark != nil)
		}
	case document.ThemeOpening:
		w.heading("THEMA ", b.Heading)
		w.line("  %s", inline(b.Lead))
		w.links(b.Projects)
	case document.Paragraph:
		w.line("%s%s", [...]string{"", "ANTWOORD ", "klein: ", "LEEG "}[b.Tone], inline(b.Text))
	case document.List:
		w.list(b.List, "")
	case document.Contents:
		w.line("INHOUD %s, tot niveau %d", b.Title, b.Depth)
	case document.FigureList:
		w.line("FIGUREN %s", b.Title)
		w.links(b.Links)
	case document.Index:
		for _, g := range b.Groups {
			w.line("REGISTER %s", g.Letter)
			for _, e := range g.Entries {
				w.line("  %s", e.Name)
				w.links(e.Links)
			}
		}
	case document.Table:
		w.table(b)
	case document.Chart:
		w.chart(b)
	case document.Image:
		w.line("BEELD %d bytes: %s", len(b.Bytes), b.Alt)
	case document.Scale:
		reached := "niets"
		if b.Reached >= 0 {
			reached = b.Steps[b.Reached]
		}
		w.line("SCHAAL %s: %s van %d, traject: %t", b.Label, reached, len(b.Steps), b.Track)
	case document.Card:
		w.line("KAART %s (thema %d)", b.Title, b.Theme)
		for _, f := range b.Facts {
			w.line("  %s: %s", f.Label, inline(f.Text))
			for _, item := range f.Items {
				w.line("    - %s", inline(item))
			}
		}
		w.links(b.Links)
	case document.Terms:
		for _, t := range b.Items {
			w.line("TERMIJN %s: %s", t.When, inline(t.Text))
		}
	case document.LinkList:
		w.links(b.Links)
	default:
		w.line("%T", block)
	}
}

func (w *dumper) links(list []document.Link) {
	for _, l := range list {
		w.line("  > %s -> %s (%s)", l.Text, l.Target, l.Note)
	}
}

func (w *dumper) list(l prose.List, indent string) {
	for _, item := range l.Items {
		w.line("%s* %s", indent, inline(item.Text))
		if item.Sub != nil {
			w.list(*item.Sub, indent+"  ")
		}
	}
}

func (w *dumper) table(t document.Table) {
	var heads []string
	for _, c := range t.Columns {
		heads = append(heads, c.Head)
	}
	w.line("TABEL %s", t.Caption)
	w.line("  | %s", strings.Join(heads, " | "))
	for _, r := range t.Rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, inline(c.Text))
		}
		w.line("  %s %s", [...]string{"|", "=", "@"}[r.Kind], strings.Join(cells, " | "))
	}
	if len(t.Note) > 0 {
		w.line("  klein: %s", inline(t.Note))
	}
}

func (w *dumper) chart(c document.Chart) {
	w.line("GRAFIEK %s | %s | %T", c.Title, c.Subtitle, c.Chart)
	w.line("  %s", strings.ReplaceAll(c.Chart.Alt(), "\n", " "))
	w.line("  klein: %s", inline(c.Note))
}

// inline writes text with its marks: **bold**, [link](target), a break as ⏎.
func inline(list []prose.Inline) string {
	var b strings.Builder
	for _, in := range list {
		text := in.Text
		switch {
		case in.Break:
			text = " ⏎ "
		case in.Ref != nil:
			text = in.Ref.Raw
		case in.Link != "":
			text = "[" + text + "](" + in.Link + ")"
		case in.Bold:
			text = "**" + text + "**"
		}
		b.WriteString(text)
	}
	return b.String()
}

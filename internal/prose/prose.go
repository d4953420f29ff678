// Package prose holds running text with a little form: what a narrative file
// in Markdown and a long cell of a spreadsheet have in common. It knows no
// fonts and no pages.
package prose

import (
	"strings"

	"voortgang/internal/source"
)

// Inline is a piece of text within a block.
type Inline struct {
	Text         string
	Bold, Italic bool
	// Link is a web address, or "#id" for a place in the report.
	Link string
	// LinkPlace is where a link of a narrative was written that is no web
	// address: the report has yet to find out where it leads.
	LinkPlace source.Ref
	// File is the name of an attachment of the report that the piece opens.
	File string
	// Lang is the BCP 47 language of the piece when it isn't the report's.
	Lang string
	// Break is a forced line end; Text is empty then.
	Break bool
	// Paged asks for the page that Link leads to, where there are pages:
	// "2.4 (bladzijde 21)".
	Paged bool
	// Ref is a reference to a figure that has yet to be filled in.
	Ref *Reference
	// Note is what a footnote says whose mark stands here; Text is empty until
	// the note has its number.
	Note *Note
	// Mark tells that the piece is the mark of a footnote, which Link leads to.
	// ID is its place, for the way back; a second mark of a note has none.
	Mark bool
	ID   string
}

// Note is a footnote. Two marks of one note share it.
type Note struct{ Text []Inline }

// Reference is `{{ cijfer "vte.totaal" 2020 }}` in a narrative.
type Reference struct {
	// Name is the function: cijfer, verschil, aandeel, verwijs.
	Name string
	// Keys are the quoted arguments.
	Keys []string
	// Year is 0 when none is given.
	Year int
	// Raw is the reference as written, braces included.
	Raw   string
	Place source.Ref
}

// Block is one of Heading, Paragraph, List, Table, Image.
type Block interface{ block() }

// Heading is a heading within a narrative; Level 1 is the highest in the file.
type Heading struct {
	Level int
	Text  []Inline
	Place source.Ref
}

// Paragraph is a run of text.
type Paragraph struct {
	Text  []Inline
	Place source.Ref
}

// List is a list of at most two levels.
type List struct {
	Ordered bool
	Items   []Item
}

// Item is one item of a list; Sub is nil when nothing stands below it.
type Item struct {
	// Number is that of an ordered item as written; 0 goes on counting.
	Number int
	Text   []Inline
	Sub    *List
}

// Numbers gives the number of each item of an ordered list.
func (l List) Numbers() []int {
	out := make([]int, len(l.Items))
	last := 0
	for i, item := range l.Items {
		last++
		if item.Number != 0 {
			last = item.Number
		}
		out[i] = last
	}
	return out
}

// Align is how a table column is set.
type Align int

// Left for words, Right for figures, Centre for marks.
const (
	Left Align = iota
	Right
	Centre
)

// Table is a simple table of a narrative.
type Table struct {
	Align []Align
	Head  [][]Inline
	Rows  [][][]Inline
	Place source.Ref
}

// Image is a picture from the workdir's beelden/.
type Image struct {
	// Path is relative to the workdir.
	Path, Alt, Title string
	Place            source.Ref
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Image) block()     {}

// Text makes inlines of plain text.
func Text(s string) []Inline { return []Inline{{Text: s}} }

// Plain gives the words of inlines without their form.
func Plain(list []Inline) string {
	var b strings.Builder
	for _, in := range list {
		switch {
		case in.Break:
			b.WriteByte(' ')
		case in.Ref != nil:
			b.WriteString(in.Ref.Raw)
		default:
			b.WriteString(in.Text)
		}
	}
	return b.String()
}

// FromCell reads the text of a spreadsheet cell: line ends part paragraphs, and
// lines that begin with a bullet or follow one another by number are lists of
// two levels; see [Marks].
func FromCell(text string) []Block {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	lines := strings.Split(text, "\n")
	var blocks []Block
	var list *List
	flush := func() {
		if list != nil {
			blocks = append(blocks, *list)
			list = nil
		}
	}
	for _, m := range Marks(lines) {
		switch {
		case m.Level == 0:
			flush()
			if m.Rest != "" {
				blocks = append(blocks, Paragraph{Text: Text(m.Rest)})
			}
		case m.Rest == "":
		case m.Level == 2 && list != nil:
			last := &list.Items[len(list.Items)-1]
			if last.Sub == nil {
				last.Sub = &List{Ordered: m.Number > 0}
			}
			last.Sub.Items = append(last.Sub.Items, Item{Number: m.Number, Text: Text(m.Rest)})
		default:
			if list == nil || list.Ordered != (m.Number > 0) {
				flush()
				list = &List{Ordered: m.Number > 0}
			}
			list.Items = append(list.Items, Item{Number: m.Number, Text: Text(m.Rest)})
		}
	}
	flush()
	return blocks
}

// Each goes over all pieces of text of blocks, in order, footnotes included; a
// piece may be changed.
func Each(blocks []Block, do func(*Inline)) {
	each(blocks, func(list []Inline, _ source.Ref) {
		for i := range list {
			do(&list[i])
		}
	})
}

// gap stands in a text where a figure or a line end comes.
const gap = "\ufffc"

// EachText goes over the paragraphs, headings, items, cells and footnotes of
// blocks as they are read, with the place of their block where it is known.
func EachText(blocks []Block, do func(text string, place source.Ref)) {
	each(blocks, func(list []Inline, place source.Ref) {
		var b strings.Builder
		for _, in := range list {
			switch {
			case in.Ref != nil:
				b.WriteString(gap)
			case in.Break:
				b.WriteByte('\n')
			default:
				b.WriteString(in.Text)
			}
		}
		if b.Len() > 0 {
			do(b.String(), place)
		}
	})
}

func each(blocks []Block, do func(list []Inline, place source.Ref)) {
	inlines := func(list []Inline, place source.Ref) {
		do(list, place)
		for i := range list {
			if note := list[i].Note; note != nil {
				do(note.Text, place)
			}
		}
	}
	var items func(l *List)
	items = func(l *List) {
		for i := range l.Items {
			inlines(l.Items[i].Text, source.Ref{})
			if sub := l.Items[i].Sub; sub != nil {
				items(sub)
			}
		}
	}
	for _, block := range blocks {
		switch b := block.(type) {
		case Heading:
			inlines(b.Text, b.Place)
		case Paragraph:
			inlines(b.Text, b.Place)
		case List:
			items(&b)
		case Table:
			for _, row := range append([][][]Inline{b.Head}, b.Rows...) {
				for _, cell := range row {
					inlines(cell, b.Place)
				}
			}
		}
	}
}

package report

import (
	"strconv"
	"strings"

	"voortgang/internal/document"
	"voortgang/internal/prose"
)

// notes are the footnotes of the report: numbered through, and set behind the
// text that they belong to.
type notes struct {
	count int
	// pending are those of the text that is being written; at finds them, so
	// that two marks of a note have one number.
	pending []document.Note
	at      map[*prose.Note]int
}

// noteMark gives the mark of a footnote in the text, and keeps the note for
// takeNotes.
func (b *builder) noteMark(n *prose.Note) prose.Inline {
	number, again := b.notes.at[n]
	if !again {
		b.notes.count++
		number = b.notes.count
		if b.notes.at == nil {
			b.notes.at = map[*prose.Note]int{}
		}
		b.notes.at[n] = number
		name := strconv.Itoa(number)
		b.notes.pending = append(b.notes.pending, document.Note{ID: noteID(number), Back: "#" + markID(number), Mark: name, Text: b.resolve(n.Text)})
	}
	in := prose.Inline{Text: superscript(number), Link: "#" + noteID(number), Mark: true}
	if !again {
		in.ID = markID(number)
	}
	return in
}

// takeNotes gives the footnotes since it was last asked, as a block.
func (b *builder) takeNotes() []document.Block {
	list := b.notes.pending
	b.notes.pending, b.notes.at = nil, nil
	if len(list) == 0 {
		return nil
	}
	return []document.Block{document.Notes{Items: list}}
}

func noteID(number int) string { return "noot-" + strconv.Itoa(number) }

func markID(number int) string { return "nootteken-" + strconv.Itoa(number) }

// superscript writes a number in small raised figures.
func superscript(number int) string {
	return strings.Map(func(r rune) rune { return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0'] }, strconv.Itoa(number))
}

package pdf

import (
	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// footnotes sets the footnotes of the text before them in small type, under a
// short rule. The mark of each leads back to the text.
func (c *composer) footnotes(b document.Notes) {
	style := c.st.method
	const step = 14.0
	for i, n := range b.Items {
		note := c.place().child(pdfw.Note)
		label, body := note.child(pdfw.Lbl), note.child(pdfw.P)
		number := prose.Inline{Text: n.Mark}
		if len(n.Back) > 1 && c.ids[n.Back[1:]] {
			number.Link = n.Back
		}
		back := func(target, words string) *link { return c.plainLinks(target, "Terug naar de tekst, voetnoot "+words) }
		cells := []setCell{
			c.beside(c.set.passage([]prose.Inline{number}, style, label, back), label, textLeft, step),
			c.beside(c.set.passage(n.Text, style, body, c.links), body, textLeft+step, textWidth-step),
		}
		strips := sliced("note", cells, style.leading, 0, 0, false)
		strips[0].above = 3
		strips[0].anchors = append(strips[0].anchors, anchor{n.ID, -4})
		if i == 0 {
			strips[0].above = grid
			strips[0].marks = append(strips[0].marks, mark{kind: ruleMark, x: textLeft, y: -grid / 2, w: 2 * labelWidth / 3, size: 0.5, color: c.st.rule, inner: true})
		}
		for _, s := range strips {
			c.add(s)
		}
	}
	c.below = grid / 2
}

package pdf

import (
	"math/rand/v2"
	"strings"
	"testing"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/prose"
)

// chance makes documents of blocks that follow one another in any order.
type chance struct{ *rand.Rand }

func (c chance) text() string {
	switch c.IntN(12) {
	case 0:
		return ""
	case 1:
		return longName[:c.IntN(100)*2%150]
	case 2:
		return "https://www.voorbeeld.be/een/heel_lang/pad?met=vragen&en=antwoorden-" + strings.Repeat("x", c.IntN(90))
	case 3:
		return prose.Plain(words(c.IntN(3000)))
	case 4:
		return "Ünal Łódź Αθήνα\u00ad \u200b Москва 🌭 1.451\u00a0uren"
	}
	return prose.Plain(words(c.IntN(200)))
}

// name is a text of at most some 200 letters, for what is a name or a label.
func (c chance) name() string {
	runes := []rune(c.text())
	return string(runes[:min(len(runes), 200)])
}

func (c chance) inlines() []prose.Inline {
	var out []prose.Inline
	for range c.IntN(4) {
		in := prose.Inline{Text: c.text(), Bold: c.IntN(4) == 0, Italic: c.IntN(5) == 0}
		switch c.IntN(8) {
		case 0:
			in.Link = "#id3"
		case 1:
			in.Link = "https://voorbeeld.be"
		case 2:
			in = prose.Inline{Break: true}
		}
		out = append(out, in)
	}
	return append(out, prose.Inline{Text: "slot"})
}

func (c chance) links() []document.Link {
	var out []document.Link
	for range c.IntN(8) {
		out = append(out, document.Link{Text: "L" + c.text(), Target: []string{"#id1", "#id9", "https://voorbeeld.be", ""}[c.IntN(4)], Note: []string{"", "Genk"}[c.IntN(2)]})
	}
	return out
}

func (c chance) heading(id string) document.Heading {
	return document.Heading{Level: 1 + c.IntN(4), Number: []string{"", "1", "3.5.12"}[c.IntN(3)], Text: "K" + c.name(), ID: id, NewPage: c.IntN(4) == 0, Theme: c.IntN(7)}
}

func (c chance) table() document.Table {
	t := document.Table{Caption: c.text(), RowHeaders: c.IntN(2) == 0, Full: c.IntN(2) == 0, Note: c.inlines()}
	for range 1 + c.IntN(9) {
		t.Columns = append(t.Columns, document.Column{Head: c.text(), Align: prose.Align(c.IntN(3)), Weight: float64(c.IntN(3))})
	}
	for range c.IntN(30) {
		row := document.Row{Kind: document.RowKind(max(0, c.IntN(12)-9))}
		for range c.IntN(len(t.Columns) + 1) {
			row.Cells = append(row.Cells, document.Cell{Text: c.inlines()})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (c chance) block(i int) document.Block {
	id := "id" + string(rune('0'+i%10))
	steps := []string{"een", "twee", c.name(), "vier", "vijf"}
	bars := charts.Bars{Base: charts.Base{Height: 60 + 900*c.Float64(), Width: 100 + 500*c.Float64()}, Categories: []string{"a", "b"}, Series: []charts.Series{{Values: []float64{1, 2}}}}
	switch c.IntN(17) {
	case 0:
		return c.table()
	case 1:
		return document.List{List: prose.List{Ordered: c.IntN(2) == 0, Items: []prose.Item{{Text: c.inlines()}, {Text: c.inlines(), Sub: &prose.List{Items: []prose.Item{{Text: c.inlines()}}}}}}}
	case 2:
		return document.Card{Title: c.text(), Theme: c.IntN(7), Facts: []document.Fact{{Label: c.text(), Text: c.inlines()}, {Label: c.text(), Items: [][]prose.Inline{c.inlines(), c.inlines()}}}, Links: c.links()}
	case 3:
		return document.Terms{Items: []document.Term{{When: c.text(), Text: c.inlines()}, {When: "2022", Text: c.inlines()}}}
	case 4:
		return document.LinkList{Links: c.links(), Columns: c.IntN(4)}
	case 5:
		return document.Scale{Label: c.name(), Steps: steps, Reached: c.IntN(7) - 1, Track: c.IntN(2) == 0, Theme: c.IntN(7)}
	case 6:
		return document.Chart{ID: id, Title: c.name(), Subtitle: c.name(), Chart: bars, Note: prose.Text(c.name())}
	case 7:
		return document.ChapterOpening{Heading: c.heading(id), Lead: c.inlines(), Figures: []document.KeyFigure{{Label: "L" + c.name(), Value: "51,79 VTE", Change: c.name(), Spark: charts.Spark{Values: []float64{1, 2}}}, {Label: "x", Value: c.name()}}}
	case 8:
		return document.ThemeOpening{Heading: c.heading(id), Lead: c.inlines(), Projects: c.links()}
	case 9:
		return document.PageBreak{}
	case 16:
		return document.Notes{Items: []document.Note{{ID: "n" + id, Back: "#m" + id, Mark: "1", Text: c.inlines()}, {ID: "o" + id, Mark: "12", Text: c.inlines()}}}
	case 10, 11:
		return c.heading(id)
	}
	return document.Paragraph{Text: c.inlines(), Tone: document.Tone(c.IntN(4))}
}

func randomDocument(seed uint64) *document.Document {
	c := chance{rand.New(rand.NewPCG(seed, 7))}
	d := titled(document.Contents{Title: "Inhoud", Depth: 3})
	for i := range 1 + c.IntN(30) {
		d.Blocks = append(d.Blocks, c.block(i))
	}
	d.Blocks = append(d.Blocks, document.Paragraph{Text: words(600)})
	return d
}

func TestRandomDocuments(t *testing.T) {
	for seed := range uint64(60) {
		if checkLayout(t, randomDocument(seed)); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func FuzzLayout(f *testing.F) {
	for seed := range uint64(4) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) { checkLayout(t, randomDocument(seed)) })
}

func FuzzText(f *testing.F) {
	f.Add(sentence, 100.0)
	f.Add("a-b/c\u00adde\u200bf\u00a0g", 13.0)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if !(width > 0 && width < 1000) {
			return
		}
		d := titled(document.Paragraph{Text: prose.Text(text)}, document.Table{Columns: []document.Column{{Head: text}}, Rows: []document.Row{{Cells: []document.Cell{{Text: prose.Text(text)}}}}})
		checkLayout(t, d)
		set := newSetter(testLayout(titled()).set.family)
		p := set.passage(prose.Text(text), newStyles(document.Style{}).body, nil, nil)
		for _, l := range set.breakLines(p, width) {
			if l.width > max(width, 12)+0.6 && len([]rune(strings.TrimSpace(l.fragments[0].text))) > 1 {
				t.Fatalf("line %v is wider than %f", l, width)
			}
		}
	})
}

package pipeline

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/prose"
)

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

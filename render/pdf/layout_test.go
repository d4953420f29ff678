package pdf

import (
	"fmt"
	"sort"
	"strings"
	"testing"
	"unicode"

	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

func testLayout(d *document.Document) *layout { return layOut(d, pdfw.New(meta(d))) }

func titled(blocks ...document.Block) *document.Document {
	return &document.Document{Title: "Proef", Language: "nl-BE", Year: 2021, Foot: "proef 2021", Blocks: blocks}
}

// checkLayout holds what every layout promises, whatever is in it.
func checkLayout(t *testing.T, d *document.Document) *layout {
	t.Helper()
	l := testLayout(d)
	for i, p := range l.pages {
		checkPlaces(t, i+1, p)
		checkOverlap(t, i+1, p)
	}
	checkBreaks(t, l)
	checkText(t, l)
	if _, err := Render(d); err != nil {
		t.Errorf("not written: %v", err)
	}
	return l
}

// eachText calls f with the texts of a page, their places being in the type
// area.
func eachText(p *page, f func(s placed, m *mark, x, y float64)) {
	for _, s := range p.strips {
		for i := range s.marks {
			if m := &s.marks[i]; m.kind == textMark {
				f(s, m, m.x, s.y+m.y)
			}
		}
	}
}

// checkPlaces: no text beyond the type area, on a bare page beyond the paper.
func checkPlaces(t *testing.T, number int, p *page) {
	t.Helper()
	const slack = 0.6
	eachText(p, func(_ placed, m *mark, x, y float64) {
		left, right, top, bottom := 0.0, float64(fullWidth), 0.0, float64(bodyHeight)
		if p.bare {
			left, right, top, bottom = left-marginSide, right+marginSide, top-marginTop, bottom+marginBottom
		}
		if x < left-slack || x+m.w > right+slack || y-0.7*m.style.size < top-slack || y+0.1*m.style.size > bottom+slack {
			t.Errorf("page %d: %q at %.1f,%.1f (width %.1f) is outside", number, m.text, x, y, m.w)
		}
		if m.style.size < leastSize {
			t.Errorf("page %d: %q is set in %.1f pt", number, m.text, m.style.size)
		}
	})
}

// checkOverlap: no two texts over one another.
func checkOverlap(t *testing.T, number int, p *page) {
	t.Helper()
	type box struct {
		left, right, top, bottom float64
		text                     string
	}
	var boxes []box
	eachText(p, func(_ placed, m *mark, x, y float64) {
		if strings.TrimSpace(m.text) != "" {
			// Large type may stand closer than its full height.
			boxes = append(boxes, box{x, x + m.w, y - 0.7*m.style.size, y + 0.1*m.style.size, m.text})
		}
	})
	sort.SliceStable(boxes, func(i, j int) bool { return boxes[i].top < boxes[j].top })
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			if b.top >= a.bottom-0.3 {
				break
			}
			if a.left < b.right-0.7 && b.left < a.right-0.7 {
				t.Errorf("page %d: %q and %q overlap", number, a.text, b.text)
			}
		}
	}
}

// checkBreaks: no heading or table head last on a page, no line alone on
// either side of a break, a table's head above what goes on.
func checkBreaks(t *testing.T, l *layout) {
	t.Helper()
	type part struct{ page, lines int }
	parts := map[*node][]part{}
	for i, p := range l.pages {
		if len(p.strips) == 0 {
			if len(l.pages) > 1 {
				t.Errorf("page %d is empty", i+1)
			}
			continue
		}
		if last := p.strips[len(p.strips)-1]; i < len(l.pages)-1 && !l.pages[i+1].asked {
			next := l.pages[i+1].strips
			for len(next) > 0 && next[0].repeated {
				next = next[1:]
			}
			switch last.what {
			case "h1", "h2", "h3", "h4", "h5", "side", "rating", "head", "vervolg", "group":
				// A head or group that is longer than a page goes on.
				if !p.bare && (len(next) == 0 || next[0].what != last.what) {
					t.Errorf("page %d ends with %s", i+1, last.what)
				}
			}
		}
		if first := p.strips[0]; len(first.head) > 0 && !first.repeated {
			t.Errorf("page %d starts with a row without its head", i+1)
		}
		if first := p.strips[0]; first.what == "row" && i > 0 && !first.repeated && len(first.head) > 0 {
			t.Errorf("page %d starts with a row", i+1)
		}
		for _, s := range p.strips {
			if s.what != "p" && s.what != "lead" || len(s.marks) == 0 {
				continue
			}
			n := firstNode(s)
			for n != nil && n.tag != pdfw.P {
				n = n.parent
			}
			if list := parts[n]; len(list) > 0 && list[len(list)-1].page == i {
				list[len(list)-1].lines++
			} else {
				parts[n] = append(list, part{i, 1})
			}
		}
	}
	for n, list := range parts {
		for _, p := range list {
			if len(list) > 1 && p.lines < 2 {
				t.Errorf("page %d has a single line of a paragraph: %q", p.page+1, textOf(l)[n])
			}
		}
	}
}

// firstNode is the element of the first text of a strip.
func firstNode(s placed) *node {
	for _, m := range s.marks {
		if m.kind == textMark && m.node != nil {
			return m.node
		}
	}
	return nil
}

// textOf gives the text of each element, its links' included, without what
// is repeated.
func textOf(l *layout) map[*node]string {
	texts := map[*node]*strings.Builder{}
	for _, p := range l.pages {
		eachText(p, func(s placed, m *mark, _, _ float64) {
			if s.repeated {
				return
			}
			for n := m.node; n != nil; n = n.parent {
				if texts[n] == nil {
					texts[n] = &strings.Builder{}
				}
				texts[n].WriteString(m.text)
			}
		})
	}
	out := map[*node]string{}
	for n, b := range texts {
		out[n] = b.String()
	}
	return out
}

// bones leaves only what must not get lost: no spaces, no soft hyphens.
func bones(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00AD' || r == '\u200B' {
			return -1
		}
		return r
	}, s)
}

// checkText: every text of the document is in the layout, whole and in one
// element.
func checkText(t *testing.T, l *layout) {
	t.Helper()
	have := map[string]bool{}
	var all strings.Builder
	for _, text := range textOf(l) {
		have[bones(text)] = true
	}
	for text := range have {
		all.WriteString(text)
		all.WriteByte('\n')
	}
	for _, want := range textsOf(l.doc) {
		want = bones(l.set.family.Printable(want))
		if want != "" && !have[want] && !strings.Contains(all.String(), want) {
			t.Errorf("lost: %.200q", want)
		}
	}
}

// textsOf are the texts of a document's blocks.
func textsOf(d *document.Document) []string {
	var out []string
	add := func(text string) { out = append(out, text) }
	inlines := func(text []prose.Inline) { add(prose.Plain(text)) }
	var list func(l prose.List)
	list = func(l prose.List) {
		for _, item := range l.Items {
			inlines(item.Text)
			if item.Sub != nil {
				list(*item.Sub)
			}
		}
	}
	for _, block := range append(append([]document.Block(nil), d.Blocks...), d.Back...) {
		switch b := block.(type) {
		case document.Heading:
			add(b.Number + b.Text)
		case document.Paragraph:
			inlines(b.Text)
		case document.List:
			list(b.List)
		case document.Table:
			add(b.Caption)
			inlines(b.Note)
			for _, column := range b.Columns {
				add(column.Head)
			}
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					inlines(cell.Text)
				}
			}
		case document.ChapterOpening:
			add(b.Heading.Text)
			inlines(b.Lead)
			for _, f := range b.Figures {
				add(f.Label)
				add(f.Value)
				add(f.Change)
			}
		case document.ThemeOpening:
			add(b.Heading.Number + b.Heading.Text)
			inlines(b.Lead)
			for _, p := range b.Projects {
				add(p.Text)
			}
		case document.Card:
			add(b.Title)
			for _, f := range b.Facts {
				add(f.Label)
				inlines(f.Text)
				for _, item := range f.Items {
					inlines(item)
				}
			}
			for _, p := range b.Links {
				add(p.Text)
			}
		case document.Terms:
			for _, term := range b.Items {
				add(term.When)
				inlines(term.Text)
			}
		case document.LinkList:
			for _, p := range b.Links {
				add(p.Text)
			}
		case document.Scale:
			if b.Label != plainScore && b.Label != plainStatus {
				add(b.Label)
			}
			if b.Reached >= 0 && b.Reached < len(b.Steps) {
				add(b.Steps[b.Reached])
			}
		}
	}
	return out
}

// longName has no place to break but between letters.
var longName = strings.Repeat("Wxyz0123ÀÉĳŁ", 17)[:200]

func TestUglyTexts(t *testing.T) {
	long := longName
	cell := strings.Repeat("Een cel met heel veel tekst die nergens ophoudt. ", 700)[:32767]
	ugly := "Ünal Şahin Łódź Αθήνα Москва שלום مرحبا 漢字 🌭 👩‍👩‍👧 \u0000\u0007 e\u0301 �"
	table := func(text string, align prose.Align) document.Table {
		return document.Table{Caption: text[:min(len(text), 150)], Columns: []document.Column{{Head: "Naam"}, {Head: "Wat"}, {Head: "Hoeveel", Align: align}}, RowHeaders: true,
			Rows: []document.Row{{Cells: []document.Cell{{Text: prose.Text("a")}, {Text: prose.Text(text)}, {Text: prose.Text("1,00")}}},
				{Cells: []document.Cell{{Text: prose.Text(text)}, {}, {Text: prose.Text(text)}}}}}
	}
	wide := document.Table{Caption: "Breed"}
	for i := range 15 {
		wide.Columns = append(wide.Columns, document.Column{Head: fmt.Sprintf("Onderwijskansenbeleid %d", i)})
	}
	for range 4 {
		row := document.Row{}
		for i := range 17 { // more cells than columns
			row.Cells = append(row.Cells, document.Cell{Text: prose.Text(fmt.Sprintf("huisvestingsmaatschappijen %d", i))})
		}
		wide.Rows = append(wide.Rows, row)
	}
	cases := map[string][]document.Block{
		"nothing":        nil,
		"long name":      {document.Heading{Level: 1, Number: "1", Text: long}, document.Heading{Level: 2, Number: "1.1", Text: long}, document.Paragraph{Text: prose.Text(long)}, document.List{List: prose.List{Items: []prose.Item{{Text: prose.Text(long), Sub: &prose.List{Items: []prose.Item{{Text: prose.Text(long)}}}}}}}},
		"long in blocks": {document.Contents{Title: "Inhoud", Depth: 3}, document.ChapterOpening{Heading: document.Heading{Level: 1, Number: "12", Text: long}, Lead: prose.Text(long), Figures: []document.KeyFigure{{Label: long, Value: long, Change: long}, {Label: "a", Value: "1"}, {Label: long}}}, document.ThemeOpening{Heading: document.Heading{Level: 2, Number: "1.1", Text: long}, Lead: prose.Text(long), Projects: []document.Link{{Text: long}, {Text: long, Note: long}, {Text: "a"}, {Text: "b"}, {Text: "c"}}}, document.Card{Title: long, Facts: []document.Fact{{Label: long, Text: prose.Text(long), Items: [][]prose.Inline{prose.Text(long), prose.Text("x")}}}, Links: []document.Link{{Text: long, Note: long}}}, document.Terms{Items: []document.Term{{When: long, Text: prose.Text(long)}, {When: "", Text: prose.Text("b")}}}, document.Scale{Label: long, Steps: []string{long, long, long, "d", "e"}, Reached: 1}, document.Scale{Label: "x", Track: true, Steps: []string{"a", long, "c", "d", "e", "f"}, Reached: 1}, document.LinkList{Links: []document.Link{{Text: long}, {Text: "b"}}, Columns: 2}},
		"cell of 32767":  {table(cell, prose.Right)},
		"long paragraph": {document.Paragraph{Text: prose.Text(cell)}, document.Card{Title: "x", Facts: []document.Fact{{Label: "y", Text: prose.Text(cell)}}}, document.Terms{Items: []document.Term{{When: "y", Text: prose.Text(cell)}}}},
		"no space":       {document.Paragraph{Text: prose.Text(strings.Repeat("x", 32767))}, table(strings.Repeat("mwx", 3000), prose.Left)},
		"2000 rows":      {plainTable(2000, 4)},
		"empty tables":   {document.Table{}, document.Table{Caption: "Leeg"}, plainTable(0, 3), document.Table{Rows: []document.Row{{}, {Cells: []document.Cell{{Text: prose.Text("x")}}}}}},
		"one row":        {plainTable(1, 1), plainTable(2, 2), plainTable(3, 3)},
		"wide":           {wide},
		"scripts":        {document.Heading{Level: 1, Text: ugly}, document.Paragraph{Text: prose.Text(ugly)}, table(ugly, prose.Left), document.Terms{Items: []document.Term{{When: ugly, Text: prose.Text(ugly)}}}},
		"odd inlines":    {document.Paragraph{Text: []prose.Inline{{Break: true}, {Break: true}, {Text: "a"}, {Break: true}, {Break: true}, {Text: "b", Bold: true}, {Text: "c", Link: "#nergens"}, {Text: "d", Link: "https://voorbeeld.be/a-b"}, {Text: " "}, {Text: "", Link: "https://voorbeeld.be"}, {Text: "the end", Lang: "en", Italic: true}, {Text: "link", Lang: "en", Link: "https://voorbeeld.be"}}}, document.List{}, document.Terms{}, document.LinkList{}, document.Card{}, document.ChartRow{}, document.Scale{}, document.Image{}, document.Paragraph{}},
		"levels":         {document.Heading{Level: 3, Text: "drie"}, document.Heading{Level: 0, Text: "nul"}, document.Heading{Level: 4, Text: "vier"}, document.Heading{Level: 9, Text: ""}, document.Heading{Level: 2, Text: "twee", ID: "x"}, document.Heading{Level: 2, Text: "twee", ID: "x"}, document.Paragraph{Text: prose.Text("a")}},
		"breaks":         {document.PageBreak{}, document.PageBreak{}, document.Paragraph{Text: prose.Text("a")}, document.PageBreak{}, document.Heading{Level: 1, Text: "b", NewPage: true}, document.PageBreak{}, document.PageBreak{}},
		"wide unbroken":  {document.Paragraph{Text: []prose.Inline{{Text: strings.Repeat("a\u00a0", 400)}}}, document.Paragraph{Text: []prose.Inline{{Text: strings.Repeat("m", 50), Bold: true}, {Text: strings.Repeat("m", 50)}, {Text: strings.Repeat("n", 50), Italic: true}}}},
		"right":          {plainTable(40, 12), plainTable(30, 25)},
	}
	for name, blocks := range cases {
		t.Run(name, func(t *testing.T) {
			d := titled(blocks...)
			d.Concept = len(name)%2 == 0
			d.Organisation = long
			d.Foot = long + long
			d.Cover = document.Cover{Organisation: long, Title: "Voortgangsrapport", Year: 2021, Date: "28 april 2022"}
			d.Back = []document.Block{document.Paragraph{Text: prose.Text(ugly)}}
			checkLayout(t, d)
		})
	}
}

func TestBigReport(t *testing.T) {
	l := checkLayout(t, bigReport())
	if len(l.pages) < 100 {
		t.Errorf("%d pages", len(l.pages))
	}
}

// Every line of the contents names the page on which its heading stands.
func TestContentsPages(t *testing.T) {
	l := testLayout(bigReport())
	texts := textOf(l)
	pageOf := map[string]int{} // number of a heading, page
	for i, p := range l.pages {
		eachText(p, func(_ placed, m *mark, _, _ float64) {
			if m.node != nil && (m.node.tag == pdfw.H1 || m.node.tag == pdfw.H2 || m.node.tag == pdfw.H3) {
				number, _, _ := strings.Cut(texts[m.node], " ")
				if _, ok := pageOf[number]; !ok {
					pageOf[number] = i
				}
			}
		})
	}
	checked := 0
	for _, p := range l.pages {
		for _, s := range p.strips {
			for _, m := range s.marks {
				if s.what != "toc" || m.kind != pageMark {
					continue
				}
				number, _, _ := strings.Cut(texts[m.node], " ")
				at, ok := l.places[m.ref]
				if !ok || at.page != pageOf[number] {
					t.Errorf("contents say page %d of %s, which is on %d", at.page+1, number, pageOf[number]+1)
				}
				checked++
			}
		}
	}
	if want := 4 + 4*13*2; checked != want {
		t.Errorf("%d lines, want %d", checked, want)
	}
}

// A table that goes on repeats its head under “(vervolg)”, as decoration.
func TestTableGoesOn(t *testing.T) {
	l := checkLayout(t, titled(plainTable(200, 4)))
	if len(l.pages) < 4 {
		t.Fatalf("%d pages", len(l.pages))
	}
	for i, p := range l.pages[1:] {
		first, second := p.strips[0], p.strips[1]
		if !first.repeated || first.marks[0].text != "Inzet van personeel per thema (vervolg)" || !second.repeated || second.what != "head" {
			t.Errorf("page %d starts with %s %s", i+2, first.what, second.what)
		}
	}
	if last := l.pages[len(l.pages)-1].strips; len(last) < 4 {
		t.Errorf("the total stands alone: %d strips", len(last))
	}
}

// The same document gives the same bytes.
func TestDeterministic(t *testing.T) {
	d := bigReport()
	a, err := Render(d)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Render(d)
	if err != nil {
		t.Fatal(err)
	}
	if string(a.Bytes) != string(b.Bytes) {
		t.Error("two renderings differ")
	}
}

func TestNotes(t *testing.T) {
	r, err := Render(titled(document.Paragraph{Text: []prose.Inline{{Text: "dood", Link: "#nergens"}, {Text: " \U0001F32D\U0001F32D"}}},
		document.Image{Bytes: []byte("geen beeld"), Alt: "een buurtfeest"}))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Notes) != 2 || !strings.Contains(r.Notes[0], "#nergens") || !strings.Contains(r.Notes[1], "buurtfeest") {
		t.Errorf("notes %q", r.Notes)
	}
	if len(r.Missing) != 1 || r.Missing[0].Rune != '\U0001F32D' {
		t.Errorf("missing %v", r.Missing)
	}
}

package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdfw"
)

// after puts blocks under a number of lines of text, so that they come to
// stand at any height of a page.
func after(lines int, blocks ...document.Block) *document.Document {
	var all []document.Block
	for range lines {
		all = append(all, document.Paragraph{Text: prose.Text("Een regel."), Tone: document.Small})
	}
	return titled(append(all, blocks...)...)
}

// found is where the strips of a kind stand: page and place, in order.
type found struct {
	page int
	placed
}

func strips(l *layout, what string) []found {
	var out []found
	for i, p := range l.pages {
		for _, s := range p.strips {
			if s.what == what && !s.repeated {
				out = append(out, found{i, s})
			}
		}
	}
	return out
}

func smallChart() document.Chart {
	return document.Chart{Title: "Inzet", Subtitle: "VTE", Chart: charts.Bars{Base: charts.Base{Height: 150},
		Categories: []string{"Wonen", "Onderwijs"}, Series: []charts.Series{{Name: "2021", Values: []float64{3, 4}}}}}
}

// A heading, what it says first, and the first chart or rows of a table stand
// on one page, wherever that begins.
func TestHeadingStandsWithItsChart(t *testing.T) {
	heading := document.Heading{Level: 2, Number: "2.3", Text: "Welke activiteiten organiseerden we?", NewPage: true}
	lead := document.Paragraph{Text: words(120), Tone: document.Lead}
	plain := document.Paragraph{Text: prose.Text("De scores van een buurt.")}
	below := document.Heading{Level: 3, Number: "2.3.1", Text: "Beverlo"}
	cases := map[string][]document.Block{
		"lead, chart":        {heading, lead, smallChart(), plainTable(6, 3)},
		"text, chart":        {heading, plain, smallChart()},
		"text, lower, chart": {heading, plain, below, smallChart()},
		"lead, table":        {heading, lead, plainTable(40, 3)},
	}
	for name, blocks := range cases {
		for lines := range 60 {
			l := testLayout(after(lines, blocks...))
			page := strips(l, "h2")[0].page
			last := strips(l, "chart")
			if len(last) == 0 {
				last = strips(l, "row")[3:4]
			}
			if last[0].page != page {
				t.Errorf("%s after %d lines: heading on page %d, what it is about on %d", name, lines, page+1, last[0].page+1)
			}
		}
	}
}

// A card stands with the first lines of its project.
func TestCardStandsWithItsText(t *testing.T) {
	for lines := range 60 {
		l := testLayout(after(lines,
			document.Heading{Level: 3, Number: "3.1.1", Text: "Depot Margo"},
			document.Card{Facts: []document.Fact{{Label: "Gemeente", Text: prose.Text("Genk")}, {Label: "Fase", Text: prose.Text("loopt")}}},
			document.Heading{Level: 4, Text: "Samenwerking"},
			document.Scale{Label: "Samenwerking", Steps: []string{"een", "twee", "drie"}, Reached: 1},
			document.Paragraph{Text: words(500)}))
		if h, p := strips(l, "h3")[0], strips(l, "p")[1]; h.page != p.page {
			t.Errorf("after %d lines: heading on page %d, second line on %d", lines, h.page+1, p.page+1)
		}
	}
}

// The lines of a heading are about equally long, and no more than they were.
func TestHeadingLinesAreEven(t *testing.T) {
	for text, want := range map[string][]string{
		"Halen we de personeelsformatie die het decreet vraagt?":           {"Halen we de personeelsformatie", "die het decreet vraagt?"},
		"Vaste gegevens projecten thema ‘Sociale bescherming’":             {"Vaste gegevens projecten", "thema ‘Sociale bescherming’"},
		"Welke activiteiten organiseerden we?":                             {"Welke activiteiten organiseerden we?"},
		"Verantwoording " + strings.Repeat("m", 60):                        nil,
		"Signalen naar " + strings.Repeat("de overheid en ", 20) + "terug": nil,
	} {
		var got []string
		for _, s := range strips(checkLayout(t, titled(document.Heading{Level: 2, Text: text}, document.Paragraph{Text: prose.Text("Een zin.")})), "h2") {
			got = append(got, strings.TrimSpace(s.marks[0].text))
		}
		if want != nil && strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q", got)
		}
	}
}

// A small table isn't parted; a long one leaves no few rows on either side.
func TestTableIsPartedWell(t *testing.T) {
	for lines := range 64 {
		rows := strips(testLayout(after(lines, plainTable(14, 3))), "row")
		if rows[0].page != rows[len(rows)-1].page {
			t.Errorf("after %d lines: a table of 14 rows is on pages %d and %d", lines, rows[0].page+1, rows[len(rows)-1].page+1)
		}
		count := map[int]int{}
		for _, row := range strips(testLayout(after(lines, plainTable(30, 3))), "row") {
			count[row.page]++
		}
		for page, n := range count {
			if n < 4 {
				t.Errorf("after %d lines: page %d has %d rows of 30", lines, page+1, n)
			}
		}
	}
}

// A long table under a text doesn't begin with a few rows at the foot of a page.
func TestLongTableBeginsWell(t *testing.T) {
	for lines := range 64 {
		rows := strips(testLayout(after(lines, plainTable(60, 3))), "row")
		height := 0.0
		for _, row := range rows {
			if row.page == rows[0].page {
				height += row.height
			}
		}
		if height < leastBegin {
			t.Errorf("after %d lines: a table begins with %.0f points of rows", lines, height)
		}
	}
}

// The figures of a table of two short columns stand near their names.
func TestNarrowTable(t *testing.T) {
	for name, width := range map[string]float64{"Artikel": narrowTable, "Partnerschappen en samenwerking met lokale besturen en verenigingen": textWidth} {
		table := document.Table{Columns: []document.Column{{Head: "Onderdeel"}, {Head: "2021", Align: prose.Right}}}
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Text: prose.Text(name)}, {Text: prose.Text("33")}}})
		row := strips(checkLayout(t, titled(table)), "row")[0]
		last := row.marks[0]
		for _, m := range row.marks {
			if m.text == "33" {
				last = m
			}
		}
		if end := last.x + last.w; row.marks[0].x != textLeft || math.Abs(end-textLeft-width) > 0.5 {
			t.Errorf("%.20s: from %.1f to %.1f, want %.1f wide from %.1f", name, row.marks[0].x, end, width, textLeft)
		}
	}
}

// A page holds 38 rows of one line at least.
func TestLongTableIsDense(t *testing.T) {
	count := map[int]int{}
	for _, row := range strips(testLayout(titled(plainTable(200, 3))), "row") {
		count[row.page]++
	}
	if count[1] < 38 || count[1] > 48 {
		t.Errorf("%d rows on a page", count[1])
	}
}

// Heads and names in the first column aren't hyphenated when whole words fit.
func TestTableKeepsNamesWhole(t *testing.T) {
	heads := []string{"Thema", "Enveloppe", "Lokaal bestuur", "Provincie", "Vlaamse overheid", "Federale overheid", "Europa", "Fondsen en giften", "Andere", "Totaal"}
	table := document.Table{Caption: "Middelen", RowHeaders: true}
	for i, head := range heads {
		column := document.Column{Head: head}
		if i > 0 {
			column.Align = prose.Right
		}
		table.Columns = append(table.Columns, column)
	}
	for _, name := range []string{"Sociale bescherming", "Krachtige steden en buurten", "Collectief burgerschap", "Sociale grondrechten"} {
		row := document.Row{Cells: []document.Cell{{Text: prose.Text(name)}}}
		for range heads[1:] {
			row.Cells = append(row.Cells, document.Cell{Text: prose.Text("1.270.250")})
		}
		table.Rows = append(table.Rows, row)
	}
	l := checkLayout(t, titled(table))
	for n, text := range textOf(l) {
		if n.tag == pdfw.TH && strings.Contains(text, "\u00AD") {
			t.Errorf("hyphenated: %q", text)
		}
	}
	if left := strips(l, "head")[0].marks[0].x; left != 0 {
		t.Errorf("a table of ten columns starts at %.1f", left)
	}
}

// Width goes to the column whose lines it saves.
func TestTableBalancesText(t *testing.T) {
	table := document.Table{Full: true, Columns: []document.Column{{Head: "Partner"}, {Head: "Doel"}, {Head: "Link"}}}
	for range 10 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Text: prose.Text("Gemeente As")}, {Text: prose.Text("Lid van Depot Margo")},
			{Text: prose.Text("Sociale bescherming, Onderwijs, Wonen en Krachtige steden en buurten")}}})
	}
	if rows := strips(checkLayout(t, titled(table)), "row"); len(rows) != 10 {
		t.Errorf("%d lines for 10 rows", len(rows))
	}
}

// Links go down the first column and then down the second, in the file's
// order too; pages stand at the end of the last line.
func TestLinksGoDownTheColumns(t *testing.T) {
	list := document.LinkList{Columns: 2}
	names := []string{"Depot Margo", "Buurtopbouwwerk Meulenberg in Houthalen-Helchteren en omstreken", "Wonen", "Onderwijs", "De STEK"}
	for i, name := range names {
		list.Links = append(list.Links, document.Link{Text: fmt.Sprintf("3.2.%d\u00a0 %s", i+1, name), Target: "#hier", Note: "Genk"})
	}
	l := checkLayout(t, titled(document.Heading{Level: 1, Text: "Hier", ID: "hier"}, list))
	texts := textOf(l)
	var order []string
	left := math.Inf(1)
	lastY := map[bool]float64{}
	columns := map[string]bool{} // number of a link, whether in the second
	for _, s := range strips(l, "link") {
		for _, m := range s.marks {
			switch {
			case m.kind == presentMark:
				order = append(order, strings.TrimSpace(texts[m.node]))
			case m.kind == textMark && strings.HasPrefix(m.text, "3.2."):
				left = math.Min(left, m.x)
				second := m.x > left+1
				if s.y < lastY[second] {
					t.Errorf("%q is above the one before it", m.text)
				}
				lastY[second] = s.y
				columns[m.text] = second
			case m.kind == textMark && m.x < left+10:
				t.Errorf("%q isn't under the name", m.text)
			case m.kind == textMark && strings.Contains(m.text, "\u00AD"):
				t.Errorf("a name is hyphenated: %q", m.text)
			}
		}
	}
	if columns["3.2.1 "] || columns["3.2.2 "] || !columns["3.2.4 "] || !columns["3.2.5 "] {
		t.Errorf("links in the second column: %v", columns)
	}
	for i, text := range order {
		if !strings.HasPrefix(text, fmt.Sprintf("3.2.%d", i+1)) {
			t.Errorf("link %d in the file is %q", i+1, text)
		}
	}
	if len(order) != len(names) {
		t.Errorf("%d links in order", len(order))
	}
}

// Every cell of a scale has its name.
func TestScaleNamesItsSteps(t *testing.T) {
	steps := []string{"Niet van toepassing", "In ontwikkeling", "Deelresultaten behaald", "Doelstellingen bereikt", "Boven verwachting"}
	l := checkLayout(t, titled(document.Scale{Label: "Samenwerking", Steps: steps, Reached: 2}))
	s := strips(l, "scale")[0]
	all := ""
	for _, m := range s.marks {
		if m.kind == textMark {
			all += m.text
		}
	}
	for _, step := range steps {
		if !strings.Contains(all, step) {
			t.Errorf("%q isn't shown in %q", step, all)
		}
	}
}

// The contents of a report with fifty projects take two pages.
func TestContentsAreCompact(t *testing.T) {
	blocks := []document.Block{document.Contents{Title: "Inhoud", Depth: 3}}
	for c := range 2 {
		blocks = append(blocks, document.Heading{Level: 1, Number: fmt.Sprint(c + 1), Text: "Hoofdstuk", NewPage: true})
		for s := range 8 {
			blocks = append(blocks, document.Heading{Level: 2, Number: fmt.Sprintf("%d.%d", c+1, s+1), Text: "Krachtige steden en buurten"})
			for p := range 7 {
				blocks = append(blocks, document.Heading{Level: 3, Number: fmt.Sprintf("%d.%d.%d", c+1, s+1, p+1), Text: "Buurtopbouwwerk Genk Centrum"},
					document.Paragraph{Text: prose.Text("Een zin.")})
			}
		}
	}
	toc := strips(checkLayout(t, titled(blocks...)), "toc")
	if last := toc[len(toc)-1]; last.page > 1 {
		t.Errorf("the contents end on page %d", last.page+1)
	}
}

// Under contents of any length the list of charts and tables begins with a good
// part of them, or a page; never with a stray line or two.
func TestContentsLeaveNoStrayLine(t *testing.T) {
	for n := 20; n < 120; n++ {
		list := document.FigureList{Title: "Grafieken en tabellen"}
		blocks := []document.Block{document.Contents{Title: "Inhoud", Depth: 3}, document.FigureList{}}
		for i := range n {
			h := document.Heading{Level: 2, Number: fmt.Sprintf("1.%d", i+1), Text: "Krachtige steden en buurten", ID: fmt.Sprintf("s-%d", i)}
			blocks = append(blocks, h)
			if i < 40 {
				list.Links = append(list.Links, document.Link{Text: h.Number + "\u00a0 Grafiek", Target: "#" + h.ID})
			}
		}
		blocks[1] = list
		l := testLayout(titled(blocks...))
		begin := strips(l, "figurelist")[0]
		before := 0
		for _, s := range strips(l, "toc") {
			if s.page == begin.page && s.y < begin.y {
				before++
			}
		}
		if before > 0 && before < 5 {
			t.Errorf("%d headings: the list begins under %d of them", n, before)
		}
	}
}

// An opening without figures shows what is in its chapter; one with figures,
// or without sections, doesn't.
func TestOpeningListsItsSections(t *testing.T) {
	chapter := func(figures []document.KeyFigure, sections int) []document.Block {
		blocks := []document.Block{document.ChapterOpening{Heading: document.Heading{Level: 1, Number: "4", Text: "Bijlagen", NewPage: true}, Figures: figures}}
		for i := range sections {
			blocks = append(blocks, document.Heading{Level: 2, Number: fmt.Sprintf("4.%d", i+1), Text: "Vaste gegevens"},
				document.Heading{Level: 3, Text: "Depot Margo"}, document.Paragraph{Text: prose.Text("Een zin.")})
		}
		return append(blocks, document.Heading{Level: 1, Text: "Nawoord", NewPage: true}, document.Heading{Level: 2, Text: "Dank"}, document.Paragraph{Text: prose.Text("Een zin.")})
	}
	figure := []document.KeyFigure{{Label: "Projecten", Value: "48"}}
	for name, c := range map[string]struct {
		blocks []document.Block
		lines  int
	}{
		"none": {chapter(nil, 5), 5}, "figures": {chapter(figure, 5), 0}, "empty": {chapter(nil, 0), 0},
		"two columns": {chapter(nil, 20), 10}, "too many": {chapter(nil, 60), 0},
	} {
		l := checkLayout(t, titled(c.blocks...))
		list := strips(l, "link")
		if len(list) != c.lines {
			t.Errorf("%s: %d lines, want %d", name, len(list), c.lines)
		}
		for _, s := range list {
			if s.page != strips(l, "h1")[0].page {
				t.Errorf("%s: a section is listed on page %d", name, s.page+1)
			}
		}
	}
}

// A planning stands beside its heading, terms and all in the text column.
func TestPlanningStandsBesideItsHeading(t *testing.T) {
	terms := document.Terms{Items: []document.Term{
		{When: "3e kwartaal 2022", Text: words(40)}, {When: "2023", Text: words(300)}, {When: strings.Repeat("van het voorjaar tot het najaar ", 4), Text: words(40)}}}
	l := checkLayout(t, titled(document.Heading{Level: 4, Text: "Planning", Unlisted: true}, terms))
	first := strips(l, "term")[0]
	if side := strips(l, "side"); len(side) != 1 || math.Abs(side[0].y-first.y) > 0.1 {
		t.Fatalf("the heading isn't beside the first term: %v", side)
	}
	left := map[float64]bool{}
	for _, s := range strips(l, "term") {
		for _, m := range s.marks {
			if m.kind == textMark {
				left[math.Round(m.x)] = true
			}
		}
	}
	if len(left) != 2 || !left[math.Round(textLeft)] {
		t.Errorf("terms and texts begin at %v", left)
	}
}

// Turned lines of an index hang under their name, and none begins with the
// name's first page.
func TestIndexTurnsItsLines(t *testing.T) {
	group := document.IndexGroup{Letter: "D"}
	for i := range 60 {
		group.Entries = append(group.Entries, document.IndexEntry{Name: "Dienst " + strings.Repeat("m", 10+i%12) + " en wijken",
			Links: []document.Link{{Target: "#a"}, {Target: "#b"}}})
	}
	l := checkLayout(t, titled(document.Heading{Level: 1, Text: "A", ID: "a"}, document.Heading{Level: 1, Text: "B", ID: "b"},
		document.Index{Groups: []document.IndexGroup{group}}))
	var names, turned []float64
	for _, s := range strips(l, "index") {
		for i, m := range s.marks {
			if m.kind != textMark {
				continue
			}
			switch {
			case strings.HasPrefix(m.text, "Dienst"):
				names = append(names, m.x)
			case strings.HasPrefix(m.text, "en wijken") || strings.HasPrefix(m.text, "wijken") || strings.HasPrefix(m.text, "mmm"):
				turned = append(turned, m.x)
			case m.ref != "" && m.ref == "a" && (i == 0 || s.marks[i-1].kind != textMark):
				t.Errorf("a line begins with the page of a name, at %.1f", m.x)
			}
		}
	}
	if len(names) != 60 || len(turned) < 5 {
		t.Fatalf("%d names, %d turned lines", len(names), len(turned))
	}
	for _, x := range turned {
		hangs := false
		for _, name := range names {
			hangs = hangs || math.Abs(x-name-turnover) < 0.1
		}
		if !hangs {
			t.Errorf("a turned line begins at %.1f", x)
		}
	}
}

// Links that fit beside no fact share a line.
func TestCardLinksShareALine(t *testing.T) {
	long := prose.Text(strings.Repeat("Houthalen-Helchteren ", 4))
	links := []document.Link{{Text: "Vaste gegevens", Target: "#a", Note: "4.1.1"}, {Text: "Terug naar het thema", Target: "#a"}}
	for name, c := range map[string]struct {
		facts []document.Fact
		lines int
	}{
		"first":   {[]document.Fact{{Label: "Gemeente", Text: prose.Text("Genk")}, {Label: "Fase", Text: long}}, 2},
		"another": {[]document.Fact{{Label: "Fase", Text: long}, {Label: "Gemeente", Text: prose.Text("Genk")}}, 2},
		"none":    {[]document.Fact{{Label: "Fase", Text: long}, {Label: "Doel", Text: long}}, 3},
		"alone":   {nil, 1},
	} {
		l := checkLayout(t, titled(document.Heading{Level: 1, Text: "A", ID: "a"}, document.Card{Facts: c.facts, Links: links}))
		if n := len(strips(l, "fact")) + len(strips(l, "card")); n != c.lines {
			t.Errorf("%s: %d lines, want %d", name, n, c.lines)
		}
	}
}

// The only link of a card stands at the end of its first line, where there is
// room.
func TestCardLinkTakesNoLine(t *testing.T) {
	card := document.Card{Facts: []document.Fact{{Label: "Gemeente", Text: prose.Text("Genk")}}, Links: []document.Link{{Text: "Vaste gegevens", Target: "#a", Note: "4.1.1"}}}
	for text, want := range map[string]int{"Genk": 1, strings.Repeat("Houthalen-Helchteren ", 5): 3} {
		card.Facts[0].Text = prose.Text(text)
		l := checkLayout(t, titled(document.Heading{Level: 1, Text: "A", ID: "a"}, card))
		if n := len(strips(l, "fact")) + len(strips(l, "card")); n != want {
			t.Errorf("%q: %d lines, want %d", text, n, want)
		}
	}
}

// stacked makes strips of a height with a space above each.
func stacked(n int, height, above float64) []strip {
	out := make([]strip, n)
	for i := range out {
		out[i] = strip{what: "p", height: height, above: above}
	}
	return out
}

// A few lines on a last page are taken in by setting a chapter tighter.
func TestNoStubOfAChapter(t *testing.T) {
	const above = 10.0
	fit := int(math.Floor((bodyHeight + above) / (13.5 + above)))
	for _, rest := range []int{1, 8} {
		list := stacked(3*fit+rest, 13.5, above)
		// The chapter has sections, so that its last is short.
		for i := 10; i < len(list); i += 30 {
			list[i].wishPage = true
		}
		if pages := paginate(list); len(pages) != 3 {
			t.Errorf("%d pages for %d lines too many", len(pages), rest)
		}
	}
	// Where much is left, nothing is squeezed.
	list := stacked(2*fit+20, 13.5, above)
	if pages := paginate(list); len(pages) != 3 || len(pages[0].strips) != fit {
		t.Errorf("%d pages, the first with %d strips of %d", len(pages), len(pages[0].strips), fit)
	}
}

// A page is tightened for what would otherwise leave a gap, never below seven
// tenths of its spaces, and not for what leaves none.
func TestPageIsTightened(t *testing.T) {
	list := stacked(26, 13.5, 10)
	used := 26*13.5 + 25*10.0
	list = append(list, strip{what: "chart", height: bodyHeight - used + 30, above: 10})
	list = append(list, stacked(40, 13.5, 10)...)
	pages := paginate(list)
	if last := pages[0].strips[len(pages[0].strips)-1]; last.what != "chart" {
		t.Errorf("the page ends with %s", last.what)
	}
	list[26].height += 80
	if pages = paginate(list); pages[0].used != used {
		t.Errorf("a page is tightened in vain: %.1f, want %.1f", pages[0].used, used)
	}
}

// The running head tells chapter and section, except where their headings
// stand.
func TestRunningHead(t *testing.T) {
	long := document.Paragraph{Text: words(6000)}
	d := titled(document.Heading{Level: 1, Number: "1", Text: "Evaluatie", NewPage: true}, document.Heading{Level: 2, Number: "1.1", Text: "Wonen", Short: "Huis"}, long,
		document.Heading{Level: 2, Number: "1.2", Text: "Onderwijs"}, long,
		document.Heading{Level: 1, Number: "2", Text: "Cijfers", NewPage: true}, long,
		document.Heading{Level: 2, Number: "2.1", Text: "Inzet", NewPage: true}, document.PageBreak{}, long)
	l := checkLayout(t, d)
	at := map[string]int{}
	for i, p := range l.pages {
		chapter, section := p.chapter, p.section
		for _, s := range p.strips {
			if s.what == "h1" && (chapter != "" || section != "") || s.what == "h2" && s.y == 0 && section != "" {
				t.Errorf("page %d has the head %q and %q over its heading", i+1, chapter, section)
			}
		}
		if section != "" && chapter[:1] != section[:1] {
			t.Errorf("page %d: section %q in chapter %q", i+1, section, chapter)
		}
		at[section]++
	}
	if at["1.1\u2002Huis"] == 0 || at["1.2\u2002Onderwijs"] == 0 || at["2.1\u2002Inzet"] == 0 {
		t.Errorf("sections in running heads: %v", at)
	}
	show := func(head string) string {
		l.doc.Head = head
		text := ""
		for _, m := range l.furniture(3, &page{chapter: "1 Evaluatie", section: "1.2 Onderwijs"}) {
			if m.art == pdfw.Header {
				text += m.text + "|"
			}
		}
		return text
	}
	if got := show(""); got != "1.2 Onderwijs|1 Evaluatie|" {
		t.Errorf("head %q", got)
	}
	if got := show("SAAMO"); got != "SAAMO|1 Evaluatie|" {
		t.Errorf("with a head of the house style: %q", got)
	}
}

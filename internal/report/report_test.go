package report

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

func TestGolden(t *testing.T) {
	doc, _ := build(smallInput())
	golden(t, "klein.golden", dump(doc))
}

func TestBuildIsTheSameEveryTime(t *testing.T) {
	one, _ := Build(exampleInput(t))
	two, _ := Build(exampleInput(t))
	if dump(one) != dump(two) {
		t.Error("two builds of the same input differ")
	}
}

// headings gives all headings of a document in order.
func headings(d *document.Document) []document.Heading {
	var out []document.Heading
	for _, block := range d.Blocks {
		switch b := block.(type) {
		case document.Heading:
			out = append(out, b)
		case document.ChapterOpening:
			out = append(out, b.Heading)
		case document.ThemeOpening:
			out = append(out, b.Heading)
		}
	}
	return out
}

// checkNumbers tells whether numbers are unique, rise by one, and have the
// depth of their level; and whether no level is skipped, as PDF/UA-1 asks.
// gaps are allowed below the given number.
func checkNumbers(t *testing.T, d *document.Document, gaps string) {
	t.Helper()
	last := []int{}
	level := 0
	for _, h := range headings(d) {
		if h.Level > level+1 {
			t.Errorf("heading %q of level %d follows one of level %d", h.Text, h.Level, level)
		}
		level = h.Level
		if h.Number == "" {
			continue
		}
		var now []int
		for part := range strings.SplitSeq(h.Number, ".") {
			n, err := strconv.Atoi(part)
			if err != nil {
				t.Fatalf("number %q", h.Number)
			}
			now = append(now, n)
		}
		if len(now) != h.Level {
			t.Errorf("heading %s has level %d", h.Number, h.Level)
		}
		want := slices.Clone(last[:min(len(last), len(now))])
		for len(want) < len(now) {
			want = append(want, 0)
		}
		want[len(want)-1]++
		if len(last) < len(now)-1 {
			t.Errorf("%s has no section above it", h.Number)
		}
		if !slices.Equal(now, want) && !(gaps != "" && strings.HasPrefix(h.Number, gaps) && slices.Compare(now, want) > 0) {
			t.Errorf("%s follows %v", h.Number, last)
		}
		last = now
	}
}

// checkLinks tells whether every place is named once and every link leads to
// one.
func checkLinks(t *testing.T, d *document.Document) {
	t.Helper()
	places := map[string]bool{}
	var links []string
	place := func(id string) {
		if id == "" {
			return
		}
		if places[id] {
			t.Errorf("place %q stands twice", id)
		}
		places[id] = true
	}
	text := func(list []prose.Inline) {
		for _, in := range list {
			links = append(links, in.Link)
		}
	}
	for _, h := range headings(d) {
		if h.ID == "" && h.Number != "" {
			t.Errorf("heading %s has no place", h.Number)
		}
		place(h.ID)
	}
	for _, block := range append(slices.Clone(d.Blocks), d.Back...) {
		switch b := block.(type) {
		case document.Table:
			place(b.ID)
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					text(c.Text)
				}
			}
		case document.Chart:
			place(b.ID)
		case document.Paragraph:
			text(b.Text)
		case document.ChapterOpening:
			for _, f := range b.Figures {
				links = append(links, f.Link)
			}
		case document.ThemeOpening:
			for _, l := range b.Projects {
				links = append(links, l.Target)
			}
		case document.Card:
			for _, l := range b.Links {
				links = append(links, l.Target)
			}
		}
	}
	for _, l := range links {
		if id, inside := strings.CutPrefix(l, "#"); inside && !places[id] {
			t.Errorf("link to %q leads nowhere", l)
		}
	}
}

// checkTables tells whether each table has rows with a cell for every column.
func checkTables(t *testing.T, d *document.Document) {
	t.Helper()
	for _, block := range d.Blocks {
		table, ok := block.(document.Table)
		if !ok {
			continue
		}
		if len(table.Rows) == 0 {
			t.Errorf("table %q is empty", table.Caption)
		}
		for _, r := range table.Rows {
			if r.Kind != document.Group && len(r.Cells) != len(table.Columns) {
				t.Errorf("table %q has a row of %d cells in %d columns", table.Caption, len(r.Cells), len(table.Columns))
			}
		}
	}
}

func checkAll(t *testing.T, d *document.Document, gaps string) {
	t.Helper()
	checkNumbers(t, d, gaps)
	checkLinks(t, d)
	checkTables(t, d)
	for _, block := range d.Blocks {
		if c, ok := block.(document.Chart); ok {
			if c.Title == "" || strings.TrimSpace(c.Chart.Alt()) == "" {
				t.Errorf("chart %q has no alternative text", c.Title)
			}
		}
	}
	text := dump(d)
	for _, bad := range []string{"{{", "{jaar}", "{thema}", "NaN", "%!", "<nil>"} {
		if at := strings.Index(text, bad); at >= 0 {
			t.Errorf("%q stands in the report: …%s…", bad, text[max(0, at-60):min(len(text), at+40)])
		}
	}
}

func TestExample(t *testing.T) {
	in := exampleInput(t)
	doc, found := Build(in)
	for _, f := range found {
		t.Errorf("%s: %s", f.Ref.File, f.Message)
	}
	checkAll(t, doc, "")

	text := dump(doc)
	for _, want := range []string{
		"In 2021 zetten we 51,79 VTE in, 5,26 meer dan in 2020. 83,5 % daarvan werkt rechtstreeks met de doelgroep.",
		"# 2.1 Halen we", "# 2.13 ", "Krachtige steden en buurten | 10,26 | 13,93 | +3,67",
		"In 2021 rondden we 34 beleidsdossiers af", "In 2021 voerden we 49 communicatieacties uit",
		"In 2021 volgden onze medewerkers 1.451 uur formele vorming, 339 meer dan in 2020, en 521 uur informele vorming. 46 medewerkers volgden",
		"Formele samenwerkingsverbanden: 63 samenwerkingen", "binnen de sector: 9 samenwerkingen", "buiten de sector: 22 samenwerkingen",
		"SAAMO Limburg voortgangsrapport 2021 │ 28.04.2022",
		"## 3.6 Transversale strategische acties",
	} {
		if !strings.Contains(text, strings.ReplaceAll(want, " %", "\u00a0%")) &&
			!strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), want) {
			t.Errorf("the report doesn't say %q", want)
		}
	}
	if n := len(in.Data.Projects); n != 48 {
		t.Fatalf("%d projects", n)
	}
}

func TestEveryProjectHasTwoSheetsThatLinkToEachOther(t *testing.T) {
	in := exampleInput(t)
	doc, b := build(in)
	cards := map[string]document.Card{}
	id := ""
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case document.Heading:
			id = block.ID
		case document.Card:
			cards[id] = block
		}
	}
	numbers := map[string]string{}
	for _, h := range headings(doc) {
		numbers[h.ID] = h.Number
	}
	if len(b.index.all) != len(in.Data.Projects) {
		t.Errorf("%d of %d projects are in the report", len(b.index.all), len(in.Data.Projects))
	}
	for _, p := range b.index.all {
		for _, way := range [][2]string{{p.sheet, p.record}, {p.record, p.sheet}} {
			from, to := way[0], way[1]
			links := cards[from].Links
			if len(links) == 0 || links[0].Target != "#"+to || links[0].Note != numbers[to] {
				t.Errorf("%s (%s) doesn't lead to %s (%s): %v", from, numbers[from], to, numbers[to], links)
			}
		}
		back := cards[p.sheet].Links
		if len(back) != 2 || numbers[strings.TrimPrefix(back[1].Target, "#")]+"." != p.sheetNumber[:strings.LastIndexByte(p.sheetNumber, '.')+1] {
			t.Errorf("%s doesn't lead back to its theme: %v", p.sheet, back)
		}
		if p.sheetNumber != numbers[p.sheet] || p.recordNumber != numbers[p.record] {
			t.Errorf("%s is numbered %s and %s, its sheets say %s and %s", p.Code, numbers[p.sheet], numbers[p.record], p.sheetNumber, p.recordNumber)
		}
	}
}

// notShown tells which figures the report leaves to `voortgang indicatoren`.
func notShown(f *model.Figure) bool {
	// Projects per theme and phase are listed one by one.
	return strings.HasPrefix(f.Key, "projecten.")
}

func TestEveryFigureIsShown(t *testing.T) {
	for name, in := range map[string]Input{"example": exampleInput(t), "small": smallInput()} {
		_, b := build(in)
		for _, f := range b.in.Figures.All() {
			if f.Now.Known && !b.shown[f.Key] && !notShown(f) {
				t.Errorf("%s: %s (%s) is in no table, chart or sentence", name, f.Key, f.Title)
			}
		}
	}
}

// An indicator is a page with its chart, its table and how it was computed.
func TestEveryIndicatorHasItsParts(t *testing.T) {
	doc, b := build(exampleInput(t))
	if n := len(b.layout.Figures.Pages); n != 13 {
		t.Fatalf("%d indicators", n)
	}
	type parts struct{ answers, charts, tables, methods int }
	got := map[string]*parts{}
	now := &parts{}
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case document.ChapterOpening:
			now = &parts{}
		case document.Heading:
			if block.Level == 2 {
				now = &parts{}
				got[block.Number] = now
			}
		case document.Chart:
			now.charts++
		case document.Table:
			now.tables++
		case document.Paragraph:
			switch block.Tone {
			case document.Lead:
				now.answers++
			case document.Small:
				now.methods++
			}
		}
	}
	for i, page := range b.layout.Figures.Pages {
		number := "2." + strconv.Itoa(i+1)
		p := got[number]
		if p == nil || p.answers != 1 || p.charts == 0 || p.tables == 0 || p.methods != 1 {
			t.Errorf("%s %s: %+v", number, page.Name, p)
		}
	}
}

// The charts of chapter 2 are those of the contract.
func TestChartsOfTheContract(t *testing.T) {
	doc, _ := build(exampleInput(t))
	var got []string
	number := ""
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case document.Heading:
			if block.Level <= 2 {
				number = block.Number
			}
		case document.Chart:
			if !strings.HasPrefix(number, "2.") {
				continue
			}
			kind := ""
			switch c := block.Chart.(type) {
			case charts.Bars:
				kind = [...]string{"grouped", "stacked", "percent"}[c.Mode]
				if c.Horizontal {
					kind += " lying"
				}
				if c.NoGap {
					kind = "histogram"
				}
				if c.Norm != nil {
					kind += " with norm"
				}
			case charts.Donut:
				kind = "donut"
			case charts.Heat:
				kind = "matrix"
			}
			got = append(got, number+" "+kind)
		}
	}
	want := []string{"2.1 grouped with norm", "2.2 grouped", "2.2 percent lying", "2.3 stacked", "2.4 stacked", "2.5 grouped", "2.6 grouped", "2.7 stacked",
		"2.8 grouped lying", "2.9 grouped lying", "2.10 grouped lying", "2.10 matrix", "2.11 donut", "2.11 stacked", "2.12 stacked", "2.13 histogram"}
	if !slices.Equal(got, want) {
		t.Errorf("charts\n%v\nwant\n%v", got, want)
	}
}

func TestThemesKeepTheirColour(t *testing.T) {
	doc, b := build(exampleInput(t))
	if !slices.Equal(doc.Style.Themes[:1], b.house.ThemeColors[:1]) && b.in.Config.Themes[0].Colour == "" {
		t.Errorf("first theme is %s", doc.Style.Themes[0])
	}
	for _, block := range doc.Blocks {
		c, ok := block.(document.Chart)
		bars, isBars := c.Chart.(charts.Bars)
		if !ok || !isBars || len(bars.Colors) == 0 {
			continue
		}
		for i, name := range bars.Categories {
			if bars.Colors[i] != b.themeColor(name) {
				t.Errorf("%s: %s has another colour", c.Title, name)
			}
		}
	}
	cfg := configure("A", "B")
	cfg.Themes[1].Colour = "#123456"
	if doc, _ := build(Input{Config: cfg}); !slices.Equal(doc.Style.Themes, []string{b.house.ThemeColors[0], "#123456"}) {
		t.Errorf("themes are %v", doc.Style.Themes)
	}
}

package html

import (
	"bytes"
	"encoding/base64"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/net/html"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/fonts"
	"voortgang/internal/picture/picturetest"
	"voortgang/internal/prose"
)

var (
	update  = flag.Bool("update", false, "write the golden files")
	browser = flag.String("browser", "", "write the pages for the browser to this folder")
)

// hostile is text that would be markup, script or half a character.
const hostile = `<script>alert(1)</script> & "Co" 'x' --> ]]> 🏠 café` + "\x00\x07\xff"

func onePixel() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 2, 1))); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func bars(title string) charts.Bars {
	return charts.Bars{Base: charts.Base{Title: title, Subtitle: "in VTE", Unit: "VTE"}, Categories: []string{"Wonen", "A & B"},
		Series: []charts.Series{{Name: "2021", Values: []float64{1, 2}}}}
}

// sample has every kind of block, with a name that fights back.
func sample(name string) *document.Document {
	t := prose.Text
	row := func(kind document.RowKind, cells ...string) document.Row {
		r := document.Row{Kind: kind}
		for _, c := range cells {
			r.Cells = append(r.Cells, document.Cell{Text: t(c)})
		}
		return r
	}
	return &document.Document{
		Title: "Voortgangsrapport 2021", Organisation: name, Subject: "Verslag van " + name, Keywords: []string{"verslag", name},
		Language: "nl-BE", Year: 2021, Date: time.Date(2022, 4, 28, 0, 0, 0, 0, time.UTC),
		Foot: name + " voortgangsrapport 2021 │ 28.04.2022", Producer: "voortgang 1.0",
		Style: document.Style{Strong: "#004488", Accent: "#BB5566", Themes: []string{"#011959", "#FFEE00"}},
		Cover: document.Cover{Organisation: name, Title: "Voortgangsrapport", Subtitle: "van " + name, Year: 2021, Date: "28 april 2022", Logo: onePixel()},
		Blocks: []document.Block{
			document.Contents{Title: "Inhoud", Depth: 3},
			document.Heading{Level: 1, Text: "Voorwoord", ID: "voorwoord"},
			document.Paragraph{Text: []prose.Inline{{Text: "Wij heten "}, {Text: name, Bold: true}, {Text: ", "}, {Text: "not Dutch", Italic: true, Lang: "en"}, {Text: "."}, {Break: true},
				{Text: "Zie "}, {Text: "het", Link: "#project-1"}, {Text: " project", Bold: true, Link: "#project-1"}, {Text: " of "}, {Text: "de site", Link: "https://example.org/a b?q=<1>&r=2"}, {Text: " of "}, {Text: "nergens", Link: "#bestaat-niet"}}},
			document.ChapterOpening{Heading: document.Heading{Level: 1, Number: "1", Text: "Cijfers van " + name, ID: "hoofdstuk-1", NewPage: true}, Lead: t("Wat telt."),
				Figures: []document.KeyFigure{{Label: "Personeelsinzet", Value: "3 VTE", Change: "1 meer dan in 2020", Link: "#indicator", Spark: charts.Spark{Base: charts.Base{Title: "Personeelsinzet"}, Values: []float64{2, 3}}},
					{Label: "Zonder plaats", Value: "0", Link: "#weg"}}},
			document.Heading{Level: 2, Number: "1.1", Text: "Hoeveel VTE zetten we in?", ID: "indicator", Short: "VTE"},
			document.Paragraph{Text: t("We zetten 3 VTE in."), Tone: document.Lead},
			document.Chart{ID: "grafiek", Title: "Inzet van " + name, Subtitle: "in VTE", Chart: bars("Inzet"), Note: t("Sleutel: vte.totaal")},
			document.ChartRow{Charts: []document.Chart{{Title: "Links", Chart: bars("Links")}, {Title: "Rechts", Chart: bars("")}}},
			document.Table{ID: "tabel", Caption: "Inzet per thema", RowHeaders: true, Note: t("Bron: VTE"),
				Columns: []document.Column{{Head: "Thema"}, {Head: "2020", Align: prose.Right}, {Head: "2021", Align: prose.Right}, {Head: ""}},
				Rows: []document.Row{row(document.Group, "Per thema"), row(document.Plain, name, "1", "2", "✓"), row(document.Plain, "Kort"),
					row(document.Group, "Samen"), row(document.Total, "Totaal", "1", "2", "", "te veel")}},
			document.Table{Columns: []document.Column{{Head: "Wat"}, {Head: "Hoeveel"}}, Rows: []document.Row{row(document.Plain, "Huizen", "2")}},
			document.Paragraph{Text: t("Zo berekend: som."), Tone: document.Small},
			document.ThemeOpening{Heading: document.Heading{Level: 2, Number: "1.2", Text: "Wonen", ID: "thema-1", Theme: 2}, Lead: t("Eén project."),
				Projects: []document.Link{{Text: "1.2.1  " + name, Target: "#project-1", Note: "Hasselt"}}},
			document.Heading{Level: 3, Number: "1.2.1", Text: name, ID: "project-1", Theme: 2},
			document.Card{Title: "Kaart", Theme: 2, Facts: []document.Fact{{Label: "Gemeente", Text: t("Hasselt")}, {Label: "Doelstellingen", Items: [][]prose.Inline{t("Eén"), t("Twee")}}},
				Links: []document.Link{{Text: "Vaste gegevens", Target: "#thema-1", Note: "1.2"}}},
			document.Heading{Level: 4, Text: "Samenwerking", Unlisted: true},
			document.Scale{Label: "Score", Steps: []string{"Niet van toepassing", "In ontwikkeling", "Deelresultaten behaald", "Doelstellingen bereikt", "Boven verwachting"}, Reached: 3, Theme: 2},
			document.Heading{Level: 5, Text: "Structurele partnerschappen", Unlisted: true},
			document.List{List: prose.List{Items: []prose.Item{{Text: t("punt"), Sub: &prose.List{Items: []prose.Item{{Text: t("onder punt")}}}}, {Text: t(name)}}}},
			document.List{List: prose.List{Ordered: true, Items: []prose.Item{{Text: t("ten eerste")}}}},
			document.Heading{Level: 4, Text: "Samenvattende conclusie", Unlisted: true},
			document.Scale{Label: "Status", Steps: []string{"Op schema", "Afgerond"}, Reached: -1, Track: true, Theme: 2},
			document.Terms{Items: []document.Term{{When: "2022", Text: t("beginnen")}, {When: "2022", Text: t("doorgaan")}, {Text: t("ooit")}}},
			document.Image{Bytes: onePixel(), Alt: "Een huis", Caption: "Het huis van " + name},
			document.Image{Bytes: []byte("geen beeld"), Caption: "Kapot beeld"},
			document.PageBreak{},
			document.Paragraph{Text: []prose.Inline{{Text: "Zie de noot."}, {Text: "¹", Link: "#noot-1", Mark: true, ID: "nootteken-1"}, {Text: " Nog eens."}, {Text: "¹", Link: "#noot-1", Mark: true}}},
			document.Notes{Items: []document.Note{{ID: "noot-1", Back: "#nootteken-1", Mark: "1", Text: t("De bron van " + name)}}},
			document.LinkList{Columns: 2, Links: []document.Link{{Text: "Terug", Target: "#hoofdstuk-1"}}},
			document.Paragraph{Text: t("Voor dit onderdeel is geen tekst aangeleverd."), Tone: document.Missing},
			document.Paragraph{Text: []prose.Inline{{Text: "vte.csv", File: "vte.csv"}, {Text: " en "}, {Text: "groot.json", File: "groot.json"}}},
		},
		Back:        []document.Block{document.Heading{Level: 1, Text: "Colofon", ID: "colofon", Unlisted: true}, document.Paragraph{Text: []prose.Inline{{Text: "mail", Link: "mailto:info@example.org"}}}},
		Attachments: []document.Attachment{{Name: "vte.csv", MIME: "text/csv", Description: "Cijfers", Bytes: []byte("a;b\n")}},
	}
}

func render(t testing.TB, doc *document.Document) (string, *html.Node) {
	t.Helper()
	data, err := Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return string(data), root
}

func walk(n *html.Node, visit func(*html.Node)) {
	visit(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c, visit)
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func words(n *html.Node) string {
	var b strings.Builder
	walk(n, func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	})
	return flat(b.String())
}

// flat joins white space as a browser does.
func flat(s string) string { return strings.Join(strings.FieldsFunc(s, isSpace), " ") }

func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

func only(t testing.TB, root *html.Node, tag string) *html.Node {
	t.Helper()
	var found []*html.Node
	walk(root, func(n *html.Node) {
		if n.Type == html.ElementNode && n.Data == tag {
			found = append(found, n)
		}
	})
	if len(found) != 1 {
		t.Fatalf("%d elements <%s>, want 1", len(found), tag)
	}
	return found[0]
}

var styleAndPolicy = regexp.MustCompile(`(?s)<style>.*?</style>|sha256-[^']*|base64,[^"]*`)

// The whole page of a small document, for a person to read.
func TestPageOfASmallDocument(t *testing.T) {
	data, _ := render(t, sample("Buurtwerk & Co <test>"))
	got := styleAndPolicy.ReplaceAllString(data, "…")
	path := filepath.Join("testdata", "klein.html")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the page differs from %s; look, and run with -update when it is right", path)
	}
}

// checkStructure holds what must be so on every page.
func checkStructure(t testing.TB, root *html.Node) {
	t.Helper()
	ids := map[string]int{}
	walk(root, func(n *html.Node) {
		if id := attr(n, "id"); id != "" {
			ids[id]++
		}
	})
	for id, n := range ids {
		if n > 1 || strings.ContainsAny(id, " \t\n") {
			t.Errorf("the id %q stands there %d times", id, n)
		}
	}
	last := 0
	walk(root, func(n *html.Node) {
		if n.Type != html.ElementNode {
			return
		}
		switch n.Data {
		case "h1", "h2", "h3", "h4", "h5", "h6":
			level := int(n.Data[1] - '0')
			if level > last+1 {
				t.Errorf("a heading of level %d follows one of level %d: %s", level, last, words(n))
			}
			if words(n) == "" {
				t.Errorf("an empty <%s>", n.Data)
			}
			last = level
		case "script", "iframe", "object", "link", "form", "base":
			t.Errorf("there is a <%s>", n.Data)
		case "th":
			if s := attr(n, "scope"); s != "col" && s != "row" && s != "rowgroup" {
				t.Errorf("a header cell with scope %q: %s", s, words(n))
			}
		case "img":
			if !strings.HasPrefix(attr(n, "src"), "data:image/") {
				t.Errorf("an image from outside: %s", attr(n, "src"))
			}
		case "svg":
			if attr(n, "role") != "img" || attr(n, "aria-labelledby") == "" {
				t.Error("a drawing without role or name")
			}
		}
		for _, name := range []string{"aria-labelledby", "aria-describedby"} {
			if v := attr(n, name); v != "" && ids[v] == 0 {
				t.Errorf("%s=%q leads nowhere", name, v)
			}
		}
		if href := attr(n, "href"); strings.HasPrefix(href, "#") && ids[href[1:]] == 0 {
			t.Errorf("the link %s leads nowhere", href)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("<%s> has an attribute %s", n.Data, a.Key)
			}
		}
	})
	for _, n := range []*html.Node{only(t, root, "h1"), only(t, root, "main"), only(t, only(t, root, "head"), "title")} {
		if words(n) == "" {
			t.Errorf("<%s> is empty", n.Data)
		}
	}
	if attr(only(t, root, "html"), "lang") == "" {
		t.Error("the page has no language")
	}
}

func TestStructure(t *testing.T) {
	for name, doc := range map[string]*document.Document{"whole": sample("Buurtwerk"), "hostile": sample(hostile), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			if name == "empty" {
				doc.Blocks = []document.Block{document.Paragraph{Text: prose.Text("iets")}}
			}
			_, root := render(t, doc)
			checkStructure(t, root)
		})
	}
}

// Headings that skip a level, are empty or share an id still give a page that
// can be walked.
func TestOddHeadings(t *testing.T) {
	doc := &document.Document{Title: "T", Blocks: []document.Block{
		document.Contents{Depth: 3},
		document.Heading{Level: 3, Text: "Te diep", ID: "x"}, document.Heading{Level: 1, Text: "Boven", ID: "x"},
		document.Heading{Level: 5, Text: "Onder", ID: "pagina-tekst"}, document.Heading{Level: 2, ID: "leeg"},
		document.Heading{Level: 0, Text: "Nul", ID: "é ü"}, document.Heading{Level: 2, Text: "Zonder id"},
		document.Chart{ID: "x-2-naam", Title: "G", Chart: bars("G")}, document.Chart{ID: "x", Chart: bars("G")},
	}}
	_, root := render(t, doc)
	checkStructure(t, root)
}

// Nothing of the document is lost on the way to the page.
func TestEveryTextIsOnThePage(t *testing.T) {
	const name = "Huis & <Tuin>"
	_, root := render(t, sample(name))
	page := words(only(t, root, "body"))
	for _, want := range []string{
		"Voortgangsrapport 2021", "van " + name, "28 april 2022", "Wij heten " + name + ", not Dutch. Zie het project of de site of nergens",
		"1 Cijfers van " + name, "Wat telt.", "Personeelsinzet", "3 VTE", "1 meer dan in 2020", "Zonder plaats",
		"1.1 Hoeveel VTE zetten we in?", "We zetten 3 VTE in.", "Inzet van " + name, "in VTE", "Sleutel: vte.totaal", "Links", "Rechts",
		"Inzet per thema", "Bron: VTE", "Thema", "2020", "Per thema", "✓", "Kort", "Samen", "Totaal", "te veel", "Hoeveel", "Huizen",
		"Zo berekend: som.", "1.2 Wonen", "Eén project.", "1.2.1 " + name, "Hasselt", "Kaart", "Gemeente", "Doelstellingen", "Twee", "Vaste gegevens 1.2",
		"Samenwerking: doelstellingen bereikt, stap 4 van 5", "Boven verwachting", "Structurele partnerschappen", "onder punt", "ten eerste",
		"Samenvattende conclusie: niet ingevuld", "Op schema", "beginnen", "doorgaan", "ooit", "Het huis van " + name, "[Afbeelding: Kapot beeld]", "Terug",
		"Voor dit onderdeel is geen tekst aangeleverd.", "Colofon", "mail", name + " voortgangsrapport 2021 │ 28.04.2022", "vte.csv en groot.json (alleen in het PDF)",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

// A rating is read once: the strip of cells is for the eye.
func TestRatingIsReadOnce(t *testing.T) {
	_, root := render(t, sample("X"))
	walk(root, func(n *html.Node) {
		if strings.HasPrefix(attr(n, "class"), "scale") {
			walk(n, func(c *html.Node) {
				if c.Data == "ol" && attr(c, "aria-hidden") != "true" {
					t.Error("the strip of a rating isn't hidden from screen readers")
				}
			})
		}
	})
}

func TestWhereLinksLead(t *testing.T) {
	w := &writer{ids: &ids{byName: map[string]string{"hier": "hier", "é": "deel-2"}}}
	for target, want := range map[string]string{
		"#hier": "#hier", "#é": "#deel-2", "#daar": "", "#": "", "": "",
		"https://example.org/a?b=c&d=e#f": "https://example.org/a?b=c&d=e#f",
		"https://example.org/met spatie":  "https://example.org/met%20spatie",
		"https://example.org/?q=<a>|b":    "https://example.org/?q=%3Ca%3E%7Cb",
		"https://example.org/100%":        "",
		"mailto:info@example.org":         "mailto:info@example.org", "tel:011000000": "tel:011000000",
		"javascript:alert(1)": "", "JavaScript:alert(1)": "", "data:text/html,x": "", "file:///etc/passwd": "", "//example.org": "", "https:": "", "mailto:": "", "bladzijde.html": "",
	} {
		if got := w.href(target); got != want {
			t.Errorf("%q leads to %q, want %q", target, got, want)
		}
	}
}

// Whatever colours a house style asks for, text can be read.
func TestTextCanBeReadInAnyHouseStyle(t *testing.T) {
	pairs := [][2]string{{"on-strong", "strong"}, {"on-cover", "cover"}, {"year", "cover"}, {"on-opening", "opening"}, {"number", "opening"}, {"theme-ink", "card"}, {"theme-ink", "band"}, {"on-theme", "theme"}, {"card-grey", "card"}, {"card-grey", "band"}, {"step-ink", "step"}}
	for i, c := range []string{"#004488", "#004488", "#FFEE00", "#FFEE00", "#FFFFFF", "#FFFFFF", "#000000", "#000000", "#777777", "#777777", "#00FF88", "#00FF88", "geen kleur", ""} {
		style := document.Style{Strong: c, Accent: c, Ink: c, Grey: c, Tint: "#F2F5F8", Themes: []string{c}}
		if i%2 == 1 {
			style.CoverForm, style.OpeningForm = document.Sheet, document.Sheet
		}
		sheet := newStyles(style).sheet(1)
		for _, block := range strings.Split(strings.TrimSpace(sheet), "\n")[1:] {
			root, _, _ := strings.Cut(sheet, "\n")
			get := func(name string) charts.Color {
				for _, text := range []string{block, root} {
					if _, after, ok := strings.Cut(text, "--"+name+":"); ok {
						return charts.Hex(after[:7])
					}
				}
				t.Fatalf("no colour %s", name)
				return charts.Color{}
			}
			for _, p := range pairs {
				if r := charts.Contrast(get(p[0]), get(p[1])); r < leastContrast {
					t.Errorf("house style %q: %s on %s has contrast %.2f", c, p[0], p[1], r)
				}
			}
			for _, ink := range []string{"ink", "grey", "link", "accent-ink", "theme-ink"} {
				if r := charts.Contrast(get(ink), white); r < leastContrast {
					t.Errorf("house style %q: %s on white has contrast %.2f", c, ink, r)
				}
			}
		}
	}
}

func TestConceptSaysSo(t *testing.T) {
	doc := sample("X")
	if data, _ := render(t, doc); strings.Contains(data, `class="concept"`) {
		t.Error("a final report is marked as concept")
	}
	doc.Concept = true
	_, root := render(t, doc)
	if got := words(only(t, root, "aside")); !strings.HasPrefix(got, "Concept.") {
		t.Errorf("the mark says %q", got)
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	a, _ := render(t, sample("X"))
	for range 3 {
		if b, _ := render(t, sample("X")); a != b {
			t.Fatal("the page differs from one time to the next")
		}
	}
}

// A file that every visitor would have to load stays in the PDF.
func TestLargeAttachmentsStayOut(t *testing.T) {
	doc := sample("X")
	doc.Attachments = append(doc.Attachments, document.Attachment{Name: "groot.json", MIME: "application/json", Bytes: make([]byte, largestFile+1)})
	if data, _ := render(t, doc); strings.Contains(data, `download="groot.json"`) ||
		!strings.Contains(data, "groot.json (alleen in het PDF)") || !strings.Contains(data, `download="vte.csv" href="data:text/csv;base64,YTtiCg=="`) {
		t.Error("want the small file on the page and not the large one")
	}
}

// ownStyle gives a document a typeface of its own.
func ownStyle(t *testing.T, doc *document.Document) {
	t.Helper()
	face, err := fonts.ParseFace(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	doc.Style.Fonts = fonts.Default().With(map[fonts.Style]*fonts.Face{{Weight: fonts.Light}: face, {Weight: fonts.Regular}: face})
}

// The fonts of the house style come along, with the characters of the page; a
// style without any brings none.
func TestOwnFonts(t *testing.T) {
	doc := sample("Übung Ω")
	if data, _ := render(t, doc); strings.Contains(data, "font-face") || strings.Contains(data, "font-src") {
		t.Error("a page without fonts of its own brings some")
	}
	ownStyle(t, doc)
	data, _ := render(t, doc)
	if !strings.Contains(data, "font-src data:") || !strings.Contains(data, `font-weight:300 400;font-style:normal`) || !strings.Contains(data, `--letters:"Huisstijl",`) {
		t.Errorf("the style doesn't ask for its fonts: %.400s", data)
	}
	_, after, _ := strings.Cut(data, "src:url(data:font/ttf;base64,")
	encoded, _, _ := strings.Cut(after, ")")
	file, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		t.Fatal(err)
	}
	face, err := fonts.ParseFace(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "ÜbungΩVoortgangsrapport 2021•" {
		if _, ok := face.GID(r); !ok {
			t.Errorf("the font lacks %q", r)
		}
	}
	if len(file) > len(goregular.TTF)/2 {
		t.Errorf("the font takes %d bytes of %d", len(file), len(goregular.TTF))
	}
}

// TestPagesForTheBrowser writes the pages that .ci/browser looks at.
func TestPagesForTheBrowser(t *testing.T) {
	if *browser == "" {
		t.Skip("no folder for the pages")
	}
	doc := sample(strings.Repeat("Onafgebrokennaam", 20) + hostile)
	doc.Concept = true
	ownStyle(t, doc)
	data, _ := render(t, doc)
	if err := os.WriteFile(filepath.Join(*browser, "rapport-lastig.html"), []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Any name at all is shown as it is, and nothing else comes of it.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"Wonen", hostile, "<!--", "</title><svg onload=x>", "{{.}}", "a\u202eb", "\ufeff\ufffe", "&lt;", "</style>", " "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		_, root := render(t, sample(name))
		checkStructure(t, root)
		found := false
		want := flat("1 Cijfers van " + clean(name))
		walk(root, func(n *html.Node) { found = found || n.Data == "h2" && words(n) == want })
		if !found {
			t.Errorf("no heading says %q", want)
		}
	})
}

func BenchmarkRender(b *testing.B) {
	doc := sample("Buurtwerk")
	for range 5 {
		doc.Blocks = append(doc.Blocks, doc.Blocks...)
	}
	b.ReportAllocs()
	for b.Loop() {
		data, err := Render(doc)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(data)))
	}
}

// Of a picture file nothing but the picture gets into the page.
func TestPicturesBringNothingAlong(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 30, 20))
	photo, logo := picturetest.JPEG(img, 6), picturetest.PNG(img)
	doc := sample("x")
	doc.Cover.Logo, doc.Cover.Photo = logo, photo
	doc.Blocks = append(doc.Blocks, document.Image{Bytes: photo, Alt: "Staand"}, document.Image{Bytes: logo, Alt: "Liggend"})
	_, root := render(t, doc)
	found := 0
	walk(root, func(n *html.Node) {
		_, encoded, ok := strings.Cut(attr(n, "src"), ";base64,")
		if n.Data != "img" || !ok {
			return
		}
		found++
		data, err := base64.StdEncoding.DecodeString(encoded)
		if err != nil || bytes.Contains(data, []byte("GEHEIM")) || bytes.Contains(data, []byte("Exif\x00")) {
			t.Errorf("the page holds what stood beside a picture (%v)", err)
		}
		if attr(n, "alt") == "Staand" && (attr(n, "width") != "20" || attr(n, "height") != "30") {
			t.Errorf("a picture taken with the camera on its side is %s by %s", attr(n, "width"), attr(n, "height"))
		}
	})
	if found != 5 { // one of them the sample’s own
		t.Errorf("%d pictures", found)
	}
}

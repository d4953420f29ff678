package report

import (
	"strconv"
	"strings"

	"voortgang/charts"
	"voortgang/internal/cite"
	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/house"
	"voortgang/internal/model"
	"voortgang/internal/prose"
	"voortgang/internal/source"
)

// builder holds what the chapters share while they are written.
type builder struct {
	in Input
	// pictures are those that were made fit for their place.
	pictures map[shown][]byte
	layout   *layout
	year     int
	yearText string
	house    *house.Style
	style    document.Style
	chart    *charts.Style
	findings []finding.Finding

	blocks []document.Block
	// counts are the numbers of the last numbered headings, by level from 1.
	counts [4]int
	ids    map[string]bool

	themes []theme
	index  projectIndex
	texts  map[string]*text
	// places are the names of texts that the report has a place for.
	places []string
	notes  notes
	// splits lists the parts that figures come in: "vte.thema" has the themes
	// of the keys "vte.thema.<slug>".
	splits map[string][]split
	// referring tells that a text refers to a section; known are the sections
	// it can refer to, once they are.
	referring bool
	known     []cite.Section
	// standsIn gives the identifiers of the sections that texts stand under,
	// by the name of the text; dead are the places of links that lead nowhere.
	standsIn map[string]string
	dead     map[source.Ref]bool
	// keys are the indicators by the identifiers of their pages.
	keys map[string]string
	// shown notes the keys that stand in a table, a chart or a sentence.
	shown map[string]bool
}

func newBuilder(in Input) *builder {
	if in.Data == nil {
		in.Data = &model.Dataset{}
	}
	if in.Figures == nil {
		in.Figures = model.NewFigures(in.Config.Report.Year)
	}
	b := &builder{
		in: in, year: in.Config.Report.Year, yearText: strconv.Itoa(in.Config.Report.Year),
		ids: map[string]bool{}, keys: map[string]string{}, shown: map[string]bool{},
		dead: map[source.Ref]bool{},
	}
	b.layout = readLayout(map[string]string{
		"jaar": b.yearText, "vorig": strconv.Itoa(b.year - 1),
		"organisatie": in.Config.Organisation.Name, "kortnaam": in.Config.ShortName(),
	})
	b.setStyle()
	b.setThemes()
	b.setProjects()
	b.setTexts()
	b.setSplits()
	return b
}

// setStyle completes the house style.
func (b *builder) setStyle() {
	b.house = house.New(b.in.Config, b.in.Image)
	b.findings = append(b.findings, b.house.Findings...)
	b.style, b.chart = b.house.Document, &b.house.Charts
}

// kindColors are for the series of a chart that aren't themes, so that no kind
// has a theme's colour.
func (b *builder) kindColors() []charts.Color { return b.house.Charts.Many }

func (b *builder) add(blocks ...document.Block) { b.blocks = append(b.blocks, blocks...) }

// id makes an identifier that isn't taken yet, and takes it.
func (b *builder) id(parts ...string) string {
	base := dutch.Slug(strings.Join(parts, " "))
	if base == "" {
		base = "plaats"
	}
	id := base
	for n := 2; b.ids[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	b.ids[id] = true
	return id
}

// number counts on at a level, and starts the levels below anew.
func (b *builder) number(level int) string {
	b.counts[level-1]++
	for i := level; i < len(b.counts); i++ {
		b.counts[i] = 0
	}
	parts := make([]string, level)
	for i := range parts {
		parts[i] = strconv.Itoa(b.counts[i])
	}
	return strings.Join(parts, ".")
}

// numbered makes a numbered heading of level 1 to 3. The id is one that
// b.id gave.
func (b *builder) numbered(level int, text, id string) document.Heading {
	return document.Heading{Level: level, Number: b.number(level), Text: text, ID: id}
}

// section adds a numbered heading with an identifier made of the given words.
func (b *builder) section(level int, text string, id ...string) {
	b.add(b.numbered(level, text, b.id(id...)))
}

// under makes a heading without number that isn't in the contents.
func under(level int, text string) document.Heading {
	return document.Heading{Level: level, Text: text, Unlisted: true}
}

func (b *builder) paragraph(tone document.Tone, text string) {
	if text != "" {
		b.add(document.Paragraph{Text: prose.Text(text), Tone: tone})
	}
}

// missing says in one line that there is nothing, unless the configuration
// leaves such lines out.
func (b *builder) missing(text string) {
	if !b.leavesOut() {
		b.paragraph(document.Missing, text)
	}
}

// leavesOut tells whether what has no data is left out of the report.
func (b *builder) leavesOut() bool { return b.in.Config.Sections.Empty == "weglaten" }

// opening adds the page that opens a chapter.
func (b *builder) opening(c chapter, id string, figures []document.KeyFigure) {
	h := b.numbered(1, c.Title, b.id(id))
	h.NewPage = true
	b.add(document.ChapterOpening{Heading: h, Lead: prose.Text(c.Lead), Figures: figures})
}

// fill puts values in the places of a sentence: {thema}.
func fill(sentence string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		sentence = strings.ReplaceAll(sentence, "{"+pairs[i]+"}", pairs[i+1])
	}
	return sentence
}

// link makes a piece of text that leads to a place in the report.
func link(text, id string) prose.Inline { return prose.Inline{Text: text, Link: "#" + id} }

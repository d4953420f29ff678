// Package document is the report as a numbered tree of blocks: what is said
// and what it is, without a millimetre or a font. Renderers (PDF, later HTML)
// turn it into pages; internal/report builds it.
package document

import (
	"time"

	"voortgang/charts"
	"voortgang/internal/fonts"
	"voortgang/internal/prose"
)

// Document is a whole report.
type Document struct {
	// Title is "Voortgangsrapport 2021"; Organisation and ShortName are whose
	// it is; Subject and Keywords describe the file.
	Title, Organisation, ShortName, Subject string
	Keywords                                []string
	// Language is BCP 47: "nl-BE".
	Language string
	Year     int
	// Date is the date of the report, from the configuration.
	Date time.Time
	// Foot is the running foot: "SAAMO Limburg voortgangsrapport 2021 │ 28.04.2022".
	Foot string
	// Head is a running head beside the chapter's name; may be empty.
	Head string
	// Concept marks every page as a draft.
	Concept bool
	// Producer names the program and its version.
	Producer string
	Style    Style
	Cover    Cover
	// Blocks are the body in reading order, after the cover. Headings make
	// the sections: a heading of level n opens a section that ends at the
	// next heading of level n or higher.
	Blocks []Block
	// Back is the colophon on the back page; nil when there is none.
	Back []Block
	// Attachments are the files that travel inside the PDF.
	Attachments []Attachment
}

// Style is the house style: colours as "#rrggbb". Themes are the colours of
// the themes, in the configured order.
type Style struct {
	Strong, Accent, Ink, Grey, Rule, Tint string
	// Back is the field on the back page; empty is Strong.
	Back   string
	Themes []string
	// CoverForm and OpeningForm are how the cover and the pages that open a
	// chapter are laid out.
	CoverForm, OpeningForm Form
	// Title is the weight of the largest text; 0 is light.
	Title fonts.Weight
	// Heads are the headings of level 1 to 4; a zero one takes the default.
	Heads [4]Type
	// Fonts is the typeface; nil is that of the program.
	Fonts *fonts.Family
}

// Form is a way to lay out a page with a title.
type Form string

// Forms: light on a field of the strong colour (the zero value too), or
// coloured letters on white paper.
const (
	Field Form = "vlak"
	Sheet Form = "blad"
)

// Type is how a heading is set: size and leading in points.
type Type struct {
	Size, Leading float64
	Weight        fonts.Weight
}

// Cover is the front page.
type Cover struct {
	Organisation, Title, Subtitle string
	Year                          int
	Date                          string
	// Logo and Photo are PNG or JPEG bytes; nil when there is none.
	Logo, Photo []byte
}

// Attachment is a file inside the PDF.
type Attachment struct {
	Name, MIME, Description string
	// Indicator is the key of the indicator whose figures it holds: "vte"; ""
	// for another file.
	Indicator string
	// Relationship is the PDF/A-3 AFRelationship: Data, Source, Supplement.
	Relationship string
	Bytes        []byte
}

// Block is one of the types below.
type Block interface{ isBlock() }

// Heading opens a section. Level is 1 to 5; the fifth is a subheading within a
// piece of text, set no larger than bold text. Number is "2.1", or "" for an
// unnumbered heading. ID is the target of links, unique in the document.
type Heading struct {
	Level        int
	Number, Text string
	ID           string
	// Short is the text for running heads and bookmarks when Text is long.
	Short string
	// NewPage starts the section on a new page; below level 1 it is a wish that
	// a renderer need not grant where much of a page would stay empty.
	NewPage bool
	// Theme is 1-based for a heading in a theme's colour; 0 for none.
	Theme int
	// Unlisted headings are left out of contents and bookmarks.
	Unlisted bool
}

// ChapterOpening is a full page that opens a chapter: it carries the level-1
// heading, and the figures of the chapter that matter most.
type ChapterOpening struct {
	Heading Heading
	Lead    []prose.Inline
	Figures []KeyFigure
}

// KeyFigure is one large figure with its change and a spark line.
type KeyFigure struct {
	// Label names it; Value is written in Dutch with its unit; Change is
	// "5,26 meer dan in 2020", or what else is to be said of it.
	Label, Value, Change string
	// Spark may be nil.
	Spark charts.Chart
	// Link is the "#id" where it is treated.
	Link string
}

// ThemeOpening is the band that opens a theme: the heading on the theme's
// tint, a line of text and the linked list of its projects.
type ThemeOpening struct {
	Heading  Heading
	Lead     []prose.Inline
	Projects []Link
}

// Link is a text that leads to "#id" or a web address. Note follows it in grey.
type Link struct {
	Text, Target, Note string
}

// Tone is how a paragraph is set.
type Tone int

// Tones of paragraphs.
const (
	Body Tone = iota
	// Lead is the answer in one sentence under an indicator's title.
	Lead
	// Small is for methods, sources and notes.
	Small
	// Missing says that a section has no data.
	Missing
)

// Paragraph is running text.
type Paragraph struct {
	Text []prose.Inline
	Tone Tone
}

// List is a list of two levels.
type List struct{ prose.List }

// Notes are the footnotes of the text before them.
type Notes struct{ Items []Note }

// Note is one footnote. ID is its place; Back is that of the mark in the text,
// "#id".
type Note struct {
	ID, Back string
	// Mark is what it is called: "3".
	Mark string
	Text []prose.Inline
}

// Contents is the table of contents to a level; the renderer fills it in.
type Contents struct {
	Title string
	Depth int
}

// FigureList lists the charts and tables of the report, each with the number
// of its section before its title.
type FigureList struct {
	Title string
	Links []Link
}

// Index is an alphabetical list of names with the places where they occur.
// The text of a link is what is treated there; with Named it is shown, else a
// renderer with pages gives just their numbers.
type Index struct {
	Named  bool
	Groups []IndexGroup
}

// IndexGroup is the names under one letter.
type IndexGroup struct {
	Letter  string
	Entries []IndexEntry
}

// IndexEntry is one name.
type IndexEntry struct {
	Name  string
	Links []Link
}

// Column is one column of a table.
type Column struct {
	// Head is the text of the header cell, unit included.
	Head  string
	Align prose.Align
	// Weight is the wish for width relative to other columns; 0 lets the
	// renderer choose from the contents. Narrow columns never wrap figures.
	Weight float64
}

// RowKind says what a table row is.
type RowKind int

// Kinds of rows.
const (
	Plain RowKind = iota
	// Total is set in semibold above a rule.
	Total
	// Group is a subheading over the full width (its first cell).
	Group
)

// Row is one row of a table.
type Row struct {
	Kind  RowKind
	Cells []Cell
}

// Cell is one cell of a table.
type Cell struct {
	Text []prose.Inline
}

// Table is a table with a head that is repeated after a page break.
type Table struct {
	ID      string
	Caption string
	Columns []Column
	Rows    []Row
	// RowHeaders tells that the first cell of each row is its header.
	RowHeaders bool
	// Full lets the table use the full width of the page rather than the
	// text column.
	Full bool
	// Note is a small line under the table (source, key of the indicator).
	Note []prose.Inline
}

// Chart is a drawing with its title; a table with the same figures stands
// elsewhere in the section.
type Chart struct {
	ID              string
	Title, Subtitle string
	Chart           charts.Chart
	// Note is a small line under the chart: the key of the indicator.
	Note []prose.Inline
}

// ChartRow puts two charts side by side.
type ChartRow struct{ Charts []Chart }

// Image is a picture from the workdir.
type Image struct {
	Bytes        []byte
	Alt, Caption string
}

// Scale is a rating drawn as cells. With Track the steps are statuses and only
// the one reached is marked; without it all cells up to the one reached are
// tinted.
type Scale struct {
	// Label names what is rated: "Samenwerking".
	Label string
	Steps []string
	// Reached is the 0-based step; -1 when there is none.
	Reached int
	Track   bool
	Theme   int
}

// Card is a box with labelled facts on the theme's tint.
type Card struct {
	Title string
	Theme int
	Facts []Fact
	Links []Link
}

// Fact is one line of a card. Items, when given, are listed below one another.
type Fact struct {
	Label string
	Text  []prose.Inline
	Items [][]prose.Inline
}

// Terms is a list of things with their date or term, such as a planning.
type Terms struct{ Items []Term }

// Term is one of them.
type Term struct {
	When string
	Text []prose.Inline
}

// LinkList is a list of links in one or two columns.
type LinkList struct {
	Links []Link
	// Columns is 1 or 2.
	Columns int
}

// PageBreak starts a new page.
type PageBreak struct{}

func (Heading) isBlock()        {}
func (ChapterOpening) isBlock() {}
func (ThemeOpening) isBlock()   {}
func (Paragraph) isBlock()      {}
func (List) isBlock()           {}
func (Notes) isBlock()          {}
func (Contents) isBlock()       {}
func (FigureList) isBlock()     {}
func (Index) isBlock()          {}
func (Table) isBlock()          {}
func (Chart) isBlock()          {}
func (ChartRow) isBlock()       {}
func (Image) isBlock()          {}
func (Scale) isBlock()          {}
func (Card) isBlock()           {}
func (Terms) isBlock()          {}
func (LinkList) isBlock()       {}
func (PageBreak) isBlock()      {}

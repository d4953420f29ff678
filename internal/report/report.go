// Package report turns the records, the figures and the narrative into a
// document: every chapter in order, numbered, with its links. It knows no
// millimetres and draws nothing.
//
// Every number in a table, a chart or a sentence is a figure of
// internal/indicator, looked up by its key. What this package counts itself is
// only how much was read (the chapter Verantwoording) and how many projects
// stand behind an objective of the multi-year plan.
//
// There is one file per chapter (front.go, evaluation.go, indicators.go with
// indicators_*.go, projects.go, annexes.go, accountability.go); builder.go
// numbers, figures.go looks figures up and writes them, narrative.go brings in
// the texts. Titles and fixed sentences are data: templates/report.
package report

import (
	"errors"
	"time"

	"voortgang/config"
	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/picture"
	"voortgang/internal/source"
)

// Input is all that a report is made of.
type Input struct {
	Config  *config.Config
	Data    *model.Dataset
	Figures *model.Figures
	Texts   []*model.Narrative
	// Findings are those of the earlier stages, for the Verantwoording.
	Findings []finding.Finding
	// Rules are all rules of the program, so that the Verantwoording can name
	// those that the configuration turned down. It may be empty.
	Rules []*finding.Rule
	// Accepted are the findings that a person accepted with a reason.
	Accepted []Acceptance
	// Version is the version of the program.
	Version string
	// Draft marks the report as a draft.
	Draft bool
	// Image reads a picture by its path in the workdir, with '/':
	// "beelden/logo.png". Nil is a workdir without pictures.
	Image func(path string) ([]byte, error)
	// Attachments travel inside the PDF.
	Attachments []document.Attachment
}

// Acceptance is a finding that was looked at and found right, and why.
type Acceptance struct {
	Finding finding.Finding
	Reason  string
	// By and On say who accepted it, and on which day (jjjj-mm-dd); either may
	// be empty.
	By, On string
}

// Build makes the report. It always gives a document, whatever is missing; the
// findings are on texts and pictures that the report has no place for.
func Build(in Input) (*document.Document, []finding.Finding) {
	b := newBuilder(in)
	b.write()
	if b.referring {
		// A text may refer to a section that comes later: only now are all
		// numbers known.
		sections, standsIn := b.sections(), b.textSections()
		b = newBuilder(in)
		b.known, b.standsIn = sections, standsIn
		b.write()
	}
	doc := b.document()
	b.findings = append(b.findings, b.house.Coverage(doc)...)
	b.reportUnused()
	return doc, b.findings
}

// write writes the chapters in order.
func (b *builder) write() {
	b.front()
	b.evaluation()
	b.indicators()
	b.projects()
	b.annexes()
	b.listFigures()
}

// document puts the blocks between covers.
func (b *builder) document() *document.Document {
	cfg := b.in.Config
	title := cfg.Report.Title
	if title == "" {
		title = "Voortgangsrapport"
	}
	foot := cfg.Report.Foot
	if foot == "" {
		foot = cfg.Organisation.Name + " voortgangsrapport " + b.yearText
	}
	producer := "voortgang"
	if b.in.Version != "" {
		producer += " " + b.in.Version
	}
	doc := &document.Document{
		Title:        title + " " + b.yearText,
		Organisation: cfg.Organisation.Name,
		ShortName:    cfg.ShortName(),
		Subject:      title + " " + b.yearText + " van " + cfg.Organisation.Name,
		Keywords:     b.keywords(),
		Language:     cfg.Report.Language,
		Year:         b.year,
		Date:         cfg.Report.Date,
		Foot:         foot + date(cfg.Report.Date, " │ ", dutch.DotDate),
		Head:         cfg.Report.Head,
		Concept:      b.in.Draft,
		Producer:     producer,
		Style:        b.style,
		Cover:        b.cover(title),
		Blocks:       b.blocks,
		Attachments:  b.attached(),
	}
	doc.Back = b.colophon()
	return doc
}

// date writes a date behind a mark; nothing when there is no date.
func date(d time.Time, mark string, write func(time.Time) string) string {
	if d.IsZero() {
		return ""
	}
	return mark + write(d)
}

func (b *builder) keywords() []string {
	words := []string{"voortgangsrapport", b.yearText, b.in.Config.Organisation.Name}
	return append(words, b.in.Config.ThemeNames()...)
}

// image reads a picture; nil when there is none or it can't be read, which is
// a finding when it comes from the configuration.
func (b *builder) image(name, key string, box picture.Box) []byte {
	if name == "" || b.in.Image == nil {
		return nil
	}
	data, err := b.in.Image(config.ImageDir + "/" + name)
	if errors.Is(err, source.ErrLarge) {
		b.findings = append(b.findings, imageUnusable(source.Ref{File: config.FileName}, key, name, picture.TooLarge))
		return nil
	}
	if err != nil {
		b.findings = append(b.findings, imageMissing(source.Ref{File: config.FileName}, key, name))
		return nil
	}
	if t := picture.Check(data); !t.None() {
		b.findings = append(b.findings, imageUnusable(source.Ref{File: config.FileName}, key, name, t))
		if !t.Doubt {
			return nil
		}
	}
	return b.fitted(config.ImageDir+"/"+name, data, box)
}

// fitted makes of a picture what goes into the report; nil when nothing can be
// made of it. A picture that is shown more than once in a place of one kind is
// made once.
func (b *builder) fitted(name string, data []byte, box picture.Box) []byte {
	key := shown{name, box}
	if made, ok := b.pictures[key]; ok {
		return made
	}
	made, err := picture.Fit(data, box)
	if err != nil {
		made = nil
	}
	if b.pictures == nil {
		b.pictures = map[shown][]byte{}
	}
	b.pictures[key] = made
	return made
}

// shown is a picture in a place of some size.
type shown struct {
	name string
	box  picture.Box
}

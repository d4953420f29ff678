// Package pipeline is the way from a workdir to a report, in one place: read
// Check and Build first.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"voortgang/config"
	"voortgang/ingest"
	"voortgang/ingest/markdown"
	"voortgang/internal/accept"
	"voortgang/internal/document"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/picture"
	"voortgang/internal/published"
	"voortgang/internal/report"
	"voortgang/internal/secret"
	"voortgang/internal/source"
	"voortgang/render/check"
	"voortgang/render/figures"
	"voortgang/render/html"
	"voortgang/render/output"
	"voortgang/render/pdf"
	"voortgang/validate"
	"voortgang/validate/cause"
)

// Options say what to do and for which workdir.
type Options struct {
	// Dir is the workdir; Out is where results go, empty for its uit/.
	Dir, Out string
	// Year replaces the configured year when it isn't 0.
	Year int
	// Draft builds in spite of errors and marks every page; Strict refuses on
	// warnings too.
	Draft, Strict bool
	// Format is what the report is written as; empty is PDF.
	Format Format
	// Version is the program's own.
	Version string
	// Progress is told what is going on; it may be nil.
	Progress Progress
}

// Format is what a report is written as.
type Format string

// The formats of a report.
const (
	PDF  Format = "pdf"
	HTML Format = "html"
	Both Format = "beide"
)

// Progress hears of the stages as they begin, and of the files as they are
// read.
type Progress interface {
	Stage(name string)
	File(done, total int, file string)
}

// Checked is a workdir that has been read, checked and counted.
type Checked struct {
	Config  *config.Config
	Data    *model.Dataset
	Texts   []*model.Narrative
	Figures *model.Figures
	// Public are the figures as readers may see them: without small groups of
	// people, when the configuration says so.
	Public   *model.Figures
	Findings []finding.Finding
	// Accepted are the findings that a person accepted with a reason; they
	// are not in Findings.
	Accepted []accept.Accepted
	// Suppressed are the findings that go away when another one is mended.
	Suppressed []cause.Suppressed
	// Document is the report, not yet set on pages.
	Document *document.Document
	// ReportPath and CheckPath are where results are written; PagePath is
	// validatie.html beside the latter, WebPath the report as a web page beside
	// the former.
	ReportPath, CheckPath, PagePath, WebPath string
	// Copies are the annotated copies, known once they are written.
	Copies []check.Copy

	// acceptances are those that can be read; places tell what they are about.
	acceptances []accept.Entry
	places      *accept.Places
	// published is what last year's report said; nil when that isn't known.
	published *published.Report
}

// ConfigError says that the configuration can't be used; its findings say why.
type ConfigError struct{ Findings []finding.Finding }

func (e *ConfigError) Error() string { return "de configuratie kan niet gebruikt worden" }

// RefusedError says that a final report is refused because of what was found.
type RefusedError struct{ Errors, Warnings int }

func (e *RefusedError) Error() string { return "het rapport is niet gemaakt" }

// Check reads a workdir, checks it, and computes the figures. What is wrong in
// the workdir is in the findings; a *ConfigError says that it could not start.
func Check(ctx context.Context, o Options) (*Checked, error) {
	stage(o, "Configuratie lezen")
	cfg, list, err := config.Load(o.Dir, config.Overrides{Year: o.Year})
	if err != nil {
		return nil, err
	}
	if errs, _, _ := finding.Count(list); errs > 0 {
		return nil, &ConfigError{list}
	}
	list = append(list, cfg.UnknownRules(codes())...)

	texts, found, err := markdown.Read(cfg.Dir, config.TextDir)
	if err != nil {
		return nil, err
	}
	list = append(list, found...)

	stage(o, "Werkboeken lezen")
	cfg, reading, data, seen, err := readWorkbooks(ctx, cfg, o)
	if err != nil {
		return nil, err
	}

	stage(o, "Gegevens nakijken")
	seen = append(seen, validate.Data(data, cfg)...)

	stage(o, "Cijfers berekenen")
	was, found, err := published.Load(cfg.Dir)
	if err != nil {
		return nil, err
	}
	list = append(list, found...)
	figs, public, found := compute(data, cfg, was)
	seen = append(seen, found...)
	seen = append(seen, validate.Text(texts, data, figs, public, cfg)...)

	accepted, err := accept.Load(cfg.Dir)
	if err != nil {
		return nil, err
	}
	list = append(list, accepted.Findings...)

	c := &Checked{Config: cfg, Data: data, Texts: texts, Figures: figs, Public: public, published: was,
		acceptances: accepted.Entries, places: accept.NewPlaces(data, texts)}
	told, err := c.causes(ctx, reading, seen)
	if err != nil {
		return nil, err
	}
	validate.WithoutSecrets(data, texts)
	c.setFindings(append(list, told...))
	c.ReportPath, c.CheckPath = paths(o, cfg)
	c.PagePath = filepath.Join(filepath.Dir(c.CheckPath), pageName)
	c.WebPath = strings.TrimSuffix(c.ReportPath, ".pdf") + ".html"

	attachments, err := figures.Attachments(public)
	if err != nil {
		return nil, err
	}
	sources, err := sourceList(c, o)
	if err != nil {
		return nil, err
	}
	return c, c.report(o, append(attachments, sources))
}

// report makes the document. It counts the findings, those on its own texts and
// pictures included, and these are known only when it has been made: it is
// made twice, so that it says the same numbers as every other output.
func (c *Checked) report(o Options, attachments []document.Attachment) error {
	in := report.Input{
		Config: c.Config, Data: c.Data, Figures: c.Public, Texts: c.Texts, Findings: c.Findings, Rules: finding.Rules(), Accepted: c.reasons(),
		Version: o.Version, Draft: o.Draft, Image: imageReader(c.Config.Dir), Attachments: append(attachments, checkList(nil)),
	}
	_, found := report.Build(in)
	c.setFindings(append(c.Findings, found...))
	c.setFindings(append(c.Findings, c.stale()...))
	list, err := check.PublicJSON(c.Report(o.Version))
	if err != nil {
		return err
	}
	in.Findings, in.Accepted = c.Findings, c.reasons()
	in.Attachments[len(in.Attachments)-1] = checkList(list)
	c.Document, _ = report.Build(in)
	return nil
}

// readWorkbooks reads the workbooks. A theme that the configuration spells
// otherwise than all of them is one slip: they are read again with their
// spelling, so that it gives one finding and not one a cell.
func readWorkbooks(ctx context.Context, cfg *config.Config, o Options) (*config.Config, *ingest.Reading, *model.Dataset, []finding.Finding, error) {
	reading, data, list, err := ingest.Open(ctx, cfg, files(o))
	if err != nil {
		return nil, nil, nil, nil, err
	}
	renamed := ingest.OtherThemes(cfg, data, list)
	if len(renamed) == 0 {
		return cfg, reading, data, list, nil
	}
	var slips []finding.Finding
	for _, name := range slices.Sorted(maps.Keys(renamed)) {
		var slip finding.Finding
		cfg, slip = cfg.RenameTheme(name, renamed[name])
		slips = append(slips, slip)
	}
	reading, data, list, err = ingest.Open(ctx, cfg, files(o))
	return cfg, reading, data, append(slips, list...), err
}

// Build checks a workdir and makes its report. The findings are written in any
// case; the report of an earlier build stays when this one is refused or
// fails. The result is nil when no PDF was asked for.
func Build(ctx context.Context, o Options) (*Checked, *pdf.Result, error) {
	c, err := Check(ctx, o)
	if err != nil {
		return nil, nil, err
	}
	// Copies of the workbooks take longer than the report: they are made when
	// someone must go and mend them.
	errs, warnings, _ := finding.Count(c.Findings)
	if err := WriteCheck(ctx, c, o.Version, errs > 0); err != nil {
		return c, nil, err
	}
	if !o.Draft && (errs > 0 || o.Strict && warnings > 0) {
		return c, nil, &RefusedError{errs, warnings}
	}
	result, err := write(o, c)
	if err == nil && !o.Draft {
		err = keepFigures(c)
	}
	return c, result, err
}

// write makes the report in the formats asked for, and writes none unless all
// could be made.
func write(o Options, c *Checked) (*pdf.Result, error) {
	var result *pdf.Result
	if o.Format != HTML {
		stage(o, "Pagina’s zetten")
		pages, err := pdf.Render(c.Document)
		if err != nil {
			return nil, fmt.Errorf("setting the pages: %w", err)
		}
		result = &pages
	}
	if o.Format == HTML || o.Format == Both {
		stage(o, "Webpagina schrijven")
		page, err := html.Render(c.Document)
		if err != nil {
			return nil, err
		}
		if err := output.Write(c.WebPath, page); err != nil {
			return nil, err
		}
	}
	if result == nil {
		return nil, nil
	}
	stage(o, "PDF schrijven")
	return result, output.Write(c.ReportPath, result.Bytes)
}

// Accept makes the entry that accepts one of the findings.
func (c *Checked) Accept(f finding.Finding, reason, by, on string) accept.Entry {
	return accept.New(f, c.places, reason, by, on)
}

// reasons gives the accepted findings as the report shows them.
func (c *Checked) reasons() []report.Acceptance {
	var out []report.Acceptance
	for _, a := range c.Accepted {
		out = append(out, report.Acceptance{Finding: a.Finding, Reason: a.Reason, By: a.By, On: a.On})
	}
	return out
}

// setFindings applies the levels of the configuration, joins findings that say
// the same of several cells, and orders the list.
func (c *Checked) setFindings(list []finding.Finding) {
	list = masked(list)
	finding.Sort(list)
	rest, accepted := accept.Apply(finding.Group(applyLevels(list, c.Config.Rules)), c.acceptances, c.places)
	c.Findings, c.Accepted = rest, append(c.Accepted, accepted...)
}

// masked gives findings in which no password can be read: a list of them goes
// round too.
func masked(list []finding.Finding) []finding.Finding {
	out := slices.Clone(list)
	for i := range out {
		f := &out[i]
		f.Found, f.Message, f.Proposal = secret.Mask(f.Found), secret.Mask(f.Message), secret.Remove(f.Proposal)
	}
	return out
}

// stale tells of acceptances that nothing was found for any more.
func (c *Checked) stale() []finding.Finding {
	off := func(code string) bool {
		return len(applyLevels([]finding.Finding{{Rule: &finding.Rule{Code: code}}}, c.Config.Rules)) == 0
	}
	list := slices.Clone(c.Findings)
	for _, s := range c.Suppressed {
		list = append(list, s.Finding)
	}
	return accept.Stale(c.acceptances, c.Accepted, list, c.places, off)
}

func paths(o Options, cfg *config.Config) (reportPath, checkPath string) {
	out := o.Out
	if out == "" {
		out = filepath.Join(cfg.Dir, config.OutputDir)
	}
	name := fmt.Sprintf("voortgangsrapport-%d.pdf", cfg.Report.Year)
	if o.Draft {
		name = fmt.Sprintf("voortgangsrapport-%d-concept.pdf", cfg.Report.Year)
	}
	return filepath.Join(out, name), filepath.Join(out, "validatie.json")
}

// imageReader reads pictures of the workdir; a missing one is no trouble here,
// since the checks report it.
func imageReader(dir string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return nil, errors.New("the picture lies outside the workdir")
		}
		return source.Read(dir, name, picture.MaxBytes)
	}
}

func stage(o Options, name string) {
	if o.Progress != nil {
		o.Progress.Stage(name)
	}
}

func files(o Options) ingest.Progress {
	if o.Progress == nil {
		return nil
	}
	return o.Progress.File
}

// checkList is the attachment with the findings.
func checkList(data []byte) document.Attachment {
	return document.Attachment{
		Name: "validatie.json", MIME: "application/json", Relationship: "Supplement", Bytes: data,
		Description: "De meldingen van de controle: welke regel, waar en hoe vaak, zonder de waarden zelf",
	}
}

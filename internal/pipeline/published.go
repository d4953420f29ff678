package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"

	"voortgang/config"
	"voortgang/internal/disclosure"
	"voortgang/internal/finding"
	"voortgang/internal/indicator"
	"voortgang/internal/inspect"
	"voortgang/internal/model"
	"voortgang/internal/published"
	"voortgang/internal/source"
	"voortgang/render/output"
)

// Bounds of what is read of a finished report.
const (
	maxReport  = 512 << 20
	maxFigures = 16 << 20
)

// compute makes the figures: those of the year, compared with what last year's
// report said, and as readers may see them.
func compute(data *model.Dataset, cfg *config.Config, was *published.Report) (figs, public *model.Figures, found []finding.Finding) {
	figs = indicator.Compute(data, cfg)
	found = was.Apply(figs, cfg.Organisation.Name, data.Before != nil)
	return figs, disclosure.Protect(figs, cfg.Thresholds.SmallGroup), found
}

// keepFigures writes the figures of a final report beside it, for next year's.
func keepFigures(c *Checked) error {
	data, err := published.Of(c.Public, c.Config.Organisation.Name).Encode()
	if err != nil {
		return err
	}
	return output.Write(filepath.Join(filepath.Dir(c.ReportPath), figuresName(c.Config.Report.Year)), data)
}

func figuresName(year int) string { return fmt.Sprintf("cijfers-%d.json", year) }

// Published gives what the final report of a workdir said: as the build kept it,
// or else as it is attached to the PDF; nil when there is no final report.
func (c *Checked) Published(ctx context.Context) (*published.Report, error) {
	dir, year := c.Config.Dir, c.Config.Report.Year
	data, err := source.Read(dir, path.Join(config.OutputDir, figuresName(year)), maxFigures)
	if err == nil {
		if r, err := published.Decode(data); err == nil && r.Year == year {
			return r, nil
		}
	}
	data, err = source.Read(dir, path.Join(config.OutputDir, fmt.Sprintf("voortgangsrapport-%d.pdf", year)), maxReport)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, source.ErrLarge), source.Why(err) != "":
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("reading the report of %d: %w", year, err)
	}
	result, err := inspect.PDF(ctx, data)
	if err != nil || result.Report == nil || result.Report.Year != year || result.Report.Draft {
		return nil, ctx.Err() // not a report of ours, or no final one
	}
	at := slices.IndexFunc(result.Attachments, func(a inspect.Attachment) bool { return a.Name == "indicatoren.json" })
	if at < 0 {
		return nil, nil
	}
	r, err := published.FromAttachment(result.Attachments[at].Data, result.Report.Organisation)
	if err != nil || r.Year != year {
		return nil, nil
	}
	return r, nil
}

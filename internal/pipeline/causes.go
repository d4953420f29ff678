package pipeline

import (
	"context"
	"slices"
	"strconv"

	"voortgang/config"
	"voortgang/ingest"
	"voortgang/internal/accept"
	"voortgang/internal/finding"
	"voortgang/internal/source"
	"voortgang/render/check"
	"voortgang/validate"
	"voortgang/validate/cause"
)

// causes holds back the findings that go away when another one is mended, and
// adds those that others hid: see package cause. The records keep the marks
// that the first look gave them.
func (c *Checked) causes(ctx context.Context, reading *ingest.Reading, list []finding.Finding) ([]finding.Finding, error) {
	list = finding.Group(applyLevels(list, c.Config.Rules))
	if reading == nil {
		return list, nil
	}
	// A remark may stay as it is, and what was accepted is going to.
	counts := func(f finding.Finding) bool {
		_, accepted := accept.Apply([]finding.Finding{f}, c.acceptances, c.places)
		return f.Level != finding.Info && len(accepted) == 0
	}
	if !slices.ContainsFunc(list, func(f finding.Finding) bool { return cause.Mends(f) && counts(f) }) {
		return list, nil
	}
	marks := c.Data.Marks()
	defer c.Data.Restore(marks)
	told, under, err := cause.Sort(list, counts, func(edits []source.Edit) ([]finding.Finding, error) {
		return c.look(ctx, reading, edits)
	})
	for i := range under {
		pair := masked([]finding.Finding{under[i].Finding, under[i].Cause})
		under[i].Finding, under[i].Cause = pair[0], pair[1]
	}
	c.Suppressed = under
	return told, err
}

// look checks the workdir as it would be with some edits.
func (c *Checked) look(ctx context.Context, reading *ingest.Reading, edits []source.Edit) ([]finding.Finding, error) {
	data, list, err := reading.With(ctx, edits)
	if err != nil {
		return nil, err
	}
	cfg := withYear(c.Config, edits)
	list = append(list, validate.Data(data, cfg)...)
	figs, public, found := compute(data, cfg, c.published)
	list = append(list, found...)
	list = append(list, validate.Text(c.Texts, data, figs, public, cfg)...)
	return finding.Group(applyLevels(list, cfg.Rules)), nil
}

// withYear gives the configuration with the year that an edit sets.
func withYear(cfg *config.Config, edits []source.Edit) *config.Config {
	for _, e := range edits {
		if year, err := strconv.Atoi(e.Text); e.Kind == source.Year && err == nil {
			other := *cfg
			other.Report.Year = year
			return &other
		}
	}
	return cfg
}

// Follows gives the findings that were held back with their causes, for a page.
func (c *Checked) Follows() []check.Follow {
	var out []check.Follow
	for _, s := range c.Suppressed {
		out = append(out, check.Follow{Finding: s.Finding, Cause: s.Cause})
	}
	return out
}

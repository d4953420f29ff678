package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"voortgang/config"
	"voortgang/internal/delivery"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
	"voortgang/render/check"
	"voortgang/render/output"
)

// Names of the outputs of a check, beside validatie.json.
const (
	pageName = "validatie.html"
	listName = "validatie.xlsx"
)

// Report is what the outputs of a check are made of.
func (c *Checked) Report(version string) check.Report {
	return check.Report{
		Version: version, Rules: finding.Rules(), Year: c.Config.Report.Year, Organisation: c.Config.Organisation.Name, Dir: c.Config.Dir,
		Data: c.Data, Texts: c.Texts, Findings: c.Findings, Accepted: len(c.Accepted), Copies: c.Copies,
		Owed: func(p *model.Project) delivery.Duty { return delivery.DutyOf(c.Config, p) },
	}
}

// WriteCheck writes validatie.json and validatie.html, and with all also
// validatie.xlsx and the annotated copies. Where nothing was found, the lists
// and copies of an earlier check are removed, so that no mended mistakes are
// left behind; without all they otherwise stay as that check left them.
func WriteCheck(ctx context.Context, c *Checked, version string, all bool) error {
	out := filepath.Dir(c.CheckPath)
	if err := within(c.Config.Dir, out); err != nil {
		return err
	}
	data, err := check.JSON(c.Report(version))
	if err != nil {
		return err
	}
	if err := output.Write(c.CheckPath, data); err != nil {
		return err
	}
	if all || len(c.Findings) == 0 {
		if c.Copies, err = writeCopies(ctx, c, out); err != nil {
			return err
		}
	}
	r := c.Report(version)
	if data, err = check.HTML(r); err != nil {
		return err
	}
	if err := output.Write(c.PagePath, data); err != nil {
		return err
	}
	list := filepath.Join(out, listName)
	switch {
	case all:
		if data, err = check.Workbook(r); err != nil {
			return err
		}
		return output.Write(list, data)
	case len(c.Findings) == 0:
		if err := os.Remove(list); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// within refuses to write in the workdir's own folder for results when that
// leads out of the workdir.
func within(workdir, out string) error {
	if out != filepath.Join(workdir, config.OutputDir) {
		return nil // a person chose it
	}
	_, err := source.Inside(workdir, config.OutputDir)
	if errors.Is(err, source.ErrOutside) {
		return &output.PlaceError{Path: out, Why: output.Outside, Err: err}
	}
	return nil
}

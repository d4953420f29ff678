package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

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
		Version: version, Rules: Rules(), Year: c.Config.Report.Year, Organisation: c.Config.Organisation.Name,
		Data: c.Data, Texts: c.Texts, Findings: c.Findings, Copies: c.Copies,
	}
}

// WriteCheck writes validatie.json and validatie.html, and with all also
// validatie.xlsx and the annotated copies. What an earlier check wrote and this
// one doesn't is removed, so that no list of mended mistakes is left behind.
func WriteCheck(ctx context.Context, c *Checked, version string, all bool) error {
	out := filepath.Dir(c.CheckPath)
	data, err := check.JSON(c.Report(version))
	if err != nil {
		return err
	}
	if err := output.Write(c.CheckPath, data); err != nil {
		return err
	}
	if c.Copies, err = writeCopies(ctx, c, out); err != nil {
		return err
	}
	r := c.Report(version)
	if data, err = check.HTML(r); err != nil {
		return err
	}
	if err := output.Write(c.PagePath, data); err != nil {
		return err
	}
	list := filepath.Join(out, listName)
	if !all {
		if err := os.Remove(list); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if data, err = check.Workbook(r); err != nil {
		return err
	}
	return output.Write(list, data)
}

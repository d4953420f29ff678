package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/pipeline"
	"voortgang/internal/version"
	"voortgang/render/check"
	"voortgang/render/pdf"
)

// buildCommand is `voortgang bouw`.
func buildCommand(s Streams) *cobra.Command {
	var o pipeline.Options
	var asJSON bool
	var format string
	c := &cobra.Command{
		Use:   "bouw [MAP]",
		Short: "Kijk de werkmap na en maak het rapport",
		Long: "Kijkt de werkmap na en maakt het voortgangsrapport als PDF in uit/.\n" +
			"Zolang er fouten zijn, komt er geen eindrapport; met --concept wel een ontwerp,\n" +
			"dat op elke bladzijde als concept gemerkt is.\n" +
			"Met --formaat html wordt het rapport één webpagina voor je site; met beide krijg je de PDF en de webpagina.",
		Example: "  voortgang bouw demo\n  voortgang bouw demo --concept\n  voortgang bouw demo --formaat beide\n  voortgang bouw demo --jaar 2020 --uit proef",
		Args:    oneDir,
	}
	c.Flags().BoolVar(&o.Draft, "concept", false, "maak een ontwerp, ook als er fouten zijn")
	c.Flags().BoolVar(&o.Strict, "strikt", false, "weiger ook bij waarschuwingen")
	c.Flags().StringVar(&o.Out, "uit", "", "`MAP` voor de resultaten (standaard uit/ in de werkmap)")
	c.Flags().IntVar(&o.Year, "jaar", 0, "een ander `JAAR` dan in voortgang.yaml")
	c.Flags().StringVar(&format, "formaat", string(pipeline.PDF), "`FORMAAT` van het rapport: pdf, html of beide")
	c.Flags().BoolVar(&asJSON, "json", false, "toon het resultaat als JSON")
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needDir(dirOf(args)); err != nil {
			return err
		}
		switch o.Format = pipeline.Format(format); o.Format {
		case pipeline.PDF, pipeline.HTML, pipeline.Both:
		default:
			return usageError{fmt.Sprintf("‘%s’ is geen formaat. Kies pdf, html of beide.", format)}
		}
		p := newProgress(s)
		o.Dir, o.Version, o.Progress = dirOf(args), version.Number, p
		checked, result, err := pipeline.Build(c.Context(), o)
		p.done()
		var refused *pipeline.RefusedError
		if err != nil && !errors.As(err, &refused) {
			return err
		}
		if err := check.Page(s.Err, checked.Report(o.Version), lookOf(s.Err)); err != nil {
			return err
		}
		if len(checked.Findings) > 0 {
			fmt.Fprintf(s.Err, "\n%s\n", summary(checked.Findings, len(checked.Accepted)))
		}
		if refused != nil {
			fmt.Fprintf(s.Err, "Er is geen rapport gemaakt. Verbeter eerst %s, of maak een ontwerp met --concept.\nAlles op een rij, met uitleg: %s\n",
				toMend(refused, o), checked.PagePath)
			return refused
		}
		files, pages := reportFiles(checked, result, o.Format)
		if asJSON {
			return writeBuilt(s, checked, files, pages)
		}
		if pages > 0 {
			fmt.Fprintf(s.Err, "Klaar in %s: %s.\n", p.elapsed(), dutch.Plural(pages, "bladzijde", "bladzijden"))
		} else {
			fmt.Fprintf(s.Err, "Klaar in %s.\n", p.elapsed())
		}
		fmt.Fprintln(s.Out, strings.Join(files, "\n"))
		return nil
	}
	return c
}

// reportFiles tells which files hold the report, and how many pages the PDF has: 0
// without one.
func reportFiles(c *pipeline.Checked, result *pdf.Result, f pipeline.Format) (files []string, pages int) {
	if result != nil {
		files, pages = append(files, c.ReportPath), result.Pages
	}
	if f == pipeline.HTML || f == pipeline.Both {
		files = append(files, c.WebPath)
	}
	return files, pages
}

func toMend(r *pipeline.RefusedError, o pipeline.Options) string {
	switch {
	case r.Errors == 1:
		return "de fout"
	case r.Errors > 1:
		return "de fouten"
	case r.Warnings == 1 && o.Strict:
		return "de waarschuwing"
	default:
		return "de waarschuwingen"
	}
}

func writeBuilt(s Streams, c *pipeline.Checked, files []string, pages int) error {
	errs, warnings, infos := finding.Count(c.Findings)
	data, err := json.MarshalIndent(struct {
		// Report is the PDF, or the page where only that was made; Files are
		// all that hold the report.
		Report   string   `json:"rapport"`
		Files    []string `json:"bestanden"`
		Check    string   `json:"validatie"`
		Pages    int      `json:"bladzijden,omitempty"`
		Errors   int      `json:"fouten"`
		Warnings int      `json:"waarschuwingen"`
		Infos    int      `json:"info"`
	}{files[0], files, c.CheckPath, pages, errs, warnings, infos}, "", "  ")
	if err != nil {
		return fmt.Errorf("writing the result: %w", err)
	}
	_, err = fmt.Fprintf(s.Out, "%s\n", data)
	return err
}

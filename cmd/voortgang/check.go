package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/agext/levenshtein"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/pipeline"
	"voortgang/internal/version"
	"voortgang/render/check"
)

// checkOptions are the options of `voortgang valideer`.
type checkOptions struct {
	pipeline.Options
	// only is the code of the one project to show, as the user wrote it.
	only         string
	asJSON       bool
	follow       bool
	all          bool
	dirAsWritten string
}

// checkCommand is `voortgang valideer`.
func checkCommand(s Streams) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "valideer [MAP]",
		Short: "Kijk de werkmap na",
		Long: "Leest alle werkbladen en teksten van de werkmap en toont per project wat er ontbreekt of fout is,\n" +
			"met bestand, blad en cel. In uit/ komen een bladzijde om te lezen (validatie.html), een lijst om te\n" +
			"filteren (validatie.xlsx), een lijst voor programma’s (validatie.json), en in uit/geannoteerd/ een kopie\n" +
			"van elk werkboek met meldingen, met opmerkingen in de cellen. De werkboeken zelf veranderen niet.\n\n" +
			"Het programma eindigt met code 0 als er geen fouten zijn, met 1 als er wel fouten zijn.",
		Example: "  voortgang valideer demo\n  voortgang valideer demo --strikt\n" +
			"  voortgang valideer demo --alleen energiek-pelt\n  voortgang valideer demo --volg",
		Args: oneDir,
	}
	c.Flags().BoolVar(&o.Strict, "strikt", false, "ook waarschuwingen geven code 1")
	c.Flags().StringVar(&o.only, "alleen", "", "toon alleen wat bij dit `PROJECT` hoort (de code)")
	c.Flags().BoolVar(&o.follow, "volg", false, "kijk opnieuw na telkens als je een bestand bewaart; Ctrl+C stopt")
	c.Flags().BoolVar(&o.all, "alles", false, "toon ook wat vanzelf verdwijnt als je een andere melding verbetert")
	c.Flags().StringVar(&o.Out, "uit", "", "`MAP` voor de resultaten (standaard uit/ in de werkmap)")
	c.Flags().IntVar(&o.Year, "jaar", 0, "een ander `JAAR` dan in voortgang.yaml")
	c.Flags().BoolVar(&o.asJSON, "json", false, "toon de lijst als JSON")
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needDir(dirOf(args)); err != nil {
			return err
		}
		if o.follow && o.asJSON {
			return usageError{"‘--volg’ en ‘--json’ gaan niet samen. Laat een van beide weg."}
		}
		o.Dir, o.Version = dirOf(args), version.Number
		if len(args) > 0 {
			o.dirAsWritten = " " + args[0]
		}
		if o.follow {
			return follow(c.Context(), s, o)
		}
		list, err := checkOnce(c.Context(), s, o)
		if err != nil {
			return err
		}
		errs, warnings, _ := finding.Count(list)
		if errs > 0 || o.Strict && warnings > 0 {
			return silent{exitFindings}
		}
		return nil
	}
	return c
}

// checkOnce checks the workdir, writes all outputs and shows what was found.
// It gives the findings that were shown.
func checkOnce(ctx context.Context, s Streams, o checkOptions) ([]finding.Finding, error) {
	p := newProgress(s)
	o.Progress = p
	checked, err := pipeline.Check(ctx, o.Options)
	p.done()
	if err != nil {
		return nil, err
	}
	code, err := projectCode(checked.Data, o.only)
	if err != nil {
		return nil, err
	}
	p.Stage("Resultaten schrijven")
	err = pipeline.WriteCheck(ctx, checked, o.Version, true)
	p.done()
	if err != nil {
		return nil, err
	}
	report := checked.Report(o.Version)
	if code != "" {
		report.Findings = check.OfProject(checked.Data, report.Findings, code)
		var accepted []finding.Finding
		for _, a := range checked.Accepted {
			accepted = append(accepted, a.Finding)
		}
		report.Accepted = len(check.OfProject(checked.Data, accepted, code))
	}
	if o.asJSON {
		data, err := check.JSON(report)
		if err != nil {
			return nil, err
		}
		_, err = s.Out.Write(data)
		return report.Findings, err
	}
	look := lookOf(s.Out)
	look.Only = code
	if err := check.Page(s.Out, report, look); err != nil {
		return nil, err
	}
	if o.all {
		if err := check.Follows(s.Out, checked.Follows(), look); err != nil {
			return nil, err
		}
	}
	total := summary(report.Findings, report.Accepted)
	if code != "" {
		// Other projects may have more: the line says that it leaves them out.
		total = "Voor project ‘" + code + "’: " + strings.ToLower(total[:1]) + total[1:]
	}
	fmt.Fprintf(s.Out, "\n%s\n", total)
	nextStep(s, checked, report.Findings, o)
	return report.Findings, nil
}

// lookOf finds out how wide a terminal is and whether it wants colours; what
// isn't a terminal gets plain lines of a fixed width.
func lookOf(w io.Writer) check.Look {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return check.Look{}
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		width = 0
	}
	return check.Look{Width: width, Color: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}

// projectCode finds the project that the user means: its code or its name,
// whatever its case, accents and spaces.
func projectCode(d *model.Dataset, wanted string) (string, error) {
	if wanted == "" {
		return "", nil
	}
	best, score := "", 0.5
	for _, p := range d.Projects {
		if p.Code == "" {
			continue
		}
		if dutch.Fold(p.Code) == dutch.Fold(wanted) || dutch.Fold(p.Name) == dutch.Fold(wanted) {
			return p.Code, nil
		}
		if m := levenshtein.Match(strings.ToLower(wanted), strings.ToLower(p.Code), nil); m > score {
			best, score = p.Code, m
		}
	}
	hint := " De codes staan op de fiche van elk project."
	if best != "" {
		hint = fmt.Sprintf(" Bedoel je ‘%s’?", best)
	}
	if slices.ContainsFunc(d.Files, func(f *model.InputFile) bool { return len(f.Sheets) == 0 && !strings.Contains(f.Path, "/~$") }) {
		hint += " Niet elk bestand kon gelezen worden; laat ‘--alleen’ weg om te zien welk niet."
	}
	return "", usageError{fmt.Sprintf("Er is geen project met de code ‘%s’.", wanted) + hint}
}

// goneWith says how many findings go away with those that are told.
func goneWith(n int) string {
	if n == 1 {
		return "Nog 1 melding verdwijnt"
	}
	return fmt.Sprintf("Nog %s meldingen verdwijnen", dutch.Int(n))
}

// nextStep says how to go on after a check.
func nextStep(s Streams, c *pipeline.Checked, shown []finding.Finding, o checkOptions) {
	errs, warnings, _ := finding.Count(shown)
	for _, one := range c.Copies {
		if one.Problem != "" {
			fmt.Fprintf(s.Err, "%s: %s\n", one.Source, one.Problem)
		}
	}
	if n := len(c.Suppressed); n > 0 && !o.all {
		fmt.Fprintf(s.Err, "%s vanzelf als je dit verbetert: ‘--alles’ toont ze.\n", goneWith(n))
	}
	if len(shown) > 0 {
		fmt.Fprintf(s.Err, "Alles op een rij, met uitleg: %s\n", c.PagePath)
	}
	if copied(c.Copies, shown) {
		fmt.Fprintln(s.Err, "De werkboeken met een opmerking in elke cel staan in de map geannoteerd daarnaast.")
	}
	if warnings > 0 && !o.follow {
		fmt.Fprintln(s.Err, "Klopt een waarschuwing toch, aanvaard ze dan met een reden: zie ‘voortgang aanvaard --help’.")
	}
	switch {
	case o.follow:
	case errs > 0:
		fmt.Fprintf(s.Err, "Verbeter de fouten in de werkboeken zelf en kijk opnieuw na met ‘voortgang valideer%s’.\n", o.dirAsWritten)
	case o.only == "":
		fmt.Fprintf(s.Err, "Maak het rapport met ‘voortgang bouw%s’.\n", o.dirAsWritten)
	}
}

// copied tells whether there is an annotated copy with one of the findings.
func copied(copies []check.Copy, shown []finding.Finding) bool {
	return slices.ContainsFunc(copies, func(one check.Copy) bool {
		return one.Path != "" && slices.ContainsFunc(shown, func(f finding.Finding) bool { return f.Ref.File == one.Source })
	})
}

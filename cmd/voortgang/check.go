package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"voortgang/internal/finding"
	"voortgang/internal/pipeline"
	"voortgang/internal/version"
	"voortgang/render/check"
)

// checkCommand is `voortgang valideer`.
func checkCommand(s Streams) *cobra.Command {
	var o pipeline.Options
	var asJSON bool
	c := &cobra.Command{
		Use:   "valideer [MAP]",
		Short: "Kijk de werkmap na",
		Long: "Leest alle werkbladen en teksten van de werkmap en toont wat er fout of twijfelachtig is,\n" +
			"met bestand, blad en cel. De volledige lijst komt ook in uit/validatie.json.\n\n" +
			"Het programma eindigt met code 0 als er geen fouten zijn, met 1 als er wel fouten zijn.",
		Example: "  voortgang valideer demo\n  voortgang valideer demo --strikt",
		Args:    oneDir,
	}
	c.Flags().BoolVar(&o.Strict, "strikt", false, "ook waarschuwingen geven code 1")
	c.Flags().StringVar(&o.Out, "uit", "", "`MAP` voor de resultaten (standaard uit/ in de werkmap)")
	c.Flags().IntVar(&o.Year, "jaar", 0, "een ander `JAAR` dan in voortgang.yaml")
	c.Flags().BoolVar(&asJSON, "json", false, "toon de lijst als JSON")
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needDir(dirOf(args)); err != nil {
			return err
		}
		p := newProgress(s)
		o.Dir, o.Version, o.Progress = dirOf(args), version.Number, p
		checked, err := pipeline.Check(c.Context(), o)
		p.done()
		if err != nil {
			return err
		}
		if err := pipeline.WriteCheck(checked, o.Version); err != nil {
			return err
		}
		if asJSON {
			data, err := os.ReadFile(checked.CheckPath)
			if err != nil {
				return err
			}
			if _, err := s.Out.Write(data); err != nil {
				return err
			}
		} else {
			if err := check.Lines(s.Out, checked.Findings); err != nil {
				return err
			}
			fmt.Fprintf(s.Out, "\n%s\n", summary(checked.Findings))
			nextStep(s, checked, args)
		}
		errs, warnings, _ := finding.Count(checked.Findings)
		if errs > 0 || o.Strict && warnings > 0 {
			return silent{exitFindings}
		}
		return nil
	}
	return c
}

// nextStep says how to go on after a check.
func nextStep(s Streams, c *pipeline.Checked, args []string) {
	errs, _, _ := finding.Count(c.Findings)
	dir := ""
	if len(args) > 0 {
		dir = " " + args[0]
	}
	if errs > 0 {
		fmt.Fprintf(s.Err, "Verbeter de fouten en kijk opnieuw na met ‘voortgang valideer%s’. De lijst staat ook in %s.\n", dir, c.CheckPath)
		return
	}
	fmt.Fprintf(s.Err, "Maak het rapport met ‘voortgang bouw%s’.\n", dir)
}

package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"voortgang/internal/model"
	"voortgang/internal/pipeline"
	"voortgang/internal/version"
	"voortgang/render/figures"
)

// figuresCommand is `voortgang indicatoren`.
func figuresCommand(s Streams) *cobra.Command {
	var o pipeline.Options
	format := "tabel"
	c := &cobra.Command{
		Use:     "indicatoren [MAP]",
		Short:   "Toon alle cijfers",
		Long:    "Toont alle cijfers van de dertien indicatoren met hun sleutel. Met die sleutel kan een tekst\nernaar verwijzen, en toont ‘voortgang herleid’ waar een cijfer vandaan komt.",
		Example: "  voortgang indicatoren demo\n  voortgang indicatoren demo --formaat csv > cijfers.csv",
		Args:    oneDir,
	}
	c.Flags().StringVar(&format, "formaat", format, "`SOORT` uitvoer: tabel, csv of json")
	c.Flags().IntVar(&o.Year, "jaar", 0, "een ander `JAAR` dan in voortgang.yaml")
	asJSON := c.Flags().Bool("json", false, "hetzelfde als --formaat json")
	c.RunE = func(c *cobra.Command, args []string) error {
		if *asJSON {
			format = "json"
		}
		if format != "tabel" && format != "csv" && format != "json" {
			return usageError{fmt.Sprintf("‘%s’ is geen formaat. Kies tabel, csv of json.", format)}
		}
		figs, err := compute(c, s, o, dirOf(args))
		if err != nil {
			return err
		}
		switch format {
		case "csv":
			return figures.CSV(s.Out, figs)
		case "json":
			data, err := figures.JSON(figs)
			if err != nil {
				return err
			}
			_, err = s.Out.Write(data)
			return err
		default:
			return figures.Table(s.Out, figs)
		}
	}
	return c
}

// compute reads and checks a workdir for its figures alone.
func compute(c *cobra.Command, s Streams, o pipeline.Options, dir string) (*model.Figures, error) {
	if err := needDir(dir); err != nil {
		return nil, err
	}
	p := newProgress(s)
	if s.Terminal {
		o.Progress = p
	}
	o.Dir, o.Version = dir, version.Number
	checked, err := pipeline.Check(c.Context(), o)
	p.done()
	if err != nil {
		return nil, err
	}
	return checked.Figures, nil
}

// traceCommand is `voortgang herleid`.
func traceCommand(s Streams) *cobra.Command {
	var o pipeline.Options
	c := &cobra.Command{
		Use:     "herleid [MAP] SLEUTEL",
		Short:   "Toon waar een cijfer vandaan komt",
		Long:    "Toont van één cijfer de waarde, de berekening in woorden en de cellen waar het uit komt.",
		Example: "  voortgang herleid demo vte.totaal\n  voortgang herleid vte.totaal",
	}
	c.Flags().IntVar(&o.Year, "jaar", 0, "een ander `JAAR` dan in voortgang.yaml")
	asJSON := c.Flags().Bool("json", false, "toon het cijfer als JSON")
	c.Args = func(_ *cobra.Command, args []string) error {
		if len(args) < 1 || len(args) > 2 {
			return usageError{"Geef een map en een sleutel op, zoals ‘voortgang herleid demo vte.totaal’."}
		}
		return nil
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		key := args[len(args)-1]
		figs, err := compute(c, s, o, dirOf(args[:len(args)-1]))
		if err != nil {
			return err
		}
		fig := figs.Get(key)
		if fig == nil {
			return usageError{unknownKey(figs, key)}
		}
		if *asJSON {
			data, err := figures.TraceJSON(fig)
			if err != nil {
				return err
			}
			_, err = s.Out.Write(data)
			return err
		}
		return figures.Trace(s.Out, fig)
	}
	return c
}

// unknownKey names the keys that begin alike.
func unknownKey(figs *model.Figures, key string) string {
	head, _, _ := strings.Cut(strings.ToLower(key), ".")
	var like []string
	for _, f := range figs.All() {
		if strings.HasPrefix(f.Key, head+".") && len(like) < 8 {
			like = append(like, "  "+f.Key)
		}
	}
	text := fmt.Sprintf("Er is geen cijfer met de sleutel ‘%s’.", key)
	if len(like) > 0 {
		return text + " Bedoel je een van deze?\n" + strings.Join(like, "\n") + "\n‘voortgang indicatoren’ toont alle sleutels."
	}
	return text + " ‘voortgang indicatoren’ toont alle sleutels."
}

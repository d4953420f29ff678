package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"voortgang/config"
	"voortgang/internal/pipeline"
	"voortgang/internal/version"
	"voortgang/render/workdir"
)

// newCommand is `voortgang nieuw`.
func newCommand(s Streams) *cobra.Command {
	var start workdir.Start
	var from string
	c := &cobra.Command{
		Use:   "nieuw MAP",
		Short: "Maak een nieuwe werkmap",
		Long: "Maakt een werkmap om in te vullen: een configuratie, lege werkboeken met keuzelijsten en controles,\n" +
			"en een begin voor elke tekst. Met --van komen de projecten die nog lopen mee uit de werkmap van vorig\n" +
			"jaar. De map mag nog niet bestaan, of moet leeg zijn.",
		Example: "  voortgang nieuw limburg-2022 --van limburg-2021\n  voortgang nieuw limburg-2022 --jaar 2022 --naam \"SAAMO Limburg\"",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{"Geef de naam van de nieuwe map op, zoals ‘voortgang nieuw limburg-2022 --jaar 2022’."}
			}
			return nil
		},
	}
	c.Flags().StringVar(&from, "van", "", "`MAP` van vorig jaar")
	c.Flags().IntVar(&start.Year, "jaar", 0, "`JAAR` van het rapport (met --van: het jaar na dat van die werkmap)")
	c.Flags().StringVar(&start.Organisation, "naam", "", "`NAAM` van de organisatie")
	c.RunE = func(c *cobra.Command, args []string) error {
		if from == "" && start.Year == 0 {
			return usageError{"Over welk jaar gaat het rapport? Geef het op met --jaar, of neem de werkmap van vorig jaar over met --van."}
		}
		if start.Year != 0 && (start.Year < 1990 || start.Year > 2100) {
			return usageError{fmt.Sprintf("%d kan niet als jaar. Geef een jaar op tussen 1990 en 2100.", start.Year)}
		}
		if from != "" {
			if err := carryOver(c.Context(), s, from, &start); err != nil {
				return err
			}
		}
		err := workdir.New(args[0], start)
		if errors.Is(err, workdir.ErrNotEmpty) {
			return notEmpty(args[0])
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(s.Err, "De werkmap staat klaar. Lees eerst LEESMIJ.md in die map; kijk daarna na met ‘voortgang valideer %s’.\n", args[0])
		fmt.Fprintln(s.Out, args[0])
		return nil
	}
	return c
}

// carryOver reads last year's werkmap.
func carryOver(ctx context.Context, s Streams, dir string, start *workdir.Start) error {
	if err := needDir(dir); err != nil {
		return err
	}
	p := newProgress(s)
	checked, err := pipeline.Check(ctx, pipeline.Options{Dir: dir, Version: version.Number, Progress: p})
	p.done()
	if err != nil {
		return err
	}
	start.Previous, start.Data = checked.Config, checked.Data
	if start.Published, err = checked.Published(ctx); err != nil {
		return err
	}
	if year := checked.Config.Report.Year; start.Published == nil && (start.Year == 0 || start.Year == year+1) {
		fmt.Fprintf(s.Err, "In %s staat geen eindrapport over %d: het nieuwe rapport vergelijkt met de rijen van %d.\n", filepath.Join(dir, config.OutputDir), year, year)
	}
	return nil
}

func notEmpty(dir string) error {
	return usageError{fmt.Sprintf("De map ‘%s’ bestaat al en is niet leeg. Kies een andere naam, of maak de map eerst leeg.", dir)}
}

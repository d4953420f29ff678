package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"voortgang/internal/version"
	"voortgang/render/workdir"
)

// exampleCommand is `voortgang voorbeeld`.
func exampleCommand(s Streams) *cobra.Command {
	var mistakes bool
	c := &cobra.Command{
		Use:   "voorbeeld [MAP]",
		Short: "Schrijf de voorbeeldwerkmap",
		Long: "Schrijft een volledige werkmap met de gegevens van een rapport over 2021: één werkboek van de\n" +
			"organisatie, 48 werkboeken van projecten, teksten en een configuratie. De map mag nog niet bestaan,\nof moet leeg zijn.\n\n" +
			"Met --met-fouten krijg je hetzelfde voorbeeld met de fouten die in het gedrukte rapport stonden. Zo zie\n" +
			"je wat ‘voortgang valideer’ ervan vindt.",
		Example: "  voortgang voorbeeld demo\n  voortgang bouw demo\n\n" +
			"  voortgang voorbeeld gedrukt --met-fouten\n  voortgang valideer gedrukt",
		Args: oneDir,
		RunE: func(_ *cobra.Command, args []string) error {
			dir, write, next := "voorbeeld", workdir.Example, "Maak het rapport met ‘voortgang bouw %s’."
			if mistakes {
				write, next = workdir.ExampleAsPrinted, "Er zitten fouten in: kijk ze na met ‘voortgang valideer %s’."
			}
			if len(args) > 0 {
				dir = args[0]
			}
			p := newProgress(s)
			p.Stage("Voorbeeld schrijven")
			err := write(dir, func(done, total int) { p.File(done, total, "") })
			p.done()
			if errors.Is(err, workdir.ErrNotEmpty) {
				return notEmpty(dir)
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(s.Err, "De voorbeeldwerkmap staat klaar. "+next+"\n", dir)
			fmt.Fprintln(s.Out, dir)
			return nil
		},
	}
	c.Flags().BoolVar(&mistakes, "met-fouten", false, "het voorbeeld met de fouten van het gedrukte rapport")
	return c
}

// versionCommand is `voortgang versie`.
func versionCommand(s Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "versie",
		Short: "Toon de versie van het programma",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(s.Out, version.Program)
			return err
		},
	}
}

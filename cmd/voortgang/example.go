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
	return &cobra.Command{
		Use:   "voorbeeld [MAP]",
		Short: "Schrijf de voorbeeldwerkmap",
		Long: "Schrijft een volledige werkmap met de gegevens van een rapport over 2021: één werkboek van de\n" +
			"organisatie, 48 werkboeken van projecten, teksten en een configuratie. De map mag nog niet bestaan,\nof moet leeg zijn.",
		Example: "  voortgang voorbeeld demo\n  voortgang bouw demo",
		Args:    oneDir,
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "voorbeeld"
			if len(args) > 0 {
				dir = args[0]
			}
			p := newProgress(s)
			p.Stage("Voorbeeld schrijven")
			err := workdir.Example(dir, func(done, total int) { p.File(done, total, "") })
			p.done()
			if errors.Is(err, workdir.ErrNotEmpty) {
				return notEmpty(dir)
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(s.Err, "De voorbeeldwerkmap staat klaar. Maak het rapport met ‘voortgang bouw %s’.\n", dir)
			fmt.Fprintln(s.Out, dir)
			return nil
		},
	}
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

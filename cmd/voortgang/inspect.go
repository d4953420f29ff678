package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"voortgang/internal/inspect"
	"voortgang/internal/inspect/pdfread"
	"voortgang/internal/pipeline"
	"voortgang/internal/version"
)

// inspectTime is how long checking a PDF may take; a report takes less than a
// second.
const inspectTime = time.Minute

// inspectCommand is `voortgang controleer`.
func inspectCommand(s Streams) *cobra.Command {
	var dir string
	var asJSON bool
	c := &cobra.Command{
		Use:   "controleer BESTAND.pdf",
		Short: "Kijk een afgewerkt rapport na",
		Long: "Kijkt een PDF na: is het toegankelijk (PDF/UA-1), is het te bewaren (PDF/A-3a), komen links en\n" +
			"bladwijzers uit, zijn de bijlagen heel? Met --werkmap ook: zijn de bronbestanden en de cijfers\n" +
			"nog die van de werkmap? Het bestand en de werkmap veranderen niet.\n\n" +
			"Het programma eindigt met code 0 als alles in orde is, met 1 als iets niet in orde is, en met 2\n" +
			"als het bestand geen PDF is of niet te lezen is. Het is een samenvatting, geen vervanging van een\n" +
			"volledige controle met veraPDF.",
		Example: "  voortgang controleer demo/uit/voortgangsrapport-2021.pdf\n" +
			"  voortgang controleer rapport.pdf --werkmap demo",
	}
	c.Flags().StringVar(&dir, "werkmap", "", "vergelijk met de bronbestanden en de cijfers in deze `MAP`")
	c.Flags().BoolVar(&asJSON, "json", false, "toon het resultaat als JSON")
	c.Args = func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usageError{"Geef één PDF op, zoals ‘voortgang controleer demo/uit/voortgangsrapport-2021.pdf’."}
		}
		return nil
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		result, err := inspectFile(c.Context(), args[0])
		if err != nil {
			return err
		}
		if c.Flags().Changed("werkmap") {
			if err := needDir(dir); err != nil {
				return err
			}
			o := pipeline.Options{Dir: dir, Version: version.Number}
			p := newProgress(s)
			if s.Terminal {
				o.Progress = p
			}
			checks, err := pipeline.Compare(c.Context(), o, result)
			p.done()
			if err != nil {
				return err
			}
			result.Checks = append(result.Checks, checks...)
		}
		if err := writeInspected(s, args[0], result, asJSON); err != nil {
			return err
		}
		if !result.OK() {
			return silent{exitFindings}
		}
		return nil
	}
	return c
}

func writeInspected(s Streams, name string, r *inspect.Result, asJSON bool) error {
	if !asJSON {
		return inspect.Page(s.Out, name, r)
	}
	data, err := inspect.JSON(name, r)
	if err != nil {
		return err
	}
	_, err = s.Out.Write(data)
	return err
}

// inspectFile reads and checks a PDF. What can't be judged is wrong use, with
// a sentence on why.
func inspectFile(ctx context.Context, name string) (*inspect.Result, error) {
	data, err := readPDF(name)
	if err != nil {
		return nil, err
	}
	limited, cancel := context.WithTimeout(ctx, inspectTime)
	defer cancel()
	result, err := inspect.PDF(limited, data)
	if err == nil {
		return result, nil
	}
	if stopped := ctx.Err(); stopped != nil {
		return nil, stopped
	}
	sentence := map[error]string{
		pdfread.ErrNotPDF:    "‘%s’ is geen PDF. Kies het rapport zelf, een bestand dat eindigt op .pdf.",
		pdfread.ErrDamaged:   "‘%s’ is beschadigd: er is geen document meer in te vinden. Haal het bestand opnieuw op, of bouw het rapport opnieuw.",
		pdfread.ErrEncrypted: "‘%s’ is beveiligd met een wachtwoord of met rechten en kan niet nagekeken worden. Een rapport om te bewaren mag niet beveiligd zijn; vraag het zonder beveiliging.",
		pdfread.ErrTooMuch:   "‘%s’ is te groot of te ingewikkeld om na te kijken. Het is geen gewoon rapport.",
	}
	for known, text := range sentence {
		if errors.Is(err, known) {
			return nil, usageError{fmt.Sprintf(text, name)}
		}
	}
	return nil, err
}

func readPDF(name string) ([]byte, error) {
	f, err := os.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usageError{fmt.Sprintf("Het bestand ‘%s’ bestaat niet. Kijk de naam na.", name)}
	case err != nil:
		return nil, usageError{fmt.Sprintf("Het bestand ‘%s’ kan niet geopend worden. Mag je het lezen?", name)}
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, usageError{fmt.Sprintf("‘%s’ is een map. Geef een PDF op, zoals ‘%s/uit/voortgangsrapport-2021.pdf’.", name, name)}
	case !info.Mode().IsRegular():
		return nil, usageError{fmt.Sprintf("‘%s’ is geen gewoon bestand. Geef een PDF op.", name)}
	case info.Size() > pdfread.MaxSize:
		return nil, usageError{fmt.Sprintf("‘%s’ is te groot om na te kijken: meer dan %d MB. Het is geen gewoon rapport.", name, pdfread.MaxSize>>20)}
	}
	data, err := io.ReadAll(io.LimitReader(f, pdfread.MaxSize+1))
	if err != nil {
		return nil, usageError{fmt.Sprintf("Het bestand ‘%s’ kan niet gelezen worden. Mag je het lezen?", name)}
	}
	return data, nil
}

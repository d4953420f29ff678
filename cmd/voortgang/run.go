package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/pipeline"
	"voortgang/render/check"
	"voortgang/render/output"
)

// What goes where: results (lists, figures, paths, JSON) go to standard output;
// progress, messages and hints go to standard error. A message first says what
// is the matter and ends with the next step.

// Exit codes, as the output contract sets them.
const (
	exitDone     = 0
	exitFindings = 1
	exitUsage    = 2
	exitFault    = 3
)

// Streams are where the program writes; Terminal says whether Err is a
// terminal. In is a person who can be asked, or nil.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Terminal bool
}

// Run carries out one command line and gives the exit code.
func Run(ctx context.Context, args []string, s Streams) (code int) {
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(s.Err, "Er liep iets mis in het programma zelf: %v\nEr is niets overschreven. Meld dit aan wie het programma onderhoudt, met deze tekst.\n", fault)
			code = exitFault
		}
	}()
	root := newRoot(s)
	root.SetArgs(args)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	return explain(root.ExecuteContext(ctx), s)
}

// usageError is wrong use of the command line.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// silent carries an exit code whose message has been written already.
type silent struct{ code int }

func (silent) Error() string { return "" }

// explain turns an error into a message and an exit code.
func explain(err error, s Streams) int {
	var usage usageError
	var quiet silent
	var settings *pipeline.ConfigError
	var refused *pipeline.RefusedError
	var place *output.PlaceError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &quiet):
		return quiet.code
	case errors.As(err, &usage):
		fmt.Fprintln(s.Err, usage.text)
		return exitUsage
	case errors.As(err, &settings):
		fmt.Fprintln(s.Err, "De configuratie kan niet gebruikt worden:")
		if err := check.Lines(s.Err, settings.Findings); err != nil {
			return exitFault
		}
		return exitUsage
	case errors.As(err, &refused):
		return exitFindings
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.Err, "Afgebroken. Wat er al stond, is niet veranderd.")
		return exitFault
	case errors.As(err, &place):
		fmt.Fprintln(s.Err, noPlace(place))
		return exitUsage
	case errors.Is(err, os.ErrPermission):
		fmt.Fprintf(s.Err, "Een bestand of map is niet toegankelijk: %v.\nStaat het open in Excel, of mag je daar niet schrijven? Sluit het en probeer opnieuw.\n", err)
		return exitFault
	default:
		fmt.Fprintf(s.Err, "Het programma kon niet verder: %v.\n", err)
		return exitFault
	}
}

// noPlace says why nothing could be written, and what to do.
func noPlace(e *output.PlaceError) string {
	switch e.Why {
	case output.NoFolder:
		return fmt.Sprintf("De resultaten kunnen niet in ‘%s’ komen: dat is geen map. Hernoem wat daar staat, of haal het weg, en probeer opnieuw.", e.Path)
	case output.Outside:
		return fmt.Sprintf("De resultaten kunnen niet in ‘%s’ komen: dat is een koppeling die buiten de werkmap leidt, en die volgt het programma niet. Haal ze weg, of kies zelf een map met --uit.", e.Path)
	case output.Unfinished:
		return fmt.Sprintf("‘%s’ kon niet helemaal geschreven worden. Is de schijf vol, of viel de verbinding ermee weg? Wat er al stond, is niet veranderd. Maak plaats en probeer opnieuw.", e.Path)
	}
	return fmt.Sprintf("In ‘%s’ kan niet geschreven worden. Staat daar een bestand dat open is in een ander programma, is de schijf alleen te lezen, of mag je er niet schrijven? Sluit het bestand, pas de rechten aan of kies een andere map, en probeer opnieuw.", e.Path)
}

// newRoot puts the commands together.
func newRoot(s Streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "voortgang",
		Short: "Maak het jaarlijkse voortgangsrapport uit werkbladen",
		Long: "voortgang leest de werkbladen van een werkmap, kijkt ze na, berekent de dertien\n" +
			"indicatoren en maakt het voortgangsrapport als PDF.",
		Example: "  voortgang voorbeeld demo     schrijf de voorbeeldwerkmap\n" +
			"  voortgang bouw demo          maak er het rapport van",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{unknownCommand(args[0])}
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(
		exampleCommand(s), newCommand(s), checkCommand(s), acceptCommand(s), buildCommand(s),
		figuresCommand(s), traceCommand(s), inspectCommand(s), rulesCommand(s), versionCommand(s),
	)
	inDutch(root)
	return root
}

func unknownCommand(name string) string {
	return fmt.Sprintf("‘%s’ is geen opdracht van voortgang. ‘voortgang --help’ toont alle opdrachten.", name)
}

// oneDir accepts at most one argument, the workdir.
func oneDir(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usageError{fmt.Sprintf("Geef één map op, niet %d (%s). Zet een naam met spaties tussen aanhalingstekens.", len(args), strings.Join(args, ", "))}
	}
	return nil
}

// dirOf gives the workdir that was named, by default the current folder.
func dirOf(args []string) string {
	if len(args) == 0 {
		return "."
	}
	return args[0]
}

// needDir refuses a workdir that isn't there.
func needDir(dir string) error {
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return usageError{fmt.Sprintf("De map ‘%s’ bestaat niet. Kijk de naam na, of maak een werkmap met ‘voortgang voorbeeld %s’.", dir, dir)}
	}
	return nil
}

// summary says how many findings there are, and how many were accepted besides.
func summary(list []finding.Finding, accepted int) string {
	also := ""
	if accepted > 0 {
		also = " Daarnaast " + dutch.Plural(accepted, "aanvaarde melding", "aanvaarde meldingen") + "."
	}
	errs, warnings, infos := finding.Count(list)
	if errs+warnings+infos == 0 {
		return "Geen fouten en geen waarschuwingen." + also
	}
	var parts []string
	for _, part := range []struct {
		n         int
		one, many string
	}{{errs, "fout", "fouten"}, {warnings, "waarschuwing", "waarschuwingen"}, {infos, "opmerking", "opmerkingen"}} {
		if part.n > 0 {
			parts = append(parts, dutch.Plural(part.n, part.one, part.many))
		}
	}
	return dutch.Join(parts) + "." + also
}

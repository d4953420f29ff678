package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"voortgang/internal/accept"
	"voortgang/internal/finding"
	"voortgang/internal/pipeline"
	"voortgang/internal/source"
	"voortgang/internal/version"
	"voortgang/render/output"
)

// ruleCode is what the code of a rule looks like.
var ruleCode = regexp.MustCompile(`^[A-Za-z]\d\d$`)

// acceptCommand is `voortgang aanvaard`.
func acceptCommand(s Streams) *cobra.Command {
	var o acceptOptions
	c := &cobra.Command{
		Use:   "aanvaard [MAP] CODE BESTAND [BLAD CEL | REGEL]",
		Short: "Aanvaard een waarschuwing, met een reden",
		Long: "Een waarschuwing vraagt om te kijken. Klopt wat er staat, aanvaard ze dan met een reden: ze verdwijnt\n" +
			"uit de lijst en staat in de Verantwoording van het rapport. Verandert de waarde, dan komt de melding terug.\n" +
			"Schuift de rij of de zin op, dan blijft ze aanvaard. Alle aanvaardingen staan in aanvaard.yaml in de werkmap,\n" +
			"met wie ze aanvaardde en wanneer. Een fout kan niet aanvaard worden, behalve dat een project niets bezorgde (O20, S46).",
		Example: "  voortgang aanvaard demo P01 gegevens/projecten/energiek-pelt.xlsx Deelnames D14 --reden \"het buurtfeest\" --door \"An Peeters\"\n" +
			"  voortgang aanvaard demo T20 teksten/voorwoord.md 12 --reden \"afgerond\" --door \"An Peeters\"",
		Args: func(_ *cobra.Command, args []string) error {
			if rest := withoutDir(args); len(rest) < 2 || len(rest) > 4 || !ruleCode.MatchString(rest[0]) {
				return usageError{"Geef de code van de melding, het bestand, het blad en de cel op, zoals ‘voortgang aanvaard demo P01 gegevens/a.xlsx Deelnames D14 --reden \"het buurtfeest\" --door \"An Peeters\"’."}
			}
			return nil
		},
	}
	c.Flags().StringVar(&o.reason, "reden", "", "waarom het klopt, in een `ZIN`")
	c.Flags().StringVar(&o.by, "door", "", "de `NAAM` van wie het nakeek")
	c.Flags().StringVar(&o.on, "datum", "", "de `DAG` waarop, zoals 2022-03-14; anders vandaag")
	c.RunE = func(c *cobra.Command, args []string) error {
		rest := withoutDir(args)
		dir := dirOf(args[:len(args)-len(rest)])
		if err := needDir(dir); err != nil {
			return err
		}
		if o.on == "" {
			o.on = time.Now().Format(time.DateOnly)
		}
		if err := o.check(s.In != nil); err != nil {
			return err
		}
		return acceptFinding(c.Context(), s, dir, rest, o)
	}
	return c
}

// acceptOptions say why a finding is right, who says so, and when.
type acceptOptions struct{ reason, by, on string }

const (
	needReason = "Geef met --reden een zin op die zegt waarom het klopt. Ze komt in de Verantwoording van het rapport."
	needName   = "Geef met --door de naam op van wie het nakeek, zoals --door \"An Peeters\". Die komt in aanvaard.yaml en in de Verantwoording van het rapport."
)

// check refuses what can't be used; what is missing may be asked for.
func (o acceptOptions) check(ask bool) error {
	switch _, err := time.Parse(time.DateOnly, o.on); {
	case !(ask && o.reason == "") && !isReason(o.reason):
		return usageError{needReason}
	case !(ask && o.by == "") && !isName(o.by):
		return usageError{needName}
	case err != nil:
		return usageError{fmt.Sprintf("‘%s’ is geen dag. Schrijf ze na --datum als jaar-maand-dag, zoals 2022-03-14, of laat --datum weg: dan is het vandaag.", o.on)}
	}
	return nil
}

// acceptFinding looks for a finding and puts its acceptance in the file.
func acceptFinding(ctx context.Context, s Streams, dir string, spot []string, o acceptOptions) error {
	p := newProgress(s)
	options := pipeline.Options{Dir: dir, Version: version.Number}
	if s.Terminal {
		options.Progress = p
	}
	checked, err := pipeline.Check(ctx, options)
	p.done()
	if err != nil {
		return err
	}
	file, err := accept.Load(dir)
	if err != nil {
		return err
	}
	if len(file.Findings) > 0 {
		return notUnderstood(file.Findings[0])
	}
	f, err := findingAt(checked, spot)
	if err != nil {
		return err
	}
	if o, err = o.ask(s, f); err != nil {
		return err
	}
	entry := checked.Accept(f, o.reason, o.by, o.on)
	data, err := file.With(entry)
	switch {
	case errors.Is(err, accept.ErrUnreadable):
		return notUnderstood(finding.Finding{Ref: source.Ref{File: accept.FileName}, Message: "De lijst heeft een andere vorm dan ‘voortgang aanvaard’ ze schrijft."})
	case err != nil:
		return err
	}
	if err := output.Write(filepath.Join(dir, accept.FileName), data); err != nil {
		return err
	}
	fmt.Fprintf(s.Out, "Aanvaard door %s: %s in %s, met waarde ‘%s’. Het staat in %s.\n", entry.By, entry.Code, place(f), entry.Value, accept.FileName)
	return nil
}

// notUnderstood says why nothing is written in a file that a person has to
// mend first.
func notUnderstood(f finding.Finding) error {
	where := f.Ref.File
	if f.Ref.Line > 0 {
		where += ", regel " + strconv.Itoa(f.Ref.Line)
	}
	return usageError{fmt.Sprintf("Er is niets aanvaard en niets geschreven. %s: %s\nGeef daarna deze opdracht opnieuw.", where, f.Message)}
}

// ask asks a person at a terminal for what the options don't say.
func (o acceptOptions) ask(s Streams, f finding.Finding) (acceptOptions, error) {
	if s.In == nil || o.reason != "" && o.by != "" {
		return o, nil
	}
	answers := bufio.NewScanner(s.In)
	question := func(text string) string {
		fmt.Fprint(s.Err, text)
		if !answers.Scan() {
			return ""
		}
		return strings.TrimSpace(answers.Text())
	}
	fmt.Fprintf(s.Err, "%s: %s\n", place(f), f.Message)
	if o.reason == "" {
		o.reason = question("Waarom klopt het? ")
	}
	if o.by == "" {
		o.by = question("Wie keek het na (je naam)? ")
	}
	return o, o.check(false)
}

// isName tells whether a text can be a person's name: initials too.
func isName(text string) bool {
	letters := lettersOf(text)
	return len(letters) >= 2 && letters != "jenaam" && letters != "naam"
}

// isReason tells whether a text can be a reason: it is no placeholder that was
// copied from an example.
func isReason(text string) bool {
	letters := lettersOf(text)
	return len(letters) >= 4 && letters != "waaromhetklopt" && letters != "schrijfhierwaarom"
}

func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// withoutDir leaves out the workdir, when it was named: the first argument is
// a code or it is the folder.
func withoutDir(args []string) []string {
	if len(args) > 0 && !ruleCode.MatchString(args[0]) {
		return args[1:]
	}
	return args
}

// findingAt finds the one finding that was meant.
func findingAt(c *pipeline.Checked, args []string) (finding.Finding, error) {
	code, file := strings.ToUpper(args[0]), filepath.ToSlash(args[1])
	var there []string
	for _, f := range c.Findings {
		if f.Code() != code || !strings.EqualFold(f.Ref.File, file) {
			continue
		}
		if !sameSpot(f, args[2:]) {
			there = append(there, "  "+place(f))
			continue
		}
		if !accept.Allowed(f) {
			return f, usageError{fmt.Sprintf("%s is een fout; die kan niet aanvaard worden. Verbeter ze, of zet de regel zachter in voortgang.yaml als ze voor jullie niet past.", code)}
		}
		return f, nil
	}
	text := fmt.Sprintf("Daar is geen melding %s. ‘voortgang valideer’ toont alle meldingen.", code)
	if len(there) > 0 {
		text = fmt.Sprintf("Daar is geen melding %s, wel hier:\n%s", code, strings.Join(there[:min(len(there), 8)], "\n"))
	}
	return finding.Finding{}, usageError{text}
}

// sameSpot tells whether a finding is at a sheet and cell, at a line, or, when
// neither is given, at the file as a whole.
func sameSpot(f finding.Finding, spot []string) bool {
	switch len(spot) {
	case 0:
		return f.Ref.Cell() == "" && f.Ref.Line == 0
	case 1:
		return spot[0] == strconv.Itoa(f.Ref.Line) || f.Ref.Cell() == "" && strings.EqualFold(spot[0], f.Ref.Sheet)
	}
	cell := func(r source.Ref) bool { return strings.EqualFold(r.Cell(), spot[1]) }
	return strings.EqualFold(f.Ref.Sheet, spot[0]) && (cell(f.Ref) || slices.ContainsFunc(f.Cells, cell))
}

// place says where a finding is, as the command wants it.
func place(f finding.Finding) string {
	parts := []string{f.Ref.File}
	if f.Ref.Sheet != "" {
		parts = append(parts, f.Ref.Sheet)
	}
	if cell := f.Ref.Cell(); cell != "" {
		parts = append(parts, cell)
	}
	if f.Ref.Line > 0 {
		parts = append(parts, strconv.Itoa(f.Ref.Line))
	}
	return strings.Join(parts, " ")
}

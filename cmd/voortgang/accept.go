package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
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
	var reason string
	c := &cobra.Command{
		Use:   "aanvaard [MAP] CODE BESTAND [BLAD CEL | REGEL]",
		Short: "Aanvaard een waarschuwing, met een reden",
		Long: "Een waarschuwing vraagt om te kijken. Klopt wat er staat, aanvaard ze dan met een reden: ze verdwijnt\n" +
			"uit de lijst en staat in de Verantwoording van het rapport. Verandert de waarde, dan komt de melding terug.\n" +
			"Alle aanvaardingen staan in aanvaard.yaml in de werkmap. Een fout kan niet aanvaard worden.",
		Example: "  voortgang aanvaard demo P01 gegevens/projecten/energiek-pelt.xlsx Deelnames D14 --reden \"het buurtfeest\"\n" +
			"  voortgang aanvaard demo T20 teksten/voorwoord.md 12 --reden \"afgerond\"",
		Args: func(_ *cobra.Command, args []string) error {
			if rest := withoutDir(args); len(rest) < 2 || len(rest) > 4 || !ruleCode.MatchString(rest[0]) {
				return usageError{"Geef de code van de melding, het bestand, het blad en de cel op, zoals ‘voortgang aanvaard demo P01 gegevens/a.xlsx Deelnames D14 --reden \"het buurtfeest\"’."}
			}
			return nil
		},
	}
	c.Flags().StringVar(&reason, "reden", "", "waarom het klopt, in een `ZIN`")
	c.RunE = func(c *cobra.Command, args []string) error {
		rest := withoutDir(args)
		dir := dirOf(args[:len(args)-len(rest)])
		if err := needDir(dir); err != nil {
			return err
		}
		if !isReason(reason) {
			return usageError{"Geef met --reden een zin op die zegt waarom het klopt. Ze komt in de Verantwoording van het rapport."}
		}
		p := newProgress(s)
		o := pipeline.Options{Dir: dir, Version: version.Number}
		if s.Terminal {
			o.Progress = p
		}
		checked, err := pipeline.Check(c.Context(), o)
		p.done()
		if err != nil {
			return err
		}
		f, err := findingAt(checked, rest)
		if err != nil {
			return err
		}
		list, _, err := accept.Load(dir)
		if err != nil {
			return err
		}
		entry := accept.New(f, reason)
		data, err := accept.Encode(accept.Add(list, entry))
		if err != nil {
			return err
		}
		if err := output.Write(filepath.Join(dir, accept.FileName), data); err != nil {
			return err
		}
		fmt.Fprintf(s.Out, "Aanvaard: %s in %s, met waarde ‘%s’. Het staat in %s.\n", entry.Code, place(f), entry.Value, accept.FileName)
		return nil
	}
	return c
}

// isReason tells whether a text can be a reason: it is no placeholder that was
// copied from an example.
func isReason(text string) bool {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
	return len(letters) >= 4 && letters != "waaromhetklopt" && letters != "schrijfhierwaarom"
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

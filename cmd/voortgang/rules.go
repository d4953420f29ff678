package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voortgang/internal/finding"
)

// rulesCommand is `voortgang regels`.
func rulesCommand(s Streams) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "regels [CODE]",
		Short:   "Toon de controles, of leg er een uit",
		Long:    "Toont alle controles met hun code en niveau. Met een code erbij, zoals ze in een melding staat,\ntoont het wat de controle bewaakt, met een fout en een juist voorbeeld.",
		Example: "  voortgang regels\n  voortgang regels W02",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{fmt.Sprintf("Geef één code op, niet %d.", len(args))}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "toon de controles als JSON")
	c.RunE = func(_ *cobra.Command, args []string) error {
		rules := finding.Rules()
		if len(args) > 0 {
			i := slices.IndexFunc(rules, func(r *finding.Rule) bool { return strings.EqualFold(r.Code, args[0]) })
			if i < 0 {
				return usageError{fmt.Sprintf("Er is geen controle met de code ‘%s’. ‘voortgang regels’ toont alle codes.", args[0])}
			}
			rules = rules[i : i+1]
		}
		switch {
		case asJSON:
			return writeRules(s, rules)
		case len(args) > 0:
			return showRule(s, rules[0])
		default:
			return listRules(s, rules)
		}
	}
	return c
}

func listRules(s Streams, rules []*finding.Rule) error {
	var b strings.Builder
	for _, r := range rules {
		fmt.Fprintf(&b, "%s  %-12s  %s\n", r.Code, r.Level, r.Title)
	}
	_, err := fmt.Fprint(s.Out, b.String())
	return err
}

func showRule(s Streams, r *finding.Rule) error {
	_, err := fmt.Fprintf(s.Out, "%s %s (%s)\n\n%s\n\nFout:\n%s\nJuist:\n%s\n\nWie kan het verbeteren: %s\n",
		r.Code, r.Title, r.Level, wrapped(r.Explanation, 90), indented(r.Wrong), indented(r.Right), r.Who)
	return err
}

// indented sets an example apart.
func indented(text string) string { return "  " + strings.ReplaceAll(text, "\n", "\n  ") }

// wrapped breaks a text into lines of at most width characters, longer words
// aside.
func wrapped(text string, width int) string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > width {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return strings.Join(append(lines, line), "\n")
}

// writeRules writes the rules as JSON: always a list.
func writeRules(s Streams, rules []*finding.Rule) error {
	type rule struct {
		Code        string `json:"code"`
		Family      string `json:"soort"`
		Level       string `json:"niveau"`
		Title       string `json:"titel"`
		Explanation string `json:"uitleg"`
		Wrong       string `json:"fout_voorbeeld"`
		Right       string `json:"juist_voorbeeld"`
		Who         string `json:"wie"`
	}
	list := make([]rule, len(rules))
	for i, r := range rules {
		list[i] = rule{r.Code, string(r.Family), r.Level.String(), r.Title, r.Explanation, r.Wrong, r.Right, r.Who}
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(list); err != nil {
		return fmt.Errorf("writing the rules: %w", err)
	}
	_, err := fmt.Fprint(s.Out, b.String())
	return err
}

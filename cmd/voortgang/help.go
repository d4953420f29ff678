package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageTemplate is cobra's own in Dutch.
const usageTemplate = `Gebruik:
  {{if .HasAvailableSubCommands}}{{.CommandPath}} OPDRACHT{{else}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}

Opdrachten:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}}  {{.Short}}{{end}}{{end}}{{end}}{{if .HasExample}}

Voorbeelden:
{{.Example}}{{end}}{{if .HasAvailableLocalFlags}}

Opties:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

‘{{.CommandPath}} OPDRACHT --help’ vertelt meer over één opdracht.{{end}}
`

// helpTemplate puts the long text above the usage.
const helpTemplate = `{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}

{{end}}{{.UsageString}}`

// inDutch sets everything that cobra would say in English.
func inDutch(root *cobra.Command) {
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate(helpTemplate)
	root.SetHelpCommand(&cobra.Command{Use: "help [OPDRACHT]", Hidden: true, Short: "Uitleg bij een opdracht",
		RunE: func(c *cobra.Command, args []string) error {
			target, _, err := c.Root().Find(args)
			if err != nil || target == nil {
				return usageError{unknownCommand(strings.Join(args, " "))}
			}
			return target.Help()
		}})
	root.SetFlagErrorFunc(flagError)
	for _, c := range append(root.Commands(), root) {
		c.Flags().BoolP("help", "h", false, "toon deze uitleg")
		c.DisableFlagsInUseLine = true
		c.Flags().SortFlags = false
	}
}

// flagError says in Dutch what is wrong with an option.
func flagError(c *cobra.Command, err error) error {
	hint := fmt.Sprintf(" ‘%s --help’ toont de opties.", c.CommandPath())
	switch e := err.(type) {
	case *pflag.NotExistError:
		return usageError{fmt.Sprintf("De optie ‘%s’ bestaat niet.", dashes(e.GetSpecifiedName())) + hint}
	case *pflag.ValueRequiredError:
		return usageError{fmt.Sprintf("De optie ‘%s’ vraagt een waarde.", dashes(e.GetSpecifiedName())) + hint}
	case *pflag.InvalidValueError:
		return usageError{fmt.Sprintf("De waarde ‘%s’ past niet bij de optie ‘--%s’.", e.GetValue(), e.GetFlag().Name) + hint}
	default:
		return usageError{"De opties zijn niet te lezen." + hint}
	}
}

func dashes(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

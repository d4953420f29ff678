package config

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/nearest"
	"voortgang/internal/source"
)

var (
	RuleMissing     = finding.ByCode("C01") // there is no configuration
	RuleUnreadable  = finding.ByCode("C02") // the file is no valid YAML
	RuleUnknownKey  = finding.ByCode("C03") // a key that means nothing
	RuleRequiredKey = finding.ByCode("C04") // a key that must be there
	RuleWrongValue  = finding.ByCode("C05") // a value out of range or of the wrong kind
	RuleFraction    = finding.ByCode("C14") // a percentage that was written as a fraction
	RuleOtherTheme  = finding.ByCode("C15") // a theme that the workbooks spell otherwise
)

// RenameTheme gives the configuration with a theme named as the workbooks do,
// so that they can be read, and the finding that says so.
func (c *Config) RenameTheme(name, as string) (*Config, finding.Finding) {
	renamed := *c
	renamed.Themes = slices.Clone(c.Themes)
	i := slices.IndexFunc(renamed.Themes, func(t Theme) bool { return t.Name == name })
	renamed.Themes[i].Name = as
	f := finding.New(RuleOtherTheme, c.Place(fmt.Sprintf("themas.%d.naam", i)), fmt.Sprintf(
		"Het thema heet hier ‘%s’, maar alle werkboeken schrijven ‘%s’. Bedoel je ‘%s’?", name, as, as))
	f.Found, f.Expected, f.Proposal = name, "de naam die de werkboeken gebruiken", as
	return &renamed, f
}

func missing(dir string) finding.Finding {
	f := finding.New(RuleMissing, source.Ref{File: FileName}, fmt.Sprintf(
		"In de map ‘%s’ staat geen voortgang.yaml, dus dat is geen werkmap. Noem de werkmap in de opdracht, zoals ‘voortgang bouw MAP’, of ga er eerst heen. Een nieuwe maak je met ‘voortgang nieuw MAP’.", filepath.Base(dir)))
	f.Expected = "een bestand voortgang.yaml"
	return f
}

func unreadable(line int, why string) finding.Finding {
	return finding.New(RuleUnreadable, at(line, 0), "Het bestand is niet te lezen: "+why+". Vergelijk met het voorbeeld (‘voortgang voorbeeld’).")
}

// closed makes the finding of what stands under the name and can't be opened.
func closed(why string) finding.Finding {
	return finding.New(RuleUnreadable, at(0, 0), "Het bestand kan niet geopend worden: "+why+". Zet er een "+FileName+" die je zelf kan openen.")
}

func unknownKey(line, char int, path, key string, names []string) finding.Finding {
	where := "bovenaan"
	if path != "" {
		where = "onder ‘" + path + "’"
	}
	f := finding.New(RuleUnknownKey, at(line, char), fmt.Sprintf("De sleutel ‘%s’ %s bestaat niet en heeft geen effect.", key, where))
	f.Found, f.Expected = key, "een van deze: "+strings.Join(names, ", ")
	if best := nearest.To(key, names); best != "" {
		f.Proposal = best
		f.Message += fmt.Sprintf(" Bedoel je ‘%s’?", best)
	} else {
		f.Message += " Haal hem weg, of kijk in het handboek welke sleutels er zijn."
	}
	return f
}

// UnknownRules are findings on the codes under regels that no rule has.
func (c *Config) UnknownRules(known []string) []finding.Finding {
	var list []finding.Finding
	for _, code := range slices.Sorted(maps.Keys(c.Rules)) {
		if slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, code) }) {
			continue
		}
		ref := c.Place("regels." + code)
		f := unknownKey(ref.Line, ref.Char, "regels", strings.ToUpper(code), known)
		f.Expected = "een code uit ‘voortgang regels’"
		list = append(list, f)
	}
	return list
}

func requiredKey(line, char int, path string) finding.Finding {
	f := finding.New(RuleRequiredKey, at(line, char), fmt.Sprintf("‘%s’ ontbreekt of is leeg. Vul de waarde in.", path))
	f.Expected = "een waarde"
	return f
}

func wrongValue(line, char int, path, found, expected string) finding.Finding {
	f := finding.New(RuleWrongValue, at(line, char), fmt.Sprintf("‘%s’ heeft een waarde die niet kan; verwacht: %s.", path, expected))
	if found != "" {
		f.Message = fmt.Sprintf("‘%s’ is ‘%s’; verwacht: %s.", path, found, expected)
	}
	f.Found, f.Expected = found, expected
	return f
}

// WrongValue is a finding on the value of a dotted key that only a later stage
// can judge; expected says in Dutch what it may be.
func (c *Config) WrongValue(key, found, expected string) finding.Finding {
	ref := c.Place(key)
	return wrongValue(ref.Line, ref.Char, key, found, expected)
}

func fraction(line, char int, path string, v float64) finding.Finding {
	found, proposal := dutch.Exact(v), dutch.Exact(dutch.Round(100*v, 4))
	f := finding.New(RuleFraction, at(line, char), fmt.Sprintf("‘%s’ is %s, dus %s\u00a0%%. Bedoel je %s?", path, found, found, proposal))
	f.Found, f.Expected, f.Proposal = found, "een percentage, zoals 85", proposal
	return f
}

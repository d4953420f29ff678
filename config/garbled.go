package config

import (
	"fmt"

	"go.yaml.in/yaml/v3"

	"voortgang/internal/finding"
	"voortgang/internal/garbled"
)

// RuleGarbled: text that an encoding, HTML or escapes spoiled.
var RuleGarbled = finding.ByCode("C16")

// decode gives the text of the file, and a finding when its encoding leaves
// doubt or is an old one.
func decode(data []byte) ([]byte, []finding.Finding) {
	text, e := garbled.Decode(data)
	if !e.Odd {
		return text, nil
	}
	f := finding.New(RuleGarbled, at(1, 1), e.Note("Het bestand"))
	if !e.Doubtful {
		f.Level = finding.Info
	}
	f.Found, f.Expected = e.Name, "UTF-8"
	return text, []finding.Finding{f}
}

// mend gives the file with its values as they were meant, and says which were
// spoiled.
func mend(root *yaml.Node, data []byte) ([]byte, []finding.Finding) {
	var list []finding.Finding
	changed := false
	eachValue(root, func(n *yaml.Node, path string) {
		meant, kind := garbled.Mend(n.Value)
		if kind == garbled.None {
			return
		}
		found, proposal := garbled.Excerpt(n.Value, meant, 60)
		f := finding.New(RuleGarbled, at(n.Line, n.Column), fmt.Sprintf(
			"‘%s’ is ‘%s’: dat bevat %s en is gelezen als ‘%s’. Klopt dat, schrijf het dan zo.", path, found, kind.Contains(), proposal))
		f.Found, f.Expected, f.Proposal = n.Value, "gewone tekst", meant
		if kind == garbled.Lost {
			f.Message, f.Proposal = fmt.Sprintf("In ‘%s’ is een letter verloren: bij ‘%s’ staat �. Typ het woord opnieuw.", path, garbled.Around(meant, 40)), ""
		}
		list = append(list, f)
		changed = changed || meant != n.Value
		n.Value = meant
	})
	if !changed {
		return data, list
	}
	again, err := yaml.Marshal(root)
	if err != nil {
		return data, list
	}
	return again, list
}

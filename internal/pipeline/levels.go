package pipeline

import (
	"strings"

	"voortgang/internal/finding"
)

// codes lists the codes of all rules.
func codes() []string {
	var out []string
	for _, r := range finding.Rules() {
		out = append(out, r.Code)
	}
	return out
}

// applyLevels gives findings the level that the configuration sets for their
// rule, and takes out those of rules that are turned off.
func applyLevels(list []finding.Finding, levels map[string]string) []finding.Finding {
	named := map[string]string{}
	for code, level := range levels {
		named[strings.ToUpper(code)] = level
	}
	var out []finding.Finding
	for _, f := range list {
		switch named[f.Code()] {
		case "uit":
			continue
		case finding.Error.String():
			f.Level = finding.Error
		case finding.Warning.String():
			f.Level = finding.Warning
		case finding.Info.String():
			f.Level = finding.Info
		}
		out = append(out, f)
	}
	return out
}

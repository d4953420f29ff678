package pipeline

import (
	"slices"
	"strings"

	"voortgang/config"
	"voortgang/ingest/markdown"
	"voortgang/ingest/rules"
	"voortgang/internal/accept"
	"voortgang/internal/finding"
	"voortgang/internal/published"
	"voortgang/internal/report"
	"voortgang/validate"
)

// Rules lists every rule of the program by code.
func Rules() []*finding.Rule {
	var all []*finding.Rule
	all = append(all, config.Rules()...)
	all = append(all, accept.Rules()...)
	all = append(all, rules.All()...)
	all = append(all, validate.Rules()...)
	all = append(all, markdown.Rules()...)
	all = append(all, report.Rules()...)
	all = append(all, published.Rules()...)
	slices.SortFunc(all, func(a, b *finding.Rule) int { return strings.Compare(a.Code, b.Code) })
	return all
}

// codes lists the codes of all rules.
func codes() []string {
	var out []string
	for _, r := range Rules() {
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

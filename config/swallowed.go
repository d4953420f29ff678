package config

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"voortgang/internal/finding"
)

// RuleSwallowed: a value that begins with # is a comment.
var RuleSwallowed = finding.ByCode("C17")

var (
	// hidden is a comment that was meant as a value: the sign stands right
	// before the word, or a colour follows.
	hidden = regexp.MustCompile(`^#(?:[^\s#!].*|\s*[0-9A-Fa-f]{6}|\s*[0-9A-Fa-f]{3})$`)
	// hiddenEnd is the end of a value, such as a number: "Wijk #3".
	hiddenEnd = regexp.MustCompile(`^#\d+$`)
	// colourInList is a colour without quotes in a list on one line.
	colourInList = regexp.MustCompile(`[\[,]\s*#[0-9A-Fa-f]{3,8}\b`)
)

// swallowed reports the values that are comments, by the line on which they
// stand.
func swallowed(root *yaml.Node, data []byte) map[int]finding.Finding {
	lines := strings.Split(string(data), "\n")
	out := map[int]finding.Finding{}
	look := func(n *yaml.Node, path string) {
		if n.Kind != yaml.ScalarNode || n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 || n.Line < 1 || n.Line > len(lines) {
			return
		}
		comment, from := commentOf(lines[n.Line-1])
		switch {
		case comment == "":
		case n.Tag == "!!null" && n.Value == "" && hidden.MatchString(comment):
			out[n.Line] = swallowedValue(n.Line, from, path, comment, comment)
		case n.Tag == "!!str" && hiddenEnd.MatchString(comment):
			out[n.Line] = swallowedValue(n.Line, from, path, n.Value+" "+comment, n.Value+" "+comment)
		}
	}
	eachValue(root, look)
	return out
}

// commentOf gives the comment at the end of a line, and the place where it
// begins; "" when the line is nothing but a comment.
func commentOf(line string) (string, int) {
	line = strings.TrimRight(line, " \t\r")
	for i := 1; i < len(line); i++ {
		if line[i] == '#' && (line[i-1] == ' ' || line[i-1] == '\t') && strings.TrimSpace(line[:i]) != "" {
			return line[i:], len([]rune(line[:i])) + 1
		}
	}
	return "", 0
}

// eachValue goes over the single values of a file, each with its dotted path.
func eachValue(root *yaml.Node, do func(n *yaml.Node, path string)) {
	var walk func(n *yaml.Node, path string)
	walk = func(n *yaml.Node, path string) {
		switch n.Kind {
		case yaml.DocumentNode:
			for _, c := range n.Content {
				walk(c, path)
			}
		case yaml.SequenceNode:
			for i, c := range n.Content {
				walk(c, fmt.Sprintf("%s.%d", path, i))
			}
		case yaml.MappingNode:
			for i := 0; i+1 < len(n.Content); i += 2 {
				key, value := n.Content[i], n.Content[i+1]
				if value.Kind == yaml.ScalarNode && value.Tag == "!!null" && value.Line == 0 {
					value.Line = key.Line
				}
				walk(value, strings.TrimPrefix(path+"."+key.Value, "."))
			}
		case yaml.ScalarNode:
			do(n, path)
		}
	}
	walk(root, "")
}

func swallowedValue(line, char int, path, found, value string) finding.Finding {
	value = strings.ReplaceAll(value, "# ", "#")
	proposal := `"` + strings.ReplaceAll(value, `"`, `\"`) + `"`
	f := finding.New(RuleSwallowed, at(line, char), fmt.Sprintf(
		"Wat na # staat, is een opmerking: ‘%s’ krijgt die waarde niet. Schrijf %s tussen aanhalingstekens. Is het een opmerking, zet dan een spatie na #.", path, proposal))
	f.Found, f.Expected, f.Proposal = found, "een waarde tussen aanhalingstekens", proposal
	return f
}

// withSwallowed adds the findings on swallowed values to those on the values
// themselves, which are empty for the same reason. Where one is an error, the
// value was needed.
func withSwallowed(list []finding.Finding, swallowed map[int]finding.Finding) []finding.Finding {
	list = slices.DeleteFunc(list, func(f finding.Finding) bool {
		s, here := swallowed[f.Ref.Line]
		if !here || f.Found != "" {
			return false
		}
		s.Level = min(s.Level, f.Level)
		swallowed[f.Ref.Line] = s
		return true
	})
	for _, f := range swallowed {
		list = append(list, f)
	}
	finding.Sort(list)
	return list
}

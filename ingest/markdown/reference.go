package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"voortgang/internal/prose"
)

// referenceNode is `{{ cijfer "vte.totaal" 2020 }}` in the syntax tree.
type referenceNode struct {
	ast.BaseInline
	ref    prose.Reference
	offset int
	// broken is true when what stands between the braces can't be read.
	broken bool
}

var kindReference = ast.NewNodeKind("Reference")

// Kind implements ast.Node.
func (n *referenceNode) Kind() ast.NodeKind { return kindReference }

// Dump implements ast.Node.
func (n *referenceNode) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Raw": n.ref.Raw}, nil)
}

// referenceParser reads references before anything else gets at the quotes.
type referenceParser struct{}

// Trigger implements parser.InlineParser.
func (referenceParser) Trigger() []byte { return []byte{'{'} }

// Parse implements parser.InlineParser.
func (referenceParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("{{")) {
		return nil
	}
	end := bytes.Index(line, []byte("}}"))
	if end < 0 {
		raw := strings.TrimRight(string(line), "\n")
		block.Advance(len(raw))
		return &referenceNode{ref: prose.Reference{Raw: raw}, offset: seg.Start, broken: true}
	}
	raw := string(line[:end+2])
	block.Advance(end + 2)
	node := &referenceNode{offset: seg.Start}
	node.ref, node.broken = parseReference(raw)
	return node
}

// parseReference reads a name, quoted keys and at most one year.
func parseReference(raw string) (ref prose.Reference, broken bool) {
	ref.Raw = raw
	rest := strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(raw, "{{"), "}}"))
	name := rest
	if i := strings.IndexAny(rest, " \t\u00a0\"“”„"); i >= 0 {
		name = rest[:i]
	}
	ref.Name = strings.ToLower(name)
	rest = strings.TrimSpace(rest[len(name):])
	for rest != "" {
		if key, after, ok := quoted(rest); ok {
			ref.Keys = append(ref.Keys, strings.TrimSpace(key))
			rest = strings.TrimSpace(after)
			continue
		}
		word := rest
		if i := strings.IndexAny(rest, " \t\"“”„"); i > 0 {
			word = rest[:i]
		}
		year, err := strconv.Atoi(word)
		if err != nil || ref.Year != 0 || year < 1900 || year > 2100 {
			return ref, true
		}
		ref.Year = year
		rest = strings.TrimSpace(rest[len(word):])
	}
	return ref, ref.Name == "" || len(ref.Keys) == 0
}

// quoted takes a quoted word from the front; word processors turn quotes into
// curly ones.
func quoted(s string) (word, rest string, ok bool) {
	for _, open := range []string{`"`, "“", "„", "”"} {
		after, found := strings.CutPrefix(s, open)
		if !found {
			continue
		}
		end, width := -1, 0
		for _, shut := range []string{`"`, "”", "“"} {
			if i := strings.Index(after, shut); i >= 0 && (end < 0 || i < end) {
				end, width = i, len(shut)
			}
		}
		if end < 0 {
			return "", s, false
		}
		return after[:end], after[end+width:], true
	}
	return "", s, false
}

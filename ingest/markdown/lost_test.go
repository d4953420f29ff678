package markdown

import (
	"strings"
	"testing"

	"voortgang/internal/prose"
)

// Whatever is wrong in a text, its words are printed.
func TestNothingIsSwallowed(t *testing.T) {
	for _, in := range []string{
		"<!-- open\n\nwoord\n", "<!-- open\nwoord", "woord <!-- open", "<!-- a\n\nwoord\n\n<!-- b -->", "<!-- a --> woord", "<!-- a\nb --> woord",
		"<div>woord</div>", "<p>\nwoord\n</p>", "<table><tr><td>woord</td></tr></table>", "<b>woord", "<center>\n\nwoord\n\n</center>",
		"```\nwoord\n```", "```\nwoord", "    woord", "\twoord", "[woord]: iets", "| a |\n|---|\n| b | woord |", "| a |\n| woord |", "---\ntitel: woord\n---\n",
		"{{ woord", "{{ cijfer \"x\" woord", "1. a\n\n       woord", "> woord", "- [ ] woord", "woord\n---\n", "woord\n===\n",
	} {
		blocks, _ := Parse("t.md", in)
		var b strings.Builder
		prose.Each(blocks, func(in *prose.Inline) {
			b.WriteString(in.Text)
			if in.Ref != nil {
				b.WriteString(in.Ref.Raw)
			}
		})
		if !strings.Contains(b.String(), "woord") {
			t.Errorf("%q prints %q", in, b.String())
		}
	}
}

// A pasted table in HTML is one thing.
func TestPastedHTML(t *testing.T) {
	if _, list := Parse("t.md", "<table>\n<tr><td>a</td><td>b</td></tr>\n<tr><td>c</td></tr>\n</table>"); len(list) != 1 {
		t.Errorf("%+v", list)
	}
}

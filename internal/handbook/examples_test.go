package handbook

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"voortgang/ingest/markdown"
	"voortgang/internal/cite"
	"voortgang/internal/dutch"
	"voortgang/internal/prose"
)

var example = regexp.MustCompile("(?m)^\\| `({{ [^`]+ }})` \\| ([^|]+) \\|$")

// The references that the handbook shows give what it says, in the example.
func TestReferencesInTheHandbook(t *testing.T) {
	figs := exampleFigures(t)
	page := read(t, filepath.Join(docs, "handboek", "teksten.md"))
	found := example.FindAllStringSubmatch(page, -1)
	if len(found) < 5 {
		t.Fatalf("only %d examples of references", len(found))
	}
	for _, m := range found {
		blocks, list := markdown.Parse("handboek", m[1])
		if len(list) > 0 || len(blocks) != 1 {
			t.Errorf("%s can't be read", m[1])
			continue
		}
		if blocks[0].(prose.Paragraph).Text[0].Ref.Name == cite.SectionFunction {
			continue // internal/report tries those
		}
		got, problem := cite.Resolve(*blocks[0].(prose.Paragraph).Text[0].Ref, figs)
		if problem != nil {
			t.Errorf("%s: %s", m[1], problem.Message)
			continue
		}
		if got = strings.ReplaceAll(got, dutch.NBSP, " "); got != m[2] {
			t.Errorf("%s gives %q, the handbook says %q", m[1], got, m[2])
		}
	}
}

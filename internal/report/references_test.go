package report

import (
	"strings"
	"testing"

	"voortgang/ingest/markdown"
	"voortgang/internal/document"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// A text refers to a section by its number or by a name that stays, wherever
// the section stands; the handbook shows these names.
func TestReferencesToSections(t *testing.T) {
	in := exampleInput(t)
	const body = "Zie {{ verwijs \"2.4\" }}, {{ verwijs \"deelnames\" }}, {{ verwijs \"thema:wonen\" }}, {{ verwijs \"project:energiek-pelt\" }}, " +
		"{{ verwijs \"vaste-gegevens:energiek-pelt\" }}, {{ verwijs \"meerjarenplan\" }} en {{ verwijs \"verantwoording\" }}.\n\n" +
		"Maar niet {{ verwijs \"thema:woonen\" }}.\n"
	blocks, list := markdown.Parse("teksten/voorwoord.md", body)
	if len(list) > 0 {
		t.Fatal(list)
	}
	n := &model.Narrative{Name: "voorwoord", Blocks: blocks}
	n.Path = "teksten/voorwoord.md"
	in.Texts = []*model.Narrative{n}
	doc, found := Build(in)

	numbers := map[string]string{}
	for _, b := range doc.Blocks {
		if h, ok := headingOf(b); ok {
			numbers[h.ID] = h.Number
		}
	}
	var links []prose.Inline
	for _, b := range doc.Blocks {
		if p, ok := b.(document.Paragraph); ok {
			for _, in := range p.Text {
				if in.Paged {
					links = append(links, in)
				}
			}
		}
	}
	if len(links) != 7 {
		t.Fatalf("%d references, want 7: %v", len(links), links)
	}
	for i, l := range links {
		if l.Text == "" || l.Text != numbers[strings.TrimPrefix(l.Link, "#")] {
			t.Errorf("reference %d is written %q and leads to %s, numbered %q", i, l.Text, l.Link, numbers[strings.TrimPrefix(l.Link, "#")])
		}
	}
	if links[0].Text != "2.4" || links[0].Link != links[1].Link {
		t.Errorf("2.4 and its name lead to %v and %v", links[0], links[1])
	}
	var wrong int
	for _, f := range found {
		if f.Code() == "T12" {
			wrong++
			if f.Proposal != "thema:wonen" || f.Ref.Line != 3 || f.Ref.Char != 11 {
				t.Errorf("proposal %q at %d:%d", f.Proposal, f.Ref.Line, f.Ref.Char)
			}
		}
	}
	if wrong != 1 {
		t.Errorf("%d findings on references, want 1", wrong)
	}
}

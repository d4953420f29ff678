package report

import (
	"strings"
	"testing"

	"voortgang/internal/model"
)

// Footnotes are numbered through the report and stand behind their text; two
// marks of one note have one number, and figures in a note are filled in.
func TestFootnotes(t *testing.T) {
	in := smallInput()
	in.Texts = []*model.Narrative{
		narrative("voorwoord", "Eén[^a] en nog eens[^a], dan twee.[^b]\n\n[^b]: Er zijn {{ cijfer \"dossiers.totaal\" }} dossiers.\n[^a]: De bron."),
		narrative("signalen", "Drie.[^a]\n\n[^a]: Een andere bron."),
	}
	doc, _ := build(in)
	text := dump(doc)
	for _, want := range []string{
		"Eén[¹](#noot-1) en nog eens[¹](#noot-1), dan twee.[²](#noot-2)\nVOETNOOT 1 [#noot-1, terug naar #nootteken-1] De bron.\nVOETNOOT 2 [#noot-2, terug naar #nootteken-2] Er zijn 1 dossiers.\n",
		"Drie.[³](#noot-3)\nVOETNOOT 3 [#noot-3, terug naar #nootteken-3] Een andere bron.\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q isn't in\n%s", want, text)
		}
	}
}

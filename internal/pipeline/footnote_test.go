package pipeline

import (
	"strings"
	"testing"

	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/pdf"
)

// The mark of a footnote leads to the note, the note leads back, and a
// listener meets each once and knows what it is.
func TestFootnotes(t *testing.T) {
	mark := func(id string) prose.Inline { return prose.Inline{Text: "¹", Link: "#noot-1", Mark: true, ID: id} }
	made, err := pdf.Render(&document.Document{Title: "T", Language: "nl-BE", Blocks: []document.Block{
		document.Heading{Level: 1, Text: "Kop", ID: "kop"},
		document.Paragraph{Text: []prose.Inline{{Text: "Een zin."}, mark("teken-1"), {Text: " Nog eens."}, mark(""), {Text: " Verder in het "}, {Text: "français", Lang: "fr"}, {Text: "."}}},
		document.Notes{Items: []document.Note{
			{ID: "noot-1", Back: "#teken-1", Mark: "1", Text: prose.Text("De bron.")},
			{ID: "noot-2", Back: "#nergens", Mark: "2", Text: prose.Text("Zonder teken.")}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if len(made.Notes) > 0 {
		t.Errorf("the renderer says %q", made.Notes)
	}
	l := listen(t, made.Bytes)
	var heard strings.Builder
	l.walk(l.Dict(l.Root()["StructTreeRoot"])["K"], 0, "", func(path, text string) {
		if text = strings.TrimSpace(text); text != "" {
			heard.WriteString(strings.TrimPrefix(path, "/Document/Sect") + " " + text + "\n")
		}
	})
	want := `/H1 Kop
/P Een zin.
/P/Reference/Link ¹
/P Nog eens.
/P/Reference/Link ¹
/P Verder in het
/P/Span français
/P .
/Note/Lbl/Link 1
/Note/P De bron.
/Note/Lbl 2
/Note/P Zonder teken.
`
	if heard.String() != want {
		t.Errorf("heard\n%s\nwant\n%s", heard.String(), want)
	}
}

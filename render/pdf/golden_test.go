package pdf

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"voortgang/internal/document"
	"voortgang/internal/prose"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// dump writes a layout for people: pages, strips with their place, and the
// texts in them with the element they belong to.
func dump(l *layout) string {
	var b strings.Builder
	for i, p := range l.pages {
		fmt.Fprintf(&b, "page %d", i+1)
		if p.chapter != "" {
			fmt.Fprintf(&b, " under %q", p.chapter)
		}
		if p.section != "" {
			fmt.Fprintf(&b, " and %q", p.section)
		}
		b.WriteByte('\n')
		for _, s := range p.strips {
			fmt.Fprintf(&b, "%7.2f %s", s.y, s.what)
			if s.repeated {
				b.WriteString(" (again)")
			}
			for _, a := range s.anchors {
				fmt.Fprintf(&b, " #%s", a.id)
			}
			b.WriteByte('\n')
			for k := range s.marks {
				dumpMark(&b, l, &s.marks[k])
			}
		}
	}
	return b.String()
}

func dumpMark(b *strings.Builder, l *layout, m *mark) {
	within := "–"
	if m.node != nil {
		within = string(m.node.tag)
	}
	switch m.kind {
	case textMark:
		fmt.Fprintf(b, "        %6.1f %s %q", m.x, within, strings.ReplaceAll(m.text, "\u00AD", "~"))
		if m.link != nil {
			fmt.Fprintf(b, " → %s", m.link.target)
		}
	case pageMark:
		fmt.Fprintf(b, "        %6.1f %s page %d", m.x, within, l.places[m.ref].page+1)
	case linkMark:
		fmt.Fprintf(b, "        %6.1f %s → %s", m.x, within, m.link.target)
	case drawingMark, pictureMark:
		fmt.Fprintf(b, "        %6.1f %s %.1f × %.1f %q", m.x, within, m.w, m.h, m.node.attrs.Alt)
	case presentMark:
		fmt.Fprintf(b, "        %6.1f %s %s", m.x, within, m.node.attrs.Alt)
	default:
		return
	}
	b.WriteByte('\n')
}

func TestGolden(t *testing.T) {
	link := []prose.Inline{{Text: "Zie ook "}, {Text: "de tabel", Link: "#tabel"}, {Text: " en "}, {Text: "de website", Link: "https://voorbeeld.be", Bold: true}, {Text: "."}}
	table := plainTable(4, 3)
	table.ID = "tabel"
	table.Note = prose.Text("Bron: registratie.")
	table.Rows[0].Kind = document.Group
	table.Rows[0].Cells = table.Rows[0].Cells[:1]
	d := titled(
		document.Contents{Title: "Inhoud", Depth: 2},
		document.Heading{Level: 1, Number: "1", Text: "Algemene evaluatie", ID: "een", NewPage: true},
		document.Heading{Level: 2, Number: "1.1", Text: "Realisaties", ID: "een-een"},
		document.Paragraph{Text: words(400)},
		document.Paragraph{Text: link},
		document.List{List: prose.List{Items: []prose.Item{{Text: prose.Text("eerste"), Sub: &prose.List{Items: []prose.Item{{Text: prose.Text("daaronder")}}}}, {Text: prose.Text("tweede")}}}},
		document.List{List: prose.List{Ordered: true, Items: []prose.Item{{Text: prose.Text("geteld")}}}},
		table,
		document.Scale{Label: "Samenwerking", Steps: []string{"niet gestart", "gestart", "deels bereikt", "doelstellingen bereikt", "overtroffen"}, Reached: 3},
		document.Heading{Level: 4, Text: "Politieke resultaten"},
		document.Scale{Label: "Score", Steps: []string{"niet gestart", "gestart", "deels bereikt"}, Reached: 1},
		document.Paragraph{Text: prose.Text("Zo liep het.")},
		document.Terms{Items: []document.Term{{When: "voorjaar 2022", Text: prose.Text("een buurtfeest")}}},
		document.Card{Title: "Vaste gegevens", Theme: 2, Facts: []document.Fact{{Label: "Gemeente", Text: prose.Text("Genk")}}, Links: []document.Link{{Text: "Naar het begin", Target: "#een"}}},
		document.Heading{Level: 1, Number: "2", Text: "Indicatoren", ID: "twee", NewPage: true},
		document.LinkList{Links: []document.Link{{Text: "Realisaties", Target: "#een-een", Note: "hoofdstuk 1"}, {Text: "Elders", Target: "https://voorbeeld.be"}}, Columns: 2},
	)
	got := dump(checkLayout(t, d))
	const file = "testdata/small.txt"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the layout differs from %s (renew it with -update):\n%s", file, firstDifference(got, string(want)))
	}
}

// firstDifference shows the first lines that differ.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], append(w, make([]string, i+1)...)[i])
		}
	}
	return fmt.Sprintf("line %d is missing", len(g)+1)
}

package markdown

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"voortgang/internal/finding"
)

// readText reads one text of a workdir.
func readText(t *testing.T, content string) (string, []finding.Finding) {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "teksten"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "teksten", "voorwoord.md"), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	texts, list, err := Read(dir, "teksten")
	if err != nil || len(texts) != 1 {
		t.Fatal(texts, list, err)
	}
	return dump(texts[0].Blocks), list
}

// A text is read whatever its encoding; an old one is told.
func TestEncodings(t *testing.T) {
	const text = "# Één jaar\n\nCafé België coördineert.\n"
	const want = "h1 Één jaar\np Café België coördineert.\n"
	encode := func(s string, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, c := range map[string]struct{ content, rules string }{
		"UTF-8":               {text, ""},
		"UTF-8 with mark":     {"\ufeff" + text, ""},
		"UTF-16":              {encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)), ""},
		"UTF-16 big":          {encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)), ""},
		"UTF-16 without mark": {encode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(text)), ""},
		"Windows-1252":        {encode(charmap.Windows1252.NewEncoder().String(text)), ""},
		"MacRoman":            {encode(charmap.Macintosh.NewEncoder().String(text)), "T14 "},
	} {
		got, list := readText(t, c.content)
		rules := ""
		for _, f := range list {
			rules += f.Code() + " "
		}
		if got != want || rules != c.rules {
			t.Errorf("%s: %q with %q", name, got, rules)
		}
	}
}

// A spoiled line is read as it was meant, with one finding; a whole text gives
// one as well.
func TestSpoiledLines(t *testing.T) {
	got, list := readText(t, "Het projectâ€™s koers, A &amp; B en R&D.\n\nGoed &amp;amp; wel.\n")
	if got != "p Het project’s koers, A & B en R&D.\np Goed & wel.\n" || len(list) != 2 || list[0].Code() != "T13" || list[0].Ref.Line != 1 || list[1].Ref.Line != 3 {
		t.Errorf("%q %+v", got, list)
	}
	if want := "Het project’s koers, A &amp; B en R&D."; list[0].Proposal != want {
		t.Errorf("proposal %q, want %q", list[0].Proposal, want)
	}
	if _, list := readText(t, strings.Repeat("CafÃ© BelgiÃ«\n\n", 30)); len(list) != 1 || !strings.Contains(list[0].Message, "30 regels") {
		t.Errorf("%+v", list)
	}
	if _, list := readText(t, "Het caf\uFFFD van de buurt"); len(list) != 1 || list[0].Proposal != "" || !strings.Contains(list[0].Message, "caf\uFFFD van de buurt") {
		t.Errorf("%+v", list)
	}
}

// HTML is one finding a line, with the Markdown that was meant; it glues no
// words.
func TestHTMLAsMeant(t *testing.T) {
	got, list := readText(t, "Een<br>twee <b>vet</b> op <a href=\"https://voorbeeld.be\">de site</a>.\n\n<p>a</p><p>b</p>\n")
	if got != "p Een⏎twee vet op de site.\np a⏎b\n" {
		t.Errorf("got %q", got)
	}
	if len(list) != 2 || list[0].Proposal != "Een\\\ntwee **vet** op [de site](https://voorbeeld.be)." || list[1].Proposal != "a\n\nb" {
		t.Errorf("%+v", list)
	}
}

// Lists that were pasted from Word are lists; places stay those of the file.
func TestPastedLists(t *testing.T) {
	for in, want := range map[string]string{
		"Kop:\n·       een\n·\ttwee\no   onder\n\uf0b7\tdrie\n":     "p Kop:\n- een\n- twee\n  - onder\n- drie\n",
		"• een\n• twee {{ cijfer \"a.b\" }}\n":                      "- een\n- twee {cijfer [a.b] 0 @2:8}\n",
		"\uf0a7 een\n\uf0a7 {{ cijfer \"a.b\" }}\n":                 "- een\n- {cijfer [a.b] 0 @2:3}\n",
		"• een\n    ▪ {{ cijfer \"a.b\" }}\n":                       "- een\n  - {cijfer [a.b] 0 @2:7}\n",
		"1) een\n2) twee\n":                                         "1 een\n2 twee\n",
		"Wij gingen\n– zoals altijd – naar Pelt.\n":                 "p Wij gingen – zoals altijd – naar Pelt.\n",
		"een\u000btwee\n":                                           "p een twee\n",
		"§ 2 van het decreet\n\no ja\n\n12 mensen*\n\n\\* zonder x": "p § 2 van het decreet\np o ja\np 12 mensen*\np * zonder x\n",
	} {
		if got, list := readText(t, in); got != want || len(list) > 0 {
			t.Errorf("%q gives\n%swant\n%s%v", in, got, want, list)
		}
	}
}

package markdown

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voortgang/internal/prose"
)

// dump writes blocks the way a person would mark them up, to compare at a glance.
func dump(blocks []prose.Block) string {
	var b strings.Builder
	for _, bl := range blocks {
		switch bl := bl.(type) {
		case prose.Heading:
			fmt.Fprintf(&b, "h%d %s\n", bl.Level, inl(bl.Text))
		case prose.Paragraph:
			fmt.Fprintf(&b, "p %s\n", inl(bl.Text))
		case prose.List:
			dumpList(&b, bl, "")
		case prose.Table:
			for i, row := range append([][][]prose.Inline{bl.Head}, bl.Rows...) {
				var cells []string
				for j, c := range row {
					cells = append(cells, fmt.Sprintf("%d:%s", bl.Align[j], inl(c)))
				}
				fmt.Fprintf(&b, "tr%d %s\n", i, strings.Join(cells, " | "))
			}
		case prose.Image:
			fmt.Fprintf(&b, "img %s alt=%s\n", bl.Path, bl.Alt)
		}
	}
	return b.String()
}

func dumpList(b *strings.Builder, l prose.List, indent string) {
	mark, numbers := "-", l.Numbers()
	for i, it := range l.Items {
		if l.Ordered {
			mark = fmt.Sprint(numbers[i])
		}
		fmt.Fprintf(b, "%s%s %s\n", indent, mark, inl(it.Text))
		if it.Sub != nil {
			dumpList(b, *it.Sub, indent+"  ")
		}
	}
}

func inl(list []prose.Inline) string {
	var b strings.Builder
	for _, in := range list {
		s := in.Text
		if in.Ref != nil {
			s = fmt.Sprintf("{%s %v %d @%d:%d}", in.Ref.Name, in.Ref.Keys, in.Ref.Year, in.Ref.Place.Line, in.Ref.Place.Char)
		}
		if in.Break {
			s = "⏎"
		}
		if in.Note != nil {
			s = "{noot: " + inl(in.Note.Text) + "}"
		}
		if in.Lang != "" {
			s = "<" + in.Lang + ">" + s + "</>"
		}
		if in.Bold {
			s = "<b>" + s + "</b>"
		}
		if in.Italic {
			s = "<i>" + s + "</i>"
		}
		if in.Link != "" {
			s = "[" + s + "](" + in.Link + ")"
		}
		b.WriteString(s)
	}
	return b.String()
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"form", "Een **vet** en *cursief* woord\nop twee regels.", "p Een <b>vet</b><i></i> en <i>cursief</i> woord op twee regels.\n"},
		{"quotes and dashes", `Hij zei "goed" -- 't is zo...`, "p Hij zei ‘goed’ – ’t is zo…\n"},
		{"headings", "# Een\n\n## Twee\ntekst", "h1 Een\nh2 Twee\np tekst\n"},
		{"reference", "We tellen {{ cijfer \"vte.totaal\" 2020 }} VTE.", "p We tellen {cijfer [vte.totaal] 2020 @1:11} VTE.\n"},
		{"reference in bold, curly quotes", "één **{{verschil “vte.totaal”}}**", "p één <b>{verschil [vte.totaal] 0 @1:7}</b>\n"},
		{"share", `{{ aandeel "a.b" "c.d" }}`, "p {aandeel [a.b c.d] 0 @1:1}\n"},
		{"lists", "- a\n  - b\n    - c\n- d\n\n1. x\n2. y\n", "- a\n  - b\n  - c\n- d\n1 x\n2 y\n"},
		{"link and bare link", "[site](https://a.be) en https://b.be/x.", "p [site](https://a.be) en [https://b.be/x](https://b.be/x).\n"},
		{"table", "| a | b |\n|---|--:|\n| x | {{ cijfer \"k.l\" }} |\n", "tr0 0:a | 1:b\ntr1 0:x | 1:{cijfer [k.l] 0 @3:7}\n"},
		{"image", "![plein](beelden/p.png)", "img beelden/p.png alt=plein\n"},
		{"image beside the text", "![plein](../beelden/p.png)", "img beelden/p.png alt=plein\n"},
		{"entities and escapes", `R&amp;D \*ster\* &lt;`, "p R&D *ster* <\n"},
		{"quotation", "> woorden", "p <i>woorden</i>\n"},
		{"code is text", "    a < b\n", "p a < b\n"},
		{"hard break", "een  \ntwee", "p een⏎twee\n"},
		{"a comment is a hint for the writer", "<!-- schrijf\nhier -->\n\n## Kop\n", "h2 Kop\n"},
		{"footnote", "Zie hier.[^1]\n\n[^1]: De bron, met een [site](https://a.be).\n", "p Zie hier.{noot: De bron, met een [site](https://a.be).}\n"},
		{"footnote of one word, which is no link", "Zie.[^w]\n\n[^w]: Woord\n", "p Zie.{noot: Woord}\n"},
		{"footnote written out first, of two paragraphs, marked twice", "[^a]: Een.\n\n    Twee.\n\nX[^a] en y[^a].", "p X{noot: Een.⏎Twee.} en y{noot: Een.⏎Twee.}.\n"},
		{"footnote in a list and a table", "- a[^1]\n\n| k |\n|---|\n| b[^2] |\n\n[^1]: Een {{ cijfer \"a.b\" }}.\n[^2]: Twee.\n", "- a{noot: Een {cijfer [a.b] 0 @7:11}.}\ntr0 0:k\ntr1 0:b{noot: Twee.}\n"},
		{"another language", "Het [*droit* au logement](taal:frans) en [a right](taal:en-GB).", "p Het <i><fr>droit</></i><fr> au logement</> en <en-GB>a right</>.\n"},
		{"a sum", "Dat is 2*3*4 en 2**3**4.", "p Dat is 2*3*4 en 2**3**4.\n"},
		{"a star in a word", "collega*s en vriend*innen, **W**onen", "p collega*s en vriend*innen, <b>W</b>onen\n"},
		{"a year is no number of a list", "2022. Dat was het jaar.\n\n2023. Dit ook.", "p 2022. Dat was het jaar.\np 2023. Dit ook.\n"},
		{"a list that goes on after a paragraph", "1. a\n2. b\n\ntekst\n\n3. c\n4. d\n", "1 a\n2 b\np tekst\n3 c\n4 d\n"},
		{"a list that misses a number", "1. a\n2. b\n5. c\n", "1 a\n2 b\n5 c\n"},
		{"a list of ones", "1. a\n1. b\n1. c\n", "1 a\n2 b\n3 c\n"},
		{"a numbered list within a list", "- a\n\n  3. b\n  4. c\n", "- a\n  3 b\n  4 c\n"},
		{"text behind a comment", "<!-- hint --> De tekst.\n\nnog <!-- x\n\ny --> meer", "p De tekst.\np nog\np meer\n"},
		{"indented text has form", "tekst\n\n    meer **vet**", "p tekst\np meer <b>vet</b>\n"},
		{"what looks like the address of a link", "[Genk]: buurtwerk", "p [Genk]: buurtwerk\n"},
		{"the address of a link", "zie [de site][1]\n\n[1]: https://a.be", "p zie [de site](https://a.be)\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			blocks, list := Parse("teksten/x.md", c.in)
			want := strings.ReplaceAll(c.want, "<i></i>", "")
			if got := dump(blocks); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if len(list) != 0 {
				t.Errorf("findings: %v", list[0].Message)
			}
		})
	}
}

func TestFindings(t *testing.T) {
	for _, c := range []struct {
		in         string
		code       string
		line, char int
	}{
		{"a\n\nb {{ cijfer vte.totaal }}", "T01", 3, 3},
		{"{{ cijfer \"vte\"", "T01", 1, 1},
		{"{{ \"vte\" }}", "T01", 1, 1},
		{"{{ cijfer \"vte\" 2020 2021 }}", "T01", 1, 1},
		{"tekst\n\n<div>x</div>", "T02", 3, 1},
		{"een <b>woord</b>", "T02", 1, 5},
		{"een\nwoord[^1] en", "T08", 2, 6},
		{"tekst\n\n<!-- hint\n\nmeer tekst", "T31", 3, 1},
		{"<!-- hint\n\nmeer tekst\n\n<!-- nog een -->", "T31", 1, 1},
		{"| a | b |\n|---|---|\n| c | d | e |", "T32", 3, 1},
		{"woord[^1] en[^2]\n\n[^2]: Twee.", "T08", 1, 6},
		{"woord\n\n[^1]: Een.", "T08", 3, 1},
		{"woord[^1]\n\n[^1]:\n", "T08", 1, 6},
		{"## Kop[^1]\n\n[^1]: Een.", "T08", 1, 4},
		{"a[^1] b[^2]\n\n[^1]: Een.[^2]\n[^2]: Twee.", "T08", 3, 7},
		{"een [woord](taal:engelsch)", "T09", 1, 6},
	} {
		_, list := Parse("t.md", c.in)
		if len(list) == 0 || list[0].Code() != c.code || list[0].Ref.Line != c.line || list[0].Ref.Char != c.char {
			t.Errorf("%q: got %+v, want %s at %d:%d", c.in, list, c.code, c.line, c.char)
		}
	}
}

// TestHTMLElements: an element is reported once, not for each of its tags; so
// is a line, with all of it as it was meant.
func TestHTMLElements(t *testing.T) {
	for in, want := range map[string]int{
		"De stad <font color=\"red\">twijfelt</font> nog.": 1,
		"een <b>woord</b> en <i>nog</i> een":               1,
		"een <b><i>woord</i></b>":                          1,
		"een<br>regel<br>verder":                           1,
		"een woord</font> verder":                          1,
		"<div>\n\ntekst\n\n</div>\n\n</div>":               2,
	} {
		if _, list := Parse("t.md", in); len(list) != want {
			t.Errorf("%q: got %d findings, want %d", in, len(list), want)
		}
	}
}

func TestReadFolder(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("teksten/voorwoord.md", "\ufeffDag\r\nallen")
	write("teksten/themas/wonen.md", "Caf\xe9 ![](weg.png)")
	write("teksten/nota.docx", "x")
	write("teksten/.verborgen", "x")
	texts, list, err := Read(dir, "teksten")
	if err != nil {
		t.Fatal(err)
	}
	if len(texts) != 2 || texts[0].Name != "themas/wonen" || texts[1].Name != "voorwoord" {
		t.Fatalf("texts: %+v", texts)
	}
	if got := dump(texts[0].Blocks); !strings.HasPrefix(got, "p Café\n") {
		t.Errorf("Windows text: %q", got)
	}
	if got := dump(texts[1].Blocks); got != "p Dag allen\n" {
		t.Errorf("byte order mark and line ends: %q", got)
	}
	var codes []string
	for _, f := range list {
		codes = append(codes, f.Code())
	}
	if got := strings.Join(codes, " "); got != "T05 T03 T04" {
		t.Errorf("findings %s", got)
	}
	if texts, _, err := Read(t.TempDir(), "teksten"); err != nil || texts != nil {
		t.Error("a workdir without texts is fine")
	}
}

func FuzzParse(f *testing.F) {
	f.Add("# a\n- b\n  - c {{ cijfer \"x\" }}\n\n|a|\n|-|\n|b|")
	f.Add("x[^1]\n\n[^1]: y[^1]\n\n> [^2]: z\n\n[a](taal:fr)")
	f.Add("{{{{}}}}\n![x]({{ }})<b>")
	f.Fuzz(func(t *testing.T, s string) {
		_, list := Parse("t.md", s)
		for _, f := range list {
			if f.Ref.Line < 1 {
				t.Errorf("%s without a line", f.Code())
			}
		}
	})
}

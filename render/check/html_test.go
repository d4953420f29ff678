package check

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func parsed(t testing.TB, r Report) *html.Node {
	t.Helper()
	data, err := HTML(r)
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func walk(n *html.Node, visit func(*html.Node)) {
	visit(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c, visit)
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// The page asks nothing of the network, and every link inside it leads
// somewhere.
func TestThePageIsWholeInItself(t *testing.T) {
	root := parsed(t, sample())
	ids := map[string]int{}
	walk(root, func(n *html.Node) {
		if id := attr(n, "id"); id != "" {
			ids[id]++
		}
	})
	for id, n := range ids {
		if n > 1 {
			t.Errorf("the id %s stands there %d times", id, n)
		}
	}
	links := 0
	walk(root, func(n *html.Node) {
		for _, name := range []string{"src", "srcset", "action", "data", "poster"} {
			if v := attr(n, name); v != "" {
				t.Errorf("<%s %s=%q> asks for something outside", n.Data, name, v)
			}
		}
		if n.Data == "link" || n.Data == "iframe" || n.Data == "img" || n.Data == "object" {
			t.Errorf("there is a <%s>", n.Data)
		}
		for _, name := range []string{"aria-labelledby", "for", "data-for"} {
			if v := attr(n, name); v != "" && ids[v] == 0 {
				t.Errorf("%s=%q leads nowhere", name, v)
			}
		}
		if href := attr(n, "href"); href != "" {
			links++
			if strings.HasPrefix(href, "#") && ids[href[1:]] == 0 {
				t.Errorf("the link %s leads nowhere", href)
			}
			if !strings.HasPrefix(href, "#") && !strings.HasPrefix(href, "geannoteerd/") {
				t.Errorf("the link %s leaves the folder", href)
			}
		}
	})
	if links < 10 {
		t.Errorf("only %d links", links)
	}
}

// Whatever stands in a cell is shown and never becomes markup or script.
func TestDataStayText(t *testing.T) {
	r := sample()
	r.Organisation = hostile
	r.Data.Projects[1].Name = hostile
	r.Data.Projects[1].Code = `"><b>`
	r.Data.Files[3].Project = `"><b>`
	r.Copies[0].Path = `geannoteerd/a b#c"%.xlsx`
	scripts := 0
	shown := false
	root := parsed(t, r)
	walk(root, func(n *html.Node) {
		switch {
		case n.Type == html.ElementNode && n.Data == "script":
			scripts++
		case n.Type == html.ElementNode && (n.Data == "img" || attr(n, "onload") != ""):
			t.Errorf("the data became <%s>", n.Data)
		case n.Type == html.TextNode && n.Parent.Data == "h3" && strings.Contains(n.Data, hostile):
			shown = true
		}
		if href := attr(n, "href"); strings.HasPrefix(href, "geannoteerd") && href != "geannoteerd/a%20b%23c%22%25.xlsx" {
			t.Errorf("the link to the copy is %s", href)
		}
	})
	if scripts != 1 || !shown {
		t.Errorf("%d scripts, title shown: %v", scripts, shown)
	}
}

// Without its script the page shows every finding: nothing is hidden but what
// only the script can use.
func TestThePageIsCompleteWithoutScript(t *testing.T) {
	r := sample()
	root := parsed(t, r)
	items := 0
	walk(root, func(n *html.Node) {
		if attr(n, "class") == "item" {
			items++
		}
		for _, a := range n.Attr {
			if a.Key == "hidden" && n.Data != "form" && n.Data != "button" && attr(n, "id") != "niets" {
				t.Errorf("<%s id=%q> is hidden", n.Data, attr(n, "id"))
			}
		}
	})
	if items != len(r.Findings) {
		t.Errorf("%d findings on the page, want %d", items, len(r.Findings))
	}
}

func TestHeadingsGoDownByOne(t *testing.T) {
	last := 0
	walk(parsed(t, sample()), func(n *html.Node) {
		if n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			level := int(n.Data[1] - '0')
			if level > last+1 {
				t.Errorf("a heading of level %d follows one of level %d", level, last)
			}
			last = level
		}
	})
}

func TestPageOfACleanWorkdir(t *testing.T) {
	r := sample()
	r.Findings, r.Data.Projects = nil, r.Data.Projects[1:]
	found := false
	walk(parsed(t, r), func(n *html.Node) {
		found = found || strings.Contains(n.Data, "het rapport kan gemaakt worden")
		if attr(n, "id") == "filter" {
			t.Error("there is a filter and nothing to filter")
		}
	})
	if !found {
		t.Error("the page doesn't say that all is well")
	}
}

func TestSameReportSameBytes(t *testing.T) {
	for name, make := range map[string]func(Report) ([]byte, error){"html": HTML, "xlsx": Workbook, "json": JSON} {
		a, err := make(sample())
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			if b, err := make(sample()); err != nil || !bytes.Equal(a, b) {
				t.Fatalf("%s differs from one time to the next (%v)", name, err)
			}
		}
	}
}

// TestPagesForTheBrowser writes the pages that .ci/browser looks at.
func TestPagesForTheBrowser(t *testing.T) {
	if *browser == "" {
		t.Skip("no folder for the pages")
	}
	for name, r := range map[string]Report{"klein.html": sample(), "veel.html": many(5000)} {
		data, err := HTML(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*browser, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func BenchmarkHTML5000(b *testing.B) { bench(b, HTML) }

func BenchmarkJSON5000(b *testing.B) { bench(b, JSON) }

func BenchmarkWorkbook5000(b *testing.B) { bench(b, Workbook) }

func bench(b *testing.B, make func(Report) ([]byte, error)) {
	r := many(5000)
	b.ReportAllocs()
	for b.Loop() {
		data, err := make(r)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(data)))
	}
}

// A page with very many findings must open; what it leaves out it counts, and
// the list in the workbook has it.
func TestAVeryLongPageSaysWhatItLeavesOut(t *testing.T) {
	r := many(18_000)
	items, told := 0, 0
	walk(parsed(t, r), func(n *html.Node) {
		switch {
		case attr(n, "class") == "item":
			items++
		case n.Type == html.TextNode && strings.Contains(n.Data, "nog") && attr(n.Parent, "class") == "more":
			told++
		}
	})
	if items >= 18_000 || items < 2000 || told == 0 {
		t.Errorf("%d findings shown, %d times told", items, told)
	}
}

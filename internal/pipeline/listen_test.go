package pipeline

import (
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"voortgang/internal/document"
	"voortgang/internal/inspect/pdfread"
	"voortgang/internal/prose"
	"voortgang/render/pdf"
	example "voortgang/render/workdir"
)

// listener reads a report as a screen reader does: the structure tree in
// order, the text of its marked content, and not what is decoration. It is a
// reader of its own, so that what writes and what checks don't share a mistake.
type listener struct {
	*pdfread.File
	// content is the text of marked content by page object and number.
	content map[[2]int]string
	maps    map[pdfread.Ref]map[string]string
	// spoken counts how often content is reached.
	spoken map[[2]int]int
}

func listen(t *testing.T, data []byte) *listener {
	t.Helper()
	file, err := pdfread.Open(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	l := &listener{file, map[[2]int]string{}, map[pdfread.Ref]map[string]string{}, map[[2]int]int{}}
	l.pages(t, l.Root()["Pages"], nil)
	return l
}

func (l *listener) pages(t *testing.T, o pdfread.Object, resources pdfread.Dict) {
	d := l.Dict(o)
	if own := l.Dict(d["Resources"]); own != nil {
		resources = own
	}
	for _, kid := range l.Array(d["Kids"]) {
		l.pages(t, kid, resources)
	}
	if l.Name(d["Type"]) == "Page" {
		data, err := l.Data(l.Stream(d["Contents"]))
		if err != nil {
			t.Fatal(err)
		}
		l.page(o.(pdfread.Ref).Number, data, l.Dict(resources["Font"]))
	}
}

// page notes the text of each mark of a page.
func (l *listener) page(number int, data []byte, fonts pdfread.Dict) {
	type mark struct {
		mcid   int
		actual bool
	}
	var marks []mark
	var operands []pdfread.Object
	var known map[string]string
	var saved []map[string]string
	say := func(text string) {
		for i := len(marks) - 1; i >= 0; i-- {
			if marks[i].mcid >= 0 {
				l.content[[2]int{number, marks[i].mcid}] += text
				return
			}
		}
	}
	lexer := l.Content(data)
	for {
		o, err := lexer.Next()
		if err != nil {
			return
		}
		op, ok := o.(pdfread.Operator)
		if !ok {
			operands = append(operands, o)
			continue
		}
		switch op {
		case "BMC":
			marks = append(marks, mark{mcid: -1})
		case "BDC":
			m := mark{mcid: -1}
			d, _ := operands[1].(pdfread.Dict)
			if n, ok := l.Int(d["MCID"]); ok {
				m.mcid = n
			}
			if text, ok := d["ActualText"].(pdfread.String); ok {
				m.actual = true
				marks = append(marks, m)
				say(pdfread.Text(text))
				break
			}
			marks = append(marks, m)
		case "EMC":
			marks = marks[:len(marks)-1]
		case "q":
			saved = append(saved, known)
		case "Q":
			known, saved = saved[len(saved)-1], saved[:len(saved)-1]
		case "Tf":
			known = l.unicode(fonts[operands[0].(pdfread.Name)].(pdfread.Ref))
		case "Tj", "TJ":
			silent := false
			for _, m := range marks {
				silent = silent || m.actual
			}
			list, ok := operands[0].(pdfread.Array)
			if !ok {
				list = pdfread.Array{operands[0]}
			}
			for _, one := range list {
				s, _ := one.(pdfread.String)
				for i := 0; i+1 < len(s) && !silent; i += 2 {
					say(known[string(s[i:i+2])])
				}
			}
		}
		operands = operands[:0]
	}
}

// unicode reads the ToUnicode map of a font.
func (l *listener) unicode(font pdfread.Ref) map[string]string {
	if known, ok := l.maps[font]; ok {
		return known
	}
	known := map[string]string{}
	l.maps[font] = known
	data, err := l.Data(l.Stream(l.Dict(font)["ToUnicode"]))
	if err != nil {
		return known
	}
	var operands []pdfread.Object
	for lexer := l.Content(data); ; {
		o, err := lexer.Next()
		if err != nil {
			return known
		}
		if op, ok := o.(pdfread.Operator); ok {
			for i := 0; op == "endbfchar" && i+1 < len(operands); i += 2 {
				code, _ := operands[i].(pdfread.String)
				text, _ := operands[i+1].(pdfread.String)
				known[string(code)] = pdfread.Text("\xFE\xFF" + text)
			}
			operands = operands[:0]
			continue
		}
		operands = append(operands, o)
	}
}

// walk tells the elements in order, with the text that each has of its own.
func (l *listener) walk(o pdfread.Object, page int, path string, tell func(path, text string)) {
	switch v := l.Resolve(o).(type) {
	case pdfread.Array:
		for _, kid := range v {
			l.walk(kid, page, path, tell)
		}
	case int:
		at := [2]int{page, v}
		l.spoken[at]++
		tell(path, l.content[at])
	case pdfread.Dict:
		if ref, ok := v["Pg"].(pdfread.Ref); ok {
			page = ref.Number
		}
		switch l.Name(v["Type"]) {
		case "OBJR":
		case "MCR":
			l.walk(v["MCID"], page, path, tell)
		default:
			path += "/" + string(l.Name(v["S"]))
			tell(path, "")
			l.walk(v["K"], page, path, tell)
		}
	}
}

// bones leaves out white space and soft hyphens.
func bones(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00AD' || r == '\u200B' {
			return -1
		}
		return r
	}, s)
}

// TestListenerHearsTheDocument: what the report says in running text, headings,
// lists and tables reaches a listener whole, in order, and once; headings
// skip no level.
func TestListenerHearsTheDocument(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	if err := example.Example(dir, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	checked, err := Check(context.Background(), Options{Dir: dir, Version: "1"})
	if err != nil {
		t.Fatal(err)
	}
	made, err := pdf.Render(checked.Document)
	if err != nil {
		t.Fatal(err)
	}
	l := listen(t, made.Bytes)
	var heard strings.Builder
	level := 0
	l.walk(l.Dict(l.Root()["StructTreeRoot"])["K"], 0, "", func(path, text string) {
		tag := path[strings.LastIndex(path, "/")+1:]
		if len(tag) == 2 && tag[0] == 'H' && text == "" {
			n := int(tag[1] - '0')
			if n > level+1 {
				t.Errorf("H%d after H%d", n, level)
			}
			level = n
		}
		// A figure is heard as its description; a bullet is no text; the
		// cover and the contents repeat what comes.
		if strings.Contains(path, "/Figure") || strings.Contains(path, "/L/LI/Lbl") || strings.Contains(path, "/TOC") {
			return
		}
		heard.WriteString(bones(text))
	})
	for at, text := range l.content {
		if n := l.spoken[at]; n != 1 && strings.TrimSpace(text) != "" {
			t.Errorf("%q is read %d times", text, n)
		}
	}
	// The page of what is referred to is known when the pages are.
	rest := regexp.MustCompile(`\(bladzijde\d+\)`).ReplaceAllString(heard.String(), "")
	total, left := len(rest), 0
	for _, want := range saidBy(checked.Document.Blocks) {
		want = bones(want)
		if want == "" {
			continue
		}
		i := strings.Index(rest, want)
		if i < 0 {
			t.Fatalf("lost or out of order: %q\nafter which comes %.200q", want, rest)
		}
		left += i
		rest = rest[i+len(want):]
	}
	// Page numbers and links stand between; more would be heard twice.
	if left*100 > total*3 {
		t.Errorf("%d of %d bytes are not the document's", left, total)
	}
	if total < 200_000 {
		t.Errorf("only %d bytes are heard", total)
	}
}

// saidBy are the texts of blocks in reading order, but for labels.
func saidBy(blocks []document.Block) []string {
	var out []string
	say := func(texts ...string) { out = append(out, texts...) }
	inlines := func(text []prose.Inline) { say(prose.Plain(text)) }
	heading := func(h document.Heading) { say(h.Number, h.Text) }
	links := func(list []document.Link) {
		for _, l := range list {
			say(l.Text, l.Note)
		}
	}
	var list func(prose.List)
	list = func(l prose.List) {
		for _, item := range l.Items {
			inlines(item.Text)
			if item.Sub != nil {
				list(*item.Sub)
			}
		}
	}
	for _, block := range blocks {
		switch b := block.(type) {
		case document.Heading:
			heading(b)
		case document.ChapterOpening:
			heading(b.Heading)
			inlines(b.Lead)
			for _, f := range b.Figures {
				say(f.Label, f.Value, f.Change)
			}
		case document.ThemeOpening:
			heading(b.Heading)
			inlines(b.Lead)
			links(b.Projects)
		case document.Paragraph:
			inlines(b.Text)
		case document.List:
			list(b.List)
		case document.Table:
			say(b.Caption)
			for _, column := range b.Columns {
				say(column.Head)
			}
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					inlines(cell.Text)
				}
			}
			inlines(b.Note)
		case document.Chart:
			say(b.Title, b.Subtitle)
			inlines(b.Note)
		case document.Card:
			say(b.Title) // its links stand first or last, as there is room
			for _, f := range b.Facts {
				inlines(f.Text)
				for _, item := range f.Items {
					inlines(item)
				}
			}
		case document.Terms:
			for _, term := range b.Items {
				inlines(term.Text)
			}
		case document.LinkList:
			links(b.Links)
		}
	}
	return out
}

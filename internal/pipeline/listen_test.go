package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"voortgang/internal/document"
	"voortgang/internal/fonts"
	"voortgang/internal/inspect/pdfread"
	"voortgang/internal/prose"
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

// walk tells the elements in order: where each begins and ends, and the text
// that it has of its own. A figure is its description.
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
			inner := tell
			if alt := l.Text(v["Alt"]); alt != "" {
				tell(path, alt)
				inner = func(string, string) {}
			}
			l.walk(v["K"], page, path, inner)
			tell(path, "")
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

// heard is what a listener hears, word by word. Elements that aren't within a
// line part words.
func (l *listener) heard(t *testing.T) []string {
	var b strings.Builder
	level := 0
	l.walk(l.Dict(l.Root()["StructTreeRoot"])["K"], 0, "", func(path, text string) {
		tag := path[strings.LastIndexByte(path, '/')+1:]
		if len(tag) == 2 && tag[0] == 'H' && text == "" {
			n := int(tag[1] - '0')
			if n > level+1 {
				t.Errorf("H%d after H%d", n, level)
			}
			level = n
		}
		switch tag {
		case "Link", "Span", "Reference", "Annot":
		default:
			if text == "" {
				b.WriteByte(' ')
			}
		}
		b.WriteString(text)
	})
	return spoken(b.String())
}

// spoken is a text in words: hyphens of words broken over lines aren't there.
func spoken(text string) []string {
	return strings.Fields(strings.NewReplacer("\u00AD", "", "\u200B", "").Replace(text))
}

// TestListenerHearsTheDocument: all that the report says reaches a listener
// word by word: whole, in order, once, and with nothing in between; headings
// skip no level.
func TestListenerHearsTheDocument(t *testing.T) {
	doc := exampleDocument(t)
	l := listen(t, rendered(t, doc))
	heard := l.heard(t)
	for at, text := range l.content {
		if n := l.spoken[at]; n != 1 && strings.TrimSpace(text) != "" {
			t.Errorf("%q is read %d times", text, n)
		}
	}
	if len(heard) < 40_000 {
		t.Errorf("only %d words are heard", len(heard))
	}
	if wrong := misheard(heard, saidBy(doc)); wrong != "" {
		t.Error(wrong)
	}
}

// TestMishearing: a word lost, twice, broken or out of order is noticed.
func TestMishearing(t *testing.T) {
	said := []saying{{text: "Een twee drie"}, {text: "Wonen", page: true}, {text: "vier vijf", loose: true}, {text: "zes zeven"}}
	for _, c := range []struct {
		heard string
		right bool
	}{
		{"Een twee drie Wonen 12 vier vijf zes zeven", true},
		{"Een twee drie Wonen 12 zes vier vijf zeven", false},
		{"Een drie Wonen 12 vier vijf zes zeven", false},
		{"Een twee twee drie Wonen 12 vier vijf zes zeven", false},
		{"Een twee drie Wonen vier vijf zes zeven", false},
		{"Een tweedrie Wonen 12 vier vijf zes zeven", false},
		{"Een twee drie Wonen 12 zes zeven vier vijf", true},
		{"Een twee drie Wonen 12 vier vijf zes zeven acht", false},
	} {
		if wrong := misheard(spoken(c.heard), said); (wrong == "") != c.right {
			t.Errorf("%q: %q", c.heard, wrong)
		}
	}
}

// saying is a stretch of what the document says.
type saying struct {
	text string
	// page tells that the number of a page comes after it.
	page bool
	// loose tells that it may come after the stretches that follow it up to the
	// next heading or card: the links of a card stand first or last, as there is
	// room.
	loose bool
}

// misheard tells the first difference between what is heard and what is said.
func misheard(heard []string, said []saying) string {
	at, i := 0, 0
	var pending [][]string
	take := func(words []string) bool {
		if at+len(words) > len(heard) {
			return false
		}
		for k, w := range words {
			got := heard[at+k]
			if after, paged := strings.CutPrefix(w, pageMark); paged {
				number, _ := strings.CutSuffix(got, after)
				if _, err := strconv.Atoi(number); err != nil {
					return false
				}
			} else if got != w {
				return false
			}
		}
		at += len(words)
		return true
	}
	for ; i < len(said); i++ {
		words := spoken(fonts.Default().Printable(said[i].text))
		if said[i].page {
			words = append(words, pageMark)
		}
		if take(words) {
			continue
		}
		if said[i].loose {
			pending = append(pending, words)
			continue
		}
		for len(pending) > 0 && take(pending[0]) {
			pending = pending[1:]
		}
		if !take(words) {
			return fmt.Sprintf("after %q comes %q, not %q", heard[max(0, at-8):at], heard[at:min(at+12, len(heard))], words)
		}
	}
	for len(pending) > 0 && take(pending[0]) {
		pending = pending[1:]
	}
	if at < len(heard) || len(pending) > 0 {
		return fmt.Sprintf("at the end comes %.200q; never heard: %q", heard[at:], pending)
	}
	return ""
}

// pageMark stands for the number of a page, which is known when the pages are.
const pageMark = "@@"

// speaker gathers what a document says.
type speaker struct{ said []saying }

func (s *speaker) say(texts ...string) {
	for _, text := range texts {
		s.said = append(s.said, saying{text: text})
	}
}

// inlines says a text; after a reference comes its page.
func (s *speaker) inlines(text []prose.Inline) {
	var b strings.Builder
	for _, in := range text {
		b.WriteString(prose.Plain([]prose.Inline{in}))
		if in.Paged {
			b.WriteString(" (bladzijde " + pageMark + ")")
		}
	}
	s.say(b.String())
}

func (s *speaker) links(list []document.Link) {
	for _, l := range list {
		s.said = append(s.said, saying{text: l.Text + " " + l.Note, page: strings.HasPrefix(l.Target, "#")})
	}
}

func (s *speaker) list(l prose.List, depth int) {
	numbers := l.Numbers()
	for i, item := range l.Items {
		switch {
		case l.Ordered:
			s.say(strconv.Itoa(numbers[i]) + ".")
		case depth > 0:
			s.say("–")
		default:
			s.say("•")
		}
		s.inlines(item.Text)
		if item.Sub != nil {
			s.list(*item.Sub, depth+1)
		}
	}
}

func (s *speaker) chart(b document.Chart) {
	s.say(b.Title, b.Subtitle, b.Chart.Alt())
	s.inlines(b.Note)
}

// contents says the lines of the contents.
func (s *speaker) contents(doc *document.Document, c document.Contents) {
	s.say(c.Title)
	headings, _ := headingsOf(doc)
	for _, h := range headings {
		if !h.Unlisted && h.Level <= c.Depth && h.ID != "\x00contents" {
			s.said = append(s.said, saying{text: h.Number + " " + h.Text, page: true})
		}
	}
}

// sections says what an opening without figures lists: the sections of its
// chapter.
func (s *speaker) sections(doc *document.Document, chapter document.Heading) {
	headings, _ := headingsOf(doc)
	inside := false
	for _, h := range headings {
		if h.Level == 1 {
			inside = h.ID == chapter.ID
		} else if inside && h.Level == 2 && !h.Unlisted {
			s.said = append(s.said, saying{text: h.Number + " " + h.Text, page: true})
		}
	}
}

func (s *speaker) index(b document.Index) {
	for _, g := range b.Groups {
		s.say(g.Letter)
		for _, e := range g.Entries {
			if b.Named {
				e.Name += ":"
			}
			s.say(e.Name)
			for i, l := range e.Links {
				if b.Named {
					s.say(l.Text)
				}
				mark := pageMark
				if i < len(e.Links)-1 {
					mark += ","
				}
				s.say(mark)
			}
		}
	}
}

// saidBy is all that a document says, in reading order.
func saidBy(doc *document.Document) []saying {
	s := &speaker{}
	c := doc.Cover
	s.say(c.Organisation, c.Title)
	if c.Year > 0 {
		s.say(strconv.Itoa(c.Year))
	}
	s.say(c.Subtitle)
	if len(c.Logo) > 0 {
		s.say("Logo van " + c.Organisation)
	}
	s.say(c.Date)
	last := ""
	heading := func(h document.Heading) {
		s.say(h.Number, h.Text)
		last = h.Text
	}
	for _, block := range slices.Concat(doc.Blocks, doc.Back) {
		switch b := block.(type) {
		case document.Heading:
			heading(b)
		case document.Contents:
			s.contents(doc, b)
		case document.FigureList:
			s.say(b.Title)
			s.links(b.Links)
		case document.Index:
			s.index(b)
		case document.ChapterOpening:
			heading(b.Heading)
			s.inlines(b.Lead)
			for _, f := range b.Figures {
				s.say(f.Label, f.Value)
				if f.Spark != nil {
					s.say(f.Spark.Alt())
				}
				s.say(f.Change)
			}
			if len(b.Figures) == 0 {
				s.sections(doc, b.Heading)
			}
		case document.ThemeOpening:
			heading(b.Heading)
			s.inlines(b.Lead)
			s.links(b.Projects)
		case document.Paragraph:
			s.inlines(b.Text)
		case document.List:
			s.list(b.List, 0)
		case document.Table:
			s.say(b.Caption)
			for _, column := range b.Columns {
				s.say(column.Head)
			}
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					s.inlines(cell.Text)
				}
			}
			s.inlines(b.Note)
		case document.Chart:
			s.chart(b)
		case document.ChartRow:
			for _, chart := range b.Charts {
				s.chart(chart)
			}
		case document.Scale:
			s.say(rating(b, last))
		case document.Card:
			s.say(b.Title)
			for _, l := range b.Links {
				s.said = append(s.said, saying{text: l.Text + " " + l.Note, loose: true})
			}
			for _, f := range b.Facts {
				s.say(f.Label)
				s.inlines(f.Text)
				for _, item := range f.Items {
					s.inlines(item)
				}
			}
		case document.Terms:
			for _, term := range b.Items {
				s.say(term.When)
				s.inlines(term.Text)
			}
		case document.LinkList:
			s.links(b.Links)
		case document.Notes:
			for _, n := range b.Items {
				s.say(n.Mark)
				s.inlines(n.Text)
			}
		case document.Image:
			s.say(b.Alt, b.Caption)
		}
	}
	return s.said
}

// rating is how a scale is read aloud: it names what is rated, by the heading
// where that names it best.
func rating(b document.Scale, heading string) string {
	label := b.Label + ": "
	if b.Label == "Score" || b.Label == "Status" {
		label = heading + ": "
	}
	if b.Reached < 0 {
		return label + "niet ingevuld"
	}
	return fmt.Sprintf("%s%s, stap %d van %d", label, b.Steps[b.Reached], b.Reached+1, len(b.Steps))
}
